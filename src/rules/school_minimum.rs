//! Rule `school_minimum`: no student is alone at a school.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::instance::School;
use crate::instance::document::StudentCount;
use crate::model::formulation::{Label, Names, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assessment::Assessment;
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "school_minimum",
    formula: "for each school h: min × taking(h) ≤ students(h) ≤ places(h) × taking(h), \
              taking(h) ∈ {0, 1}",
    source: "Semi-continuous capacity (Beale, 1979)",
    effects: &[RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::Off,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = School minimum
statement = A school that takes any student takes at least `min`, or its own `min_students`.
lifted = A student may be alone at a school.
breach = { $school } has { $students ->
        [one] { $students } student
       *[other] { $students } students
    }, fewer than { $least }
demand-least = { $school } takes at least { $least ->
        [one] { $least } student
       *[other] { $least } students
    } when it takes any
";

const DUTCH: &str = "\
title = Minimum per school
statement = Een school die studenten neemt, neemt er ten minste `min`, of het eigen \
    `min_students`.
lifted = Een school mag ook maar één student hebben.
breach = { $school } heeft { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    }, minder dan { $least }
demand-least = { $school } neemt ten minste { $least ->
        [one] { $least } student
       *[other] { $least } studenten
    } als zij er neemt
";

/// A school that takes any student takes at least a few.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SchoolMinimumRule {
    /// Fewest students at a school that takes any; a school's own `min_students` wins.
    pub min: StudentCount,
}

impl Default for SchoolMinimumRule {
    fn default() -> Self {
        Self { min: StudentCount::constant(2) }
    }
}

impl SchoolMinimumRule {
    fn least(&self, school: &School) -> i64 {
        school.min_students.unwrap_or(self.min.get())
    }
}

impl Rule for SchoolMinimumRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, school) in tally.instance.schools.iter() {
            let (students, least) = (tally.students_at(id), self.least(school));
            if students > 0 && students < least {
                let sentence = CARD.message("breach").with("school", &school.id);
                let sentence = sentence.with("students", students).with("least", least);
                assessment.breach(CARD.id, sentence);
            }
        }
    }
}

impl Binding for SchoolMinimumRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        for (id, school) in draft.instance.schools.iter() {
            let least = self.least(school);
            let students = draft.students_at(id);
            if least <= 1 || students.terms.is_empty() {
                continue;
            }
            let subject = Subject::School(id);
            let taking = draft.switch(CARD.label("taking", subject));
            // `taking` must be 1 if anyone is at the school; then at least the minimum must be.
            let most = draft.most_students(id);
            let any = students.clone().plus_variable(-most, taking);
            draft.meaning(CARD.label("any", subject), any, None, Some(0));
            let enough = students.plus_variable(-least, taking);
            draft.demand(CARD.label("least", subject), enough, Some(0), None);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let Subject::School(school) = label.subject else {
            return CARD.statement();
        };
        let school = &names.instance.schools[school];
        let message = CARD.message("demand-least").with("school", &school.id);
        message.with("least", self.least(school))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::CARD;
    use crate::model::formulation::{Purpose, Subject};
    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 4 }, { "id": "i", "places": 3, "min_students": 1 },
            { "id": "j", "places": 2, "board": "x", "min_students": 3 }
        ],
        "clusters": [
            { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] }, { "id": "d", "schools": ["i"] }
        ],
        "students": [{ "id": "s", "count": 4 }, { "id": "f", "year": 4 }],
        "rules": { "school_minimum": {} }
    }"#;

    #[test]
    fn nobody_is_alone_at_a_school() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "school_minimum");
        rule.plan("c", "").costs(0);
        rule.plan("c", "s>h*1").breaks(0, &["h has 1 student, fewer than 2"]);
        rule.plan("c/wed", "s>h*1 f>h").costs(0);
        rule.plan("c", "s>h*3").costs(0);
    }

    #[test]
    fn a_schools_own_minimum_wins() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "school_minimum");
        rule.plan("d", "s>i*1").costs(0);
        rule.plan("", "s>j*2").breaks(0, &["j has 2 students, fewer than 3"]);
        rule.plan("", "s>j*3").costs(0);
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["rules"]["school_minimum"] = json!({ "min": 3 });
        let rule = example(document, "school_minimum");
        rule.plan("c d", "s>h*2 s>i*2").breaks(0, &["h has 2 students, fewer than 3"]);
    }

    /// Neither a school whose minimum anyone meets, nor one where nobody can be.
    #[test]
    fn schools_that_cannot_have_too_few_have_no_rows() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        let schools = document["schools"].as_array_mut().unwrap();
        schools.push(json!({ "id": "k", "places": 5 }));
        let problem = crate::testing::tiny(document);
        let program = problem.formulate(&problem.sieve().unwrap(), Purpose::Plan);
        let labels = program.rows.values().map(|row| row.label);
        let own: Vec<_> = labels.filter(|label| label.rule == CARD.id).collect();
        let schools: Vec<_> = problem.instance.schools.ids().collect();
        let of = |kind, school: usize| CARD.label(kind, Subject::School(schools[school]));
        assert_eq!(own, [of("any", 0), of("least", 0), of("any", 2), of("least", 2)]);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "school_minimum");
    }
}
