//! The schools that the options of an owner use, laid out for packing them.

use super::core::{Core, OwnerId};
use crate::instance::SchoolId;

/// The schools of each of some options, as bits and as positions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnerSchools {
    /// The schools of all options, in order.
    schools: Vec<SchoolId>,
    /// How many words an option's bits take.
    words: usize,
    bits: Vec<u64>,
    /// Where the positions of each option begin, and of one more.
    starts: Vec<usize>,
    positions: Vec<usize>,
}

impl OwnerSchools {
    /// The schools of an owner's options, in the order of its list.
    pub fn of(core: &Core, owner: OwnerId) -> Self {
        let options = core.owners[owner].options.iter();
        Self::of_sets(options.map(|&option| core.schools(&core.options[option])))
    }

    /// Some sets of schools.
    pub fn of_sets(sets: impl Iterator<Item = Vec<SchoolId>> + Clone) -> Self {
        let mut schools: Vec<SchoolId> = sets.clone().flatten().collect();
        schools.sort_unstable();
        schools.dedup();
        let words = schools.len().div_ceil(64);
        let (bits, starts, positions) = (Vec::new(), vec![0], Vec::new());
        let mut owner_schools = Self { schools, words, bits, starts, positions };
        for set in sets {
            let bits = owner_schools.bits_of(&set);
            owner_schools.bits.extend(bits);
            let positions = set.iter().filter_map(|school| owner_schools.position(*school));
            let positions: Vec<usize> = positions.collect();
            owner_schools.positions.extend(positions);
            owner_schools.starts.push(owner_schools.positions.len());
        }
        owner_schools
    }

    /// The number of schools.
    pub fn schools(&self) -> usize {
        self.schools.len()
    }

    /// Schools as bits; those that stand in no option have none.
    pub fn bits_of(&self, schools: &[SchoolId]) -> Vec<u64> {
        let mut bits = self.no_bits();
        for at in schools.iter().filter_map(|&school| self.position(school)) {
            bits[at / 64] |= 1 << (at % 64);
        }
        bits
    }

    /// No schools.
    pub fn no_bits(&self) -> Vec<u64> {
        vec![0; self.words]
    }

    /// The schools of an option as bits.
    pub fn bits(&self, option: usize) -> &[u64] {
        &self.bits[option * self.words..][..self.words]
    }

    /// The positions of an option's schools.
    pub fn positions(&self, option: usize) -> &[usize] {
        &self.positions[self.starts[option]..self.starts[option + 1]]
    }

    /// Whether an option uses none of some schools.
    pub fn are_apart(&self, option: usize, taken: &[u64]) -> bool {
        self.bits(option).iter().zip(taken).all(|(one, other)| one & other == 0)
    }

    fn position(&self, school: SchoolId) -> Option<usize> {
        self.schools.binary_search(&school).ok()
    }
}
