//! Rule `admission`: schools that take only some programmes or years, and mbo students.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, Refusal, RuleEffect, RulePart, Switch, Tariff};
use crate::instance::Programme;
use crate::plan::Placing;
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "admission",
    formula: "pair (s, h) only if programme(s) ∈ programmes(h), year(s) ∈ years(h), and \
              ikc(h) where programme(s) = mbo",
    source: "Cooperation with mbo: pedagogy students learn at integral child centres",
    effects: &[RuleEffect::Refuses],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Admission
statement = A school that lists `programmes` or `years` takes only those. A student of \
    programme `mbo` needs a school with `ikc`.
lifted = Every school takes students of every programme and year.
refused-programme = { $school } takes no { $programme } students
refused-year = { $school } takes no students of year { $year }
refused-mbo = { $school } takes no mbo students: it is no integral child centre
demand = schools take the programmes and years that they list
letter = { $count ->
        [one] that does not take your programme or year
       *[other] that do not take your programme or year
    }
bottleneck = which programmes and years schools take
";

const DUTCH: &str = "\
title = Toelating
statement = Een school die opleidingen (`programmes`) of jaren (`years`) noemt neemt alleen \
    die. Een student van opleiding `mbo` heeft een integraal kindcentrum (`ikc`) nodig.
lifted = Elke school neemt studenten van elke opleiding en elk jaar.
refused-programme = { $school } neemt geen { $programme }-studenten
refused-year = { $school } neemt geen studenten uit jaar { $year }
refused-mbo = { $school } neemt geen mbo-studenten: het is geen integraal kindcentrum
demand = scholen nemen de opleidingen en jaren die zij noemen
letter = { $count ->
        [one] die jouw opleiding of studiejaar niet opneemt
       *[other] die jouw opleiding of studiejaar niet opnemen
    }
bottleneck = welke opleidingen en studiejaren scholen toelaten
";

/// A school's own `programmes` and `years`; `mbo` needs an integral child centre.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AdmissionRule {}

impl PairRule for AdmissionRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for AdmissionRule {
    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        let (student, school) = (placing.student(), placing.school());
        if school.programmes.as_ref().is_some_and(|only| !only.contains(&student.programme)) {
            return Err(Refusal::new(move || {
                let message = CARD.message("refused-programme").with("school", &school.id);
                message.with("programme", student.programme.to_string())
            }));
        }
        if school.years.as_ref().is_some_and(|only| !only.contains(&student.year)) {
            return Err(Refusal::new(move || {
                let message = CARD.message("refused-year").with("school", &school.id);
                message.with("year", student.year.to_string())
            }));
        }
        if student.programme == Programme::Mbo && !school.ikc {
            return Err(Refusal::new(|| CARD.message("refused-mbo").with("school", &school.id)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "schools": [
            { "id": "h", "places": 3, "programmes": ["voltijd", "mbo"], "years": [1, 4] },
            { "id": "i", "places": 2, "ikc": true, "years": [2] }, { "id": "j", "places": 2 }
        ],
        "clusters": [{ "id": "c", "schools": ["h", "i"] }, { "id": "d", "schools": ["j"] }],
        "students": [
            { "id": "v1", "count": 2 }, { "id": "d2", "programme": "deeltijd", "year": 2 },
            { "id": "m2", "programme": "mbo", "year": 2 }
        ],
        "rules": { "admission": {} }
    }"#;

    #[test]
    fn a_school_takes_only_what_it_lists() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "admission");
        rule.plan("c d", "v1>h*2 d2>i m2>i").costs(0);
        rule.plan("c d", "v1>i*2 d2>j").breaks(0, &["i takes no students of year 1"]);
        rule.plan("c d", "d2>h").breaks(0, &["h takes no deeltijd students"]);
    }

    #[test]
    fn mbo_needs_an_integral_child_centre() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["students"][2]["year"] = json!(4);
        let rule = example(document, "admission");
        // h lists mbo and year 4 and is no child centre; i is one and takes year 2 only.
        let sentence = |school: &str| {
            format!("{school} takes no mbo students: it is no integral child centre")
        };
        rule.plan("c d", "m2>h").breaks(0, &[&sentence("h")]);
        rule.plan("c d", "m2>j").breaks(0, &[&sentence("j")]);
        rule.plan("c d", "m2>i").breaks(0, &["i takes no students of year 4"]);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "admission");
    }
}
