//! What decisions cost in every intake, as far as that is needed to compare them with the best ones so far.

use std::collections::BTreeMap;
use std::time::Duration;

use super::common::CommonPath;
use super::held::{HeldPath, YearBounds};
use super::kept::{HeldCost, JudgedCosts};
use super::objective::{DrawsCost, DrawsObjective, DrawsRank, OwnCost};
use super::own::OwnPath;
use crate::growth::found::FoundPath;
use crate::growth::search::PathSearch;
use crate::growth::{GrowthPath, KeptPieces, PathError};
use crate::questions::{QuestionStage, side_by_side};
use crate::solve::Budget;

/// Decisions are judged in this many intakes at a time, whatever the number of threads.
const AT_A_TIME: usize = 4;
/// What was judged is kept when this much time has passed.
const BETWEEN_KEEPING: Duration = Duration::from_secs(5);

/// What a judgement ends with.
pub enum Judgement {
    /// How good the decisions are.
    Ranked(RankedDecisions),
    /// They are no better than the best ones so far.
    NotBetter,
    /// The search ended before that was known.
    Unknown,
}

/// Decisions that were judged in every intake.
pub struct RankedDecisions {
    /// How good they are.
    pub rank: DrawsRank,
    /// What they cost in each intake.
    pub costs: Vec<HeldCost>,
    /// The paths that cost this, by intake, as far as they were found just now and not in an earlier search.
    pub paths: BTreeMap<usize, FoundPath>,
}

/// Judges decisions. Intake 0 is the expected one, the others are the draws.
pub struct Judge<'a> {
    /// How each intake is searched.
    pub search: &'a PathSearch<'a>,
    /// The path of each intake.
    pub intakes: &'a [GrowthPath],
    /// The own path of each intake.
    pub own: &'a [OwnPath],
    /// What is minimised.
    pub robust: DrawsObjective,
    /// The threads to use.
    pub jobs: usize,
    /// Where what was judged is kept.
    pub pieces: &'a dyn KeptPieces,
    /// For draws in which decisions were judged to cost less than the own path, these, with what they cost.
    better: BTreeMap<usize, (i64, CommonPath)>,
    kept: JudgedCosts,
    used: JudgedCosts,
    /// When what was judged was last kept, since the search began.
    kept_at: Duration,
    /// The intakes in the order in which decisions are judged.
    order: Vec<usize>,
}

