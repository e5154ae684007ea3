//! The summary of a batch when its runs have ended: `summary.json`.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use serde::ser::{Error, SerializeSeq};
use serde::{Serialize, Serializer};

use super::answers::{Answers, OpenedSites};
use super::layout::Layout;
use super::record::Record;
use super::run_facts::{RunFacts, RunRecords};
use super::scenario_summary::ScenarioSummary;
use crate::composing::figures::{FigureRows, FigureTable, PlanFigures, SubjectNames};
use crate::scenarios::Batch;

/// The statistics and answers of a batch.
#[derive(Debug, Serialize)]
pub struct Summary {
    format: &'static str,
    /// The id of the reference scenario, with which the others are compared.
    pub reference: String,
    /// The number of draws per scenario; `None` if the batch has no draws.
    pub draws: Option<i64>,
    /// The statistics of the scenarios, in the order of the batch.
    pub scenarios: Vec<ScenarioSummary>,
    /// The answers to the questions that batches are run for.
    pub answers: Answers,
    /// The records of the runs that have ended, in the order of the batch.
    #[serde(rename = "runs", serialize_with = "one_by_one")]
    pub records: Arc<dyn RunRecords>,
    /// Those runs, without what is read again where it is needed.
    #[serde(skip)]
    pub runs: Vec<RunFacts>,
    /// The figures of those runs.
    #[serde(skip)]
    pub figures: FigureTable,
}

/// Writes records as they are read.
fn one_by_one<S: Serializer>(
    records: &Arc<dyn RunRecords>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(None)?;
    let mut fault = None;
    let read = records.each(&mut |record| {
        list.serialize_element(&record).map_err(|error| {
            fault = Some(error);
            io::ErrorKind::Other.into()
        })
    });
    match (fault, read) {
        (Some(fault), _) => Err(fault),
        (None, Err(error)) => Err(S::Error::custom(error)),
        (None, Ok(())) => list.end(),
    }
}

impl Summary {
    /// The format of a summary.
    pub const FORMAT: &'static str = "plaatswijzer/summary/1";

    /// Writes a summary file: indented, with a line end at the end. One record at a time is in memory.
    ///
    /// # Errors
    /// If a record cannot be read, or the file cannot be written.
    pub fn write_json(&self, mut file: &mut dyn io::Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")
    }

    /// The text of a summary file.
    ///
    /// # Panics
    /// If the records are not in memory and cannot be read.
    pub fn to_json(&self) -> String {
        let mut text = Vec::new();
        self.write_json(&mut text).expect("memory takes it");
        String::from_utf8(text).expect("JSON is text")
    }

    /// The reference scenario, with which the others are compared.
    pub fn reference(&self) -> Option<&ScenarioSummary> {
        self.scenarios.iter().find(|scenario| scenario.id == self.reference)
    }
}

/// Summarises a batch from its records, which may be in any order. Runs without a record are left out; of
/// several records of a run, the last counts.
///
/// # Panics
/// Never: records in memory can be read.
pub fn summary(batch: &Batch, records: Vec<Record>) -> Summary {
    let records = in_order(batch, records);
    summary_of(batch, Arc::new(records)).expect("memory can be read")
}

/// Like [`summary`], of records that are read one by one. They are read twice: the names of all plans decide which figures
/// there are. In memory are the facts of each run and eight bytes per figure.
///
/// # Errors
/// If a record cannot be read.
pub fn summary_of(batch: &Batch, records: Arc<dyn RunRecords>) -> io::Result<Summary> {
    let (mut names, mut sites, mut runs) =
        (SubjectNames::default(), OpenedSites::default(), Vec::new());
    records.each(&mut |record| {
        runs.push(RunFacts::from(&record));
        if let Some(plan) = &record.plan {
            names.add(&PlanFigures::from(plan));
            sites.add(plan);
        }
        Ok(())
    })?;
    let mut rows = FigureRows::new(names);
    records.each(&mut |record| {
        rows.add(record.plan.as_ref().map(PlanFigures::from));
        Ok(())
    })?;
    let figures = rows.table();
    let layout = Layout::of(batch, &runs);
    let scenarios: Vec<ScenarioSummary> = (0..batch.scenarios.len())
        .map(|scenario| ScenarioSummary::of(batch, &layout, &figures, scenario))
        .collect();
    let answers = Answers::of(batch, &layout, &scenarios, sites);
    Ok(Summary {
        format: Summary::FORMAT,
        reference: batch.scenarios[batch.reference()].id.clone(),
        draws: batch.draws(),
        scenarios,
        answers,
        records,
        runs,
        figures,
    })
}

