//! Rule `fixed`: fixed placements, which override what other rules refuse.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Refusal, Rule, RuleEffect, RulePart, Switch, Tariff};
use crate::instance::Student;
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Placing, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "fixed",
    formula: "for each student s with fixed(s) = h: Σ assigned(s, h, ·) = count(s)",
    source: "The planner decides",
    effects: &[RuleEffect::Refuses, RuleEffect::Binds],
    parts: &[RulePart::Tariff, RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Fixed by the planner
statement = A student with `fixed` is placed at that school; a whole cohort is. No other rule \
    refuses that pair: what would have been refused is priced where the rule has a price, and \
    listed as overridden. Rules that bind a whole still bind.
lifted = Nobody is fixed at a school: `fixed` is ignored, and all rules refuse as usual.
refused = { $student } is fixed at { $fixed }, not at { $school }
demand = who is fixed is nowhere else
demand-placed = { $student } is placed at { $school }, fixed by the planner
letter = at which the planner has not placed you
bottleneck = the school that the planner fixed
breach = { $count ->
    [one] { $student } is fixed at { $school }, and is { $there ->
        [0] not there
       *[other] elsewhere too
    }
   *[other] { $there } of { $count } of { $student } are at { $school }, where all are fixed
    }
";

const DUTCH: &str = "\
title = Vastgezet door de planner
statement = Een student met `fixed` komt op die school; een cohort in zijn geheel. Geen andere \
    regel weigert dat: wat geweigerd zou zijn wordt geprijsd waar de regel een prijs heeft, en \
    genoemd. Regels voor een school, cluster of bestuur blijven gelden.
lifted = Niemand ligt vast op een school: `fixed` telt niet, en alle regels gelden zoals altijd.
refused = { $student } ligt vast op { $fixed }, niet op { $school }
demand = wie vastligt is nergens anders
demand-placed = { $student } komt op { $school }, vastgezet door de planner
letter = waar de planner je niet heeft geplaatst
bottleneck = de school die de planner heeft vastgelegd
breach = { $count ->
    [one] { $student } is vastgezet op { $school }, en zit { $there ->
        [0] daar niet
       *[other] ook ergens anders
    }
   *[other] { $there } van { $count } van { $student } zitten op { $school }, waar allen zijn vastgezet
    }
";

/// A student with `fixed` is placed at that school, whatever other rules refuse.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FixedRule {}

impl Rule for FixedRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn tariff(&self) -> Option<&dyn Tariff> {
        Some(self)
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let instance = tally.instance;
        for (id, student) in instance.students.iter() {
            let Some(fixed) = student.fixed else { continue };
            let own =
                tally.assignment.placements.iter().filter(|placement| placement.student == id);
            let there: i64 =
                own.filter(|placement| placement.school == fixed).map(|one| one.count).sum();
            if there != student.count || tally.placed(id) != student.count {
                let school = &instance.schools[fixed].id;
                let sentence = CARD.message("breach").with("there", there);
                let sentence = sentence.with("count", student.count).with("student", &student.id);
                assessment.breach(CARD.id, sentence.with("school", school));
            }
        }
    }
}

impl Tariff for FixedRule {
    fn may_refuse(&self, student: &Student) -> bool {
        student.fixed.is_some()
    }

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        match placing.student().fixed {
            Some(fixed) if fixed != placing.school_id => Err(Refusal::new(move || {
                let fixed = &placing.instance.schools[fixed].id;
                let message = CARD.message("refused").with("student", &placing.student().id);
                message.with("fixed", fixed).with("school", &placing.school().id)
            })),
            _ => Ok(()),
        }
    }
}

