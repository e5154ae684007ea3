//! What a plan says of itself: score, goals, journeys, charges, counts, indicators.
//! What it does not say is not checked.

use std::collections::BTreeMap;

use super::{Finding, finding};
use crate::base::{Metres, Points};
use crate::composing::indicators::indicators;
use crate::instance::{Goal, Owner, School, SchoolId, StudentId};
use crate::plan::Tally;
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::{Origin, UsedCluster};
use crate::plan::{Cluster, GoalLevel, Plan, RulePoints, Status};
use crate::problem::{Lottery, Problem, Survey};
use crate::rules::goals;

const CLAIMS: &str = "claims";

/// Finds what a plan says of itself that is not so.
pub fn check(
    problem: &Problem,
    plan: &Plan,
    tally: &Tally,
    assessment: &Assessment,
    findings: &mut Vec<Finding>,
) {
    let mut claims = Claims { plan, tally, assessment, findings };
    if plan.previous.is_some() && problem.instance.previous.is_none() {
        // All it says of its price would look wrong for a reason that is not the plan's.
        claims.untrue("the plan is compared with an earlier plan, which is not given here");
        return;
    }
    claims.instance(problem);
    claims.previous();
    claims.score();
    claims.goals(problem);
    claims.clusters();
    claims.placements();
    claims.unplaced();
    claims.funnels(problem);
    if let Some(said) = &plan.indicators {
        let counted = indicators(problem, tally);
        if *said != counted {
            claims.untrue("the indicators are not those of this plan");
        }
    }
}

/// Finds numbers that were not drawn so.
pub fn check_lot(
    problem: &Problem,
    plan: &Plan,
    drawn: Option<&Lottery>,
    findings: &mut Vec<Finding>,
) {
    let (Some(said), Some(drawn)) = (&plan.lot, drawn) else { return };
    let numbers = drawn.numbers(&problem.instance);
    for (student, number) in &said.numbers {
        match numbers.get(student) {
            Some(drawn) if drawn == number => {}
            Some(drawn) => {
                let sentence =
                    format!("the lot of {student} is said to be {number} and is {drawn}");
                finding(findings, CLAIMS, sentence);
            }
            None => finding(findings, CLAIMS, format!("{student} has a lot and is no student")),
        }
    }
    for student in numbers.keys().filter(|&student| !said.numbers.contains_key(student)) {
        finding(findings, CLAIMS, format!("the lot of {student} is not told"));
    }
}

