//! The instance as its author writes it: `"format": "plaatswijzer/instance/1"`.
//!
//! These types read the file and generate its JSON Schema; their doc comments are its descriptions. A key
//! that may be absent is an `Option`, and `null` means absence. Defaults are filled in once, when the
//! document becomes an [`Instance`](super::Instance).

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::finance::FinanceDocument;
use super::goal::GoalDocument;
use super::repairs::RepairsDocument;
use super::vocabulary::{Day, MeetingPlace, Programme, Standing, Strength, Year};
use crate::base::{Kilometres, Metres};
use crate::bounded_types;
use crate::input::to_pretty_json;
use crate::message;
use crate::texts::Message;

bounded_types! {
    /// Places at a school.
    pub Places: 0..=100_000;
    /// A lower or upper bound, or a target, for the students of a school, cluster or board.
    pub StudentCount: 0..=1_000_000;
    /// Number of identical students per entry.
    pub CohortSize: 1..=1_000_000;
    /// A number of clusters.
    pub ClusterCount: 0..=20_000;
    /// Days a week at school for the class itself.
    pub ClassDays: 0..=5;
    /// A distance in a travel table, in metres.
    pub TableMetres: 0..=50_000_000;
}

impl From<TableMetres> for Metres {
    fn from(metres: TableMetres) -> Self {
        Self(metres.get())
    }
}

/// The format of an instance, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum InstanceFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/instance/1")]
    Version1,
}

/// The text of an instance file: indented, with a final line end.
pub fn to_json(document: &InstanceDocument) -> String {
    to_pretty_json(document)
}

/// One year's placement problem: who is to be placed, where, under which rules.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer instance")]
pub struct InstanceDocument {
    /// The format of this file.
    pub format: InstanceFormat,
    /// Name of the instance.
    #[schemars(length(min = 1))]
    pub name: String,
    /// The school year, such as "2027-2028".
    pub school_year: Option<String>,
    /// Study years that form the learning community. Default: 1, 2 and 3.
    pub community_years: Option<Vec<Year>>,
    /// How journeys are measured.
    pub travel: Option<TravelDocument>,
    /// School boards.
    pub boards: Vec<BoardDocument>,
    /// Schools.
    pub schools: Vec<SchoolDocument>,
    /// Existing training clusters. Default: none.
    pub clusters: Option<Vec<ClusterDocument>>,
    /// Student entries: single students, and cohorts of identical students.
    pub students: Vec<StudentDocument>,
    /// Settings per rule; `false` switches a rule off. Default: each rule's own defaults.
    #[schemars(with = "Option<BTreeMap<String, serde_json::Value>>")]
    pub rules: Option<RuleSettings>,
    /// Goal levels: each is minimised, and then held while the next is minimised. `total` is added as the last
    /// level if it is absent. `{ "leximax_journey": 5 }` makes a level for each of the five longest journeys;
    /// the word alone makes ten. Default: `total` alone.
    pub goals: Option<Vec<GoalDocument>>,
    /// Prices and the grant, in euros. Default: no money is counted.
    pub finance: Option<FinanceDocument>,
    /// Prices of the changes that the question `repair` may make to give everyone a place. Default: a usual price
    /// for each kind of change.
    pub repairs: Option<RepairsDocument>,
}

impl InstanceDocument {
    /// The number of students in all entries.
    pub fn student_count(&self) -> i64 {
        self.students.iter().map(StudentDocument::student_count).sum()
    }
}

/// The settings of each rule by its id, as raw JSON that the rules themselves parse.
pub type RuleSettings = BTreeMap<String, Box<RawValue>>;

/// How journeys are measured.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TravelDocument {
    /// Detour factor of the road network: journey divided by great-circle distance, 0.1 to 100. Default: 1.3.
    pub detour: Option<Detour>,
    /// Metres that a minute in the travel table counts for. Default: 500, which is 30 km/h.
    pub metres_per_minute: Option<MetresPerMinute>,
    /// Known journeys, from a student or a school to a school. Default: none.
    pub table: Option<Vec<JourneyDocument>>,
    /// A CSV file in the folder of the instance with more rows of the table: `from,to,m` or `from,to,min`.
    pub table_file: Option<String>,
    /// A CSV file in the folder of the instance with a point for each postcode: `postcode,lat,lon`.
    pub postcode_file: Option<String>,
}

/// A known journey; exactly one of `m` and `min` is given.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JourneyDocument {
    /// Where it starts: the id of a student or a school.
    pub from: String,
    /// Where it ends: the id of a school.
    pub to: String,
    /// Its length in metres.
    pub m: Option<TableMetres>,
    /// Its length in minutes, 0 to 100 000.
    pub min: Option<Minutes>,
}

