//! What all questions about one plan share, computed once.

use super::answer::{ClusterScope, RemainingSchool};
use super::cases::remains;
use super::question_base::QuestionBase;
use crate::composing::outline;
use crate::instance::{SchoolId, StudentId};
use crate::plan::assessment::Assessment;
use crate::plan::{Plan, Tally};
use crate::problem::{Problem, Survey};
use crate::solve::{Budget, Search};

/// Questions about one plan.
pub struct Inquiry<'a> {
    /// The problem of the plan.
    pub problem: &'a Problem,
    /// The tally of the plan.
    pub tally: &'a Tally<'a>,
    /// The assessment of the plan.
    pub assessment: Assessment,
    /// The clusters and placements of the plan.
    pub before: Plan,
    /// The problem that questions add conditions to.
    pub base: QuestionBase,
    /// `base` with the clusters of the plan held, if it leaves them free.
    pub held: Option<QuestionBase>,
    /// What happens to each school for each student.
    pub(super) survey: Survey<'a>,
    /// Whether clusters may change.
    pub(super) scope: ClusterScope,
    /// How to search; its budget is for all searches together.
    pub(super) search: &'a Search,
}

impl<'a> Inquiry<'a> {
    /// Questions about a plan that keeps the rules. The budget of `search` is for all questions together.
    pub fn new(
        problem: &'a Problem,
        tally: &'a Tally<'a>,
        scope: ClusterScope,
        search: &'a Search,
    ) -> Self {
        let holding = problem.holding(&tally.assignment.clusters);
        let holding = holding.with_fewest_moves(tally.assignment);
        let (base, held) = match scope {
            ClusterScope::Held => (holding, None),
            ClusterScope::Free => {
                (problem.clone().with_fewest_moves(tally.assignment), Some(holding))
            }
        };
        Self {
            problem,
            tally,
            assessment: problem.assess(tally),
            before: outline(problem, tally.assignment),
            base: QuestionBase::new(base),
            held: held.map(QuestionBase::new),
            survey: Survey::of(problem, tally),
            scope,
            search,
        }
    }

    /// A search for one answer, which starts from the plan.
    pub fn search(&self, budget: &Budget) -> Search {
        let start = Some(self.tally.assignment.clone());
        Search { start, ..self.search.with_budget(budget.with_own_work()) }
    }

    /// Whether the time for all questions has run out.
    pub fn is_over(&self) -> bool {
        self.search.budget.is_exhausted()
    }

    /// The students who are left out, in order.
    pub fn left_out(&self) -> Vec<StudentId> {
        let students = self.problem.instance.students.ids();
        students.filter(|&student| self.tally.left_out(student) > 0).collect()
    }

    /// The state in the plan of a school that no rule refuses a student; `None` if a rule does.
    pub fn remains(&self, student: StudentId, school: SchoolId) -> Option<RemainingSchool> {
        remains(&self.survey, student, school)
    }

    pub(super) fn school_name(&self, school: SchoolId) -> String {
        self.problem.instance.schools[school].id.clone()
    }

    pub(super) fn student_name(&self, student: StudentId) -> String {
        self.problem.instance.students[student].id.clone()
    }
}
