//! All figures that a partnership steers by, one below the other.

use super::super::count::{Count, PartFact};
use super::super::facts::Facts;
use super::super::field::Field;
use super::super::indicators::WhereaboutsFact;
use super::super::table::{Cell, Figure, Table, Topic};
use super::Row;
use crate::base::Decimal;
use crate::instance::Programme;
use crate::problem::Problem;

const COLUMNS: [Field; 5] = [Field::Figure, Field::About, Field::Number, Field::Of, Field::Share];

/// All figures. `within_postcode` is the number of placed students who travel within one postcode.
pub fn indicators(facts: &Facts, problem: &Problem, within_postcode: i64) -> Table {
    let mut rows = whereabouts(&Cell::Empty, &facts.students);
    for (programme, at) in &facts.programmes {
        rows.extend(whereabouts(&programme_cell(programme), at));
    }
    rows.extend(journeys(facts));
    if within_postcode > 0 {
        let number = Cell::Number(within_postcode);
        rows.push(row(Figure::JourneyWithinPostcode, Cell::Empty, number));
    }
    rows.extend(wishes(facts));
    rows.push(part(Figure::FreeOnMeetingDay, Cell::Empty, &facts.meeting_day));
    for (programme, met) in &facts.meeting_day_programmes {
        rows.push(part(Figure::FreeOnMeetingDay, programme_cell(programme), met));
    }
    rows.extend(clusters(facts));
    for (board, fill) in &facts.boards {
        let named = problem.instance.boards.values().find(|one| one.id == *board);
        let name = named.map_or(board, |board| &board.name);
        rows.push(part(Figure::Fill, Cell::text(name), fill));
    }
    rows.extend(facts.fill_gini.map(gini));
    rows.extend(money(facts));
    Table::new(Topic::Indicators, &COLUMNS, rows)
}

fn programme_cell(word: &str) -> Cell {
    let programme = Programme::ALL.iter().find(|programme| programme.word() == word);
    Cell::of(programme, |&programme| Cell::Programme(programme))
}

fn row(figure: Figure, about: Cell, number: Cell) -> Row {
    Row::from([
        (Field::Figure, Cell::Figure(figure)),
        (Field::About, about),
        (Field::Number, number),
    ])
}

fn part(figure: Figure, about: Cell, part: &PartFact) -> Row {
    let mut row = row(figure, about, Cell::Count(part.number));
    row.insert(Field::Of, Cell::Count(part.of));
    row.insert(Field::Share, Cell::Share(part.share));
    row
}

fn whereabouts(about: &Cell, at: &WhereaboutsFact) -> Vec<Row> {
    let parts = [
        (Figure::InClusters, &at.core),
        (Figure::InShell, &at.shell),
        (Figure::LeftOut, &at.left_out),
    ];
    parts.map(|(figure, fact)| part(figure, about.clone(), fact)).to_vec()
}

fn journeys(facts: &Facts) -> Vec<Row> {
    let journeys = &facts.journeys;
    let kind = |rounded: bool| if rounded { Cell::Kilometres } else { Cell::Metres };
    let lengths = [
        (Figure::JourneyMean, journeys.mean_m, Cell::Metres as fn(i64) -> Cell),
        (Figure::JourneyMedian, journeys.median_m, kind(journeys.rounded)),
        (Figure::Journey90, journeys.percentile_90_m, kind(journeys.rounded)),
        (Figure::JourneyLongest, journeys.longest_m, kind(journeys.rounded)),
    ];
    let lengths = lengths
        .into_iter()
        .filter_map(|(figure, metres, cell)| Some(row(figure, Cell::Empty, cell(metres?))));
    let within = Cell::of(journeys.comfortable_m, Cell::Metres);
    let comfortable = journeys
        .comfortable
        .iter()
        .map(|met| part(Figure::JourneyComfortable, within.clone(), met));
    lengths.chain(comfortable).collect()
}

fn wishes(facts: &Facts) -> Vec<Row> {
    let denominations = facts
        .denominations
        .iter()
        .map(|(term, met)| part(Figure::DenominationMet, Cell::text(term), met));
    let concepts = (facts.concepts.of != Count::Exact(0))
        .then(|| part(Figure::ConceptMet, Cell::Empty, &facts.concepts));
    let ranks = facts
        .wishes
        .iter()
        .map(|(rank, met)| part(rank.map_or(Figure::WishUnmet, Figure::WishMet), Cell::Empty, met));
    denominations.chain(concepts).chain(ranks).collect()
}

fn clusters(facts: &Facts) -> Vec<Row> {
    let numbers = [
        (Figure::ClustersUsed, Some(facts.clusters_used)),
        (Figure::ClustersNew, Some(facts.clusters_new)),
        (Figure::ClustersUnused, Some(facts.clusters_unused)),
        (Figure::ClustersOffTarget, facts.clusters_off_target),
    ];
    let numbers = numbers
        .into_iter()
        .filter_map(|(figure, number)| Some(row(figure, Cell::Empty, Cell::Number(number?))));
    numbers.chain([row(Figure::Members, Cell::Empty, Cell::Count(facts.members))]).collect()
}

/// The coefficient has four decimals.
fn gini(coefficient: f64) -> Row {
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
    let scaled = (coefficient * 10_000.0).round() as i64;
    row(Figure::FillGini, Cell::Empty, Cell::Decimal(Decimal { scaled, decimals: 4 }))
}

fn money(facts: &Facts) -> Vec<Row> {
    let Some(money) = facts.money else { return Vec::new() };
    let amounts = [
        (Figure::Cost, money.cost_eur),
        (Figure::Grant, money.grant_eur),
        (Figure::Net, money.net_eur),
    ];
    amounts.map(|(figure, euros)| row(figure, Cell::Empty, Cell::Euros(euros.0))).to_vec()
}
