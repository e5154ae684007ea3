//! The names of figures for people, by the ids that figures have in files.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::super::difference::SchoolNames;
use crate::disclosure::Figure;
use crate::instance::{Goal, GoalWord, Programme, Rank};
use crate::texts::{Language, Message};
use crate::{message, text};

impl Language {
    /// The name of the figure with an id such as `board_b1_students`; the id itself for one without a name.
    pub fn figure_of_id(self, id: &str, names: &SchoolNames) -> String {
        let programmes = Programme::ALL.iter().find_map(|programme| {
            let programme = programme.to_string();
            let rest = id.strip_prefix(&programme)?.strip_prefix('_')?;
            Some((self.whole_figure(rest)?, programme))
        });
        if let Some((figure, programme)) = programmes {
            return text!(self, "figure-of", figure = figure, subject = programme);
        }
        let named = self.whole_figure(id).or_else(|| self.figure_of_one(id, names));
        named.unwrap_or_else(|| id.to_owned())
    }

    /// A figure about everything, or about all of a programme.
    fn whole_figure(self, id: &str) -> Option<String> {
        if let Some(name) = id.strip_suffix("_percent") {
            let figure = match name {
                "gap" => text!(self, "column-gap"),
                name => self.counted(name)?,
            };
            return Some(text!(self, "figure-in-percent", figure = figure));
        }
        let figure = match id {
            "students" => return Some(text!(self, "column-students")),
            "score_points" => return Some(self.goal(Goal::Total)),
            "journey_known_students" => return Some(text!(self, "figure-journey-known")),
            "concept_wished_students" => return Some(text!(self, "figure-concept-wished")),
            "wish_none_students" => Figure::WishUnmet,
            "meeting_day_members" | "clusters_members" => Figure::Members,
            "clusters_used" => Figure::ClustersUsed,
            "clusters_new" => Figure::ClustersNew,
            "clusters_unused" => Figure::ClustersUnused,
            "clusters_off_target" => Figure::ClustersOffTarget,
            "fill_gini" => Figure::FillGini,
            "cost_eur" => Figure::Cost,
            "grant_eur" => Figure::Grant,
            "net_eur" => Figure::Net,
            _ => return self.measured(id),
        };
        Some(self.figure(figure))
    }

    /// A journey, or a number of students or members of whom there is a share too.
    fn measured(self, id: &str) -> Option<String> {
        let journey = match id {
            "journey_mean_m" => Figure::JourneyMean,
            "journey_median_m" => Figure::JourneyMedian,
            "journey_p90_m" => Figure::Journey90,
            "journey_longest_m" => Figure::JourneyLongest,
            _ => {
                let name = id.strip_suffix("_students").or_else(|| id.strip_suffix("_members"))?;
                return self.counted(name);
            }
        };
        Some(text!(self, "figure-in-metres", figure = self.figure(journey)))
    }

    fn counted(self, name: &str) -> Option<String> {
        let figure = match name {
            "core" => Figure::InClusters,
            "shell" => Figure::InShell,
            "left_out" => Figure::LeftOut,
            "journey_comfortable" => Figure::JourneyComfortable,
            "concept_met" => Figure::ConceptMet,
            "meeting_day_free" => Figure::FreeOnMeetingDay,
            name => Figure::WishMet(name.strip_prefix("wish_")?.parse().ok()?),
        };
        Some(self.figure(figure))
    }

