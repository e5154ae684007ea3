//! Disclosure of a batch: everything that its report shows, for one audience.
//!
//! Each run is disclosed as the page of its plan would be, and everything else is made of that alone: means over
//! draws, differences, answers, coordinates. So numbers in several places of a page reveal no more together than the
//! pages of the plans do.

mod answers;
mod maps;
mod run;

pub use maps::{ReadPlan, batch_maps};

use std::io;

use self::run::{Interval, RunDisclosure, is_public, is_rounded};
use super::audience::Audience;
use crate::base::Decimal;
use crate::base::decimal::power;
use crate::scenarios::Batch;
use crate::scenarios::batch::{
    Answers, Distribution, Layout, NamedStatistics, RunOutcome, ScenarioSummary, Statistics,
    Summary,
};

/// The upper end of a number of students that is only known to be at least something.
pub const UNLIMITED: i64 = Interval::UNLIMITED;

/// Everything that a report shows of a batch to one audience.
pub struct BatchDisclosure<'a> {
    /// The reader: planners or the public.
    pub audience: Audience,
    /// The batch, with the names of schools, boards and clusters.
    pub batch: &'a Batch,
    /// The id of the scenario that the others are compared with.
    pub reference: &'a str,
    /// Number of draws per scenario; `None` if the batch has no draws.
    pub draws: Option<i64>,
    /// Whether every run has a plan.
    pub all_planned: bool,
    /// The scenarios, in the order of the batch.
    pub scenarios: Vec<ScenarioDisclosure>,
    /// The answers. A number of students that is at least something has [`UNLIMITED`] as its upper end.
    pub answers: Answers,
}

/// What a report shows of a scenario.
pub struct ScenarioDisclosure {
    /// The scenario with the figures that are disclosed in full.
    pub summary: ScenarioSummary,
    /// Means of figures that are disclosed rounded in every run, by name, as rounded as these.
    rounded: Vec<(String, Decimal)>,
    /// The other figures, by name.
    within: Vec<(String, FigureBounds)>,
}

/// What is disclosed of the mean of a figure that may not be known exactly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FigureBounds {
    /// Lower end, rounded down; `None` if there is none.
    pub least: Option<Decimal>,
    /// Upper end, rounded up; `None` if there is none.
    pub most: Option<Decimal>,
}

/// A figure of a scenario.
pub enum DisclosedFigure<'a> {
    /// Disclosed in full.
    Whole(&'a Statistics),
    /// Rounded in every run to whole kilometres, and so is the mean: a number of metres. A difference would be made of
    /// rounding.
    Rounded(Decimal),
    /// Known within bounds, since it would reveal a few students.
    Within(FigureBounds),
    /// No run has it, or it is not for this reader.
    Absent,
}

impl<'a> DisclosedFigure<'a> {
    /// The statistics, if they are disclosed in full.
    pub fn whole(self) -> Option<&'a Statistics> {
        match self {
            Self::Whole(statistics) => Some(statistics),
            Self::Rounded(_) | Self::Within(_) | Self::Absent => None,
        }
    }
}

impl ScenarioDisclosure {
    /// A figure by its name in the summary.
    pub fn figure(&self, name: &str) -> DisclosedFigure<'_> {
        if let Some(statistics) = self.summary.figures.get(name) {
            return DisclosedFigure::Whole(statistics);
        }
        if let Some(&(_, mean)) = self.rounded.iter().find(|(known, _)| known == name) {
            return DisclosedFigure::Rounded(mean);
        }
        let within = self.within.iter().find(|(known, _)| known == name);
        within.map_or(DisclosedFigure::Absent, |&(_, bounds)| DisclosedFigure::Within(bounds))
    }

    /// Whether some run of the scenario has the figure.
    pub fn has(&self, name: &str) -> bool {
        !matches!(self.figure(name), DisclosedFigure::Absent)
    }
}

impl<'a> BatchDisclosure<'a> {
    /// Discloses a batch to planners or the public. Boards have no edition of their own: to them it is public.
    ///
    /// # Errors
    /// If the records of the runs cannot be read again, for the public.
    pub fn of(batch: &'a Batch, summary: &'a Summary, audience: Audience) -> io::Result<Self> {
        let (audience, scenarios, answers) = if audience.sees_students() {
            let whole = |one: &ScenarioSummary| ScenarioDisclosure {
                summary: one.clone(),
                rounded: Vec::new(),
                within: Vec::new(),
            };
            let scenarios = summary.scenarios.iter().map(whole).collect();
            (audience, scenarios, summary.answers.clone())
        } else {
            let layout = Layout::of(batch, &summary.runs);
            let names = || summary.figures.columns.iter().map(|column| column.name.as_str());
            let names = || names().filter(|name| is_public(name));
            let mut runs: Vec<Option<RunDisclosure>> = Vec::new();
            summary.records.each(&mut |record| {
                runs.push(record.plan.map(|plan| RunDisclosure::of(&plan, names())));
                Ok(())
            })?;
            let figures = Figures::of(batch, summary, &layout, &runs);
            let scenarios: Vec<ScenarioDisclosure> =
                (0..summary.scenarios.len()).map(|at| figures.scenario(at)).collect();
            let answers = answers::disclosed(batch, summary, &layout, &runs, &scenarios);
            (Audience::Public, scenarios, answers)
        };
        Ok(Self {
            audience,
            batch,
            reference: &summary.reference,
            draws: summary.draws,
            all_planned: summary.runs.iter().all(|run| run.outcome == RunOutcome::Plan),
            scenarios,
            answers,
        })
    }
}

