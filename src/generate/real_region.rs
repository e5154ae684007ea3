//! A region of real schools with invented students: to test the engine on real geography and at any size.

use std::collections::BTreeMap;

use super::real_schools::RealSchool;
use super::region::{
    ExistingClusters, HomeArea, Region, RegionBoard, SchoolSite, SitePlaces, StudentPlan,
};
use super::scatter::Scatter;
use crate::base::town_as_written;
use crate::instance::Standing;
use crate::instance::document::RuleSettings;

/// Largest distance of homes from the school around which they lie, in metres in each direction.
const AROUND_SCHOOL_M: u32 = 4_000;

/// What a table of real schools does not contain.
#[derive(Clone, Debug)]
pub struct RealRegionOptions {
    /// Name of the instance.
    pub name: String,
    /// Number of partner boards, those with most schools first; the others are candidates. `None` for all.
    pub partner_boards: Option<usize>,
    /// Number of existing clusters of each partner board; fewer if its schools lie too far apart. None must be used.
    pub clusters: u32,
    /// Number of clusters that each partner board may have besides its existing ones.
    pub new_clusters: u32,
    /// The places of each school.
    pub places: SitePlaces,
    /// The students.
    pub students: StudentPlan,
}

impl Default for RealRegionOptions {
    /// All boards partners, with two clusters and room for one more; two to six
    /// places a school; the source case's students, of whom none is fixed.
    fn default() -> Self {
        Self {
            name: "Real schools".to_owned(),
            partner_boards: None,
            clusters: 2,
            new_clusters: 1,
            places: SitePlaces::Between(2, 6),
            students: StudentPlan { fixed: 0, ..StudentPlan::default() },
        }
    }
}

impl Region {
    /// A region of the real schools that have coordinates; the others are left out. Boards are sorted by number of
    /// schools, largest first, and have ids `b` and the board's number. Students live around schools, in proportion
    /// to the pupils of the school.
    pub fn of_real_schools(schools: &[RealSchool], options: &RealRegionOptions) -> Self {
        let partners = options.partner_boards.unwrap_or(usize::MAX);
        let boards = by_board(schools)
            .into_iter()
            .enumerate()
            .map(|(rank, schools)| board(&schools, rank < partners, options))
            .collect();
        Self {
            name: options.name.clone(),
            school_year: None,
            boards,
            two_day_clusters: 0,
            homes: schools.iter().filter_map(home).collect(),
            students: options.students.clone(),
            rules: RuleSettings::new(),
            finance: None,
        }
    }
}

/// The schools of each board in the order of their ids, the largest board first.
fn by_board(schools: &[RealSchool]) -> Vec<Vec<&RealSchool>> {
    let mut boards: BTreeMap<&str, Vec<&RealSchool>> = BTreeMap::new();
    for school in schools.iter().filter(|school| school.at.is_some()) {
        boards.entry(&school.board).or_default().push(school);
    }
    let mut boards: Vec<Vec<&RealSchool>> = boards.into_values().collect();
    for schools in &mut boards {
        schools.sort_by_key(|school| &school.id);
    }
    // Stable: boards of one size stay in the order of their numbers.
    boards.sort_by_key(|schools| std::cmp::Reverse(schools.len()));
    boards
}

fn board(schools: &[&RealSchool], partner: bool, options: &RealRegionOptions) -> RegionBoard {
    let number = &schools[0].board;
    let name = schools.iter().find_map(|school| school.board_name.clone());
    let (standing, clusters, new_clusters) = if partner {
        (Standing::Partner, options.clusters, options.new_clusters)
    } else {
        (Standing::Candidate, 0, 0)
    };
    RegionBoard {
        id: format!("b{number}"),
        name: name.unwrap_or_else(|| format!("Bestuur {number}")),
        standing,
        network: None,
        sites: schools.iter().filter_map(|school| site(school, options.places)).collect(),
        denominations: Vec::new(),
        clusters: ExistingClusters::OfNeighbours(clusters),
        new_clusters,
        keep: false,
    }
}

fn site(school: &RealSchool, places: SitePlaces) -> Option<SchoolSite> {
    let name = school.name.to_lowercase();
    Some(SchoolSite {
        id: Some(school.id.clone()),
        name: Some(school.name.clone()),
        town: Some(town_as_written(&school.place)).filter(|town| !town.is_empty()),
        at: school.at?,
        scatter: Scatter::Around(0),
        denominations: Some(school.denominations.clone()),
        concepts: Some(concepts(&name)),
        ikc: Some(
            name.split_whitespace().any(|word| word == "ikc") || name.contains("kindcentrum"),
        ),
        takes_all: true,
        places,
    })
}

/// The concepts that a school's name, in lower case, reveals.
fn concepts(name: &str) -> Vec<String> {
    ["dalton", "jenaplan", "montessori"]
        .into_iter()
        .filter(|concept| name.contains(concept))
        .map(str::to_owned)
        .collect()
}

fn home(school: &RealSchool) -> Option<HomeArea> {
    let weight = school.pupils.unwrap_or(1).max(1);
    Some(HomeArea { at: school.at?, weight, scatter: Scatter::Around(AROUND_SCHOOL_M) })
}
