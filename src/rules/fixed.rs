//! Rule `fixed`: the planner's word.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::assessment::Assessment;
use crate::base::Points;
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Expression, Label, Names, Subject};
use crate::input_errors::InputErrors;
use crate::instance::Instance;

/// A student with `fixed` is placed at that school, whatever other rules refuse.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Fixed {}

impl Fixed {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "fixed",
        title: "Fixed by the planner",
        statement: "A student with `fixed` is placed at that school; a whole cohort is. No other \
                    rule refuses that pair: what would have been refused is priced where the rule \
                    has a price, and listed as overridden. Rules that bind a whole still bind.",
        formula: "for each student s with fixed(s) = h: Σ assigned(s, h, ·) = count(s)",
        source: "The planner decides",
        effects: &[Effect::Refuses, Effect::Binds],
        switch: Switch::On,
    };
}

impl Rule for Fixed {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        match placing.student().fixed {
            Some(fixed) if fixed != placing.school_id => Err(Refusal(format!(
                "{} is fixed at {}, not at {}",
                placing.student().id,
                placing.instance.schools[fixed].id,
                placing.school().id
            ))),
            _ => Ok(()),
        }
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
        let instance = draft.instance;
        for (id, student) in instance.students.iter().filter(|(_, student)| student.fixed.is_some())
        {
            let pairs = draft.candidates.of_student(id);
            let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
            let label = Self::CARD.label("placed", Subject::Student(id));
            draft.demand(label, placed, Some(student.count), None);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> String {
        let Subject::Student(student) = label.subject else {
            return Self::CARD.statement.to_owned();
        };
        let student = &names.instance.students[student];
        match student.fixed {
            Some(school) => {
                let school = &names.instance.schools[school].id;
                format!("{} is placed at {school}, fixed by the planner", student.id)
            }
            None => Self::CARD.statement.to_owned(),
        }
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
                let sentence = format!(
                    "{there} of {} of {} are at {school}, fixed",
                    student.count, student.id
                );
                assessment.breach(Self::CARD.id, sentence);
            }
        }
    }
}
