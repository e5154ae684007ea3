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

/// A group of the members of a learning community.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// All members.
    All,
    /// The members of one study year.
    Year(Year),
    /// The members of one programme.
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

/// The subject of a variable or a row: the student, school, option and so on that it concerns.
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
    /// A step of the grant, by its position.
    GrantStep(usize),
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
    /// Two students who are to be together or apart, by the position among the pairs of the instance.
    Students(usize),
    /// Two students at a school, by the position of their pair.
    StudentsAt(usize, SchoolId),
    /// Two students in a cluster option, by the position of their pair.
    StudentsIn(usize, OptionId),
    /// A condition of a question, by its position among the conditions.
    Condition(usize),
    /// A condition on one student entry, by its position among the conditions.
    ConditionOn(usize, StudentId),
    /// A part of a condition, by the numbers of both.
    ConditionPart(usize, usize),
    /// A set of repairs that may not be chosen again, by its number.
    ExcludedRepair(usize),
    /// The measures of at least this value, in a ranked goal level.
    AtLeast(Goal, i64),
    /// A goal level.
    Goal(Goal),
}

/// Identifies a variable or row: who wrote it, its kind and its subject. Variables and rows are named and
/// clashes explained by their labels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Label {
    /// The id of the rule that wrote it, `structure` if every plan needs it, or `goals`.
    pub rule: &'static str,
    /// The kind of variable or row in one word, such as `use`, `below` or `most`.
    pub kind: &'static str,
    /// The subject.
    pub subject: Subject,
}

/// A variable of the program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variable {
    /// The label.
    pub label: Label,
    /// The lower bound.
    pub lower: i64,
    /// The upper bound; `None` if there is none.
    pub upper: Option<i64>,
    /// Whether only whole values are allowed. The others take whole values by themselves at an optimum, or
    /// their values do not matter.
    pub whole: bool,
}

/// The role of a row; see ARCHITECTURE.md.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// It makes a plan a plan, and can never be broken.
    Structure,
    /// It is what a rule demands. In the search for a clash it may be broken at a price.
    Demand,
    /// It defines what an auxiliary variable means.
    Meaning,
}

/// A row: the sum of its terms is at least `lower` and at most `upper`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The label.
    pub label: Label,
    /// The role.
    pub role: Role,
    /// The terms, each variable once, in order.
    pub terms: Vec<(VariableId, i64)>,
    /// The lower bound; `None` if there is none.
    pub lower: Option<i64>,
    /// The upper bound; `None` if there is none.
    pub upper: Option<i64>,
}

impl Row {
    /// The side at which a multiplier takes the row: above 0 the lower one, below 0 the upper one. `None` if there is no
    /// such side, so that the row proves nothing with it; 0 for a multiplier of 0.
    pub fn side(&self, multiplier: i64) -> Option<i64> {
        match multiplier.signum() {
            1 => self.lower,
            -1 => self.upper,
            _ => Some(0),
        }
    }
}

/// A goal level: what to minimise, after the levels before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// The goal.
    pub goal: Goal,
    /// The objective.
    pub objective: Objective,
}

/// An integer program with several objectives in order (levels). No variable and no level is ever negative.
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

/// The variables of a program that are the decisions of a plan; all others follow from them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Decisions {
    /// Whether a cluster option is used: 0 or 1.
    pub used: IdVec<OptionId, VariableId>,
    /// Students of a pair's entry who are placed at its school in its setting.
    pub assigned: IdVec<PairId, VariableId>,
    /// Students of an entry who are left out.
    pub left_out: IdVec<StudentId, VariableId>,
}

impl Decisions {
    /// How many students are left out.
    pub fn number_left_out(&self) -> Expression {
        Expression::sum(self.left_out.values().copied())
    }
}

impl Formulation {
    /// Adds a variable.
    pub fn variable(&mut self, variable: Variable) -> VariableId {
        self.variables.push(variable)
    }

    /// Adds a row that keeps an expression between bounds; the constant of the expression
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

    /// Adds the row that keeps a level at or below a value.
    pub fn hold(&mut self, level: &Level, value: i64) {
        let label = Label { rule: "goals", kind: "hold", subject: Subject::Goal(level.goal) };
        let (expression, most) = match &level.objective {
            Objective::Sum(sum) => (sum.clone(), value),
            Objective::Ranked(ranked) => ranked.beyond(value),
        };
        self.row(label, Role::Structure, expression, None, Some(most));
    }

    /// The same program with some variables fixed at 0. This program admits all that the smaller one admits.
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
