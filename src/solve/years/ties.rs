//! The limits that tie owners and years together, and their multipliers.

use super::model::YearsModel;
use crate::base::IdVec;
use crate::solve::decomposition::bound::core::OwnerId;

/// Multipliers of the limits that tie owners or years together; all at least 0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ties<T = i64> {
    /// Per year, on the clusters that are opened.
    pub new: Vec<T>,
    /// Per year, on the boards that enter.
    pub entries: Vec<T>,
    /// Per year and owner, on the clusters that it opens.
    pub new_each: Vec<IdVec<OwnerId, T>>,
    /// Per year and owner, on the clusters that it uses.
    pub used: Vec<IdVec<OwnerId, T>>,
}

impl<T: Copy> Ties<T> {
    /// One value for all.
    pub fn filled(model: &YearsModel, value: T) -> Self {
        let per_owner = || {
            let owners = model.years.iter().map(|year| year.core.owners.len());
            owners.map(|owners| IdVec::filled(value, owners)).collect()
        };
        let per_year = || vec![value; model.years.len()];
        Self { new: per_year(), entries: per_year(), new_each: per_owner(), used: per_owner() }
    }

    /// All values, in a fixed order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        let per_owner = self.new_each.iter_mut().chain(&mut self.used);
        let per_owner = per_owner.flat_map(|values| values.values_mut());
        self.new.iter_mut().chain(&mut self.entries).chain(per_owner)
    }

    /// All values, in the same order.
    pub fn values(&self) -> impl Iterator<Item = T> {
        let per_owner = self.new_each.iter().chain(&self.used);
        let per_owner = per_owner.flat_map(|values| values.values());
        self.new.iter().chain(&self.entries).chain(per_owner).copied()
    }
}

impl Ties<Option<i64>> {
    /// The limits themselves; `None` where there is none. In the last year a packing keeps the limit on what an
    /// owner uses.
    pub fn limits(model: &YearsModel) -> Self {
        let mut limits = Self::filled(model, None);
        limits.new.fill(model.most_new);
        limits.entries.fill(model.most_entries);
        let last = model.years.len() - 1;
        for (year, of_year) in model.years.iter().enumerate() {
            limits.new_each[year].as_mut_slice().fill(model.most_new_each);
            for (owner, owned) in of_year.core.owners.iter().filter(|_| year < last) {
                limits.used[year][owner] = owned.most;
            }
        }
        limits
    }
}
