//! The statistics of one scenario over its draws.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::layout::Layout;
use super::statistics::Statistics;
use crate::composing::figures::FigureTable;
use crate::scenarios::{Batch, GridPoint};

/// The statistics of one scenario over its draws.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ScenarioSummary {
    /// The id of the scenario.
    pub id: String,
    /// The name of the scenario for people.
    pub title: String,
    /// The values of the parameters of the grid.
    pub over: GridPoint,
    /// The number of runs that have ended.
    pub runs: i64,
    /// The number of those runs that have a plan; the figures are about these.
    pub planned: i64,
    /// The figures, in the order of the columns of `summary.csv`.
    pub figures: NamedStatistics,
}

/// Statistics by the name of the figure, in a fixed order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedStatistics(pub Vec<(String, Statistics)>);

impl NamedStatistics {
    /// The statistics of a figure; `None` if no run of the scenario has it.
    pub fn get(&self, name: &str) -> Option<&Statistics> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, statistics)| statistics)
    }
}

impl Serialize for NamedStatistics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, statistics) in &self.0 {
            map.serialize_entry(name, statistics)?;
        }
        map.end()
    }
}

impl ScenarioSummary {
    /// Sums up the scenario at a position in the batch.
    pub fn of(batch: &Batch, layout: &Layout, figures: &FigureTable, scenario: usize) -> Self {
        let facts = &batch.scenarios[scenario];
        let reference = Some(batch.reference()).filter(|&reference| reference != scenario);
        let statistics = (0..figures.columns.len()).filter_map(|column| {
            let name = figures.columns[column].name.clone();
            Some((name, statistics(layout, figures, scenario, reference, column)?))
        });
        Self {
            id: facts.id.clone(),
            title: facts.title.clone(),
            over: facts.point.clone(),
            runs: layout.records(scenario).count() as i64,
            planned: layout.planned(scenario),
            figures: NamedStatistics(statistics.collect()),
        }
    }
}

/// The statistics of a figure; `None` if no run of the scenario has it.
fn statistics(
    layout: &Layout,
    figures: &FigureTable,
    scenario: usize,
    reference: Option<usize>,
    column: usize,
) -> Option<Statistics> {
    let value = |run: &Option<usize>| figures.value((*run)?, column);
    let values = |scenario: usize| layout.draws(scenario).iter().map(value).collect::<Vec<_>>();
    let reference = reference.map(values);
    let decimals = figures.columns[column].decimals;
    Statistics::paired(&values(scenario), reference.as_deref(), decimals)
}
