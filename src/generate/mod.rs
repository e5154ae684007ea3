//! Synthetic regions: random instances for examples, tests and benchmarks. The same region and seed give the same
//! bytes on every platform.
//!
//! A [`Region`] gives what is fixed and the proportions in which the rest is drawn; a
//! preset such as [`Region::groningen`] or [`Region::of_real_schools`] fills one
//! in; those in a square, such as [`Region::single_schools`], come in any size. All students are invented.

mod clusters;
mod drawn_school;
mod draws;
mod given_clusters;
mod groningen;
mod landscape;
mod names;
mod point;
mod real_region;
mod real_schools;
mod region;
mod scatter;
mod schools;
mod single_schools;
mod square;
mod students;
mod towns;
mod wishes;

pub use given_clusters::{GIVEN_CLUSTERS_STUDENTS, STUDENTS_PER_CLUSTER};
pub use point::MapPoint;
pub use real_region::RealRegionOptions;
pub use real_schools::{RealSchool, real_schools};
pub use region::{
    ExistingClusters, HomeArea, Region, RegionBoard, SchoolSite, SitePlaces, StudentPlan,
};
pub use scatter::Scatter;
pub use single_schools::SINGLE_SCHOOLS_STUDENTS;
pub use towns::{Town, towns};

use crate::instance::document::{InstanceDocument, InstanceFormat};

/// The seed of `instances/groningen.json`. With it the draws are close to their proportions, and all four boards that
/// may open a cluster can form one.
pub const GRONINGEN_SEED: u64 = 35;

/// The instance of a region for a seed. Boards, schools and clusters do not depend on the number of students.
pub fn generate(region: &Region, seed: u64) -> InstanceDocument {
    let landscape = landscape::Landscape::draw(region, seed);
    let students = students::draw_students(region, &landscape, seed);
    InstanceDocument {
        format: InstanceFormat::Version1,
        name: region.name.clone(),
        school_year: region.school_year.clone(),
        community_years: None,
        travel: None,
        boards: landscape.boards,
        schools: landscape.schools.into_iter().map(|school| school.document).collect(),
        clusters: Some(landscape.clusters).filter(|clusters| !clusters.is_empty()),
        students,
        rules: Some(region.rules.clone()).filter(|rules| !rules.is_empty()),
        goals: None,
        finance: region.finance.clone(),
        repairs: None,
    }
}

#[cfg(test)]
mod tests;
