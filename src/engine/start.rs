//! Where a large search begins: the best plan of much smaller programs.
//!
//! Most pairs never matter. The cheapest pairs of every student and every school make a program
//! that is solved in seconds where no cluster is to be formed, and much sooner than the whole where
//! some are. Its plan is a plan of the whole program too, so that a search that must stop early has
//! something to show.

use std::time::Instant;

use crate::base::IdVec;
use crate::candidates::{Candidates, PairId, Setting};
use crate::formulation::{Formulation, VariableId};
use crate::instance::SchoolId;
use crate::problem::Problem;
use crate::solve::{self, Limits, Outcome, Progress, SolveError};

use super::Search;

/// Searches with fewer pairs than this need no help to begin.
const FEWEST_PAIRS: usize = 20_000;
/// How many of each student's cheapest pairs stay.
const PAIRS_PER_STUDENT: usize = 12;
/// How many of each school's cheapest pairs stay, per place.
const PAIRS_PER_PLACE: usize = 3;
/// Of the work, each smaller program gets one part in so many.
const PARTS_OF_WORK: u64 = 5;
/// The most work on a smaller program, in simplex iterations.
const MOST_WORK: u64 = 200_000;
/// How good is good enough for a beginning.
const GAP: f64 = 0.01;

/// What a smaller program leaves out, besides all but the cheapest pairs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Smaller {
    /// No new clusters are formed.
    Existing,
    /// All clusters may be used.
    AllClusters,
}

impl Smaller {
    /// One part in so many of the time that is left.
    fn parts_of_time(self) -> u32 {
        match self {
            Self::Existing => 6,
            Self::AllClusters => 3,
        }
    }
}

/// Where to begin, and what it took.
#[derive(Debug, Default)]
pub struct Beginning {
    /// Values that the whole program admits, where a smaller one has a plan.
    pub values: Option<IdVec<VariableId, i64>>,
    /// What it took of a work limit, in simplex iterations.
    pub work: u64,
}

/// Solves smaller programs of a large search, each from the plan of the one before.
pub fn begin(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
    search: &Search,
    started: Instant,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Beginning, SolveError> {
    let mut beginning = Beginning::default();
    if candidates.pairs.len() < FEWEST_PAIRS {
        return Ok(beginning);
    }
    // What bounds a smaller program bounds nothing else.
    let watch_best = |progress: &Progress| watch(&Progress { bound: 0, ..*progress });
    for stage in [Smaller::Existing, Smaller::AllClusters] {
        let smaller = smaller(problem, candidates, formulation, stage);
        let left = super::after(&search.limits, started);
        let work = share_of_work(&search.limits);
        let limits = Limits {
            time: left.time.map(|time| time / stage.parts_of_time()),
            work: Some(work),
            gap: left.gap.max(GAP),
            stop: left.stop,
        };
        let begin = beginning.values.as_ref();
        let outcome = solve::solve(&smaller, search.solver, &limits, begin, &watch_best)?;
        if let Outcome::Found(answer) = outcome {
            beginning.values = Some(answer.values);
        }
        beginning.work += work;
    }
    Ok(beginning)
}

fn share_of_work(limits: &Limits) -> u64 {
    limits.work.map_or(MOST_WORK, |work| (work / PARTS_OF_WORK).min(MOST_WORK))
}

/// The program in which only the cheapest pairs may be used.
fn smaller(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
    stage: Smaller,
) -> Formulation {
    let existing = settings_without_new_clusters(problem, candidates);
    let mut stays = cheapest(problem, candidates, &|id| {
        let pair = &candidates.pairs[id];
        existing[pair.school].contains(&pair.setting)
    });
    if stage == Smaller::AllClusters {
        // Whatever the program before could use stays, so that its plan is one of this program.
        let more = cheapest(problem, candidates, &|_| true);
        stays.values_mut().zip(more.values()).for_each(|(stays, more)| *stays |= more);
    }
    let decisions = &formulation.decisions;
    let new = candidates.options.iter();
    let new = new.filter(|(_, option)| stage == Smaller::Existing && option.is_new());
    let idle = new.map(|(id, _)| decisions.used[id]);
    let idle_pairs = candidates.pairs.ids().filter(|&id| !stays[id]);
    formulation.without(idle.chain(idle_pairs.map(|id| decisions.assigned[id])))
}

/// The cheapest pairs of each student and of each school, among those that count.
fn cheapest(
    problem: &Problem,
    candidates: &Candidates,
    counts: &dyn Fn(PairId) -> bool,
) -> IdVec<PairId, bool> {
    let mut stays = IdVec::<PairId, bool>::filled(false, candidates.pairs.len());
    let mut keep_cheapest = |pairs: &mut dyn Iterator<Item = PairId>, number: usize| {
        let mut pairs: Vec<PairId> = pairs.filter(|&id| counts(id)).collect();
        pairs.sort_by_key(|&id| (candidates.pairs[id].price, id));
        for &id in pairs.iter().take(number) {
            stays[id] = true;
        }
    };
    for student in problem.instance.students.ids() {
        keep_cheapest(&mut candidates.of_student(student), PAIRS_PER_STUDENT);
    }
    for (id, school) in problem.instance.schools.iter() {
        let places = usize::try_from(school.places).unwrap_or(0);
        let number = places.saturating_mul(PAIRS_PER_PLACE);
        keep_cheapest(&mut candidates.at_school(id).iter().copied(), number);
    }
    stays
}

/// The settings of each school in existing clusters and the shell.
fn settings_without_new_clusters(
    problem: &Problem,
    candidates: &Candidates,
) -> IdVec<SchoolId, Vec<Setting>> {
    let schools = problem.instance.schools.ids();
    let settings = schools.map(|school| {
        if problem.instance.in_shell(school) {
            return vec![Setting::Shell];
        }
        let options = candidates.options_with(school).iter().map(|&id| &candidates.options[id]);
        let existing = options.filter(|option| !option.is_new());
        existing.map(|option| Setting::Meeting(option.meeting_day)).collect()
    });
    settings.collect()
}
