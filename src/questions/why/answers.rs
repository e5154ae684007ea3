//! Answers about students: why they are where they are, and what it costs to place them elsewhere.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::alternatives::alternatives;
use super::answer::{
    ClusterScope, ConditionEffect, FunnelStep, RefusedSchool, SchoolBefore, StudentAnswer,
    StudentFunnel, TargetReasons, WhyAnswers,
};
use super::cases::{funnel, school_before};
use super::effect::{effect, placements_of};
use super::inquiry::Inquiry;
use super::pairs::pairs_of;
use super::target::Target;
use crate::instance::{SchoolId, StudentId};
use crate::message;
use crate::plan::Placing;
use crate::plan::assessment::Charged;
use crate::problem::{Condition, SchoolStatus};
use crate::rules::{Rule, forming};
use crate::solve::{Budget, Demand, PlaceError};
use crate::texts::Message;

impl Inquiry<'_> {
    /// Answers about students, computed side by side, with up to `alternatives` other schools for each
    /// student who has a place. Calls `on_answer` after each.
    ///
    /// # Errors
    /// If solver or check are at fault.
    pub fn answers(
        &self,
        students: &[StudentId],
        target: Option<&Target>,
        alternatives: usize,
        on_answer: &(dyn Fn() + Sync),
    ) -> Result<WhyAnswers, PlaceError> {
        if self.scope == ClusterScope::Free && !students.is_empty() {
            // One search without conditions gives multipliers and a bound to all that follow.
            self.base.prepare(&self.search(&self.search.budget.turn(1, 3)))?;
        }
        let at_a_time = rayon::current_num_threads();
        let answers: Vec<(StudentId, Option<StudentAnswer>)> = students
            .par_iter()
            .enumerate()
            .with_max_len(1)
            .map(|(position, &student)| {
                let rounds_after = (students.len() - 1 - position) / at_a_time;
                if self.search.budget.is_exhausted() {
                    return Ok((student, None));
                }
                let budget = self.search.budget.turn(1, rounds_after);
                let answer = self.answer(student, target, alternatives, &budget)?;
                on_answer();
                Ok((student, Some(answer)))
            })
            .collect::<Result<_, PlaceError>>()?;
        let missing = answers.iter().filter(|(_, answer)| answer.is_none());
        let missing = missing.map(|(student, _)| self.student_name(*student)).collect();
        Ok(WhyAnswers {
            format: WhyAnswers::FORMAT,
            instance: self.problem.sha256(),
            clusters: self.scope,
            score: self.assessment.total().0,
            answers: answers.into_iter().filter_map(|(_, answer)| answer).collect(),
            missing,
        })
    }

    fn answer(
        &self,
        student: StudentId,
        target: Option<&Target>,
        number: usize,
        budget: &Budget,
    ) -> Result<StudentAnswer, PlaceError> {
        let facts = &self.problem.instance.students[student];
        let left_out = self.tally.left_out(student);
        let charged = self.assessment.per_subject();
        let charged = charged.get(&Charged::LeftOut(student)).into_iter().flatten();
        let asked = target.map(|target| self.reasons(student, target));
        let placing = match (target, &asked) {
            (Some(target), Some(reasons)) => self.placing_at(student, target, reasons, budget)?,
            _ if left_out > 0 => Some(self.placing(student, budget)?),
            _ => None,
        };
        let (alternatives, more) = match target {
            None if left_out == 0 => alternatives(self, student, number, budget)?,
            _ => (Vec::new(), 0),
        };
        Ok(StudentAnswer {
            student: facts.id.clone(),
            count: facts.count,
            here: placements_of(self.problem, self.tally.assignment, student),
            before: self.before(student),
            left_out,
            left_out_charged: charged.map(|(rule, points)| ((*rule).to_owned(), *points)).collect(),
            pairs: pairs_of(self.tally, student),
            funnel: (left_out > 0).then(|| self.funnel(student)),
            asked,
            placing,
            alternatives,
            more_alternatives: more,
        })
    }

    /// The school of the earlier plan, where all of an entry are at another one now.
    fn before(&self, student: StudentId) -> Option<SchoolBefore> {
        let mut placed = self.tally.placements_of(student).map(|(_, one)| one.school);
        let now = placed.next().filter(|_| placed.next().is_none())?;
        school_before(&self.survey, student, now)
    }

    /// The cheapest way to place one more of an entry, anywhere.
    fn placing(&self, student: StudentId, budget: &Budget) -> Result<ConditionEffect, PlaceError> {
        let funnel = self.funnel(student);
        if funnel.remains.is_empty() {
            return Ok(ConditionEffect::refused(funnel.steps.iter().map(demand).collect()));
        }
        let least = self.tally.placed(student) + 1;
        effect(self, Condition::Placed { student, at: None, least }, student, budget)
    }

    /// The cheapest way to place one more of an entry at the target; `None` if all of them are there.
    fn placing_at(
        &self,
        student: StudentId,
        target: &Target,
        reasons: &TargetReasons,
        budget: &Budget,
    ) -> Result<Option<ConditionEffect>, PlaceError> {
        let placements = self.tally.assignment.placements.iter();
        let there =
            placements.filter(|one| one.student == student && target.schools.contains(&one.school));
        let there: i64 = there.map(|one| one.count).sum();
        let is_cluster_out = target.cluster_out.is_some();
        if !is_cluster_out && there == self.problem.instance.students[student].count {
            return Ok(None);
        }
        if reasons.remains.is_empty() {
            let refused = reasons.refused.iter().flat_map(|refused| &refused.rules);
            let because =
                refused.map(|(rule, sentence)| Demand { rule, sentence: sentence.clone() });
            return Ok(Some(ConditionEffect::refused(because.collect())));
        }
        let (at, least) = (Some(target.schools.clone()), there + 1);
        effect(self, Condition::Placed { student, at, least }, student, budget).map(Some)
    }

    fn funnel(&self, student: StudentId) -> StudentFunnel {
        funnel(&self.survey, student)
    }

    fn reasons(&self, student: StudentId, target: &Target) -> TargetReasons {
        let instance = &self.problem.instance;
        let home_unknown = instance.students[student].at.is_none();
        if let Some(why) = &target.cluster_out {
            // The schools may well have room in the shell, but the question is about the cluster.
            let refused = target.schools.iter().map(|&school| RefusedSchool {
                school: self.school_name(school),
                rules: BTreeMap::from([(forming::CARD.id, why.clone())]),
                journey_unknown: false,
            });
            let (id, refused) = (target.id.clone(), refused.collect());
            return TargetReasons { id, refused, remains: Vec::new(), home_unknown };
        }
        let remains = target.schools.iter().filter_map(|&school| self.remains(student, school));
        let is_refused = |school: &&SchoolId| {
            matches!(self.survey.status(student, **school), SchoolStatus::Refused(_))
        };
        let refused = target.schools.iter().filter(is_refused).map(|&school| RefusedSchool {
            school: self.school_name(school),
            rules: self.rules_against(student, school),
            journey_unknown: instance.journey(student, school).is_none(),
        });
        TargetReasons {
            id: target.id.clone(),
            refused: refused.collect(),
            remains: remains.collect(),
            home_unknown,
        }
    }

    /// Every rule that refuses a school to a student in every setting, with its sentence.
    fn rules_against(
        &self,
        student: StudentId,
        school: SchoolId,
    ) -> BTreeMap<&'static str, Message> {
        let settings = &self.problem.settings[school];
        if settings.is_empty() {
            let name = self.school_name(school);
            let sentence = message!("questions-school-nowhere", school = name);
            return BTreeMap::from([(forming::CARD.id, sentence)]);
        }
        let instance = &self.problem.instance;
        let placings = settings.iter().map(|&at| Placing::new(instance, student, school, at));
        let placings: Vec<Placing> = placings.collect();
        let against = |rule: &&dyn Rule| {
            let tariff = rule.tariff()?;
            let refusals = placings.iter().map(|placing| tariff.admit(placing).err());
            let refusals: Option<Vec<_>> = refusals.collect();
            let first = refusals?.first()?.message();
            Some((rule.card().id, first))
        };
        self.survey.rules.iter().filter_map(against).collect()
    }
}

