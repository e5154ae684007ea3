//! A row of the document under construction.

use super::filled::Filled;

/// A row that goes into the document, with the tables that gave its values.
#[derive(Debug)]
pub struct Entry {
    /// The table, as registered in `Origins`.
    pub view: usize,
    /// The row.
    pub filled: Filled,
    /// The rows of other tables whose values were added, with their tables.
    pub joined: Vec<(usize, Filled)>,
    /// Whether the table is DUO's list of schools.
    pub of_duo: bool,
}
