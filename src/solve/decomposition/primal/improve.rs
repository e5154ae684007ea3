//! Local search over sets of cluster options: add, drop and swap, each judged by a flow of least cost.
//!
//! The potentials of the flow that places the students in the current clusters are multipliers, under
//! which the subproblem of an unused option says what it would gain at most, and that of a used one what
//! it is worth. Moves are tried in the order of these estimates, as columns are priced in column
//! generation; a move is taken where the flow with it costs less.

use super::placing::{MISSING, Placed};
use super::placings::Placings;
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::{Core, OwnerId};
use crate::solve::decomposition::bound::merge::Merge;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::relaxation::Relaxation;

/// Parameters of the local search.
struct Tuning {
    /// Upper limit on the moves that are tried before the estimates are computed again.
    moves_per_round: usize,
    /// The most of these from one owner.
    moves_per_owner: usize,
    /// Of the clusters that lack members, one part in this many is dropped at once.
    dropped_parts: usize,
    /// The first price of a member that a cluster lacks, the factor to each further one, and how many there
    /// are.
    first_missing: i64,
    more_missing: i64,
    prices: u32,
}

const TUNING: Tuning = Tuning {
    moves_per_round: 200,
    moves_per_owner: 40,
    dropped_parts: 4,
    first_missing: 250_000,
    more_missing: 4,
    prices: 3,
};

/// Options to use, with the students placed in them.
#[derive(Clone, Debug)]
pub struct Improved {
    /// The options, in order.
    pub options: Vec<OptionId>,
    /// The students.
    pub placed: Placed,
}

/// A local search.
pub struct LocalSearch<'a> {
    core: &'a Core<'a>,
    /// Whether to stop at once.
    stop: &'a dyn Fn() -> bool,
    /// How often students may still be placed.
    placings_left: usize,
    placings: Placings<'a>,
    relaxation: Relaxation<'a>,
    missing: i64,
    /// The best plan in which no cluster lacks members.
    best: Option<Improved>,
}

/// A change of the options in use.
struct Move {
    owner: OwnerId,
    estimate: i64,
    add: Option<OptionId>,
    drop: Vec<OptionId>,
}

impl<'a> LocalSearch<'a> {
    /// A search that makes at most `placings` placings.
    pub fn new(
        core: &'a Core<'a>,
        multipliers: &'a Multipliers,
        placings: usize,
        stop: &'a dyn Fn() -> bool,
    ) -> Self {
        Self {
            core,
            stop,
            placings_left: placings,
            placings: Placings::new(core, multipliers),
            relaxation: Relaxation::new(core),
            missing: TUNING.first_missing,
            best: None,
        }
    }

    /// This search, where a single look at all moves ends early once a budget's time is up.
    #[must_use]
    pub fn within(self, budget: &Budget) -> Self {
        Self { relaxation: self.relaxation.within(budget), ..self }
    }

    /// A first plan, within a few placings: drops those of some disjoint options that cannot have enough
    /// members. `None` when stopped before the students were placed once.
    pub fn first(&mut self, options: &[OptionId]) -> Option<Improved> {
        let moderate = std::mem::replace(&mut self.missing, MISSING);
        let placed = self.place(options.to_vec())?;
        let placed = self.without_short(placed);
        self.missing = moderate;
        Some(placed)
    }

    /// Improves a set of disjoint options; `None` when stopped before the students were placed once.
    ///
    /// At first a member that a cluster lacks has a moderate price, so that the search can pass through sets
    /// of options that no plan uses, and learns from the potentials what it takes to fill them. Then the
    /// price rises, until whatever still lacks members is dropped.
    pub fn run(&mut self, options: &[OptionId]) -> Option<Improved> {
        let mut current = self.place(options.to_vec())?;
        for _ in 0..TUNING.prices {
            current = self.descend(current);
            if current.placed.is_complete() {
                break;
            }
            self.missing *= TUNING.more_missing;
            current = self.place(current.options.clone()).unwrap_or(current);
        }
        if !current.placed.is_complete() {
            self.missing = MISSING;
            current = self.place(current.options.clone()).unwrap_or(current);
            current = self.without_short(current);
            current = self.descend(current);
        }
        Some(self.best.take().unwrap_or(current))
    }

    /// Takes steps until none makes the plan better.
    fn descend(&mut self, mut current: Improved) -> Improved {
        while self.placings_left > 0 && !(self.stop)() {
            let Some(better) = self.step(&current) else { break };
            current = better;
        }
        current
    }

    /// Drops options that lack members, until all have enough. Dropping a few at a time leaves their students
    /// to the others.
    fn without_short(&mut self, mut current: Improved) -> Improved {
        loop {
            let optional = |option: &&OptionId| self.core.options[**option].kept.is_none();
            let short: Vec<OptionId> =
                current.placed.short.iter().filter(optional).copied().collect();
            // Those that lack most come first; where many do, dropping one at a time takes too long.
            let dropped = &short[..short.len().div_ceil(TUNING.dropped_parts)];
            if dropped.is_empty() {
                return current;
            }
            let mut options = current.options.clone();
            options.retain(|option| !dropped.contains(option));
            match self.place(options) {
                Some(next) => current = next,
                None => return current,
            }
        }
    }

