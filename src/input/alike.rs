//! Problems that are the same in many rows of a list, such as a key that no student may have in a file where all have it.

use std::collections::BTreeMap;

/// The fewest problems that are written as one.
const FEWEST: usize = 4;

/// The other places of a problem.
pub struct OtherPlaces {
    /// How many.
    pub count: usize,
    /// All of them: `students[1-12, 14].naam`.
    pub places: String,
}

/// The first of each group of like problems, by position and in the order of the problems, with the places of the
/// others. Problems are given as location and text.
pub fn alike(problems: &[(&str, String)]) -> Vec<(usize, Option<OtherPlaces>)> {
    let mut groups: BTreeMap<_, Vec<(usize, u64)>> = BTreeMap::new();
    for (at, (location, text)) in problems.iter().enumerate() {
        let Some((list, index, rest)) = row_of(location) else { continue };
        groups.entry((text, list, rest)).or_default().push((at, index));
    }
    groups.retain(|_, places| places.len() >= FEWEST);
    let mut firsts = BTreeMap::new();
    let mut is_further = vec![false; problems.len()];
    for ((_, list, rest), places) in &groups {
        let others: Vec<u64> = places[1..].iter().map(|(_, index)| *index).collect();
        let written = format!("{list}[{}]{rest}", ranges(&others));
        firsts.insert(places[0].0, OtherPlaces { count: others.len(), places: written });
        for (at, _) in &places[1..] {
            is_further[*at] = true;
        }
    }
    let shown = (0..problems.len()).filter(|at| !is_further[*at]);
    shown.map(|at| (at, firsts.remove(&at))).collect()
}

/// The list, the row and the rest of a place in a document: `students[12].days[0]`.
fn row_of(location: &str) -> Option<(&str, u64, &str)> {
    let (list, rest) = location.split_once('[')?;
    let (index, rest) = rest.split_once(']')?;
    Some((list, index.parse().ok()?, rest))
}

/// Numbers with those that follow each other as one range: `1-3, 7`.
fn ranges(numbers: &[u64]) -> String {
    let runs = numbers.chunk_by(|one, next| *next == one + 1);
    let written = runs.map(|run| match run {
        [] => String::new(),
        [one] => one.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_problem_in_many_rows_is_one_with_all_its_places() {
        let rows = [0, 1, 2, 5, 9].map(|row| format!("students[{row}].naam"));
        let mut problems: Vec<(&str, String)> =
            rows.iter().map(|row| (&**row, "unknown".to_owned())).collect();
        problems.insert(1, ("students[3].naam", "wrong".to_owned()));
        problems.extend(["schools[0].x", "schools[1].x", "name"].map(|at| (at, String::new())));
        let shown = alike(&problems)
            .into_iter()
            .map(|(at, others)| (at, others.map(|others| (others.count, others.places))));
        let expected = [
            (0, Some((4, "students[1-2, 5, 9].naam".to_owned()))),
            (1, None),
            (6, None),
            (7, None),
            (8, None),
        ];
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }
}
