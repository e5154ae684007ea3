//! The compact integer program of a path: the program of every year, and rows that tie the years together.
//!
//! It holds all rules of every year, so that its optimum is the best path where it is over all options and pairs.
//! Small paths are solved by it alone; for larger ones it is solved over a part.

use std::collections::BTreeMap;

use super::model::{PathOptionId, YearsModel};
use crate::base::Id;
use crate::instance::{Goal, SchoolId};
use crate::model::candidates::{Candidates, OptionId};
use crate::model::formulation::{
    Expression, Formulation, Label, Objective, Purpose, Role, Subject, Variable, VariableId,
};
use crate::plan::Setting;
use crate::solve::decomposition::bound::core::{OwnerId, RestrictedProblem};

/// Takes the place of a rule's id in the labels of what ties the years together.
pub(super) const PATH: &str = "path";

/// The program of a path.
pub struct YearsProgram<'a> {
    pub(super) model: &'a YearsModel<'a>,
    /// The program.
    pub formulation: Formulation,
    pub(super) years: Vec<YearPart>,
    /// Whether each board has entered by each year.
    pub(super) entered: Vec<Vec<VariableId>>,
    pub(super) opened: BTreeMap<(usize, PathOptionId), VariableId>,
    labels: usize,
}

/// The part of one year.
pub(super) struct YearPart {
    /// Where its variables and rows begin.
    pub(super) first: (usize, usize),
    pub(super) candidates: Candidates,
    /// The option of each candidate option.
    pub(super) options: Vec<OptionId>,
    pub(super) used: BTreeMap<OptionId, VariableId>,
    pub(super) assigned: Vec<VariableId>,
}

impl<'a> YearsProgram<'a> {
    /// The program over everything.
    pub fn whole(model: &'a YearsModel<'a>) -> Self {
        let parts = model.years.iter().map(|year| RestrictedProblem::all(&year.core));
        Self::new(model, &parts.collect::<Vec<_>>())
    }

    /// The program over a part of each year.
    pub fn new(model: &'a YearsModel<'a>, parts: &[RestrictedProblem]) -> Self {
        let mut program = Self {
            model,
            formulation: Formulation::default(),
            years: Vec::new(),
            entered: Vec::new(),
            opened: BTreeMap::new(),
            labels: 0,
        };
        let mut objective = Expression::default();
        for (year, part) in parts.iter().enumerate() {
            let total = program.add_year(year, part);
            objective = objective.plus(model.years[year].weight, &total);
        }
        let entering = program.add_entrants();
        let opening = program.add_openings();
        objective = objective.plus(1, &entering).plus(1, &opening);
        program.add_shares(&mut objective);
        program.add_limits();
        program.add_conditions();
        program.add_money(model);
        program.add_goals(&objective);
        program
    }

    /// The number of students in clusters in a year.
    pub(super) fn in_clusters(&self, year: usize) -> Expression {
        let part = &self.years[year];
        let pairs = part.candidates.pairs.iter();
        let in_clusters = pairs.filter(|(_, pair)| pair.setting != Setting::Shell);
        Expression::sum(in_clusters.map(|(id, _)| part.assigned[id.index()]))
    }

    /// The variables of the pairs of each student in each year.
    pub(super) fn pairs_by_student(&self) -> Vec<Vec<VariableId>> {
        let mut pairs: BTreeMap<_, Vec<VariableId>> = BTreeMap::new();
        for (year, part) in self.years.iter().enumerate() {
            for (id, pair) in part.candidates.pairs.iter() {
                pairs.entry((year, pair.student)).or_default().push(part.assigned[id.index()]);
            }
        }
        pairs.into_values().collect()
    }

    /// The cluster options of a year, with the variable that says whether each is used.
    pub(super) fn options(&self, year: usize) -> impl Iterator<Item = (OptionId, VariableId)> {
        self.years[year].used.iter().map(|(&option, &variable)| (option, variable))
    }

    /// Adds the variables and rows of one year; returns its points, without what opening clusters costs.
    fn add_year(&mut self, year: usize, part: &RestrictedProblem) -> Expression {
        let core = &self.model.years[year].core;
        let candidates = part.candidates(core);
        let own = core.problem.formulate(&candidates, Purpose::Plan);
        let (first, first_row) = (self.formulation.variables.len(), self.formulation.rows.len());
        let moved = |id: VariableId| VariableId::from_index(id.index() + first);
        for variable in own.variables.values() {
            self.formulation.variables.push(variable.clone());
        }
        for row in own.rows.values() {
            let mut row = row.clone();
            for (variable, _) in &mut row.terms {
                *variable = moved(*variable);
            }
            self.formulation.rows.push(row);
        }
        let total = own.levels.iter().find(|level| level.goal == Goal::Total);
        let mut points = Expression::default();
        if let Some(Objective::Sum(sum)) = total.map(|level| &level.objective) {
            points.constant = sum.constant;
            points.terms = sum.terms.iter().map(|&(id, by)| (moved(id), by)).collect();
        }
        let options = part.options.clone();
        let mut used = BTreeMap::new();
        for ((_, &variable), &option) in own.decisions.used.iter().zip(&options) {
            used.insert(option, moved(variable));
            let choice = &core.problem.options[option];
            if choice.is_new() {
                // What opening costs is paid once, by the variable that opens.
                points = points.plus_variable(-choice.opening.0, moved(variable));
            }
        }
        let assigned = own.decisions.assigned.values().map(|&variable| moved(variable)).collect();
        let first = (first, first_row);
        self.years.push(YearPart { first, candidates, options, used, assigned });
        points
    }

