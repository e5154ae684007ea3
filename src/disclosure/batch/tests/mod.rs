//! What the public learns of small batches.

mod attack;

use serde_json::json;

use super::*;
use crate::base::Decimal;
use crate::instance::Goal;
use crate::plan::{GoalLevel, Status};
use crate::scenarios::batch::{Planned, summary};
use crate::testing::batches::{batch, planned, records};

/// A figure as a short text.
fn shown(disclosed: &BatchDisclosure, scenario: usize, figure: &str) -> String {
    let number = |end: Option<Decimal>| end.map_or_else(String::new, |end| end.to_string());
    match disclosed.scenarios[scenario].figure(figure) {
        DisclosedFigure::Whole(statistics) => statistics.values.mean(1).to_string(),
        DisclosedFigure::Within(FigureBounds { least, most }) => {
            format!("{}..{}", number(least), number(most))
        }
        DisclosedFigure::Rounded(mean) => format!("about {mean}"),
        DisclosedFigure::Absent => "absent".to_owned(),
    }
}

#[test]
fn figures_that_reveal_a_few_are_bounds() {
    let scenarios = json!([{ "id": "a" }, { "id": "b" }, { "id": "c" }]);
    let batch = batch(&scenarios, Some(2));
    let plan = |scenario: &str, draw: i64| {
        Some(match scenario {
            "a" => planned(70, 30),
            "b" => planned(98, 2 * (draw - 1)).costing(5),
            _ => planned(80, 3 + 9 * (draw - 1)).costing(5),
        })
    };
    let summary = summary(&batch, records(&batch, plan));
    let public = BatchDisclosure::of(&batch, &summary, Audience::Public).unwrap();
    assert_eq!(shown(&public, 0, "core_percent"), "70.0");
    assert_eq!(shown(&public, 0, "left_out_students"), "30.0");
    assert_eq!(shown(&public, 0, "net_eur"), "absent");
    // In one draw 2 are in the shell, in the other left out.
    assert_eq!(shown(&public, 1, "core_percent"), "96.0..100.0");
    assert_eq!(shown(&public, 1, "left_out_students"), "0.0..2.0");
    assert_eq!(shown(&public, 1, "net_eur"), "..");
    // 3 in one draw, which is 0 to 4 to the public, and 12 in the other.
    assert_eq!(shown(&public, 2, "left_out_students"), "6.0..8.0");
    assert_eq!(shown(&public, 2, "journey_mean_m"), "10250.0");
    // 20 000 metres in each run: a mean of whole kilometres is one, without a difference.
    assert_eq!(shown(&public, 2, "journey_p90_m"), "about 20000");
    // What nobody judged to be public is not.
    assert_eq!(shown(&public, 0, "rule_travel_points"), "absent");
    let planner = BatchDisclosure::of(&batch, &summary, Audience::Planner).unwrap();
    assert_eq!(shown(&planner, 1, "left_out_students"), "1.0");
    assert_eq!(shown(&planner, 0, "rule_travel_points"), "5000.0");
}

#[test]
fn the_public_too_learns_that_a_better_scenario_leaves_out_more() {
    let batch = batch(&json!([{ "id": "a" }, { "id": "b" }]), None);
    let plan = |scenario: &str, _: i64| {
        Some(match scenario {
            "a" => planned(70, 30).costing(5),
            // Twenty more students have a place, all in the shell: dearer, and further.
            _ => planned(70, 10).costing(9).travelling(12_000),
        })
    };
    let summary = summary(&batch, records(&batch, plan));
    let public = BatchDisclosure::of(&batch, &summary, Audience::Public).unwrap();
    let dominated = &public.answers.dominance.dominated;
    let found: Vec<(&str, &str, bool)> = dominated
        .iter()
        .map(|one| (one.scenario.as_str(), one.by.as_str(), one.leaves_out_more))
        .collect();
    assert_eq!(found, [("b", "a", true)]);
    assert_eq!(shown(&public, 0, "left_out_percent"), "30.0");
}

#[test]
fn a_difference_to_a_hidden_figure_is_hidden() {
    let batch = batch(&json!([{ "id": "a" }, { "id": "b" }]), None);
    let plan = |scenario: &str, _: i64| Some(planned(if scenario == "a" { 98 } else { 60 }, 0));
    let summary = summary(&batch, records(&batch, plan));
    let public = BatchDisclosure::of(&batch, &summary, Audience::Public).unwrap();
    let of_b = public.scenarios[1].figure("core_percent").whole().unwrap();
    assert!(of_b.difference.is_none());
    // "b" is neither compared with the hidden share of "a", nor with its journey alone.
    assert_eq!(public.answers.dominance.compared, ["b"]);
    assert_eq!(summary.answers.dominance.compared, ["a", "b"]);
}

#[test]
fn answers_do_not_say_whether_a_few_are_left_out() {
    let scenarios = json!([
        { "id": "today" },
        { "id": "grow-{growth}", "over": { "growth": [1, 2, 3] },
          "changes": [{ "extra_clusters": { "each": 1 } }] },
    ]);
    let batch = batch(&scenarios, None);
    let plan = |scenario: &str, _: i64| {
        Some(match scenario {
            "today" | "grow-2" => planned(70, 3).bound_by("travel", None, 3),
            "grow-1" => planned(70, 0),
            _ => planned(70, 12).bound_by("travel", None, 11),
        })
    };
    let summary = summary(&batch, records(&batch, plan));
    let public = BatchDisclosure::of(&batch, &summary, Audience::Public).unwrap().answers;
    let bottlenecks: Vec<(&str, i64, i64)> = public
        .bottlenecks
        .iter()
        .map(|one| (one.scenario.as_str(), one.least_students, one.greatest_students))
        .collect();
    // 11 of 12 would reveal one student.
    assert_eq!(bottlenecks, [("grow-3", 8, UNLIMITED)]);
    let first = public.break_even[0].first_with.as_ref().unwrap();
    assert_eq!((first.scenario.as_str(), first.least_students), ("grow-2", 0));
    assert_eq!(first.greatest_students, 4);
}

#[test]
fn of_a_path_the_public_sees_figures_of_the_last_year_only() {
    for name in
        ["path_points", "path_entered_boards", "path_net_eur", "year_2029-2030_core_percent"]
    {
        assert!(!is_public(name), "{name}");
    }
    for name in ["core_percent", "voltijd_core_percent", "denomination_openbaar_met_percent"] {
        assert!(is_public(name), "{name}");
    }
}

#[test]
fn the_gap_of_a_search_that_was_stopped_does_not_say_how_many_are_left_out() {
    let batch = batch(&json!([{ "id": "a" }, { "id": "b" }]), None);
    let plan = |scenario: &str, _: i64| {
        let plan = planned(70, if scenario == "a" { 3 } else { 30 });
        let levels = [(Goal::Unplaced, 3, 2), (Goal::Total, 5_000, 4_000)];
        let goals = levels.map(|(goal, value, bound)| GoalLevel::new(goal, value, bound)).to_vec();
        Some(Planned { status: Status::TimeLimit, goals, ..plan })
    };
    let summary = summary(&batch, records(&batch, plan));
    let gaps = |audience: Audience| {
        let disclosed = BatchDisclosure::of(&batch, &summary, audience).unwrap();
        let stopped = disclosed.answers.stopped.iter();
        stopped.map(|one| one.gap_percent.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(gaps(Audience::Planner), ["33.334", "33.334"]);
    assert_eq!(gaps(Audience::Public), ["100.000", "33.334"]);
}
