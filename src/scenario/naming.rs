//! The boards, schools and clusters that a change names.

use super::complaints::Complaints;
use super::draft::Draft;

/// The positions of the boards that a list names; all where there is no list.
pub fn boards_named(
    list: Option<&[String]>,
    key: &str,
    draft: &Draft,
    complaints: &mut Complaints,
) -> Vec<usize> {
    let ids: Vec<&str> = draft.document.boards.iter().map(|board| board.id.as_str()).collect();
    named(list, key, "board", &ids, complaints)
}

/// The positions of the schools that a list names; all where there is no list.
pub fn schools_named(
    list: Option<&[String]>,
    key: &str,
    draft: &Draft,
    complaints: &mut Complaints,
) -> Vec<usize> {
    let ids: Vec<&str> = draft.document.schools.iter().map(|school| school.id.as_str()).collect();
    named(list, key, "school", &ids, complaints)
}

/// The positions of the existing clusters that a list names; all where there is no list.
pub fn clusters_named(
    list: Option<&[String]>,
    key: &str,
    draft: &Draft,
    complaints: &mut Complaints,
) -> Vec<usize> {
    let ids: Vec<&str> = draft.clusters().iter().map(|cluster| cluster.id.as_str()).collect();
    named(list, key, "cluster", &ids, complaints)
}

/// The positions of ids in what there is; complains of those that are not there, or named twice.
fn named(
    list: Option<&[String]>,
    key: &str,
    kind: &str,
    ids: &[&str],
    complaints: &mut Complaints,
) -> Vec<usize> {
    let Some(list) = list else { return (0..ids.len()).collect() };
    let mut positions = Vec::with_capacity(list.len());
    for (index, id) in list.iter().enumerate() {
        let place = complaints.element(key, index);
        match ids.iter().position(|known| known == id) {
            None => complaints.unknown(&place, kind, id, ids.iter().copied()),
            Some(position) if positions.contains(&position) => complaints.twice(&place, id),
            Some(position) => positions.push(position),
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Place;

    #[test]
    fn every_wrong_name_of_a_list_is_told() {
        let mut complaints = Complaints::new(Place::default().key("x"), "test");
        let list = ["c", "a", "d", "c"].map(str::to_owned);
        let positions = named(Some(&list), "schools", "school", &["a", "b", "c"], &mut complaints);
        assert_eq!(positions, [2, 0]);
        let told: Vec<(&str, &str)> =
            complaints.errors.0.iter().map(|error| (&*error.place, &*error.found)).collect();
        let expected = [
            ("x.schools[2] (scenario `test`)", "school `d`, which there is not"),
            ("x.schools[3] (scenario `test`)", "`c` for the second time"),
        ];
        assert_eq!(told, expected);
        assert_eq!(named(None, "schools", "school", &["a", "b"], &mut complaints), [0, 1]);
        assert!(named(Some(&[]), "schools", "school", &["a"], &mut complaints).is_empty());
    }
}
