//! Where a large search begins: the best plan of a much smaller program.
//!
//! Most pairs never matter. Existing clusters and the shell, with the cheapest pairs of every
//! student and every school, make a program that is solved in seconds; its plan is a plan of the
//! whole program too, so that a search that must stop early has something to show.

use crate::base::IdVec;
use crate::instance::SchoolId;
use crate::model::candidates::{Candidates, PairId};
use crate::model::formulation::{Formulation, VariableId};
use crate::plan::Setting;
use crate::problem::Problem;
use crate::solve::mip::{self, MipOutcome, MipSettings, Progress, SolveError};

use super::Search;

/// Searches with fewer pairs than this need no help to begin.
const FEWEST_PAIRS: usize = 20_000;
/// How many of each student's cheapest pairs stay.
const PAIRS_PER_STUDENT: usize = 12;
/// How many of each school's cheapest pairs stay, per place.
const PAIRS_PER_PLACE: usize = 3;
/// The smaller program gets one part in this many of the time and work.
const PARTS: u32 = 5;
/// The most work on the smaller program, in simplex iterations.
const MOST_WORK: u64 = 200_000;
/// How good is good enough for a beginning.
const GAP: f64 = 0.01;

/// Values to begin with, where the search is large and the smaller program has a plan.
pub fn start(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
    search: &Search,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Option<IdVec<VariableId, i64>>, SolveError> {
    if candidates.pairs.len() < FEWEST_PAIRS {
        return Ok(None);
    }
    let smaller = smaller(problem, candidates, formulation);
    let settings = MipSettings { solver: search.solver, gap: search.gap.max(GAP) };
    let budget = search.budget.share(1, PARTS).with_work_at_most(MOST_WORK);
    // What bounds the smaller program bounds nothing else.
    let watch_best = |progress: &Progress| watch(&Progress { bound: 0, ..*progress });
    Ok(match mip::solve(&smaller, settings, &budget, None, &watch_best)? {
        MipOutcome::Found(answer) => Some(answer.values),
        MipOutcome::Infeasible | MipOutcome::NothingFound(_) => None,
    })
}

/// The program in which no new cluster is formed and only the cheapest pairs may be used.
fn smaller(problem: &Problem, candidates: &Candidates, formulation: &Formulation) -> Formulation {
    let settings = settings_without_new_clusters(problem, candidates);
    let mut stays = IdVec::<PairId, bool>::filled(false, candidates.pairs.len());
    let mut keep_cheapest = |pairs: &mut dyn Iterator<Item = PairId>, number: usize| {
        let open = pairs.filter(|&id| {
            let pair = &candidates.pairs[id];
            settings[pair.school].contains(&pair.setting)
        });
        let mut open: Vec<PairId> = open.collect();
        open.sort_by_key(|&id| (candidates.pairs[id].price, id));
        for &id in open.iter().take(number) {
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
    let decisions = &formulation.decisions;
    let new = candidates.options.iter().filter(|(_, option)| option.is_new());
    let idle_pairs = candidates.pairs.ids().filter(|&id| !stays[id]);
    let idle = new.map(|(id, _)| decisions.used[id]);
    formulation.without(idle.chain(idle_pairs.map(|id| decisions.assigned[id])))
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
