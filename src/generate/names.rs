//! Names for invented schools: compounds that no school in the Netherlands bore in 2026.

use serde::Deserialize;

use super::draws::{DrawSubject, Draws};

/// The halves of names, as in `names.json`.
#[derive(Deserialize)]
struct NameParts {
    first: Vec<String>,
    /// Second halves, each with its article.
    second: Vec<(String, String)>,
}

impl NameParts {
    fn read() -> Self {
        serde_json::from_str(include_str!("names.json")).expect("the table of names has its keys")
    }
}

/// All names in a drawn order.
#[derive(Clone, Debug)]
pub struct SchoolNames {
    names: Vec<String>,
    given: usize,
}

impl SchoolNames {
    /// The names in the order of a seed.
    pub fn new(seed: u64) -> Self {
        let NameParts { first, second } = NameParts::read();
        let compounds = first.iter().flat_map(|first| {
            second.iter().map(move |(article, second)| format!("{article} {first}{second}"))
        });
        let mut names: Vec<String> = compounds.collect();
        Draws::new(seed, DrawSubject::Names, 0).shuffle(&mut names);
        Self { names, given: 0 }
    }
}

impl Iterator for SchoolNames {
    type Item = String;

    /// The next name. After all names were given they repeat with a number, without end.
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
        let three_rounds = 3 * NameParts::read().first.len() * NameParts::read().second.len();
        let names: BTreeSet<String> = SchoolNames::new(1).take(three_rounds).collect();
        assert_eq!(names.len(), three_rounds);
    }
}