/// What a rule that refuses schools demands of a student.
fn demand(step: &FunnelStep) -> Demand {
    let sentence = message!("questions-rule-refuses-schools", count = step.schools);
    Demand { rule: step.rule, sentence }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::base::Id;
    use crate::plan::assignment::{Assignment, Placement};
    use crate::questions::why::Feasibility;
    use crate::solve::Search;
    use crate::testing::tiny;

    /// Board `x` is in the shell, so that its cluster `c` takes no part. Anna is at the school of that
    /// cluster, in the shell.
    #[test]
    fn a_cluster_that_takes_no_part_is_answered_with_the_reason() {
        let problem = tiny(json!({
            "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
            "schools": [{ "id": "h", "places": 1 }, { "id": "i", "places": 1, "board": "x" }],
            "clusters": [
                { "id": "a", "schools": ["h"] }, { "id": "c", "schools": ["i"], "board": "x" },
            ],
            "students": [{ "id": "anna" }],
        }));
        let ids = (StudentId::from_index(0), SchoolId::from_index(1));
        let placement = Placement { student: ids.0, school: ids.1, count: 1 };
        let assignment = Assignment::new(Vec::new(), vec![placement]);
        let tally = problem.tally(&assignment);
        let search = Search::default();
        let inquiry = Inquiry::new(&problem, &tally, ClusterScope::Held, &search);
        let target = Target::read(&problem.instance, &assignment, "c").unwrap();
        let answers = inquiry.answers(&[ids.0], Some(&target), 0, &|| {}).unwrap();
        let answer = &answers.answers[0];
        let refused = &answer.asked.as_ref().unwrap().refused[0];
        assert_eq!(refused.school, "i");
        let sentence = "cluster c takes no part, because board x does not";
        assert_eq!(refused.rules[forming::CARD.id].to_string(), sentence);
        let effect = answer.placing.as_ref().unwrap();
        assert_eq!(effect.outcome, Feasibility::Impossible);
        assert_eq!(effect.because[0].sentence.to_string(), sentence);
    }
}
