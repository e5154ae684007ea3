//! The scenarios side by side, in two tables.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Comparison;
use super::bounds::{about, with_sign};
use crate::base::Decimal;
use crate::composing::figures::{share_in, year_of};
use crate::disclosure::{DisclosedFigure, ScenarioDisclosure};
use crate::report::table::table;
use crate::scenarios::batch::Distribution;
use crate::texts::{Language, Message};
use crate::{message, text};

/// A column of a table of scenarios.
pub struct ComparisonColumn {
    /// The title of the column.
    pub title: Message,
    /// The key of the figure in a summary.
    pub figure: Cow<'static, str>,
    /// How the figure is written.
    pub format: FigureFormat,
}

/// How a figure of a batch is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FigureFormat {
    /// A share in percent, to one decimal.
    Percent,
    /// A whole number; its mean over draws to one decimal.
    Number,
    /// Metres, shown as kilometres to one decimal.
    Kilometres,
    /// Whole euros.
    Euros,
}

impl FigureFormat {
    /// A distribution in the unit that is shown.
    pub fn converted(self, values: &Distribution) -> Distribution {
        if self == Self::Kilometres { values.thousandth() } else { values.clone() }
    }

    /// The number of decimals of a mean.
    pub const fn decimals_of_mean(self, draws: bool) -> u32 {
        match self {
            Self::Percent | Self::Kilometres => 1,
            Self::Number => draws as u32,
            Self::Euros => 0,
        }
    }

    /// The number of decimals of the value of one run.
    pub const fn decimals(self) -> u32 {
        self.decimals_of_mean(false)
    }
}

fn column(
    title: Message,
    figure: impl Into<Cow<'static, str>>,
    format: FigureFormat,
) -> ComparisonColumn {
    ComparisonColumn { title, figure: figure.into(), format }
}

/// The columns in groups, each with its title.
pub fn groups(scenarios: &[ScenarioDisclosure]) -> Vec<(Message, Vec<ComparisonColumn>)> {
    vec![
        (message!("comparison-table-students"), students()),
        (message!("comparison-table-quality"), quality()),
        (message!("comparison-table-path"), path()),
        (message!("comparison-table-path-proof"), proof()),
        (message!("comparison-table-years"), years(scenarios)),
    ]
}

/// Where students are placed.
fn students() -> Vec<ComparisonColumn> {
    vec![
        column(message!("comparison-column-total"), "core_percent", FigureFormat::Percent),
        column(
            message!("comparison-column-voltijd"),
            "voltijd_core_percent",
            FigureFormat::Percent,
        ),
        column(
            message!("comparison-column-deeltijd"),
            "deeltijd_core_percent",
            FigureFormat::Percent,
        ),
        column(message!("comparison-column-left-out"), "left_out_students", FigureFormat::Number),
        column(message!("comparison-column-shell"), "shell_students", FigureFormat::Number),
        column(message!("comparison-column-clusters"), "clusters_used", FigureFormat::Number),
    ]
}

/// How good the plan is for students, and what it costs.
fn quality() -> Vec<ComparisonColumn> {
    vec![
        column(
            message!("comparison-column-mean-journey"),
            "journey_mean_m",
            FigureFormat::Kilometres,
        ),
        column(message!("comparison-column-90-journey"), "journey_p90_m", FigureFormat::Kilometres),
        column(
            message!("comparison-column-openbaar"),
            "denomination_openbaar_met_percent",
            FigureFormat::Percent,
        ),
        column(
            message!("comparison-column-meeting-day"),
            "meeting_day_free_percent",
            FigureFormat::Percent,
        ),
        column(message!("comparison-column-net"), "net_eur", FigureFormat::Euros),
    ]
}

/// What growth paths are over all their years.
fn path() -> Vec<ComparisonColumn> {
    vec![
        column(
            message!("comparison-column-path-entered"),
            "path_entered_boards",
            FigureFormat::Number,
        ),
        column(
            message!("comparison-column-path-opened"),
            "path_opened_clusters",
            FigureFormat::Number,
        ),
        column(
            message!("comparison-column-left-out"),
            "path_left_out_students",
            FigureFormat::Number,
        ),
        column(
            message!("comparison-column-path-short"),
            "path_short_students",
            FigureFormat::Number,
        ),
        column(message!("comparison-column-net"), "path_net_eur", FigureFormat::Euros),
        column(message!("comparison-column-path-advance"), "path_advance_eur", FigureFormat::Euros),
    ]
}

