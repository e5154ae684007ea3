use serde_json::{Value, json};

use super::*;
use crate::instance::StudentId;
use crate::plan::Status;
use crate::rules::TravelRule;
use crate::solve::Budget;
use crate::solve::mip::Ending;
use crate::solve::mip::LevelAnswer;
use crate::testing::{Draws, plans, tiny};
use crate::verify::verify_assignment;

/// Number of tiny regions.
const REGIONS: u64 = 80;

/// A region with a cluster and a school in the shell; journeys are drawn, some of them the same.
fn region(draws: &mut Draws) -> Value {
    let students: Vec<Value> = (0..draws.between(2, 3))
        .map(|index| {
            let mut student = json!({ "id": format!("s{index}"), "count": draws.between(1, 2) });
            if draws.percent(15) {
                student["fixed"] = json!("h");
            }
            student
        })
        .collect();
    let mut table = Vec::new();
    for student in &students {
        for school in ["h", "i", "j"] {
            let metres = draws.between(1, 30) * 1_000;
            if draws.percent(85) {
                table.push(json!({ "from": student["id"], "to": school, "m": metres }));
            }
        }
    }
    let places = |draws: &mut Draws| draws.between(1, 3);
    json!({
        "boards": [{ "id": "b", "max_clusters": 1 }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": places(draws) }, { "id": "i", "places": places(draws) },
            { "id": "j", "places": places(draws), "board": "x" },
        ],
        "clusters": [{ "id": "c", "schools": ["h", "i"], "keep": draws.percent(30) }],
        "students": students,
        "travel": { "table": table },
        "rules": {
            "travel": { "limit_km": 40 }, "fixed": {}, "shell": { "worth_km": draws.between(0, 9) },
            "cluster_size": { "min": draws.between(0, 2), "target": 3, "max": 5 },
            // A place is worth so little at times that someone is left out who could be placed.
            "placement": { "worth_km": draws.one_of(&[12, 20, 250]) },
        },
    })
}

/// The students left out, the points, and the longest journey that a limit could shorten.
struct PlanOutcome {
    left_out: i64,
    total: i64,
    longest: i64,
}

/// All plans that keep the rules.
fn all(problem: &Problem) -> Vec<PlanOutcome> {
    let standing = plans(problem).into_iter().filter_map(|assignment| {
        let verdict = verify_assignment(problem, assignment);
        let is_free = |id: StudentId| problem.instance.students[id].fixed.is_none();
        let placed = verdict.assignment.placements.iter().filter(|one| is_free(one.student));
        let journeys = placed.filter_map(|one| problem.instance.journey(one.student, one.school));
        verdict.agrees().then(|| PlanOutcome {
            left_out: left_out(problem, &verdict.assignment),
            total: verdict.assessment.total().0,
            longest: journeys.max().unwrap_or_default().0,
        })
    });
    standing.collect()
}

/// The fewest points under a limit.
fn least(all: &[PlanOutcome], limit: i64) -> Option<i64> {
    all.iter().filter(|plan| plan.longest <= limit).map(|plan| plan.total).min()
}

#[test]
fn every_point_is_right_and_none_is_missing() {
    let (mut curves, mut points) = (0, 0);
    for seed in 0..REGIONS {
        let problem = tiny(region(&mut Draws::new(seed)));
        let all = all(&problem);
        let curve = match curve(&problem, &Search::default(), 4).unwrap() {
            QuestionOutcome::Answer(curve) => curve,
            other => {
                assert_eq!(other, QuestionOutcome::NoPlan, "seed {seed}");
                assert!(all.is_empty(), "seed {seed}");
                continue;
            }
        };
        curves += 1;
        assert_eq!(curve.unreached_m, [0; 0], "seed {seed}");
        for point in &curve.points {
            let limit = point.limit_m.unwrap_or(i64::MAX);
            assert_eq!(Some(point.total_points), least(&all, limit), "seed {seed}: {point:?}");
            assert_eq!(point.bound_points, point.total_points, "seed {seed}");
            assert_eq!(point.status, Status::Optimal, "seed {seed}");
        }
        let Some(shortest) = &curve.shortest else {
            assert_eq!(curve.points.len(), 1, "seed {seed}");
            continue;
        };
        points += curve.points.len();
        let most = curve.points[0].left_out;
        let can = all.iter().filter(|plan| plan.left_out <= most).map(|plan| plan.longest).min();
        assert_eq!(Some(shortest.limit_m), can, "seed {seed}");
        assert_eq!(shortest.lowest_m, shortest.limit_m, "seed {seed}");
        if let Some(below) = shortest.below {
            let plans = all.iter().filter(|plan| plan.longest <= below.limit_m);
            let left_out = plans.map(|plan| plan.left_out).min();
            match below.left_out {
                Some(least) => assert!(left_out.is_none_or(|left_out| least <= left_out)),
                None => assert_eq!(left_out, None, "seed {seed}"),
            }
            assert!(below.left_out.is_none_or(|least| least > most), "seed {seed}: {below:?}");
        }
        // Every limit that was chosen has its point.
        let chosen = limits(shortest.limit_m, shortest.from_m, 4);
        let shown: Vec<i64> = curve.points.iter().filter_map(|point| point.limit_m).collect();
        assert_eq!(shown, chosen, "seed {seed}");
        assert!(!curve.points[0].dominated || curve.points.len() > 1);
    }
    assert!(curves > 50 && points > 70, "{curves} {points}");
}

