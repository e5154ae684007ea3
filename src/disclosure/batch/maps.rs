//! Maps of the scenarios of a batch, drawn from the plans of their first draws.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::disclosure::{Audience, Map, map_for};
use crate::plan::Plan;
use crate::scenarios::batch::Summary;
use crate::scenarios::{Batch, Run, SharedFiles};
use crate::verify::verify;

/// The maximal number of scenarios with a map. Each map takes reading and verifying a plan again.
const MAX_MAPS: usize = 40;

/// Reads the plan of a run, whose bytes have a SHA-256; `None` if it is not there.
pub type ReadPlan<'a> = dyn Fn(&str, &str) -> Option<Vec<u8>> + Sync + 'a;

/// Maps for an audience, with the ids of their scenarios, in the order of the batch. A scenario whose plan or
/// instance cannot be read again has no map: a page without a map is better than no page.
pub fn batch_maps(
    batch: &Batch,
    files: &SharedFiles,
    summary: &Summary,
    read_plan: &ReadPlan,
    audience: Audience,
) -> Vec<(String, Map)> {
    if batch.is_of_paths() {
        // Each path has a page of its own, with a map of every year.
        return Vec::new();
    }
    let runs = batch.runs();
    let plans = summary.runs.iter();
    let plans =
        plans.filter_map(|one| Some((one.run.as_str(), one.plan.as_ref()?.sha256.as_str())));
    let plans: BTreeMap<&str, &str> = plans.collect();
    let has_plan = |run: &&Run| plans.contains_key(run.id.as_str());
    let first = runs.iter().filter(|run| run.draw.unwrap_or(1) == 1);
    // The reference always has a map, so it is put before the others when the list is cut off.
    let reference = batch.reference();
    let mut chosen: Vec<&Run> = first.filter(has_plan).collect();
    chosen.sort_by_key(|run| run.scenario != reference);
    chosen.truncate(MAX_MAPS);
    chosen.sort_by_key(|run| run.scenario);
    let map = |run: &&Run| {
        let problem = batch.problem(run, files).ok()?;
        let plan = Plan::read(&read_plan(&run.id, plans.get(run.id.as_str())?)?).ok()?;
        let verdict = verify(&problem, &plan);
        let map = verdict.agrees().then(|| map_for(&problem, &verdict, audience))??;
        Some((batch.scenarios[run.scenario].id.clone(), map))
    };
    chosen.par_iter().filter_map(map).collect()
}
