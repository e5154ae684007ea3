//! Questions about one plan: what they share is worked out once.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::alternatives::alternatives;
use super::answer::{About, Funnel, Reasons, Refused, Remains, Step, WhyAnswers};
use super::effect::{Effect, effect, here};
use super::ground::Ground;
use super::target::Target;
use crate::composing::outline;
use crate::instance::{SchoolId, StudentId};
use crate::plan::Plan;
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::{Placing, Tally};
use crate::problem::{Condition, Fate, Problem, Survey};
use crate::rules::{Rule, forming};
use crate::solve::{Budget, Demand, PlaceError, Search};

/// What may change besides who goes where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The clusters of the plan are used, each on its day, and no others.
    Held,
    /// Other clusters may be used.
    Free,
}

/// Questions about one plan.
pub struct Inquiry<'a> {
    /// The problem of the plan.
    pub problem: &'a Problem,
    /// The plan, counted.
    pub tally: &'a Tally<'a>,
    /// What the rules say of the plan.
    pub assessment: Assessment,
    /// Who is where in the plan.
    pub before: Plan,
    /// What is asked of, before anything is asked.
    pub base: Ground,
    /// The same with the clusters of the plan held, where `base` leaves them free.
    pub held: Option<Ground>,
    survey: Survey<'a>,
    scope: Scope,
    search: &'a Search,
}

impl<'a> Inquiry<'a> {
    /// Questions about a plan that stands; the limits of the search are for all of them together, and
    /// their time begins now.
    pub fn new(
        problem: &'a Problem,
        tally: &'a Tally<'a>,
        scope: Scope,
        search: &'a Search,
    ) -> Self {
        let holding = problem.holding(&tally.assignment.clusters);
        let holding = holding.with_fewest_moves(tally.assignment);
        let (base, held) = match scope {
            Scope::Held => (holding, None),
            Scope::Free => (problem.clone().with_fewest_moves(tally.assignment), Some(holding)),
        };
        Self {
            problem,
            tally,
            assessment: problem.assess(tally),
            before: outline(problem, tally.assignment),
            base: Ground::new(base),
            held: held.map(Ground::new),
            survey: Survey::of(problem, tally),
            scope,
            search,
        }
    }

    /// How to search for one answer, beginning with the plan.
    pub fn search(&self, budget: &Budget) -> Search {
        let start = Some(self.tally.assignment.clone());
        Search { start, ..self.search.with_budget(budget.with_own_work()) }
    }

    /// Whether the time for all questions is over.
    pub fn is_over(&self) -> bool {
        self.search.budget.is_exhausted()
    }

    /// Answers about some students, side by side: why there, or why not there, and what the cheapest
    /// placing costs, with so many alternatives.
    ///
    /// # Errors
    /// Where solver or check are at fault.
    pub fn answers(
        &self,
        students: &[StudentId],
        target: Option<&Target>,
        alternatives: usize,
        told: &(dyn Fn() + Sync),
    ) -> Result<WhyAnswers, PlaceError> {
        if self.scope == Scope::Free && !students.is_empty() {
            self.base.look(&self.search(&self.search.budget.turn(1, 3)))?;
        }
        let at_a_time = rayon::current_num_threads();
        let answers: Vec<(StudentId, Option<About>)> = students
            .par_iter()
            .enumerate()
            .with_max_len(1)
            .map(|(position, &student)| {
                let to_come = (students.len() - 1 - position) / at_a_time;
                if self.search.budget.is_exhausted() {
                    return Ok((student, None));
                }
                let budget = self.search.budget.turn(1, to_come);
                let about = self.about(student, target, alternatives, &budget)?;
                told();
                Ok((student, Some(about)))
            })
            .collect::<Result<_, PlaceError>>()?;
        let missing = answers.iter().filter(|(_, about)| about.is_none());
        let missing = missing.map(|(student, _)| self.id(*student)).collect();
        Ok(WhyAnswers {
            format: WhyAnswers::FORMAT,
            instance: self.problem.sha256(),
            clusters: self.scope,
            score: self.assessment.total().0,
            answers: answers.into_iter().filter_map(|(_, about)| about).collect(),
            missing,
        })
    }

    /// The students who are left out, in order.
    pub fn left_out(&self) -> Vec<StudentId> {
        let students = self.problem.instance.students.ids();
        students.filter(|&student| self.tally.left_out(student) > 0).collect()
    }

