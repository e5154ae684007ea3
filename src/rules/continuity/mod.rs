//! Rule `continuity`: whoever has been told a school keeps it, unless a change is worth its price.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::{Kilometres, Points};
use crate::input::errors::InputErrors;
use crate::instance::document::StudentCount;
use crate::instance::{Before, Earlier, Instance, PreviousHome, SchoolId, StudentId};
use crate::model::formulation::{Draft, Expression, Label, Names, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::{Conventions, Placing, Tally};

/// Changes against an earlier plan cost, and may be limited. Without an earlier plan it says nothing.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Continuity {
    /// What each change costs.
    pub worth_km: Kilometres,
    /// The most changes. Absent: no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_changes: Option<StudentCount>,
}

impl Default for Continuity {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(25), max_changes: None }
    }
}

impl Continuity {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "continuity",
        title: "Continuity",
        statement: "Against a given earlier plan: a student who was placed at a school and is there \
                    no more is a change; so per student entry the changes are Σ over schools of \
                    max(0, count then − count now), less the number by which the entry's `count` \
                    shrank, not below 0; entries that are gone count nothing. Each change costs \
                    `worth_km`; `max_changes`, where given, bounds their number.",
        formula: "changes(s) = max(0, Σ over h of max(0, then(s, h) − assigned(s, h)) − shrunk(s)); \
                  cost Σ worth × changes(s); Σ changes(s) ≤ max_changes",
        source: "Recovery with few changes (liberalised minimum perturbation, Sakkout and Wallace, \
                 2000)",
        effects: &[Effect::Prices, Effect::Binds],
        switch: Switch::On,
    };

    /// The most changes against an earlier plan: what the planner allows now comes first.
    pub fn most(&self, earlier: &Earlier) -> Option<i64> {
        earlier.max_changes.or(self.max_changes.map(StudentCount::get))
    }

    /// What it adds to the cost of leaving a student out, where that is always a change.
    pub fn leaving_out(&self, instance: &Instance, student: StudentId) -> Points {
        match instance.home(student) {
            Some(_) => self.worth_km.points(),
            None => Points::ZERO,
        }
    }
}

impl Rule for Continuity {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal<'_>> {
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        match placing.instance.home(placing.student_id) {
            Some(home) if home != PreviousHome::School(placing.school_id) => self.worth_km.points(),
            _ => Points::ZERO,
        }
    }

    fn formulate(&self, draft: &mut Draft) {
        let Some(earlier) = &draft.instance.previous_plan else { return };
        let mut all = Expression::default();
        for (student, before) in earlier.students.iter() {
            if before.placed() == 0 {
                continue;
            }
            match draft.instance.home(student) {
                Some(home) => {
                    let left_out = draft.left_out(student);
                    draft.charge(self.worth_km.points(), &left_out.into());
                    all = all.plus(1, &away(draft, student, home));
                }
                None => all = all.plus(1, &self.changes_of_some(draft, student, before)),
            }
        }
        if let Some(most) = self.most(earlier) {
            draft.demand(Self::CARD.label("most", Subject::Plan), all, None, Some(most));
        }
    }

    fn demand_in_words(&self, names: &Names, _: &Label) -> String {
        let most = names.instance.previous_plan.as_ref().and_then(|earlier| self.most(earlier));
        match most {
            Some(most) => format!("at most {most} changes against the earlier plan"),
            None => Self::CARD.statement.to_owned(),
        }
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let Some(earlier) = &tally.instance.previous_plan else { return };
        for student in tally.instance.students.ids() {
            self.charge(tally, student, &earlier.students[student], assessment);
        }
        let changes = tally.changes();
        if let Some(most) = self.most(earlier).filter(|&most| changes > most) {
            let sentence = format!(
                "the plan makes {changes} changes against the earlier plan, more than {most}"
            );
            assessment.breach(Self::CARD.id, sentence);
        }
    }
}

impl Continuity {
    /// The changes of an entry that was in several places, or has grown; charges them.
    fn changes_of_some(
        &self,
        draft: &mut Draft,
        student: StudentId,
        before: &Before,
    ) -> Expression {
        let mut lost = Expression { terms: Vec::new(), constant: before.at_schools_gone };
        for (&school, &then) in &before.at {
            let subject = Subject::StudentSchool(student, school);
            let fewer = draft.counter(Self::CARD.label("lost", subject), Some(then));
            let row = at(draft, student, school).plus_variable(1, fewer);
            draft.meaning(Self::CARD.label("lost", subject), row, Some(then), None);
            lost = lost.plus_variable(1, fewer);
        }
        let shrunk = before.shrunk(draft.instance.students[student].count);
        let subject = Subject::Student(student);
        let changes = draft.counter(Self::CARD.label("changes", subject), Some(before.placed()));
        let row = lost.plus_variable(-1, changes);
        draft.meaning(Self::CARD.label("changes", subject), row, None, Some(shrunk));
        draft.charge(self.worth_km.points(), &changes.into());
        changes.into()
    }

    /// Charges the changes of an entry to those who came where they were not, in the order of the
    /// placements, then to those left out: which of several like students moved, nobody can tell.
    fn charge(
        &self,
        tally: &Tally,
        student: StudentId,
        before: &Before,
        assessment: &mut Assessment,
    ) {
        let mut changes = tally.changes_of(student);
        for (index, placement) in tally.placements_of(student) {
            let then = before.at.get(&placement.school).copied().unwrap_or(0);
            let came = (placement.count - then).clamp(0, changes);
            changes -= came;
            let points = self.worth_km.points() * came;
            assessment.charge(Self::CARD.id, Charged::Placement(index), points);
        }
        let points = self.worth_km.points() * changes;
        assessment.charge(Self::CARD.id, Charged::LeftOut(student), points);
    }
}

/// How many of an entry are at a school, in any setting.
fn at(draft: &Draft, student: StudentId, school: SchoolId) -> Expression {
    let pairs = draft.candidates.of_student(student);
    let here = pairs.filter(|&pair| draft.candidates.pairs[pair].school == school);
    Expression::sum(here.map(|pair| draft.assigned(pair)))
}

/// How many of an entry are not where all of them were.
fn away(draft: &Draft, student: StudentId, home: PreviousHome) -> Expression {
    let count = draft.instance.students[student].count;
    let all = Expression { terms: Vec::new(), constant: count };
    match home {
        PreviousHome::School(school) => all.plus(-1, &at(draft, student, school)),
        PreviousHome::Gone => all,
    }
}

#[cfg(test)]
mod tests;
