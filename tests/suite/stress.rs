//! Many small solves in parallel give the same results as one after the other.

use plaatswijzer::scenarios;
use plaatswijzer::scenarios::batch::{BatchWork, MemoryJournal, RunStart, YearRuns, run_batch};
use plaatswijzer::solve::Search;
use serde_json::json;

/// Number of solves; microlp is slower.
const SOLVES: usize = if cfg!(feature = "highs") { 2000 } else { 400 };

#[test]
fn eight_threads_find_what_one_finds() {
    let batch = json!({
        "format": "plaatswijzer/batch/1", "base": "dorp.json",
        "scenarios": [
            { "id": "more-places", "changes": [{ "add_places": { "number": 1 } }] },
            { "id": "growth", "changes": [
                { "grow": { "percent": 30 } }, { "wish_share": { "denomination": "openbaar", "percent": 60 } },
            ] },
        ],
        "draws": { "count": SOLVES / 2, "seed": 3, "changes": [{ "drop_out": { "percent": 30 } }] },
    });
    let dorp = include_bytes!("../../instances/dorp.json");
    let files = |name: &str| match name {
        "dorp.json" => Ok(dorp.to_vec()),
        other => Err(format!("there is no {other}")),
    };
    let batch = scenarios::read(batch.to_string().as_bytes(), &files).unwrap();
    let runs = batch.runs();
    let records = |jobs| {
        let (search, kind) =
            (Search::default(), YearRuns::new(&batch, &files, RunStart::default()));
        let work = BatchWork { batch: &batch, kind: &kind, runs: &runs, search: &search, jobs };
        let journal = MemoryJournal::default();
        run_batch(&work, &journal, &()).unwrap();
        journal.records(&runs)
    };
    let (serial, side_by_side) = (records(1), records(8));
    assert_eq!(serial.len(), SOLVES);
    for (one, other) in serial.iter().zip(&side_by_side) {
        assert_eq!(one, other);
    }
    let totals: std::collections::BTreeSet<_> =
        serial.iter().flat_map(|one| &one.plan).map(|plan| plan.score.total).collect();
    assert!(totals.len() > 20, "the draws hardly differ: {totals:?}");
}
