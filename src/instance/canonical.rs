//! The canonical form of an instance: the same facts under the same rules always give the
//! same bytes, whatever the order of rows and whatever was left to defaults.
//!
//! A default that is a value of its own is filled in. One that points elsewhere (to a rule's
//! setting, to the region, to "no limit") stays absent, as does what is unknown.

use serde::Serialize;
use serde_json::Value;

use super::document::{
    At, BoardDocument, ClassDays, ClusterCount, ClusterDocument, CohortSize,
    DenominationWishDocument, Detour, InstanceDocument, InstanceFormat, JourneyDocument, Latitude,
    Longitude, PairsDocument, Places, PlacesForDocument, SchoolDocument, StudentCount,
    StudentDocument, TableMetres, TravelDocument,
};
use super::{
    Board, ExistingCluster, Finance, GoalDocument, Instance, Named, PairKind, PlacesFor, Programme,
    School, Start, Student, StudentId, TermId, Year,
};
use crate::base::{Coordinates, Kilometres, Metres, Points, sha256};

/// The canonical document of an instance.
#[derive(Serialize)]
pub struct Canonical {
    /// All but the rules.
    #[serde(flatten)]
    document: InstanceDocument,
    /// The settings of the rules in force, defaults filled in.
    rules: Value,
}

impl Canonical {
    /// The canonical document of an instance under the rules in force, by rule id.
    pub fn of(instance: &Instance, rules: Value) -> Self {
        Self { document: document(instance), rules }
    }

    /// Its text by RFC 8785.
    ///
    /// # Panics
    /// When a number in the document is not finite, which no reader lets pass.
    pub fn text(&self) -> String {
        serde_json_canonicalizer::to_string(self).expect("a canonical document is plain JSON")
    }

    /// SHA-256 over its text, in lowercase hexadecimal digits.
    pub fn sha256(&self) -> String {
        sha256(self.text().as_bytes())
    }
}

fn document(instance: &Instance) -> InstanceDocument {
    let clusters = instance.clusters.values().map(|cluster| self::cluster(instance, cluster));
    let students =
        instance.students.iter().map(|(id, student)| self::student(instance, id, student));
    InstanceDocument {
        format: InstanceFormat::Version1,
        name: instance.name.clone(),
        school_year: instance.school_year.clone(),
        community_years: Some(instance.community_years.iter().copied().collect()),
        travel: Some(travel(instance)),
        boards: instance.boards.values().map(|board| self::board(instance, board)).collect(),
        schools: instance.schools.values().map(|school| self::school(instance, school)).collect(),
        clusters: Some(clusters.collect()),
        students: students.collect(),
        rules: None,
        goals: Some(GoalDocument::of(&instance.goals)),
        finance: instance.finance.as_ref().map(Finance::document),
        // No plan depends on it.
        repairs: None,
    }
}

fn travel(instance: &Instance) -> TravelDocument {
    let mut table: Vec<JourneyDocument> = instance
        .journeys
        .table()
        .into_iter()
        .map(|(from, to, Metres(metres))| JourneyDocument {
            from: match from {
                Start::Student(student) => instance.students[student].id.clone(),
                Start::School(school) => instance.schools[school].id.clone(),
            },
            to: instance.schools[to].id.clone(),
            m: Some(TableMetres::constant(metres)),
            min: None,
        })
        .collect();
    table.sort_by(|one, other| (&one.from, &one.to).cmp(&(&other.from, &other.to)));
    TravelDocument {
        detour: Some(detour(instance.journeys.detour)),
        table: Some(table),
        ..TravelDocument::default()
    }
}

fn board(instance: &Instance, board: &Board) -> BoardDocument {
    BoardDocument {
        id: board.id.clone(),
        name: Some(board.name.clone()),
        standing: Some(board.standing),
        max_clusters: Some(ClusterCount::constant(board.max_clusters)),
        network: board.network.map(|network| instance.networks[network].id.clone()),
        min_students: board.min_students.map(StudentCount::constant),
        max_students: board.max_students.map(StudentCount::constant),
    }
}

fn school(instance: &Instance, school: &School) -> SchoolDocument {
    SchoolDocument {
        id: school.id.clone(),
        name: Some(school.name.clone()),
        board: instance.boards[school.board].id.clone(),
        at: school.at.map(at),
        postcode: None,
        // No plan depends on it.
        town: None,
        denomination: Some(words(instance, &school.denominations)),
        concepts: Some(words(instance, &school.concepts)),
        places: Places::constant(school.places),
        min_students: school.min_students.map(StudentCount::constant),
        places_for: Some(school.places_for.iter().map(places_for).collect()),
        programmes: Some(school.programmes.clone().unwrap_or_else(all_programmes)),
        years: Some(school.years.clone().unwrap_or_else(all_years)),
        ikc: Some(school.ikc),
    }
}

