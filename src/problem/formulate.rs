//! From candidates to the integer program: every rule writes its own rows and terms.

use super::Problem;
use crate::candidates::Candidates;
use crate::formulation::{Draft, Formulation, Purpose};
use crate::goals;

impl Problem {
    /// The integer program over these candidates.
    pub fn formulate(&self, candidates: &Candidates, purpose: Purpose) -> Formulation {
        let mut draft = Draft::new(&self.instance, candidates, self.conventions, purpose);
        for rule in self.rulebook.rules() {
            rule.formulate(&mut draft);
        }
        let levels = self.instance.goals.iter();
        let objectives = levels.map(|&goal| (goal, goals::objective(goal, &mut draft))).collect();
        draft.finish(objectives)
    }
}
