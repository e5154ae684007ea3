//! Variables, rows and goal levels, each with a label that says what it is about.

use super::{Expression, Objective, VariableId};
use crate::base::IdVec;
use crate::id_types;
use crate::instance::{
    BoardId, ClusterId, Day, Goal, Owner, Programme, SchoolId, Student, StudentId, Year,
};
use crate::model::candidates::{OptionId, PairId};

id_types! {
    /// A row of the program.
    pub RowId;
}

/// A part of the members of a learning community.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// All members.
    All,
    /// Those of one study year.
    Year(Year),
    /// Those of one programme.
    Programme(Programme),
}

impl Group {
    /// Whether a student, as a member, belongs to this group.
    pub fn contains(self, student: &Student) -> bool {
        match self {
            Self::All => true,
            Self::Year(year) => student.year == year,
            Self::Programme(programme) => student.programme == programme,
        }
    }
}

/// What a variable or a row is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// The plan as a whole.
    Plan,
    /// A student, or a cohort.
    Student(StudentId),
    /// A student, or a cohort, at a school.
    StudentSchool(StudentId, SchoolId),
    /// A school.
    School(SchoolId),
    /// A school on a meeting day.
    SchoolDay(SchoolId, Day),
    /// A tighter limit of a school, by its position in the school's list.
    PlacesFor(SchoolId, i64),
    /// One step of a price that rises with the number of students at a school.
    Step(SchoolId, i64),
    /// A board.
    Board(BoardId),
    /// A board or network that forms clusters.
    Owner(Owner),
    /// An existing cluster.
    Cluster(ClusterId),
    /// A cluster option.
    Option(OptionId),
    /// A study year within a cluster option.
    OptionYear(OptionId, Year),
    /// The members of a group that a school brings to a cluster option.
    Share(OptionId, SchoolId, Group),
    /// The members of a group at a school on a meeting day.
    Members(SchoolId, Day, Group),
    /// An admissible student–school–setting pair.
    Pair(PairId),
    /// What a question asks, by its position among the conditions.
    Condition(usize),
    /// What a question asks of one student.
    ConditionOn(usize, StudentId),
    /// A set of repairs that may not be chosen again, by its number.
    ExcludedRepair(usize),
    /// A measure of at least so much, in a goal level.
    AtLeast(Goal, i64),
    /// A goal level.
    Goal(Goal),
}

/// Whose a variable or row is: a rule's id, or `structure` or `goals`, and its subject.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Label {
    /// The rule's id, or `structure` for what no rule may break, or `goals`.
    pub rule: &'static str,
    /// What kind of variable or row it is, in one word, such as `use`, `below` or `most`.
    pub kind: &'static str,
    /// What it is about.
    pub subject: Subject,
}

/// A variable: at least `lower`, at most `upper` where given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variable {
    /// Meaning of the label.
    pub label: Label,
    /// Its least value.
    pub lower: i64,
    /// Its greatest value, where there is one.
    pub upper: Option<i64>,
    /// Whether only whole values count. Others take whole values by themselves, or do not matter.
    pub whole: bool,
}

/// What a row is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// What a plan is; no plan without it makes sense.
    Structure,
    /// What a rule demands; the rule could be broken at a price, were one looking for a clash.
    Demand,
    /// What a variable means.
    Meaning,
}

/// A row: its terms lie between `lower` and `upper`, where given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Whose it is.
    pub label: Label,
    /// What it is for.
    pub role: Role,
    /// Its terms, each variable once, in order.
    pub terms: Vec<(VariableId, i64)>,
    /// The least value of the terms, where there is one.
    pub lower: Option<i64>,
    /// The greatest value of the terms, where there is one.
    pub upper: Option<i64>,
}

/// A goal level: what to minimise, after the levels before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// What it is called.
    pub goal: Goal,
    /// What it minimises.
    pub objective: Objective,
}

/// An integer program in levels. All variables are at least 0 and all levels are never negative.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Formulation {
    /// The variables.
    pub variables: IdVec<VariableId, Variable>,
    /// The rows.
    pub rows: IdVec<RowId, Row>,
    /// The goal levels, the first to be minimised first.
    pub levels: Vec<Level>,
    /// Which variables are the decisions of a plan.
    pub decisions: Decisions,
}

/// Which variables of a program are the decisions of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Decisions {
    /// Whether a cluster option is used: 0 or 1.
    pub used: IdVec<OptionId, VariableId>,
    /// How many of a pair's cohort are placed so.
    pub assigned: IdVec<PairId, VariableId>,
    /// How many of a cohort are left out.
    pub left_out: IdVec<StudentId, VariableId>,
}

impl Formulation {
    /// Adds a variable.
    pub fn variable(&mut self, variable: Variable) -> VariableId {
        self.variables.push(variable)
    }

    /// Adds a row that holds an expression between bounds; the expression's constant
    /// moves to the bounds.
    pub fn row(
        &mut self,
        label: Label,
        role: Role,
        expression: Expression,
        lower: Option<i64>,
        upper: Option<i64>,
    ) -> RowId {
        let Expression { terms, constant } = expression.collected();
        let moved = |bound: i64| bound - constant;
        self.rows.push(Row { label, role, terms, lower: lower.map(moved), upper: upper.map(moved) })
    }

    /// Adds the row that keeps a level at a value, or below.
    pub fn hold(&mut self, level: &Level, value: i64) {
        let label = Label { rule: "goals", kind: "hold", subject: Subject::Goal(level.goal) };
        let (expression, most) = match &level.objective {
            Objective::Sum(sum) => (sum.clone(), value),
            Objective::Ranked(ranked) => ranked.beyond(value),
        };
        self.row(label, Role::Structure, expression, None, Some(most));
    }

    /// The same program in which some variables stay at 0. What it admits, this one admits too.
    #[must_use]
    pub fn without(&self, idle: impl Iterator<Item = VariableId>) -> Self {
        let mut smaller = self.clone();
        for id in idle {
            smaller.variables[id].upper = Some(0);
        }
        smaller
    }

    /// Whether whole values satisfy every bound and every row, exactly.
    pub fn admits(&self, values: &IdVec<VariableId, i64>) -> bool {
        let within = |value: i64, lower: Option<i64>, upper: Option<i64>| {
            lower.is_none_or(|lower| value >= lower) && upper.is_none_or(|upper| value <= upper)
        };
        self.variables
            .iter()
            .all(|(id, variable)| within(values[id], Some(variable.lower), variable.upper))
            && self.rows.values().all(|row| {
                let value = row.terms.iter().map(|&(variable, by)| by * values[variable]).sum();
                within(value, row.lower, row.upper)
            })
    }
}
