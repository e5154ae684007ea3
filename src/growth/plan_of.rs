//! From a path that was found, and what is proven of it, to its file.

use std::collections::BTreeSet;

use super::GrowthPath;
use super::decisions::{Decided, OpenCluster, new_clusters};
use super::found::{Delay, Delayed, FoundPath, FoundYear, NoYearByYear, PathOutcome, WithBoard};
use super::result::{
    BoardEntry, BoardOutside, OpenedCluster, PathPlan, PathPlanFormat, PathPlanYear,
    StudentsLeftOut,
};
use crate::base::{relative_gap, sha256};
use crate::plan::{Plan, Status};
use crate::solve::years::PathGoal;

impl PathPlan {
    /// The file of a path found with all years at once.
    pub fn of_outcome(path: &GrowthPath, outcome: &PathOutcome, gap: f64) -> Self {
        let value = outcome.path.value;
        let levels = &outcome.levels;
        let total = levels.iter().find(|level| level.goal == PathGoal::Total);
        let bound = total.map_or(0, |level| level.bound);
        // A search that ended by itself, with a bound that leaves out what compares students with the year before, has
        // no such word.
        let status = if levels.iter().all(|level| level.value == level.bound) {
            Some(Status::Optimal)
        } else if levels.iter().all(|level| relative_gap(level.value, level.bound) <= gap) {
            Some(Status::Gap)
        } else {
            outcome.is_cut_short.then_some(Status::TimeLimit)
        };
        let is_as_good = |found: &&FoundPath| {
            let before = |path: &FoundPath| {
                let goals = path.reached.iter().zip(levels);
                goals
                    .take_while(|(_, level)| level.goal != PathGoal::Total)
                    .map(|(&reached, _)| reached)
                    .collect::<Vec<_>>()
            };
            before(found) == before(&outcome.path)
        };
        let alone = outcome.year_by_year.as_ref().map_err(|&why| why);
        let alone =
            alone.and_then(|found| Some(found).filter(is_as_good).ok_or(NoYearByYear::ReachesLess));
        let mut plan = Self {
            status,
            bound: Some(bound),
            gap: Some(relative_gap(value, bound)),
            levels: path.has_levels().then(|| levels.clone()),
            year_by_year: alone.ok().map(|found| found.value),
            no_year_by_year: alone.err(),
            repair: outcome.reach.repair.clone(),
            ..Self::of_found(path, &outcome.path)
        };
        for reach in &outcome.reach.years {
            plan.years[reach.year].most_in_clusters = Some(reach.most);
        }
        // Where goals before the cost get worse, a lower cost is no price.
        for delay in outcome.delays.iter().filter(|delay| delay.path.value >= value) {
            plan.put_down(path, delay);
        }
        plan.outside = outcome.outside.as_ref().map(|outside| {
            outside.iter().map(|one| board_outside(path, one, value, bound)).collect()
        });
        plan
    }

    /// Puts down what it costs to put something off.
    fn put_down(&mut self, path: &GrowthPath, delay: &Delay) {
        let value = self.value;
        let place = match &delay.what {
            Delayed::Entry(candidate) => {
                let board = &path.candidates[*candidate].board;
                let entry = self.entries.iter_mut().find(|entry| entry.board == *board);
                entry.map(|entry| (&mut entry.delay_points, &mut entry.not_later))
            }
            Delayed::Opening(year, schools, day) => {
                let mut opened = self.years[*year].opened.iter_mut();
                let is_meant =
                    |one: &&mut OpenedCluster| one.schools == *schools && one.meeting_day == *day;
                let one = opened.find(is_meant);
                one.map(|one| (&mut one.delay_points, &mut one.not_later))
            }
        };
        if let Some((points, not_later)) = place {
            *points = Some(delay.path.value - value);
            *not_later = None;
        }
    }

    /// The file of a path of which nothing is proven.
    pub fn of_found(path: &GrowthPath, found: &FoundPath) -> Self {
        let entered = path.candidates.iter().zip(&found.entries);
        let entries = entered.filter_map(|(board, entry)| {
            Some(BoardEntry {
                board: board.board.clone(),
                year: path.years[(*entry)?].id.clone(),
                points: board.worth,
                not_earlier: None,
                delay_points: None,
                not_later: None,
                draws_with_it: None,
            })
        });
        let engine = found.years.first().and_then(|year| year.plan.engine.clone());
        let plans: Vec<CountedPlan> = found.years.iter().map(CountedPlan::of).collect();
        let mut plan = Self {
            format: PathPlanFormat::Version1,
            engine,
            status: None,
            value: found.value,
            bound: None,
            gap: None,
            levels: None,
            year_by_year: None,
            no_year_by_year: None,
            repair: None,
            entries: entries.collect(),
            outside: None,
            today: None,
            years: years_of(path, &plans, &found.entries),
            draws: None,
        };
        plan.explain(path, found.years.iter().map(|year| (&year.document, &year.plan)).collect());
        plan
    }
}