    fn place(&mut self, options: Vec<OptionId>) -> Option<Improved> {
        self.placings_left = self.placings_left.saturating_sub(1);
        let placed = self.placings.place(&options, self.missing, self.stop)?;
        let placed = Improved { options, placed };
        let is_better = |best: &Improved| placed.placed.cost < best.placed.cost;
        if placed.placed.is_complete() && self.best.as_ref().is_none_or(is_better) {
            self.best = Some(placed.clone());
        }
        Some(placed)
    }

    /// A better set of options: by the best moves of all owners at once, of half of them, and so on; or by
    /// the first single move, most promising first, that makes the plan better.
    fn step(&mut self, current: &Improved) -> Option<Improved> {
        let moves = self.moves(current);
        let added = moves.iter().filter_map(|change| change.add);
        self.placings.hold(current.options.iter().copied().chain(added));
        let mut together: Vec<&Move> = Vec::new();
        for change in moves.iter().filter(|change| change.estimate < 0) {
            if together.iter().all(|other| other.owner != change.owner) {
                together.push(change);
            }
        }
        while together.len() > 1 {
            if let Some(next) = self.attempt(current, &together)? {
                return Some(next);
            }
            together.truncate(together.len() / 2);
        }
        for change in &moves {
            if let Some(next) = self.attempt(current, &[change])? {
                return Some(next);
            }
        }
        None
    }

    /// The plan after some moves of different owners, if it is better. The outer `None` is a stop.
    #[expect(clippy::option_option, reason = "stopped, or no better, or better")]
    fn attempt(&mut self, current: &Improved, moves: &[&Move]) -> Option<Option<Improved>> {
        if self.placings_left == 0 || (self.stop)() {
            return None;
        }
        let mut options = current.options.clone();
        options.retain(|option| moves.iter().all(|change| !change.drop.contains(option)));
        for change in moves {
            // Options of different owners may share a school, where networks have options of their own.
            let is_apart = change.add.is_some_and(|add| self.is_apart(add, &options));
            options.extend(change.add.filter(|_| is_apart));
        }
        options.sort_unstable();
        let next = self.place(options)?;
        Some(Some(next).filter(|next| next.placed.cost < current.placed.cost))
    }

    fn is_apart(&self, option: OptionId, others: &[OptionId]) -> bool {
        let core = self.core;
        let schools = core.schools(&core.options[option]);
        let clashes = |other: &OptionId| {
            let sites = &core.options[*other].sites;
            sites.iter().any(|&site| schools.contains(&core.sites[site].school))
        };
        !others.iter().any(clashes)
    }

    fn moves(&mut self, current: &Improved) -> Vec<Move> {
        let core = self.core;
        self.relaxation.evaluate_lists(&current.placed.multipliers);
        let mut merge = Merge::new(core.entries.len());
        let mut all = Vec::new();
        for owner in core.owners.ids() {
            let mut moves = self.moves_of(owner, current, &mut merge);
            moves.sort_by_key(|change| (change.estimate, change.add));
            moves.truncate(TUNING.moves_per_owner);
            all.append(&mut moves);
        }
        all.sort_by_key(|change| (change.estimate, change.add));
        all.truncate(TUNING.moves_per_round);
        all
    }

    fn moves_of(&self, owner: OwnerId, current: &Improved, merge: &mut Merge) -> Vec<Move> {
        let core = self.core;
        let owned = &core.owners[owner];
        let values = self.relaxation.values(&current.placed.multipliers, owner, merge);
        let value = |option: OptionId| {
            let position = owned.options.binary_search(&option);
            position.ok().and_then(|position| values[position]).unwrap_or(0)
        };
        let used: Vec<OptionId> = current
            .options
            .iter()
            .copied()
            .filter(|&option| core.options[option].owner == owner)
            .collect();
        let may_drop = |option: &OptionId| core.options[*option].kept.is_none();
        let is_full = owned.most.is_some_and(|most| used.len() as i64 >= most);
        // What is worth least to the plan, for where the owner may use no more options.
        let weakest = used.iter().copied().filter(may_drop).max_by_key(|&option| value(option));
        let mut moves = Vec::new();
        for (&option, known) in owned.options.iter().zip(&values) {
            let Some(known) = known.filter(|&known| known < 0) else { continue };
            if used.contains(&option) {
                continue;
            }
            let schools = core.schools(&core.options[option]);
            let clashes = |other: &OptionId| {
                let other = &core.options[*other];
                other.sites.iter().any(|&site| schools.contains(&core.sites[site].school))
            };
            let mut drop: Vec<OptionId> = used.iter().copied().filter(clashes).collect();
            if !drop.iter().all(may_drop) {
                continue;
            }
            if drop.is_empty() && is_full {
                let Some(weakest) = weakest else { continue };
                drop.push(weakest);
            }
            let lost: i64 = drop.iter().map(|&option| value(option)).sum();
            let estimate = known - lost;
            if estimate < 0 {
                moves.push(Move { owner, estimate, add: Some(option), drop });
            }
        }
        for &option in used.iter().filter(|option| may_drop(option)) {
            moves.push(Move { owner, estimate: -value(option), add: None, drop: vec![option] });
        }
        moves
    }
}
