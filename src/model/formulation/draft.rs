//! A formulation under construction, and the closed list of expressions that rules share:
//! assigned, left out, used, open, members, students at a school or board.

use std::collections::BTreeMap;

use super::{
    Expression, Formulation, Group, Label, Level, Objective, Role, Subject, Variable, VariableId,
};
use crate::base::Points;
use crate::instance::{BoardId, Day, Goal, Instance, SchoolId, StudentId};
use crate::model::candidates::{Candidates, OptionId, Pair, PairId};
use crate::plan::{Conventions, Setting};

/// The purpose of a formulation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// To find the best plan.
    Plan,
    /// To find which demands clash: any demand may be broken, so that no other row may rely on one.
    Clash,
}

/// A formulation under construction.
#[derive(Debug)]
pub struct ProgramDraft<'a> {
    /// The instance.
    pub instance: &'a Instance,
    /// The options and pairs that the program chooses from.
    pub candidates: &'a Candidates,
    /// Settings that concern more than one rule.
    pub conventions: Conventions,
    purpose: Purpose,
    program: Formulation,
    shares: BTreeMap<(SchoolId, Day, Group), BTreeMap<OptionId, VariableId>>,
    total: Expression,
    tie_break: Expression,
}

impl<'a> ProgramDraft<'a> {
    /// A draft with the decisions of every plan and the rows that make it one:
    /// a school is in at most one used option, and pairs carry their price.
    pub fn new(
        instance: &'a Instance,
        candidates: &'a Candidates,
        conventions: Conventions,
        purpose: Purpose,
    ) -> Self {
        let mut draft = Self {
            instance,
            candidates,
            conventions,
            purpose,
            program: Formulation::default(),
            shares: BTreeMap::new(),
            total: Expression::default(),
            tie_break: Expression::default(),
        };
        draft.add_decisions();
        draft.add_structure();
        draft
    }

    /// Students of a pair's entry who are placed at its school in its setting.
    pub fn assigned(&self, pair: PairId) -> VariableId {
        self.program.decisions.assigned[pair]
    }

    /// Students of an entry who are left out.
    pub fn left_out(&self, student: StudentId) -> VariableId {
        self.program.decisions.left_out[student]
    }

    /// Whether a cluster option is used: 0 or 1.
    pub fn used(&self, option: OptionId) -> VariableId {
        self.program.decisions.used[option]
    }

    /// Whether a school takes students in a setting: 1 in the shell, else the number of used options that
    /// contain it and meet on that day (0 or 1).
    pub fn open(&self, school: SchoolId, setting: Setting) -> Expression {
        match setting {
            Setting::Shell => Expression { terms: Vec::new(), constant: 1 },
            Setting::Meeting(day) => {
                let options = self.candidates.options_with_on(school, day);
                Expression::sum(options.map(|option| self.program.decisions.used[option]))
            }
        }
    }

    /// How many students, of any year, are at a school.
    pub fn students_at(&self, school: SchoolId) -> Expression {
        let pairs = self.candidates.at_school(school).iter();
        Expression::sum(pairs.map(|&pair| self.program.decisions.assigned[pair]))
    }

    /// How many students, of any year, are in clusters.
    pub fn core_students(&self) -> Expression {
        let pairs = self.candidates.pairs.iter();
        let core = pairs.filter(|(_, pair)| pair.setting != Setting::Shell);
        Expression::sum(core.map(|(id, _)| self.program.decisions.assigned[id]))
    }

    /// Students of an entry at a school, in any setting.
    pub fn at(&self, student: StudentId, school: SchoolId) -> Expression {
        self.of_student(student, |pair| pair.school == school)
    }

    /// Students of an entry at the schools of an option, on its day: if the option is used, those in it.
    pub fn at_option(&self, student: StudentId, option: OptionId) -> Expression {
        let option = &self.candidates.options[option];
        let setting = Setting::Meeting(option.meeting_day);
        self.of_student(student, |pair| {
            pair.setting == setting && option.schools.contains(&pair.school)
        })
    }

