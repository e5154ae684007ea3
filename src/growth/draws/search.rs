//! The search for decisions that are good in all draws.

use std::collections::BTreeMap;

use rayon::current_num_threads;

use super::common::CommonPath;
use super::judge::{Judge, Judgement, RankedDecisions, in_draw};
use super::kept::HeldCost;
use super::neighbours::Neighbours;
use super::objective::DrawsObjective;
use super::own::OwnPath;
use super::realise::{DrawsOutcome, Judged, realise};
use crate::growth::decisions::Decided;
use crate::growth::found::FoundPath;
use crate::growth::model::WidestYears;
use crate::growth::pieces::{KeptPieces, belonging};
use crate::growth::search::{PathSearch, stopped};
use crate::growth::{GrowthPath, PathError, PathProgress};
use crate::questions::{QuestionStage, side_by_side};
use crate::solve::Budget;
use crate::solve::mip::Ending;

/// The parts of the time that is left which the path for the expected intake may take, the own paths of the draws
/// after that, and judging and improving after that.
const EXPECTED: (u32, u32) = (1, 5);
const OWN: (u32, u32) = (5, 8);
const JUDGING: (u32, u32) = (3, 4);
/// The most decisions near to the best ones that are judged.
const MOST_JUDGED: usize = 2_000;

/// A search for decisions that are good in all draws.
pub struct DrawsSearch<'a> {
    /// How the path is searched in each draw.
    pub search: &'a PathSearch<'a>,
    /// What is minimised.
    pub robust: DrawsObjective,
    /// Decisions that are judged; `None` to search for the best ones.
    pub given: Option<&'a CommonPath>,
    /// Where pieces are kept while the search runs, and where one that was killed has left them.
    pub pieces: &'a dyn KeptPieces,
}

/// The best decisions so far.
struct Best {
    common: CommonPath,
    costs: Vec<HeldCost>,
    paths: BTreeMap<usize, FoundPath>,
}