impl Binding for FixedRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let instance = draft.instance;
        for (id, student) in instance.students.iter().filter(|(_, student)| student.fixed.is_some())
        {
            let pairs = draft.candidates.of_student(id);
            let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
            let label = CARD.label("placed", Subject::Student(id));
            draft.demand(label, placed, Some(student.count), None);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let Subject::Student(student) = label.subject else {
            return CARD.statement();
        };
        let student = &names.instance.students[student];
        match student.fixed {
            Some(school) => {
                let school = &names.instance.schools[school].id;
                CARD.message("demand-placed").with("student", &student.id).with("school", school)
            }
            None => CARD.statement(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Tariff;
    use crate::instance::Day;
    use crate::plan::{Placing, Setting};
    use crate::testing::{example, tiny, twin};

    #[test]
    fn a_fixed_cohort_is_there_as_a_whole() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }, { "id": "i", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h", "i"] }],
                "students": [{ "id": "s", "count": 3, "fixed": "h" }, { "id": "t" }],
                "rules": { "fixed": {} },
            }),
            "fixed",
        );
        rule.plan("c", "s>h*3 t>i").costs(0);
        rule.plan("c", "t>h").breaks(0, &["0 of 3 of s are at h, where all are fixed"]);
        rule.plan("c", "s>h*2").breaks(0, &["2 of 3 of s are at h, where all are fixed"]);
        rule.plan("c", "s>h*2 s>i*1").breaks(0, &["2 of 3 of s are at h, where all are fixed"]);
        rule.plan("c", "s>h*3 s>i*1").breaks(0, &["3 of 3 of s are at h, where all are fixed"]);
    }

    #[test]
    fn a_fixed_student_is_refused_at_every_other_school_and_at_no_own_one() {
        let problem = tiny(json!({
            "schools": [{ "id": "h", "places": 9 }, { "id": "i", "places": 9 }],
            "clusters": [{ "id": "c", "schools": ["h", "i"] }],
            "students": [{ "id": "s", "fixed": "i" }, { "id": "t" }],
            "rules": { "fixed": {} },
        }));
        let rule = problem.rulebook.fixed.as_ref().unwrap();
        let mut refusals = Vec::new();
        for student in problem.instance.students.ids() {
            for school in problem.instance.schools.ids() {
                let day = Setting::Meeting(Day::Tuesday);
                let placing = Placing::new(&problem.instance, student, school, day);
                refusals.extend(rule.admit(&placing).err().map(|one| one.message().to_string()));
            }
        }
        assert_eq!(refusals, ["s is fixed at i, not at h"]);
    }

    /// Refused: limit 10 km, `must`, `not`, mbo without a child centre, and again at h.
    const REFUSED: &str = r#"{
        "schools": [{ "id": "h", "places": 2, "denomination": ["pc"] }, { "id": "i", "places": 2, "ikc": true }],
        "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] }],
        "students": [
            { "id": "s", "programme": "mbo", "fixed": "h", "days": [], "not": ["b"], "previous": ["h"],
              "denomination": { "wish": ["rk"], "strength": "must" } },
            { "id": "t", "count": 2 }
        ],
        "travel": { "table": [
            { "from": "s", "to": "h", "m": 11000 }, { "from": "s", "to": "i", "m": 1 },
            { "from": "t", "to": "h", "m": 10 }, { "from": "t", "to": "i", "m": 10000 }
        ] },
        "rules": {
            "fixed": {}, "travel": { "limit_km": 10 }, "denomination": {}, "exclusion": {}, "variety": {},
            "admission": {}, "meeting_day": { "hard": true }, "interprofessional": { "max_percent": 50 }
        }
    }"#;

    #[test]
    fn what_would_have_been_refused_is_priced_and_listed() {
        let problem = tiny(serde_json::from_str(REFUSED).unwrap());
        let assignment = crate::testing::assignment(&problem.instance, "c", "s>h t>h*1");
        let assessment = problem.assess(&problem.tally(&assignment));
        let overridden: Vec<&str> = assessment.overridden.iter().map(|one| one.rule).collect();
        let refusing =
            ["meeting_day", "denomination", "travel", "exclusion", "admission", "variety"];
        assert_eq!(overridden, refusing);
        assert_eq!(assessment.breaches, []);
        // Meeting, denomination, journey and once more at h; t's journey; one of t left out.
        assert_eq!(assessment.total().0, 20_000 + 15_000 + 11_000 + 30_000 + 10 + 250_000);
    }

    #[test]
    fn rules_that_bind_a_whole_still_bind() {
        let mut document: serde_json::Value = serde_json::from_str(REFUSED).unwrap();
        document["schools"][0]["places"] = json!(1);
        let rule = example(document, "places");
        rule.plan("c", "s>h t>h*1").breaks(0, &["h has 2 students in 1 place"]);
        let rule = example(serde_json::from_str(REFUSED).unwrap(), "interprofessional");
        let sentence = "cluster c has 1 mbo student among 1 member, more than 50%";
        rule.plan("c", "s>h").breaks(0, &[sentence]);
    }

    #[test]
    fn with_the_rule_off_the_planner_says_nothing() {
        let mut document: serde_json::Value = serde_json::from_str(REFUSED).unwrap();
        document["rules"]["fixed"] = json!(false);
        let rule = example(document, "travel");
        rule.plan("c d", "t>i*2").costs(2 * 10_000);
        rule.plan("c", "s>h")
            .breaks(11_000, &["the journey of s to h is 11,000 m, more than 10,000 m"])
            .overrides(&[]);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(REFUSED).unwrap(), "fixed");
        twin(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [
                    { "id": "h", "places": 3 }, { "id": "i", "places": 2 },
                    { "id": "j", "places": 1, "board": "x" },
                ],
                "clusters": [{ "id": "c", "schools": ["h", "i"], "meeting_days": ["tue", "wed"] }],
                "students": [
                    { "id": "s", "count": 2, "fixed": "h" }, { "id": "f", "year": 4, "fixed": "j" },
                    { "id": "t" },
                ],
                "rules": { "fixed": {} },
            }),
            "fixed",
        );
    }
}