    /// How many students, of any year, are at all schools of a board.
    pub fn students_at_board(&self, board: BoardId) -> Expression {
        let schools = self.instance.schools.iter().filter(|(_, school)| school.board == board);
        schools
            .fold(Expression::default(), |sum, (school, _)| sum.plus(1, &self.students_at(school)))
    }

    /// The number of members of a group in a cluster option; 0 if the option is not used.
    ///
    /// If a school is in only one option on that day, its members are the option's. Where several options
    /// contain it, each has a share variable that is 0 unless the option is used; the shares add up to the
    /// members at the school. That needs no large constant and keeps the linear relaxation tight.
    pub fn members(&mut self, option: OptionId, group: Group) -> Expression {
        let day = self.candidates.options[option].meeting_day;
        let schools = self.candidates.options[option].schools.clone();
        let mut members = Expression::default();
        for school in schools {
            if self.candidates.options_with_on(school, day).nth(1).is_none() {
                members = members.plus(1, &self.members_at(school, day, group));
            } else {
                members = members.plus_variable(1, self.share(option, school, day, group));
            }
        }
        members
    }

    /// An upper limit on the students at a school that rows may rely on for this purpose.
    pub fn most_students(&self, school: SchoolId) -> i64 {
        match self.purpose {
            Purpose::Plan => self.instance.schools[school].places,
            Purpose::Clash => self.instance.student_count(),
        }
    }

    /// Adds an expression, in points, to the score.
    pub fn charge(&mut self, price: Points, expression: &Expression) {
        let total = std::mem::take(&mut self.total);
        self.total = total.plus(price.0, expression);
    }

    /// Puts another score in the place of what was charged so far.
    pub fn replace_total(&mut self, total: Expression) {
        self.total = total;
    }

    /// Adds a multiple of an expression to the objective that chooses among equally good plans.
    pub fn break_ties(&mut self, times: i64, expression: &Expression) {
        let sum = std::mem::take(&mut self.tie_break);
        self.tie_break = sum.plus(times, expression);
    }

    /// The objective that chooses among equally good plans.
    pub fn tie_break(&self) -> &Expression {
        &self.tie_break
    }

    /// Adds a variable that counts something, at least 0 and at most `upper` where given.
    pub fn counter(&mut self, label: Label, upper: Option<i64>) -> VariableId {
        self.program.variable(Variable { label, lower: 0, upper, whole: false })
    }

    /// Adds a variable that is 0 or 1.
    pub fn switch(&mut self, label: Label) -> VariableId {
        self.program.variable(Variable { label, lower: 0, upper: Some(1), whole: true })
    }

    /// Adds a row that a rule demands of every plan.
    pub fn demand(
        &mut self,
        label: Label,
        expression: Expression,
        lower: Option<i64>,
        upper: Option<i64>,
    ) {
        self.program.row(label, Role::Demand, expression, lower, upper);
    }

    /// Adds a row that defines what a variable means.
    pub fn meaning(
        &mut self,
        label: Label,
        expression: Expression,
        lower: Option<i64>,
        upper: Option<i64>,
    ) {
        self.program.row(label, Role::Meaning, expression, lower, upper);
    }

    /// All points so far.
    pub fn total(&self) -> &Expression {
        &self.total
    }

    /// The finished formulation, with an objective for each goal level.
    pub fn finish(mut self, objectives: Vec<(Goal, Objective)>) -> Formulation {
        let levels = objectives.into_iter();
        self.program.levels = levels.map(|(goal, objective)| Level { goal, objective }).collect();
        self.program
    }

    fn of_student(&self, student: StudentId, counts: impl Fn(&Pair) -> bool) -> Expression {
        let pairs = self.candidates.of_student(student);
        let counted = pairs.filter(|&pair| counts(&self.candidates.pairs[pair]));
        Expression::sum(counted.map(|pair| self.program.decisions.assigned[pair]))
    }