impl DrawsSearch<'_> {
    /// The best decisions found, with the path that they lead to in each draw. Without limits on time the result
    /// depends on nothing but the path, the files and the options: neither on the number of threads nor on what
    /// pieces were there.
    ///
    /// # Errors
    /// If there is no path in some draw, no decisions are found that lead to one in each, solver or check are at
    /// fault, or a piece cannot be written.
    pub fn run(&self) -> Result<DrawsOutcome, PathError> {
        let search = self.search;
        let budget = &search.search.budget;
        let intakes = self.intakes()?;
        let belongs_to = belonging(&intakes, search.search, &search.beside_base())?;
        let own = self.own_paths(&intakes, &belongs_to)?;
        if budget.is_interrupted() {
            return Err(PathError::NoneForAll { ending: Ending::Interrupted });
        }
        let jobs = current_num_threads();
        let kept = (self.pieces, belongs_to.as_slice());
        let mut judge = Judge::new(search, (&intakes, &own), self.robust, jobs, kept);
        let judging = budget.share_of_time(JUDGING.0, JUDGING.1);
        let pool = if self.given.is_some() { Vec::new() } else { pool(&own) };
        // What knows nothing of the draws is judged in all of them, to be compared.
        let strategies: Vec<&CommonPath> =
            std::iter::once(&own[0].common).chain(&own[0].year_by_year).collect();
        let mut judged: Vec<Judged> = Vec::new();
        let mut best: Option<Best> = None;
        if let Some(given) = self.given {
            let mut judgement = judge.judge_alone(given, &judging)?;
            if matches!(judgement, Judgement::Unknown) {
                judgement = judge.judge_alone(given, budget)?;
            }
            take(&judge, &mut best, given, judgement);
        }
        for common in strategies {
            let judgement = judge.judge(common, None, &judging)?;
            judged.push(match &judgement {
                Judgement::Ranked(ranked) => Judged::known(ranked.costs.clone()),
                Judgement::NotBetter | Judgement::Unknown => Judged::default(),
            });
            if self.given.is_none() {
                take(&judge, &mut best, common, judgement);
            }
        }
        for common in &pool {
            let known = best.as_ref().map(|best| best.costs.as_slice());
            let judgement = judge.judge(common, known, &judging)?;
            take(&judge, &mut best, common, judgement);
        }
        let Some(mut best) = best else {
            let ending = self.ending();
            return Err(match self.given {
                Some(_) => PathError::NotFoundIn { draws: Vec::new(), ending },
                None => PathError::NoneForAll { ending },
            });
        };
        if self.given.is_none() {
            self.improve(&mut judge, &pool, &mut best, &judging)?;
        }
        self.is_possible(&best)?;
        judge.finish()?;
        let mut outcome = realise(&judge, (&best.common, &best.paths), &judged, budget)?;
        if let Some(draws) = &mut outcome.plan.draws {
            draws.given = self.given.map(|_| true);
        }
        Ok(outcome)
    }

    /// Whether decisions lead to a plan in every intake.
    fn is_possible(&self, best: &Best) -> Result<(), PathError> {
        let with = |cost: HeldCost| -> Vec<i64> {
            let known = best.costs.iter().enumerate().filter(|(_, known)| **known == cost);
            known.map(|(intake, _)| intake as i64).collect()
        };
        let (impossible, not_found) = (with(HeldCost::Impossible), with(HeldCost::NotFound));
        match (impossible.is_empty(), not_found.is_empty(), self.given) {
            (true, true, _) => Ok(()),
            (_, _, None) => Err(PathError::NoneForAll { ending: self.ending() }),
            (false, _, Some(_)) => Err(PathError::ImpossibleIn { draws: impossible }),
            (true, false, Some(_)) => {
                Err(PathError::NotFoundIn { draws: not_found, ending: self.ending() })
            }
        }
    }

    fn ending(&self) -> Ending {
        let budget = &self.search.search.budget;
        if budget.is_exhausted() { stopped(budget) } else { Ending::Finished }
    }

    /// The path in each intake: the expected one, then the draws.
    fn intakes(&self) -> Result<Vec<GrowthPath>, PathError> {
        let path = self.search.path;
        let beside = self.search.beside_base();
        let count = path.draws.as_ref().map_or(0, |draws| draws.count);
        let expected = GrowthPath { draws: None, ..path.clone() };
        let mut intakes = vec![expected];
        for draw in 1..=count {
            intakes.push(path.in_draw(draw, &beside)?);
        }
        Ok(intakes)
    }

    /// The best path of each intake by itself. The expected one is first, with all threads; then as many draws at a
    /// time as there are threads.
    fn own_paths(
        &self,
        intakes: &[GrowthPath],
        belongs_to: &[String],
    ) -> Result<Vec<OwnPath>, PathError> {
        let budget = &self.search.search.budget;
        let one = |intake: usize, budget: Budget| -> Result<OwnPath, PathError> {
            let (path, belongs_to) = (&intakes[intake], &belongs_to[intake]);
            if let Some(known) = OwnPath::restored(path, intake, self.pieces, belongs_to) {
                return Ok(known);
            }
            let chosen = self.search.search.with_budget(budget);
            let quiet = |_: &PathProgress| {};
            let mut search = PathSearch { path, search: &chosen, ..*self.search };
            if intake > 0 {
                search.on_progress = &quiet;
            }
            let found = OwnPath::found(&search, intake, self.pieces, belongs_to);
            found.map_err(|error| in_draw(intake, error))
        };
        let one = |intake: usize, share: Budget| {
            found_in_time(budget, share, |budget| one(intake, budget))
        };
        let expected = one(0, budget.share_of_time(EXPECTED.0, EXPECTED.1).with_own_work())?;
        let stage = budget.share_of_time(OWN.0, OWN.1);
        let (jobs, draws): (usize, Vec<usize>) =
            (current_num_threads(), (1..intakes.len()).collect());
        let report = |progress: &crate::questions::QuestionProgress| {
            let (done, of) = (progress.done, progress.of);
            (self.search.on_progress)(&PathProgress::Own { done, of });
        };
        let own = side_by_side(QuestionStage::Draws, &draws, jobs, &report, |&intake| {
            one(intake, stage.turn(jobs, draws.len() - intake))
        });
        std::iter::once(Ok(expected)).chain(own).collect()
    }

    /// Takes the first better decisions near to the best ones, until there are none.
    fn improve(
        &self,
        judge: &mut Judge,
        pool: &[CommonPath],
        best: &mut Best,
        budget: &Budget,
    ) -> Result<(), PathError> {
        let (path, beside) = (self.search.path, self.search.beside_base());
        let nothing = Decided::nothing(path);
        let widest = WidestYears::new(path, 0..path.years.len(), &nothing, &beside)?;
        let model = widest.model();
        let near = Neighbours::new(path, &widest, &model, pool);
        let mut judged = 0;
        'better: loop {
            judge.look_first_at(&best.costs);
            for common in near.of(&best.common) {
                if judged == MOST_JUDGED || self.is_proven(judge, best) {
                    return Ok(());
                }
                judged += 1;
                let rank = judge.rank(&best.costs);
                let value = (rank.impossible == 0).then_some(rank.value);
                (self.search.on_progress)(&PathProgress::Judged { judged, best: value });
                match judge.judge(&common, Some(&best.costs), budget)? {
                    Judgement::Ranked(RankedDecisions { costs, paths, .. }) => {
                        *best = Best { common, costs, paths };
                        continue 'better;
                    }
                    Judgement::NotBetter => {}
                    Judgement::Unknown => return Ok(()),
                }
            }
            return Ok(());
        }
    }

    fn is_proven(&self, judge: &Judge, best: &Best) -> bool {
        let rank = judge.rank(&best.costs);
        rank.impossible == 0 && rank.value == self.robust.bound(&judge.own_costs())
    }
}

