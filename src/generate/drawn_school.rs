//! A drawn school with its position, standing and cluster.

use super::point::MapPoint;
use crate::instance::Standing;
use crate::instance::document::{Places, SchoolDocument};

/// A drawn school with what the draws of students need.
#[derive(Clone, Debug)]
pub(super) struct DrawnSchool {
    /// The school in the instance.
    pub document: SchoolDocument,
    /// Its location.
    pub at: MapPoint,
    /// The standing of its board.
    pub standing: Standing,
    /// The existing cluster that contains it, as a position among all.
    pub cluster: Option<usize>,
}

impl DrawnSchool {
    /// The largest number of students that it takes.
    pub fn places(&self) -> i64 {
        self.document.places.get()
    }

    /// Whether its board is a partner or an aspirant.
    pub fn takes_part(&self) -> bool {
        self.standing.takes_part()
    }
}

/// A number of places in the type of the instance.
pub(super) fn places(number: i64) -> Places {
    Places::try_from(number).expect("places are drawn within the bounds of the format")
}