    fn add_decisions(&mut self) {
        for (option, _) in self.candidates.options.iter() {
            let label = structure("use", Subject::Option(option));
            let used = self.switch(label);
            self.program.decisions.used.push(used);
        }
        for (id, pair) in self.candidates.pairs.iter() {
            let most = self.instance.students[pair.student].count;
            let assigned = self.decision("place", Subject::Pair(id), most);
            self.program.decisions.assigned.push(assigned);
            self.total.terms.push((assigned, pair.price.0));
        }
        for (id, student) in self.instance.students.iter() {
            let left_out = self.decision("left_out", Subject::Student(id), student.count);
            self.program.decisions.left_out.push(left_out);
        }
    }

    fn decision(&mut self, kind: &'static str, subject: Subject, upper: i64) -> VariableId {
        let label = structure(kind, subject);
        self.program.variable(Variable { label, lower: 0, upper: Some(upper), whole: true })
    }

    fn add_structure(&mut self) {
        for school in self.instance.schools.ids() {
            let options = self.candidates.options_with(school);
            if options.len() > 1 {
                let used = Expression::sum(
                    options.iter().map(|&option| self.program.decisions.used[option]),
                );
                let label = structure("one_option", Subject::School(school));
                self.program.row(label, Role::Structure, used, None, Some(1));
            }
            if self.purpose == Purpose::Clash {
                self.bind_placing_to_use(school);
            }
        }
    }

    /// Keeps students out of schools that are not open. Rule `places` implies this, but not where its own
    /// rows may be broken.
    fn bind_placing_to_use(&mut self, school: SchoolId) {
        for &setting in self.candidates.settings(school) {
            let pairs = self.candidates.at_school_in(school, setting);
            let placed = Expression::sum(pairs.map(|pair| self.program.decisions.assigned[pair]));
            let row = placed.plus(-self.most_students(school), &self.open(school, setting));
            let label = structure("in_use", setting_subject(school, setting));
            self.program.row(label, Role::Structure, row, None, Some(0));
        }
    }

    fn members_at(&self, school: SchoolId, day: Day, group: Group) -> Expression {
        let pairs = self.candidates.at_school_in(school, Setting::Meeting(day));
        let members = pairs.filter(|&pair| {
            let student = self.candidates.pairs[pair].student;
            self.instance.in_community(student) && group.contains(&self.instance.students[student])
        });
        Expression::sum(members.map(|pair| self.program.decisions.assigned[pair]))
    }

    fn share(&mut self, option: OptionId, school: SchoolId, day: Day, group: Group) -> VariableId {
        if let Some(shares) = self.shares.get(&(school, day, group)) {
            return shares[&option];
        }
        let most = self.most_students(school);
        let mut shares = BTreeMap::new();
        for option in self.candidates.options_with_on(school, day) {
            let label = structure("share", Subject::Share(option, school, group));
            let share = self.counter(label, Some(most));
            let within =
                Expression::from(share).plus_variable(-most, self.program.decisions.used[option]);
            self.program.row(label, Role::Meaning, within, None, Some(0));
            shares.insert(option, share);
        }
        let divided = Expression::sum(shares.values().copied());
        let row = divided.plus(-1, &self.members_at(school, day, group));
        let label = structure("members", Subject::Members(school, day, group));
        self.program.row(label, Role::Meaning, row, Some(0), Some(0));
        let share = shares[&option];
        self.shares.insert((school, day, group), shares);
        share
    }
}

/// The subject of a row about a school in a setting.
pub fn setting_subject(school: SchoolId, setting: Setting) -> Subject {
    match setting {
        Setting::Meeting(day) => Subject::SchoolDay(school, day),
        Setting::Shell => Subject::School(school),
    }
}

fn structure(kind: &'static str, subject: Subject) -> Label {
    Label { rule: "structure", kind, subject }
}