impl<'a> Judge<'a> {
    /// A judge that starts from the judgements saved in `pieces`.
    pub fn new(
        search: &'a PathSearch<'a>,
        (intakes, own): (&'a [GrowthPath], &'a [OwnPath]),
        robust: DrawsObjective,
        jobs: usize,
        (pieces, belongs_to): (&'a dyn KeptPieces, &[String]),
    ) -> Self {
        let used = JudgedCosts { belongs_to: belongs_to.to_vec(), ..JudgedCosts::default() };
        let kept = JudgedCosts::read(pieces, belongs_to);
        let order = (1..intakes.len()).chain([0]).collect();
        let kept_at = search.search.budget.elapsed();
        let better = BTreeMap::new();
        Self { search, intakes, own, robust, jobs, pieces, better, kept, used, kept_at, order }
    }

    /// Judges decisions: fully, or until it is clear that they are no better than others that cost this much; within
    /// half of the time that is left, as others may follow.
    pub fn judge(
        &mut self,
        common: &CommonPath,
        best: Option<&[HeldCost]>,
        budget: &Budget,
    ) -> Result<Judgement, PathError> {
        self.judge_within(common, best, budget, (1, 2))
    }

    /// Judges decisions fully, with all the time that is left.
    pub fn judge_alone(
        &mut self,
        common: &CommonPath,
        budget: &Budget,
    ) -> Result<Judgement, PathError> {
        self.judge_within(common, None, budget, (1, 1))
    }

    fn judge_within(
        &mut self,
        common: &CommonPath,
        best: Option<&[HeldCost]>,
        budget: &Budget,
        (part, of): (u32, u32),
    ) -> Result<Judgement, PathError> {
        self.keep_now_and_then()?;
        let digest = common.digest();
        let mut costs: Vec<Option<HeldCost>> = vec![None; self.intakes.len()];
        let mut paths = BTreeMap::new();
        for some in self.order.clone().chunks(AT_A_TIME) {
            let unknown: Vec<usize> = some
                .iter()
                .copied()
                .filter(|&intake| self.known(common, &digest, intake).is_none())
                .collect();
            // Decisions that were judged in every draw are not given up for the expected intake: what is left after judging
            // will do for that.
            let after_judging = &self.search.search.budget;
            let budget_of = |intake: usize| if intake == 0 { after_judging } else { budget };
            if unknown.iter().any(|&intake| budget_of(intake).is_exhausted()) {
                return Ok(Judgement::Unknown);
            }
            let stage = QuestionStage::Draws;
            let held = side_by_side(stage, &unknown, self.jobs, &|_| {}, |&intake| {
                let budget = budget_of(intake).share_of_time(part, of).with_own_work();
                self.held(common, intake, YearBounds::Skipped, &budget)
            });
            for (intake, held) in unknown.into_iter().zip(held) {
                let cost = match held? {
                    HeldPath::Found(found) => {
                        let cost = HeldCost::Points(found.value);
                        paths.insert(intake, *found);
                        cost
                    }
                    HeldPath::Impossible => HeldCost::Impossible,
                    HeldPath::NotFound => HeldCost::NotFound,
                    HeldPath::Unknown => return Ok(Judgement::Unknown),
                };
                self.kept.costs.entry(digest.clone()).or_default().insert(intake, cost);
            }
            for &intake in some {
                let cost = self.known(common, &digest, intake);
                costs[intake] = cost;
                if let Some(cost) = cost {
                    self.used.costs.entry(digest.clone()).or_default().insert(intake, cost);
                    self.compare_with_own(common, intake, cost);
                }
            }
            // Both against the same own paths, of which a better one may just have become known.
            let at_best = self.at_best(&costs);
            if best.is_some_and(|best| at_best >= self.rank(best)) {
                return Ok(Judgement::NotBetter);
            }
        }
        let costs: Vec<HeldCost> = costs.into_iter().flatten().collect();
        Ok(Judgement::Ranked(RankedDecisions { rank: self.rank(&costs), costs, paths }))
    }

    /// Remembers decisions that cost less in a draw than every path that is known for it.
    fn compare_with_own(&mut self, common: &CommonPath, intake: usize, cost: HeldCost) {
        if intake > 0
            && let HeldCost::Points(cost) = cost
            && cost < self.own_cost(intake).value
        {
            self.better.insert(intake, (cost, common.clone()));
        }
    }

    /// How good decisions are that cost this much in each intake, against the best paths known by now.
    pub fn rank(&self, costs: &[HeldCost]) -> DrawsRank {
        self.at_best(&costs.iter().copied().map(Some).collect::<Vec<_>>())
    }

    /// Orders intakes by cost, dearest first: there a better candidate must improve, so a worse one is rejected
    /// soonest.
    pub fn look_first_at(&mut self, costs: &[HeldCost]) {
        let own = |intake: usize| self.own_cost(intake);
        let mut order: Vec<usize> = (1..self.intakes.len()).collect();
        order.sort_by_key(|&intake| {
            let cost = costs[intake].points().unwrap_or(i64::MAX);
            let value = match self.robust {
                DrawsObjective::Worst => cost,
                DrawsObjective::Mean | DrawsObjective::Regret => {
                    cost.saturating_sub(own(intake).value)
                }
            };
            (std::cmp::Reverse(value), intake)
        });
        self.order = order.into_iter().chain([0]).collect();
    }

    /// The path of decisions in an intake.
    pub fn held(
        &self,
        common: &CommonPath,
        intake: usize,
        bounds: YearBounds,
        budget: &Budget,
    ) -> Result<HeldPath, PathError> {
        let path = &self.intakes[intake];
        let search = PathSearch { path, ..*self.search };
        let held = search.held_path(common, bounds, budget);
        held.map_err(|error| in_draw(intake, error))
    }

    /// The path of decisions in an intake, with bounds of the plans' own: the intake's own path where it decides the
    /// same. Where there is too little time for one that costs no more than the path that was judged, it is that one.
    pub fn realised(
        &self,
        common: &CommonPath,
        intake: usize,
        judged: Option<&FoundPath>,
        budget: &Budget,
    ) -> Result<HeldPath, PathError> {
        let own = &self.own[intake];
        if own.common == *common
            && let Some(found) = own.as_found(&self.intakes[intake])
        {
            return Ok(HeldPath::Found(Box::new(found)));
        }
        let cost = self.known(common, &common.digest(), intake).and_then(HeldCost::points);
        let found = self.held(common, intake, YearBounds::Wanted, budget)?;
        match (found, judged) {
            (HeldPath::Found(found), _) if cost.is_none_or(|cost| found.value <= cost) => {
                Ok(HeldPath::Found(found))
            }
            (_, Some(judged)) => Ok(HeldPath::Found(Box::new(judged.clone()))),
            (HeldPath::Impossible, None) => Ok(HeldPath::Impossible),
            // Without the plans of the decisions that were found the whole search was for nothing, so that they are
            // made after the limit too, also after an interrupt; a second interrupt ends the process. With clusters
            // and entries held a year is a small problem, and its bound takes a fixed number of steps.
            (HeldPath::Found(_) | HeldPath::Unknown | HeldPath::NotFound, None) => {
                self.held(common, intake, YearBounds::Wanted, &Budget::unlimited())
            }
        }
    }

    /// What the best path known for an intake costs.
    pub fn own_cost(&self, intake: usize) -> OwnCost {
        let own = self.own[intake].cost();
        let value = self.better.get(&intake).map_or(own.value, |(value, _)| *value);
        OwnCost { value, bound: own.bound.min(value) }
    }

    /// What the best path known for each draw costs.
    pub fn own_costs(&self) -> Vec<OwnCost> {
        (1..self.own.len()).map(|intake| self.own_cost(intake)).collect()
    }

    /// The decisions that cost less in a draw than its own path, where some are known.
    pub fn better_in(&self, draw: usize) -> Option<&CommonPath> {
        self.better.get(&draw).map(|(_, common)| common)
    }

    /// Keeps what was used of what was judged, and nothing else.
    pub fn finish(&self) -> Result<(), PathError> {
        self.used.keep(self.pieces)
    }

    fn keep_now_and_then(&mut self) -> Result<(), PathError> {
        let now = self.search.search.budget.elapsed();
        if now >= self.kept_at + BETWEEN_KEEPING {
            self.kept.keep(self.pieces)?;
            self.kept_at = now;
        }
        Ok(())
    }

    fn known(&self, common: &CommonPath, digest: &str, intake: usize) -> Option<HeldCost> {
        let own = &self.own[intake];
        if own.common == *common {
            return Some(HeldCost::Points(own.plan.value));
        }
        self.kept.costs.get(digest).and_then(|costs| costs.get(&intake)).copied()
    }

    /// No decisions with these costs, as far as they are known, are better than this.
    fn at_best(&self, costs: &[Option<HeldCost>]) -> DrawsRank {
        let has_none = |cost: &&Option<HeldCost>| cost.is_some_and(|cost| cost.points().is_none());
        let impossible = costs.iter().filter(has_none).count();
        let (mut known, mut own) = (Vec::new(), Vec::new());
        for (cost, of_draw) in costs.iter().skip(1).zip(self.own_costs()) {
            known.push(match *cost {
                Some(HeldCost::Points(cost)) => cost,
                Some(HeldCost::Impossible | HeldCost::NotFound) => continue,
                None => of_draw.bound,
            });
            own.push(of_draw);
        }
        DrawsRank { impossible, value: DrawsCost::of(&known, &own).value(self.robust) }
    }
}

/// An error in an intake.
pub fn in_draw(intake: usize, error: PathError) -> PathError {
    match i64::try_from(intake) {
        Ok(draw) if draw > 0 => PathError::InDraw { draw, error: Box::new(error) },
        _ => error,
    }
}
