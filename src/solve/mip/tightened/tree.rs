//! What a tightened relaxation leaves of the gap, by cases: branch and cut (Land and Doig, 1960; Padberg and Rinaldi, A
//! branch-and-cut algorithm for the resolution of large-scale symmetric traveling salesman problems, SIAM Review 33,
//! 1991).
//!
//! The case with the least bound is divided in two. Each is relaxed from the optimum before, whatever case that was of, and
//! the links that its optimum breaks are added for all cases. The bound of each is computed in whole numbers.

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
}

/// A variable at which a case may be divided: at most this whole number, or more.
#[derive(Clone, Copy)]
struct Division {
    variable: VariableId,
    at: i64,
    /// The part above the whole number.
    part: f64,
    /// Counts of many come first, then other counts, then single switches.
    rank: usize,
}

/// What divisions at a variable have gained, for each unit by which they moved it, down and up.
#[derive(Clone, Copy, Default)]
struct Gains {
    sums: [f64; 2],
    number: f64,
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
        let mut gains: BTreeMap<VariableId, Gains> = BTreeMap::new();
        let mut open = BTreeMap::new();
        open.insert((bound, 0), self.case(Limits::new(), bound, values));
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
            for side in self.divided(&case, &mut gains) {
                number += 1;
                open.insert((side.bound, number), side);
            }
        }
        Grown { bound: best, used: BTreeSet::new() }
    }

    /// The two sides of the division of a case that gains most, as far as that is known.
    fn divided(&mut self, case: &Case, gains: &mut BTreeMap<VariableId, Gains>) -> [Case; 2] {
        let mut best: Option<(f64, Division)> = None;
        for (trial, &division) in by_promise(case, gains).iter().enumerate() {
            let known = gains.get(&division.variable).copied();
            let promise = if let Some(known) = known {
                known.promise(division.part)
            } else {
                let sides = [false, true].map(|above| {
                    let limits = self.limits(case, division, above);
                    self.relaxed(limits, case.bound, 0).bound - case.bound
                });
                let own = gains.entry(division.variable).or_default();
                own.learn(division.part, sides);
                own.promise(division.part)
            };
            if best.is_none_or(|(before, _)| promise > before) {
                best = Some((promise, division));
            }
            if known.is_some() || trial + 1 == TRIALS || self.budget.is_exhausted() {
                break;
            }
        }
        let (_, division) = best.expect("a case that is divided has divisions");
        let sides = [false, true].map(|above| {
            let limits = self.limits(case, division, above);
            self.relaxed(limits, case.bound, ROUNDS)
        });
        let own = gains.entry(division.variable).or_default();
        own.learn(division.part, [0, 1].map(|side: usize| sides[side].bound - case.bound));
        sides
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

    /// A case with its bound, which is at least that of the case around it. One that is not solved keeps that, and cannot
    /// be divided.
    fn relaxed(&mut self, limits: Limits, around: i64, rounds: usize) -> Case {
        let top = self.value * SCALE;
        let mut found = Case { limits, bound: around, broken: Vec::new(), used: BTreeSet::new() };
        let kept = self.set(&found.limits);
        for round in 0..=rounds {
            let Some(solved) = self.relaxation.solve(self.program, self.objective) else { break };
            let duals = solved.whole_duals(SCALE);
            let proven = SafeBound::of(self.program, self.objective, SCALE, duals);
            let bound = proven.map_or(around, |proven| proven.bound);
            let gain = bound - found.bound;
            let limits = std::mem::take(&mut found.limits);
            found = self.case(limits, bound.max(found.bound), &solved.values);
            let is_idle = round > 0 && gain * GAP_PARTS < top - found.bound;
            if found.bound >= top || is_idle || round == rounds {
                break;
            }
            if self.links.add_broken(self.program, &solved.values) == 0 {
                break;
            }
        }
        self.set(&kept);
        found
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
    fn case(&self, limits: Limits, bound: i64, values: &IdVec<VariableId, f64>) -> Case {
        let counts: BTreeSet<VariableId> = self.counts.variables().collect();
        let (mut broken, mut used) = (Vec::new(), BTreeSet::new());
        for (id, variable) in self.program.variables.iter().filter(|(_, variable)| variable.whole) {
            let value = values[id];
            if value > BROKEN_BY {
                used.insert(id);
            }
            if (value - value.round()).abs() > BROKEN_BY {
                let rank = match (counts.contains(&id), variable.upper) {
                    (true, Some(1)) => 1,
                    (true, _) => 0,
                    (false, _) => 2,
                };
                #[expect(clippy::cast_possible_truncation, reason = "values are far below 2^63")]
                let at = value.floor() as i64;
                broken.push(Division { variable: id, at, part: value - value.floor(), rank });
            }
        }
        Case { limits, bound, broken, used }
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

    fn plus(self, other: &Self) -> Self {
        let sums = [0, 1].map(|side: usize| self.sums[side] + other.sums[side]);
        Self { sums, number: self.number + other.number }
    }
}

/// The divisions of a case, those of most promise first; one that was never tried promises what others gain on average.
fn by_promise(case: &Case, gains: &BTreeMap<VariableId, Gains>) -> Vec<Division> {
    let average = gains.values().fold(Gains::default(), Gains::plus);
    let promise = |division: &Division| {
        let own = gains.get(&division.variable).copied().unwrap_or(average);
        if own.number > 0.0 { own.promise(division.part) } else { 0.0 }
    };
    let apart = |division: &Division| division.part.min(1.0 - division.part);
    let mut divisions = case.broken.clone();
    divisions.sort_by(|one, other| {
        (one.rank.cmp(&other.rank))
            .then(promise(other).total_cmp(&promise(one)))
            .then(apart(other).total_cmp(&apart(one)))
            .then(one.variable.cmp(&other.variable))
    });
    divisions
}

fn points(bound: i64) -> i64 {
    SafeBound::points(bound, SCALE)
}
