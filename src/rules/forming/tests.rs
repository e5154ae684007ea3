//! Rule `forming` on paper, against its twin, and its options against the clusters of a plan.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::base::Points;
use crate::instance::{Day, SchoolId};
use crate::plan::assignment::{Assignment, Origin, UsedCluster};
use crate::problem::Problem;
use crate::testing::{example, tiny, twin};

const FORMING: &str = "forming";

/// Three schools, with journeys between them in both directions, in one, and in the other.
fn three_schools(settings: &Value) -> Value {
    json!({
        "boards": [{ "id": "b", "max_clusters": 9 }],
        "schools": [
            { "id": "h", "places": 10 }, { "id": "i", "places": 4 }, { "id": "j", "places": 4 },
            { "id": "lost", "places": 9 },
        ],
        "travel": { "table": [
            { "from": "h", "to": "i", "m": 2_000 }, { "from": "i", "to": "h", "m": 3_000 },
            { "from": "i", "to": "j", "m": 4_000 }, { "from": "j", "to": "h", "m": 3_500 },
        ] },
        "rules": { "forming": settings },
    })
}

#[test]
fn a_new_cluster_costs_its_opening_and_the_longest_journey_between_its_schools() {
    let rule = example(three_schools(&json!({ "reach_km": 4 })), FORMING);
    rule.plan("", "").costs(0);
    rule.plan("h", "").costs(60_000);
    rule.plan("h+i", "").costs(60_000 + 3_000);
    rule.plan("h+i+j", "").costs(60_000 + 4_000);
    rule.plan("h i+j", "").costs(60_000 + 60_000 + 4_000);
    let rule = example(three_schools(&json!({ "opening_worth_km": 0.5 })), FORMING);
    rule.plan("h+j", "").costs(500 + 3_500);
}

#[test]
fn schools_of_a_new_cluster_lie_within_reach() {
    let rule = example(three_schools(&json!({ "reach_km": 3.999 })), FORMING);
    rule.plan("h+j", "").costs(60_000 + 3_500);
    let sentence = "new cluster of i, j has schools 4,000 m apart, more than 3,999";
    rule.plan("i+j", "").breaks(60_000 + 4_000, &[sentence]);
    let sentence = "new cluster of h, lost has schools whose distance is unknown";
    rule.plan("h+lost", "").breaks(0, &[sentence]);
}

#[test]
fn a_new_cluster_has_enough_schools_and_places() {
    let rule = example(three_schools(&json!({ "min_schools": 3, "max_schools": 3 })), FORMING);
    rule.plan("h", "").costs(60_000);
    rule.plan("h+i+j", "").costs(64_000);
    rule.plan("h+i", "").breaks(63_000, &["new cluster of h, i has 2 schools, not 3 to 3"]);
    rule.plan("lost", "").breaks(60_000, &["new cluster of lost is one school with 9 places"]);

    let mut document = three_schools(&json!({ "alone_places": 9, "max_schools": 2 }));
    document["rules"]["cluster_size"] = json!({ "min": 8 });
    let rule = example(document.clone(), FORMING);
    rule.plan("lost", "").costs(60_000);
    rule.plan("i+j", "").costs(64_000);
    rule.plan("h+i+j", "").breaks(64_000, &["new cluster of h, i, j has 3 schools, not 2 to 2"]);
    document["rules"]["cluster_size"] = json!({ "min": 9 });
    let rule = example(document, FORMING);
    rule.plan("i+j", "")
        .breaks(64_000, &["new cluster of i, j has 8 places, too few for a cluster"]);
}

#[test]
fn more_options_than_are_enumerated_are_an_error() {
    let days = json!(["mon", "tue", "wed"]);
    let problem = tiny(three_schools(&json!({ "reach_km": 4, "meeting_days": days })));
    let within = |most: usize| {
        let Problem { instance, rulebook, conventions, .. } = &problem;
        super::options::at_most(most, rulebook.forming(), instance, conventions)
    };
    // Alone h; in pairs h and i, h and j, i and j; all three: each on three days.
    for most in [0, 3, 6, 12, 13, 14] {
        let errors = within(most).unwrap_err().to_string();
        assert!(errors.contains(&format!("at most {most}")), "{errors}");
    }
    for most in [15, 16] {
        assert_eq!(within(most).unwrap().len(), 15);
    }
}