    pub(super) fn switch(&mut self, kind: &'static str) -> VariableId {
        let label = self.label(kind);
        self.formulation.variable(Variable { label, lower: 0, upper: Some(1), whole: true })
    }

    fn label(&mut self, kind: &'static str) -> Label {
        self.labels += 1;
        Label { rule: PATH, kind, subject: Subject::Condition(self.labels) }
    }

    pub(super) fn demand(
        &mut self,
        kind: &'static str,
        expression: Expression,
        lower: Option<i64>,
        upper: Option<i64>,
    ) {
        let label = self.label(kind);
        self.formulation.row(label, Role::Demand, expression, lower, upper);
    }

    /// Whether each board has entered by each year, and what needs that; returns what entering costs.
    fn add_entrants(&mut self) -> Expression {
        let model = self.model;
        let mut cost = Expression::default();
        for entrant in &model.entrants {
            let years = 0..model.years.len();
            let entered: Vec<VariableId> = years.map(|_| self.switch("entered")).collect();
            for (year, &variable) in entered.iter().enumerate() {
                let has = &mut self.formulation.variables[variable];
                if year < entrant.earliest {
                    has.upper = Some(0);
                }
                if entrant.latest.is_some_and(|latest| year >= latest) {
                    has.lower = 1;
                }
                if let Some(before) = year.checked_sub(1).map(|before| entered[before]) {
                    let stays = Expression::from(variable).plus_variable(-1, before);
                    self.demand("stays_in", stays, Some(0), None);
                }
            }
            if let Some(&last) = entered.last() {
                cost = cost.plus_variable(entrant.worth, last);
            }
            self.entered.push(entered);
        }
        for year in 0..model.years.len() {
            let of_year = &model.years[year];
            let options: Vec<(OptionId, VariableId)> =
                self.years[year].used.iter().map(|(&option, &used)| (option, used)).collect();
            for (option, used) in options {
                for &entrant in &of_year.needs[option] {
                    let needs =
                        Expression::from(used).plus_variable(-1, self.entered[entrant][year]);
                    self.demand("has_entered", needs, None, Some(0));
                }
            }
            self.add_shell(year);
            if let Some(most) = model.most_entries {
                let entering = self.entering_in(year);
                self.demand("entries", entering, None, Some(most));
            }
        }
        cost
    }

    /// Schools in the shell take students only while their board is there.
    fn add_shell(&mut self, year: usize) {
        let model = self.model;
        let core = &model.years[year].core;
        for (number, entrant) in model.entrants.iter().enumerate() {
            let schools = |sites: &[_]| -> Vec<SchoolId> {
                sites.iter().map(|&site| core.sites[site].school).collect()
            };
            let (after, before) =
                (schools(&entrant.shell[year]), schools(&entrant.shell_before[year]));
            let part = &self.years[year];
            let pairs: Vec<(VariableId, i64, bool)> = part
                .candidates
                .pairs
                .iter()
                .filter(|(_, pair)| pair.setting == Setting::Shell)
                .filter(|(_, pair)| after.contains(&pair.school) || before.contains(&pair.school))
                .map(|(id, pair)| {
                    let count = core.entries[pair.student].count;
                    (part.assigned[id.index()], count, after.contains(&pair.school))
                })
                .collect();
            let entered = self.entered[number][year];
            for (assigned, count, is_after) in pairs {
                let by = if is_after { -count } else { count };
                let most = if is_after { 0 } else { count };
                let row = Expression::from(assigned).plus_variable(by, entered);
                self.demand("shell", row, None, Some(most));
            }
        }
    }

