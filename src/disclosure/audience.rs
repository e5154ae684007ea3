//! Who reads a report, and what they may see.

use crate::instance::BoardId;

/// The smallest group of students that is told to those who are no planners.
pub const SMALLEST_GROUP: i64 = 5;

/// Who reads a report. A wish for a religious school is a special category of personal data, and free days
/// tell about families: only planners see them with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Those who plan: everything.
    Planner,
    /// A board: its own students by name, without wishes, priorities, free days, homes or reasons; of all
    /// others what the public may see.
    Board(BoardId),
    /// Anyone: no student, no home nearer than a postcode area, no group smaller than [`SMALLEST_GROUP`].
    Public,
}

impl Audience {
    /// Whether everything about single students may be told.
    pub fn sees_students(self) -> bool {
        self == Self::Planner
    }

    /// The board whose own students may be named.
    pub fn board(self) -> Option<BoardId> {
        match self {
            Self::Board(board) => Some(board),
            Self::Planner | Self::Public => None,
        }
    }
}
