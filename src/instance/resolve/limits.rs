//! How large an instance may be.

use super::problems::{Location, Problems};
use crate::input::errors::Code;
use crate::instance::document::InstanceDocument;
use crate::message;

/// The most student entries.
pub const MOST_ENTRIES: usize = 100_000;
/// The most students, cohorts counted in full.
pub const MOST_STUDENTS: i64 = 1_000_000;
/// The most schools; boards and clusters cannot usefully be more.
pub const MOST_SCHOOLS: usize = 20_000;
/// The most rows in a travel table, its file included.
pub const MOST_TABLE_ROWS: usize = 2_000_000;

/// Complains of lists that are too long.
pub fn check(document: &InstanceDocument, problems: &mut Problems) {
    let spot = |key| Location::Key(&Location::Document, key);
    let clusters = document.clusters.as_ref().map_or(0, Vec::len);
    problems.at_most(
        MOST_ENTRIES,
        document.students.len(),
        &message!("instance-limit-entries"),
        spot("students"),
    );
    problems.at_most(
        MOST_SCHOOLS,
        document.schools.len(),
        &message!("instance-limit-schools"),
        spot("schools"),
    );
    problems.at_most(
        MOST_SCHOOLS,
        document.boards.len(),
        &message!("instance-limit-boards"),
        spot("boards"),
    );
    problems.at_most(MOST_SCHOOLS, clusters, &message!("instance-clusters"), spot("clusters"));
    let table = document.travel.as_ref().and_then(|travel| travel.table.as_ref());
    let rows = table.map_or(0, Vec::len);
    problems.at_most(
        MOST_TABLE_ROWS,
        rows,
        &message!("instance-rows"),
        spot("travel").key("table"),
    );
    let students = document.student_count();
    if students > MOST_STUDENTS {
        problems.add(
            Code::TooLarge,
            spot("students"),
            message!("instance-students-in-full", count = students.to_string()),
            message!("instance-most-students", count = MOST_STUDENTS.to_string()),
            message!("instance-split"),
        );
    }
}
