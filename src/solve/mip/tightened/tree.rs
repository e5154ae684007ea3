//! What a tightened relaxation leaves of the gap, by cases: branch and cut (Land and Doig, 1960; Padberg and Rinaldi, A
//! branch-and-cut algorithm for the resolution of large-scale symmetric traveling salesman problems, SIAM Review 33,
//! 1991).
//!
//! The case with the least bound is divided in two, where that gains most as far as is known. Each side is relaxed from
//! the optimum before, whatever case that was of, and the links that its optimum breaks are added for all cases. The bound
//! of each is computed in whole numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::Counts;
use super::links::Links;
use super::{BROKEN_BY, SCALE};
use crate::base::{IdVec, is_within_gap};
use crate::model::formulation::{Expression, Formulation, VariableId};
use crate::solve::budget::Budget;
use crate::solve::mip::{LinearRelaxation, SafeBound};

/// Rounds of links in a case.
const ROUNDS: usize = 2;
/// A round that closes less than one part in this many of the gap is the last.
const GAP_PARTS: i64 = 50;
/// Divisions that are tried, where it is not known what they gain, before a case is divided by the best of them.
const TRIALS: usize = 2;
/// The relaxation of a case that is dearer than the best known point by one part in this many of the gap is not solved to
/// its end. That much is lost where duals are rounded.
const BEYOND_PARTS: i64 = 50;
/// Ranks of divisions: counts of many, counts of at most one, single switches.
const RANKS: usize = 3;
const SWITCH: usize = 2;

/// The bounds of variables in a case.
type Limits = BTreeMap<VariableId, (i64, Option<i64>)>;

/// A case that is not divided.
struct Case {
    limits: Limits,
    /// Times [`SCALE`].
    bound: i64,
    /// Where it can be divided.
    broken: Vec<Division>,
    /// The whole variables that its optimum uses.
    used: BTreeSet<VariableId>,
    /// Its optimum; nothing where it was not solved, or is tightened already: many cases are open at once.
    values: IdVec<VariableId, f64>,
}

/// A variable at which a case may be divided: at most this whole number, or more.
#[derive(Clone, Copy)]
struct Division {
    variable: VariableId,
    at: i64,
    /// The part above the whole number.
    part: f64,
    /// Below [`RANKS`].
    rank: usize,
}

/// What divisions at a variable have gained, for each unit by which they moved it, down and up.
#[derive(Clone, Copy, Default)]
struct Gains {
    sums: [f64; 2],
    number: f64,
}

/// What is known of divisions.
#[derive(Default)]
struct Experience {
    of: BTreeMap<VariableId, Gains>,
    /// All divisions of each rank together.
    of_rank: [Gains; RANKS],
}

/// A tree of cases.
pub(super) struct CaseTree<'a> {
    pub program: &'a mut Formulation,
    pub relaxation: &'a mut LinearRelaxation,
    pub links: &'a mut Links,
    pub counts: &'a Counts,
    pub objective: &'a Expression,
    /// The value of the best known point.
    pub value: i64,
    /// At which the tree needs to grow no further.
    pub gap: f64,
    pub budget: &'a Budget,
    /// Called with each better bound on all cases, in points.
    pub on_bound: &'a dyn Fn(i64),
}

/// What a tree ends with.
pub(super) struct Grown {
    /// A bound on all points that are better than the known one, times [`SCALE`].
    pub bound: i64,
    /// The whole variables that the optimum of the case with the least bound uses.
    pub used: BTreeSet<VariableId>,
}

