//! The indicators of a small plan, worked out on paper.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::indicators;
use crate::base::Euros;
use crate::plan::{
    ClusterIndicators, GrantIndicators, GrantYear, Indicators, JourneyIndicators, Money,
    MoneyIndicators, Proportion, Whereabouts,
};
use crate::testing::{assignment, tiny};

fn world() -> Value {
    json!({
        "boards": [
            { "id": "b" }, { "id": "e" }, { "id": "x", "standing": "shell" },
            { "id": "y", "standing": "candidate" },
        ],
        "schools": [
            { "id": "h", "places": 8, "denomination": ["openbaar"] },
            { "id": "i", "places": 5, "board": "e", "denomination": ["pc"] },
            { "id": "j", "places": 2, "board": "x" }, { "id": "k", "places": 4 },
            { "id": "l", "places": 4, "board": "e" }, { "id": "m", "places": 4, "board": "y" },
        ],
        "clusters": [
            { "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] },
            { "id": "g", "board": "e", "schools": ["l"] }, { "id": "o", "schools": ["m"] },
        ],
        "students": [
            { "id": "s", "count": 7, "denomination": { "wish": ["openbaar"] }, "wishes": ["i", "b"] },
            { "id": "t", "programme": "deeltijd", "year": 2, "days": ["mon"], "wishes": ["h"] },
            { "id": "f", "year": 4, "days": [] },
            { "id": "u", "programme": "deeltijd", "count": 2, "concepts": ["dalton"],
              "denomination": { "wish": ["pc", "rk"] } },
        ],
        "travel": { "table": [
            { "from": "s", "to": "h", "m": 4_000 }, { "from": "s", "to": "i", "m": 10_000 },
            { "from": "t", "to": "i", "m": 20_000 }, { "from": "f", "to": "h", "m": 1_000 },
            { "from": "u", "to": "j", "m": 30_000 },
        ] },
        "finance": {
            "grant_per_student_eur": 700, "cluster_eur": 1000, "student_eur": 300,
            "shell_student_eur": 50,
        },
        "rules": { "travel": {}, "cluster_size": { "min": 0, "target": 6 } },
    })
}

/// Six of s and f at h, one of s and t at i, one of u in the shell and one left out.
fn counted() -> Indicators {
    let problem = tiny(world());
    let assignment = assignment(&problem.instance, "c d", "s>h*6 f>h s>i*1 t>i u>j*1");
    indicators(&problem, &problem.tally(&assignment))
}

fn part(number: i64, of: i64, share_percent: f64) -> Proportion {
    Proportion { number, of, share_percent: Some(share_percent) }
}

fn parts<const N: usize>(parts: [(&str, Proportion); N]) -> BTreeMap<String, Proportion> {
    parts.into_iter().map(|(name, part)| (name.to_owned(), part)).collect()
}

#[test]
fn where_students_are() {
    let counted = counted();
    let all = Whereabouts {
        core: part(9, 11, 81.8),
        shell: part(1, 11, 9.1),
        left_out: part(1, 11, 9.1),
    };
    assert_eq!(counted.students, all);
    let voltijd =
        Whereabouts { core: part(8, 8, 100.0), shell: part(0, 8, 0.0), left_out: part(0, 8, 0.0) };
    let deeltijd =
        Whereabouts { core: part(1, 3, 33.3), shell: part(1, 3, 33.3), left_out: part(1, 3, 33.3) };
    let programmes = [("deeltijd".to_owned(), deeltijd), ("voltijd".to_owned(), voltijd)];
    assert_eq!(counted.programmes, BTreeMap::from(programmes));
}

#[test]
fn how_far_they_travel() {
    // In order: 1 km, six of 4 km, 10 km, 20 km, 30 km; together 85 km.
    let journeys = JourneyIndicators {
        known: 10,
        mean_m: Some(8_500),
        median_m: Some(4_000),
        percentile_90_m: Some(20_000),
        longest_m: Some(30_000),
        comfortable: Some(part(9, 10, 90.0)),
    };
    assert_eq!(counted().journeys, journeys);
}

#[test]
fn which_wishes_are_met() {
    let counted = counted();
    let denominations =
        [("openbaar", part(6, 7, 85.7)), ("pc", part(0, 1, 0.0)), ("rk", part(0, 1, 0.0))];
    assert_eq!(counted.denominations, parts(denominations));
    assert_eq!(counted.concepts, part(0, 1, 0.0));
    let wishes = [("0", part(1, 8, 12.5)), ("1", part(6, 8, 75.0)), ("none", part(1, 8, 12.5))];
    assert_eq!(counted.wishes, parts(wishes));
}

#[test]
fn how_clusters_are_filled_and_attended() {
    let counted = counted();
    // f is no member. c has the 6 members wished for, d has 2; g is not used and o takes no part.
    let clusters =
        ClusterIndicators { used: 2, new: 0, unused: 1, members: 8, off_target: Some(1) };
    assert_eq!(counted.clusters, clusters);
    assert_eq!(counted.meeting_day, part(7, 8, 87.5));
    let programmes = [("deeltijd", part(0, 1, 0.0)), ("voltijd", part(7, 7, 100.0))];
    assert_eq!(counted.meeting_day_programmes, parts(programmes));
}

#[test]
fn how_full_schools_are() {
    let counted = counted();
    // k is in no cluster and m is of a candidate board: neither could take students.
    let schools = [
        ("h", part(7, 8, 87.5)),
        ("i", part(2, 5, 40.0)),
        ("j", part(1, 2, 50.0)),
        ("l", part(0, 4, 0.0)),
    ];
    assert_eq!(counted.schools, parts(schools));
    let boards = [("b", part(7, 8, 87.5)), ("e", part(2, 9, 22.2)), ("x", part(1, 2, 50.0))];
    assert_eq!(counted.boards, parts(boards));
    // (−3 × 0 − 1 × 0.4 + 1 × 0.5 + 3 × 0.875) / (4 × 1.775) = 2.725 / 7.1 = 0.38380…
    assert_eq!(counted.fill_gini, Some(0.3838));
}

#[test]
fn what_it_costs() {
    let money = |cost: i64, grant: i64| Money {
        cost_eur: Euros(cost),
        grant_eur: Euros(grant),
        net_eur: Euros(cost - grant),
    };
    let boards = [
        // Board b answers for both clusters; the students of d are at a school of e.
        ("b".to_owned(), money(2 * 1_000 + 7 * 300, 7 * 700)),
        ("e".to_owned(), money(2 * 300, 2 * 700)),
        ("x".to_owned(), money(50, 0)),
    ];
    let total = money(2 * 1_000 + 9 * 300 + 50, 9 * 700);
    assert_eq!(
        counted().money,
        Some(MoneyIndicators { total, grant: None, boards: BTreeMap::from(boards) })
    );
}

#[test]
fn opening_is_paid_by_the_network_and_the_grant_is_shared_by_students() {
    let problem = tiny(json!({
        "boards": [{ "id": "p", "network": "n" }, { "id": "q", "network": "n" }],
        "schools": [
            { "id": "h", "board": "p", "places": 9 }, { "id": "i", "board": "q", "places": 9 },
        ],
        "students": [{ "id": "s", "count": 5 }],
        "finance": {
            "cluster_eur": 1000, "opening_eur": 400, "student_eur": 10, "grant_base_eur": 100,
            "grant_steps": [{ "from": 3, "eur": 20 }, { "from": 7, "eur": 50 }],
            "grant_per_student_eur": 3, "grant_lag_years": 1, "grant_students": 7,
        },
    }));
    let counted = |clusters: &str, placements: &str| {
        let assignment = assignment(&problem.instance, clusters, placements);
        let counted = indicators(&problem, &problem.tally(&assignment)).money.unwrap();
        let boards = counted.boards.iter();
        let boards: Vec<_> =
            boards.map(|(id, of)| (id.clone(), of.cost_eur.0, of.grant_eur.0)).collect();
        assert_eq!(counted.grant, Some(GrantIndicators { students: 7, of: GrantYear::Given }));
        (boards, counted.total.cost_eur.0, counted.total.grant_eur.0)
    };
    let row = |id: &str, cost: i64, grant: i64| (id.to_owned(), cost, grant);
    // 171 euros for three students and one: 128.25 and 42.75.
    let boards = vec![row("n", 1400, 0), row("p", 30, 128), row("q", 10, 43)];
    assert_eq!(counted("h+i", "s>h*3 s>i*1"), (boards, 1440, 171));
    // Nobody is in a cluster: no board has a share of what is paid all the same.
    assert_eq!(counted("h+i", ""), (vec![row("n", 1400, 0)], 1400, 171));
}
