//! Names for invented schools: compounds that no school in the Netherlands bore in 2026.

use super::draws::{Draws, Subject};

const FIRST: &[&str] = &[
    "Wierde",
    "Maren",
    "Brink",
    "Veen",
    "Hunze",
    "Dollard",
    "Lauwers",
    "Rietgors",
    "Zwaluw",
    "Wilgen",
    "Esdoorn",
    "Klaver",
    "Kwelder",
    "Terpen",
    "Bietel",
    "Zeeklei",
    "Hooimaat",
    "Borgweg",
    "Molenmaar",
    "Trekvaart",
    "Schans",
    "Grutto",
    "Kievit",
    "Wulpen",
];

/// Second halves, each with its article.
const SECOND: &[(&str, &str)] = &[
    ("Het", "kompas"),
    ("De", "lantaarn"),
    ("De", "boog"),
    ("Het", "venster"),
    ("De", "vleugel"),
    ("Het", "spoor"),
    ("Het", "anker"),
    ("De", "kring"),
    ("De", "tuin"),
    ("De", "ladder"),
    ("De", "kade"),
];

/// All names in a drawn order.
#[derive(Clone, Debug)]
pub struct Names {
    names: Vec<String>,
    given: usize,
}

impl Names {
    /// The names in the order of a seed.
    pub fn new(seed: u64) -> Self {
        let mut names: Vec<String> = FIRST
            .iter()
            .flat_map(|first| SECOND.iter().map(move |(article, second)| (first, article, second)))
            .map(|(first, article, second)| format!("{article} {first}{second}"))
            .collect();
        Draws::new(seed, Subject::Names, 0).shuffle(&mut names);
        Self { names, given: 0 }
    }
}

impl Iterator for Names {
    type Item = String;

    /// The next name, without end: when all have been given they come again, with a number.
    fn next(&mut self) -> Option<String> {
        let name = &self.names[self.given % self.names.len()];
        let round = self.given / self.names.len();
        self.given += 1;
        Some(if round == 0 { name.clone() } else { format!("{name} {}", round + 1) })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_come_once_and_then_with_a_number() {
        let three_rounds = 3 * FIRST.len() * SECOND.len();
        let names: BTreeSet<String> = Names::new(1).take(three_rounds).collect();
        assert_eq!(names.len(), three_rounds);
    }
}
