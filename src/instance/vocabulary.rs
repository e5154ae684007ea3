//! Words with a fixed list of values: days, programmes, years, standings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$attribute:meta])* $name:ident { $($(#[$word_attribute:meta])* $word:ident = $text:literal,)+ })+) => {$(
        $(#[$attribute])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug,
            Serialize, Deserialize, JsonSchema,
        )]
        #[schemars(inline)]
        pub enum $name {
            $($(#[$word_attribute])* #[serde(rename = $text)] $word,)+
        }

        impl $name {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// The value as written in files.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$word => $text,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.word())
            }
        }
    )+};
}

words! {
    /// A working day.
    Day {
        /// Monday.
        Monday = "mon",
        /// Tuesday.
        Tuesday = "tue",
        /// Wednesday.
        Wednesday = "wed",
        /// Thursday.
        Thursday = "thu",
        /// Friday.
        Friday = "fri",
    }

    /// What a student studies.
    Programme {
        /// Full-time pabo.
        Voltijd = "voltijd",
        /// Part-time pabo.
        Deeltijd = "deeltijd",
        /// Academic pabo.
        Academisch = "academisch",
        /// Pedagogy at an mbo college.
        Mbo = "mbo",
    }

    /// What part a board takes in the partnership.
    Standing {
        /// A full partner.
        Partner = "partner",
        /// Becoming a partner; takes part like one.
        Aspirant = "aspirant",
        /// Its schools catch a surplus, in no cluster.
        Shell = "shell",
        /// Takes no part until a scenario admits it.
        Candidate = "candidate",
    }

    /// How strong a wish is: for a denomination, or for being together or apart.
    Strength {
        /// An unmet wish costs.
        Prefer = "prefer",
        /// An unmet wish is refused.
        Must = "must",
    }

    /// Whether a pair of students is to be together or apart.
    PairKind {
        /// Together.
        Together = "together",
        /// Apart.
        Apart = "apart",
    }

    /// Where two students are together.
    MeetingPlace {
        /// At one school.
        School = "school",
        /// In one cluster; of schools in the shell, which are in no cluster, at one school.
        Cluster = "cluster",
    }

    /// What a goal level minimises, in one word.
    GoalWord {
        /// Students left out.
        Unplaced = "unplaced",
        /// The longest journey of a placed student, in metres.
        LongestJourney = "longest_journey",
        /// The longest journey, then the second longest, and so on, in metres.
        LeximaxJourney = "leximax_journey",
        /// Members who miss the meeting of their learning community.
        MeetingDay = "meeting_day",
        /// Placed students whose wish for a denomination is not met.
        Denomination = "denomination",
        /// New clusters opened.
        Clusters = "clusters",
        /// All points.
        Total = "total",
        /// What lots say, among plans that are equally good otherwise.
        Lot = "lot",
        /// Students who are no longer where a plan has them, among plans that are equally good otherwise.
        Moves = "moves",
    }
}

/// A study year, 1 to 4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Year(u8);

impl Standing {
    /// Whether schools of a board of this standing may be in clusters.
    pub const fn takes_part(self) -> bool {
        matches!(self, Self::Partner | Self::Aspirant)
    }
}

impl Year {
    /// All study years, in order.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The year as a plain number, 1 to 4.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Year {
    type Error = String;
    fn try_from(number: i64) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|year| i64::from(year.0) == number)
            .ok_or_else(|| format!("{number} is not a study year, 1 to 4"))
    }
}

impl From<Year> for i64 {
    fn from(year: Year) -> Self {
        Self::from(year.0)
    }
}

impl std::fmt::Display for Year {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl JsonSchema for Year {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Year".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 4 })
    }
}
