//! Resolves the boards, schools and clusters that a change names.

use super::complaints::Complaints;
use super::draft::ScenarioDraft;
use crate::message;
use crate::texts::Message;

/// The kind of things that a list names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntityKind {
    /// Boards.
    Board,
    /// Schools.
    School,
    /// Existing clusters.
    Cluster,
}

impl EntityKind {
    /// The key of such a list, and the name of one element in the singular.
    fn words(self) -> (&'static str, Message) {
        match self {
            Self::Board => ("boards", message!("scenarios-board")),
            Self::School => ("schools", message!("scenarios-school")),
            Self::Cluster => ("clusters", message!("scenarios-cluster")),
        }
    }

    fn ids<'d>(self, draft: &'d ScenarioDraft) -> Vec<&'d str> {
        match self {
            Self::Board => draft.document.boards.iter().map(|board| board.id.as_str()).collect(),
            Self::School => {
                draft.document.schools.iter().map(|school| school.id.as_str()).collect()
            }
            Self::Cluster => draft.clusters().iter().map(|cluster| cluster.id.as_str()).collect(),
        }
    }
}

/// The positions of the things that a list names; all positions if there is no list. Unknown and repeated
/// ids are errors.
pub fn named(
    list: Option<&[String]>,
    kind: EntityKind,
    draft: &ScenarioDraft,
    complaints: &mut Complaints,
) -> Vec<usize> {
    let ids = kind.ids(draft);
    let Some(list) = list else { return (0..ids.len()).collect() };
    let (key, word) = kind.words();
    positions_of(list, key, &word, &ids, complaints)
}

fn positions_of(
    list: &[String],
    key: &str,
    word: &Message,
    ids: &[&str],
    complaints: &mut Complaints,
) -> Vec<usize> {
    let mut positions = Vec::with_capacity(list.len());
    for (index, id) in list.iter().enumerate() {
        let location = complaints.element(key, index);
        match ids.iter().position(|known| known == id) {
            None => complaints.unknown(&location, word, id, ids.iter().copied()),
            Some(position) if positions.contains(&position) => complaints.twice(&location, id),
            Some(position) => positions.push(position),
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::JsonPath;

    #[test]
    fn every_wrong_name_of_a_list_is_reported() {
        let mut complaints = Complaints::new(JsonPath::default().key("x"), "test");
        let list = ["c", "a", "d", "c"].map(str::to_owned);
        let found = positions_of(
            &list,
            "schools",
            &message!("scenarios-school"),
            &["a", "b", "c"],
            &mut complaints,
        );
        assert_eq!(found, [2, 0]);
        let messages: Vec<(String, String)> = complaints
            .errors
            .0
            .iter()
            .map(|error| (error.location.clone(), error.found.to_string()))
            .collect();
        let expected = [
            ("x.schools[2] (scenario `test`)", "school `d`, which does not exist"),
            ("x.schools[3] (scenario `test`)", "`c` for the second time"),
        ]
        .map(|(location, found)| (location.to_owned(), found.to_owned()));
        assert_eq!(messages, expected);
        assert!(
            positions_of(&[], "schools", &message!("scenarios-school"), &["a"], &mut complaints)
                .is_empty()
        );
    }
}
