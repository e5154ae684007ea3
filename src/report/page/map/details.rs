//! Dense parts of a map that need an enlarged drawing.

use crate::report::page::svg::Spot;

use super::plane::WIDTH;

/// Width and height of a dense part, in the drawing of the whole map.
const WINDOW: f64 = WIDTH / 9.0;
/// Minimum number of schools in such a part.
const LEAST: usize = 12;
/// Maximum number of dense parts.
const MOST: usize = 2;

/// The densest places, as the positions of their schools.
pub fn dense(schools: &[Spot]) -> Vec<Vec<usize>> {
    // Where a place holds most of what there is, the drawing of the whole shows it well enough.
    let most = schools.len() * 2 / 3;
    let mut left: Vec<usize> = (0..schools.len()).collect();
    let mut found = Vec::new();
    while found.len() < MOST {
        let near = |&middle: &usize| -> Vec<usize> {
            left.iter().copied().filter(|&one| is_near(schools[middle], schools[one])).collect()
        };
        let Some(densest) = densest(left.iter().map(near)) else { break };
        if densest.len() < LEAST || densest.len() > most {
            break;
        }
        left.retain(|school| !densest.contains(school));
        found.push(densest);
    }
    found
}

/// The largest group; the first of equals.
fn densest(groups: impl Iterator<Item = Vec<usize>>) -> Option<Vec<usize>> {
    groups.reduce(|most, next| if next.len() > most.len() { next } else { most })
}

fn is_near(one: Spot, other: Spot) -> bool {
    (one.x - other.x).abs().max((one.y - other.y).abs()) <= WINDOW / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town(x: f64, schools: u8) -> Vec<Spot> {
        (0..schools).map(|step| Spot::new(x + f64::from(step), 300.0)).collect()
    }

    #[test]
    fn the_densest_towns_have_their_own_drawing() {
        let scattered: Vec<Spot> =
            (0..9).map(|step| Spot::new(f64::from(step) * 110.0, 50.0)).collect();
        let schools = [scattered, town(200.0, 13), town(500.0, 15), town(800.0, 12)].concat();
        let found = dense(&schools);
        assert_eq!(found, [(22..37).collect::<Vec<_>>(), (9..22).collect()]);
    }

    #[test]
    fn a_map_of_one_town_needs_no_second_drawing() {
        assert_eq!(dense(&town(200.0, 20)), Vec::<Vec<usize>>::new());
        assert_eq!(dense(&town(200.0, 11)), Vec::<Vec<usize>>::new());
        assert_eq!(dense(&[]), Vec::<Vec<usize>>::new());
    }
}