/// What growth paths cost, and what is proven of that.
fn proof() -> Vec<ComparisonColumn> {
    let titled = |title, figure: &'static str| column(title, figure, FigureFormat::Number);
    vec![
        titled(message!("comparison-column-path-points"), "path_points"),
        titled(message!("comparison-column-path-bound"), "path_bound_points"),
        titled(message!("comparison-column-path-year-by-year"), "path_year_by_year_points"),
    ]
}

/// The share in each year of growth paths.
fn years(scenarios: &[ScenarioDisclosure]) -> Vec<ComparisonColumn> {
    let known = scenarios.iter().flat_map(|one| &one.summary.figures.0);
    let years: BTreeSet<&str> = known.filter_map(|(name, _)| year_of(name)).collect();
    let share = |year: &str| {
        let title = message!("comparison-column-year", year = year);
        column(title, share_in(year), FigureFormat::Percent)
    };
    years.into_iter().map(share).collect()
}

impl Comparison<'_> {
    /// Both tables, without columns that no run has a figure for.
    pub fn tables(&self) -> String {
        let tables =
            groups(&self.disclosed.scenarios).into_iter().filter_map(|(title, columns)| {
                let rows = self.rows(&columns)?;
                Some(format!("{}\n{}", title.in_language(self.language), table(&rows)))
            });
        tables.collect::<Vec<_>>().join("\n")
    }

    /// The rows of a table; `None` if no run has any of its figures.
    fn rows(&self, columns: &[ComparisonColumn]) -> Option<Vec<Vec<String>>> {
        let scenarios = &self.disclosed.scenarios;
        let is_known =
            |column: &&ComparisonColumn| scenarios.iter().any(|one| one.has(&column.figure));
        let columns: Vec<&ComparisonColumn> = columns.iter().filter(is_known).collect();
        if columns.is_empty() {
            return None;
        }
        let headings = columns.iter().map(|column| column.title.in_language(self.language));
        let mut rows = vec![row("", headings)];
        for scenario in scenarios {
            rows.extend(self.rows_of(scenario, &columns));
        }
        Some(rows)
    }

    fn rows_of(
        &self,
        scenario: &ScenarioDisclosure,
        columns: &[&ComparisonColumn],
    ) -> Vec<Vec<String>> {
        let language = self.language;
        let title = self.title(&scenario.summary.id);
        if scenario.summary.planned == 0 {
            return vec![vec![text!(language, "comparison-row-no-plan", title = title)]];
        }
        let line =
            |label: Message, cell: &dyn Fn(DisclosedFigure, FigureFormat) -> Option<String>| {
                let cells = columns.iter().map(|column| {
                    let figure = scenario.figure(&column.figure);
                    cell(figure, column.format).unwrap_or_else(|| "–".to_owned())
                });
                row(&format!("  {}", label.in_language(language)), cells)
            };
        let label = if self.has_draws() {
            message!("comparison-row-mean")
        } else {
            message!("comparison-row-plan")
        };
        let mut rows = vec![vec![title.to_owned()]];
        let mean = |figure: DisclosedFigure, format| match figure {
            DisclosedFigure::Whole(of) => Some(language.number(self.mean(&of.values, format))),
            DisclosedFigure::Rounded(metres) => Some(about(metres, language).0),
            DisclosedFigure::Within(bounds) => Some(with_sign(bounds, language)?.0),
            DisclosedFigure::Absent => None,
        };
        rows.push(line(label, &mean));
        if scenario.summary.id == self.disclosed.reference {
            return rows;
        }
        let difference = |figure: DisclosedFigure, format: FigureFormat| {
            Some(language.signed(self.mean(figure.whole()?.difference.as_ref()?, format)))
        };
        rows.push(line(message!("comparison-row-difference"), &difference));
        if self.has_draws() {
            let interval = |figure: DisclosedFigure, format: FigureFormat| {
                Some(interval(language, figure.whole()?.difference.as_ref()?, format))
            };
            let label = if self.has_few_draws() {
                message!("comparison-row-range")
            } else {
                message!("comparison-row-90")
            };
            rows.push(line(label, &interval));
        }
        rows
    }

    fn mean(&self, values: &Distribution, format: FigureFormat) -> Decimal {
        format.converted(values).mean(format.decimals_of_mean(self.has_draws()))
    }
}

fn interval(language: Language, difference: &Distribution, format: FigureFormat) -> String {
    let difference = format.converted(difference);
    let signed = |end: Decimal| language.signed(end.rounded(format.decimals()));
    format!("[{} {}]", signed(difference.p05), signed(difference.p95))
}

fn row(label: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(label.to_owned()).chain(cells).collect()
}
