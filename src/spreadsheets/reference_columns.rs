//! The columns that hold references.

use super::student_pairs;
use super::vocabulary::TableKind;

/// The kinds of rows that a wish may name.
const EVERYWHERE: &[TableKind] = &[TableKind::Schools, TableKind::Clusters, TableKind::Boards];
const SCHOOLS: &[TableKind] = &[TableKind::Schools];
const BOARDS: &[TableKind] = &[TableKind::Boards];

/// What a column of references may name, and whether it may name something that is not there.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its key in the document.
    pub key: &'static str,
    /// The kinds of rows that it may name.
    pub kinds: &'static [TableKind],
    /// A plan can do without it.
    pub dispensable: bool,
    /// One cell may name several: `Nassauschool of Kompas`.
    pub several: bool,
    /// Whether its value is a list, so that a comma may stand between two.
    pub list: bool,
}

impl Column {
    const fn one(key: &'static str, kinds: &'static [TableKind]) -> Self {
        Self { key, kinds, dispensable: false, several: false, list: false }
    }

    const fn list(key: &'static str, kinds: &'static [TableKind]) -> Self {
        Self { list: true, ..Self::one(key, kinds) }
    }

    const fn wishes(key: &'static str, kinds: &'static [TableKind]) -> Self {
        Self { dispensable: true, several: true, ..Self::list(key, kinds) }
    }

    const fn pairs(key: &'static str) -> Self {
        Self { several: true, ..Self::list(key, &[TableKind::Students]) }
    }

    /// Whether it names students who make a pair with that of the row.
    pub fn of_pairs(&self) -> bool {
        self.kinds == [TableKind::Students]
    }

    /// The columns of a kind of rows.
    pub fn of(kind: TableKind) -> Vec<Self> {
        let pairs = || student_pairs::COLUMNS.iter().flat_map(|(_, paths)| paths);
        match kind {
            TableKind::Students => [
                Self::wishes("wishes", EVERYWHERE),
                Self::list("not", EVERYWHERE),
                Self::list("only", EVERYWHERE),
                Self::wishes("previous", SCHOOLS),
                Self::one("fixed", SCHOOLS),
            ]
            .into_iter()
            .chain(pairs().map(|key| Self::pairs(key)))
            .collect(),
            TableKind::Clusters => vec![Self::one("board", BOARDS), Self::list("schools", SCHOOLS)],
            TableKind::Schools => vec![Self::one("board", BOARDS)],
            TableKind::Places => vec![Self::one("id", SCHOOLS)],
            _ => Vec::new(),
        }
    }
}