struct Claims<'a> {
    plan: &'a Plan,
    tally: &'a Tally<'a>,
    assessment: &'a Assessment,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Claims<'a> {
    fn untrue(&mut self, sentence: impl Into<String>) {
        finding(self.findings, CLAIMS, sentence);
    }

    fn equal<T: PartialEq + std::fmt::Display>(
        &mut self,
        what: &str,
        said: Option<&T>,
        counted: &T,
    ) {
        if let Some(said) = said.filter(|said| *said != counted) {
            self.untrue(format!("{what} is said to be {said} and is {counted}"));
        }
    }

    fn instance(&mut self, problem: &Problem) {
        let Some(instance) = &self.plan.instance else { return };
        self.equal("the instance's name", Some(&instance.name), &problem.instance.name);
        self.equal("the instance's SHA-256", Some(&instance.sha256), &problem.sha256());
    }

    fn previous(&mut self) {
        let (Some(said), Some(earlier)) = (&self.plan.previous, &self.tally.instance.previous)
        else {
            return;
        };
        let changes = self.tally.changes();
        self.equal("the earlier plan's SHA-256", Some(&said.sha256), &earlier.sha256);
        self.equal("the number of changes", Some(&said.changes), &changes);
        if let Some(most) = said.max_changes.filter(|&most| changes > most) {
            self.untrue(format!("at most {most} changes are said to be made, and {changes} are"));
        }
    }

    fn score(&mut self) {
        let Some(score) = &self.plan.score else { return };
        self.equal("the total score", Some(&score.total), &self.assessment.total());
        let counted = named(self.assessment.per_rule());
        if !same_points(&score.rules, &counted) && !score.rules.is_empty() {
            let (said, counted) = (in_words(&score.rules), in_words(&counted));
            self.untrue(format!("the points per rule are said to be {said} and are {counted}"));
        }
    }

    fn goals(&mut self, problem: &Problem) {
        let Some(levels) = &self.plan.goals else { return };
        let said = levels.iter().map(|level| level.goal);
        let lot = self.plan.lot.iter().map(|_| Goal::Lot);
        if !said.eq(problem.instance.goals.iter().copied().chain(lot)) {
            self.untrue("the goal levels are not those of the instance");
        }
        for level in levels {
            let goal = level.goal;
            let value = goals::value(goal, self.tally, self.assessment);
            self.equal(&format!("the value of goal {goal}"), Some(&level.value), &value);
            let GoalLevel { gap, .. } = GoalLevel::new(goal, level.value, level.bound);
            if level.bound > level.value || level.bound < 0 {
                let sentence = format!(
                    "the bound of goal {goal} is said to be {}, which is not between 0 and the \
                     value {}",
                    level.bound, level.value
                );
                self.untrue(sentence);
            } else if (gap - level.gap).abs() > 1e-9 {
                self.equal(&format!("the gap of goal {goal}"), Some(&level.gap), &gap);
            }
        }
        let open = levels.iter().any(|level| level.bound < level.value);
        if self.plan.status == Some(Status::Optimal) && open {
            self.untrue("the plan is said to be optimal, and a bound lies below its value");
        }
        if self.plan.status == Some(Status::Infeasible) {
            self.untrue("the plan is said to be infeasible, and it keeps all rules");
        }
    }

    /// The used clusters as the plan names them, by their position in the assignment.
    fn said_clusters(&self) -> BTreeMap<usize, &'a Cluster> {
        let tally = self.tally;
        let position_of = |cluster: &Cluster| {
            let holds = |&(_, school): &(SchoolId, &School)| cluster.schools.contains(&school.id);
            let school = tally.instance.schools.iter().find(holds)?;
            tally.cluster_at(school.0)
        };
        let clusters = self.plan.clusters.iter();
        clusters.filter_map(|cluster| Some((position_of(cluster)?, cluster))).collect()
    }

    fn clusters(&mut self) {
        let tally = self.tally;
        let ids = tally.assignment.cluster_ids(tally.instance);
        let charged = self.assessment.per_subject();
        for (index, cluster) in self.said_clusters() {
            let used = &tally.assignment.clusters[index];
            self.equal("the id of a cluster", Some(&cluster.id), &ids[index]);
            if !cluster.board.as_ref().is_none_or(|board| may_answer(tally, used, board)) {
                let answers = tally.answers_for(used).to_owned();
                self.equal(
                    &format!("the board of {}", cluster.id),
                    cluster.board.as_ref(),
                    &answers,
                );
            }
            let members = tally.member_count(index);
            self.equal(&format!("members of {}", cluster.id), cluster.members.as_ref(), &members);
            let all: i64 = tally.placements_in(index).map(|placement| placement.count).sum();
            self.equal(
                &format!("others in {}", cluster.id),
                cluster.others.as_ref(),
                &(all - members),
            );
            let counted = charged.get(&Charged::Cluster(index)).cloned().unwrap_or_default();
            self.charged(&cluster.id, cluster.charged.as_ref(), &named(counted));
        }
    }

    fn placements(&mut self) {
        let tally = self.tally;
        let clusters = self.said_clusters();
        let charged = self.assessment.per_subject();
        let mut overridden = self.assessment.overridden_at();
        let mut position = BTreeMap::new();
        for (index, placement) in tally.assignment.placements.iter().enumerate() {
            let student = tally.instance.students[placement.student].id.as_str();
            let school = tally.instance.schools[placement.school].id.as_str();
            position.insert((student, school), index);
        }
        for said in &self.plan.placements {
            let index = position[&(said.student.as_str(), said.school.as_str())];
            let placement = &tally.assignment.placements[index];
            let what = format!("{} at {}", said.student, said.school);
            if placement.count != said.count {
                self.untrue(format!("{what} stands in more than one entry"));
                continue;
            }
            let journey = tally.instance.journey(placement.student, placement.school);
            let metres = |journey: Option<Metres>| {
                journey.map_or_else(|| "unknown".to_owned(), |metres| format!("{metres} m"))
            };
            self.equal(
                &format!("the journey of {what}"),
                said.m.map(metres).as_ref(),
                &metres(journey),
            );
            let cluster = tally.cluster_at(placement.school).map(|index| &clusters[&index].id);
            if said.cluster.as_ref().is_some_and(|said| said.as_ref() != cluster) {
                self.untrue(format!("{what} is not in the cluster that is said"));
            }
            let overrides = overridden.remove(&index).unwrap_or_default();
            if !said.overridden.is_empty() && said.overridden != overrides {
                self.untrue(format!("{what} does not override the rules that are said"));
            }
            let counted = charged.get(&Charged::Placement(index)).cloned().unwrap_or_default();
            self.charged(&what, said.charged.as_ref(), &named(counted));
        }
    }

    fn unplaced(&mut self) {
        let Some(unplaced) = &self.plan.unplaced else { return };
        let mut said = BTreeMap::new();
        for one in unplaced {
            let count: &mut i64 = said.entry(one.student.as_str()).or_insert(0);
            *count = count.saturating_add(one.count);
        }
        let students = self.tally.instance.students.iter();
        let left_out = students.map(|(id, student)| (student.id.as_str(), self.tally.left_out(id)));
        let counted: BTreeMap<&str, i64> = left_out.filter(|(_, count)| *count > 0).collect();
        if said != counted {
            self.untrue("those said to be left out are not those who are");
        }
    }

    fn funnels(&mut self, problem: &Problem) {
        let students = problem.instance.students.iter();
        let ids: BTreeMap<&str, StudentId> =
            students.map(|(id, student)| (student.id.as_str(), id)).collect();
        let charged = self.assessment.per_subject();
        let survey = Survey::of(problem, self.tally);
        for one in self.plan.unplaced.iter().flatten() {
            let Some(&student) = ids.get(one.student.as_str()) else { continue };
            let counted = survey.funnel(student).numbers();
            let charges = charged.get(&Charged::LeftOut(student)).cloned().unwrap_or_default();
            self.charged(&one.student, one.charged.as_ref(), &named(charges));
            if one.funnel.as_ref().is_some_and(|said| *said != counted) {
                let said = one.funnel.clone().unwrap_or_default();
                let sentence = format!(
                    "the funnel of {} is said to be {said:?} and is {counted:?}",
                    one.student
                );
                self.untrue(sentence);
            }
        }
    }

    fn charged(&mut self, what: &str, said: Option<&RulePoints>, counted: &RulePoints) {
        if let Some(said) = said.filter(|said| !same_points(said, counted)) {
            let (said, counted) = (in_words(said), in_words(counted));
            self.untrue(format!(
                "what is charged for {what} is said to be {said} and is {counted}"
            ));
        }
    }
}

