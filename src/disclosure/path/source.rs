//! What the report of a path needs of a year's problem and plan, for any reader.

use super::super::audience::Audience;
use super::super::count::Count;
use super::super::map::Map;
use super::super::together::{ReportNumbers, ReportPart};
use crate::composing;
use crate::instance::document::InstanceDocument;
use crate::plan::{Indicators, Plan, Status};
use crate::problem::{Bottleneck, Problem};
use crate::verify::verify;

/// A year of a path: its instance, its plan, and what follows from both.
pub struct YearSource {
    /// The instance.
    pub document: InstanceDocument,
    /// The plan.
    pub plan: Plan,
    /// The indicators, counted again.
    pub(super) indicators: Indicators,
    /// The limit that keeps out most of those left out.
    pub(super) bottleneck: Option<Bottleneck>,
    /// The map for planners, and that for all others; without homes.
    pub(super) maps: [Option<Map>; 2],
    /// What is withheld from others than planners, since together it would reveal a small group.
    pub(super) withheld: Vec<ReportPart>,
}

impl YearSource {
    /// Gathers what a report needs of a year whose plan has been checked.
    ///
    /// # Panics
    /// Never: a plan that was composed here has indicators.
    pub fn of(problem: &Problem, document: InstanceDocument, plan: Plan) -> Self {
        let assignment = verify(problem, &plan).assignment;
        let tally = problem.tally(&assignment);
        let proven = plan.status == Some(Status::Optimal);
        let composed = composing::plan(problem, &assignment, proven);
        let ids: Vec<String> = plan.clusters.iter().map(|cluster| cluster.id.clone()).collect();
        let maps = [Audience::Planner, Audience::Public].map(|audience| {
            let map = Map::of(&tally, &ids, audience)?;
            Some(Map { homes: Vec::new(), homes_not_shown: Count::Exact(0), ..map })
        });
        let withheld = match &composed.indicators {
            Some(indicators) => ReportNumbers::withheld_of_year(problem, &tally, indicators),
            None => Vec::new(),
        };
        Self {
            withheld,
            indicators: composed.indicators.expect("composed plans have indicators"),
            bottleneck: problem.bottleneck(&tally),
            maps,
            document,
            plan,
        }
    }

    /// The map, without homes: over the years these would say who is new where.
    pub(super) fn map(&self, sees_students: bool) -> Option<&Map> {
        self.maps[usize::from(!sees_students)].as_ref()
    }
}