/// Under a limit of 5 km there is a place in the shell, which is worth less than it costs: the best plan
/// leaves Anna out, and the limit counts all the same.
#[test]
fn who_can_be_placed_is_asked_whatever_it_costs() {
    let problem = tiny(json!({
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [{ "id": "h", "places": 1 }, { "id": "i", "places": 1, "board": "x" }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": [{ "id": "anna" }],
        "travel": { "table": [
            { "from": "anna", "to": "h", "m": 9_000 }, { "from": "anna", "to": "i", "m": 5_000 },
        ] },
        "rules": { "travel": {}, "shell": { "worth_km": 9 }, "placement": { "worth_km": 12 } },
    }));
    let QuestionOutcome::Answer(curve) = curve(&problem, &Search::default(), 3).unwrap() else {
        panic!("there is a plan")
    };
    let shortest = curve.shortest.unwrap();
    assert_eq!((shortest.lowest_m, shortest.limit_m, shortest.below), (5_000, 5_000, None));
    let left_out: Vec<_> =
        curve.points.iter().map(|point| (point.limit_m, point.left_out)).collect();
    assert_eq!(left_out, [(None, 0), (Some(7_000), 1), (Some(5_000), 1)]);
    assert_eq!(curve.points.iter().map(|point| point.total_points).max(), Some(12_000));
}

#[test]
fn limits_are_spread_evenly() {
    assert_eq!(limits(10, 40, 4), [30, 20, 10]);
    assert_eq!(limits(10, 11, 9), [10]);
    assert_eq!(limits(10, 10, 5), [0; 0]);
    assert_eq!(limits(10, 40, 2), [10]);
}

#[test]
fn what_is_no_better_in_anything_is_dominated() {
    let point = |longest, mean, left_out, total| FairnessPoint {
        limit_m: None,
        longest_m: Some(longest),
        mean_m: Some(mean),
        left_out,
        total_points: total,
        bound_points: total,
        gap: 0.0,
        status: Status::Optimal,
        dominated: false,
    };
    let mut points =
        [point(9, 4, 0, 50), point(8, 5, 0, 60), point(8, 6, 0, 60), point(8, 5, 0, 60)];
    mark(&mut points);
    assert_eq!(points.map(|point| point.dominated), [false, false, true, true]);
}

#[test]
fn what_is_known_of_one_limit_helps_the_others() {
    let known = |value, bound| Incumbent {
        assignment: Assignment::default(),
        levels: vec![LevelAnswer { goal: Goal::Total, value, bound }],
        ending: Ending::Limit,
    };
    let mut searched = [Some(known(90, 40)), None, Some(known(70, 60)), Some(known(95, 20))];
    share_results(&known(55, 55), &mut searched);
    let levels: Vec<(i64, i64)> = searched
        .iter()
        .flatten()
        .map(|known| (known.levels[0].value, known.levels[0].bound))
        .collect();
    assert_eq!(levels, [(70, 55), (70, 60), (95, 60)]);
    assert_eq!(searched[0].as_ref().unwrap().status(), Status::TimeLimit);
}

#[test]
fn without_time_nothing_is_said_to_be_decided() {
    let problem = tiny(region(&mut Draws::new(1)));
    let budget = Budget::of_time(std::time::Duration::ZERO);
    let search = Search { budget, ..Search::default() };
    match curve(&problem, &search, 5).unwrap() {
        QuestionOutcome::NothingFound(ending) => assert_eq!(ending, Ending::Limit),
        QuestionOutcome::NoPlan => panic!("there is a plan"),
        QuestionOutcome::Answer(curve) => {
            assert_eq!(curve.points.len(), 1);
            let shortest = curve.shortest.unwrap();
            assert!(shortest.below.is_none() || shortest.lowest_m == shortest.limit_m);
        }
    }
}

#[test]
fn a_limit_only_shortens_the_rule() {
    let problem = tiny(region(&mut Draws::new(1)));
    let limit = |limit| {
        let limited = with_limit(&problem, limit);
        let travel: &TravelRule = limited.rulebook.travel.as_ref().unwrap();
        travel.limit_km.metres().0
    };
    assert_eq!([limit(5_250), limit(90_000)], [5_250, 40_000]);
}
