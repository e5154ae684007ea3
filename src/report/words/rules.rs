//! Rules in Dutch; in English their cards say it.

use crate::rules::{Card, cards};
use crate::texts::Language;

impl Language {
    /// The name of a rule; its id where there is no such rule.
    pub fn rule_title(self, rule: &str) -> &'static str {
        match self {
            Self::Dutch => in_dutch(rule).map_or("", |(title, _)| title),
            Self::English => card(rule).map_or("", |card| card.title),
        }
    }

    /// What a rule says, in plain words.
    pub fn rule_statement(self, rule: &str) -> &'static str {
        match self {
            Self::Dutch => in_dutch(rule).map_or("", |(_, statement)| statement),
            Self::English => card(rule).map_or("", |card| card.statement),
        }
    }
}

fn card(rule: &str) -> Option<&'static Card> {
    cards().into_iter().find(|card| card.id == rule)
}

fn in_dutch(rule: &str) -> Option<(&'static str, &'static str)> {
    DUTCH.iter().find(|(id, _, _)| *id == rule).map(|&(_, title, statement)| (title, statement))
}

/// Id, name and statement of each rule.
const DUTCH: &[(&str, &str, &str)] = &[
    (
        "placement",
        "Plaatsing",
        "Een student krijgt hoogstens één school. Wie geen plek krijgt kost `worth_km`, of wat bij de student \
         zelf staat (nood en voorrang).",
    ),
    (
        "places",
        "Plekken",
        "Een school neemt hoogstens `places` studenten, leden en anderen samen, en waar zij `places_for` \
         noemt hoogstens zoveel van die opleidingen en jaren.",
    ),
    (
        "cluster_size",
        "Clustergrootte",
        "Een cluster in gebruik heeft ten minste `min` en hoogstens `max` leden; elk lid onder of boven \
         `target` kost `worth_km`. Eigen getallen van een cluster gaan voor.",
    ),
    (
        "forming",
        "Nieuwe clusters",
        "Nieuwe clusters: `min_schools` tot `max_schools` scholen van één bestuur of netwerk, die in geen \
         bestaand cluster staan, twee aan twee binnen `reach_km`, met samen genoeg plekken. Een nieuw cluster \
         kost `opening_worth_km` plus de langste reis tussen twee van zijn scholen. Per bestuur hoogstens \
         `max_clusters`.",
    ),
    (
        "meeting_day",
        "Bijeenkomstdag",
        "Een lid dat op de bijeenkomstdag niet kan kost `worth_km`, of wordt geweigerd waar `hard` geldt. Wie \
         wel kan maar te weinig dagen overhoudt voor de klas kost `class_worth_km`.",
    ),
    (
        "denomination",
        "Denominatie",
        "Is de wens een eis, dan valt een school zonder gewenste denominatie af; bij een voorkeur kost zo’n school \
         `worth_km`.",
    ),
    (
        "travel",
        "Reis",
        "Elke meter van de reis kost een punt, elke meter boven `comfortable_km` kost `excess_percent` meer; \
         een reis boven de grens wordt geweigerd.",
    ),
    (
        "exclusion",
        "Uitsluiting",
        "Een student komt nooit op een school, in een bestaand cluster of bij een bestuur van de eigen \
         `not`-lijst; met een `only`-lijst alleen waar die het zegt.",
    ),
    (
        "fixed",
        "Vastgezet door de planner",
        "Een student met `fixed` komt op die school. Geen andere regel weigert dat; wat geweigerd zou zijn \
         wordt genoemd.",
    ),
    (
        "wishes",
        "Wensen op volgorde",
        "Wie de wens met nummer r krijgt (vanaf 0) kost r × `step_worth_km`; wie er geen krijgt \
         `none_worth_km`.",
    ),
    (
        "concept",
        "Onderwijsconcept",
        "Wie een concept of accent wenst (dalton, jenaplan, montessori, hoogbegaafdheid …) en een school \
         zonder krijgt kost `worth_km`.",
    ),
    (
        "admission",
        "Toelating",
        "Een school die opleidingen of jaren noemt neemt alleen die. Een mbo-student heeft een integraal \
         kindcentrum nodig.",
    ),
    (
        "variety",
        "Afwisseling",
        "Een student gaat niet weer naar een school van eerder (`again`: weigeren, prijzen of toestaan).",
    ),
    (
        "board_share",
        "Aandeel per bestuur",
        "Studenten op de scholen van een bestuur: ten minste `min_students` en hoogstens `max_students` waar \
         dat gegeven is.",
    ),
    (
        "spread",
        "Spreiding",
        "Studenten worden eerlijk verdeeld: de n-de student op een school met p plekken kost `worth_km` × (n − 1) / p.",
    ),
    (
        "school_minimum",
        "Minimum per school",
        "Een school die studenten neemt, neemt er ten minste `min`, of het eigen minimum.",
    ),
    (
        "year_mix",
        "Mix van studiejaren",
        "Een cluster in gebruik heeft leden uit ten minste `min_years` jaren; elk jaar te weinig kost \
         `worth_km`.",
    ),
    (
        "interprofessional",
        "Interprofessioneel",
        "Hoogstens `max_percent` van de leden van een cluster zijn mbo-studenten.",
    ),
    ("shell", "Schil", "Elke student in de schil kost `worth_km`."),
    (
        "continuity",
        "Continuïteit",
        "Vergeleken met een eerder plan: wie op een school stond en er niet meer staat is een wijziging; elke kost \
         `worth_km`, hoogstens `max_changes` waar dat gegeven is.",
    ),
    (
        "budget",
        "Begroting",
        "Netto kosten = clusters, studenten in clusters en in de schil, min de subsidie; met `limit_eur` \
         hoogstens zoveel.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_words_in_both_languages() {
        let ids: Vec<&str> = cards().into_iter().map(|card| card.id).collect();
        assert_eq!(DUTCH.iter().map(|(id, _, _)| *id).collect::<Vec<_>>(), ids);
        for language in [Language::Dutch, Language::English] {
            for rule in &ids {
                assert!(!language.rule_title(rule).is_empty(), "{rule}");
                assert!(language.rule_statement(rule).len() > 20, "{rule}");
            }
        }
    }
}