#[test]
fn a_new_cluster_meets_on_an_allowed_day() {
    let mut document = three_schools(&json!({}));
    document["rules"]["meeting_day"] = json!({ "default_day": "thu" });
    let rule = example(document, FORMING);
    rule.plan("h/thu", "").costs(60_000);
    rule.plan("h", "").breaks(60_000, &["new cluster of h meets on a day not allowed (tue)"]);
    let rule = example(three_schools(&json!({ "meeting_days": ["wed", "mon"] })), FORMING);
    rule.plan("h/mon i+j/wed", "").costs(60_000 + 64_000);
    rule.plan("h", "").breaks(60_000, &["new cluster of h meets on a day not allowed (tue)"]);
}

/// Boards v and w form network n; c is of w, though its school is of b, and d takes no part.
fn networks(rules: &Value) -> Value {
    json!({
        "boards": [
            { "id": "b", "max_clusters": 1 }, { "id": "v", "network": "n", "max_clusters": 2 },
            { "id": "w", "network": "n", "max_clusters": 0 },
            { "id": "y", "standing": "candidate", "max_clusters": 9 },
        ],
        "schools": [
            { "id": "h", "places": 2 }, { "id": "i", "places": 2 }, { "id": "k", "places": 2 },
            { "id": "m", "places": 2, "board": "v" }, { "id": "p", "places": 2, "board": "w" },
            { "id": "q", "places": 2, "board": "y" },
        ],
        "clusters": [
            { "id": "c", "board": "w", "schools": ["k"], "opening_worth_km": 1.5,
              "meeting_days": ["tue", "wed"] },
            { "id": "d", "board": "b", "schools": ["q"], "keep": true },
        ],
        "students": [{ "id": "s", "count": 2 }],
        "travel": { "table": [
            { "from": "m", "to": "p", "m": 700 }, { "from": "h", "to": "m", "m": 1 },
            { "from": "h", "to": "q", "m": 1 }, { "from": "h", "to": "k", "m": 1 },
        ] },
        "rules": rules,
    })
}

#[test]
fn boards_of_a_network_form_and_count_clusters_together() {
    let rule = example(networks(&json!({ "forming": { "alone_places": 2 } })), FORMING);
    rule.plan("m+p", "").costs(60_000 + 700);
    // c counts for the network of w, which may have 2 + 0, and not for b.
    rule.plan("c h m+p", "").costs(1_500 + 60_000 + 60_700);
    rule.plan("c m p", "").breaks(121_500, &["n has 3 clusters, more than 2"]);
    rule.plan("h i", "").breaks(120_000, &["b has 2 clusters, more than 1"]);
    let sentence = "new cluster of h, m mixes h and m of another board";
    rule.plan("h+m", "").breaks(60_001, &[sentence]);
}

#[test]
fn schools_elsewhere_and_of_boards_that_take_no_part_form_nothing() {
    let rule = example(networks(&json!({ "forming": { "alone_places": 2 } })), FORMING);
    let sentence = "new cluster of h, q contains q, whose board takes no part";
    rule.plan("h+q", "").breaks(60_001, &[sentence]);
    let sentence = "new cluster of h, k contains k, which is in an existing cluster";
    rule.plan("h+k", "").breaks(60_001, &[sentence]);
    // d is ignored, and so is its `keep`.
    rule.plan("", "").costs(0);
    assert_eq!(rule.findings("d", ""), ["structure: cluster d takes no part"]);
}

#[test]
fn a_kept_cluster_is_used_also_with_the_rule_off() {
    let document = |rules: &Value| {
        let mut document = networks(rules);
        document["clusters"][0]["keep"] = json!(true);
        document["boards"][1]["max_clusters"] = json!(0);
        document
    };
    let rule = example(document(&json!({ "forming": {} })), FORMING);
    rule.plan("", "").breaks(0, &["c must be used"]);
    rule.plan("c", "").breaks(1_500, &["n has 1 cluster, more than 0"]);
    let rule = example(document(&json!({})), FORMING);
    rule.plan("", "").breaks(0, &["c must be used"]);
    rule.plan("c/wed", "").costs(1_500);
    rule.plan("c h", "").breaks(61_500, &["new cluster of h is new, and no clusters are formed"]);
}

#[test]
fn the_program_agrees() {
    let mut document = networks(&json!({
        "forming": { "alone_places": 2, "meeting_days": ["tue"] },
    }));
    assert!(twin(document.clone(), FORMING).broken > 0);
    document["clusters"][0]["keep"] = json!(true);
    document["rules"]["cluster_size"] = json!({ "min": 1, "target": 1, "max": 1 });
    assert!(twin(document.clone(), FORMING).broken > 0);
    document["rules"]["forming"] = json!(false);
    assert!(twin(document, FORMING).broken > 0);
}

