//! Goal levels: what an instance may ask for, and what one level minimises.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::vocabulary::GoalWord;
use crate::bounded_types;
use crate::message;
use crate::texts::Message;

bounded_types! {
    /// Which of the longest journeys, from 1; or how many of them.
    pub Rank: 1..=1_000;
}

/// Number of journeys that goal `leximax_journey` shortens if it does not state one.
const USUAL_RANKS: Rank = Rank::constant(10);

/// What one goal level minimises.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Goal {
    /// Students left out.
    Unplaced,
    /// The longest journey of a placed student, in metres.
    LongestJourney,
    /// The `rank`-th longest journey of a placed student, in metres: 0 where there are fewer, and
    /// where it is not known.
    LeximaxJourney(Rank),
    /// Members who miss the meeting of their learning community.
    MeetingDay,
    /// Placed students whose wish for a denomination is not met.
    Denomination,
    /// New clusters opened.
    Clusters,
    /// All points.
    Total,
    /// What lots say, among plans that are equally good otherwise.
    Lot,
    /// Students who are no longer where the plan that is asked about has them, among plans that are
    /// equally good otherwise.
    Moves,
}

impl Goal {
    /// The goal in one word; all ranks have the same.
    pub const fn word(self) -> GoalWord {
        match self {
            Self::Unplaced => GoalWord::Unplaced,
            Self::LongestJourney => GoalWord::LongestJourney,
            Self::LeximaxJourney(_) => GoalWord::LeximaxJourney,
            Self::MeetingDay => GoalWord::MeetingDay,
            Self::Denomination => GoalWord::Denomination,
            Self::Clusters => GoalWord::Clusters,
            Self::Total => GoalWord::Total,
            Self::Lot => GoalWord::Lot,
            Self::Moves => GoalWord::Moves,
        }
    }

    /// Which of the longest journeys it is about, where it is about one of them.
    pub const fn rank(self) -> Option<Rank> {
        match self {
            Self::LeximaxJourney(rank) => Some(rank),
            _ => None,
        }
    }

    /// The goal of a word, at a rank where the word has ranks.
    ///
    /// # Errors
    /// Where a rank is absent that the word needs, or there is one that it does not have.
    pub fn new(word: GoalWord, rank: Option<Rank>) -> Result<Self, Message> {
        match (word, rank) {
            (GoalWord::LeximaxJourney, Some(rank)) => Ok(Self::LeximaxJourney(rank)),
            (GoalWord::LeximaxJourney, None) => {
                Err(message!("instance-goal-needs-rank", goal = word.word()))
            }
            (_, Some(_)) => Err(message!("instance-goal-without-ranks", goal = word.word())),
            (GoalWord::Unplaced, None) => Ok(Self::Unplaced),
            (GoalWord::LongestJourney, None) => Ok(Self::LongestJourney),
            (GoalWord::MeetingDay, None) => Ok(Self::MeetingDay),
            (GoalWord::Denomination, None) => Ok(Self::Denomination),
            (GoalWord::Clusters, None) => Ok(Self::Clusters),
            (GoalWord::Total, None) => Ok(Self::Total),
            (GoalWord::Lot, None) => Ok(Self::Lot),
            (GoalWord::Moves, None) => Ok(Self::Moves),
        }
    }

    /// Whether it counts students or clusters, each on its own.
    pub const fn is_count(self) -> bool {
        matches!(self, Self::Unplaced | Self::MeetingDay | Self::Denomination | Self::Clusters)
    }

    /// The goal in one word, with its rank where it has one.
    pub fn name(self) -> String {
        match self.rank() {
            Some(rank) => format!("{}_{}", self.word(), rank.get()),
            None => self.word().to_string(),
        }
    }
}

impl std::fmt::Display for Goal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(&self.name())
    }
}

/// A goal as an instance asks for it: a word, or for `leximax_journey` also how many journeys.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum GoalDocument {
    /// A word.
    Word(AskedWord),
    /// `leximax_journey` with its number of journeys.
    Leximax(LeximaxDocument),
}

/// A word that an instance may ask for: lots are drawn when one searches, and no goal of an
/// instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "GoalWord", into = "GoalWord")]
pub struct AskedWord(GoalWord);

