//! The problem of one year: its instance, read like any file, and what it is compared with.

use super::GrowthPath;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::instance::document::InstanceDocument;
use crate::problem::{self, Problem};
use crate::questions::replan;

impl GrowthPath {
    /// The problem of a year's instance; where students move up, compared with the plan of the year before, whose
    /// file has these bytes.
    ///
    /// # Errors
    /// Everything that is wrong with the instance, or with the text of the plan.
    pub fn problem(
        &self,
        document: &InstanceDocument,
        before: Option<&[u8]>,
        files: &Files,
    ) -> Result<Problem, InputErrors> {
        let bytes = serde_json::to_vec(document).expect("a document is plain JSON");
        let mut problem = problem::read(&bytes, files)?.problem;
        if let Some(before) = before.filter(|_| self.moves_up) {
            problem.instance.previous_plan = Some(replan::read(&problem, before)?.0.earlier);
        }
        Ok(problem)
    }
}
