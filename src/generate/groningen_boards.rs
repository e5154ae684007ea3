//! The boards of the preset `groningen`: the partners of the source case by name,
//! with the part of the region they work in; all others invented.

/// A board as it is listed here.
pub(super) struct Plan {
    pub id: &'static str,
    pub name: &'static str,
    /// Towns, with the number of schools there.
    pub towns: &'static [(&'static str, usize)],
    /// Denominations, with weights.
    pub denominations: &'static [(&'static str, u32)],
    /// Existing clusters, and room for new ones.
    pub clusters: (u32, u32),
}

const PUBLIC: &[(&str, u32)] = &[("openbaar", 1)];
const PROTESTANT: &[(&str, u32)] = &[("protestants-christelijk", 1)];
const CATHOLIC: &[(&str, u32)] = &[("rooms-katholiek", 1)];
const NON_DENOMINATIONAL: &[(&str, u32)] = &[("algemeen bijzonder", 1)];

/// The eight partner boards: sixteen clusters, and room for one more at four of them.
pub(super) const PARTNERS: &[Plan] = &[
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
pub(super) const CANDIDATES: &[Plan] = &[
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
pub(super) const SHELL: &[Plan] = &[
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

/// An independent one-school board.
pub(super) struct Independent {
    pub id: &'static str,
    pub town: &'static str,
    /// Denominations, with weights.
    pub denominations: &'static [(&'static str, u32)],
    pub concept: &'static str,
    pub places: u16,
    /// The network in which it forms clusters; `None` is none.
    pub network: Option<&'static str>,
}

/// The network of small independent schools in and around the city.
const NETWORK: &str = "netwerk-zelfstandig";

/// Independent boards: four small ones that may form one cluster together, and
/// two that are large enough to be a cluster alone.
pub(super) const INDEPENDENT: &[Independent] = &[
    Independent {
        id: "zelfstandig-1",
        town: "Groningen",
        denominations: NON_DENOMINATIONAL,
        concept: "montessori",
        places: 4,
        network: Some(NETWORK),
    },
    Independent {
        id: "zelfstandig-2",
        town: "Groningen",
        denominations: PUBLIC,
        concept: "jenaplan",
        places: 3,
        network: Some(NETWORK),
    },
    Independent {
        id: "zelfstandig-3",
        town: "Groningen",
        denominations: NON_DENOMINATIONAL,
        concept: "dalton",
        places: 4,
        network: Some(NETWORK),
    },
    Independent {
        id: "zelfstandig-4",
        town: "Haren",
        denominations: PROTESTANT,
        concept: "natuur en techniek",
        places: 3,
        network: Some(NETWORK),
    },
    Independent {
        id: "zelfstandig-5",
        town: "Groningen",
        denominations: NON_DENOMINATIONAL,
        concept: "hoogbegaafdheid",
        places: 12,
        network: None,
    },
    Independent {
        id: "zelfstandig-6",
        town: "Assen",
        denominations: PUBLIC,
        concept: "dalton",
        places: 10,
        network: None,
    },
];