/// A school board.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoardDocument {
    /// The board's id.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The board's name. Default: its id.
    pub name: Option<String>,
    /// Standing of the board in the partnership. Default: `partner`.
    pub standing: Option<Standing>,
    /// The most clusters the board may have. Default: its number of existing clusters.
    pub max_clusters: Option<ClusterCount>,
    /// The network in which the board forms clusters together with others. Default: none.
    pub network: Option<String>,
    /// The fewest students to be placed at the board's schools. Default: no minimum.
    pub min_students: Option<StudentCount>,
    /// The most students to be placed at the board's schools. Default: no maximum.
    pub max_students: Option<StudentCount>,
}

/// A school.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolDocument {
    /// The school's id.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The school's name. Default: its id.
    pub name: Option<String>,
    /// The id of the school's board.
    pub board: String,
    /// Where the school is: [latitude, longitude] in WGS84 degrees. Wins over `postcode`.
    pub at: Option<At>,
    /// Where the school is, by postcode: four digits, or four digits and two letters.
    pub postcode: Option<Postcode>,
    /// The town of the school, for lists and maps; no rule looks at it. Default: unknown.
    pub town: Option<String>,
    /// The school's denominations. Default: none.
    pub denomination: Option<Vec<String>>,
    /// The school's education concepts and focuses. Default: none.
    pub concepts: Option<Vec<String>>,
    /// The most students the school takes.
    pub places: Places,
    /// The fewest students that the school takes if it takes any. Default: the minimum of rule `school_minimum`.
    pub min_students: Option<StudentCount>,
    /// Tighter limits for some programmes and years. Default: none.
    pub places_for: Option<Vec<PlacesForDocument>>,
    /// The only programmes the school takes. Default: all.
    #[schemars(length(min = 1))]
    pub programmes: Option<Vec<Programme>>,
    /// The only years the school takes. Default: all.
    #[schemars(length(min = 1))]
    pub years: Option<Vec<Year>>,
    /// Whether the school is an integral child centre (IKC), the only schools for mbo students. Default: false.
    pub ikc: Option<bool>,
}

/// Largest number of students of these programmes and years.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacesForDocument {
    /// The programmes counted. Default: all.
    #[schemars(length(min = 1))]
    pub programmes: Option<Vec<Programme>>,
    /// The years counted. Default: all.
    #[schemars(length(min = 1))]
    pub years: Option<Vec<Year>>,
    /// The most students of these programmes and years.
    pub places: Places,
}

/// An existing training cluster.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterDocument {
    /// The cluster's id.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The cluster's name. Default: its id.
    pub name: Option<String>,
    /// The id of the board that answers for the cluster.
    pub board: String,
    /// The ids of its schools.
    #[schemars(length(min = 1))]
    pub schools: Vec<String>,
    /// Whether the cluster must be used. Default: false.
    pub keep: Option<bool>,
    /// The days on which it may meet. Default: the default day of rule `meeting_day`.
    #[schemars(length(min = 1))]
    pub meeting_days: Option<Vec<Day>>,
    /// Fewest members when used. Default: the minimum of rule `cluster_size`.
    pub min: Option<StudentCount>,
    /// Target number of members. Default: the target of rule `cluster_size`.
    pub target: Option<StudentCount>,
    /// Most members. Default: the maximum of rule `cluster_size`.
    pub max: Option<StudentCount>,
    /// Price of using the cluster, in kilometres of journey. Default: 0.
    pub opening_worth_km: Option<Kilometres>,
}

/// A student, or a cohort of identical students.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudentDocument {
    /// The student's id.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Number of identical students in this entry. Default: 1.
    pub count: Option<CohortSize>,
    /// The student's programme.
    pub programme: Programme,
    /// The student's study year.
    pub year: Year,
    /// Where the student lives: [latitude, longitude] in WGS84 degrees. Wins over `postcode`.
    pub at: Option<At>,
    /// Where the student lives, by postcode: four digits, or four digits and two letters.
    pub postcode: Option<Postcode>,
    /// The days on which the student is free to come; `[]` means never. Default: Monday to Friday.
    pub days: Option<Vec<Day>>,
    /// Free days a week that the class itself needs, besides the meeting day. Default: 1 for `deeltijd`, 0 for others.
    pub class_days: Option<ClassDays>,
    /// Whether the student, once placed in a cluster, is a member of its learning community. Default: in a year of
    /// `community_years`.
    pub community: Option<bool>,
    /// The denomination the student wishes. Default: no wish.
    pub denomination: Option<DenominationWishDocument>,
    /// Education concepts the student wishes, any of which will do. Default: no wish.
    pub concepts: Option<Vec<String>>,
    /// Schools, clusters or boards the student wishes, best first. Default: no wish.
    pub wishes: Option<Vec<String>>,
    /// Schools, clusters or boards where the student is never placed. Default: none.
    pub not: Option<Vec<String>>,
    /// The only schools, clusters or boards where the student may be placed. Default: anywhere.
    #[schemars(length(min = 1))]
    pub only: Option<Vec<String>>,
    /// Schools where the student has been before; one that is no school here is kept as a name. Default: none.
    pub previous: Option<Vec<String>>,
    /// The school where the planner has fixed the student; it overrides refusals. Default: not fixed.
    pub fixed: Option<String>,
    /// The student's own limit on the journey, in kilometres; the smaller of this and the limit of rule `travel` holds.
    pub limit_km: Option<Kilometres>,
    /// The student's own detour factor, 0.1 to 100. Default: that of the region.
    pub detour: Option<Detour>,
    /// Price of leaving this student out, in kilometres of journey. Default: the price of rule `placement`.
    pub unplaced_worth_km: Option<Kilometres>,
    /// Students with whom this one is to be together. Default: none.
    pub with: Option<Vec<PairsDocument>>,
    /// Students from whom this one is to be apart. Default: none.
    pub apart: Option<Vec<PairsDocument>>,
    /// The reason for `fixed`, `not` or `only`, in one text. Planners see it; nobody else does, and it changes no
    /// plan. Default: nothing.
    #[schemars(length(min = 1))]
    pub because: Option<String>,
}

