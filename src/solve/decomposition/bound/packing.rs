//! The best disjoint options of one owner: weighted set packing by branch and bound.

use std::sync::Arc;

use super::core::{Core, OwnerId, OwnerOptions, Requirement};
use super::owner_schools::OwnerSchools;
use super::packing_bounds::{Item, PackingBound, PricedItems, ReducedItem};
use crate::instance::SchoolId;
use crate::model::candidates::OptionId;

/// Parameters of the search for a packing.
struct Tuning {
    /// Items that one search tries before it ends unfinished; the next one has a slack, or a larger one.
    tries: u32,
    /// The first slack, in points, and the factor to each further one.
    first_slack: i64,
    slack_factor: i64,
    /// A slack is at least one part in this many of the gap that the relaxation leaves.
    slack_parts: i64,
}

const TUNING: Tuning = Tuning { tries: 2_000, first_slack: 64, slack_factor: 4, slack_parts: 16 };

/// The best options of an owner that share no school.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Packing {
    /// No packing has a lower value.
    pub bound: i64,
    /// A packing whose value is the bound, or above it by at most the slack that the search settled for.
    pub options: Vec<OptionId>,
}

/// A start for an owner's packing: what was good under the values of the last evaluation. Any start gives a
/// valid bound.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PackingHints {
    /// Multipliers of the owner's schools that proved much.
    multipliers: Vec<i64>,
    /// Positions of the options that were packed.
    chosen: Vec<usize>,
}

/// The options of an owner, ready to be packed.
pub struct Packer<'a> {
    core: &'a Core<'a>,
    owned: &'a OwnerOptions,
    owner_schools: Arc<OwnerSchools>,
    kept: Vec<Item>,
    items: Vec<Item>,
    most: i64,
}

impl<'a> Packer<'a> {
    /// The options of an owner, ready to be packed. `values` has the value of each option, or a lower
    /// bound on it, in the order of the owner's list; `None` for an option that cannot be filled.
    /// Returns `None` where kept clusters cannot all be used.
    pub fn new(core: &'a Core, owner: OwnerId, values: &[Option<i64>]) -> Option<Self> {
        Self::on(Arc::new(OwnerSchools::of(core, owner)), core, owner, values)
    }

    /// Like [`Self::new`], where the schools of the owner's options are known.
    pub fn on(
        owner_schools: Arc<OwnerSchools>,
        core: &'a Core,
        owner: OwnerId,
        values: &[Option<i64>],
    ) -> Option<Self> {
        let owned = &core.owners[owner];
        let mut items = Vec::new();
        let mut kept: Vec<(Requirement, Option<Item>)> = Vec::new();
        for (at, (&option, &value)) in owned.options.iter().zip(values).enumerate() {
            if let Some(reason) = core.options[option].kept {
                let known = kept.iter().rposition(|(known, _)| *known == reason);
                let group = known.unwrap_or_else(|| {
                    kept.push((reason, None));
                    kept.len() - 1
                });
                let best = &mut kept[group].1;
                let known = best.as_ref().map(|item: &Item| item.value);
                if let Some(value) = value.filter(|&value| known.is_none_or(|known| value < known))
                {
                    *best = Some(Item { value, at });
                }
            } else if let Some(value) = value.filter(|&value| value < 0) {
                items.push(Item { value, at });
            }
        }
        items.sort_unstable();
        let kept: Option<Vec<Item>> = kept.into_iter().map(|(_, best)| best).collect();
        let kept = kept?;
        let most = most_of(owned) - kept.len() as i64;
        (most >= 0).then_some(Self { core, owned, owner_schools, kept, items, most })
    }

    /// The best packing.
    pub fn best(&self) -> Packing {
        self.best_with(&mut PackingHints::default())
    }

    /// The best packing, found faster with good hints, which become better ones.
    pub fn best_with(&self, hints: &mut PackingHints) -> Packing {
        let mut packing = self.pack(self.most, &[], Some(hints));
        packing.bound += self.kept.iter().map(|item| item.value).sum::<i64>();
        packing.options.extend(self.kept.iter().map(|item| self.owned.options[item.at]));
        packing.options.sort_unstable();
        packing
    }