/// Whether a board may be named as answering for a used cluster: in a network, any of its boards.
fn may_answer(tally: &Tally, cluster: &UsedCluster, board: &str) -> bool {
    let instance = tally.instance;
    let in_network = match cluster.origin {
        Origin::New(Owner::Network(network)) => {
            let mut boards = instance.networks[network].boards.iter();
            boards.any(|&one| instance.boards[one].id == board)
        }
        Origin::New(Owner::Board(_)) | Origin::Existing(_) => false,
    };
    in_network || tally.answers_for(cluster) == board
}

fn named(points: BTreeMap<&'static str, Points>) -> RulePoints {
    points.into_iter().map(|(rule, points)| (rule.to_owned(), points)).collect()
}

/// Equal, where a rule that is not named charges nothing.
fn same_points(one: &RulePoints, other: &RulePoints) -> bool {
    let charging = |points: &RulePoints| {
        let charging = points.iter().filter(|(_, points)| **points != Points::ZERO);
        charging.map(|(rule, points)| (rule.clone(), *points)).collect::<RulePoints>()
    };
    charging(one) == charging(other)
}

fn in_words(points: &RulePoints) -> String {
    let parts = points.iter().map(|(rule, points)| format!("{rule} {points}"));
    let words = parts.collect::<Vec<_>>().join(", ");
    if words.is_empty() { "nothing".to_owned() } else { words }
}
