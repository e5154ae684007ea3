//! The relaxed problem: limits of the chosen kinds can be exceeded, at a price per unit.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{
    ChangeKind, ChangeSubject, RepairChange, allow_clusters, lengthen, make_preference, unit_price,
};
use crate::base::{Id, IdVec, Metres};
use crate::input::errors::InputErrors;
use crate::instance::{Goal, Owner, SchoolId, Strength, StudentId};
use crate::model::candidates::{Candidates, PairId};
use crate::model::formulation::{
    self, Expression, Formulation, Label, Level, Purpose, Role, Variable, VariableId,
};
use crate::plan::{Placing, Setting};
use crate::problem::{Condition, Problem};

/// The most by which a student's journey may exceed the limit.
pub const MOST_FURTHER: Metres = Metres(50_000);
/// The owner in the labels of variables and rows of repairs.
const REPAIRS: &str = "repairs";

/// A relaxed problem as a program: everyone is placed, and the first goal level is the price of all changes.
pub struct RelaxedProblem<'a> {
    /// The problem without changes.
    real: &'a Problem,
    /// The candidates of the relaxed problem.
    pub candidates: Candidates,
    /// The program; its first level is the price of all changes.
    pub program: Formulation,
    /// Additional places per school.
    places: BTreeMap<SchoolId, VariableId>,
    /// Additional clusters per owner.
    clusters: BTreeMap<Owner, VariableId>,
    /// The changes that a pair needs, with their amounts: pairs exist that only a change admits.
    of_pairs: Vec<(PairId, ChangeSubject, i64)>,
    /// The price of all changes.
    price: Expression,
    /// Number of sets that were excluded.
    excluded: usize,
}

impl<'a> RelaxedProblem<'a> {
    /// The relaxed problem, in which changes of the given kinds may be made.
    ///
    /// # Errors
    /// If it is larger than the engine accepts.
    pub fn of(real: &'a Problem, kinds: &BTreeSet<ChangeKind>) -> Result<Self, InputErrors> {
        let problem = loosened(real, kinds)?;
        let candidates = problem.sieve()?;
        let program = problem.formulate(&candidates, Purpose::Plan);
        let left_out: Vec<VariableId> = program.decisions.left_out.values().copied().collect();
        let mut relaxed = Self {
            real,
            candidates,
            program: program.without(left_out.into_iter()),
            places: BTreeMap::new(),
            clusters: BTreeMap::new(),
            of_pairs: Vec::new(),
            price: Expression::default(),
            excluded: 0,
        };
        if kinds.contains(&ChangeKind::Place) {
            relaxed.price_places();
        }
        if kinds.contains(&ChangeKind::Cluster) {
            relaxed.price_clusters();
        }
        relaxed.price_pairs();
        let objective = relaxed.price.clone().into();
        // The price is in points, like the goal `total`.
        relaxed.program.levels.insert(0, Level { goal: Goal::Total, objective });
        Ok(relaxed)
    }

    /// Excludes all sets that affect everything that these changes affect (a no-good cut): of the indicators
    /// "this subject is affected", at least one must be 0.
    pub fn exclude(&mut self, changes: &[RepairChange]) {
        let mut all = Expression::default();
        for change in changes {
            let label = label(change.subject, "made");
            let made = Variable { label, lower: 0, upper: Some(1), whole: true };
            let made = self.program.variable(made);
            for (row, most) in self.uses(change.subject) {
                let row = row.plus_variable(-most, made);
                self.program.row(label, Role::Meaning, row, None, Some(0));
            }
            all = all.plus_variable(1, made);
        }
        let subject = formulation::Subject::ExcludedRepair(self.excluded);
        self.excluded += 1;
        let label = Label { rule: REPAIRS, kind: "other", subject };
        self.program.row(label, Role::Demand, all, None, Some(changes.len() as i64 - 1));
    }

