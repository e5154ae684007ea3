//! The value of one more place: the best plan if one school has it.

use std::collections::BTreeMap;

use super::answer::{PlaceValue, PlaceValues, SchoolValue};
use super::basis::Basis;
use crate::input::errors::InputErrors;
use crate::instance::SchoolId;
use crate::plan::assignment::{Origin, UsedCluster};
use crate::problem::Problem;
use crate::questions::side_by_side::side_by_side;
use crate::questions::{KeyFigures, OnProgress, ProvenScore, QuestionStage};
use crate::solve::{Nearby, PlaceError, Search, SearchOutcome, find_near};

/// The problem in which a school has one more place. The hash of the instance no longer matches.
///
/// # Errors
/// If the place allows more cluster options than the engine accepts.
pub fn with_one_more_place(problem: &Problem, school: SchoolId) -> Result<Problem, InputErrors> {
    let mut instance = problem.instance.clone();
    instance.schools[school].places += 1;
    Problem::new(instance, problem.rulebook.clone())
}

/// A school to search, of one of the clusters.
struct PlaceTask {
    cluster: usize,
    school: SchoolId,
}

/// The clusters whose schools are searched: those of the base plan and, if clusters may change, existing
/// ones that it does not use.
struct Clusters {
    /// Id, schools, and whether the base plan uses it.
    all: Vec<(String, Vec<SchoolId>, bool)>,
}

/// The value of one more place at each cluster, best first.
pub fn places(basis: &Basis, on_progress: &OnProgress) -> Result<PlaceValues, PlaceError> {
    let free = basis.question.free;
    let clusters = Clusters::of(basis);
    let tasks: Vec<PlaceTask> = clusters.tasks().collect();
    let mut nearby = Nearby { multipliers: basis.multipliers.clone(), below: None };
    if !free && !basis.search.budget.is_exhausted() {
        // Multipliers for the held clusters are a good start for all searches: only one place differs.
        let held = basis.problem.holding(&basis.known.assignment.clusters);
        let result = find_near(&held, &from_base(basis), &nearby, &|_| {})?;
        nearby.multipliers = result.multipliers.or(nearby.multipliers);
    }
    let (stage, jobs) = (QuestionStage::OneMorePlace, basis.question.jobs);
    let ended = side_by_side(stage, &tasks, jobs, on_progress, |task| {
        if basis.search.budget.is_exhausted() {
            Ok(None)
        } else {
            value(basis, &nearby, task.school)
        }
    });
    let mut of_cluster: BTreeMap<usize, Vec<(SchoolValue, KeyFigures)>> = BTreeMap::new();
    let mut missing = 0;
    for (task, ended) in tasks.iter().zip(ended) {
        match ended? {
            Some(value) => of_cluster.entry(task.cluster).or_default().push(value),
            None => missing += 1,
        }
    }
    let of = |(cluster, values): (usize, Vec<(SchoolValue, KeyFigures)>)| {
        clusters.value(basis, cluster, values)
    };
    let mut ranking: Vec<PlaceValue> = of_cluster.into_iter().filter_map(of).collect();
    ranking.sort_by(|one, other| {
        (one.proven.score, &one.cluster).cmp(&(other.proven.score, &other.cluster))
    });
    let unused = clusters.unused(basis);
    Ok(PlaceValues { held: !free, searched: tasks.len() - missing, missing, unused, ranking })
}

/// A search that starts from the base plan.
fn from_base(basis: &Basis) -> Search {
    Search { start: Some(basis.known.assignment.clone()), ..basis.next_search() }
}

/// The best plan with one more place at a school; `None` if none was found in time.
fn value(
    basis: &Basis,
    nearby: &Nearby,
    school: SchoolId,
) -> Result<Option<(SchoolValue, KeyFigures)>, PlaceError> {
    let problem = if basis.question.free {
        with_one_more_place(basis.problem, school)?
    } else {
        // With the clusters held, new cluster options that the place would allow do not matter, so that they
        // need not be enumerated again.
        let mut held = basis.problem.holding(&basis.known.assignment.clusters);
        held.instance.schools[school].places += 1;
        held
    };
    let result = find_near(&problem, &from_base(basis), nearby, &|_| {})?;
    let SearchOutcome::Plan(known) = result.outcome else { return Ok(None) };
    let proven = ProvenScore::of(&known);
    let named = &basis.problem.instance.schools[school];
    let value = SchoolValue {
        id: named.id.clone(),
        name: named.name.clone(),
        difference: proven.score - basis.proven.score,
        proven,
    };
    Ok(Some((value, KeyFigures::of(&problem, &known.assignment))))
}

impl Clusters {
    fn of(basis: &Basis) -> Self {
        let assignment = &basis.known.assignment;
        let ids = assignment.cluster_ids(&basis.problem.instance);
        let used = assignment.clusters.iter().zip(ids);
        let mut all: Vec<_> =
            used.map(|(cluster, id)| (id, cluster.schools.clone(), true)).collect();
        if basis.question.free {
            all.extend(unused(basis).map(|(id, schools)| (id, schools, false)));
        }
        Self { all }
    }

    fn tasks(&self) -> impl Iterator<Item = PlaceTask> + '_ {
        self.all.iter().enumerate().flat_map(|(cluster, (_, schools, _))| {
            schools.iter().map(move |&school| PlaceTask { cluster, school })
        })
    }

    /// The value of a cluster: that of its best school.
    fn value(
        &self,
        basis: &Basis,
        cluster: usize,
        values: Vec<(SchoolValue, KeyFigures)>,
    ) -> Option<PlaceValue> {
        let (id, _, used) = &self.all[cluster];
        let (best, figures) = values
            .iter()
            .min_by_key(|(value, _)| (value.proven.score, value.id.clone()))
            .cloned()?;
        Some(PlaceValue {
            cluster: id.clone(),
            used: *used,
            school: best.id,
            name: best.name,
            proven: best.proven,
            difference: best.difference,
            changes: figures.since(&basis.figures),
            schools: values.into_iter().map(|(value, _)| value).collect(),
        })
    }

    /// The existing clusters that take part and are not searched.
    fn unused(&self, basis: &Basis) -> Vec<String> {
        let looked_at = |id: &String| self.all.iter().any(|(known, ..)| known == id);
        unused(basis).map(|(id, _)| id).filter(|id| !looked_at(id)).collect()
    }
}

/// The existing clusters that take part and that the base plan does not use.
fn unused<'a>(basis: &'a Basis) -> impl Iterator<Item = (String, Vec<SchoolId>)> + 'a {
    let used: &'a [UsedCluster] = &basis.known.assignment.clusters;
    let existing = basis.problem.instance.clusters.iter();
    existing
        .filter(|(_, cluster)| cluster.takes_part)
        .filter(|(id, _)| !used.iter().any(|one| one.origin == Origin::Existing(*id)))
        .map(|(_, cluster)| (cluster.id.clone(), cluster.schools.clone()))
}
