//! From candidates to the integer program, and from its values back to a plan: every rule writes its
//! own rows and terms.

use super::Problem;
use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::candidates::Candidates;
use crate::model::formulation::{Decisions, Formulation, ProgramDraft, Purpose, VariableId};
use crate::plan::assignment::{Assignment, Placement};
use crate::rules::{Rule, goals};

impl Problem {
    /// The integer program over these candidates, whose levels are the goals.
    pub fn formulate(&self, candidates: &Candidates, purpose: Purpose) -> Formulation {
        self.draft(candidates, purpose, &self.instance.goals)
    }

    /// The integer program over these candidates, whose levels are the goals and then what chooses among
    /// equally good plans.
    pub fn formulate_with_ties(&self, candidates: &Candidates) -> Formulation {
        self.draft(candidates, Purpose::Plan, &self.levels())
    }

    fn draft(&self, candidates: &Candidates, purpose: Purpose, levels: &[Goal]) -> Formulation {
        let mut draft = ProgramDraft::new(&self.instance, candidates, self.conventions, purpose);
        let of_pairs = draft.total().clone();
        for binding in self.rulebook.rules().into_iter().filter_map(Rule::binding) {
            binding.formulate(&mut draft);
        }
        self.weigh_program(&mut draft, of_pairs);
        for (position, condition) in self.conditions.iter().enumerate() {
            condition.formulate(position, &mut draft);
        }
        if let Some(tie_break) = &self.tie_break {
            tie_break.add_terms(&mut draft);
        }
        let levels = levels.iter();
        let objectives = levels.map(|&goal| (goal, goals::objective(goal, &draft))).collect();
        draft.finish(objectives)
    }
}

/// The plan that the values of a program over these candidates describe.
pub fn assignment_of(
    candidates: &Candidates,
    decisions: &Decisions,
    values: &IdVec<VariableId, i64>,
) -> Assignment {
    let used = candidates.options.iter().filter(|(id, _)| values[decisions.used[*id]] == 1);
    let clusters = used.map(|(_, option)| option.as_used());
    let placements = candidates.pairs.iter().map(|(id, pair)| Placement {
        student: pair.student,
        school: pair.school,
        count: values[decisions.assigned[id]],
    });
    Assignment::new(
        clusters.collect(),
        placements.filter(|placement| placement.count > 0).collect(),
    )
}