impl CaseTree<'_> {
    /// Divides cases until the budget is exhausted, the gap is closed, or the case with the least bound cannot be divided.
    /// `bound` is that of the whole, `values` its optimum.
    pub fn grow(&mut self, bound: i64, values: &IdVec<VariableId, f64>) -> Grown {
        let mut experience = Experience::default();
        let room = (self.value - points(bound)) / BEYOND_PARTS;
        self.relaxation.stop_above(self.value + room.max(1));
        let mut open = BTreeMap::new();
        open.insert((bound, 0), self.case(Limits::new(), bound, values.clone()));
        let mut number = 0;
        let mut best = bound;
        while let Some(least) = open.first_entry() {
            let (least_bound, case) = (least.get().bound, least.get());
            if least_bound > best {
                best = least_bound;
                (self.on_bound)(points(best));
            }
            let is_over = is_within_gap(self.value, points(best), self.gap)
                || case.broken.is_empty()
                || self.budget.is_exhausted();
            if is_over {
                let used = case.used.clone();
                return Grown { bound: best, used };
            }
            let case = least.remove();
            for side in self.divided(&case, &mut experience) {
                number += 1;
                open.insert((side.bound, number), side);
            }
        }
        Grown { bound: best, used: BTreeSet::new() }
    }

    /// The two sides of the division of a case that gains most, as far as that is known.
    fn divided(&mut self, case: &Case, experience: &mut Experience) -> [Case; 2] {
        let mut best: Option<(f64, Division, Option<[Case; 2]>)> = None;
        for (trial, division) in experience.by_promise(case).into_iter().enumerate() {
            let is_known = experience.of.contains_key(&division.variable);
            let tried = (!is_known).then(|| {
                let sides = self.sides(case, division);
                experience.learn(division, case, &sides);
                sides
            });
            let promise = experience.promise(&division);
            if best.as_ref().is_none_or(|(before, ..)| promise > *before) {
                best = Some((promise, division, tried));
            }
            if is_known || trial + 1 == TRIALS || self.budget.is_exhausted() {
                break;
            }
        }
        let (_, division, tried) = best.expect("a case that is divided has divisions");
        let sides = tried.unwrap_or_else(|| self.sides(case, division));
        let sides = sides.map(|side| self.tightened(side));
        experience.learn(division, case, &sides);
        sides
    }

    /// The two sides of a division of a case.
    fn sides(&mut self, case: &Case, division: Division) -> [Case; 2] {
        [false, true].map(|above| self.relaxed(self.limits(case, division, above), case.bound))
    }

    /// A case with the links that its optimum breaks, as long as they close much of its gap; it keeps no optimum.
    fn tightened(&mut self, mut case: Case) -> Case {
        let top = self.value.saturating_mul(SCALE);
        for _ in 0..ROUNDS {
            let is_open = case.bound < top && !case.values.is_empty();
            if !is_open || self.links.add_broken(self.program, &case.values) == 0 {
                break;
            }
            let next = self.relaxed(case.limits.clone(), case.bound);
            if next.values.is_empty() {
                break;
            }
            let (gain, gap) = (next.bound - case.bound, top - case.bound);
            case = next;
            if gain * GAP_PARTS < gap {
                break;
            }
        }
        case.values = IdVec::default();
        case
    }

    /// The bounds on one side of a division of a case.
    fn limits(&self, case: &Case, division: Division, above: bool) -> Limits {
        let Division { variable, at, .. } = division;
        let own = &self.program.variables[variable];
        let (lower, upper) = case.limits.get(&variable).copied().unwrap_or((own.lower, own.upper));
        let mut limits = case.limits.clone();
        limits.insert(variable, if above { (at + 1, upper) } else { (lower, Some(at)) });
        limits
    }

    /// A case with its bound, which is at least one that is known. One that is not solved keeps that, and cannot be divided.
    fn relaxed(&mut self, limits: Limits, known: i64) -> Case {
        let kept = self.set(&limits);
        let solved = self.relaxation.solve(self.program, self.objective);
        let case = match solved {
            Some(solved) => {
                let duals = solved.whole_duals(SCALE);
                let proven = SafeBound::of(self.program, self.objective, SCALE, duals);
                let bound = proven.map_or(known, |proven| proven.bound.max(known));
                self.case(limits, bound, solved.values)
            }
            None => self.case(limits, known, IdVec::default()),
        };
        self.set(&kept);
        case
    }

    /// Sets bounds of variables; returns those before.
    fn set(&mut self, limits: &Limits) -> Limits {
        let set = |(&id, &(lower, upper)): (&VariableId, &(i64, Option<i64>))| {
            let variable = &mut self.program.variables[id];
            let before = (variable.lower, variable.upper);
            (variable.lower, variable.upper) = (lower, upper);
            (id, before)
        };
        limits.iter().map(set).collect()
    }

    /// A case with this optimum.
    fn case(&self, limits: Limits, bound: i64, values: IdVec<VariableId, f64>) -> Case {
        let (mut broken, mut used) = (Vec::new(), BTreeSet::new());
        for (id, &value) in values.iter() {
            let variable = &self.program.variables[id];
            if !variable.whole {
                continue;
            }
            if value > BROKEN_BY {
                used.insert(id);
            }
            if (value - value.round()).abs() > BROKEN_BY {
                let rank = match (self.counts.contains(id), variable.upper) {
                    (true, Some(1)) => 1,
                    (true, _) => 0,
                    (false, _) => SWITCH,
                };
                #[expect(clippy::cast_possible_truncation, reason = "values are far below 2^63")]
                let at = value.floor() as i64;
                broken.push(Division { variable: id, at, part: value - value.floor(), rank });
            }
        }
        Case { limits, bound, broken, used, values }
    }
}