    /// What opens when; returns what opening costs, in points of the path.
    fn add_openings(&mut self) -> Expression {
        let model = self.model;
        let last = model.years.len() - 1;
        let mut cost = Expression::default();
        for (id, option) in model.options.iter() {
            let used: Vec<Option<VariableId>> = (0..=last)
                .map(|year| option.at[year].and_then(|at| self.years[year].used.get(&at).copied()))
                .collect();
            let mut opens = Expression::default();
            for year in 0..=last {
                let before = year.checked_sub(1).and_then(|before| used[before]);
                let may_open = option.opening[year].filter(|_| used[year].is_some());
                let mut stays = Expression::default();
                if let Some(used) = used[year] {
                    stays = stays.plus_variable(1, used);
                }
                if let Some(before) = before {
                    stays = stays.plus_variable(-1, before);
                }
                if let Some(opening) = may_open {
                    let opened = self.switch("open");
                    self.opened.insert((year, id), opened);
                    cost = cost.plus_variable(model.years[year].weight * opening, opened);
                    opens = opens.plus_variable(1, opened);
                    stays = stays.plus_variable(-1, opened);
                    let until = model.stay.map_or(last, |stay| (year + stay - 1).min(last));
                    // Once it is gone, or takes no part any more, it cannot be used.
                    let is_there = |bound: &usize| option.at[*bound].is_some();
                    for bound in (year..=until).take_while(is_there) {
                        let mut row = Expression::from(opened);
                        if let Some(used) = used[bound] {
                            row = row.plus_variable(-1, used);
                        }
                        self.demand("stay", row, None, Some(0));
                    }
                }
                if used[year].is_some() {
                    self.demand("opened_before", stays, None, Some(0));
                }
            }
            self.demand("opens_once", opens, None, Some(1));
        }
        for year in 1..=last {
            self.add_free_schools(year);
        }
        cost
    }

    /// No cluster opens with a school of one that was open the year before.
    fn add_free_schools(&mut self, year: usize) {
        let model = self.model;
        let mut rows: BTreeMap<SchoolId, Expression> = BTreeMap::new();
        for (id, option) in model.options.iter() {
            let Some(at) = option.at[year] else { continue };
            let before = option.at[year - 1].and_then(|at| self.years[year - 1].used.get(&at));
            let opened = self.opened.get(&(year, id));
            for school in model.schools(year, at) {
                let row = rows.entry(school).or_default();
                row.terms.extend(before.into_iter().chain(opened).map(|&variable| (variable, 1)));
            }
        }
        for row in rows.into_values() {
            self.demand("free_school", row, None, Some(1));
        }
    }

    /// The students short of the share, each at its price, or not allowed.
    fn add_shares(&mut self, objective: &mut Expression) {
        for year in 0..self.model.years.len() {
            let of_year = &self.model.years[year];
            let Some(share) = of_year.core.share else { continue };
            let mut row = self.in_clusters(year);
            if let Some(each) = share.each {
                let label = self.label("short");
                let upper = Some(share.need);
                let short =
                    self.formulation.variable(Variable { label, lower: 0, upper, whole: false });
                row = row.plus_variable(1, short);
                *objective = std::mem::take(objective).plus_variable(of_year.weight * each, short);
            }
            self.demand("share", row, Some(share.need), None);
        }
    }

    /// The number of boards that enter in a year.
    pub(super) fn entering_in(&self, year: usize) -> Expression {
        let mut entering = Expression::default();
        for entered in &self.entered {
            entering = entering.plus_variable(1, entered[year]);
            if let Some(before) = year.checked_sub(1) {
                entering = entering.plus_variable(-1, entered[before]);
            }
        }
        entering
    }

    /// The number of clusters that open in a year, over all and of each owner.
    pub(super) fn opening_in(
        &self,
        year: usize,
    ) -> (Expression, BTreeMap<Option<OwnerId>, Expression>) {
        let mut all = Expression::default();
        let mut of_owner: BTreeMap<_, Expression> = BTreeMap::new();
        let from = (year, PathOptionId::from_index(0));
        let of_year = self.opened.range(from..).take_while(|((at, _), _)| *at == year);
        for (&(_, id), &opened) in of_year {
            all = all.plus_variable(1, opened);
            let of_owner = of_owner.entry(self.model.owner(id, year)).or_default();
            of_owner.terms.push((opened, 1));
        }
        (all, of_owner)
    }

    /// Whether a board has entered by a year.
    pub(super) fn has_entered(&self, entrant: usize, year: usize) -> VariableId {
        self.entered[entrant][year]
    }

    /// Limits a number, which may be more than that by a variable.
    pub(super) fn soft_limit(&mut self, number: Expression, most: i64) -> VariableId {
        let label = self.label("more");
        let upper = Some(number.terms.len() as i64);
        let more = self.formulation.variable(Variable { label, lower: 0, upper, whole: true });
        self.demand("soft_limit", number.plus_variable(-1, more), None, Some(most));
        more
    }

    /// The limits on what opens a year.
    fn add_limits(&mut self) {
        let model = self.model;
        for year in 0..model.years.len() {
            let (all, of_owner) = self.opening_in(year);
            if model.most_new.is_some() {
                self.demand("new", all, None, model.most_new);
            }
            if model.most_new_each.is_some() {
                for row in of_owner.into_values() {
                    self.demand("new_each", row, None, model.most_new_each);
                }
            }
        }
    }
}
