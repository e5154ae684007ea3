//! A path as tables for programs: the calendar of what happens when, and the figures of every year.

use super::result::{PathPlan, PathPlanYear};
use crate::composing::figures::{FigureTable, PlanFigures};
use crate::plan::Plan;

/// The calendar as CSV (RFC 4180, but with `\n` as line end): a row per board that enters and per cluster that
/// opens or closes, in the order of the years. `decide_before` is 1 April before the school year, by which schools
/// say whether they take part; empty where the year's id does not begin with a year.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn calendar_csv(path: &PathPlan) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["year", "event", "id", "schools", "meeting_day", "until", "decide_before"];
    writer.write_record(header).expect("memory takes it");
    for year in &path.years {
        let date = first_of_april(&year.id).unwrap_or_default();
        for board in &year.entered {
            let row = [&year.id, "enter", board, "", "", "", &date];
            writer.write_record(row).expect("memory takes it");
        }
        for cluster in &year.opened {
            let (schools, day) = (cluster.schools.join(" "), cluster.meeting_day.to_string());
            let row = [&year.id, "open", &cluster.id, &schools, &day, &cluster.until, &date];
            writer.write_record(row).expect("memory takes it");
        }
        for cluster in &year.closed {
            let row = [&year.id, "close", cluster, "", "", "", &date];
            writer.write_record(row).expect("memory takes it");
        }
    }
    let bytes = writer.into_inner().expect("memory takes it");
    String::from_utf8(bytes).expect("text was written")
}

/// The calendar year in which a school year begins, where its id says so.
pub fn first_calendar_year(id: &str) -> Option<i64> {
    let digits = id.get(..4)?;
    digits.parse().ok().filter(|_| digits.bytes().all(|digit| digit.is_ascii_digit()))
}

fn first_of_april(id: &str) -> Option<String> {
    first_calendar_year(id).map(|year| format!("{year}-04-01"))
}

/// One year in the table of figures.
#[derive(Clone, Copy, Debug)]
pub struct FiguresRow<'a> {
    /// The draw, from 1; `None` for the expected intake.
    pub draw: Option<i64>,
    /// The year.
    pub year: &'a PathPlanYear,
    /// Its plan.
    pub plan: &'a Plan,
}

/// The figures of every year as CSV: those of the runs of a batch, a row per year, with draws per year and draw.
/// Absent values are empty.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn figures_csv(rows: &[FiguresRow]) -> String {
    let figures = rows.iter().map(|row| {
        Some(PlanFigures {
            goals: row.plan.goals.as_deref().unwrap_or_default(),
            score: row.plan.score.as_ref()?,
            indicators: row.plan.indicators.as_ref()?,
            path: None,
        })
    });
    let figures = FigureTable::of(&figures.collect::<Vec<_>>());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let has_draws = rows.iter().any(|row| row.draw.is_some());
    let draw = has_draws.then_some("draw");
    let own = ["year", "weight", "aimed_at_students", "short_students", "opened_clusters"];
    let columns = figures.columns.iter().map(|column| column.name.as_str());
    writer.write_record(draw.into_iter().chain(own).chain(columns)).expect("memory takes it");
    for (number, FiguresRow { draw, year, .. }) in rows.iter().enumerate() {
        let aimed_at = year.aimed_at.map(|number| number.to_string()).unwrap_or_default();
        let draw = has_draws.then(|| draw.map(|draw| draw.to_string()).unwrap_or_default());
        let own = [
            year.id.clone(),
            year.weight.to_string(),
            aimed_at,
            year.short.to_string(),
            year.opened.len().to_string(),
        ];
        let values = figures.columns.iter().enumerate().map(|(position, column)| {
            let value = figures.value(number, position);
            value.map(|value| column.decimal(value).to_string()).unwrap_or_default()
        });
        let row = draw.into_iter().chain(own).chain(values);
        writer.write_record(row).expect("rows are equally long");
    }
    let bytes = writer.into_inner().expect("memory takes it");
    String::from_utf8(bytes).expect("text was written")
}
