//! The relaxed problem: everything that may give way does, and pays for it.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{
    Change, Kind, Subject, allow_clusters, everyone, lengthen, make_preference, worth,
};
use crate::base::{Id, IdVec, Metres};
use crate::input::errors::InputErrors;
use crate::instance::{Goal, Owner, SchoolId, Strength, StudentId};
use crate::model::candidates::{Candidates, PairId};
use crate::model::formulation::{
    self, Expression, Formulation, Label, Level, Purpose, Role, Variable, VariableId,
};
use crate::plan::{Placing, Setting};
use crate::problem::Problem;

/// How much further than the limit anyone may be asked to travel.
pub const MOST_FURTHER: Metres = Metres(50_000);
/// Whose the variables and rows of repairs are.
const REPAIRS: &str = "repairs";

/// A relaxed problem as a program: everyone is placed, and what gives way is paid for first.
pub struct Relaxed<'a> {
    real: &'a Problem,
    /// What the program chooses from.
    pub candidates: Candidates,
    /// The program; its first level is the price of all changes.
    pub program: Formulation,
    places: BTreeMap<SchoolId, VariableId>,
    clusters: BTreeMap<Owner, VariableId>,
    /// What pairs ask of their student: which change, and how much of it.
    of_pairs: Vec<(PairId, Subject, i64)>,
    price: Expression,
}