impl StudentDocument {
    /// The number of students in the entry.
    pub fn student_count(&self) -> i64 {
        self.count.map_or(1, CohortSize::get)
    }
}

/// Students with each of whom a student makes a pair: together under `with`, apart under `apart`.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairsDocument {
    /// The ids of the other students. A pair may be stated at either of its students, or the same at both.
    #[schemars(length(min = 1))]
    pub students: Vec<String>,
    /// Where they are together: at one school or in one cluster. Default: `school`.
    pub at: Option<MeetingPlace>,
    /// `must` refuses plans that do otherwise; with `prefer` they cost `worth_km`. Default: `prefer`.
    pub strength: Option<Strength>,
    /// What it is worth per pair, in kilometres of journey; not beside `must`. Default: the price of the rule.
    pub worth_km: Option<Kilometres>,
    /// Why, in one text. Planners see it; nobody else does, and it changes no plan. Default: nothing.
    #[schemars(length(min = 1))]
    pub because: Option<String>,
}

/// A wish for a denomination.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DenominationWishDocument {
    /// The denominations wished, any of which will do.
    #[schemars(length(min = 1))]
    pub wish: Vec<String>,
    /// How strong the wish is. Default: `prefer`.
    pub strength: Option<Strength>,
}

macro_rules! bounded_floats {
    ($($(#[$attribute:meta])* $name:ident: $least:literal..=$greatest:literal;)+) => {$(
        $(#[$attribute])*
        #[derive(Clone, Copy, PartialEq, PartialOrd, Debug, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// The value as a plain number.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = Message;
            fn try_from(found: f64) -> Result<Self, Message> {
                if ($least..=$greatest).contains(&found) {
                    Ok(Self(found))
                } else {
                    let (least, greatest) = ($least.to_string(), $greatest.to_string());
                    let found = found.to_string();
                    Err(message!("instance-not-between", found = found, least = least, greatest = greatest))
                }
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 {
                value.0
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "number", "minimum": $least, "maximum": $greatest })
            }
        }
    )+};
}

bounded_floats! {
    /// Detour factor: journey divided by great-circle distance.
    Detour: 0.1..=100.0;
    /// Metres in a minute.
    MetresPerMinute: 1.0..=10_000.0;
    /// Minutes of journey.
    Minutes: 0.0..=100_000.0;
    /// Degrees north.
    Latitude: -90.0..=90.0;
    /// Degrees east.
    Longitude: -180.0..=180.0;
}

/// A point on the Earth as [latitude, longitude] in WGS84 degrees.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct At(pub Latitude, pub Longitude);

impl JsonSchema for At {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "At".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "prefixItems": [Latitude::json_schema(generator), Longitude::json_schema(generator)],
            "minItems": 2,
            "maxItems": 2,
        })
    }
}

/// A Dutch postcode as written: four digits, or four digits and two letters.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode(String);

impl Postcode {
    /// The four digits. The letters are not used: points are known per postcode area only.
    pub fn digits(&self) -> &str {
        &self.0[..4]
    }
}

impl TryFrom<String> for Postcode {
    type Error = Message;
    fn try_from(text: String) -> Result<Self, Message> {
        let (digits, letters) = text.split_at_checked(4).unwrap_or((&text, "-"));
        let letters = letters.strip_prefix(' ').unwrap_or(letters);
        let well_formed = digits.bytes().all(|byte| byte.is_ascii_digit())
            && digits.len() == 4
            && matches!(letters.len(), 0 | 2)
            && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !text.ends_with(' ');
        if well_formed {
            Ok(Self(text))
        } else {
            Err(message!("instance-not-a-postcode", text = text, form = postcode_form()))
        }
    }
}

impl From<Postcode> for String {
    fn from(postcode: Postcode) -> Self {
        postcode.0
    }
}

/// What a postcode looks like, also as the title of its JSON Schema, which is English.
fn postcode_form() -> Message {
    message!("instance-postcode-form")
}

impl JsonSchema for Postcode {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Postcode".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": postcode_form().to_string(),
            "type": "string",
            "pattern": "^[0-9]{4}( ?[A-Za-z]{2})?$",
        })
    }
}
