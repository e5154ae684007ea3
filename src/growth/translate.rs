//! Between the terms of the model of several years and those of one year's instance.

use std::collections::{BTreeMap, BTreeSet};

use super::GrowthPath;
use super::decisions::{Decided, sorted};
use super::found::FoundPath;
use super::model::WidestYears;
use crate::instance::{Day, Instance, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::plan::{ClusterKind, Plan};
use crate::problem::{PlacedById, Problem};
use crate::solve::years::{Opened, PathOptionId, Schedule, YearsModel};

/// The clusters that a schedule uses in a year, by the ids of their schools.
pub struct Wanted {
    clusters: Vec<(Vec<String>, Day)>,
}

impl Wanted {
    /// Those of one of the years of a model.
    pub fn of(model: &YearsModel, widest: &WidestYears, schedule: &Schedule, at: usize) -> Self {
        let problem = &widest.problems[at];
        let clusters = schedule.used(model, at).into_iter().map(|option| {
            let option = &problem.options[option];
            (ids(&problem.instance, &option.schools), option.meeting_day)
        });
        Self { clusters: clusters.collect() }
    }

    /// These.
    pub fn these(clusters: Vec<(Vec<String>, Day)>) -> Self {
        Self { clusters }
    }

    /// Those of an assignment.
    pub fn of_assignment(problem: &Problem, assignment: &Assignment) -> Self {
        let clusters = assignment.clusters.iter();
        let clusters =
            clusters.map(|used| (ids(&problem.instance, &used.schools), used.meeting_day));
        Self { clusters: clusters.collect() }
    }

    /// Those of them that are possible in the instance of the year, in which clusters opened before are existing
    /// ones.
    pub fn in_instance(&self, problem: &Problem) -> Vec<UsedCluster> {
        let wanted: BTreeSet<_> = self.clusters.iter().cloned().collect();
        let options = problem.options.values().filter(|option| {
            wanted.contains(&(ids(&problem.instance, &option.schools), option.meeting_day))
        });
        options.map(ClusterOption::as_used).collect()
    }
}

/// The ids of some schools, in order.
pub fn ids(instance: &Instance, schools: &[SchoolId]) -> Vec<String> {
    let ids: Vec<String> =
        schools.iter().map(|&school| instance.schools[school].id.clone()).collect();
    sorted(&ids)
}

/// An assignment of one problem in the terms of another with the same students and schools, in given clusters.
pub fn translated(
    from: &Problem,
    assignment: &Assignment,
    to: &Problem,
    clusters: Vec<UsedCluster>,
) -> Assignment {
    let instance = &from.instance;
    let placed = assignment.placements.iter().map(|placement| PlacedById {
        student: &instance.students[placement.student].id,
        school: &instance.schools[placement.school].id,
        count: placement.count,
    });
    Assignment::new(clusters, to.placements(placed))
}

/// The students of a plan at their schools, in the terms of a problem with these students and schools; without
/// clusters.
pub fn of_plan(plan: &Plan, problem: &Problem) -> Assignment {
    let placed = plan.placements.iter().map(|placement| PlacedById {
        student: &placement.student,
        school: &placement.school,
        count: placement.count,
    });
    Assignment::new(Vec::new(), problem.placements(placed))
}

/// The schedule of a path that was found, where all that it uses is in the model.
pub fn schedule_of(
    model: &YearsModel,
    widest: &WidestYears,
    found: &FoundPath,
    candidates: &[usize],
) -> Option<Schedule> {
    let mut schedule = Schedule::empty(model);
    let mut opened: BTreeMap<PathOptionId, (usize, usize)> = BTreeMap::new();
    // A cluster opened before keeps its id, also where it has lost a school.
    let mut known: BTreeMap<&str, PathOptionId> = BTreeMap::new();
    for (year, of_year) in found.years.iter().enumerate() {
        let problem = &widest.problems[year];
        schedule.existing[year].clear();
        for cluster in &of_year.plan.clusters {
            let is_new = cluster.kind == ClusterKind::New;
            if let Some(&path) = known.get(cluster.id.as_str()).filter(|_| !is_new) {
                opened.entry(path).or_insert((year, year)).1 = year;
                continue;
            }
            let schools = sorted(&cluster.schools);
            let path_option = &model.years[year].path_option;
            let (id, _) = problem.options.iter().find(|(id, option)| {
                option.meeting_day == cluster.meeting_day
                    && option.is_new() == is_new
                    && path_option[*id]
                        .is_none_or(|path| model.options[path].opening[year].is_some())
                    && ids(&problem.instance, &option.schools) == schools
            })?;
            match path_option[id] {
                None => schedule.existing[year].push(id),
                Some(path) => {
                    opened.insert(path, (year, year));
                    known.insert(&cluster.id, path);
                }
            }
        }
    }
    let opened = opened.into_iter();
    schedule.opened =
        opened.map(|(option, (from, until))| Opened { from, until, option }).collect();
    for (entry, &candidate) in schedule.entries.iter_mut().zip(candidates) {
        *entry = found.entries[candidate];
    }
    schedule.settle(model);
    schedule.is_allowed(model).then_some(schedule)
}

/// The problem without the options that would open a cluster again that has closed.
pub fn not_again(problem: &Problem, decided: &Decided) -> Problem {
    if decided.closed.is_empty() {
        return problem.clone();
    }
    problem.with_options(|option| {
        let key = (ids(&problem.instance, &option.schools), option.meeting_day);
        !option.is_new() || !decided.closed.contains(&key)
    })
}

/// Which of some boards take part in an assignment: by a cluster of theirs, or by students at their schools.
pub fn taking_part(
    path: &GrowthPath,
    problem: &Problem,
    assignment: &Assignment,
    boards: &[usize],
) -> Vec<usize> {
    let instance = &problem.instance;
    let clusters = assignment.clusters.iter().flat_map(|cluster| &cluster.schools).copied();
    let schools = clusters.chain(assignment.placements.iter().map(|placement| placement.school));
    let in_use: BTreeSet<&str> =
        schools.map(|school| instance.board_of(school).id.as_str()).collect();
    let takes_part = |board: &usize| in_use.contains(path.candidates[*board].board.as_str());
    boards.iter().copied().filter(takes_part).collect()
}
