//! What decisions cost in every intake, as far as that is needed to compare them with the best ones so far.

use std::time::Duration;

use super::common::CommonPath;
use super::held::{HeldPath, YearBounds};
use super::kept::{JudgedCosts, KeptPieces};
use super::objective::{DrawsCost, DrawsObjective, DrawsRank, OwnCost};
use super::own::OwnPath;
use crate::growth::search::PathSearch;
use crate::growth::{GrowthPath, PathError};
use crate::questions::{QuestionStage, side_by_side};
use crate::solve::Budget;

/// Decisions are judged in this many intakes at a time, whatever the number of threads.
const AT_A_TIME: usize = 4;
/// What was judged is kept when this much time has passed.
const BETWEEN_KEEPING: Duration = Duration::from_secs(5);

/// What a judgement ends with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Judgement {
    /// How good the decisions are, with what each intake costs; `None` where they lead to no plan.
    Ranked(DrawsRank, Vec<Option<i64>>),
    /// They are no better than the best ones so far.
    NotBetter,
    /// The search ended before that was known.
    Unknown,
}

/// What is known of what decisions cost in an intake.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum CostInIntake {
    /// Nothing so far.
    Unknown,
    /// They lead to no plan.
    Impossible,
    /// This many points.
    Points(i64),
}

impl CostInIntake {
    /// From what is kept.
    fn of(kept: Option<i64>) -> Self {
        kept.map_or(Self::Impossible, Self::Points)
    }

    /// What is kept of it, and the cost where there is one.
    fn points(self) -> Option<i64> {
        match self {
            Self::Points(cost) => Some(cost),
            Self::Unknown | Self::Impossible => None,
        }
    }
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
        Self { search, intakes, own, robust, jobs, pieces, kept, used, kept_at, order }
    }

    /// Judges decisions: fully, or until it is clear that they are no better than some others.
    pub fn judge(
        &mut self,
        common: &CommonPath,
        best: Option<DrawsRank>,
        budget: &Budget,
    ) -> Result<Judgement, PathError> {
        self.keep_now_and_then()?;
        let digest = common.digest();
        let mut costs = vec![CostInIntake::Unknown; self.intakes.len()];
        for some in self.order.clone().chunks(AT_A_TIME) {
            let unknown: Vec<usize> = some
                .iter()
                .copied()
                .filter(|&intake| self.known(common, &digest, intake) == CostInIntake::Unknown)
                .collect();
            if !unknown.is_empty() && budget.is_exhausted() {
                return Ok(Judgement::Unknown);
            }
            let stage = QuestionStage::Draws;
            let held = side_by_side(stage, &unknown, self.jobs, &|_| {}, |&intake| {
                let budget = budget.share_of_time(1, 2).with_own_work();
                self.held(common, intake, YearBounds::Skipped, &budget)
            });
            for (intake, held) in unknown.into_iter().zip(held) {
                let cost = match held? {
                    HeldPath::Found(found) => Some(found.value),
                    HeldPath::Impossible => None,
                    HeldPath::Unknown => return Ok(Judgement::Unknown),
                };
                self.kept.costs.entry(digest.clone()).or_default().insert(intake, cost);
            }
            for &intake in some {
                let cost = self.known(common, &digest, intake);
                costs[intake] = cost;
                let used = self.used.costs.entry(digest.clone()).or_default();
                used.insert(intake, cost.points());
            }
            let at_best = self.at_best(&costs);
            if best.is_some_and(|best| at_best >= best) {
                return Ok(Judgement::NotBetter);
            }
        }
        let rank = self.at_best(&costs);
        Ok(Judgement::Ranked(rank, costs.into_iter().map(CostInIntake::points).collect()))
    }

    /// Orders intakes by cost, dearest first: there a better candidate must improve, so a worse one is rejected
    /// soonest.
    pub fn look_first_at(&mut self, costs: &[Option<i64>]) {
        let own = |intake: usize| self.own[intake].cost();
        let mut order: Vec<usize> = (1..self.intakes.len()).collect();
        order.sort_by_key(|&intake| {
            let cost = costs[intake].unwrap_or(i64::MAX);
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
    /// same, as that costs no more.
    pub fn realised(
        &self,
        common: &CommonPath,
        intake: usize,
        budget: &Budget,
    ) -> Result<HeldPath, PathError> {
        let own = &self.own[intake];
        if own.common == *common
            && let Some(found) = own.as_found(&self.intakes[intake])
        {
            return Ok(HeldPath::Found(Box::new(found)));
        }
        match self.held(common, intake, YearBounds::Wanted, budget)? {
            // Without the plans of the decisions that were found the whole search was for nothing, so that they are
            // made after the limit too, also after an interrupt; a second interrupt ends the process. With clusters
            // and entries held a year is a small problem, and its bound takes a fixed number of steps.
            HeldPath::Unknown => {
                self.held(common, intake, YearBounds::Wanted, &Budget::unlimited())
            }
            known => Ok(known),
        }
    }

    /// What decisions cost over all draws, from what each intake costs; `None` where they lead to no plan in some.
    pub fn cost(&self, costs: &[Option<i64>]) -> Option<DrawsCost> {
        let costs: Vec<i64> = costs.iter().skip(1).copied().collect::<Option<_>>()?;
        Some(DrawsCost::of(&costs, &self.own_costs()))
    }

    /// What each draw's own path costs.
    pub fn own_costs(&self) -> Vec<OwnCost> {
        self.own.iter().skip(1).map(OwnPath::cost).collect()
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

    fn known(&self, common: &CommonPath, digest: &str, intake: usize) -> CostInIntake {
        let own = &self.own[intake];
        if own.common == *common {
            return CostInIntake::Points(own.plan.value);
        }
        let kept = self.kept.costs.get(digest).and_then(|costs| costs.get(&intake));
        kept.map_or(CostInIntake::Unknown, |&kept| CostInIntake::of(kept))
    }

    /// No decisions with these costs, as far as they are known, are better than this.
    fn at_best(&self, costs: &[CostInIntake]) -> DrawsRank {
        let impossible = costs.iter().filter(|cost| **cost == CostInIntake::Impossible).count();
        let (mut known, mut own) = (Vec::new(), Vec::new());
        for (cost, path) in costs.iter().zip(self.own).skip(1) {
            let of_draw = path.cost();
            known.push(match *cost {
                CostInIntake::Points(cost) => cost,
                CostInIntake::Impossible => continue,
                CostInIntake::Unknown => of_draw.bound,
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
