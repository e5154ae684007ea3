//! The readers of a report, and what they may see.

use crate::instance::BoardId;

/// The smallest group of students that is disclosed to anyone but planners.
pub const SMALLEST_GROUP: i64 = 5;

/// The readers of a report. A wish for a religious school is a special category of personal data, and free
/// days reveal family circumstances: only planners see them with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Planners see everything.
    Planner,
    /// A board sees its own students by name, without wishes, priorities, free days, homes or reasons, and of
    /// all others what the public sees.
    Board(BoardId),
    /// The public sees no student, no home more precise than a postcode area, no group smaller than
    /// [`SMALLEST_GROUP`].
    Public,
}

impl Audience {
    /// Whether the reader sees everything about single students.
    pub fn sees_students(self) -> bool {
        self == Self::Planner
    }

    /// The board whose own students are named.
    pub fn board(self) -> Option<BoardId> {
        match self {
            Self::Board(board) => Some(board),
            Self::Planner | Self::Public => None,
        }
    }
}
