//! All numbers of a report together: each table hides its small groups by itself, and what several tables show together
//! may still reveal one. Then parts of the report are withheld, the least useful first, until every small group can be
//! anything from one to four.
//!
//! Whether it can is shown by other numbers of students that fit all that is shown (`system.rs`); where none are found in
//! time, the group counts as revealed.

mod journeys;
mod model;
mod system;

use std::collections::BTreeMap;

use super::audience::Audience;
use super::charts::Bar;
use super::count::{Count, PartFact, Share};
use super::facts::Facts;
use super::indicators::IndicatorFacts;
use super::map::Map;
use crate::composing::Conclusion;
use crate::instance::BoardId;
use crate::plan::{Indicators, Tally};
use crate::problem::Problem;
use model::Model;
use system::System;

/// A part of a report that shows numbers of students.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ReportPart {
    /// Median and 90th percentile of the journeys.
    JourneyRanks,
    /// Numbers of homes on the map.
    Homes,
    /// The histogram of journeys.
    Bars,
    /// Journeys within the comfortable distance.
    Comfortable,
    /// Ranked wishes.
    Ranked,
    /// Wishes for concepts.
    Concepts,
    /// Wishes for denominations.
    Denominations,
    /// Members who are free on their meeting day, per programme.
    AttendanceByProgramme,
    /// The mean journey.
    Mean,
    /// Why students are left out.
    Reasons,
    /// Members per cluster.
    Clusters,
    /// All members, and how many are free on their meeting day.
    Attendance,
    /// Cost and grant.
    Money,
    /// Students per board.
    Boards,
    /// Where the students of each programme are.
    Programmes,
    /// Where all students are: withheld from boards alone, where few are not their own.
    Students,
}

impl ReportPart {
    /// What may be withheld, the least useful first.
    const IN_ORDER: [Self; 16] = [
        Self::JourneyRanks,
        Self::Homes,
        Self::Bars,
        Self::Comfortable,
        Self::Ranked,
        Self::Concepts,
        Self::Denominations,
        Self::AttendanceByProgramme,
        Self::Mean,
        Self::Reasons,
        Self::Clusters,
        Self::Attendance,
        Self::Money,
        Self::Boards,
        Self::Programmes,
        Self::Students,
    ];
}

/// What a report shows in numbers of students.
pub struct ReportNumbers {
    /// Key figures.
    pub facts: Facts,
    /// Histogram of the journeys.
    pub bars: Vec<Bar>,
    /// The map.
    pub map: Option<Map>,
    /// How many are left out for each reason; for `None` none is shown.
    pub reasons: Vec<(Option<Conclusion>, Count)>,
    /// What is withheld since together it would reveal a small group.
    pub withheld: Vec<ReportPart>,
}

impl ReportNumbers {
    /// Withholds what together reveals a small group. `reasons` are the numbers that are left out for each reason;
    /// `reader` is a board, which takes its own students away from every number.
    pub fn guard(
        &mut self,
        tally: &Tally,
        indicators: &Indicators,
        reasons: &BTreeMap<Conclusion, i64>,
        reader: Option<BoardId>,
    ) {
        let system = whole(&Model { tally, indicators, reasons, shown: self, reader });
        // Of a plan that hides its small groups from the public, the public always sees where all students are.
        let is_board = reader.is_some();
        let order = ReportPart::IN_ORDER.into_iter();
        let order: Vec<ReportPart> =
            order.filter(|&part| is_board || part != ReportPart::Students).collect();
        self.withheld = withheld(&system, &order, &[]);
        for part in self.withheld.clone() {
            self.withhold(part);
        }
    }

