//! How full boards and schools are, and how evenly.

use std::collections::BTreeMap;

use crate::instance::SchoolId;
use crate::plan::Proportion;
use crate::plan::Tally;

/// Students against places per school that could take students.
pub fn per_school(
    tally: &Tally,
    could_take: impl Fn(SchoolId) -> bool,
) -> BTreeMap<String, Proportion> {
    let schools = tally.instance.schools.iter().filter(|(id, _)| could_take(*id));
    schools
        .map(|(id, school)| {
            (school.id.clone(), Proportion::new(tally.students_at(id), school.places))
        })
        .collect()
}

/// Students against places per board, over its schools that could take students.
pub fn per_board(
    tally: &Tally,
    could_take: impl Fn(SchoolId) -> bool,
) -> BTreeMap<String, Proportion> {
    let mut boards = BTreeMap::<&str, (i64, i64)>::new();
    for (id, school) in tally.instance.schools.iter().filter(|(id, _)| could_take(*id)) {
        let (students, places) = boards.entry(&tally.instance.boards[school.board].id).or_default();
        *students += tally.students_at(id);
        *places += school.places;
    }
    let parts = boards.into_iter();
    parts
        .map(|(board, (students, places))| (board.to_owned(), Proportion::new(students, places)))
        .collect()
}

/// The Gini coefficient (Gini, 1912) of students per place over schools that could take students,
/// to four decimals.
pub fn fill_gini(tally: &Tally, could_take: impl Fn(SchoolId) -> bool) -> Option<f64> {
    let schools = tally.instance.schools.iter();
    let mut fills: Vec<(i64, i64)> = schools
        .filter(|(id, school)| could_take(*id) && school.places > 0)
        .map(|(id, school)| (tally.students_at(id), school.places))
        .collect();
    if fills.is_empty() {
        return None;
    }
    // Fractions are ordered exactly, so that the order of equal fills cannot matter.
    fills.sort_by_key(|&(_, places)| places);
    fills.sort_by(|one, other| (one.0 * other.1).cmp(&(other.0 * one.1)));
    Some((gini(&fills) * 10_000.0).round() / 10_000.0)
}

/// Σ (2i − n − 1) xᵢ / (n Σ xᵢ), over sorted x; 0 where all are 0.
fn gini(sorted: &[(i64, i64)]) -> f64 {
    let number = sorted.len() as f64;
    let fill = |&(students, places): &(i64, i64)| students as f64 / places as f64;
    let sum: f64 = sorted.iter().map(fill).sum();
    if sum == 0.0 {
        return 0.0;
    }
    let ranked = sorted.iter().enumerate();
    let weighted: f64 =
        ranked.map(|(index, one)| (2.0 * (index as f64 + 1.0) - number - 1.0) * fill(one)).sum();
    weighted / (number * sum)
}

#[cfg(test)]
mod tests {
    use super::gini;

    #[test]
    #[expect(clippy::float_cmp, reason = "halves and quarters are exact")]
    fn the_gini_coefficient_is_0_when_even_and_near_1_when_one_has_all() {
        assert_eq!(gini(&[(2, 4), (3, 6)]), 0.0);
        assert_eq!(gini(&[(0, 4), (4, 4)]), 0.5);
        assert_eq!(gini(&[(0, 4), (0, 4), (0, 4), (4, 4)]), 0.75);
        assert_eq!(gini(&[(0, 4), (0, 2)]), 0.0);
    }
}