    /// The changes in a solution of the program. Students of a cohort share one amount, the largest that any
    /// of them needs, but each pays for what that student needs.
    pub fn changes(&self, values: &IdVec<VariableId, i64>) -> Vec<RepairChange> {
        let prices = &self.real.instance.repairs;
        let mut amounts = BTreeMap::<ChangeSubject, (i64, i64)>::new();
        let counted =
            self.places.iter().map(|(&school, &more)| (ChangeSubject::Place(school), more));
        let clusters =
            self.clusters.iter().map(|(&owner, &more)| (ChangeSubject::Cluster(owner), more));
        for (subject, variable) in counted.chain(clusters) {
            let amount = values[variable];
            if amount > 0 {
                amounts.insert(subject, (amount, amount * unit_price(prices, subject.kind())));
            }
        }
        for &(pair, subject, much) in &self.of_pairs {
            let students = values[self.program.decisions.assigned[pair]];
            if students > 0 {
                let (amount, price) = amounts.entry(subject).or_insert((0, 0));
                *amount = (*amount).max(much);
                *price += students * much * unit_price(prices, subject.kind());
            }
        }
        let changes = amounts.into_iter();
        changes.map(|(subject, (amount, price))| RepairChange { subject, amount, price }).collect()
    }

    /// The variables that place each student.
    pub fn pairs_by_student(&self) -> Vec<Vec<VariableId>> {
        let assigned = &self.program.decisions.assigned;
        let students = self.real.instance.students.ids();
        let pairs = students.map(|student| self.candidates.of_student(student));
        pairs.map(|pairs| pairs.map(|pair| assigned[pair]).collect()).collect()
    }

    fn price_places(&mut self) {
        let instance = &self.real.instance;
        let alone = self.real.rulebook.forming().alone_places.get();
        for school in instance.schools.ids() {
            let pairs = self.candidates.at_school(school);
            if pairs.is_empty() {
                continue;
            }
            let all = instance.student_count();
            let label = label(ChangeSubject::Place(school), "more");
            let more = Variable { label, lower: 0, upper: Some(all), whole: true };
            let more = self.program.variable(more);
            let places = instance.schools[school].places;
            let mut in_all = Expression::default().plus_variable(-1, more);
            let settings = self.candidates.settings(school).to_vec();
            for &setting in &settings {
                // places × use instead of places: in the linear relaxation a school that is half open offers
                // half its places, which keeps the bound tight.
                let (open, always) = self.open(school, setting, places);
                let taken = self.students_at(school, setting).plus(-1, &open);
                in_all = in_all.plus(1, &taken);
                let row = taken.plus_variable(-1, more);
                let subject = formulation::Subject::School(school);
                let subject = match setting {
                    Setting::Meeting(day) => formulation::Subject::SchoolDay(school, day),
                    Setting::Shell => subject,
                };
                let label = Label { subject, ..label };
                self.program.row(label, Role::Demand, row, None, Some(always));
            }
            // Only one of the days is used. Without this row the linear relaxation opens a school a little on each of
            // several days, and has the further places on every one of them at the price of one.
            if settings.len() > 1 {
                self.program.row(label, Role::Meaning, in_all, None, Some(0));
            }
            // A school that forms a cluster alone needs `alone_places` places for that.
            let options = self.candidates.options_with(school).iter().copied();
            let alone_here = options.filter(|&option| {
                let option = &self.candidates.options[option];
                option.is_new() && option.schools.len() == 1 && places < alone
            });
            for option in alone_here.collect::<Vec<_>>() {
                let used = self.program.decisions.used[option];
                let row = Expression::default().plus_variable(alone, used).plus_variable(-1, more);
                let subject = formulation::Subject::Option(option);
                let label = Label { subject, kind: "alone", ..label };
                self.program.row(label, Role::Demand, row, None, Some(places));
            }
            self.places.insert(school, more);
            self.charge(ChangeKind::Place, 1, more);
        }
    }

    fn students_at(&self, school: SchoolId, setting: Setting) -> Expression {
        let pairs = self.candidates.at_school_in(school, setting);
        Expression::sum(pairs.map(|pair| self.program.decisions.assigned[pair]))
    }

    /// The places of a school in a setting: an expression if clusters open it, or a constant in the shell.
    fn open(&self, school: SchoolId, setting: Setting, places: i64) -> (Expression, i64) {
        let Setting::Meeting(day) = setting else { return (Expression::default(), places) };
        let options = self.candidates.options_with_on(school, day);
        let used = options.map(|option| (self.program.decisions.used[option], places));
        (Expression { terms: used.collect(), constant: 0 }, 0)
    }

