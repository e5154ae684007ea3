//! Samples of several parameters at once: Latin hypercubes and Sobol sequences, in whole numbers.
//!
//! A parameter with `levels` values takes, at a point of the unit interval that is the fraction `part / of`, the level
//! ⌊levels × part / of⌋. So levels are hit as evenly as the points are, without any rounding.

use crate::base::lot;

/// The number of parameters that a Sobol sequence may have.
pub const MOST_SOBOL: usize = DIRECTIONS.len() + 1;

/// The fractions of a parameter are in units of 2⁻³².
const UNIT_BITS: u32 = 32;

/// The levels of a parameter at the points of a Latin hypercube (McKay, Beckman and Conover, 1979): the unit interval
/// is cut into as many parts as there are points, and each part has one point, at a random place in it. The order of
/// the parts depends on the seed and the name of the parameter alone, so that other parameters do not shift it.
pub fn latin_hypercube(points: usize, seed: i64, parameter: &str, levels: u64) -> Vec<u64> {
    let numbers = 0..u32::try_from(points).unwrap_or(u32::MAX);
    let lots = |purpose: &str| {
        let key = format!("{seed}\nlatin_hypercube\n{purpose}\n{parameter}");
        numbers.clone().map(move |number| lot(&key, number))
    };
    let mut parts: Vec<(u64, usize)> = lots("part").zip(0..).collect();
    parts.sort_unstable();
    let whole = u128::from(points as u64) << UNIT_BITS;
    let level = |((_, part), place): ((u64, usize), u64)| {
        let at = (u128::from(part as u64) << UNIT_BITS) + u128::from(place >> UNIT_BITS);
        level(levels, at, whole)
    };
    parts.into_iter().zip(lots("place")).map(level).collect()
}

/// The levels of the parameter with a number, from 0, at the points of a Sobol sequence (Sobol, 1967), shifted at
/// random by the seed (a digital shift, which keeps the evenness; Owen, 1995). In each parameter, any 2ᵏ points from a
/// multiple of 2ᵏ on lie in different ones of the 2ᵏ equal parts of the unit interval.
///
/// # Panics
/// If the number is [`MOST_SOBOL`] or more.
pub fn sobol(points: usize, seed: i64, number: usize, levels: u64) -> Vec<u64> {
    let directions = directions(number);
    let key = format!("{seed}\nsobol\n{number}");
    let mut at = u32::try_from(lot(&key, 0) >> UNIT_BITS).expect("the upper half of 64 bits");
    let mut found = Vec::with_capacity(points);
    for point in 0..u32::try_from(points).unwrap_or(u32::MAX) {
        found.push(level(levels, at.into(), 1 << UNIT_BITS));
        // In the order of Gray codes each point differs from the one before in one direction (Antonov and Saleev, 1979).
        at ^= directions[point.trailing_ones() as usize % directions.len()];
    }
    found
}

/// The level at a fraction of the unit interval.
fn level(levels: u64, part: u128, of: u128) -> u64 {
    u64::try_from(u128::from(levels) * part / of).expect("less than the number of levels")
}

/// The degree, the inner coefficients and the first direction numbers of the primitive polynomials of dimensions 2 to
/// 21 (Joe and Kuo, 2008).
const DIRECTIONS: [(u32, u32, &[u32]); 20] = [
    (1, 0, &[1]),
    (2, 1, &[1, 3]),
    (3, 1, &[1, 3, 1]),
    (3, 2, &[1, 1, 1]),
    (4, 1, &[1, 1, 3, 3]),
    (4, 4, &[1, 3, 5, 13]),
    (5, 2, &[1, 1, 5, 5, 17]),
    (5, 4, &[1, 1, 5, 5, 5]),
    (5, 7, &[1, 1, 7, 11, 19]),
    (5, 11, &[1, 1, 5, 1, 1]),
    (5, 13, &[1, 1, 1, 3, 11]),
    (5, 14, &[1, 3, 5, 5, 31]),
    (6, 1, &[1, 3, 3, 9, 7, 49]),
    (6, 13, &[1, 1, 1, 15, 21, 21]),
    (6, 16, &[1, 3, 1, 13, 27, 49]),
    (6, 19, &[1, 1, 1, 15, 7, 5]),
    (6, 22, &[1, 3, 1, 15, 13, 25]),
    (6, 25, &[1, 1, 5, 5, 19, 61]),
    (7, 1, &[1, 3, 7, 11, 23, 15, 103]),
    (7, 4, &[1, 3, 7, 13, 13, 15, 69]),
];

