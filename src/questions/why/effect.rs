//! What a condition comes to: the best plan under it, beside the plan as it is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answer::Here;
use super::inquiry::Inquiry;
use crate::composing::outline;
use crate::instance::{Goal, StudentId};
use crate::plan::assessment::Charged;
use crate::plan::assignment::Assignment;
use crate::plan::{GoalLevel, Plan, Status};
use crate::problem::{Condition, Problem};
use crate::questions::difference::{ClusterChange, Move, Whereabout, cluster_changes, moves};
use crate::rules::goals;
use crate::solve::mip::{Ending, LevelAnswer};
use crate::solve::{Budget, Demand, Incumbent, PlaceError, SearchOutcome, clash_of};

/// What came of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// There is such a plan.
    Possible,
    /// No plan does it: proven.
    Impossible,
    /// Nothing was found, and nothing ruled out, in time.
    Unknown,
}

/// What a condition comes to.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Effect {
    /// Whether it can be.
    pub outcome: Outcome,
    /// By how much the score changes: above 0 is worse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<i64>,
    /// No plan that does it changes the score by less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_bound: Option<i64>,
    /// How good the plan is proven to be among those that do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// (value − bound) / max(1, value) of the score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// The goal levels, now and then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Level>,
    /// By how much the points of each rule change, where they do.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<&'static str, i64>,
    /// Where the student is then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub here: Vec<Here>,
    /// Others who are elsewhere then.
    pub moves: Vec<Move>,
    /// Whether it is proven that no plan at this score has fewer students leave their school.
    pub fewest_moves: bool,
    /// Clusters that are others then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<ClusterChange>,
    /// Why no plan does it, where that was found out: demands that clash.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Demand>,
}

/// A goal level, now and then.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Level {
    /// What it minimises.
    pub goal: String,
    /// Its value in the plan.
    pub now: i64,
    /// Its value then.
    pub then: i64,
    /// No plan that does it, at the levels before, is below this.
    pub bound: i64,
}

impl Effect {
    fn without_plan(outcome: Outcome, because: Vec<Demand>) -> Self {
        Self {
            outcome,
            change: None,
            change_bound: None,
            status: None,
            gap: None,
            goals: Vec::new(),
            rules: BTreeMap::new(),
            here: Vec::new(),
            moves: Vec::new(),
            fewest_moves: false,
            clusters: Vec::new(),
            because,
        }
    }

    /// What rules that refuse every school come to.
    pub fn refused(because: Vec<Demand>) -> Self {
        Self::without_plan(Outcome::Impossible, because)
    }

    /// Whether nothing is left to prove of it.
    pub fn is_exact(&self) -> bool {
        self.outcome == Outcome::Impossible || self.status == Some(Status::Optimal)
    }
}

/// What a question about a student comes to: the best plan of the problem under a condition.
///
/// # Errors
/// Where solver or check are at fault.
pub fn effect(
    inquiry: &Inquiry,
    condition: Condition,
    student: StudentId,
    budget: &Budget,
) -> Result<Effect, PlaceError> {
    let mut search = inquiry.search(budget);
    // With clusters free a search begins with what is best with those of the plan: that is found soon,
    // and no answer is worse for the freedom.
    let mut start = None;
    if let Some(held) = &inquiry.held
        && let SearchOutcome::Plan(known) = held.ask(condition.clone(), &search)?.1.outcome
    {
        search.start = Some(known.assignment.clone());
        start = Some(known);
    }
    search.budget = budget.with_own_work();
    let (asked, came) = inquiry.base.ask(condition, &search)?;
    Ok(match came.outcome {
        SearchOutcome::Plan(known) => compared(inquiry, &asked, student, &known),
        SearchOutcome::Infeasible => {
            let clash = clash_of(&asked, &inquiry.search(budget))?;
            Effect::without_plan(Outcome::Impossible, clash.map_or(Vec::new(), |one| one.demands))
        }
        SearchOutcome::NothingFound(ending) => match start {
            Some(known) => {
                let mut known = unproven(known, ending);
                inquiry.base.raise(&mut known);
                compared(inquiry, &asked, student, &known)
            }
            None => Effect::without_plan(Outcome::Unknown, Vec::new()),
        },
    })
}

/// A plan of a narrower problem, as one of which nothing is proven.
fn unproven(known: Incumbent, ending: Ending) -> Incumbent {
    let levels = known.levels.into_iter().map(|level| LevelAnswer { bound: 0, ..level });
    Incumbent { levels: levels.collect(), ending, ..known }
}

fn compared(inquiry: &Inquiry, asked: &Problem, student: StudentId, known: &Incumbent) -> Effect {
    let tally = asked.tally(&known.assignment);
    let assessment = asked.assess(&tally);
    let then = assessment.total().0;
    let goals = asked.instance.goals.iter().zip(&known.levels);
    let levels = goals.clone().map(|(&goal, level)| Level {
        goal: goal.name(),
        now: goals::value(goal, inquiry.tally, &inquiry.assessment),
        then: level.value,
        bound: level.bound,
    });
    let total = goals.clone().find(|(goal, _)| **goal == Goal::Total);
    let bound = total.map_or(0, |(_, level)| level.bound);
    let mut levels_of_goals = known.levels.iter().take(asked.instance.goals.len());
    let is_proven = levels_of_goals.all(|level| level.value == level.bound);
    let status = if is_proven { Status::Optimal } else { known.status() };
    let before = inquiry.assessment.per_rule();
    let mut rules: BTreeMap<&'static str, i64> =
        assessment.per_rule().into_iter().map(|(rule, points)| (rule, points.0)).collect();
    for (rule, points) in before {
        *rules.entry(rule).or_insert(0) -= points.0;
    }
    rules.retain(|_, points| *points != 0);
    let now = inquiry.assessment.total().0;
    let plan = outline(asked, &known.assignment);
    Effect {
        outcome: Outcome::Possible,
        change: Some(then - now),
        change_bound: Some(bound - now),
        status: Some(status),
        gap: Some(GoalLevel::new(Goal::Total, then, bound).gap),
        goals: levels.collect(),
        rules,
        here: here(asked, &known.assignment, student),
        moves: others(&inquiry.before, &plan, &asked.instance.students[student].id),
        fewest_moves: known.levels.iter().all(|level| level.value == level.bound),
        clusters: cluster_changes(&inquiry.before.clusters, &plan.clusters),
        because: Vec::new(),
    }
}

/// Everyone else who is elsewhere.
fn others(before: &Plan, after: &Plan, student: &str) -> Vec<Move> {
    let mut moves = moves(before, after);
    moves.retain(|one| one.student != student && one.to != Whereabout::Absent);
    moves
}

/// Where the students of an entry are in an assignment, and what each rule charges for that.
pub fn here(problem: &Problem, assignment: &Assignment, student: StudentId) -> Vec<Here> {
    let tally = problem.tally(assignment);
    let charged = problem.assess(&tally).per_subject();
    let ids = assignment.cluster_ids(&problem.instance);
    let placements = assignment.placements.iter().enumerate();
    let own = placements.filter(|(_, placement)| placement.student == student);
    own.map(|(index, placement)| {
        let points = charged.get(&Charged::Placement(index)).into_iter();
        let points = points.flatten().map(|(rule, points)| ((*rule).to_owned(), *points));
        Here {
            school: problem.instance.schools[placement.school].id.clone(),
            cluster: tally.cluster_at(placement.school).map(|cluster| ids[cluster].clone()),
            count: placement.count,
            m: problem.instance.journey(student, placement.school),
            charged: points.collect(),
        }
    })
    .collect()
}
