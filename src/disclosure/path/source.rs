//! What the report of a path needs of a year's problem and plan, for any reader.

use std::collections::BTreeSet;

use super::super::audience::Audience;
use super::super::count::Count;
use super::super::map::Map;
use super::super::together::{ReportNumbers, ReportPart};
use crate::composing;
use crate::instance::Standing;
use crate::instance::document::InstanceDocument;
use crate::plan::{Indicators, Plan};
use crate::problem::{Bottleneck, Problem};
use crate::verify::verify;

/// Places that take students.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct PlacesInUse {
    /// Those of schools in clusters in use.
    pub(super) in_clusters: i64,
    /// Those of other schools of boards in the shell.
    pub(super) in_shell: i64,
}

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
        let composed = composing::plan(problem, &assignment, plan.status);
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

    /// The places that take students: those of schools in clusters in use, and of the other schools of boards in the
    /// shell; of one board, or of all.
    pub(super) fn places(&self, board: Option<&str>) -> PlacesInUse {
        let in_clusters: BTreeSet<&str> = self
            .plan
            .clusters
            .iter()
            .flat_map(|cluster| cluster.schools.iter().map(String::as_str))
            .collect();
        let boards = self.document.boards.iter();
        let in_shell: BTreeSet<&str> = boards
            .filter(|board| board.standing == Some(Standing::Shell))
            .map(|board| board.id.as_str())
            .collect();
        let schools = self.document.schools.iter();
        let meant = schools.filter(|school| board.is_none_or(|board| school.board == board));
        meant.fold(PlacesInUse::default(), |mut places, school| {
            let number = school.places.get();
            if in_clusters.contains(school.id.as_str()) {
                places.in_clusters += number;
            } else if in_shell.contains(school.board.as_str()) {
                places.in_shell += number;
            }
            places
        })
    }

    /// The map, without homes: over the years these would say who is new where.
    pub(super) fn map(&self, sees_students: bool) -> Option<&Map> {
        self.maps[usize::from(!sees_students)].as_ref()
    }
}