    fn price_clusters(&mut self) {
        let instance = &self.real.instance;
        let mut of_owner = BTreeMap::<Owner, Expression>::new();
        for (id, option) in self.candidates.options.iter() {
            let used = self.program.decisions.used[id];
            let sum = of_owner.entry(option.owner(instance)).or_default();
            *sum = std::mem::take(sum).plus_variable(1, used);
        }
        for (owner, used) in of_owner {
            let Some(most) = self.real.rulebook.forming().most_clusters(instance, owner) else {
                continue;
            };
            let label = label(ChangeSubject::Cluster(owner), "more");
            let schools = instance.schools.len() as i64;
            let more = Variable { label, lower: 0, upper: Some(schools), whole: true };
            let more = self.program.variable(more);
            let row = used.plus_variable(-1, more);
            self.program.row(label, Role::Demand, row, None, Some(most));
            self.clusters.insert(owner, more);
            self.charge(ChangeKind::Cluster, 1, more);
        }
    }

    /// Prices the changes that each pair needs: kilometres, a missed meeting or an unmet wish.
    fn price_pairs(&mut self) {
        let real = self.real;
        let instance = &real.instance;
        let limits: IdVec<StudentId, Option<Metres>> = instance
            .students
            .values()
            .map(|student| real.rulebook.travel.as_ref().map(|travel| travel.limit(student)))
            .collect();
        let is_hard = real.rulebook.meeting_day.as_ref().is_some_and(|rule| rule.hard);
        let mut asked = Vec::new();
        for (id, pair) in self.candidates.pairs.iter() {
            let student = &instance.students[pair.student];
            // A placement that the planner fixed is admitted without any change.
            if real.conventions.locked(student, pair.school) {
                continue;
            }
            let placing = Placing::new(instance, pair.student, pair.school, pair.setting);
            let beyond = pair.journey.zip(limits[pair.student]);
            let beyond = beyond.map_or(0, |(journey, limit)| (journey.0 - limit.0).max(0));
            if beyond > 0 {
                asked.push((id, ChangeSubject::Kilometre(pair.student), (beyond + 999) / 1000));
            }
            if is_hard && placing.misses_meeting() {
                asked.push((id, ChangeSubject::Meeting(pair.student), 1));
            }
            let must = student.denomination.as_ref();
            let must = must.is_some_and(|wish| wish.strength == Strength::Must);
            if must && real.rulebook.denomination.is_some() && placing.unmet_denomination() {
                asked.push((id, ChangeSubject::Wish(pair.student), 1));
            }
        }
        for &(pair, subject, much) in &asked {
            let assigned = self.program.decisions.assigned[pair];
            self.charge(subject.kind(), much, assigned);
        }
        self.of_pairs = asked;
    }

    fn charge(&mut self, kind: ChangeKind, times: i64, variable: VariableId) {
        let unit_price = unit_price(&self.real.instance.repairs, kind);
        let price = std::mem::take(&mut self.price);
        self.price = price.plus_variable(unit_price * times, variable);
    }

    /// Expressions that are positive exactly if a subject is affected, each with its upper bound.
    fn uses(&self, subject: ChangeSubject) -> Vec<(Expression, i64)> {
        let counted = match subject {
            ChangeSubject::Place(school) => self.places.get(&school),
            ChangeSubject::Cluster(owner) => self.clusters.get(&owner),
            ChangeSubject::Kilometre(_) | ChangeSubject::Meeting(_) | ChangeSubject::Wish(_) => {
                None
            }
        };
        if let Some(&more) = counted {
            let most = self.program.variables[more].upper.unwrap_or(0);
            return vec![(more.into(), most)];
        }
        let pairs = self.of_pairs.iter().filter(|(_, asked, _)| *asked == subject);
        let pairs = pairs.map(|&(pair, _, _)| {
            let count = self.real.instance.students[self.candidates.pairs[pair].student].count;
            (self.program.decisions.assigned[pair].into(), count)
        });
        pairs.collect()
    }
}

