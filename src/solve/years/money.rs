//! What a year may cost where its money depends on the years before: on what opens in it, and on whom a grant counts.

use super::model::{CountedYear, MoneyAim, YearsModel};
use super::program::YearsProgram;
use crate::base::{Euros, Id};
use crate::instance::Finance;
use crate::model::formulation::Expression;
use crate::plan::Setting;

impl YearsProgram<'_> {
    /// Each year costs at most what it may.
    pub(super) fn add_money(&mut self, model: &YearsModel) {
        for (year, of_year) in model.years.iter().enumerate() {
            let Some(aim) = &of_year.money else { continue };
            let cost = self.cost_in_euros(year, &aim.finance);
            let net = cost.plus(-1, &self.grant_in_euros(aim));
            self.demand("money", net, None, Some(aim.limit.0));
        }
    }

    fn cost_in_euros(&self, year: usize, finance: &Finance) -> Expression {
        let mut cost = Expression::default();
        for (_, used) in self.options(year) {
            cost = cost.plus_variable(finance.cluster.0, used);
        }
        cost = cost.plus(finance.opening.0, &self.opening_in(year).0);
        let part = &self.years[year];
        for (id, pair) in part.candidates.pairs.iter() {
            let each = if pair.setting == Setting::Shell {
                finance.shell_student
            } else {
                finance.student
            };
            cost = cost.plus_variable(each.0, part.assigned[id.index()]);
        }
        cost
    }

    fn grant_in_euros(&mut self, aim: &MoneyAim) -> Expression {
        let grant = &aim.finance.grant;
        let year = match aim.counted {
            CountedYear::Of(year) => year,
            CountedYear::Known(students) => {
                return Expression { terms: Vec::new(), constant: grant.for_students(students).0 };
            }
        };
        let most = self.model.years[year].core.problem.instance.student_count();
        let counted = self.in_clusters(year);
        let mut sum = Expression { terms: Vec::new(), constant: grant.base.0 };
        sum = sum.plus(grant.per_student.0, &counted);
        // As in rule `budget`: a limit only ever wants more grant, so each switch is kept from one side.
        let mut below = Euros::ZERO;
        for step in &grant.steps {
            let rise = (step.sum - below).0;
            below = step.sum;
            if step.from == 0 {
                sum.constant += rise;
            } else if step.from <= most && rise != 0 {
                let reached = self.switch("grant_step");
                sum = sum.plus_variable(rise, reached);
                if rise > 0 {
                    let row = counted.clone().plus_variable(-step.from, reached);
                    self.demand("grant_reached", row, Some(0), None);
                } else {
                    let row = counted.clone().plus_variable(-(most - step.from + 1), reached);
                    self.demand("grant_reached", row, None, Some(step.from - 1));
                }
            }
        }
        sum
    }
}