impl TryFrom<GoalWord> for AskedWord {
    type Error = Message;
    fn try_from(word: GoalWord) -> Result<Self, Message> {
        match word {
            GoalWord::Lot => Err(message!("instance-goal-lot")),
            GoalWord::Moves => Err(message!("instance-goal-moves")),
            word => Ok(Self(word)),
        }
    }
}

impl From<AskedWord> for GoalWord {
    fn from(word: AskedWord) -> Self {
        word.0
    }
}

/// How many of the longest journeys are as short as possible, the longest first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeximaxDocument {
    /// How many journeys.
    pub leximax_journey: Rank,
}

impl GoalDocument {
    /// The goal in one word.
    pub fn word(self) -> GoalWord {
        match self {
            Self::Word(word) => word.into(),
            Self::Leximax(_) => GoalWord::LeximaxJourney,
        }
    }

    /// The levels that the word expands to, in order.
    pub fn levels(self) -> Vec<Goal> {
        let ranks = match self {
            Self::Word(_) => USUAL_RANKS,
            Self::Leximax(LeximaxDocument { leximax_journey }) => leximax_journey,
        };
        match Goal::new(self.word(), None) {
            Ok(goal) => vec![goal],
            Err(_) => (1..=ranks.get()).map(Rank::constant).map(Goal::LeximaxJourney).collect(),
        }
    }

    /// What asks for these levels: the levels of several ranks are one goal, and say how many.
    pub fn of(levels: &[Goal]) -> Vec<Self> {
        let mut asked: Vec<Self> = Vec::new();
        for &level in levels {
            let last = asked.last().map(|last| last.word());
            let asks = match level.rank() {
                Some(leximax_journey) => Self::Leximax(LeximaxDocument { leximax_journey }),
                None => Self::Word(AskedWord(level.word())),
            };
            if level.rank().is_some() && last == Some(level.word()) {
                asked.pop();
            }
            asked.push(asks);
        }
        asked
    }
}

impl JsonSchema for GoalDocument {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Goal".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let asked = GoalWord::ALL.iter().filter(|word| AskedWord::try_from(**word).is_ok());
        let words: Vec<&str> = asked.map(|word| word.word()).collect();
        json_schema!({
            "if": { "type": "object" },
            "then": {
                "type": "object",
                "properties": { "leximax_journey": Rank::json_schema(generator) },
                "required": ["leximax_journey"],
                "additionalProperties": false,
            },
            "else": { "type": "string", "enum": words },
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn levels(asked: serde_json::Value) -> Vec<String> {
        let asked: Vec<GoalDocument> = serde_json::from_value(asked).unwrap();
        asked.into_iter().flat_map(GoalDocument::levels).map(Goal::name).collect()
    }

    #[test]
    fn a_goal_of_ranks_is_a_level_for_each() {
        let asked = json!(["unplaced", { "leximax_journey": 3 }, "total"]);
        let named = ["unplaced", "leximax_journey_1", "leximax_journey_2", "leximax_journey_3"];
        assert_eq!(levels(asked)[..4], named);
        assert_eq!(levels(json!(["leximax_journey"])).len(), 10);
    }

    #[test]
    fn levels_and_what_asks_for_them_are_the_same() {
        let asked: Vec<GoalDocument> =
            serde_json::from_value(json!(["clusters", { "leximax_journey": 7 }, "total"])).unwrap();
        let levels: Vec<Goal> = asked.iter().flat_map(|goal| goal.levels()).collect();
        assert_eq!(GoalDocument::of(&levels), asked);
    }

    #[test]
    fn no_instance_asks_for_a_lot() {
        for refused in [json!("lot"), json!({ "leximax_journey": 0 }), json!({ "clusters": 2 })] {
            assert!(serde_json::from_value::<GoalDocument>(refused.clone()).is_err(), "{refused}");
        }
    }

    #[test]
    fn every_level_is_known_by_its_word_and_rank() {
        for &word in GoalWord::ALL {
            let rank = (word == GoalWord::LeximaxJourney).then_some(Rank::constant(4));
            let goal = Goal::new(word, rank).unwrap();
            assert_eq!((goal.word(), goal.rank()), (word, rank));
            let other = if rank.is_some() { None } else { Some(Rank::constant(1)) };
            assert!(Goal::new(word, other).is_err());
        }
    }
}