/// What would change if a board entered, beside a path with a value, where no path at all costs less than `of_all`.
fn board_outside(path: &GrowthPath, with_it: &WithBoard, value: i64, of_all: i64) -> BoardOutside {
    let board = &path.candidates[with_it.candidate].board;
    let found = with_it.path.as_ref();
    let year = found.and_then(|found| found.entries[with_it.candidate]);
    let is_own = |school: &String| {
        path.board_of_school(std::slice::from_ref(school)) == Some(board.as_str())
    };
    let plans = found.iter().flat_map(|found| &found.years).map(|year| &year.plan);
    let opened = plans.flat_map(new_clusters);
    BoardOutside {
        board: board.clone(),
        more_points: found.map(|found| found.value - value),
        least_more_points: with_it.bound.map(|bound| bound.max(of_all) - value),
        year: year.map(|year| path.years[year].id.clone()),
        opened: opened.filter(|cluster| cluster.schools.iter().any(is_own)).count() as i64,
        in_clusters: found
            .map(|found| found.years.iter().map(|year| year.in_clusters).collect())
            .unwrap_or_default(),
    }
}

/// The plan of a year, with what is counted of it.
#[derive(Clone, Copy)]
pub struct CountedPlan<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The bytes of its file.
    pub text: &'a [u8],
    /// All students.
    pub students: i64,
    /// Those in clusters.
    pub in_clusters: i64,
}

impl<'a> CountedPlan<'a> {
    /// That of a year that was found.
    pub fn of(found: &'a FoundYear) -> Self {
        let FoundYear { plan, text, students, in_clusters, .. } = found;
        Self { plan, text: text.as_bytes(), students: *students, in_clusters: *in_clusters }
    }
}

/// What follows from the plans of consecutive years, from the first one, and from when boards enter.
pub fn years_of(
    path: &GrowthPath,
    plans: &[CountedPlan],
    entries: &[Option<usize>],
) -> Vec<PathPlanYear> {
    let mut decided = Decided::nothing(path);
    let mut years = Vec::with_capacity(plans.len());
    for (year, &CountedPlan { plan, text, students, in_clusters }) in plans.iter().enumerate() {
        let entering: Vec<usize> =
            (0..entries.len()).filter(|&board| entries[board] == Some(year)).collect();
        let of_year = &path.years[year];
        let used: BTreeSet<&str> = plan.clusters.iter().map(|cluster| &*cluster.id).collect();
        let closed = decided.open.iter().filter(|cluster| !used.contains(&*cluster.id));
        let closed = closed.map(|cluster| cluster.id.clone()).collect();
        let next = decided.after(path, year, &entering, plan);
        let opened = next.open.iter().filter(|cluster| cluster.opened == year);
        let left_out = plan.unplaced.iter().flatten();
        let left_out =
            left_out.map(|one| StudentsLeftOut { student: one.student.clone(), count: one.count });
        years.push(PathPlanYear {
            id: of_year.id.clone(),
            plan: format!("plans/{}.json", of_year.id),
            sha256: sha256(text),
            weight: of_year.weight,
            total: plan.score.as_ref().map_or(0, |score| score.total.0),
            students,
            in_clusters,
            aimed_at: of_year.need(students),
            short: path.short(year, students, in_clusters),
            most_in_clusters: None,
            clusters: plan.clusters.len() as i64,
            entered: entering.iter().map(|&board| path.candidates[board].board.clone()).collect(),
            opened: opened.map(|cluster| opened_cluster(path, plans, year, cluster)).collect(),
            closed,
            left_out: left_out.collect(),
            status: None,
            bound: None,
        });
        decided = next;
    }
    years
}

fn opened_cluster(
    path: &GrowthPath,
    plans: &[CountedPlan],
    year: usize,
    cluster: &OpenCluster,
) -> OpenedCluster {
    let is_used = |plan: &Plan| plan.clusters.iter().any(|used| used.id == cluster.id);
    // It is used without a break: once closed, an id may be another cluster's.
    let used = plans[year..].iter().take_while(|counted| is_used(counted.plan)).count();
    OpenedCluster {
        id: cluster.id.clone(),
        schools: cluster.schools.clone(),
        meeting_day: cluster.day,
        until: path.years[year + used - 1].id.clone(),
        not_earlier: None,
        delay_points: None,
        not_later: None,
        draws_with_it: None,
    }
}