impl<'a> Relaxed<'a> {
    /// The relaxed problem, in which changes of some kinds may be made.
    ///
    /// # Errors
    /// Where it is larger than the engine takes.
    pub fn of(real: &'a Problem, kinds: &BTreeSet<Kind>) -> Result<Self, InputErrors> {
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
        };
        if kinds.contains(&Kind::Place) {
            relaxed.price_places();
        }
        if kinds.contains(&Kind::Cluster) {
            relaxed.price_clusters();
        }
        relaxed.price_pairs();
        let objective = relaxed.price.clone().into();
        // A price of changes is in points too.
        relaxed.program.levels.insert(0, Level { goal: Goal::Total, objective });
        Ok(relaxed)
    }

    /// Forbids all sets of changes that are made to everything that these are made to.
    pub fn forbid(&mut self, changes: &[Change]) {
        let number = self.program.rows.len();
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
        let subject = formulation::Subject::Condition(number);
        let label = Label { rule: REPAIRS, kind: "other", subject };
        self.program.row(label, Role::Demand, all, None, Some(changes.len() as i64 - 1));
    }

    /// The changes that values of the program make.
    pub fn changes(&self, values: &IdVec<VariableId, i64>) -> Vec<Change> {
        let prices = &self.real.instance.repairs;
        let mut amounts = BTreeMap::<Subject, (i64, i64)>::new();
        let counted = self.places.iter().map(|(&school, &more)| (Subject::Place(school), more));
        let clusters = self.clusters.iter().map(|(&owner, &more)| (Subject::Cluster(owner), more));
        for (subject, variable) in counted.chain(clusters) {
            let amount = values[variable];
            if amount > 0 {
                amounts.insert(subject, (amount, amount * worth(prices, subject.kind())));
            }
        }
        for &(pair, subject, much) in &self.of_pairs {
            let students = values[self.program.decisions.assigned[pair]];
            if students > 0 {
                let (amount, price) = amounts.entry(subject).or_insert((0, 0));
                *amount = (*amount).max(much);
                *price += students * much * worth(prices, subject.kind());
            }
        }
        let changes = amounts.into_iter();
        changes.map(|(subject, (amount, price))| Change { subject, amount, price }).collect()
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
            let label = label(Subject::Place(school), "more");
            let more = Variable { label, lower: 0, upper: Some(all), whole: true };
            let more = self.program.variable(more);
            let places = instance.schools[school].places;
            for &setting in self.candidates.settings(school) {
                // The places of a school are there where it is open, which keeps the bound up.
                let (open, always) = self.open(school, setting, places);
                let row = self.students_at(school, setting).plus(-1, &open).plus_variable(-1, more);
                let subject = formulation::Subject::School(school);
                let subject = match setting {
                    Setting::Meeting(day) => formulation::Subject::SchoolDay(school, day),
                    Setting::Shell => subject,
                };
                let label = Label { subject, ..label };
                self.program.row(label, Role::Demand, row, None, Some(always));
            }
            // A school that is a cluster of its own has places enough for that.
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
            self.charge(Kind::Place, 1, more);
        }
    }

    fn students_at(&self, school: SchoolId, setting: Setting) -> Expression {
        let pairs = self.candidates.at_school_in(school, setting);
        Expression::sum(pairs.map(|pair| self.program.decisions.assigned[pair]))
    }

    /// The places of a school in a setting: as an expression where clusters open it, or always.
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
            let label = label(Subject::Cluster(owner), "more");
            let schools = instance.schools.len() as i64;
            let more = Variable { label, lower: 0, upper: Some(schools), whole: true };
            let more = self.program.variable(more);
            let row = used.plus_variable(-1, more);
            self.program.row(label, Role::Demand, row, None, Some(most));
            self.clusters.insert(owner, more);
            self.charge(Kind::Cluster, 1, more);
        }
    }

    /// What a pair asks of its student beyond what the rules admit.
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
            // The planner's word needs no repair.
            if real.conventions.locked(student, pair.school) {
                continue;
            }
            let placing = Placing::new(instance, pair.student, pair.school, pair.setting);
            let beyond = pair.journey.zip(limits[pair.student]);
            let beyond = beyond.map_or(0, |(journey, limit)| (journey.0 - limit.0).max(0));
            if beyond > 0 {
                asked.push((id, Subject::Kilometre(pair.student), (beyond + 999) / 1000));
            }
            if is_hard && placing.misses_meeting() {
                asked.push((id, Subject::Meeting(pair.student), 1));
            }
            let must = student.denomination.as_ref();
            let must = must.is_some_and(|wish| wish.strength == Strength::Must);
            if must && real.rulebook.denomination.is_some() && placing.unmet_denomination() {
                asked.push((id, Subject::Wish(pair.student), 1));
            }
        }
        for &(pair, subject, much) in &asked {
            let assigned = self.program.decisions.assigned[pair];
            self.charge(subject.kind(), much, assigned);
        }
        self.of_pairs = asked;
    }

    fn charge(&mut self, kind: Kind, times: i64, variable: VariableId) {
        let worth = worth(&self.real.instance.repairs, kind);
        let price = std::mem::take(&mut self.price);
        self.price = price.plus_variable(worth * times, variable);
    }

    /// Where a change to a subject shows: expressions that are 0 without it, and at most so much.
    fn uses(&self, subject: Subject) -> Vec<(Expression, i64)> {
        let counted = match subject {
            Subject::Place(school) => self.places.get(&school),
            Subject::Cluster(owner) => self.clusters.get(&owner),
            Subject::Kilometre(_) | Subject::Meeting(_) | Subject::Wish(_) => None,
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

fn label(subject: Subject, kind: &'static str) -> Label {
    let subject = match subject {
        Subject::Place(school) => formulation::Subject::School(school),
        Subject::Cluster(owner) => formulation::Subject::Owner(owner),
        Subject::Kilometre(student) | Subject::Meeting(student) | Subject::Wish(student) => {
            formulation::Subject::Student(student)
        }
    };
    Label { rule: REPAIRS, kind, subject }
}

/// The loosened problem under the condition that everyone is placed: where even that has no plan, it
/// tells what clashes.
///
/// # Errors
/// Where it is larger than the engine takes.
pub fn loosened_for_everyone(
    real: &Problem,
    kinds: &BTreeSet<Kind>,
) -> Result<Problem, InputErrors> {
    let loosened = loosened(real, kinds)?;
    let everyone: Vec<_> = everyone(&loosened.instance).collect();
    Ok(loosened.under(everyone))
}

/// The problem with everything loosened that changes of some kinds may loosen.
fn loosened(real: &Problem, kinds: &BTreeSet<Kind>) -> Result<Problem, InputErrors> {
    let mut instance = real.instance.clone();
    let mut rulebook = real.rulebook.clone();
    let all = instance.student_count();
    let schools = instance.schools.len() as i64;
    if kinds.contains(&Kind::Place) {
        for school in instance.schools.values_mut() {
            school.places += all;
        }
    }
    if kinds.contains(&Kind::Cluster) {
        let owners: BTreeSet<Owner> =
            instance.boards.ids().map(|board| instance.owner(board)).collect();
        for owner in owners {
            allow_clusters(&mut instance, owner, schools);
        }
    }
    if kinds.contains(&Kind::Kilometre)
        && let Some(travel) = &mut rulebook.travel
    {
        let further = (0..instance.students.len()).map(StudentId::from_index);
        let further = further.map(|student| (student, MOST_FURTHER)).collect();
        lengthen(travel, &mut instance, &further);
    }
    if kinds.contains(&Kind::Meeting)
        && let Some(meeting_day) = &mut rulebook.meeting_day
    {
        meeting_day.hard = false;
    }
    if kinds.contains(&Kind::Wish) {
        for student in real.instance.students.ids() {
            make_preference(&mut instance, student);
        }
    }
    Ok(Problem::new(instance, rulebook)?.under(real.conditions.iter().cloned()))
}
