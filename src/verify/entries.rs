//! The statements of a plan about its clusters, its placements and the students left out.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::found::Found;
use crate::base::{Metres, Points};
use crate::composing::reason;
use crate::instance::{Owner, School, SchoolId, StudentId};
use crate::message;
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::{Origin, UsedCluster};
use crate::plan::{Cluster, Plan, RulePoints, Status, Tally, Unplaced};
use crate::problem::{Funnel, Problem, Survey};
use crate::texts::{Argument, Message};

/// The entries of a plan beside what they must state.
pub struct Entries<'a> {
    problem: &'a Problem,
    plan: &'a Plan,
    tally: &'a Tally<'a>,
    charged: BTreeMap<Charged, BTreeMap<&'static str, Points>>,
    overridden: BTreeMap<usize, Vec<String>>,
}

impl<'a> Entries<'a> {
    /// Prepares the check.
    pub fn new(
        problem: &'a Problem,
        plan: &'a Plan,
        tally: &'a Tally<'a>,
        assessment: &Assessment,
    ) -> Self {
        let (charged, overridden) = (assessment.per_subject(), assessment.overridden_at());
        Self { problem, plan, tally, charged, overridden }
    }

    /// Adds a finding for every false statement.
    pub fn check(&self, findings: &mut Found) {
        let clusters = self.clusters_by_position();
        let ids = self.tally.assignment.cluster_ids(self.tally.instance);
        for (&position, cluster) in &clusters {
            self.cluster(position, cluster, &ids[position], findings);
        }
        self.placements(&clusters, findings);
        self.unplaced(findings);
    }

