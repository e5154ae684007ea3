//! A start for a large plain search: the best plan of a much smaller restricted program.
//!
//! Few pairs are used in good plans. Existing clusters and the shell, with the cheapest pairs of every
//! student and every school, make a program that is solved in seconds. It only removes variables, so that
//! its plan is feasible in the whole program; a search that must stop early then has an incumbent.

use crate::base::IdVec;
use crate::instance::SchoolId;
use crate::model::candidates::{Candidates, PairId};
use crate::model::formulation::{Formulation, VariableId};
use crate::plan::Setting;
use crate::problem::Problem;
use crate::solve::mip::{self, MipOutcome, MipSettings, Progress, SolveError};

use super::Search;

/// Searches with fewer pairs than this get no start.
const FEWEST_PAIRS: usize = 20_000;
/// The number of cheapest pairs kept per student.
const PAIRS_PER_STUDENT: usize = 12;
/// The number of cheapest pairs kept per place of a school.
const PAIRS_PER_PLACE: usize = 3;
/// The restricted program gets this fraction of the budget: one part in `PARTS`.
const PARTS: u32 = 5;
/// The most work on the restricted program, in simplex iterations.
const MOST_WORK: u64 = 200_000;
/// The relative gap at which a start is good enough.
const GAP: f64 = 0.01;

/// A feasible point of the formulation, if the search is large and the restricted program has a plan.
///
/// # Errors
/// If the solver is at fault.
pub fn start(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
    search: &Search,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<Option<IdVec<VariableId, i64>>, SolveError> {
    if candidates.pairs.len() < FEWEST_PAIRS {
        return Ok(None);
    }
    let restricted = restricted(problem, candidates, formulation);
    let settings = MipSettings { gap: search.gap.max(GAP), ..search.mip_settings() };
    let budget = search.budget.share(1, PARTS).with_work_at_most(MOST_WORK);
    // A bound of the restricted program does not hold for the whole one.
    let on_incumbent = |progress: &Progress| on_progress(&Progress { bound: 0, ..*progress });
    Ok(match mip::solve(&restricted, settings, &budget, None, &on_incumbent)? {
        MipOutcome::Found(answer) => Some(answer.values),
        MipOutcome::Infeasible | MipOutcome::NothingFound(_) => None,
    })
}

/// The program without new clusters and with the cheapest pairs only.
fn restricted(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
) -> Formulation {
    let settings = settings_without_new_clusters(problem, candidates);
    let mut kept = IdVec::<PairId, bool>::filled(false, candidates.pairs.len());
    let mut keep_cheapest = |pairs: &mut dyn Iterator<Item = PairId>, number: usize| {
        let open = pairs.filter(|&id| {
            let pair = &candidates.pairs[id];
            settings[pair.school].contains(&pair.setting)
        });
        let mut open: Vec<PairId> = open.collect();
        open.sort_by_key(|&id| (candidates.pairs[id].price, id));
        for &id in open.iter().take(number) {
            kept[id] = true;
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
    let idle_pairs = candidates.pairs.ids().filter(|&id| !kept[id]);
    let idle = new.map(|(id, _)| decisions.used[id]);
    formulation.without(idle.chain(idle_pairs.map(|id| decisions.assigned[id])))
}

/// The settings of each school without new clusters: the shell, or the days of its existing clusters.
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
