//! The maps of scenarios, from the plans of their first draws.

use rayon::prelude::*;

use super::folder::Folder;
use super::scenarios::Scenarios;
use crate::disclosure::{Audience, Map, map_for};
use crate::plan::Plan;
use crate::scenarios::Run;
use crate::scenarios::batch::Summary;
use crate::verify::verify;

/// The most scenarios with a map: each is read and checked again, and drawn.
const MOST: usize = 40;

/// The maps of scenarios for anyone, in the order of the batch, by the scenario's id. Those whose plan or
/// instance cannot be read again have none: a page without a map is better than no page.
pub fn of(scenarios: &Scenarios, summary: &Summary, folder: &Folder) -> Vec<(String, Map)> {
    let runs = scenarios.batch.runs();
    let has_plan = |run: &&Run| {
        summary.runs.iter().any(|record| record.run == run.id && record.plan.is_some())
    };
    let first = runs.iter().filter(|run| run.draw.unwrap_or(1) == 1);
    // The reference comes along, wherever it stands.
    let reference = scenarios.batch.reference();
    let mut chosen: Vec<&Run> = first.filter(has_plan).collect();
    chosen.sort_by_key(|run| run.scenario != reference);
    chosen.truncate(MOST);
    chosen.sort_by_key(|run| run.scenario);
    let files = scenarios.files();
    let map = |run: &&Run| {
        let problem = scenarios.batch.problem(run, &files).ok()?;
        let plan = Plan::read(&folder.plan(&run.id).ok()?).ok()?;
        let verdict = verify(&problem, &plan);
        let map = verdict.agrees().then(|| map_for(&problem, &verdict, Audience::Public))??;
        Some((scenarios.batch.scenarios[run.scenario].id.clone(), map))
    };
    chosen.par_iter().filter_map(map).collect()
}
