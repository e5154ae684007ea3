//! The tables of a report.

mod boards;
pub(super) mod changes;
pub(super) mod clusters;
mod indicators;
pub(super) mod left_out;
pub(super) mod moves;
mod pairs;
mod place_left;
pub(super) mod placements;
mod rules;
mod schools;
mod unused;

use std::collections::BTreeMap;

use super::audience::Audience;
use super::charts::Bar;
use super::count::Count;
use super::facts::Facts;
use super::field::Field;
use super::map::Map;
use super::quality::Quality;
use super::table::{Cell, Table, Topic};
use super::together::ReportPart;
use crate::base::Coordinates;
use crate::composing::Conclusion;
use crate::instance::{Instance, Student};
use crate::plan::Tally;
use crate::plan::{Plan, RulePoints};
use crate::problem::Problem;

/// The cells of a row by column.
pub(super) type Row = BTreeMap<Field, Cell>;

/// Everything that tables are made of.
pub(super) struct Source<'a> {
    /// The problem that the plan solves.
    pub problem: &'a Problem,
    /// Counts of the plan.
    pub tally: &'a Tally<'a>,
    /// The plan as composed from its assignment: clusters and placements in the order of the tally.
    pub composed: &'a Plan,
    /// Key figures as disclosed.
    pub facts: &'a Facts,
    /// Proven quality of the plan.
    pub quality: &'a Quality,
    /// How many are left out for each reason, as disclosed to others than planners.
    pub reasons: &'a [(Option<Conclusion>, Count)],
    /// Histogram of the journeys.
    pub bars: &'a [Bar],
    /// The map.
    pub map: Option<&'a Map>,
    /// What is withheld.
    pub withheld: &'a [ReportPart],
    /// The reader.
    pub audience: Audience,
}

/// All tables that the audience may see, in reading order.
pub(super) fn tables(source: &Source) -> Vec<Table> {
    let mut tables = vec![goals(source.quality)];
    tables.push(clusters::clusters(source));
    tables.extend(unused::unused_clusters(source));
    tables.push(boards::boards(source));
    tables.push(schools::schools(source));
    tables.extend(placements::placements(source));
    tables.push(left_out::left_out(source));
    tables.extend(changes::changes(source));
    tables.extend(pairs::pairs(source));
    tables.push(indicators::indicators(source.facts, source.problem, within_postcode(source)));
    tables.push(rules::rules(source));
    tables.retain(|table| table.topic.is_for(source.audience));
    tables
}

/// How many placed students travel within one postcode; for planners, since others see no journeys.
fn within_postcode(source: &Source) -> i64 {
    if !source.audience.sees_students() {
        return 0;
    }
    let placings = source.tally.placings();
    let within = placings.filter(|(_, placing, _)| {
        placing.instance.within_postcode(placing.student_id, placing.school_id)
    });
    within.map(|(_, _, count)| count).sum()
}

fn goals(quality: &Quality) -> Table {
    let rows = quality.levels.iter().map(|level| {
        let (value, bound) = level.value_and_bound.unzip();
        Row::from([
            (Field::Goal, Cell::Goal(level.goal)),
            (Field::Value, Cell::of(value, Cell::Number)),
            (Field::Bound, Cell::of(bound, Cell::Number)),
            (Field::Gap, Cell::Gap(level.gap_thousandths)),
        ])
    });
    let columns = [Field::Goal, Field::Value, Field::Bound, Field::Gap];
    Table::new(Topic::Goals, &columns, rows.collect())
}

/// The cells about a student entry that planners see in every list.
pub(super) fn student(instance: &Instance, student: &Student, count: i64) -> Row {
    let wish = student.denomination.as_ref();
    Row::from([
        (Field::Student, Cell::text(&student.id)),
        (Field::Students, Cell::Number(count)),
        (Field::Programme, Cell::Programme(student.programme)),
        (Field::Year, Cell::Number(i64::from(student.year))),
        (Field::Home, home(student)),
        (Field::FreeDays, Cell::Days(student.days.iter().copied().collect())),
        (Field::ClassDays, Cell::Number(student.class_days)),
        (
            Field::DenominationWish,
            Cell::texts(wish.map_or_else(Vec::new, |wish| super::written(instance, &wish.terms))),
        ),
        (Field::WishStrength, Cell::of(wish, |wish| Cell::Strength(wish.strength))),
        (Field::ConceptWish, Cell::texts(super::written(instance, &student.concepts))),
    ])
}

/// The postcode, or else the coordinates to about a hundred metres.
fn home(student: &Student) -> Cell {
    let point = |Coordinates { latitude, longitude }| format!("{latitude:.3}, {longitude:.3}");
    Cell::of(student.postcode.clone().or_else(|| student.at.map(point)), Cell::Text)
}

/// Points in total and per rule.
fn charged(points: &RulePoints) -> Row {
    let total = points.values().map(|points| points.0).sum();
    let each = crate::rules::cards().into_iter().filter_map(|card| {
        Some((Field::RulePoints(card.id), Cell::Points(points.get(card.id)?.0)))
    });
    each.chain([(Field::Points, Cell::Points(total))]).collect()
}

/// A column per rule for its points.
fn rule_columns() -> impl Iterator<Item = Field> {
    crate::rules::cards().into_iter().map(|card| Field::RulePoints(card.id))
}