fn label(subject: ChangeSubject, kind: &'static str) -> Label {
    let subject = match subject {
        ChangeSubject::Place(school) => formulation::Subject::School(school),
        ChangeSubject::Cluster(owner) => formulation::Subject::Owner(owner),
        ChangeSubject::Kilometre(student)
        | ChangeSubject::Meeting(student)
        | ChangeSubject::Wish(student) => formulation::Subject::Student(student),
    };
    Label { rule: REPAIRS, kind, subject }
}

/// The loosened problem under the condition that everyone is placed. If even that has no plan, its clash
/// explains why no changes are enough.
///
/// # Errors
/// If it is larger than the engine accepts.
pub fn loosened_for_everyone(
    real: &Problem,
    kinds: &BTreeSet<ChangeKind>,
) -> Result<Problem, InputErrors> {
    let loosened = loosened(real, kinds)?;
    let everyone: Vec<_> = Condition::everyone(&loosened.instance).collect();
    Ok(loosened.under(everyone))
}

/// The problem with every limit lifted that changes of the given kinds can lift.
fn loosened(real: &Problem, kinds: &BTreeSet<ChangeKind>) -> Result<Problem, InputErrors> {
    let mut instance = real.instance.clone();
    let mut rulebook = real.rulebook.clone();
    let all = instance.student_count();
    let schools = instance.schools.len() as i64;
    if kinds.contains(&ChangeKind::Place) {
        for school in instance.schools.values_mut() {
            school.places += all;
        }
    }
    if kinds.contains(&ChangeKind::Cluster) {
        let owners: BTreeSet<Owner> =
            instance.boards.ids().map(|board| instance.owner(board)).collect();
        for owner in owners {
            allow_clusters(&mut instance, owner, schools);
        }
    }
    if kinds.contains(&ChangeKind::Kilometre)
        && let Some(travel) = &mut rulebook.travel
    {
        let further = (0..instance.students.len()).map(StudentId::from_index);
        let further = further.map(|student| (student, MOST_FURTHER)).collect();
        lengthen(travel, &mut instance, &further);
    }
    if kinds.contains(&ChangeKind::Meeting)
        && let Some(meeting_day) = &mut rulebook.meeting_day
    {
        meeting_day.hard = false;
    }
    if kinds.contains(&ChangeKind::Wish) {
        for student in real.instance.students.ids() {
            make_preference(&mut instance, student);
        }
    }
    Ok(Problem::new(instance, rulebook)?.under(real.conditions.iter().cloned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::tiny;

    /// A point that opens a cluster half on each of two days has what is added to its school once, not on both days.
    #[test]
    fn places_are_not_added_once_for_several_days() {
        let problem = tiny(json!({
            "schools": [{ "id": "h", "places": 1 }],
            "clusters": [{ "id": "c", "schools": ["h"], "meeting_days": ["mon", "tue"] }],
            "students": [{ "id": "s", "count": 4 }],
        }));
        let relaxed = RelaxedProblem::of(&problem, &[ChangeKind::Place].into()).unwrap();
        let decisions = &relaxed.program.decisions;
        let broken = |students_a_day: i64| {
            // Twice the values of the point, so that they are whole: half of the place each day, and one more in all.
            let mut twice = IdVec::filled(0, relaxed.program.variables.len());
            decisions.used.values().for_each(|&used| twice[used] = 1);
            decisions.assigned.values().for_each(|&assigned| twice[assigned] = students_a_day);
            relaxed.places.values().for_each(|&more| twice[more] = 2);
            let rows = relaxed.program.rows.values().filter(|row| row.label.rule == REPAIRS);
            let is_broken = |row: &&formulation::Row| {
                let value: i64 = row.terms.iter().map(|&(of, by)| by * twice[of]).sum();
                row.upper.is_some_and(|upper| value > 2 * upper)
            };
            rows.filter(is_broken).count()
        };
        assert_eq!((decisions.used.len(), decisions.assigned.len()), (2, 2));
        assert_eq!(broken(2), 0, "the place and one more, over both days");
        assert_eq!(broken(3), 1, "the place, and one more on each day");
    }
}
