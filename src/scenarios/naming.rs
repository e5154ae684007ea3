//! The boards, schools and clusters that a change names.

use super::complaints::Complaints;
use super::draft::Draft;

/// What a list may name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Boards.
    Board,
    /// Schools.
    School,
    /// Existing clusters.
    Cluster,
}

impl Kind {
    /// The key under which such a list stands, and the word for one of them.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Board => ("boards", "board"),
            Self::School => ("schools", "school"),
            Self::Cluster => ("clusters", "cluster"),
        }
    }

    fn ids<'d>(self, draft: &'d Draft) -> Vec<&'d str> {
        match self {
            Self::Board => draft.document.boards.iter().map(|board| board.id.as_str()).collect(),
            Self::School => {
                draft.document.schools.iter().map(|school| school.id.as_str()).collect()
            }
            Self::Cluster => draft.clusters().iter().map(|cluster| cluster.id.as_str()).collect(),
        }
    }
}

/// The positions of what a list names; all where there is no list. Complains of names that are not
/// there, or stand twice.
pub fn named(
    list: Option<&[String]>,
    kind: Kind,
    draft: &Draft,
    complaints: &mut Complaints,
) -> Vec<usize> {
    let ids = kind.ids(draft);
    let Some(list) = list else { return (0..ids.len()).collect() };
    let (key, word) = kind.words();
    positions_of(list, key, word, &ids, complaints)
}

fn positions_of(
    list: &[String],
    key: &str,
    word: &str,
    ids: &[&str],
    complaints: &mut Complaints,
) -> Vec<usize> {
    let mut positions = Vec::with_capacity(list.len());
    for (index, id) in list.iter().enumerate() {
        let place = complaints.element(key, index);
        match ids.iter().position(|known| known == id) {
            None => complaints.unknown(&place, word, id, ids.iter().copied()),
            Some(position) if positions.contains(&position) => complaints.twice(&place, id),
            Some(position) => positions.push(position),
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Place;

    #[test]
    fn every_wrong_name_of_a_list_is_told() {
        let mut complaints = Complaints::new(Place::default().key("x"), "test");
        let list = ["c", "a", "d", "c"].map(str::to_owned);
        let found = positions_of(&list, "schools", "school", &["a", "b", "c"], &mut complaints);
        assert_eq!(found, [2, 0]);
        let told: Vec<(String, String)> = complaints
            .errors
            .0
            .iter()
            .map(|error| (error.location.clone(), error.found.to_string()))
            .collect();
        let expected = [
            ("x.schools[2] (scenario `test`)", "school `d`, which there is not"),
            ("x.schools[3] (scenario `test`)", "`c` for the second time"),
        ]
        .map(|(location, found)| (location.to_owned(), found.to_owned()));
        assert_eq!(told, expected);
        assert!(positions_of(&[], "schools", "school", &["a"], &mut complaints).is_empty());
    }
}
