//! A dossier: everything that a report tells of a plan, for one audience.
//!
//! Whoever writes a report is handed a dossier and nothing else. What an audience may not see is not in
//! it, so that no writer can let it slip. A dossier holds no words of its own and no layout: those are the
//! writers'.

mod audience;
mod charts;
mod count;
mod facts;
mod fill;
mod grid;
mod map;
mod quality;
mod table;
mod tables;
#[cfg(test)]
mod tests;

use crate::composing;
use crate::instance::{Instance, TermId};
use crate::plan::assignment::{Origin, UsedCluster};
use crate::plan::{Engine, Plan, Status};
use crate::problem::Problem;
use crate::verify::Verdict;

pub use audience::{Audience, SMALLEST_GROUP};
pub use charts::{Bar, Size};
pub use count::{Count, PartFact, Share};
pub use facts::{Facts, JourneyFacts, WhereaboutsFact, WishRank};
pub use map::{Map, MapCluster, MapHome, MapSchool, MapTown};
pub use quality::{Level, Quality};
pub use table::{Cell, Field, Figure, Table, Topic, Why};

/// Everything that a report tells of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct Dossier {
    /// What the instance is called.
    pub name: String,
    /// The school year, where given.
    pub school_year: Option<String>,
    /// Who reads it.
    pub audience: Audience,
    /// The name of the board that reads it.
    pub board: Option<String>,
    /// SHA-256 of the canonical instance.
    pub instance_sha256: String,
    /// What made the plan, where the plan says.
    pub engine: Option<Engine>,
    /// How good the plan is.
    pub quality: Quality,
    /// The figures that a partnership steers by.
    pub facts: Facts,
    /// The journeys in a histogram.
    pub journeys: Vec<Bar>,
    /// The size of each used cluster.
    pub sizes: Vec<Size>,
    /// The map, where places of schools are known.
    pub map: Option<Map>,
    /// The tables, in the order in which they are read; none is empty.
    pub tables: Vec<Table>,
    /// Tables that the audience may see in which nothing stands, with the columns that they would have.
    pub empty_tables: Vec<Table>,
}

impl Dossier {
    /// The table about a topic, where there is one.
    pub fn table(&self, topic: &Topic) -> Option<&Table> {
        self.tables.iter().find(|table| table.topic == *topic)
    }

    /// All tables that the audience may see, also those in which nothing stands.
    pub fn all_tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().chain(&self.empty_tables)
    }
}

/// Makes the dossier of a plan that stands, for an audience.
///
/// # Panics
/// Never: the plans that we tell have indicators.
pub fn compile(problem: &Problem, plan: &Plan, verdict: &Verdict, audience: Audience) -> Dossier {
    let tally = problem.tally(&verdict.assignment);
    // A plan from elsewhere may say less of itself than ours do.
    let proven = plan.status == Some(Status::Optimal);
    let told = composing::plan(problem, &verdict.assignment, proven);
    let indicators = told.indicators.as_ref().expect("our own plans have indicators");
    let facts = Facts::of(problem, &tally, indicators, audience);
    let quality = Quality::of(plan, audience);
    let ids: Vec<String> = told.clusters.iter().map(|cluster| cluster.id.clone()).collect();
    let source = tables::Source {
        problem,
        tally: &tally,
        told: &told,
        facts: &facts,
        quality: &quality,
        audience,
    };
    let (tables, empty_tables) =
        tables::tables(&source).into_iter().partition(|table| !table.rows.is_empty());
    Dossier {
        name: problem.instance.name.clone(),
        school_year: problem.instance.school_year.clone(),
        audience,
        board: audience.board().map(|board| problem.instance.boards[board].name.clone()),
        instance_sha256: problem.sha256(),
        engine: plan.engine.clone(),
        journeys: charts::histogram(&tally, audience),
        sizes: charts::sizes(problem, &tally, &told, &facts.cluster_members),
        map: Map::of(&tally, &ids, audience),
        tables,
        empty_tables,
        quality,
        facts,
    }
}

/// The map of a plan that stands, for an audience: all that a page needs of a plan beside others.
pub fn map_for(problem: &Problem, verdict: &Verdict, audience: Audience) -> Option<Map> {
    let tally = problem.tally(&verdict.assignment);
    Map::of(&tally, &verdict.assignment.cluster_ids(&problem.instance), audience)
}

/// What people call a used cluster: its name, or for a new one its id.
fn cluster_name(instance: &Instance, used: &UsedCluster, id: &str) -> String {
    match used.origin {
        Origin::Existing(cluster) => instance.clusters[cluster].name.clone(),
        Origin::New(_) => id.to_owned(),
    }
}

/// Denominations or concepts as written.
fn words(instance: &Instance, terms: &[TermId]) -> Vec<String> {
    terms.iter().map(|&term| instance.terms[term].clone()).collect()
}
