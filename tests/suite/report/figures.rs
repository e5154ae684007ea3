//! Whatever the instance, the numbers in a report are those of the plan.

use std::collections::BTreeMap;

use calamine::{Data, DataType};
use plaatswijzer::disclosure::{Audience, Disclosure, Topic};
use plaatswijzer::plan::{Indicators, Plan, Proportion, Whereabouts};
use plaatswijzer::report::table_as_csv;
use plaatswijzer::texts::Language;
use rayon::prelude::*;

use super::reading::{LANGUAGES, Planned, book, cells_of_csv, sheets, text};
use crate::running::{code, run, stdout};
use crate::tiny::{self, SMALL};

const SEEDS: u64 = if cfg!(feature = "highs") { 120 } else { 60 };

/// Figures by name and subject: a number, a whole, a share.
type Figures = BTreeMap<(String, String), [String; 3]>;

/// The indicators of a plan, under the names that an English report uses.
fn expected(indicators: &Indicators, planned: &Planned) -> Figures {
    let mut figures = Figures::new();
    whereabouts(&mut figures, "", &indicators.students);
    for (programme, at) in &indicators.programmes {
        whereabouts(&mut figures, programme, at);
    }
    for (denomination, met) in &indicators.denominations {
        add(&mut figures, "wish for denomination met", denomination, met);
    }
    for (rank, met) in &indicators.wishes {
        let figure = match rank.parse::<usize>() {
            Ok(rank) => format!("got wish number {}", rank + 1),
            Err(_) => "got none of the wishes".to_owned(),
        };
        add(&mut figures, &figure, "", met);
    }
    let free = "members free on their meeting day";
    add(&mut figures, free, "", &indicators.meeting_day);
    for (programme, met) in &indicators.meeting_day_programmes {
        add(&mut figures, free, programme, met);
    }
    for (id, fill) in &indicators.boards {
        let board = &planned.problem.instance.boards[planned.board(id)];
        add(&mut figures, "students at places of board", &board.name, fill);
    }
    numbers(&mut figures, indicators);
    figures
}

fn numbers(figures: &mut Figures, indicators: &Indicators) {
    let journeys = &indicators.journeys;
    let kilometres = |metres: i64| format!("{}.{:03}", metres / 1000, metres % 1000);
    let (clusters, money) = (&indicators.clusters, indicators.money.as_ref());
    let whole = |number: i64| Some(number.to_string());
    for (figure, number) in [
        ("mean journey (km)", journeys.mean_m.map(kilometres)),
        ("median journey (km)", journeys.median_m.map(kilometres)),
        ("90% travel at most (km)", journeys.percentile_90_m.map(kilometres)),
        ("longest journey (km)", journeys.longest_m.map(kilometres)),
        ("clusters used", whole(clusters.used)),
        ("new clusters", whole(clusters.new)),
        ("existing clusters not used", whole(clusters.unused)),
        ("members of communities", whole(clusters.members)),
        ("cost in euros", money.map(|money| money.total.cost_eur.0.to_string())),
        ("grant in euros", money.map(|money| money.total.grant_eur.0.to_string())),
        ("net in euros", money.map(|money| money.total.net_eur.0.to_string())),
    ] {
        if let Some(number) = number {
            let key = (figure.to_owned(), String::new());
            figures.insert(key, [number, String::new(), String::new()]);
        }
    }
}

fn whereabouts(figures: &mut Figures, about: &str, at: &Whereabouts) {
    add(figures, "placed in a cluster", about, &at.core);
    add(figures, "placed in the shell", about, &at.shell);
    add(figures, "left out", about, &at.left_out);
}

fn add(figures: &mut Figures, figure: &str, about: &str, part: &Proportion) {
    let about = if about == "academisch" { "academische pabo" } else { about };
    let share = part.share_percent.map_or_else(String::new, |share| format!("{share:.1}"));
    let part = [part.number.to_string(), part.of.to_string(), share];
    figures.insert((figure.to_owned(), about.to_owned()), part);
}

/// The figures in the table of a report.
fn reported_figures(disclosure: &Disclosure) -> Figures {
    let table = disclosure.table(&Topic::Indicators).unwrap();
    let rows = cells_of_csv(&table_as_csv(table, Language::English), Language::English);
    let wide = |row: &Vec<String>| {
        let at = |title: &str| {
            let column = rows[0].iter().position(|one| one == title);
            column.map(|column| row[column].clone()).unwrap_or_default()
        };
        ((at("figure"), at("about")), [at("number"), at("of"), at("share (%)")])
    };
    rows.iter().skip(1).map(wide).collect()
}