/// A figure with its name and decimals, and per scenario and draw its range; `None` where the run lacks it.
type Column<'a> = (&'a str, u32, Vec<Vec<Option<Interval>>>);

/// The figures of all runs as disclosed to the public.
struct Figures<'a> {
    summary: &'a Summary,
    reference: usize,
    columns: Vec<Column<'a>>,
}

impl<'a> Figures<'a> {
    fn of(
        batch: &Batch,
        summary: &'a Summary,
        layout: &Layout,
        runs: &[Option<RunDisclosure>],
    ) -> Self {
        let columns = summary.figures.columns.iter().enumerate();
        let public = columns.filter(|(_, column)| is_public(&column.name));
        let columns = public.enumerate().map(|(number, (at, column))| {
            let range = |run: usize| {
                // What a plan lacks, such as a mean of nobody, is as absent here as there.
                summary.figures.value(run, at)?;
                Some(runs[run].as_ref()?.figures[number])
            };
            let of_scenario = |scenario: usize| {
                let draws = layout.draws(scenario).iter();
                draws.map(|run| range((*run)?)).collect::<Vec<_>>()
            };
            let ranges = (0..summary.scenarios.len()).map(of_scenario).collect();
            (column.name.as_str(), column.decimals, ranges)
        });
        Self { summary, reference: batch.reference(), columns: columns.collect() }
    }

    fn scenario(&self, at: usize) -> ScenarioDisclosure {
        let (mut whole, mut rounded, mut within) = (Vec::new(), Vec::new(), Vec::new());
        for (name, decimals, ranges) in &self.columns {
            let Some(values) = in_full(&ranges[at]) else {
                let shown = (*decimals).max(u32::from(self.summary.draws.is_some()));
                within.push(((*name).to_owned(), bounds(&ranges[at], *decimals, shown)));
                continue;
            };
            if is_rounded(name) {
                let values = values.into_iter().flatten().collect();
                let mean = Distribution::of(values, *decimals);
                rounded.extend(mean.map(|values| ((*name).to_owned(), values.mean(0))));
                continue;
            }
            // A difference to something hidden would reveal it.
            let reference = in_full(&ranges[self.reference]).filter(|_| at != self.reference);
            let statistics = Statistics::paired(&values, reference.as_deref(), *decimals);
            whole.extend(statistics.map(|statistics| ((*name).to_owned(), statistics)));
        }
        let summary = ScenarioSummary {
            figures: NamedStatistics(whole),
            ..self.summary.scenarios[at].clone()
        };
        ScenarioDisclosure { summary, rounded, within }
    }
}

/// The value per draw; `None` if some draw is not disclosed exactly.
fn in_full(ranges: &[Option<Interval>]) -> Option<Vec<Option<i64>>> {
    let all = ranges.iter().map(|range| match range {
        None => Some(None),
        Some(range) => range.value().map(Some),
    });
    all.collect()
}

/// The range of the mean over draws of a figure with a number of decimals, to the decimals that are shown.
fn bounds(ranges: &[Option<Interval>], decimals: u32, shown: u32) -> FigureBounds {
    let runs = ranges.iter().flatten().count() as i128;
    let known = || ranges.iter().flatten();
    let quotient = |sum: i128, rounds_up: bool| {
        let (sum, of) = (sum * power(shown), runs * power(decimals));
        let below = sum.div_euclid(of);
        let scaled = below + i128::from(rounds_up && below * of < sum);
        i64::try_from(scaled).ok().map(|scaled| Decimal { scaled, decimals: shown })
    };
    let is_bounded_below = known().all(|range| range.least > i64::MIN);
    let is_bounded_above = known().all(|range| range.most < UNLIMITED);
    let least = || known().map(|range| i128::from(range.least)).sum();
    let most = || known().map(|range| i128::from(range.most)).sum();
    FigureBounds {
        least: is_bounded_below.then(|| quotient(least(), false)).flatten(),
        most: is_bounded_above.then(|| quotient(most(), true)).flatten(),
    }
}

#[cfg(test)]
mod tests;
