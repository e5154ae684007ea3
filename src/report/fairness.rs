//! The trade-off between the mean and the longest journey, as text and as a table for others.

use super::amount::percent;
use super::lines::{headings, lines};
use super::table::table;
use crate::base::Decimal;
use crate::input::to_pretty_json;
use crate::message;
use crate::questions::fairness::{FairnessCurve, FairnessPoint, LimitBelow, ShortestLimit};
use crate::texts::{Argument, Language, Message};

/// The curve as a table, with what limits it.
pub fn fairness_curve(curve: &FairnessCurve, language: Language) -> String {
    let headings = headings(
        &[
            message!("fairness-column-limit"),
            message!("fairness-column-longest"),
            message!("fairness-column-mean"),
            message!("report-column-left-out"),
            message!("report-column-points"),
            message!("report-column-bound"),
            message!("report-column-gap"),
            message!("fairness-column-status"),
        ],
        language,
    );
    let mut rows = vec![headings];
    let shown = curve.points.iter().filter(|point| !point.dominated);
    rows.extend(shown.map(|point| row(point, language)));
    let mut texts = Vec::new();
    let dominated = curve.points.iter().filter(|point| point.dominated);
    let dominated: Vec<Argument> = dominated.map(|point| limit(point.limit_m)).collect();
    if !dominated.is_empty() {
        texts.push(message!("fairness-dominated", limits = dominated));
    }
    match &curve.shortest {
        Some(shortest) => texts.extend(shortest_in_words(shortest)),
        None => texts.push(message!("fairness-no-shorter")),
    }
    if !curve.unreached_m.is_empty() {
        let limits: Vec<Decimal> =
            curve.unreached_m.iter().map(|&limit| kilometres(limit)).collect();
        texts.push(message!("fairness-unreached", limits = limits));
    }
    let title = message!("fairness-title", instance = &curve.instance);
    lines(&[title], language) + &table(&rows) + &lines(&texts, language)
}

fn row(point: &FairnessPoint, language: Language) -> Vec<String> {
    let journey = |metres: Option<i64>| {
        metres.map_or_else(|| "–".to_owned(), |metres| language.number(kilometres(metres)))
    };
    vec![
        limit(point.limit_m).in_language(language),
        journey(point.longest_m),
        journey(point.mean_m),
        point.left_out.to_string(),
        point.total_points.to_string(),
        point.bound_points.to_string(),
        percent(point.gap, language),
        point.status.word().to_owned(),
    ]
}

fn limit(limit: Option<i64>) -> Argument {
    limit.map_or_else(
        || message!("fairness-limit-unchanged").into(),
        |limit| kilometres(limit).into(),
    )
}

fn kilometres(metres: i64) -> Decimal {
    Decimal { scaled: metres, decimals: 3 }
}

fn shortest_in_words(shortest: &ShortestLimit) -> Vec<Message> {
    let ShortestLimit { limit_m, lowest_m, below, .. } = shortest;
    let shortest = kilometres(*limit_m);
    let mut texts = vec![if lowest_m == limit_m {
        message!("fairness-shortest", limit = shortest)
    } else {
        message!("fairness-shortest-between", lowest = kilometres(*lowest_m), limit = shortest)
    }];
    if let Some(LimitBelow { limit_m, left_out }) = below {
        let limit = kilometres(*limit_m);
        texts.push(match left_out {
            Some(left_out) => message!("fairness-below", limit = limit, count = *left_out),
            None => message!("fairness-below-no-plan", limit = limit),
        });
    }
    texts
}

/// The curve as JSON, indented, with a line end at the end.
pub fn fairness_curve_as_json(curve: &FairnessCurve) -> String {
    to_pretty_json(curve)
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