    /// A lower bound on packings with an option of a given value; `None` where there is no such packing.
    pub fn bound_with(&self, option: OptionId, value: i64) -> Option<i64> {
        let choice = &self.core.options[option];
        let others = self.kept.iter().filter(|item| {
            let other = &self.core.options[self.owned.options[item.at]];
            choice.kept.is_none() || other.kept != choice.kept
        });
        let others: i64 = others.map(|item| item.value).sum();
        let most = if choice.kept.is_some() { self.most } else { self.most - 1 };
        let schools = self.core.schools(choice);
        (most >= 0).then(|| value + others + self.pack(most, &schools, None).bound)
    }

    /// A quick bound that is never above [`Self::bound_with`]: the schools of the option are not taken into
    /// account. `one_less` is [`Packer::one_less`].
    pub fn quick_bound_with(&self, option: OptionId, value: i64, one_less: i64) -> i64 {
        if self.core.options[option].kept.is_some() {
            return self.bound_with(option, value).unwrap_or(i64::MAX / 4);
        }
        value + one_less
    }

    /// The bound on packings with one option less than there may be.
    pub fn one_less(&self) -> i64 {
        let kept: i64 = self.kept.iter().map(|item| item.value).sum();
        kept + self.pack((self.most - 1).max(0), &[], None).bound
    }

    /// Packs items that avoid some schools. A search that takes too long passes over packings that are
    /// better by less than a slack; the bound is then lower by as much, or the one that the relaxation of
    /// the packing proves, if that is higher.
    fn pack(&self, most: i64, taken: &[SchoolId], hints: Option<&mut PackingHints>) -> Packing {
        let taken = self.owner_schools.bits_of(taken);
        let most = most.min(self.items.len() as i64);
        let list: Vec<usize> = (0..self.items.len())
            .filter(|&item| self.owner_schools.are_apart(self.items[item].at, &taken))
            .collect();
        let (mut best, mut found) = self.greedy(&list, most);
        if let Some((value, again)) = hints.as_ref().and_then(|hints| self.again(hints, most))
            && value < best
        {
            (best, found) = (value, again);
        }
        let items = PricedItems { all: &self.items, owner_schools: &self.owner_schools };
        let start = hints.as_ref().map_or(&[][..], |hints| &hints.multipliers);
        let mut relaxation = PackingBound::from(items, &list, most, best, start);
        // The best bound over all rounds, each of which is valid by itself.
        let mut proven = relaxation.bound;
        let mut slack = 0;
        let bound = loop {
            if proven >= best - slack {
                break if slack == 0 { best } else { proven };
            }
            // The better the known packing, the fewer items a better one can have.
            let few = relaxation.items_below(best - slack);
            let mut search = Search {
                items: &self.items,
                owner_schools: &self.owner_schools,
                chosen: Vec::new(),
                best,
                found,
                slack,
                has_passed: few.len() < list.len(),
                tries: TUNING.tries,
            };
            let nothing = Chosen { value: 0, reduced: relaxation.of_nothing() };
            let has_ended = search.extend(&few, most, nothing);
            let is_better = search.best < best;
            (best, found) = (search.best, search.found);
            if has_ended {
                break if search.has_passed { proven.max(best - slack) } else { best };
            }
            if is_better {
                // A better packing makes for better multipliers.
                let start = relaxation.into_multipliers();
                relaxation = PackingBound::from(items, &list, most, best, &start);
                proven = proven.max(relaxation.bound);
            } else {
                let next = slack * TUNING.slack_factor;
                slack = next.max(TUNING.first_slack).max((best - proven) / TUNING.slack_parts);
            }
        };
        let chosen = || found.iter().map(|&item| self.items[item].at);
        if let Some(hints) = hints {
            hints.multipliers = relaxation.into_multipliers();
            hints.chosen = chosen().collect();
        }
        Packing {
            bound: bound.min(best),
            options: chosen().map(|at| self.owned.options[at]).collect(),
        }
    }

