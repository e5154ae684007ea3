//! Rule `continuity`: students keep the school of an earlier plan, unless a change is worth its price.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::document::StudentCount;
use crate::instance::{Before, Earlier, Instance, PreviousHome, Student, StudentId};
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::{Placing, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "continuity",
    formula: "changes(s) = max(0, Σ over h of max(0, then(s, h) − assigned(s, h)) − shrunk(s)); \
              cost Σ worth × changes(s); Σ changes(s) ≤ max_changes",
    source: "Recovery with few changes (liberalised minimum perturbation, Sakkout and Wallace, \
             2000)",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Tariff, RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Continuity
statement = Against a given earlier plan: a student who was placed at a school and is there no \
    more is a change; so per student entry the changes are Σ over schools of max(0, count then \
    − count now), less the number by which the entry's `count` shrank, not below 0; entries \
    that are gone count nothing. Each change costs `worth_km`; `max_changes`, where given, \
    bounds their number.
lifted = Changes against the earlier plan are free and without limit.
breach = the plan makes { $changes ->
        [one] { $changes } change
       *[other] { $changes } changes
    } against the earlier plan, more than { $most }
demand-most = at most { $most ->
        [one] { $most } change
       *[other] { $most } changes
    } against the earlier plan
";

const DUTCH: &str = "\
title = Continuïteit
statement = Vergeleken met een eerder plan: een student die op een school geplaatst was en er \
    niet meer is, is een wijziging; per regel studenten telt dus Σ over scholen van max(0, \
    toen − nu), min het aantal waarmee `count` kleiner werd, niet onder 0; wie er niet meer \
    bij hoort telt niet. Elke wijziging kost `worth_km`; `max_changes`, waar gegeven, begrenst \
    hun aantal.
lifted = Wijzigingen ten opzichte van het eerdere plan zijn gratis en onbegrensd.
breach = het plan heeft { $changes ->
        [one] { $changes } wijziging
       *[other] { $changes } wijzigingen
    } ten opzichte van het eerdere plan, meer dan { $most }
demand-most = hoogstens { $most ->
        [one] { $most } wijziging
       *[other] { $most } wijzigingen
    } ten opzichte van het eerdere plan
";

/// Changes against an earlier plan cost, and may be limited. Without an earlier plan it says nothing.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ContinuityRule {
    /// What each change costs.
    pub worth_km: Kilometres,
    /// The most changes. Absent: no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_changes: Option<StudentCount>,
}

impl Default for ContinuityRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(25), max_changes: None }
    }
}

impl ContinuityRule {
    /// The limit on changes against an earlier plan: that of the planner's request, else that of the rule.
    pub fn most(&self, earlier: &Earlier) -> Option<i64> {
        earlier.max_changes.or(self.max_changes.map(StudentCount::get))
    }

    /// The points it adds to the cost of leaving a student out, if that is a change for certain.
    pub fn leaving_out(&self, instance: &Instance, student: StudentId) -> Points {
        match instance.home(student) {
            Some(_) => self.worth_km.points(),
            None => Points::ZERO,
        }
    }
}

impl Rule for ContinuityRule {
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
        let Some(earlier) = &tally.instance.previous_plan else { return };
        for student in tally.instance.students.ids() {
            self.charge(tally, student, &earlier.students[student], assessment);
        }
        let changes = tally.changes();
        if let Some(most) = self.most(earlier).filter(|&most| changes > most) {
            let sentence = CARD.message("breach").with("changes", changes).with("most", most);
            assessment.breach(CARD.id, sentence);
        }
    }
}

impl Tariff for ContinuityRule {
    fn may_refuse(&self, _: &Student) -> bool {
        false
    }

    fn price(&self, placing: &Placing) -> Points {
        match placing.instance.home(placing.student_id) {
            Some(home) if home != PreviousHome::School(placing.school_id) => self.worth_km.points(),
            _ => Points::ZERO,
        }
    }
}

impl Binding for ContinuityRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
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
            draft.demand(CARD.label("most", Subject::Plan), all, None, Some(most));
        }
    }

    fn demand_in_words(&self, names: &Names, _: &Label) -> Message {
        let most = names.instance.previous_plan.as_ref().and_then(|earlier| self.most(earlier));
        match most {
            Some(most) => CARD.message("demand-most").with("most", most),
            None => CARD.statement(),
        }
    }
}

impl ContinuityRule {
    /// The changes of an entry that was in several places, or has grown; charges them.
    fn changes_of_some(
        &self,
        draft: &mut ProgramDraft,
        student: StudentId,
        before: &Before,
    ) -> Expression {
        let mut lost = Expression { terms: Vec::new(), constant: before.at_schools_gone };
        for (&school, &then) in &before.at {
            let subject = Subject::StudentSchool(student, school);
            let fewer = draft.counter(CARD.label("lost", subject), Some(then));
            let row = draft.at(student, school).plus_variable(1, fewer);
            draft.meaning(CARD.label("lost", subject), row, Some(then), None);
            lost = lost.plus_variable(1, fewer);
        }
        let shrunk = before.shrunk(draft.instance.students[student].count);
        let subject = Subject::Student(student);
        let changes = draft.counter(CARD.label("changes", subject), Some(before.placed()));
        let row = lost.plus_variable(-1, changes);
        draft.meaning(CARD.label("changes", subject), row, None, Some(shrunk));
        draft.charge(self.worth_km.points(), &changes.into());
        changes.into()
    }

    /// Charges the changes of an entry to those at schools where they were not before, in the order of the
    /// placements, then to those left out: which of several identical students moved cannot be known.
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
            let arrived = (placement.count - then).clamp(0, changes);
            changes -= arrived;
            let points = self.worth_km.points() * arrived;
            assessment.charge(CARD.id, Charged::Placement(index), points);
        }
        let points = self.worth_km.points() * changes;
        assessment.charge(CARD.id, Charged::LeftOut(student), points);
    }
}

/// Students of an entry who are not at the school where all of them were.
fn away(draft: &ProgramDraft, student: StudentId, home: PreviousHome) -> Expression {
    let count = draft.instance.students[student].count;
    let all = Expression { terms: Vec::new(), constant: count };
    match home {
        PreviousHome::School(school) => all.plus(-1, &draft.at(student, school)),
        PreviousHome::Gone => all,
    }
}

#[cfg(test)]
mod tests;
