//! Rule `places`: a school takes no more students than it has places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::Points;
use crate::input::errors::InputErrors;
use crate::instance::{Instance, PlacesFor, SchoolId};
use crate::model::formulation::{Draft, Expression, Label, Names, Subject, setting_subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Conventions, Placing, Setting, Tally};

/// A school takes at most its places.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Places {}

impl Places {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "places",
        title: "Places",
        statement: "A school takes at most `places` students, members and others together; and \
                    where it gives `places_for`, at most that many of those programmes and years.",
        formula: "for each school h and setting d: Σ assigned(·, h, d) ≤ places(h) × open(h, d); \
                  for each of its tighter limits: Σ assigned(those, h) ≤ limit",
        source: "Generalised assignment (Ross and Soland, 1975)",
        effects: &[Effect::Binds],
        switch: Switch::Always,
    };

    fn bound_setting(draft: &mut Draft, school: SchoolId, setting: Setting) {
        let pairs = draft.candidates.at_school_in(school, setting);
        let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
        if placed.terms.is_empty() {
            return;
        }
        let places = draft.instance.schools[school].places;
        let row = placed.plus(-places, &draft.open(school, setting));
        let label = Self::CARD.label("most", setting_subject(school, setting));
        draft.demand(label, row, None, Some(0));
    }

    fn bound_group(draft: &mut Draft, school: SchoolId, position: usize, limit: &PlacesFor) {
        let Draft { instance, candidates, .. } = *draft;
        let counted = candidates
            .at_school(school)
            .iter()
            .filter(|&&pair| limit.counts(&instance.students[candidates.pairs[pair].student]));
        let placed = Expression::sum(counted.map(|&pair| draft.assigned(pair)));
        let label = Self::CARD.label("most_of", Subject::PlacesFor(school, position as i64));
        draft.demand(label, placed, None, Some(limit.places));
    }
}

impl Rule for Places {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal<'_>> {
        Ok(())
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
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

    fn demand_in_words(&self, names: &Names, label: &Label) -> String {
        let instance = names.instance;
        match label.subject {
            Subject::School(school) | Subject::SchoolDay(school, _) => {
                let school = &instance.schools[school];
                format!("{} takes at most {} students", school.id, school.places)
            }
            Subject::PlacesFor(school, position) => {
                let school = &instance.schools[school];
                let limit = usize::try_from(position).ok().and_then(|at| school.places_for.get(at));
                let places = limit.map_or(school.places, |limit| limit.places);
                format!("{} takes at most {places} students of a limited group", school.id)
            }
            _ => Self::CARD.statement.to_owned(),
        }
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, school) in tally.instance.schools.iter() {
            let students = tally.students_at(id);
            if students > school.places {
                let sentence =
                    format!("{} has {students} students in {} places", school.id, school.places);
                assessment.breach(Self::CARD.id, sentence);
            }
            for limit in &school.places_for {
                let students = tally.students_counted(id, limit);
                if students > limit.places {
                    let sentence = format!(
                        "{} has {students} students in {} places of `places_for`",
                        school.id, limit.places
                    );
                    assessment.breach(Self::CARD.id, sentence);
                }
            }
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
        rule.plan("c", "s>h*2 f>i").breaks(0, &["i has 1 students in 0 places"]);
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
        rule.plan("c", "d1>h*2").breaks(0, &["h has 2 students in 1 places of `places_for`"]);
        rule.plan("c", "d1>h*1 d2>h v2>h*2").breaks(
            0,
            &[
                "h has 2 students in 1 places of `places_for`",
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