/// One record per run, in the order of the batch.
fn in_order(batch: &Batch, records: Vec<Record>) -> Vec<Record> {
    let mut by_run: BTreeMap<String, Record> =
        records.into_iter().map(|record| (record.run.clone(), record)).collect();
    batch.runs().iter().filter_map(|run| by_run.remove(&run.id)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::batches::{batch, planned, records};

    fn two_in_three_draws() -> (Batch, Summary) {
        let scenarios = json!([
            { "id": "more", "changes": [{ "extra_clusters": { "each": 1 } }] }, { "id": "today" },
        ]);
        let batch = batch(&scenarios, Some(3));
        let records = records(&batch, |scenario, draw| match (scenario, draw) {
            ("today", 2) => None,
            ("today", draw) => Some(planned(70 + draw, 9)),
            (_, draw) => Some(planned(80 - 2 * draw, 2 - draw.min(2))),
        });
        let summary = summary(&batch, records);
        (batch, summary)
    }

    #[test]
    fn differences_are_paired_by_draw() {
        let (_, summary) = two_in_three_draws();
        assert_eq!(summary.reference, "today");
        let json: Value = serde_json::from_str(&summary.to_json()).unwrap();
        // 78, 76 and 74 of 100; today 71, none and 73.
        let core = &json["scenarios"][0]["figures"]["core_percent"];
        assert_eq!(
            *core,
            json!({ "runs": 3, "mean": 76.0, "least": 74.0, "greatest": 78.0, "p05": 74.0, "p95": 78.0,
                    "difference": { "runs": 2, "mean": 4.0, "least": 1.0, "greatest": 7.0,
                                    "p05": 1.0, "p95": 7.0 } })
        );
        let today = &json["scenarios"][1];
        assert_eq!((&today["runs"], &today["planned"]), (&json!(3), &json!(2)));
        assert_eq!(today["figures"]["core_percent"]["difference"], Value::Null);
        assert_eq!(today["figures"]["core_percent"]["mean"], 72.0);
        assert_eq!(json["runs"][4]["outcome"], "infeasible");
    }

    #[test]
    fn figures_keep_their_order_in_json() {
        let (_, summary) = two_in_three_draws();
        let text = summary.to_json();
        let at = |name: &str| text.find(&format!("\"{name}\"")).unwrap();
        let names = ["gap_percent", "goal_total_points", "students", "voltijd_core_percent"];
        assert!(names.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
        assert!(text.ends_with("}\n"));
    }

    #[test]
    fn runs_that_have_not_ended_are_left_out() {
        let batch = batch(&json!([{ "id": "today" }]), Some(3));
        let mut records = records(&batch, |_, _| Some(planned(70, 0)));
        records.remove(1);
        let summary = summary(&batch, records);
        assert_eq!((summary.scenarios[0].runs, summary.scenarios[0].planned), (2, 2));
    }

    #[test]
    fn the_order_of_the_records_changes_no_byte() {
        let batch = batch(&json!([{ "id": "today" }, { "id": "too" }]), Some(2));
        let records = records(&batch, |_, draw| Some(planned(70 + draw, 0)));
        let turned = records.iter().rev().chain(&records[..1]).cloned().collect();
        assert_eq!(summary(&batch, records).to_json(), summary(&batch, turned).to_json());
    }

    #[test]
    fn a_batch_without_any_plan_has_no_figures() {
        let batch = batch(&json!([{ "id": "today" }]), None);
        let summary = summary(&batch, records(&batch, |_, _| None));
        assert_eq!(summary.scenarios[0].figures.0, []);
        assert_eq!(summary.answers.failures.len(), 1);
    }
}
