//! Sizes of clusters, worked out on paper, and against the program.

use serde_json::json;

use crate::testing::{example, twin};

#[test]
fn members_off_target_cost_and_too_few_or_many_are_wrong() {
    let rule = example(
        json!({
            "schools": [{ "id": "h", "places": 9 }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s", "count": 5 }, { "id": "f", "year": 4, "count": 2 }],
            "rules": { "cluster_size": { "min": 2, "target": 3, "max": 4, "worth_km": 1.5 } },
        }),
        "cluster_size",
    );
    rule.plan("", "").costs(0);
    rule.plan("c", "").breaks(3 * 1_500, &["cluster c has 0 members, not 2 to 4"]);
    // Those in year 4 are no members.
    rule.plan("c", "s>h*1 f>h*2").breaks(2 * 1_500, &["cluster c has 1 member, not 2 to 4"]);
    rule.plan("c", "s>h*2").costs(1_500);
    rule.plan("c", "s>h*3 f>h*2").costs(0);
    rule.plan("c", "s>h*4").costs(1_500);
    rule.plan("c", "s>h*5").breaks(2 * 1_500, &["cluster c has 5 members, not 2 to 4"]);
}

#[test]
fn a_clusters_own_numbers_win_one_by_one() {
    let rule = example(
        json!({
            "boards": [{ "id": "b", "max_clusters": 9 }],
            "schools": [
                { "id": "h", "places": 9 }, { "id": "i", "places": 9 }, { "id": "j", "places": 9 },
            ],
            "clusters": [
                { "id": "c", "schools": ["h"], "min": 1 },
                { "id": "d", "schools": ["i"], "target": 4, "max": 5 },
            ],
            "students": [{ "id": "s", "count": 9 }],
            "rules": {
                "cluster_size": { "min": 2, "target": 3, "max": 4 },
                "forming": { "alone_places": 1 },
            },
        }),
        "cluster_size",
    );
    // c is 2 below target 3, d 1 above its own target 4.
    rule.plan("c d", "s>h*1 s>i*5").costs(2 * 3_000 + 3_000);
    rule.plan("c d", "s>h*5 s>i*1").breaks(
        2 * 3_000 + 3 * 3_000,
        &["cluster c has 5 members, not 1 to 4", "cluster d has 1 member, not 2 to 5"],
    );
    rule.plan("j", "s>j*1").breaks(6_000, &["new cluster of j has 1 member, not 2 to 4"]);
}

#[test]
fn an_existing_cluster_may_be_below_its_minimum_at_a_price() {
    let rule = example(
        json!({
            "boards": [{ "id": "b", "max_clusters": 9 }],
            "schools": [{ "id": "h", "places": 9 }, { "id": "i", "places": 9 }, { "id": "j", "places": 9 }],
            "clusters": [
                { "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"], "min": 1 },
            ],
            "students": [{ "id": "s", "count": 9 }],
            "rules": {
                "cluster_size": { "min": 2, "target": 3, "max": 4, "below_min_worth_km": 7 },
                "forming": { "alone_places": 1 },
            },
        }),
        "cluster_size",
    );
    // 3 below the target at 3 km each, and 2 below the minimum at 7 km each; d has its own minimum.
    rule.plan("c", "").costs(3 * 3_000 + 2 * 7_000);
    rule.plan("d", "").costs(3 * 3_000 + 7_000);
    rule.plan("c d", "s>h*1 s>i*1").costs(2 * 3_000 + 7_000 + 2 * 3_000);
    rule.plan("c", "s>h*2").costs(3_000);
    rule.plan("c", "s>h*5").breaks(2 * 3_000, &["cluster c has 5 members, not 0 to 4"]);
    // New clusters keep their minimum.
    rule.plan("j", "s>j*1").breaks(2 * 3_000, &["new cluster of j has 1 member, not 2 to 4"]);
}

#[test]
fn with_the_rule_off_clusters_have_no_sizes() {
    let rule = example(
        json!({
            "schools": [{ "id": "h", "places": 9 }],
            "clusters": [{ "id": "c", "schools": ["h"], "min": 2, "target": 2, "max": 2 }],
            "students": [{ "id": "s", "count": 5 }],
        }),
        "cluster_size",
    );
    rule.plan("c", "s>h*1").costs(0);
    rule.plan("c", "s>h*5").costs(0);
}

#[test]
fn the_program_agrees() {
    let seen = twin(
        json!({
            "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 3 }],
            "clusters": [
                { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] },
                { "id": "d", "schools": ["i"], "min": 0, "target": 1, "max": 4 },
            ],
            "students": [{ "id": "s", "count": 4 }, { "id": "f", "year": 4, "count": 2 }],
            "rules": { "cluster_size": { "min": 2, "target": 2, "max": 2 } },
        }),
        "cluster_size",
    );
    assert!(seen.broken > 0);
}

#[test]
fn the_program_agrees_below_the_minimum() {
    let seen = twin(
        json!({
            "boards": [{ "id": "b", "max_clusters": 3 }],
            "schools": [
                { "id": "h", "places": 3 }, { "id": "i", "places": 2 }, { "id": "j", "places": 3 },
            ],
            "clusters": [
                { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] },
                { "id": "d", "schools": ["i"], "min": 3, "target": 3, "max": 3 },
            ],
            "students": [{ "id": "s", "count": 4 }, { "id": "f", "year": 4 }],
            "rules": {
                "cluster_size": { "min": 2, "target": 2, "max": 2, "below_min_worth_km": 1.5 },
                "forming": { "alone_places": 3 },
            },
        }),
        "cluster_size",
    );
    assert!(seen.broken > 0);
}

/// Every school is in several options on each day, so that its members are shared out.
#[test]
fn the_program_agrees_where_options_overlap() {
    let seen = twin(
        json!({
            "boards": [{ "id": "b", "max_clusters": 2 }],
            "schools": [
                { "id": "h", "places": 2 }, { "id": "i", "places": 2 }, { "id": "j", "places": 3 },
            ],
            "students": [{ "id": "s", "count": 3 }, { "id": "f", "year": 4 }],
            "travel": { "table": [
                { "from": "h", "to": "i", "m": 1 }, { "from": "h", "to": "j", "m": 2 },
                { "from": "i", "to": "j", "m": 3 },
            ] },
            "rules": {
                "cluster_size": { "min": 1, "target": 2, "max": 2 },
                "forming": { "max_schools": 2, "alone_places": 3, "meeting_days": ["tue", "wed"] },
            },
        }),
        "cluster_size",
    );
    assert!(seen.broken > 0);
}