#[test]
fn the_indicators_are_those_of_the_plan() {
    let seen = (0..SEEDS).into_par_iter().filter(|seed| {
        let Some(planned) = Planned::of(&tiny::instance(*seed, &SMALL)) else { return false };
        let reported = reported_figures(&planned.disclosure(Audience::Planner));
        let indicators = planned.plan.indicators.as_ref().unwrap();
        for (figure, numbers) in expected(indicators, &planned) {
            assert_eq!(reported.get(&figure), Some(&numbers), "{figure:?} of seed {seed}");
        }
        true
    });
    let seen = seen.count() as u64;
    assert!(seen > SEEDS / 3, "only {seen} of {SEEDS} have a plan");
}

#[test]
fn so_are_those_of_a_region() {
    let document = stdout(&run(&["generate", "--preset", "given-clusters", "--students", "60"]));
    let planned = Planned::of(&serde_json::from_str(&document).unwrap()).unwrap();
    let reported = reported_figures(&planned.disclosure(Audience::Planner));
    let expected = expected(planned.plan.indicators.as_ref().unwrap(), &planned);
    assert!(expected.len() > 15, "{expected:?}");
    for (figure, numbers) in expected {
        assert_eq!(reported.get(&figure), Some(&numbers), "{figure:?}");
    }
}

#[test]
fn a_workbook_and_its_tables_say_the_same() {
    let compared: usize = (0..SEEDS / 3)
        .into_par_iter()
        .filter_map(|seed| Planned::of(&tiny::instance(seed, &SMALL)))
        .map(|planned| {
            let disclosures = planned.audiences().into_iter().map(|one| planned.disclosure(one));
            disclosures.map(|disclosure| same(&disclosure)).sum::<usize>()
        })
        .sum();
    assert!(compared > 10_000, "{compared}");
}

/// Compares each cell of a workbook with that of the CSV table; returns the number of cells.
fn same(disclosure: &Disclosure) -> usize {
    let mut compared = 0;
    for (language, _) in LANGUAGES {
        let sheets = sheets(&book(disclosure, language));
        assert_eq!(sheets.len(), disclosure.tables.len() + 1);
        // In the order of the sheets: lists come last.
        let is_list = |topic: &Topic| matches!(topic, Topic::OfBoard(..) | Topic::OfCluster(..));
        let mut tables: Vec<_> = disclosure.tables.iter().collect();
        tables.sort_by_key(|table| is_list(&table.topic));
        for ((_, rows), table) in sheets.iter().skip(1).zip(tables) {
            let csv = cells_of_csv(&table_as_csv(table, language), language);
            // Above the table are the title of the sheet and an empty row.
            let (head, rows) = rows.split_at(2);
            let title = format!("{} – {}", language.topic(&table.topic), disclosure.name);
            assert_eq!(text(&head[0][0]), title);
            assert!(head.iter().flatten().skip(1).all(|cell| *cell == Data::Empty));
            assert_eq!(rows.len(), csv.len());
            for (row, csv) in rows.iter().zip(&csv).skip(1) {
                for (cell, csv) in row.iter().zip(csv) {
                    agree(cell, csv);
                    compared += 1;
                }
            }
        }
    }
    compared
}

/// A number in CSV equals that in the sheet, or 100 times that for shares.
fn agree(cell: &Data, csv: &str) {
    if let Data::Float(number) = cell {
        let other: f64 = csv.replace(',', ".").parse().unwrap();
        let is_same = |number: f64| (number - other).abs() < 1e-9 * other.abs().max(1.0);
        assert!(is_same(*number) || is_same(number * 100.0), "{number} and {csv}");
    } else {
        assert!(!cell.is_int() && !cell.is_bool(), "{cell:?}");
        // A figure in CSV has its unit in the header.
        let csv = csv.trim_start_matches('\'').trim_end_matches(" (km)");
        assert_eq!(text(cell), csv);
    }
}

#[test]
fn the_village_on_paper() {
    // Ten students, of whom eight have a place in a cluster and one in the shell; see its plan.
    let village = super::reading::village_plan();
    let plan = Plan::read(&std::fs::read(&village).unwrap()).unwrap();
    let arguments =
        ["report", "tests/documents/village.json", village.to_str().unwrap(), "-o", "-"];
    let table = ["--format", "csv", "--table", "placements"];
    let output = run(&[&arguments[..], &table].concat());
    assert_eq!(code(&output), 0);
    let rows = cells_of_csv(&stdout(&output), Language::English);
    assert_eq!(rows.len(), plan.placements.len() + 1);
    let students = rows.iter().skip(1).map(|row| row[1].parse::<i64>().unwrap());
    assert_eq!(students.sum::<i64>(), 9);
}
