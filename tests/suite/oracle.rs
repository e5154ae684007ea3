//! Every plan of a tiny instance, judged one by one: the best of them is what the engine must find.
//!
//! The oracle knows nothing of candidates, programs and solvers. It tries every set of clusters and
//! every division of the students, and judges each with the independent check.

use std::collections::BTreeSet;

use plaatswijzer::instance::{Day, SchoolId, StudentId};
use plaatswijzer::plan::assignment::{Assignment, Placement, UsedCluster};
use plaatswijzer::plan::{Cluster, ClusterKind, Plan};
use plaatswijzer::problem::Problem;
use plaatswijzer::rules::goals;
use plaatswijzer::verify::verify;

/// Rules of which a breach remains, whoever is placed in addition: a partial plan that breaks one is dropped.
const LASTING: [&str; 9] = [
    "places",
    "meeting_day",
    "denomination",
    "travel",
    "exclusion",
    "admission",
    "variety",
    "together",
    "apart",
];

/// The values of the goal levels of the best plan, in order; `None` if there is no valid plan.
pub fn best(problem: &Problem) -> Option<Vec<i64>> {
    let mut oracle = Oracle { problem, best: None };
    let mut sets = Vec::new();
    cluster_sets(&options(problem), &mut Vec::new(), &mut sets);
    for set in sets {
        oracle.try_clusters(set);
    }
    oracle.best
}

/// The values of the goal levels that a plan states, in order.
pub fn values(plan: &Plan) -> Vec<i64> {
    plan.goals.as_ref().unwrap().iter().map(|level| level.value).collect()
}

struct Oracle<'a> {
    problem: &'a Problem,
    best: Option<Vec<i64>>,
}

impl Oracle<'_> {
    fn try_clusters(&mut self, clusters: Vec<UsedCluster>) {
        let assignment = Assignment::new(clusters, Vec::new());
        let tally = self.problem.tally(&assignment);
        // No placement can mend a breach that concerns the clusters alone.
        let breaches = self.problem.assess(&tally).breaches;
        if breaches.iter().any(|breach| breach.rule == "forming") {
            return;
        }
        let schools = self.problem.instance.schools.ids();
        let open: Vec<SchoolId> =
            schools.filter(|&school| tally.setting(school).is_some()).collect();
        let students: Vec<StudentId> = self.problem.instance.students.ids().collect();
        self.judge(&assignment, students.is_empty());
        self.place(&students, &open, &assignment);
    }

    /// Divides the first student entry over the schools in every way, then the others recursively.
    fn place(&mut self, students: &[StudentId], open: &[SchoolId], assignment: &Assignment) {
        let Some((&student, others)) = students.split_first() else { return };
        let count = self.problem.instance.students[student].count;
        for division in divisions(count, open.len()) {
            let mut divided = assignment.clone();
            let counts = open.iter().zip(division).filter(|(_, count)| *count > 0);
            divided.placements.extend(counts.map(|(&school, count)| Placement {
                student,
                school,
                count,
            }));
            if self.judge(&divided, others.is_empty()) {
                self.place(others, open, &divided);
            }
        }
    }

    /// Whether a partial plan may still become valid; a complete and valid one is compared with the best.
    fn judge(&mut self, assignment: &Assignment, whole: bool) -> bool {
        let tally = self.problem.tally(assignment);
        let assessment = self.problem.assess(&tally);
        if whole && assessment.breaches.is_empty() && self.problem.unmet(&tally).is_empty() {
            let levels = self.problem.levels().into_iter();
            let values: Vec<i64> =
                levels.map(|goal| goals::value(goal, &tally, &assessment)).collect();
            if self.best.as_ref().is_none_or(|best| values < *best) {
                self.best = Some(values);
            }
        }
        !assessment.breaches.iter().any(|breach| LASTING.contains(&breach.rule))
    }
}

/// All ways to divide `count` identical students over `schools` schools, where some may get no place.
fn divisions(count: i64, schools: usize) -> Vec<Vec<i64>> {
    if schools == 0 {
        return vec![Vec::new()];
    }
    let first = (0..=count).flat_map(|here| {
        divisions(count - here, schools - 1).into_iter().map(move |mut others| {
            others.insert(0, here);
            others
        })
    });
    first.collect()
}

/// Every cluster that may be used by itself: of all sets of schools, and all existing clusters, on
/// all days, of which the independent check accepts those that are possible.
fn options(problem: &Problem) -> Vec<UsedCluster> {
    let instance = &problem.instance;
    let existing = instance.clusters.values().map(|cluster| {
        let schools = cluster.schools.iter().map(|&school| instance.schools[school].id.clone());
        (cluster.id.clone(), ClusterKind::Existing, schools.collect::<Vec<_>>())
    });
    let ids: Vec<&String> = instance.schools.values().map(|school| &school.id).collect();
    let new = (1_u32..1 << ids.len()).map(|set| {
        let schools = ids.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
        let schools = schools.map(|(_, id)| (*id).clone()).collect::<Vec<_>>();
        ("a new one".to_owned(), ClusterKind::New, schools)
    });
    let nothing = objections(problem, &Plan::default());
    let mut options = Vec::new();
    for (id, kind, schools) in existing.chain(new) {
        for &meeting_day in Day::ALL {
            let cluster = Cluster {
                id: id.clone(),
                kind,
                board: None,
                schools: schools.clone(),
                meeting_day,
                members: None,
                others: None,
                charged: None,
            };
            let plan = Plan { clusters: vec![cluster], ..Plan::default() };
            // With no cluster used, the only findings are about clusters that must be kept.
            if objections(problem, &plan).is_subset(&nothing) {
                options.extend(verify(problem, &plan).assignment.clusters);
            }
        }
    }
    options
}

/// The findings against the clusters of a plan. More clusters never remove them, except those that must be
/// used.
fn objections(problem: &Problem, plan: &Plan) -> BTreeSet<String> {
    let findings = verify(problem, plan).findings.into_iter();
    let against = findings.filter(|finding| matches!(finding.rule, "forming" | "structure"));
    against.map(|finding| finding.sentence.to_string()).collect()
}

/// All sets of these options in which no school occurs twice.
fn cluster_sets(
    options: &[UsedCluster],
    chosen: &mut Vec<UsedCluster>,
    sets: &mut Vec<Vec<UsedCluster>>,
) {
    let Some((option, others)) = options.split_first() else {
        sets.push(chosen.clone());
        return;
    };
    cluster_sets(others, chosen, sets);
    let taken = |school: &SchoolId| chosen.iter().any(|one| one.schools.contains(school));
    if !option.schools.iter().any(taken) {
        chosen.push(option.clone());
        cluster_sets(others, chosen, sets);
        chosen.pop();
    }
}
