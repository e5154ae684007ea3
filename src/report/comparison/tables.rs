//! The scenarios side by side, in two tables.

use super::Telling;
use crate::base::Decimal;
use crate::report::table::table;
use crate::scenarios::batch::{Distribution, ScenarioSummary, Statistics};
use crate::texts::Language;

/// A column of a table.
pub struct Shown {
    /// What it is called in Dutch.
    pub dutch: &'static str,
    /// What it is called in English.
    pub english: &'static str,
    /// Which figure stands in it.
    pub figure: &'static str,
    /// How that is written.
    pub unit: Unit,
}

/// How a figure is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// A share, to one decimal.
    Percent,
    /// A number; its mean over draws to one decimal.
    Number,
    /// Metres, shown as kilometres to one decimal.
    Kilometres,
    /// Whole euros.
    Euros,
}

impl Unit {
    /// A distribution in the unit that is shown.
    pub fn converted(self, values: &Distribution) -> Distribution {
        if self == Self::Kilometres { values.thousandth() } else { values.clone() }
    }

    /// The decimals of a mean.
    pub const fn decimals_of_mean(self, draws: bool) -> u32 {
        match self {
            Self::Percent | Self::Kilometres => 1,
            Self::Number => draws as u32,
            Self::Euros => 0,
        }
    }

    /// The decimals of a value of one run.
    pub const fn decimals(self) -> u32 {
        self.decimals_of_mean(false)
    }
}

const fn shown(
    dutch: &'static str,
    english: &'static str,
    figure: &'static str,
    unit: Unit,
) -> Shown {
    Shown { dutch, english, figure, unit }
}

/// Where students are.
const STUDENTS: [Shown; 6] = [
    shown("totaal %", "total %", "core_percent", Unit::Percent),
    shown("voltijd %", "voltijd %", "voltijd_core_percent", Unit::Percent),
    shown("deeltijd %", "deeltijd %", "deeltijd_core_percent", Unit::Percent),
    shown("niet geplaatst", "left out", "left_out_students", Unit::Number),
    shown("schil", "shell", "shell_students", Unit::Number),
    shown("clusters", "clusters", "clusters_used", Unit::Number),
];

/// How good it is for them, and what it costs.
const QUALITY: [Shown; 5] = [
    shown("gemiddeld km", "mean km", "journey_mean_m", Unit::Kilometres),
    shown("90% binnen km", "90% within km", "journey_p90_m", Unit::Kilometres),
    shown("openbaar %", "openbaar %", "denomination_openbaar_met_percent", Unit::Percent),
    shown("vrij op dag %", "free on day %", "meeting_day_free_percent", Unit::Percent),
    shown("netto euro", "net euros", "net_eur", Unit::Euros),
];

/// The columns in groups, each with its title.
pub const fn groups(language: Language) -> [(&'static str, &'static [Shown]); 2] {
    let students = language.choose(
        "Aandeel Samen Opleiden (geplaatst in een cluster), en aantallen",
        "Share Samen Opleiden (placed in a cluster), and numbers",
    );
    let quality = language.choose(
        "Enkele reis, wensen voor openbaar (van wie geplaatst is), vrij op de bijeenkomstdag, en geld",
        "Journey one way, wishes for openbaar (of those placed), free on the meeting day, and money",
    );
    [(students, &STUDENTS), (quality, &QUALITY)]
}

impl Telling<'_> {
    /// Both tables, without columns of which no run has a figure.
    pub fn tables(&self) -> String {
        let tables = groups(self.language);
        let tables = tables.into_iter().filter_map(|(title, columns)| {
            let rows = self.rows(columns)?;
            Some(format!("{title}\n{}", table(&rows)))
        });
        tables.collect::<Vec<_>>().join("\n")
    }

    /// The rows of a table; `None` where no run has any of its figures.
    fn rows(&self, columns: &[Shown]) -> Option<Vec<Vec<String>>> {
        let scenarios = &self.summary.scenarios;
        let is_there = |column: &&Shown| {
            scenarios.iter().any(|scenario| scenario.figures.get(column.figure).is_some())
        };
        let columns: Vec<&Shown> = columns.iter().filter(is_there).collect();
        if columns.is_empty() {
            return None;
        }
        let heading = |column: &&Shown| self.language.choose(column.dutch, column.english);
        let mut rows = vec![row("", columns.iter().map(|column| heading(column).to_owned()))];
        for scenario in scenarios {
            rows.extend(self.rows_of(scenario, &columns));
        }
        Some(rows)
    }

    fn rows_of(&self, scenario: &ScenarioSummary, columns: &[&Shown]) -> Vec<Vec<String>> {
        let language = self.language;
        let title = self.title(&scenario.id);
        if scenario.planned == 0 {
            return vec![vec![format!("{title}: {}", language.choose("geen plan", "no plan"))]];
        }
        let line = |label: &str, cell: &dyn Fn(&Statistics, Unit) -> Option<String>| {
            let cells = columns.iter().map(|column| {
                let statistics = scenario.figures.get(column.figure);
                statistics.and_then(|of| cell(of, column.unit)).unwrap_or_else(|| "–".to_owned())
            });
            row(&format!("  {label}"), cells)
        };
        let label = if self.has_draws() { language.choose("gemiddeld", "mean") } else { "plan" };
        let mut rows = vec![vec![title.to_owned()]];
        rows.push(line(label, &|of, unit| Some(language.number(self.mean(&of.values, unit)))));
        if scenario.id == self.summary.reference {
            return rows;
        }
        let difference = |of: &Statistics, unit: Unit| {
            Some(language.signed(self.mean(of.difference.as_ref()?, unit)))
        };
        rows.push(line(language.choose("verschil", "difference"), &difference));
        if self.has_draws() {
            let interval = |of: &Statistics, unit: Unit| {
                Some(interval(language, of.difference.as_ref()?, unit))
            };
            let range = language.choose("bereik", "range");
            let label = if self.has_few_draws() { range } else { "90%" };
            rows.push(line(label, &interval));
        }
        rows
    }

    fn mean(&self, values: &Distribution, unit: Unit) -> Decimal {
        unit.converted(values).mean(unit.decimals_of_mean(self.has_draws()))
    }
}

fn interval(language: Language, difference: &Distribution, unit: Unit) -> String {
    let difference = unit.converted(difference);
    let signed = |end: Decimal| language.signed(end.rounded(unit.decimals()));
    format!("[{} {}]", signed(difference.p05), signed(difference.p95))
}

fn row(label: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(label.to_owned()).chain(cells).collect()
}
