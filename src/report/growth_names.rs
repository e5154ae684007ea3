//! Names of boards and schools over all years of a path.

use super::names::DisplayNames;
use crate::disclosure::PathNames;

/// The names of boards and schools over all years, such that no two are equal.
pub struct ShownNames {
    boards: DisplayNames,
    schools: DisplayNames,
}

impl ShownNames {
    /// The names as they are shown.
    pub fn of(names: &PathNames) -> Self {
        Self {
            boards: DisplayNames::new(&names.boards),
            schools: DisplayNames::new(&names.schools),
        }
    }

    /// The name of a board.
    pub fn board<'a>(&'a self, id: &'a str) -> &'a str {
        self.boards.name(id)
    }

    /// The names of some boards.
    pub fn boards(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.board(id)).collect::<Vec<_>>().join(", ")
    }

    /// The name of a school.
    pub fn school<'a>(&'a self, id: &'a str) -> &'a str {
        self.schools.name(id)
    }

    /// The names of some schools.
    pub fn schools(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.school(id)).collect::<Vec<_>>().join(", ")
    }
}
