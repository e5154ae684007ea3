//! Rule `places`: a school takes no more students than it has places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::instance::{PlacesFor, SchoolId};
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject, setting_subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Setting, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "places",
    formula: "for each school h and setting d: Σ assigned(·, h, d) ≤ places(h) × open(h, d); \
              for each of its tighter limits: Σ assigned(those, h) ≤ limit",
    source: "Generalised assignment (Ross and Soland, 1975)",
    effects: &[RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::Always,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Places
statement = A school takes at most `places` students, members and others together; and where \
    it gives `places_for`, at most that many of those programmes and years.
bottleneck = the number of places at schools
bottleneck-at = the number of places at { $name }
breach = { $school } has { $students ->
        [one] { $students } student
       *[other] { $students } students
    } in { $places ->
        [one] { $places } place
       *[other] { $places } places
    }
breach-group = { $school } has { $students ->
        [one] { $students } student
       *[other] { $students } students
    } in { $places ->
        [one] { $places } place
       *[other] { $places } places
    } of `places_for`
demand-most = { $school } takes at most { $places ->
        [one] { $places } student
       *[other] { $places } students
    }
demand-most-of = { $school } takes at most { $places ->
        [one] { $places } student
       *[other] { $places } students
    } of a limited group
";

const DUTCH: &str = "\
title = Plekken
statement = Een school neemt hoogstens `places` studenten, leden en anderen samen, en waar zij \
    `places_for` noemt hoogstens zoveel van die opleidingen en jaren.
bottleneck = het aantal plekken op scholen
bottleneck-at = het aantal plekken op { $name }
breach = { $school } heeft { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    } op { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }
breach-group = { $school } heeft { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    } op { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    } van `places_for`
demand-most = { $school } neemt hoogstens { $places ->
        [one] { $places } student
       *[other] { $places } studenten
    }
demand-most-of = { $school } neemt hoogstens { $places ->
        [one] { $places } student
       *[other] { $places } studenten
    } van een groep met een eigen maximum
";

/// A school takes at most its places.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlacesRule {}

impl PlacesRule {
    fn bound_setting(draft: &mut ProgramDraft, school: SchoolId, setting: Setting) {
        let pairs = draft.candidates.at_school_in(school, setting);
        let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
        if placed.terms.is_empty() {
            return;
        }
        let places = draft.instance.schools[school].places;
        let row = placed.plus(-places, &draft.open(school, setting));
        let label = CARD.label("most", setting_subject(school, setting));
        draft.demand(label, row, None, Some(0));
    }

    fn bound_group(draft: &mut ProgramDraft, school: SchoolId, position: usize, limit: &PlacesFor) {
        let ProgramDraft { instance, candidates, .. } = *draft;
        let counted = candidates
            .at_school(school)
            .iter()
            .filter(|&&pair| limit.counts(&instance.students[candidates.pairs[pair].student]));
        let placed = Expression::sum(counted.map(|&pair| draft.assigned(pair)));
        let label = CARD.label("most_of", Subject::PlacesFor(school, position as i64));
        draft.demand(label, placed, None, Some(limit.places));
    }
}

impl Rule for PlacesRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, school) in tally.instance.schools.iter() {
            let students = tally.students_at(id);
            let breach = |key, students: i64, places: i64| {
                let sentence = CARD.message(key).with("school", &school.id);
                sentence.with("students", students).with("places", places)
            };
            if students > school.places {
                assessment.breach(CARD.id, breach("breach", students, school.places));
            }
            for limit in &school.places_for {
                let students = tally.students_counted(id, limit);
                if students > limit.places {
                    let sentence = breach("breach-group", students, limit.places);
                    assessment.breach(CARD.id, sentence);
                }
            }
        }
    }
}

impl Binding for PlacesRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let instance = draft.instance;
        for (id, school) in instance.schools.iter() {
            for &setting in draft.candidates.settings(id) {
                Self::bound_setting(draft, id, setting);
            }
            for (position, limit) in school.places_for.iter().enumerate() {
                Self::bound_group(draft, id, position, limit);
            }
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let instance = names.instance;
        match label.subject {
            Subject::School(school) | Subject::SchoolDay(school, _) => {
                let school = &instance.schools[school];
                let message = CARD.message("demand-most").with("school", &school.id);
                message.with("places", school.places)
            }
            Subject::PlacesFor(school, position) => {
                let school = &instance.schools[school];
                let limit = usize::try_from(position).ok().and_then(|at| school.places_for.get(at));
                let places = limit.map_or(school.places, |limit| limit.places);
                let message = CARD.message("demand-most-of").with("school", &school.id);
                message.with("places", places)
            }
            _ => CARD.statement(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn a_school_takes_no_more_than_it_has_places() {
        let rule = example(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [{ "id": "h", "places": 2 }, { "id": "i", "places": 0, "board": "x" }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [{ "id": "s", "count": 3 }, { "id": "f", "year": 4 }],
            }),
            "places",
        );
        rule.plan("c", "s>h*1 f>h").costs(0);
        rule.plan("c", "s>h*2 f>h").breaks(0, &["h has 3 students in 2 places"]);
        rule.plan("c", "s>h*2 f>i").breaks(0, &["i has 1 student in 0 places"]);
    }

    #[test]
    fn some_programmes_and_years_have_fewer_places() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 4, "places_for": [
                    { "programmes": ["deeltijd"], "years": [1, 2], "places": 1 },
                    { "years": [2], "places": 2 },
                ] }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [
                    { "id": "d1", "programme": "deeltijd", "count": 2 },
                    { "id": "d2", "programme": "deeltijd", "year": 2 },
                    { "id": "d3", "programme": "deeltijd", "year": 3 },
                    { "id": "v2", "year": 2, "count": 2 },
                ],
            }),
            "places",
        );
        // One of d1 fills the first limit, two of v2 the second; d3 falls under neither.
        rule.plan("c", "d1>h*1 d3>h v2>h*2").costs(0);
        rule.plan("c", "d1>h*2").breaks(0, &["h has 2 students in 1 place of `places_for`"]);
        rule.plan("c", "d1>h*1 d2>h v2>h*2").breaks(
            0,
            &[
                "h has 2 students in 1 place of `places_for`",
                "h has 3 students in 2 places of `places_for`",
            ],
        );
    }

    #[test]
    fn the_program_agrees() {
        twin(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [
                    { "id": "h", "places": 2, "places_for": [{ "years": [1], "places": 1 }] },
                    { "id": "i", "places": 1, "board": "x" }, { "id": "j", "places": 0 },
                ],
                "clusters": [{ "id": "c", "schools": ["h", "j"], "meeting_days": ["tue", "wed"] }],
                "students": [
                    { "id": "s", "count": 2 }, { "id": "t", "year": 2 }, { "id": "f", "year": 4 },
                ],
            }),
            "places",
        );
    }
}
