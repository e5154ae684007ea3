//! What a summary keeps in memory of each run, and where it reads the rest: the records, one after the other.

use std::fmt;
use std::io;

use sha2::{Digest, Sha256};

use super::record::{Planned, Record, RunOutcome};
use crate::composing::figures::widest_gap;
use crate::plan::{Status, WHOLE_GAP_THOUSANDTHS};
use crate::problem::{Bottleneck, UnusedAllowance};

/// The records of the runs that have ended, which can be read several times, one by one: they need not be in memory
/// together.
pub trait RunRecords: Send + Sync {
    /// Calls a function with each record, in the order of the runs of the batch, one per run.
    ///
    /// # Errors
    /// If a record cannot be read, or the error of the function.
    fn each(&self, visit: &mut dyn FnMut(Record) -> io::Result<()>) -> io::Result<()>;
}

impl RunRecords for Vec<Record> {
    fn each(&self, visit: &mut dyn FnMut(Record) -> io::Result<()>) -> io::Result<()> {
        self.iter().cloned().try_for_each(visit)
    }
}

impl fmt::Debug for dyn RunRecords {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RunRecords")
    }
}

/// What is kept in memory of a run that has ended: some hundreds of bytes.
#[derive(Clone, PartialEq, Debug)]
pub struct RunFacts {
    /// The id of the run.
    pub run: String,
    /// The id of its scenario.
    pub scenario: String,
    /// Its draw, from 1; `None` if the batch has no draws.
    pub draw: Option<i64>,
    /// How the run ended.
    pub outcome: RunOutcome,
    /// The reason why there is no plan; `None` if there is one.
    pub reason: Option<String>,
    /// What is kept of the plan; `None` if there is none.
    pub plan: Option<PlanFacts>,
}

/// What is kept in memory of the plan of a run, besides its figures.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanFacts {
    /// SHA-256 of the bytes of the plan file.
    pub sha256: String,
    /// How the search ended.
    pub status: Status,
    /// By how much the plan could at most be better, in thousandths of a percent.
    pub gap_thousandths: i64,
    /// The number of students left out.
    pub left_out: i64,
    /// The limit whose relaxation by one step would let in most of the students left out.
    pub bottleneck: Option<Bottleneck>,
    /// The boards and networks that may have more clusters than the plan uses.
    pub unused_allowances: Vec<UnusedAllowance>,
    /// Equal for plans, and for paths in all years, with the same clusters that place as many students of each programme, with equal journeys.
    pub likeness: [u8; 32],
}

impl From<&Record> for RunFacts {
    fn from(record: &Record) -> Self {
        Self {
            run: record.run.clone(),
            scenario: record.scenario.clone(),
            draw: record.draw,
            outcome: record.outcome,
            reason: record.reason.clone(),
            plan: record.plan.as_ref().map(PlanFacts::from),
        }
    }
}

impl From<&Planned> for PlanFacts {
    fn from(plan: &Planned) -> Self {
        Self {
            sha256: plan.sha256.clone(),
            status: plan.status,
            gap_thousandths: widest_gap(&plan.goals, plan.path.as_ref())
                .unwrap_or(WHOLE_GAP_THOUSANDTHS),
            left_out: match &plan.path {
                Some(path) => path.years.iter().map(|year| year.left_out).sum(),
                None => plan.indicators.students.left_out.number,
            },
            bottleneck: plan.bottleneck.clone(),
            unused_allowances: plan.unused_allowances.clone(),
            likeness: likeness(plan),
        }
    }
}

fn likeness(plan: &Planned) -> [u8; 32] {
    let clusters = plan.clusters.iter();
    let mut clusters: Vec<_> =
        clusters.map(|cluster| (&cluster.schools, cluster.meeting_day)).collect();
    clusters.sort_unstable();
    clusters.dedup();
    let at = &plan.indicators;
    // Of a path all years count.
    let of_path = plan.path.as_ref().map(|path| (path.entries, &path.opened, &path.years));
    let alike = (clusters, &at.students, &at.programmes, &at.journeys, of_path);
    Sha256::digest(serde_json::to_vec(&alike).expect("figures are plain JSON")).into()
}
