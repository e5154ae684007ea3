//! The table of rules, in force and off, with settings and points.

use serde_json::Value;

use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::rules::{Card, cards};

const COLUMNS: [Field; 6] =
    [Field::Title, Field::Rule, Field::InForce, Field::Settings, Field::Points, Field::Statement];

/// The rules in the order of the rulebook.
pub fn rules(source: &Source) -> Table {
    let (settings, off) = (source.problem.rulebook.canonical(), source.problem.rules_off());
    let rows = cards().into_iter().map(|card| row(source, card, &settings, &off));
    Table::new(Topic::Rules, &COLUMNS, rows.collect())
}

fn row(source: &Source, card: &Card, settings: &Value, off: &[&str]) -> Row {
    let in_force = !off.contains(&card.id);
    let settings = settings.get(card.id).and_then(Value::as_object).filter(|_| in_force);
    let settings = settings.map_or_else(Vec::new, |settings| {
        settings.iter().filter(|(_, value)| !value.is_null()).map(setting).collect()
    });
    let score = source.composed.score.as_ref();
    // The points of `placement` reveal how many are left out.
    let points = score
        .filter(|_| source.audience.sees_students())
        .map(|score| Cell::Points(score.rules.get(card.id).map_or(0, |points| points.0)));
    Row::from([
        (Field::Title, Cell::Title(card.id)),
        (Field::Rule, Cell::text(card.id)),
        (Field::InForce, Cell::Yes(in_force)),
        (Field::Settings, Cell::texts(settings)),
        (Field::Points, points.unwrap_or(Cell::Empty)),
        (Field::Statement, Cell::Statement(card.id)),
    ])
}

fn setting((key, value): (&String, &Value)) -> String {
    match value {
        Value::String(text) => format!("{key} = {text}"),
        value => format!("{key} = {value}"),
    }
}