    /// A figure about one goal, rule, denomination or board.
    fn figure_of_one(self, id: &str, names: &SchoolNames) -> Option<String> {
        let between = |prefix: &str, suffix: &str| id.strip_prefix(prefix)?.strip_suffix(suffix);
        let of = |figure: String, subject: &str| {
            Some(text!(self, "figure-of", figure = figure, subject = subject))
        };
        if let Some(rule) = between("rule_", "_points") {
            return Some(text!(self, "figure-in-points", figure = self.rule_title(rule)));
        }
        if let Some(goal) = id.strip_prefix("goal_") {
            return self.goal_figure(goal);
        }
        let met = self.figure(Figure::DenominationMet);
        if let Some(denomination) = between("denomination_", "_wished_students") {
            return of(text!(self, "figure-denomination-wished"), denomination);
        }
        if let Some(denomination) = between("denomination_", "_met_students") {
            return of(met, denomination);
        }
        if let Some(denomination) = between("denomination_", "_met_percent") {
            return of(text!(self, "figure-in-percent", figure = met), denomination);
        }
        let columns: [(&str, Message); 3] = [
            ("_net_eur", message!("figure-net")),
            ("_students", message!("column-students")),
            ("_places", message!("column-places")),
        ];
        let found = columns.into_iter().find_map(|(suffix, figure)| {
            Some((between("board_", suffix)?, figure.in_language(self)))
        });
        found.and_then(|(board, figure)| of(figure, names.name(board)))
    }

    /// The value or the bound of a goal level: `total_points`, `total_bound_points`.
    fn goal_figure(self, id: &str) -> Option<String> {
        let (name, _unit) = id.rsplit_once('_')?;
        let (name, is_bound) = name.strip_suffix("_bound").map_or((name, false), |it| (it, true));
        let ranked = name
            .rsplit_once('_')
            .and_then(|(word, rank)| Some((word, Rank::try_from(rank.parse::<i64>().ok()?).ok()?)));
        let (word, rank) = ranked.map_or((name, None), |(word, rank)| (word, Some(rank)));
        let word: StrDeserializer<'_, WordError> = word.into_deserializer();
        let goal = self.goal(Goal::new(GoalWord::deserialize(word).ok()?, rank).ok()?);
        Some(if is_bound {
            text!(self, "figure-bound-of-goal", goal = goal)
        } else {
            text!(self, "figure-of-goal", goal = goal)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::composing;
    use crate::composing::figures::{FigureTable, PlanFigures};
    use crate::testing::{assignment, tiny};

    #[test]
    fn every_figure_of_a_plan_has_a_name() {
        let problem = tiny(serde_json::json!({
            "boards": [{ "id": "b", "name": "Openbaar Vechtdal" }],
            "schools": [{ "id": "h", "places": 3, "denomination": ["openbaar"], "concepts": ["dalton"] }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [
                { "id": "s", "programme": "voltijd", "wishes": ["h"], "concepts": ["dalton"],
                  "denomination": { "wish": ["openbaar"] } },
                { "id": "t", "programme": "deeltijd" },
            ],
            "goals": ["unplaced", { "leximax_journey": 2 }, "total"],
        }));
        let placed = assignment(&problem.instance, "c", "s>h t>h");
        let plan = composing::plan(&problem, &placed, None);
        let table = FigureTable::of(&[PlanFigures::of(&plan)]);
        let names = SchoolNames::of(&problem);
        let ids = table.columns.iter().map(|column| column.name.as_str());
        let money = ["cost_eur", "grant_eur", "net_eur", "board_b_net_eur"];
        let named: Vec<(&str, String)> =
            ids.chain(money).map(|id| (id, Language::Dutch.figure_of_id(id, &names))).collect();
        assert!(named.len() > 40, "{named:?}");
        let mut unnamed = named.iter().filter(|(id, name)| name.contains('_') || name == id);
        assert_eq!(unnamed.next(), None);
        let name = |id: &str| Language::Dutch.figure_of_id(id, &names);
        assert_eq!(
            name("deeltijd_meeting_day_free_percent"),
            "leden die op de bijeenkomstdag kunnen (%): deeltijd"
        );
        assert_eq!(name("board_b_places"), "plekken: Openbaar Vechtdal");
        assert_eq!(
            name("goal_leximax_journey_2_bound_m"),
            "ondergrens van doel ‘langste reis nummer 2 (m)’"
        );
        assert_eq!(name("rule_cluster_size_points"), "Clustergrootte (punten)");
        assert_eq!(name("of_another_version"), "of_another_version");
    }
}