    /// Takes the best item that still fits, again and again; returns the value and the items.
    fn greedy(&self, list: &[usize], most: i64) -> (i64, Vec<usize>) {
        let mut taken = self.owner_schools.no_bits();
        let (mut value, mut found) = (0, Vec::new());
        for &item in list {
            let Item { value: worth, at } = self.items[item];
            if found.len() as i64 == most {
                break;
            }
            if self.owner_schools.are_apart(at, &taken) {
                value += worth;
                found.push(item);
                for (taken, bits) in taken.iter_mut().zip(self.owner_schools.bits(at)) {
                    *taken |= bits;
                }
            }
        }
        (value, found)
    }

    /// The packing of the last time, as far as its options are still worth something.
    fn again(&self, hints: &PackingHints, most: i64) -> Option<(i64, Vec<usize>)> {
        let is_in = |item: &usize| hints.chosen.contains(&self.items[*item].at);
        let found: Vec<usize> = (0..self.items.len()).filter(is_in).collect();
        let value = found.iter().map(|&item| self.items[item].value).sum();
        (found.len() as i64 <= most).then_some((value, found))
    }
}

fn most_of(owned: &OwnerOptions) -> i64 {
    owned.most.unwrap_or(owned.options.len() as i64)
}

/// A depth-first search, items of least reduced value first: each chosen item leaves a shorter list to choose from.
struct Search<'a> {
    items: &'a [Item],
    owner_schools: &'a OwnerSchools,
    chosen: Vec<usize>,
    /// The value of the best packing, and its items.
    best: i64,
    found: Vec<usize>,
    /// Packings that are better by at most this are not looked for.
    slack: i64,
    /// Whether such a packing may have been passed over.
    has_passed: bool,
    /// Items that may still be tried.
    tries: u32,
}

/// What the chosen items are worth, and a bound on that of every packing that contains them: less the multipliers of
/// all schools, whether they are used or not.
#[derive(Clone, Copy)]
struct Chosen {
    value: i64,
    reduced: i64,
}

impl Search<'_> {
    /// Extends the chosen items by at most `most` items of a list, which is sorted by reduced value; returns whether it
    /// finished.
    fn extend(&mut self, list: &[ReducedItem], most: i64, chosen: Chosen) -> bool {
        if chosen.value < self.best {
            self.best = chosen.value;
            self.found.clone_from(&self.chosen);
        }
        if most <= 0 {
            return true;
        }
        for (position, next) in list.iter().enumerate() {
            if self.is_hopeless(chosen.reduced, most, next.reduced) {
                return true;
            }
            if self.tries == 0 {
                return false;
            }
            self.tries -= 1;
            let with = Chosen {
                value: chosen.value + self.items[next.item].value,
                reduced: chosen.reduced + next.reduced,
            };
            let rest = self.apart(next.item, &list[position + 1..], with.reduced, most - 1);
            self.chosen.push(next.item);
            let has_ended = self.extend(&rest, most - 1, with);
            self.chosen.pop();
            if !has_ended {
                return false;
            }
        }
        true
    }

    /// The items of a list that share no school with a chosen one, up to the first with which not even the
    /// best that remain could lead to anything better.
    fn apart(
        &mut self,
        item: usize,
        list: &[ReducedItem],
        reduced: i64,
        most: i64,
    ) -> Vec<ReducedItem> {
        let taken = self.owner_schools.bits(self.items[item].at);
        let mut apart = Vec::new();
        let mut best_of_rest = reduced;
        for &other in list {
            let more = (most - apart.len() as i64).max(1);
            if most <= 0 || self.is_hopeless(best_of_rest, more, other.reduced) {
                break;
            }
            if self.owner_schools.are_apart(self.items[other.item].at, taken) {
                if (apart.len() as i64) < most - 1 {
                    best_of_rest += other.reduced.min(0);
                }
                apart.push(other);
            }
        }
        apart
    }

    /// Whether nothing better follows in a list from an item of this reduced value on: all further ones have no less.
    fn is_hopeless(&mut self, chosen: i64, most: i64, next: i64) -> bool {
        let hope = chosen + if next < 0 { most * next } else { next };
        if hope < self.best - self.slack {
            return false;
        }
        self.has_passed |= hope < self.best;
        true
    }
}