fn places_for(limit: &PlacesFor) -> PlacesForDocument {
    PlacesForDocument {
        programmes: Some(limit.programmes.clone().unwrap_or_else(all_programmes)),
        years: Some(limit.years.clone().unwrap_or_else(all_years)),
        places: Places::constant(limit.places),
    }
}

fn all_programmes() -> Vec<Programme> {
    Programme::ALL.to_vec()
}

fn all_years() -> Vec<Year> {
    Year::ALL.to_vec()
}

fn cluster(instance: &Instance, cluster: &ExistingCluster) -> ClusterDocument {
    let schools = cluster.schools.iter().map(|&school| instance.schools[school].id.clone());
    ClusterDocument {
        id: cluster.id.clone(),
        name: Some(cluster.name.clone()),
        board: instance.boards[cluster.board].id.clone(),
        schools: schools.collect(),
        keep: Some(cluster.keep),
        meeting_days: cluster.meeting_days.clone(),
        min: cluster.min.map(StudentCount::constant),
        target: cluster.target.map(StudentCount::constant),
        max: cluster.max.map(StudentCount::constant),
        opening_worth_km: Some(worth(cluster.opening)),
    }
}

fn student(instance: &Instance, id: StudentId, student: &Student) -> StudentDocument {
    let named = |list: &[Named]| list.iter().map(|&named| id_of(instance, named)).collect();
    let schools = |id| instance.schools[id].id.clone();
    StudentDocument {
        id: student.id.clone(),
        count: Some(CohortSize::constant(student.count)),
        programme: student.programme,
        year: student.year,
        at: student.at.map(at),
        postcode: None,
        days: Some(student.days.iter().copied().collect()),
        class_days: Some(ClassDays::constant(student.class_days)),
        community: student.community,
        denomination: student.denomination.as_ref().map(|wish| DenominationWishDocument {
            wish: words(instance, &wish.terms),
            strength: Some(wish.strength),
        }),
        concepts: Some(words(instance, &student.concepts)),
        wishes: Some(named(&student.wishes)),
        not: Some(named(&student.not)),
        only: student.only.as_deref().map(named),
        previous: Some(student.earlier_schools.iter().copied().map(schools).collect()),
        fixed: student.fixed.map(schools),
        limit_km: student.limit.map(|Metres(metres)| worth(Points(metres))),
        detour: student.detour.map(detour),
        unplaced_worth_km: student.unplaced.map(worth),
        with: pairs(instance, PairKind::Together, id),
        apart: pairs(instance, PairKind::Apart, id),
        // No plan depends on it.
        because: None,
    }
}

/// The pairs of which a student is the first; absent where there is none, as in instances of before there
/// were pairs.
fn pairs(instance: &Instance, kind: PairKind, student: StudentId) -> Option<Vec<PairsDocument>> {
    let pairs = instance.pairs_from(kind, student).iter().map(|pair| PairsDocument {
        students: vec![instance.students[pair.students[1]].id.clone()],
        at: Some(pair.at),
        strength: Some(pair.strength),
        worth_km: pair.worth.map(worth),
        because: None,
    });
    let pairs: Vec<PairsDocument> = pairs.collect();
    (!pairs.is_empty()).then_some(pairs)
}

fn id_of(instance: &Instance, named: Named) -> String {
    match named {
        Named::School(school) => instance.schools[school].id.clone(),
        Named::Cluster(cluster) => instance.clusters[cluster].id.clone(),
        Named::Board(board) => instance.boards[board].id.clone(),
    }
}

fn words(instance: &Instance, terms: &[TermId]) -> Vec<String> {
    terms.iter().map(|&term| instance.terms[term].clone()).collect()
}

fn at(point: Coordinates) -> At {
    let latitude = Latitude::try_from(point.latitude);
    let longitude = Longitude::try_from(point.longitude);
    At(latitude.expect("read within range"), longitude.expect("read within range"))
}

fn detour(factor: f64) -> Detour {
    Detour::try_from(factor).expect("read within range")
}

fn worth(Points(points): Points) -> Kilometres {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let kilometres = points as f64 / 1000.0;
    Kilometres::from_number(kilometres).expect("read as whole metres")
}
