//! The preset `groningen`: a partnership in the province of Groningen and the
//! head of Drenthe, in the proportions of the source case, with invented schools.

use super::region::{Home, Region, RegionBoard, Site, SitePlaces, StudentPlan};
use super::towns::{TOWNS, town};
use crate::instance::Standing;
use crate::instance::document::{EuroAmount, FinanceDocument};

/// How far around a town its students live beyond its own houses, in metres.
const COUNTRYSIDE_M: u32 = 1_500;

/// A board as this file lists it.
struct Plan {
    id: &'static str,
    name: &'static str,
    /// Towns, with the number of schools there.
    towns: &'static [(&'static str, usize)],
    /// Denominations, with weights.
    denominations: &'static [(&'static str, u32)],
    /// Existing clusters, and room for new ones.
    clusters: (u32, u32),
}

const PUBLIC: &[(&str, u32)] = &[("openbaar", 1)];
const PROTESTANT: &[(&str, u32)] = &[("protestants-christelijk", 1)];
const CATHOLIC: &[(&str, u32)] = &[("rooms-katholiek", 1)];
const NON_DENOMINATIONAL: &[(&str, u32)] = &[("algemeen bijzonder", 1)];

/// The eight partner boards: sixteen clusters, and room for one more at four of them.
const PARTNERS: &[Plan] = &[
    Plan {
        id: "ckc-drenthe",
        name: "CKC Drenthe",
        towns: &[
            ("Assen", 6),
            ("Rolde", 1),
            ("Bovensmilde", 1),
            ("Smilde", 1),
            ("Beilen", 2),
            ("Westerbork", 1),
            ("Borger", 1),
            ("Gieten", 1),
            ("Annen", 1),
        ],
        denominations: PROTESTANT,
        clusters: (3, 1),
    },
    Plan {
        id: "koc",
        name: "KOC",
        towns: &[("Groningen", 8), ("Haren", 1), ("Hoogezand", 1), ("Bedum", 1)],
        denominations: CATHOLIC,
        clusters: (2, 1),
    },
    Plan {
        id: "plateau-assen",
        name: "Plateau Assen",
        towns: &[("Assen", 8)],
        denominations: PUBLIC,
        clusters: (2, 0),
    },
    Plan {
        id: "perspectief",
        name: "Scholengroep Perspectief",
        towns: &[("Stadskanaal", 3), ("Musselkanaal", 1), ("Onstwedde", 1), ("Ter Apel", 1)],
        denominations: PROTESTANT,
        clusters: (1, 0),
    },
    Plan {
        id: "quadraten",
        name: "Quadraten",
        towns: &[
            ("Leek", 3),
            ("Tolbert", 1),
            ("Zuidhorn", 3),
            ("Marum", 1),
            ("Opende", 1),
            ("Grootegast", 2),
            ("Grijpskerk", 1),
            ("Roden", 1),
            ("Winsum", 1),
            ("Leens", 1),
        ],
        denominations: &[("protestants-christelijk", 3), ("openbaar", 1)],
        clusters: (3, 1),
    },
    Plan {
        id: "vcog",
        name: "VCOG",
        towns: &[("Groningen", 10), ("Harkstede", 1)],
        denominations: &[("protestants-christelijk", 6), ("algemeen bijzonder", 1)],
        clusters: (2, 1),
    },
    Plan {
        id: "vcomog",
        name: "VCOMOG",
        towns: &[
            ("Hoogezand", 2),
            ("Sappemeer", 1),
            ("Veendam", 2),
            ("Zuidbroek", 1),
            ("Scheemda", 1),
            ("Winschoten", 2),
        ],
        denominations: PROTESTANT,
        clusters: (2, 0),
    },
    Plan {
        id: "vcpong",
        name: "VCPONG",
        towns: &[
            ("Appingedam", 2),
            ("Delfzijl", 2),
            ("Loppersum", 1),
            ("Middelstum", 1),
            ("Uithuizen", 1),
        ],
        denominations: PROTESTANT,
        clusters: (1, 0),
    },
];

