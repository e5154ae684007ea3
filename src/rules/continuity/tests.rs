//! Examples worked out on paper, and the twin.

use serde_json::{Value, json};

use crate::testing::{RuleJudgement, example, twin};

/// Students who were at h and i, which are there, and at z, which is gone.
fn world(previous: &str, settings: &Value) -> Value {
    json!({
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 4 }, { "id": "i", "places": 3 },
            { "id": "j", "places": 2, "board": "x" },
        ],
        "clusters": [{ "id": "c", "schools": ["h", "i"] }],
        "students": [{ "id": "s" }, { "id": "t", "count": 3 }],
        "previous": previous,
        "rules": { "continuity": settings },
    })
}

fn charged(previous: &str, placements: &str) -> RuleJudgement {
    example(world(previous, &json!({})), "continuity").plan("c", placements)
}

#[test]
fn a_student_who_moves_or_is_left_out_is_a_change() {
    charged("s>h t>i*3", "s>h t>i*3").costs(0);
    charged("s>h t>i*3", "s>i t>i*2 t>h*1").costs(2 * 25_000);
    charged("s>h t>i*3", "t>j*2").costs(4 * 25_000);
    charged("s>z t>i*3", "s>h t>i*3").costs(25_000);
    charged("s>z t>i*3", "t>i*3").costs(25_000);
}

#[test]
fn whoever_had_no_place_or_was_not_there_changes_nothing() {
    charged("s>- t>i*3", "s>h t>i*3").costs(0);
    charged("t>-*3", "s>h t>i*3").costs(0);
    charged("q>h*4", "s>h t>i*3").costs(0);
}

#[test]
fn a_cohort_counts_school_by_school_less_what_it_shrank() {
    // One of t left h, two moved to i.
    charged("t>h*2 t>-*1", "t>h*1 t>i*2").costs(25_000);
    // Five are now three: two who left h and one who left z are one change.
    charged("t>h*2 t>i*2 t>z*1", "t>i*2 t>j*1").costs(25_000);
    charged("t>h*2 t>i*2 t>z*1", "t>h*2 t>i*1").costs(0);
    charged("t>h*5", "t>h*2").costs(25_000);
    // Two are now three: who is new is no change, who left h is.
    charged("t>h*2", "t>h*2 t>i*1").costs(0);
    charged("t>h*2", "t>h*1 t>i*2").costs(25_000);
    charged("t>h*2", "t>h*1").costs(25_000);
}

#[test]
fn a_limit_on_changes_binds() {
    let settings = json!({ "worth_km": 0.5, "max_changes": 1 });
    let rule = example(world("s>h t>i*3", &settings), "continuity");
    rule.plan("c", "s>i t>i*3").costs(500);
    rule.plan("c", "s>i t>i*2")
        .breaks(2 * 500, &["the plan makes 2 changes against the earlier plan, more than 1"]);
}

#[test]
fn without_an_earlier_plan_it_says_nothing() {
    let mut world = world("", &json!({ "max_changes": 0 }));
    world.as_object_mut().unwrap().remove("previous");
    let rule = example(world, "continuity");
    rule.plan("", "").costs(0);
    assert!(rule.problem.rules_off().contains(&"continuity"));
}

#[test]
fn the_program_agrees() {
    for previous in ["s>h t>i*3", "s>z t>h*2 t>i*1", "s>- t>h*2", "t>h*2 t>i*2 t>z*1"] {
        assert_eq!(twin(world(previous, &json!({})), "continuity").broken, 0, "{previous}");
        let limited = json!({ "worth_km": 0.5, "max_changes": 1 });
        assert!(twin(world(previous, &limited), "continuity").broken > 0, "{previous}");
    }
}
