//! Disclosure: everything that a report shows of a plan, for one audience.
//!
//! The writers of reports receive a [`Disclosure`] and nothing else. What an audience may not see is not in
//! it, so that no writer can reveal it. It has no words of its own and no layout: those belong to the
//! writers.

mod audience;
mod batch;
mod bound;
mod charts;
mod count;
mod facts;
mod field;
mod fill;
mod grid;
mod indicators;
mod inference;
pub mod lists;
mod map;
mod path;
mod quality;
mod suppression;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod together;

use crate::composing;
use crate::instance::{Instance, TermId};
use crate::plan::{Engine, Plan};
use crate::problem::Problem;
use crate::verify::Verdict;

pub use audience::{Audience, SMALLEST_GROUP};
pub use batch::{
    BatchDisclosure, DisclosedFigure, FigureBounds, ReadPlan, ScenarioDisclosure, UNLIMITED,
    batch_maps,
};
pub use charts::{Bar, Size};
pub use count::{Count, PartFact, Share};
pub use facts::{Facts, WishRank};
pub use field::Field;
pub use indicators::{JourneyFacts, WhereaboutsFact};
pub use map::{Map, MapCluster, MapHome, MapSchool, MapTown};
pub use path::{
    BoardYear, FirstBottleneck, Happening, HappeningKind, OutsideBoard, OutsideChange,
    OutsideNumbers, PathBoard, PathCluster, PathDisclosure, PathNames, PathQuality, PathReader,
    TodayDisclosure, YearDisclosure, YearSource,
};
pub use quality::{LevelQuality, Quality};
pub use suppression::part;
pub use table::{Cell, Change, Elsewhere, Figure, PlaceLeft, Table, Topic, Why, WhyLeft};
pub use tables::placements::journey;
use together::ReportNumbers;
pub use together::ReportPart;

/// The date and version that the writer of a report gives it. A program's clock is never used, so that the same
/// plan gives the same bytes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Edition {
    /// The date, as given.
    pub date: Option<String>,
    /// The name of the version, as given.
    pub version: Option<String>,
}

/// Everything that a report shows of a plan to one audience.
#[derive(Clone, PartialEq, Debug)]
pub struct Disclosure {
    /// Name of the instance.
    pub name: String,
    /// School year; `None` if the instance has none.
    pub school_year: Option<String>,
    /// Date and version, if they are given; set by the caller.
    pub edition: Edition,
    /// The reader.
    pub audience: Audience,
    /// Name of the board, if a board is the reader.
    pub board: Option<String>,
    /// SHA-256 of the canonical instance.
    pub instance_sha256: String,
    /// The engine that made the plan; `None` if the plan does not state it.
    pub engine: Option<Engine>,
    /// Proven quality of the plan.
    pub quality: Quality,
    /// Key figures.
    pub facts: Facts,
    /// Histogram of the journeys.
    pub journeys: Vec<Bar>,
    /// The size of each used cluster.
    pub sizes: Vec<Size>,
    /// The map; `None` if no school has coordinates.
    pub map: Option<Map>,
    /// What is withheld, since together with other numbers it would reveal a small group.
    pub withheld: Vec<ReportPart>,
    /// Tables with rows, in reading order.
    pub tables: Vec<Table>,
    /// Tables without rows that the audience may see, with the columns that they would have.
    pub empty_tables: Vec<Table>,
}

impl Disclosure {
    /// The table about a topic; `None` if it has no rows.
    pub fn table(&self, topic: &Topic) -> Option<&Table> {
        self.tables.iter().find(|table| table.topic == *topic)
    }

    /// All tables that the audience may see, also those without rows.
    pub fn all_tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().chain(&self.empty_tables)
    }
}

/// Discloses a verified plan to an audience.
pub fn disclose(
    problem: &Problem,
    plan: &Plan,
    verdict: &Verdict,
    audience: Audience,
) -> Disclosure {
    with_source(problem, plan, verdict, audience, |source| disclosed(source, plan))
}

fn disclosed(source: &tables::Source, plan: &Plan) -> Disclosure {
    let tables::Source { problem, tally, composed, facts, quality, audience, .. } = *source;
    let (tables, empty_tables) =
        tables::tables(source).into_iter().partition(|table| !table.rows.is_empty());
    Disclosure {
        name: problem.instance.name.clone(),
        school_year: problem.instance.school_year.clone(),
        edition: Edition::default(),
        audience,
        board: audience.board().map(|board| problem.instance.boards[board].name.clone()),
        instance_sha256: problem.sha256(),
        engine: plan.engine.clone(),
        journeys: source.bars.to_vec(),
        sizes: charts::sizes(problem, tally, composed, &facts.cluster_members),
        map: source.map.cloned(),
        withheld: source.withheld.to_vec(),
        tables,
        empty_tables,
        quality: quality.clone(),
        facts: facts.clone(),
    }
}

/// Calls a function with everything that tables of a verified plan are made of.
///
/// # Panics
/// Never: a plan that was composed here has indicators.
fn with_source<T>(
    problem: &Problem,
    plan: &Plan,
    verdict: &Verdict,
    audience: Audience,
    make: impl FnOnce(&tables::Source) -> T,
) -> T {
    let tally = problem.tally(&verdict.assignment);
    // A plan from another source may state less than ours, so it is composed again from its assignment.
    let composed = composing::plan(problem, &verdict.assignment, plan.status);
    let indicators = composed.indicators.as_ref().expect("composed plans have indicators");
    let facts = Facts::of(problem, &tally, indicators, audience);
    let quality = Quality::of(plan, audience, facts.students.left_out.number);
    let ids: Vec<String> = composed.clusters.iter().map(|cluster| cluster.id.clone()).collect();
    let reasons = tables::left_out::numbers(&composed, &quality);
    let mut shown = ReportNumbers {
        bars: charts::histogram(&tally, audience),
        map: Map::of(&tally, &ids, audience),
        reasons: tables::left_out::reasons(&reasons, &facts, audience),
        withheld: Vec::new(),
        facts,
    };
    if !audience.sees_students() {
        shown.guard(&tally, indicators, &reasons, audience.board());
    }
    let quality = Quality::of(plan, audience, shown.facts.students.left_out.number);
    make(&tables::Source {
        problem,
        tally: &tally,
        composed: &composed,
        facts: &shown.facts,
        quality: &quality,
        reasons: &shown.reasons,
        bars: &shown.bars,
        map: shown.map.as_ref(),
        withheld: &shown.withheld,
        audience,
    })
}

/// Discloses the map of a verified plan alone, for a page that compares plans.
pub fn map_for(problem: &Problem, verdict: &Verdict, audience: Audience) -> Option<Map> {
    let tally = problem.tally(&verdict.assignment);
    Map::of(&tally, &verdict.assignment.cluster_ids(&problem.instance), audience)
}

/// Denominations or concepts as written.
fn written(instance: &Instance, terms: &[TermId]) -> Vec<String> {
    terms.iter().map(|&term| instance.terms[term].clone()).collect()
}