/// What is found in a part of the time, or in what is left after that, while more is left than was given before: without
/// the own path of every intake there is no result.
fn found_in_time<T>(
    budget: &Budget,
    share: Budget,
    find: impl Fn(Budget) -> Result<T, PathError>,
) -> Result<T, PathError> {
    let mut had = share.time_left();
    let mut found = find(share);
    while let Err(error) = &found
        && is_cut_short(error)
        && !budget.is_exhausted()
        && budget.time_left() > had
    {
        had = budget.time_left();
        found = find(budget.with_own_work());
    }
    found
}

/// Whether a search ended before it found a path.
fn is_cut_short(error: &PathError) -> bool {
    match error {
        PathError::InDraw { error, .. } => is_cut_short(error),
        PathError::NothingFound { ending, .. } | PathError::NoneFound { ending, .. } => {
            *ending == Ending::Limit
        }
        _ => false,
    }
}

/// What the paths of the intakes decide, each once: those found with all years at once first.
fn pool(own: &[OwnPath]) -> Vec<CommonPath> {
    let mut pool: Vec<CommonPath> = Vec::new();
    let year_by_year = own.iter().filter_map(|own| own.year_by_year.as_ref());
    for common in own.iter().map(|own| &own.common).chain(year_by_year) {
        if !pool.contains(common) {
            pool.push(common.clone());
        }
    }
    pool
}

/// Takes decisions that are better than the best ones.
fn take(judge: &Judge, best: &mut Option<Best>, common: &CommonPath, judgement: Judgement) {
    let Judgement::Ranked(RankedDecisions { rank, costs, paths }) = judgement else { return };
    if best.as_ref().is_none_or(|best| rank < judge.rank(&best.costs)) {
        *best = Some(Best { common: common.clone(), costs, paths });
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::time::Duration;

    use super::found_in_time;
    use crate::growth::PathError;
    use crate::solve::Budget;
    use crate::solve::mip::Ending;

    /// The times in seconds that a search is given which finds something with this many seconds.
    fn times(budget: &Budget, share: Budget, needed: u64) -> Vec<u64> {
        let times = RefCell::new(Vec::new());
        let _ = found_in_time(budget, share, |budget| {
            let half = Duration::from_millis(500);
            let time = budget.time_left().map_or(u64::MAX, |time| (time + half).as_secs());
            times.borrow_mut().push(time);
            let (year, ending) = ("2027".to_owned(), Ending::Limit);
            if time >= needed { Ok(()) } else { Err(PathError::NothingFound { year, ending }) }
        });
        times.into_inner()
    }

    #[test]
    fn what_is_not_found_in_its_part_of_the_time_gets_all_that_is_left() {
        let budget = Budget::of_time(Duration::from_secs(60));
        let share = || budget.share_of_time(1, 5);
        assert_eq!(times(&budget, share(), 5), [12]);
        // Also where the search has given up before its part was over.
        assert_eq!(times(&budget, share(), 50), [12, 60]);
        assert_eq!(times(&budget, share(), 100), [12, 60]);
        let of_work = Budget::of_work(5);
        assert_eq!(times(&of_work, of_work.with_own_work(), 0), [u64::MAX]);
    }
}
