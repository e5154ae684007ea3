//! Lists as plain values.

use super::super::Edition;
use super::super::field::Field;
use super::super::table::{Cell, Table};

/// What a list is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ListKind {
    /// Everything, for the planner.
    Overview,
    /// One school.
    School,
    /// One cluster.
    Cluster,
    /// The clusters of one trainer.
    Trainer,
    /// One board.
    Board,
}

/// A list about one school, cluster, trainer or board.
#[derive(Clone, PartialEq, Debug)]
pub struct ListBook {
    /// What it is about.
    pub kind: ListKind,
    /// The name of that.
    pub name: String,
    /// Its id; empty for a trainer and the overview.
    pub id: String,
    /// Facts about it, in reading order.
    pub facts: Vec<(Field, Cell)>,
    /// Its tables, in reading order, none without rows except the first.
    pub tables: Vec<Table>,
}

/// All lists of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct Lists {
    /// Name of the instance.
    pub name: String,
    /// School year; `None` if the instance has none.
    pub school_year: Option<String>,
    /// Date and version, if they are given; set by the caller.
    pub edition: Edition,
    /// SHA-256 of the canonical instance.
    pub instance_sha256: String,
    /// The lists, by kind, then in the order of the names.
    pub books: Vec<ListBook>,
    /// A letter to each student, with all that a mail merge needs.
    pub letters: Table,
}
