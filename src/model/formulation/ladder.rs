//! Ranked levels as sums, for formats and solvers that know no other objective.

use std::collections::BTreeMap;

use super::{Expression, Formulation, Label, Level, Objective, Ranked, Role, Subject, Variable};
use crate::instance::Goal;
use crate::model::formulation::VariableId;

impl Formulation {
    /// The same program in which every level is a sum. A ranked level becomes a ladder of switches, one per
    /// different measure `m`: `reaches[m]` is 1 if at least `rank` measures are `m` or more. Each switch
    /// counts the difference to the next smaller measure, so that those that are 1 add up to the value.
    #[must_use]
    pub fn in_sums(&self) -> Self {
        let mut program = self.clone();
        for (position, level) in self.levels.iter().enumerate() {
            if let Objective::Ranked(ranked) = &level.objective {
                let climbed = program.ladder(level.goal, ranked);
                program.levels[position] = Level { goal: level.goal, objective: climbed.into() };
            }
        }
        program
    }

    /// The sum of the switches, built from the greatest measure down.
    fn ladder(&mut self, goal: Goal, ranked: &Ranked) -> Expression {
        let mut of_measure = BTreeMap::<i64, Vec<VariableId>>::new();
        for &(variable, measure) in ranked.measures.iter() {
            of_measure.entry(measure).or_default().push(variable);
        }
        let values = ranked.values();
        let mut climbed = Expression::default();
        let mut above = (Expression::default(), 0);
        for step in values.windows(2).rev() {
            let subject = Subject::AtLeast(goal, step[1]);
            above = self.reaching(subject, above, &of_measure[&step[1]]);
            let most = ranked.rank - 1;
            let reaches = self.rung(subject, "reaches", Some(1), true);
            let row = above.0.clone().plus_variable(-(above.1 - most).max(0), reaches);
            let label = Label { rule: "goals", kind: "reaches", subject };
            self.row(label, Role::Meaning, row, None, Some(most));
            climbed = climbed.plus_variable(step[1] - step[0], reaches);
        }
        climbed
    }

    /// A variable that counts how many measures are at least a given one, and its upper limit: `above` counts
    /// those that are greater, `just` has the variables of those that are equal.
    fn reaching(
        &mut self,
        subject: Subject,
        (above, most_above): (Expression, i64),
        just: &[VariableId],
    ) -> (Expression, i64) {
        let counts = just.iter().map(|&variable| self.variables[variable].upper.unwrap_or(0));
        let most = most_above + counts.sum::<i64>();
        let number = self.rung(subject, "number", Some(most), false);
        let row = above.plus(1, &Expression::sum(just.iter().copied())).plus_variable(-1, number);
        let label = Label { rule: "goals", kind: "number", subject };
        self.row(label, Role::Meaning, row, Some(0), Some(0));
        (number.into(), most)
    }

    fn rung(
        &mut self,
        subject: Subject,
        kind: &'static str,
        upper: Option<i64>,
        whole: bool,
    ) -> VariableId {
        let label = Label { rule: "goals", kind, subject };
        self.variable(Variable { label, lower: 0, upper, whole })
    }
}