/// The direction numbers of a dimension, as fractions in units of 2⁻³².
fn directions(number: usize) -> [u32; UNIT_BITS as usize] {
    let mut found = [0; UNIT_BITS as usize];
    let Some(first) = number.checked_sub(1) else {
        // The first dimension is that of van der Corput.
        for (at, direction) in (1..).zip(&mut found) {
            *direction = 1 << (UNIT_BITS - at);
        }
        return found;
    };
    let (degree, inner, given) = DIRECTIONS[first];
    let width = degree as usize;
    for at in 0..found.len() {
        found[at] = if let Some(number) = given.get(at) {
            number << (31 - at)
        } else {
            let taken = (1..width).filter(|back| inner >> (width - 1 - back) & 1 == 1);
            let before = found[at - width] ^ (found[at - width] >> degree);
            taken.fold(before, |sum, back| sum ^ found[at - back])
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_latin_hypercube_has_one_point_in_every_parameter() {
        for points in [1, 2, 7, 100, 1_000] {
            for (seed, parameter) in [(0, "growth"), (7, "growth"), (7, "share")] {
                let levels = latin_hypercube(points, seed, parameter, points as u64);
                assert_eq!(levels.len(), points);
                assert!(sorted_is_counting(levels), "{points} points");
                // With ten levels in each part, the parts are still hit once each.
                let fine = latin_hypercube(points, seed, parameter, 10 * points as u64);
                assert!(sorted_is_counting(fine.into_iter().map(|level| level / 10).collect()));
            }
        }
        let with = |seed, parameter| latin_hypercube(100, seed, parameter, 100);
        assert_ne!(with(0, "growth"), with(7, "growth"));
        assert_ne!(with(7, "share"), with(7, "growth"));
    }

    fn sorted_is_counting(levels: Vec<u64>) -> bool {
        let count = levels.len() as u64;
        let mut sorted = levels;
        sorted.sort_unstable();
        sorted == (0..count).collect::<Vec<u64>>()
    }

    #[test]
    fn few_levels_are_hit_equally_often() {
        let levels = latin_hypercube(100, 3, "x", 4);
        assert_eq!(
            [0, 1, 2, 3].map(|one| levels.iter().filter(|&&level| level == one).count()),
            [25; 4]
        );
        assert!(latin_hypercube(9, 3, "x", 1).iter().all(|&level| level == 0));
    }

    #[test]
    fn each_power_of_two_points_of_a_sobol_sequence_fill_all_parts_in_every_parameter() {
        for number in 0..MOST_SOBOL {
            for seed in [0, 7] {
                for bits in [0, 1, 4, 10] {
                    let parts = 1 << bits;
                    let levels = sobol(3 * parts, seed, number, parts as u64);
                    for block in levels.chunks(parts) {
                        assert!(
                            sorted_is_counting(block.to_vec()),
                            "parameter {number}, {parts} parts"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn pairs_of_the_first_parameters_are_even_too() {
        // A (0, 2)-sequence in base 2: every box of area 1/16 has one of 16 points, whatever its shape.
        for bits in 0..=4 {
            let (wide, high) = (1 << bits, 1 << (4 - bits));
            let (first, second) = (sobol(16, 5, 0, wide), sobol(16, 5, 1, high));
            let boxes = first.iter().zip(&second).map(|(x, y)| x * high + y);
            assert!(sorted_is_counting(boxes.collect()), "{wide} by {high}");
        }
    }

    #[test]
    fn the_unshifted_sequence_begins_as_published() {
        // x ^ shift for the first eight points of dimensions 1 to 3, in eighths.
        let eighths = |number: usize| {
            let directions = directions(number);
            let mut at = 0_u32;
            let mut found = Vec::new();
            for point in 0..8_u32 {
                found.push(at >> 29);
                at ^= directions[point.trailing_ones() as usize];
            }
            found
        };
        assert_eq!(eighths(0), [0, 4, 6, 2, 3, 7, 5, 1]);
        assert_eq!(eighths(1), [0, 4, 2, 6, 3, 7, 1, 5]);
        assert_eq!(eighths(2), [0, 4, 2, 6, 5, 1, 7, 3]);
    }
}