impl Gains {
    /// Takes note of what a division gained, down and up.
    #[expect(clippy::cast_precision_loss, reason = "what is gained steers, and proves nothing")]
    fn learn(&mut self, part: f64, gained: [i64; 2]) {
        self.sums[0] += gained[0] as f64 / part;
        self.sums[1] += gained[1] as f64 / (1.0 - part);
        self.number += 1.0;
    }

    /// The product of what both sides gain (Achterberg, Koch and Martin, Branching rules revisited, Operations Research
    /// Letters 33, 2005).
    fn promise(self, part: f64) -> f64 {
        let [below, above] = self.sums.map(|sum| sum / self.number);
        (below * part).max(1.0) * (above * (1.0 - part)).max(1.0)
    }
}

impl Experience {
    /// Takes note of what a division of a case gained.
    fn learn(&mut self, division: Division, case: &Case, sides: &[Case; 2]) {
        let gained = [0, 1].map(|side: usize| sides[side].bound - case.bound);
        self.of.entry(division.variable).or_default().learn(division.part, gained);
        self.of_rank[division.rank].learn(division.part, gained);
    }

    /// What a division promises: what others of its rank gain on average, where it was never tried; without end where none
    /// of them was.
    fn promise(&self, division: &Division) -> f64 {
        let own = self.of.get(&division.variable).unwrap_or(&self.of_rank[division.rank]);
        if own.number > 0.0 { own.promise(division.part) } else { f64::INFINITY }
    }

    /// The divisions of a case, those of most promise first, and single switches last. Of a rank of which nothing is known
    /// there is one alone: the others are compared once it is.
    fn by_promise(&self, case: &Case) -> Vec<Division> {
        let apart = |division: &Division| division.part.min(1.0 - division.part);
        let mut divisions = case.broken.clone();
        divisions.sort_by(|one, other| {
            ((one.rank == SWITCH).cmp(&(other.rank == SWITCH)))
                .then(self.promise(other).total_cmp(&self.promise(one)))
                .then(apart(other).total_cmp(&apart(one)))
                .then(one.variable.cmp(&other.variable))
        });
        let mut has_one = [false; RANKS];
        divisions.retain(|&Division { rank, .. }| {
            self.of_rank[rank].number > 0.0 || !std::mem::replace(&mut has_one[rank], true)
        });
        divisions
    }
}

fn points(bound: i64) -> i64 {
    SafeBound::points(bound, SCALE)
}