    fn about(
        &self,
        student: StudentId,
        target: Option<&Target>,
        number: usize,
        budget: &Budget,
    ) -> Result<About, PlaceError> {
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
        Ok(About {
            student: facts.id.clone(),
            count: facts.count,
            here: here(self.problem, self.tally.assignment, student),
            left_out,
            left_out_charged: charged.map(|(rule, points)| ((*rule).to_owned(), *points)).collect(),
            funnel: (left_out > 0).then(|| self.funnel(student)),
            asked,
            placing,
            alternatives,
            more_alternatives: more,
        })
    }

    /// The cheapest way to place one more of an entry, anywhere.
    fn placing(&self, student: StudentId, budget: &Budget) -> Result<Effect, PlaceError> {
        let funnel = self.funnel(student);
        if funnel.remains.is_empty() {
            return Ok(Effect::refused(funnel.steps.iter().map(Step::demand).collect()));
        }
        let least = self.tally.placed(student) + 1;
        effect(self, Condition::Placed { student, at: None, least }, student, budget)
    }

    /// The cheapest way to place one more of an entry at what is asked about; `None` where all are there.
    fn placing_at(
        &self,
        student: StudentId,
        target: &Target,
        reasons: &Reasons,
        budget: &Budget,
    ) -> Result<Option<Effect>, PlaceError> {
        let placements = self.tally.assignment.placements.iter();
        let here =
            placements.filter(|one| one.student == student && target.schools.contains(&one.school));
        let here: i64 = here.map(|one| one.count).sum();
        if here == self.problem.instance.students[student].count {
            return Ok(None);
        }
        if reasons.remains.is_empty() {
            let refused = reasons.refused.iter().flat_map(|refused| &refused.rules);
            let because =
                refused.map(|(rule, sentence)| Demand { rule, sentence: sentence.clone() });
            return Ok(Some(Effect::refused(because.collect())));
        }
        let (at, least) = (Some(target.schools.clone()), here + 1);
        effect(self, Condition::Placed { student, at, least }, student, budget).map(Some)
    }

    /// What becomes of all schools for a student, in the order of the rules.
    fn funnel(&self, student: StudentId) -> Funnel {
        let schools = &self.problem.instance.schools;
        let funnel = self.survey.funnel(student);
        let steps = funnel.refused.iter().map(|&(rule, schools)| Step { rule, schools });
        let remains = schools.ids().filter_map(|school| self.remains(student, school));
        Funnel {
            schools: funnel.schools,
            steps: steps.collect(),
            last_rule: funnel.refused.last().map(|&(rule, _)| rule),
            remains: remains.collect(),
        }
    }

    /// A school that no rule refuses a student.
    pub fn remains(&self, student: StudentId, school: SchoolId) -> Option<Remains> {
        match self.survey.fate(student, school) {
            Fate::Refused(_) => None,
            Fate::Remains(state) => {
                Some(Remains { school: self.school(school), state: state.word() })
            }
        }
    }

    fn reasons(&self, student: StudentId, target: &Target) -> Reasons {
        let remains = target.schools.iter().filter_map(|&school| self.remains(student, school));
        let is_refused =
            |school: &&SchoolId| matches!(self.survey.fate(student, **school), Fate::Refused(_));
        let refused = target.schools.iter().filter(is_refused).map(|&school| Refused {
            school: self.school(school),
            rules: self.rules_against(student, school),
        });
        Reasons { id: target.id.clone(), refused: refused.collect(), remains: remains.collect() }
    }

    /// Every rule that refuses a school to a student in every setting, with its sentence.
    fn rules_against(
        &self,
        student: StudentId,
        school: SchoolId,
    ) -> BTreeMap<&'static str, String> {
        let settings = &self.problem.settings[school];
        if settings.is_empty() {
            let message = forming::CARD.message("refused-no-option");
            let message = message.with("school", self.school(school));
            return BTreeMap::from([(forming::CARD.id, message.to_string())]);
        }
        let instance = &self.problem.instance;
        let placings = settings.iter().map(|&at| Placing::new(instance, student, school, at));
        let placings: Vec<Placing> = placings.collect();
        let against = |rule: &&dyn Rule| {
            let tariff = rule.tariff()?;
            let refusals = placings.iter().map(|placing| tariff.admit(placing).err());
            let refusals: Option<Vec<_>> = refusals.collect();
            let first = refusals?.first()?.message().to_string();
            Some((rule.card().id, first))
        };
        self.survey.rules.iter().filter_map(against).collect()
    }

    fn school(&self, school: SchoolId) -> String {
        self.problem.instance.schools[school].id.clone()
    }

    fn id(&self, student: StudentId) -> String {
        self.problem.instance.students[student].id.clone()
    }
}
