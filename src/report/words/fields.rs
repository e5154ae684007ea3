//! What columns are called.

use crate::disclosure::Field;
use crate::texts::Language;

impl Language {
    /// The title of a column, with its unit.
    pub fn field(self, field: Field) -> String {
        match field {
            Field::RulePoints(rule) => {
                let points = self.choose("punten", "points");
                format!("{points}: {}", self.rule_title(rule))
            }
            Field::RefusedBy(rule) => {
                let refused = self.choose("weg door", "refused");
                format!("{refused}: {}", self.rule_title(rule))
            }
            field => {
                let (dutch, english) = who(field)
                    .or_else(|| place(field))
                    .or_else(|| other(field))
                    .unwrap_or_default();
                self.choose(dutch, english).to_owned()
            }
        }
    }
}

type Words = (&'static str, &'static str);

/// Columns about a student.
const fn who(field: Field) -> Option<Words> {
    Some(match field {
        Field::Student => ("student", "student"),
        Field::Students => ("studenten", "students"),
        Field::Programme => ("opleiding", "programme"),
        Field::Year => ("jaar", "year"),
        Field::Home => ("woont", "home"),
        Field::FreeDays => ("vrije dagen", "free days"),
        Field::ClassDays => ("lesdagen", "class days"),
        Field::Member => ("lid van leergemeenschap", "member of community"),
        Field::FreeOnMeetingDay => ("kan op bijeenkomstdag", "free on meeting day"),
        Field::Journey => ("reis (km)", "journey (km)"),
        Field::DenominationWish => ("wens denominatie", "denomination wished"),
        Field::WishStrength => ("sterkte", "strength"),
        Field::DenominationMet => ("denominatie vervuld", "denomination met"),
        Field::ConceptWish => ("wens concept", "concepts wished"),
        Field::ConceptMet => ("concept vervuld", "concept met"),
        Field::WishRank => ("wens nummer", "wish number"),
        Field::Fixed => ("vastgezet", "fixed"),
        Field::Overridden => ("regels opzij gezet", "rules overridden"),
        Field::Points => ("punten", "points"),
        Field::Reason => ("reden", "reason"),
        Field::SchoolCount => ("scholen", "schools"),
        Field::Full => ("vol", "full"),
        Field::ClusterFull => ("cluster vol", "cluster full"),
        Field::NotUsed => ("niet in gebruik", "not in use"),
        Field::Room => ("nog ruimte", "with room"),
        _ => return None,
    })
}

/// Columns about schools, clusters and boards.
const fn place(field: Field) -> Option<Words> {
    Some(match field {
        Field::School => ("school", "school"),
        Field::SchoolId => ("schoolcode", "school id"),
        Field::Town => ("plaats", "town"),
        Field::Board => ("bestuur", "board"),
        Field::BoardId => ("bestuurscode", "board id"),
        Field::Cluster => ("cluster", "cluster"),
        Field::ClusterId => ("clustercode", "cluster id"),
        Field::MeetingDay => ("bijeenkomstdag", "meeting day"),
        Field::Kind => ("soort", "kind"),
        Field::Schools => ("scholen", "schools"),
        Field::Members => ("leden", "members"),
        Field::Least => ("minimum", "least"),
        Field::Target => ("streefgetal", "target"),
        Field::Most => ("maximum", "most"),
        Field::OffTarget => ("boven of onder streefgetal", "off target"),
        Field::Others => ("anderen", "others"),
        Field::Places => ("plekken", "places"),
        Field::Fill => ("vulling", "fill"),
        Field::Standing => ("rol", "standing"),
        Field::ClustersUsed => ("clusters in gebruik", "clusters used"),
        Field::ClustersMost => ("clusters toegestaan", "clusters allowed"),
        Field::Cost => ("kosten (€)", "cost (€)"),
        Field::Grant => ("subsidie (€)", "grant (€)"),
        Field::Net => ("netto (€)", "net (€)"),
        Field::Denomination => ("denominatie", "denomination"),
        Field::Concepts => ("concepten", "concepts"),
        _ => return None,
    })
}

/// Columns about goals, figures and rules.
const fn other(field: Field) -> Option<Words> {
    Some(match field {
        Field::Goal => ("doel", "goal"),
        Field::Value => ("waarde", "value"),
        Field::Bound => ("ondergrens", "bound"),
        Field::Gap => ("verschil", "gap"),
        Field::Figure => ("kengetal", "figure"),
        Field::About => ("van", "about"),
        Field::Number => ("aantal", "number"),
        Field::Of => ("van de", "of"),
        Field::Share => ("aandeel", "share"),
        Field::Rule => ("code", "id"),
        Field::Title => ("regel", "rule"),
        Field::InForce => ("van kracht", "in force"),
        Field::Settings => ("instellingen", "settings"),
        Field::Statement => ("wat de regel zegt", "what it says"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::disclosure::{Audience, compile};
    use crate::plan::Plan;
    use crate::testing::{assignment, tiny};
    use crate::verify::verify_assignment;

    #[test]
    fn every_column_that_a_dossier_has_is_called_something_else() {
        let problem = tiny(json!({
            "boards": [{ "id": "b", "standing": "partner" }],
            "schools": [{ "id": "h", "places": 3, "town": "Dorp", "denomination": ["pc"], "concepts": ["dalton"] }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [
                { "id": "s", "postcode": "9712", "denomination": { "wish": ["rk"] }, "concepts": ["dalton"],
                  "wishes": ["h"], "previous": ["h"], "fixed": "h" },
                { "id": "t", "not": ["h"] }, { "id": "u", "denomination": { "wish": ["rk"], "strength": "must" } },
            ],
            "finance": { "cluster_eur": 100 },
            "rules": { "cluster_size": { "min": 0 }, "denomination": {}, "exclusion": {}, "fixed": {}, "variety": {},
                       "travel": {}, "meeting_day": {} },
        }));
        let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "s>h"));
        let mut seen = 0;
        for audience in [Audience::Planner, Audience::Public] {
            for table in compile(&problem, &Plan::default(), &verdict, audience).tables {
                for language in [Language::Dutch, Language::English] {
                    let titles: std::collections::BTreeSet<String> =
                        table.columns.iter().map(|&field| language.field(field)).collect();
                    assert_eq!(titles.len(), table.columns.len(), "{:?}: {titles:?}", table.topic);
                    assert!(titles.iter().all(|title| !title.is_empty()), "{:?}", table.topic);
                    seen += titles.len();
                }
            }
        }
        assert!(seen > 150, "{seen}");
    }
}
