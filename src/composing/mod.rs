//! Composes a plan from an assignment: placements, clusters, charges, and who is left out and why.

pub mod figures;
pub mod indicators;
mod reason;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::Points;
use crate::composing::indicators::indicators;
use crate::instance::PairKind;
use crate::plan::Tally;
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::Assignment;
use crate::plan::{
    Cluster, ClusterKind, PairEntry, PlacementEntry, Plan, RulePoints, Score, Status, Unplaced,
};
use crate::problem::{Problem, Survey};

pub use reason::{Conclusion, reason};

/// The plan of an assignment, with everything that follows from the assignment alone.
///
/// The caller adds the status, the bounds and the engine. `status` is used for the reasons for leaving students
/// out: those of an optimal plan say more.
pub fn plan(problem: &Problem, assignment: &Assignment, status: Option<Status>) -> Plan {
    let tally = problem.tally(assignment);
    let assessment = problem.assess(&tally);
    let charged = assessment.per_subject();
    let ids = assignment.cluster_ids(&problem.instance);
    Plan {
        score: Some(score(&assessment)),
        clusters: clusters(&tally, &ids, &charged),
        placements: placements(&tally, &ids, &assessment, &charged),
        unplaced: Some(unplaced(problem, &tally, &charged, status)),
        pairs: pairs(&tally),
        indicators: Some(indicators(problem, &tally)),
        ..Plan::default()
    }
}

/// A plan with placements, clusters and students left out only: no charges, reasons or indicators.
pub fn outline(problem: &Problem, assignment: &Assignment) -> Plan {
    let tally = problem.tally(assignment);
    let ids = assignment.cluster_ids(&problem.instance);
    let nothing = Charges::new();
    let students = problem.instance.students.iter();
    let left_out = students.filter(|(id, _)| tally.left_out(*id) > 0);
    let left_out = left_out.map(|(id, student)| Unplaced {
        student: student.id.clone(),
        count: tally.left_out(id),
        funnel: None,
        reason: None,
        charged: None,
        because: None,
    });
    Plan {
        clusters: clusters(&tally, &ids, &nothing),
        placements: placements(&tally, &ids, &Assessment::default(), &nothing),
        unplaced: Some(left_out.collect()),
        ..Plan::default()
    }
}

/// The points that each rule charged, per subject.
type Charges = BTreeMap<Charged, BTreeMap<&'static str, Points>>;

fn score(assessment: &Assessment) -> Score {
    let rules = assessment.per_rule().into_iter();
    Score {
        total: assessment.total(),
        rules: rules.map(|(rule, points)| (rule.to_owned(), points)).collect(),
    }
}

fn clusters(tally: &Tally, ids: &[String], charged: &Charges) -> Vec<Cluster> {
    let instance = tally.instance;
    let used = tally.assignment.clusters.iter().enumerate();
    used.map(|(index, cluster)| {
        let members = tally.member_count(index);
        let students: i64 = tally.placements_in(index).map(|placement| placement.count).sum();
        let schools = cluster.schools.iter();
        Cluster {
            id: ids[index].clone(),
            kind: if cluster.is_new() { ClusterKind::New } else { ClusterKind::Existing },
            board: Some(tally.answers_for(cluster).to_owned()),
            schools: schools.map(|&school| instance.schools[school].id.clone()).collect(),
            meeting_day: cluster.meeting_day,
            members: Some(members),
            others: Some(students - members),
            charged: Some(points(charged, Charged::Cluster(index))),
        }
    })
    .collect()
}

fn placements(
    tally: &Tally,
    ids: &[String],
    assessment: &Assessment,
    charged: &Charges,
) -> Vec<PlacementEntry> {
    let mut overridden = assessment.overridden_at();
    let instance = tally.instance;
    let placements = tally.assignment.placements.iter().enumerate();
    placements
        .map(|(index, placement)| PlacementEntry {
            student: instance.students[placement.student].id.clone(),
            count: placement.count,
            school: instance.schools[placement.school].id.clone(),
            cluster: Some(tally.cluster_at(placement.school).map(|cluster| ids[cluster].clone())),
            m: Some(instance.journey(placement.student, placement.school)),
            charged: Some(points(charged, Charged::Placement(index))),
            overridden: overridden.remove(&index).unwrap_or_default(),
            because: instance.students[placement.student].because.clone(),
        })
        .collect()
}

fn unplaced(
    problem: &Problem,
    tally: &Tally,
    charged: &Charges,
    status: Option<Status>,
) -> Vec<Unplaced> {
    let students = problem.instance.students.iter();
    let survey = Survey::of(problem, tally);
    let left_out: Vec<_> = students.filter(|(id, _)| tally.left_out(*id) > 0).collect();
    left_out
        .into_par_iter()
        .map(|(id, student)| {
            let funnel = survey.funnel(id);
            Unplaced {
                student: student.id.clone(),
                count: tally.left_out(id),
                reason: Some(reason(&funnel, status).to_string()),
                funnel: Some(funnel.numbers()),
                charged: Some(points(charged, Charged::LeftOut(id))),
                because: student.because.clone(),
            }
        })
        .collect()
}

/// The pairs of the instance, and whether the plan does as they ask; `None` where there are none.
pub fn pairs(tally: &Tally) -> Option<Vec<PairEntry>> {
    let instance = tally.instance;
    let pairs = instance.pairs.iter().map(|pair| PairEntry {
        rule: pair.kind,
        students: instance.pair_ids(pair).map(str::to_owned),
        at: pair.at,
        strength: pair.strength,
        met: tally.together(pair).map(|together| together == (pair.kind == PairKind::Together)),
        because: pair.because.clone(),
    });
    let pairs: Vec<PairEntry> = pairs.collect();
    (!pairs.is_empty()).then_some(pairs)
}

fn points(charged: &Charges, on: Charged) -> RulePoints {
    let of_subject = charged.get(&on).into_iter().flatten();
    of_subject.map(|(rule, points)| ((*rule).to_owned(), *points)).collect()
}
