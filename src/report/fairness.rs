//! The trade-off between the mean and the longest journey, as text and as a table for others.

use std::fmt::Write;

use super::table::table;
use crate::base::Decimal;
use crate::questions::fairness::{FairnessCurve, FairnessPoint, LimitBelow, ShortestLimit};

/// The curve as a table, with what limits it.
pub fn fairness_curve(curve: &FairnessCurve) -> String {
    let header = ["limit", "longest", "mean", "left out", "points", "bound", "gap", "status"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(curve.points.iter().filter(|point| !point.dominated).map(row));
    let mut text = format!("{}: the longest journey against the mean, in km\n", curve.instance);
    text.push_str(&table(&rows));
    let dominated = curve.points.iter().filter(|point| point.dominated);
    let dominated: Vec<String> = dominated.map(|point| limit(point.limit_m)).collect();
    if !dominated.is_empty() {
        let _ = writeln!(
            text,
            "Not shown, since another row is as good in everything: {}.",
            dominated.join(", ")
        );
    }
    match &curve.shortest {
        Some(shortest) => text.push_str(&shortest_in_words(shortest)),
        None => text.push_str("No journey could be shortened by a limit.\n"),
    }
    if !curve.unreached_m.is_empty() {
        let limits: Vec<String> =
            curve.unreached_m.iter().map(|&limit| kilometres(limit)).collect();
        let _ = writeln!(text, "No plan was found in time for: {} km.", limits.join(", "));
    }
    text
}

fn row(point: &FairnessPoint) -> Vec<String> {
    let journey = |metres: Option<i64>| metres.map_or_else(|| "–".to_owned(), kilometres);
    vec![
        limit(point.limit_m),
        journey(point.longest_m),
        journey(point.mean_m),
        point.left_out.to_string(),
        point.total_points.to_string(),
        point.bound_points.to_string(),
        format!("{:.2}%", 100.0 * point.gap),
        point.status.word().to_owned(),
    ]
}

fn limit(limit: Option<i64>) -> String {
    limit.map_or_else(|| "as it is".to_owned(), kilometres)
}

fn kilometres(metres: i64) -> String {
    let (whole, metres) = Decimal { scaled: metres, decimals: 3 }.digits();
    format!("{whole}.{metres}")
}

fn shortest_in_words(shortest: &ShortestLimit) -> String {
    let ShortestLimit { limit_m, lowest_m, below, .. } = shortest;
    let shortest = kilometres(*limit_m);
    let mut text = if lowest_m == limit_m {
        format!("No shorter limit than {shortest} km leaves as many students a place.\n")
    } else {
        format!(
            "The shortest limit that leaves as many students a place lies from {} to {shortest} km; \
             there was no time to decide.\n",
            kilometres(*lowest_m)
        )
    };
    if let Some(LimitBelow { limit_m, left_out }) = below {
        let limit = kilometres(*limit_m);
        let _ = match left_out {
            Some(left_out) => {
                writeln!(text, "With {limit} km at least {left_out} students are left out.")
            }
            None => writeln!(text, "With {limit} km no plan exists."),
        };
    }
    text
}

/// The curve as JSON, indented, with a line end at the end.
///
/// # Panics
/// Never: a curve holds nothing that JSON cannot say.
pub fn fairness_curve_as_json(curve: &FairnessCurve) -> String {
    let mut text = serde_json::to_string_pretty(curve).expect("a curve is plain JSON");
    text.push('\n');
    text
}

/// The points as CSV (RFC 4180, with plain line ends); dominated ones too. Empty is what a point does
/// not have.
///
/// # Panics
/// Never: text is written to memory.
pub fn fairness_curve_as_csv(curve: &FairnessCurve) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = [
        "limit_m",
        "longest_m",
        "mean_m",
        "left_out",
        "total_points",
        "bound_points",
        "gap",
        "status",
        "dominated",
    ];
    writer.write_record(header).expect("memory takes it");
    let absent = |metres: Option<i64>| metres.map_or_else(String::new, |metres| metres.to_string());
    for point in &curve.points {
        let row = [
            absent(point.limit_m),
            absent(point.longest_m),
            absent(point.mean_m),
            point.left_out.to_string(),
            point.total_points.to_string(),
            point.bound_points.to_string(),
            point.gap.to_string(),
            point.status.word().to_owned(),
            point.dominated.to_string(),
        ];
        writer.write_record(row).expect("rows are as long as the header");
    }
    let bytes = writer.into_inner().expect("memory takes it");
    String::from_utf8(bytes).expect("text was written")
}
