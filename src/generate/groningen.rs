//! The preset `groningen`: a partnership in the province of Groningen and the
//! head of Drenthe, in the proportions of the source case, with invented schools.

use serde::Deserialize;

use super::region::{
    ExistingClusters, HomeArea, Region, RegionBoard, SchoolSite, SitePlaces, StudentPlan,
};
use super::scatter::Scatter;
use super::towns::{town, towns};
use crate::instance::document::RuleSettings;
use crate::instance::{EuroAmount, FinanceDocument, LagYears, Standing};

/// How far around a town its students live beyond its own houses, in metres.
const COUNTRYSIDE_M: u32 = 1_500;

impl Region {
    /// The preset `groningen`: 450 students; eight partner boards with sixteen
    /// existing clusters of two to four schools, all kept; four of those boards
    /// may open one more. Six independent boards are aspirants, five schools stand
    /// in the shell, and four candidate boards take nobody until admitted.
    ///
    /// Places are short on purpose, which is what growth strategies are about. The
    /// sixteen clusters hold a little over half of the students; all that takes
    /// part today, new clusters and shell included, holds about 78%, so that at
    /// least one student in five is left out.
    ///
    /// Its sixteen kept clusters ask for about 130 members: with fewer than about
    /// 200 students there is no plan.
    pub fn groningen() -> Self {
        let ListedBoards { boards, independent: alone } = ListedBoards::read();
        Self {
            name: "Groningen".to_owned(),
            school_year: Some("2027-2028".to_owned()),
            boards: boards
                .into_iter()
                .map(board)
                .chain(alone.into_iter().map(independent))
                .collect(),
            two_day_clusters: 2,
            homes: homes(),
            students: StudentPlan::default(),
            rules: RuleSettings::new(),
            finance: Some(finance()),
        }
    }
}

/// The boards of the preset, as in `groningen_boards.json`. The partners have the names of the source case
/// and work in the same part of the region; all other boards are invented.
#[derive(Deserialize)]
struct ListedBoards {
    boards: Vec<ListedBoard>,
    independent: Vec<IndependentBoard>,
}

/// A board with its schools.
#[derive(Deserialize)]
struct ListedBoard {
    id: String,
    name: String,
    standing: Standing,
    /// Towns, with the number of schools there.
    towns: Vec<(String, usize)>,
    /// Denominations, with weights.
    denominations: Vec<(String, u32)>,
    /// The number of existing clusters.
    clusters: u32,
    /// The number of clusters that it may add.
    new_clusters: u32,
}

/// A board of one school. Four small ones may form a cluster together; two are large enough to be one alone.
#[derive(Deserialize)]
struct IndependentBoard {
    id: String,
    town: String,
    /// Denominations, with weights.
    denominations: Vec<(String, u32)>,
    concept: String,
    places: u16,
    /// The network in which it forms clusters, if any.
    network: Option<String>,
}

impl ListedBoards {
    fn read() -> Self {
        serde_json::from_str(include_str!("groningen_boards.json")).expect("the list of boards")
    }
}

fn board(listed: ListedBoard) -> RegionBoard {
    let towns = listed.towns.iter();
    let sites = towns.flat_map(|(name, count)| (0..*count).map(move |_| site(name)));
    RegionBoard {
        id: listed.id,
        name: listed.name,
        standing: listed.standing,
        network: None,
        sites: sites.collect(),
        denominations: listed.denominations,
        clusters: ExistingClusters::OfNeighbours(listed.clusters),
        new_clusters: listed.new_clusters,
        keep: true,
    }
}

fn independent(listed: IndependentBoard) -> RegionBoard {
    RegionBoard {
        name: format!("Zelfstandige school {}", listed.id.trim_start_matches("zelfstandig-")),
        standing: Standing::Aspirant,
        sites: vec![SchoolSite {
            concepts: Some(vec![listed.concept]),
            takes_all: true,
            places: SitePlaces::Exactly(listed.places),
            ..site(&listed.town)
        }],
        denominations: listed.denominations,
        clusters: ExistingClusters::OfNeighbours(0),
        // The limits of a network add up: together its boards may open one cluster.
        new_clusters: u32::from(listed.network.is_none() || listed.id == "zelfstandig-1"),
        keep: true,
        network: listed.network,
        id: listed.id,
    }
}

/// A school to be drawn in a town, with three to six places.
fn site(name: &str) -> SchoolSite {
    let town = town(name);
    SchoolSite {
        id: None,
        name: None,
        town: Some(town.name.clone()),
        at: town.at,
        scatter: Scatter::Around(town.radius_m()),
        denominations: None,
        concepts: None,
        ikc: None,
        takes_all: false,
        places: SitePlaces::Between(3, 6),
    }
}

fn homes() -> Vec<HomeArea> {
    towns()
        .iter()
        .map(|town| HomeArea {
            at: town.at,
            weight: town.weight,
            scatter: Scatter::Around(town.radius_m() + COUNTRYSIDE_M),
        })
        .collect()
}

/// The grant has been 1,250 euros per student since 2025, without a base, for the students counted in an earlier school
/// year. The costs are invented round amounts: a cluster of twelve costs 40,800 euros, of which the grant pays 15,000.
fn finance() -> FinanceDocument {
    let euros = |amount| Some(EuroAmount::constant(amount));
    FinanceDocument {
        grant_per_student_eur: euros(1_250),
        grant_lag_years: Some(LagYears::constant(1)),
        cluster_eur: euros(18_000),
        student_eur: euros(1_900),
        shell_student_eur: euros(600),
        ..FinanceDocument::default()
    }
}