/// Invented boards that may join: mostly public.
const CANDIDATES: &[Plan] = &[
    Plan {
        id: "openbaar-reitdiepdal",
        name: "Openbaar Onderwijs Reitdiepdal",
        towns: &[("Groningen", 4), ("Haren", 1)],
        denominations: PUBLIC,
        clusters: (0, 0),
    },
    Plan {
        id: "openbaar-dollardrand",
        name: "Openbaar Onderwijs Dollardrand",
        towns: &[("Winschoten", 2), ("Scheemda", 1), ("Oude Pekela", 1)],
        denominations: PUBLIC,
        clusters: (0, 0),
    },
    Plan {
        id: "openbaar-noordenwold",
        name: "Openbaar Onderwijs Noordenwold",
        towns: &[("Roden", 2), ("Peize", 1), ("Eelde", 1), ("Vries", 1)],
        denominations: PUBLIC,
        clusters: (0, 0),
    },
    Plan {
        id: "turfvaart",
        name: "Scholengroep Turfvaart",
        towns: &[("Veendam", 2), ("Wildervank", 1), ("Nieuwe Pekela", 1)],
        denominations: &[("openbaar", 1), ("algemeen bijzonder", 1)],
        clusters: (0, 0),
    },
];

/// Invented boards whose schools catch a surplus.
const SHELL: &[Plan] = &[
    Plan {
        id: "schil-noord",
        name: "Scholen in de schil, noord",
        towns: &[("Groningen", 2), ("Ten Boer", 1)],
        denominations: &[("openbaar", 2), ("algemeen bijzonder", 1)],
        clusters: (0, 0),
    },
    Plan {
        id: "schil-zuid",
        name: "Scholen in de schil, zuid",
        towns: &[("Zuidlaren", 1), ("Assen", 1)],
        denominations: PUBLIC,
        clusters: (0, 0),
    },
];

/// An independent one-school board: id, town, denominations, concept, places, network.
type Independent = (
    &'static str,
    &'static str,
    &'static [(&'static str, u32)],
    &'static str,
    u32,
    Option<&'static str>,
);

/// The network of small independent schools in and around the city.
const NETWORK: &str = "netwerk-zelfstandig";

/// Independent boards: four small ones that may form one cluster together, and
/// two that are large enough to be a cluster alone.
const INDEPENDENT: &[Independent] = &[
    ("zelfstandig-1", "Groningen", NON_DENOMINATIONAL, "montessori", 4, Some(NETWORK)),
    ("zelfstandig-2", "Groningen", PUBLIC, "jenaplan", 3, Some(NETWORK)),
    ("zelfstandig-3", "Groningen", NON_DENOMINATIONAL, "dalton", 4, Some(NETWORK)),
    ("zelfstandig-4", "Haren", PROTESTANT, "natuur en techniek", 3, Some(NETWORK)),
    ("zelfstandig-5", "Groningen", NON_DENOMINATIONAL, "hoogbegaafdheid", 12, None),
    ("zelfstandig-6", "Assen", PUBLIC, "dalton", 10, None),
];

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
        clusters: plan.clusters.0,
        new_clusters: plan.clusters.1,
        keep: true,
    }
}

fn independent(&(id, town, denominations, concept, places, network): &Independent) -> RegionBoard {
    RegionBoard {
        id: id.to_owned(),
        name: format!("Zelfstandige school {}", id.trim_start_matches("zelfstandig-")),
        standing: Standing::Aspirant,
        network: network.map(str::to_owned),
        sites: vec![Site {
            concepts: Some(vec![concept.to_owned()]),
            takes_all: true,
            places: SitePlaces::Exactly(places),
            ..site(town)
        }],
        denominations: owned(denominations),
        clusters: 0,
        // The limits of a network add up: together its boards may open one.
        new_clusters: u32::from(network.is_none() || id == "zelfstandig-1"),
        keep: true,
    }
}

/// A school to be drawn in a town, with three to six places.
fn site(name: &str) -> Site {
    let town = town(name);
    Site {
        id: None,
        name: None,
        at: town.at,
        scatter_m: town.radius_m(),
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
            scatter_m: town.radius_m() + COUNTRYSIDE_M,
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