    /// The clusters that the plan lists, by their position in the assignment.
    fn clusters_by_position(&self) -> BTreeMap<usize, &'a Cluster> {
        let tally = self.tally;
        let position_of = |cluster: &Cluster| {
            let holds = |&(_, school): &(SchoolId, &School)| cluster.schools.contains(&school.id);
            let school = tally.instance.schools.iter().find(holds)?;
            tally.cluster_at(school.0)
        };
        let clusters = self.plan.clusters.iter();
        clusters.filter_map(|cluster| Some((position_of(cluster)?, cluster))).collect()
    }

    fn points(&self, subject: Charged) -> RulePoints {
        named(self.charged.get(&subject).cloned().unwrap_or_default())
    }

    fn cluster(&self, position: usize, cluster: &Cluster, own_id: &String, findings: &mut Found) {
        let tally = self.tally;
        let (used, id) = (&tally.assignment.clusters[position], &cluster.id);
        findings.equal(message!("verify-the-cluster-id"), Some(id), own_id);
        if !cluster.board.as_ref().is_none_or(|board| may_answer(tally, used, board)) {
            let answers = tally.answers_for(used).to_owned();
            let what = message!("verify-the-board", cluster = id);
            findings.equal(what, cluster.board.as_ref(), &answers);
        }
        let members = tally.member_count(position);
        let what = message!("verify-the-members", cluster = id);
        findings.equal(what, cluster.members.as_ref(), &members);
        let all: i64 = tally.placements_in(position).map(|placement| placement.count).sum();
        let what = message!("verify-the-others", cluster = id);
        findings.equal(what, cluster.others.as_ref(), &(all - members));
        let counted = self.points(Charged::Cluster(position));
        charged(
            message!("verify-the-charge", of = id),
            cluster.charged.as_ref(),
            &counted,
            findings,
        );
    }

    fn placements(&self, clusters: &BTreeMap<usize, &Cluster>, findings: &mut Found) {
        let tally = self.tally;
        let mut position = BTreeMap::new();
        for (index, placement) in tally.assignment.placements.iter().enumerate() {
            let student = tally.instance.students[placement.student].id.as_str();
            let school = tally.instance.schools[placement.school].id.as_str();
            position.insert((student, school), index);
        }
        for stated in &self.plan.placements {
            let index = position[&(stated.student.as_str(), stated.school.as_str())];
            let placement = &tally.assignment.placements[index];
            let pair = message!("verify-at", student = &stated.student, school = &stated.school);
            // The assignment joins entries of one student at one school, so their counts differ if there are
            // two.
            if placement.count != stated.count {
                findings.add(message!("verify-split", of = pair));
                continue;
            }
            let journey = tally.instance.journey(placement.student, placement.school);
            if let Some(metres) = stated.m.filter(|&metres| metres != journey) {
                let what = message!("verify-the-journey", of = &pair);
                findings.differs(what, in_metres(metres), in_metres(journey));
            }
            let cluster = tally.cluster_at(placement.school).map(|index| &clusters[&index].id);
            if stated.cluster.as_ref().is_some_and(|stated| stated.as_ref() != cluster) {
                findings.add(message!("verify-other-cluster", of = &pair));
            }
            // An entry with its charges is complete: if it lists no overridden rules, it states that there
            // are none.
            let overridden = self.overridden.get(&index).map_or(&[][..], Vec::as_slice);
            let is_complete = stated.charged.is_some() || !stated.overridden.is_empty();
            if is_complete && stated.overridden != overridden {
                findings.differs(
                    message!("verify-the-overridden", of = &pair),
                    list(&stated.overridden),
                    list(overridden),
                );
            }
            let counted = self.points(Charged::Placement(index));
            let what = message!("verify-the-charge", of = pair);
            charged(what, stated.charged.as_ref(), &counted, findings);
        }
    }

    fn unplaced(&self, findings: &mut Found) {
        let Some(unplaced) = &self.plan.unplaced else { return };
        let students = || self.tally.instance.students.iter();
        let mut stated = BTreeMap::new();
        for one in unplaced {
            let count: &mut i64 = stated.entry(one.student.as_str()).or_insert(0);
            if *count != 0 {
                findings.add(message!("verify-split", of = &one.student));
            }
            *count = count.saturating_add(one.count);
        }
        let left_out =
            students().map(|(id, student)| (student.id.as_str(), self.tally.left_out(id)));
        let counted: BTreeMap<&str, i64> = left_out.filter(|(_, count)| *count > 0).collect();
        if stated != counted {
            findings.add(message!("verify-others-left-out"));
        }
        let ids = self.problem.instance.students_by_id();
        let survey = Survey::of(self.problem, self.tally);
        let known = unplaced.par_iter().filter_map(|one| {
            let &student = ids.get(one.student.as_str())?;
            Some((one, student, survey.funnel(student)))
        });
        for (one, student, funnel) in known.collect::<Vec<_>>() {
            self.left_out(one, student, &funnel, findings);
        }
    }

    fn left_out(&self, one: &Unplaced, student: StudentId, funnel: &Funnel, findings: &mut Found) {
        let counted = self.points(Charged::LeftOut(student));
        let what = message!("verify-the-charge", of = &one.student);
        charged(what, one.charged.as_ref(), &counted, findings);
        let Some(stated) = &one.funnel else { return };
        let counted = funnel.numbers();
        if *stated != counted {
            let what = message!("verify-the-funnel", student = &one.student);
            findings.differs(what, format!("{stated:?}"), format!("{counted:?}"));
        }
        // A reason beside a funnel is that funnel in words. What it concludes depends on the status.
        let Some(stated) = &one.reason else { return };
        let status = self.plan.status;
        let says = |status| reason(funnel, status).to_string() == *stated;
        if !(says(status) || status.is_none() && says(Some(Status::Optimal))) {
            let what = message!("verify-the-reason", student = &one.student);
            let stated = message!("verify-quoted", text = stated);
            findings.differs(what, stated, reason(funnel, status));
        }
    }
}

/// Adds a finding if points are stated and differ from the recomputed ones. Rules without points are not
/// listed.
pub fn charged(
    what: Message,
    stated: Option<&RulePoints>,
    counted: &RulePoints,
    findings: &mut Found,
) {
    if let Some(stated) = stated.filter(|stated| *stated != counted) {
        findings.differs(what, points_in_words(stated), points_in_words(counted));
    }
}

/// Points by the ids of rules, as in plan files.
pub fn named(points: BTreeMap<&'static str, Points>) -> RulePoints {
    points.into_iter().map(|(rule, points)| (rule.to_owned(), points)).collect()
}

/// Whether a plan may name a board as answering for a used cluster: in a network, any board of it.
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

fn points_in_words(points: &RulePoints) -> Argument {
    list(&points.iter().map(|(rule, points)| format!("{rule} {points}")).collect::<Vec<_>>())
}

fn list(words: &[String]) -> Argument {
    if words.is_empty() { message!("verify-none").into() } else { words.join(", ").into() }
}

fn in_metres(journey: Option<Metres>) -> Argument {
    match journey {
        Some(metres) => format!("{metres} m").into(),
        None => message!("verify-unknown").into(),
    }
}
