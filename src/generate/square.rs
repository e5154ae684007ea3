//! Square regions without towns, with schools and students spread evenly: the common part of the presets that come in
//! any size at the same density.

use serde_json::value::RawValue;

use super::point::MapPoint;
use super::region::{
    ExistingClusters, HomeArea, Region, RegionBoard, SchoolSite, SitePlaces, StudentPlan,
};
use super::scatter::Scatter;
use crate::instance::Standing;
use crate::instance::document::RuleSettings;

/// Centre of the square: Amersfoort, near the centre of the Netherlands.
const MIDDLE: MapPoint = MapPoint::from_thousandths(52_156, 5_387);
/// Number of schools per board; the last board has the rest.
const SCHOOLS_OF_A_BOARD: u32 = 10;

/// A square before the draws.
#[derive(Clone, Debug)]
pub(super) struct Square {
    /// Name of the instance.
    pub name: &'static str,
    /// Number of students.
    pub students: u32,
    /// Number of schools.
    pub schools: u32,
    /// Area per school, in square metres.
    pub m2_per_school: u32,
    /// The places of each school.
    pub places: u16,
    /// Whether every school is an existing cluster of its own, which must be used. If not, every school may become a
    /// cluster of its own, and no limit keeps any of them from it.
    pub given: bool,
    /// The settings of the rules, each as written in the instance.
    pub rules: &'static [(&'static str, &'static str)],
}

impl Square {
    /// The region in this square.
    ///
    /// # Panics
    /// Never: the settings of rules are JSON that is written in this crate.
    pub fn region(&self) -> Region {
        let settings = |&(rule, settings): &(&str, &str)| {
            let settings = RawValue::from_string(settings.to_owned());
            (rule.to_owned(), settings.expect("settings are written as JSON"))
        };
        let boards = self.schools.div_ceil(SCHOOLS_OF_A_BOARD);
        Region {
            name: self.name.to_owned(),
            school_year: None,
            boards: (0..boards).map(|number| self.board(number)).collect(),
            two_day_clusters: 0,
            homes: vec![HomeArea { at: MIDDLE, weight: 1, scatter: self.scatter() }],
            students: members(self.students),
            rules: self.rules.iter().map(settings).collect::<RuleSettings>(),
            finance: None,
        }
    }

    fn board(&self, number: u32) -> RegionBoard {
        let schools = (self.schools - number * SCHOOLS_OF_A_BOARD).min(SCHOOLS_OF_A_BOARD);
        let (clusters, new_clusters) = if self.given {
            (ExistingClusters::OfEachSchool, 0)
        } else {
            (ExistingClusters::OfNeighbours(0), schools)
        };
        RegionBoard {
            id: format!("bestuur-{:03}", number + 1),
            name: format!("Bestuur {}", number + 1),
            standing: Standing::Partner,
            network: None,
            sites: (0..schools).map(|_| self.site()).collect(),
            denominations: Vec::new(),
            clusters,
            new_clusters,
            keep: true,
        }
    }

    fn site(&self) -> SchoolSite {
        SchoolSite {
            id: None,
            name: None,
            town: None,
            at: MIDDLE,
            scatter: self.scatter(),
            denominations: None,
            concepts: Some(Vec::new()),
            ikc: Some(false),
            takes_all: true,
            places: SitePlaces::Exactly(self.places),
        }
    }

    fn scatter(&self) -> Scatter {
        let side_m = (u64::from(self.schools) * u64::from(self.m2_per_school)).isqrt();
        Scatter::Evenly(u32::try_from(side_m / 2).expect("half the root of 64 bits"))
    }
}

/// Students who are all members: single, *voltijd*, of years 1 to 3, free every day, and
/// without a wish.
fn members(count: u32) -> StudentPlan {
    StudentPlan {
        count,
        cohort_percent: 0,
        deeltijd_percent: 0,
        academisch_percent: 0,
        year_weights: [34, 27, 22, 0],
        deeltijd_tuesday_percent: 0,
        openbaar_percent: 0,
        christian_percent: 0,
        must_percent: 0,
        concept_percent: 0,
        wishes_percent: 0,
        not_percent: 0,
        previous_percent: 0,
        limit_percent: 0,
        detour_percent: 0,
        priority_percent: 0,
        fixed: 0,
    }
}
