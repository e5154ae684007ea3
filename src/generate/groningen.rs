//! The preset `groningen`: a partnership in the province of Groningen and the
//! head of Drenthe, in the proportions of the source case, with invented schools.

use super::groningen_boards::{CANDIDATES, INDEPENDENT, Independent, PARTNERS, Plan, SHELL};
use super::region::{
    ExistingClusters, Home, Region, RegionBoard, Scatter, Site, SitePlaces, StudentPlan,
};
use super::towns::{TOWNS, town};
use crate::instance::Standing;
use crate::instance::document::{EuroAmount, FinanceDocument, RuleSettings};

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
        let boards = [
            (PARTNERS, Standing::Partner),
            (CANDIDATES, Standing::Candidate),
            (SHELL, Standing::Shell),
        ];
        let listed = boards
            .into_iter()
            .flat_map(|(plans, standing)| plans.iter().map(move |plan| (plan, standing)));
        Self {
            name: "Groningen".to_owned(),
            school_year: Some("2027-2028".to_owned()),
            boards: listed
                .map(|(plan, standing)| board(plan, standing))
                .chain(INDEPENDENT.iter().map(independent))
                .collect(),
            two_day_clusters: 2,
            homes: homes(),
            students: StudentPlan::default(),
            rules: RuleSettings::new(),
            finance: Some(finance()),
        }
    }
}

fn board(plan: &Plan, standing: Standing) -> RegionBoard {
    RegionBoard {
        id: plan.id.to_owned(),
        name: plan.name.to_owned(),
        standing,
        network: None,
        sites: plan
            .towns
            .iter()
            .flat_map(|&(name, count)| (0..count).map(move |_| site(name)))
            .collect(),
        denominations: owned(plan.denominations),
        clusters: ExistingClusters::OfNeighbours(plan.clusters.0),
        new_clusters: plan.clusters.1,
        keep: true,
    }
}

fn independent(plan: &Independent) -> RegionBoard {
    RegionBoard {
        id: plan.id.to_owned(),
        name: format!("Zelfstandige school {}", plan.id.trim_start_matches("zelfstandig-")),
        standing: Standing::Aspirant,
        network: plan.network.map(str::to_owned),
        sites: vec![Site {
            concepts: Some(vec![plan.concept.to_owned()]),
            takes_all: true,
            places: SitePlaces::Exactly(plan.places),
            ..site(plan.town)
        }],
        denominations: owned(plan.denominations),
        clusters: ExistingClusters::OfNeighbours(0),
        // The limits of a network add up: together its boards may open one.
        new_clusters: u32::from(plan.network.is_none() || plan.id == "zelfstandig-1"),
        keep: true,
    }
}

/// A school to be drawn in a town, with three to six places.
fn site(name: &str) -> Site {
    let town = town(name);
    Site {
        id: None,
        name: None,
        town: Some(town.name.to_owned()),
        at: town.at,
        scatter: Scatter::Around(town.radius_m()),
        denominations: None,
        concepts: None,
        ikc: None,
        takes_all: false,
        places: SitePlaces::Between(3, 6),
    }
}

fn owned(denominations: &[(&str, u32)]) -> Vec<(String, u32)> {
    denominations.iter().map(|&(name, weight)| (name.to_owned(), weight)).collect()
}

fn homes() -> Vec<Home> {
    TOWNS
        .iter()
        .map(|town| Home {
            at: town.at,
            weight: town.weight,
            scatter: Scatter::Around(town.radius_m() + COUNTRYSIDE_M),
        })
        .collect()
}

/// Invented round amounts: for a cluster of twelve the grant covers about three quarters.
fn finance() -> FinanceDocument {
    let euros = |amount| Some(EuroAmount::constant(amount));
    FinanceDocument {
        grant_per_student_eur: euros(2_500),
        cluster_eur: euros(18_000),
        student_eur: euros(1_900),
        shell_student_eur: euros(600),
    }
}
