//! A path in one of its draws: the same path with other instances.

use crate::growth::{Candidate, GrowthPath};
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::InstanceDocument;
use crate::instance::{Files, Standing};
use crate::message;
use crate::problem;

/// The key of the changes that draws make.
const PLACE: &str = "draws.changes";

impl GrowthPath {
    /// The path in a draw: what it may decide and what that costs is the same, the instances of the years are
    /// those of the draw. `files` reads files beside the base.
    ///
    /// # Errors
    /// All changes that cannot be applied; or a year without students.
    pub fn in_draw(&self, draw: i64, files: &Files) -> Result<Self, InputErrors> {
        let mut path = Self { draws: None, ..self.clone() };
        if let Some(draws) = &self.draws {
            path.documents = draws.documents(draw, files)?;
        }
        let mut errors = InputErrors::default();
        for (year, document) in path.years.iter().zip(&path.documents) {
            if document.students.is_empty() {
                errors.add(
                    Code::EmptyList,
                    PLACE,
                    message!("growth-draw-nobody-found", year = &year.id, draw = draw),
                    message!("growth-nobody-allowed"),
                    message!("growth-draw-nobody-help"),
                );
            }
        }
        errors.into_result(path)
    }

    /// Everything that is wrong with the first draw: of the others that is found out when they are planned.
    pub(in crate::growth) fn first_draw_is_sound(&self, files: &Files) -> InputErrors {
        let path = match self.in_draw(1, files) {
            Ok(path) => path,
            Err(errors) => return errors,
        };
        let mut errors = InputErrors::default();
        for (year, document) in path.years.iter().zip(&path.documents) {
            let bytes = serde_json::to_vec(document).expect("a document is plain JSON");
            for mut error in problem::read(&bytes, files).err().unwrap_or_default().0 {
                let location =
                    message!("scenarios-in-instance", change = PLACE, location = error.location);
                error.location = location.to_string();
                errors.0.push(error);
            }
            for candidate in &self.candidates {
                if !may_enter(candidate, document) {
                    errors.add(
                        Code::Contradiction,
                        PLACE,
                        message!("growth-draw-in-found", board = &candidate.board, year = &year.id),
                        message!("growth-draw-in-allowed"),
                        message!("growth-draw-in-help"),
                    );
                }
            }
            if !errors.0.is_empty() {
                // What is wrong in one year mostly is in all later ones.
                break;
            }
        }
        errors
    }
}

/// Whether a board can still enter in an instance: it is there, and takes no part so far.
fn may_enter(candidate: &Candidate, document: &InstanceDocument) -> bool {
    let board = document.boards.iter().find(|board| board.id == candidate.board);
    let standing = board.map(|board| board.standing.unwrap_or(Standing::Partner));
    match standing {
        Some(Standing::Candidate) => true,
        Some(Standing::Shell) => candidate.standing != Standing::Shell,
        _ => false,
    }
}