/// The new options of a problem, and the sets of schools with a day that the rule accepts in a plan.
fn options_and_valid_clusters(problem: &Problem) -> [BTreeSet<(Vec<SchoolId>, Day, Points)>; 2] {
    let options = problem.options.values().filter(|option| option.is_new());
    let options =
        options.map(|option| (option.schools.clone(), option.meeting_day, option.opening));
    let ids: Vec<SchoolId> = problem.instance.schools.ids().collect();
    let sets = (1..1_u32 << ids.len()).map(|set| {
        let chosen = ids.iter().enumerate().filter(move |(position, _)| set >> position & 1 == 1);
        chosen.map(|(_, &id)| id).collect::<Vec<SchoolId>>()
    });
    let clusters = sets.flat_map(|set| Day::ALL.iter().map(move |&day| (set.clone(), day)));
    let valid = clusters.filter_map(|(schools, meeting_day)| {
        let owner = problem.instance.owner(problem.instance.schools[schools[0]].board);
        let used =
            UsedCluster { origin: Origin::New(owner), schools: schools.clone(), meeting_day };
        let assignment = Assignment::new(vec![used], Vec::new());
        let assessment = problem.assess(&problem.tally(&assignment));
        let is_valid = assessment.breaches.iter().all(|breach| breach.rule != FORMING);
        is_valid.then(|| (schools, meeting_day, assessment.per_rule()[FORMING]))
    });
    [options.collect(), valid.collect()]
}

/// Seven schools on a line, 1 km apart, of two boards that alternate and a third.
fn line(settings: &Value, network: Option<&str>) -> Value {
    let school = |at: usize| {
        let board = ["v", "w", "v", "w", "v", "z", "w"][at];
        json!({ "id": format!("h{at}"), "places": 2 + at, "board": board })
    };
    let journey = |from: usize, to: usize| {
        let m = 1_000 * (to - from) + 10 * to;
        json!({ "from": format!("h{from}"), "to": format!("h{to}"), "m": m })
    };
    // The journey from h0 to h4 is not known.
    let pairs = (0..7).flat_map(|from| (from + 1..7).map(move |to| (from, to)));
    let known = pairs.filter(|&pair| pair != (0, 4));
    let board = |id: &str| json!({ "id": id, "max_clusters": 9, "network": network });
    json!({
        "boards": [board("v"), board("w"), { "id": "z", "max_clusters": 9 }],
        "schools": (0..7).map(school).collect::<Vec<Value>>(),
        "clusters": [{ "id": "c", "board": "v", "schools": ["h2"] }],
        "travel": { "table": known.map(|(from, to)| journey(from, to)).collect::<Vec<Value>>() },
        "rules": { "forming": settings },
    })
}

#[test]
fn the_options_are_exactly_the_valid_clusters() {
    let settings = [
        json!({}),
        json!({ "max_schools": 1, "alone_places": 6 }),
        json!({ "min_schools": 3, "alone_places": 8 }),
        json!({ "min_schools": 1, "max_schools": 2, "alone_places": 5 }),
        json!({ "reach_km": 3.06, "meeting_days": ["mon", "fri"] }),
        json!({ "max_schools": 3, "reach_km": 0.5, "alone_places": 0 }),
    ];
    for settings in &settings {
        for (network, smallest) in [(None, 0), (None, 9), (Some("n"), 0), (Some("n"), 10)] {
            let mut document = line(settings, network);
            let sizes = json!({ "min": smallest, "target": smallest, "max": 99 });
            document["rules"]["cluster_size"] = sizes;
            let [options, valid] = options_and_valid_clusters(&tiny(document));
            assert_eq!(options, valid, "{settings} {network:?} {smallest}");
            assert!(!options.is_empty() || smallest > 0, "{settings} {network:?}");
        }
    }
}

#[test]
fn with_the_rule_off_there_is_no_new_cluster() {
    let problem = tiny(line(&json!(false), None));
    assert!(options_and_valid_clusters(&problem).iter().all(BTreeSet::is_empty));
}

#[test]
fn a_minimum_of_one_school_that_allows_no_smaller_cluster_is_a_warning() {
    let warnings = |settings: &Value| {
        let warnings = tiny(three_schools(settings)).rulebook.warnings();
        warnings.into_iter().map(|one| (one.location, one.message.to_string())).collect::<Vec<_>>()
    };
    let found = warnings(&json!({ "min_schools": 1 }));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "rules.forming.min_schools");
    assert!(found[0].1.contains("at least 10 places"), "{found:?}");
    // With clusters of one school alone the number is no mistake, and usually it is absent.
    for settings in
        [json!({ "min_schools": 1, "max_schools": 1 }), json!({ "min_schools": 2 }), json!({})]
    {
        assert_eq!(warnings(&settings), [], "{settings}");
    }
}
