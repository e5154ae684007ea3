//! `summary.csv`: one row per run, one column per figure.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde_json::Value;

use super::run_facts::RunFacts;
use super::summary::Summary;
use crate::problem::Bottleneck;
use crate::scenarios::{Batch, Scenario};

/// The runs as CSV (RFC 4180, but with `\n` as line end): identity, outcome, figures, bottleneck, and the
/// reason if there is no plan. Absent values are empty.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn summary_csv(batch: &Batch, summary: &Summary) -> String {
    let mut text = Vec::new();
    write_summary_csv(batch, summary, &mut text).expect("memory takes it");
    String::from_utf8(text).expect("text was written")
}

/// Writes the same table row by row.
///
/// # Errors
/// If it cannot be written.
pub fn write_summary_csv(
    batch: &Batch,
    summary: &Summary,
    file: &mut dyn io::Write,
) -> io::Result<()> {
    let parameters = parameters(batch);
    let mut writer = csv::Writer::from_writer(file);
    writer.write_record(header(&parameters, summary))?;
    let scenarios: BTreeMap<&str, &Scenario> =
        batch.scenarios.iter().map(|one| (one.id.as_str(), one)).collect();
    for (number, run) in summary.runs.iter().enumerate() {
        let Some(scenario) = scenarios.get(run.scenario.as_str()) else { continue };
        let mut row = identity(&parameters, run, scenario);
        row.extend(figures(summary, number));
        row.extend(obstacles(run));
        writer.write_record(row)?;
    }
    writer.flush()
}

/// The parameters of all grids, sorted.
fn parameters(batch: &Batch) -> Vec<&str> {
    let all = batch.scenarios.iter().flat_map(|scenario| scenario.point.keys());
    let all: BTreeSet<&str> = all.map(String::as_str).collect();
    all.into_iter().collect()
}

fn header(parameters: &[&str], summary: &Summary) -> Vec<String> {
    let first = ["run", "scenario", "title", "draw"].map(str::to_owned).into_iter();
    let over = parameters.iter().map(|parameter| format!("over_{parameter}"));
    let figures = summary.figures.columns.iter().map(|column| column.name.clone());
    let last =
        ["bottleneck_rule", "bottleneck_place", "bottleneck_students", "reason"].map(str::to_owned);
    let outcome = ["outcome", "status"].map(str::to_owned);
    first.chain(over).chain(outcome).chain(figures).chain(last).collect()
}

/// The cells that identify the run, and those with its outcome.
fn identity(parameters: &[&str], run: &RunFacts, scenario: &Scenario) -> Vec<String> {
    let draw = run.draw.map(|draw| draw.to_string()).unwrap_or_default();
    let status = run.plan.as_ref().map_or("", |plan| plan.status.word());
    let mut row = vec![run.run.clone(), run.scenario.clone(), scenario.title.clone(), draw];
    row.extend(parameters.iter().map(|parameter| match scenario.point.get(*parameter) {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }));
    row.extend([run.outcome.word().to_owned(), status.to_owned()]);
    row
}

fn figures(summary: &Summary, run: usize) -> impl Iterator<Item = String> {
    let columns = summary.figures.columns.iter().enumerate();
    columns.map(move |(position, column)| {
        let value = summary.figures.value(run, position);
        value.map(|value| column.decimal(value).to_string()).unwrap_or_default()
    })
}

/// The cells with the bottleneck of the plan, or with the reason why there is none.
fn obstacles(run: &RunFacts) -> [String; 4] {
    let bottleneck = run.plan.as_ref().and_then(|plan| plan.bottleneck.as_ref());
    let reason = run.reason.clone().unwrap_or_default();
    match bottleneck {
        None => [String::new(), String::new(), String::new(), reason],
        Some(Bottleneck { rule, place, students }) => {
            [rule.clone(), place.clone().unwrap_or_default(), students.to_string(), reason]
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;
    use crate::scenarios::batch::summary;
    use crate::testing::batches::{batch, planned, records};

    #[test]
    fn a_row_holds_what_the_run_has() {
        let scenarios = json!([
            { "id": "today", "title": "Today, \"as is\"" },
            { "id": "each-{each}", "over": { "each": [1, 2] },
              "changes": [{ "extra_clusters": { "each": "{each}" } }] },
        ]);
        let batch = batch(&scenarios, None);
        let records = records(&batch, |scenario, _| match scenario {
            "today" => None,
            "each-1" => Some(planned(70, 5).bound_by("places", Some("h1"), 4)),
            _ => Some(planned(75, 0).costing(-1200)),
        });
        let text = summary_csv(&batch, &summary(&batch, records));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<BTreeMap<String, String>> =
            reader.deserialize().collect::<Result<_, _>>().unwrap();
        let cell = |row: usize, column: &str| rows[row][column].as_str();
        assert_eq!(cell(0, "title"), "Today, \"as is\"");
        assert_eq!((cell(0, "outcome"), cell(0, "status")), ("infeasible", ""));
        assert_eq!((cell(0, "core_percent"), cell(0, "over_each")), ("", ""));
        assert!(cell(0, "reason").contains("c1 must be used"));
        assert_eq!((cell(1, "over_each"), cell(1, "draw")), ("1", ""));
        assert_eq!((cell(1, "core_percent"), cell(1, "left_out_students")), ("70.0", "5"));
        assert_eq!((cell(1, "fill_gini"), cell(1, "net_eur")), ("0.1234", ""));
        assert_eq!((cell(1, "bottleneck_place"), cell(1, "bottleneck_students")), ("h1", "4"));
        assert_eq!((cell(2, "net_eur"), cell(2, "board_b1_net_eur")), ("-1200", "-1200"));
        assert_eq!(cell(2, "reason"), "");
        assert!(!text.contains('\r') && text.ends_with('\n'));
        assert!(text.starts_with("run,scenario,title,draw,over_each,outcome,status,gap_percent,"));
    }
}