    /// What is to be withheld from the page of a path, which shows less of each year than that of a plan.
    pub fn withheld_of_year(
        problem: &Problem,
        tally: &Tally,
        indicators: &Indicators,
    ) -> Vec<ReportPart> {
        let unshown = [
            ReportPart::Homes,
            ReportPart::Bars,
            ReportPart::Ranked,
            ReportPart::Concepts,
            ReportPart::AttendanceByProgramme,
            ReportPart::Reasons,
            ReportPart::Clusters,
            ReportPart::Boards,
        ];
        let shown = IndicatorFacts::among_plans(indicators, Audience::Public);
        let facts = Facts::with(problem, tally, indicators, Audience::Public, shown);
        let (bars, map, reasons) = (Vec::new(), None, Vec::new());
        let shown = Self { facts, bars, map, reasons, withheld: Vec::new() };
        let reasons = BTreeMap::from([(Conclusion::NoSchool, indicators.students.left_out.number)]);
        let system =
            whole(&Model { tally, indicators, reasons: &reasons, shown: &shown, reader: None });
        let order = ReportPart::IN_ORDER.into_iter();
        let order: Vec<ReportPart> =
            order.filter(|part| *part != ReportPart::Students && !unshown.contains(part)).collect();
        withheld(&system, &order, &unshown)
    }

    fn withhold(&mut self, part: ReportPart) {
        let facts = &mut self.facts;
        let nothing = Count::AtLeast(0);
        match part {
            ReportPart::JourneyRanks => {
                facts.journeys.median_m = None;
                facts.journeys.percentile_90_m = None;
            }
            ReportPart::Homes => {
                if let Some(map) = &mut self.map {
                    map.homes.clear();
                    map.homes_not_shown = facts.students.core.of;
                }
            }
            ReportPart::Bars => self.bars.clear(),
            ReportPart::Comfortable => facts.journeys.comfortable = None,
            ReportPart::Ranked => facts.wishes.clear(),
            ReportPart::Concepts => {
                facts.concepts = PartFact::new(Count::Exact(0), Count::Exact(0));
            }
            ReportPart::Denominations => facts.denominations.clear(),
            ReportPart::AttendanceByProgramme => facts.meeting_day_programmes.clear(),
            ReportPart::Mean => facts.journeys.mean_m = None,
            ReportPart::Reasons => self.reasons = vec![(None, facts.students.left_out.number)],
            ReportPart::Clusters => {
                facts.cluster_members.fill(nothing);
                facts.clusters_off_target = None;
            }
            ReportPart::Attendance => {
                facts.members = nothing;
                facts.meeting_day = PartFact::new(nothing, nothing);
            }
            ReportPart::Money => (facts.money, facts.grant) = (None, None),
            ReportPart::Boards => {
                for (_, fill) in &mut facts.boards {
                    *fill = PartFact { number: nothing, share: Share::Unknown, ..*fill };
                }
            }
            ReportPart::Programmes => facts.programmes.clear(),
            ReportPart::Students => {
                facts.withhold_students();
                // These say how many there are of all where they say nothing more.
                if let Some(map) = self.map.as_mut().filter(|map| map.homes.is_empty()) {
                    map.homes_not_shown = nothing;
                }
                if let [(None, count)] = &mut self.reasons[..] {
                    *count = nothing;
                }
            }
        }
    }
}

/// Everything that is shown.
fn whole(model: &Model) -> System {
    let (mut system, placed) = model.system();
    journeys::shown(model, &mut system, &placed);
    system
}

/// The parts to be withheld: of as few as reach far enough in their order, those that are needed. Some are not shown
/// anyway.
fn withheld(system: &System, all: &[ReportPart], unshown: &[ReportPart]) -> Vec<ReportPart> {
    let keeps_all = |parts: &[ReportPart]| system.keeps_all(&[parts, unshown].concat());
    let enough = (0..all.len()).find(|&number| keeps_all(&all[..number]));
    let mut withheld = all[..enough.unwrap_or(all.len())].to_vec();
    // The last one is needed; of the others the most useful are shown again first.
    for at in (0..withheld.len().saturating_sub(1)).rev() {
        let mut fewer = withheld.clone();
        fewer.remove(at);
        if keeps_all(&fewer) {
            withheld = fewer;
        }
    }
    withheld
}
