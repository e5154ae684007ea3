//! Summaries of unusual plans, such as one in which nobody can be placed.

use serde_json::json;

use super::summary;
use crate::plan::{Plan, Status};
use crate::problem::Problem;
use crate::testing::{assignment, tiny};
use crate::texts::Language;

fn in_english(problem: &Problem, cluster: &str, students: &str) -> String {
    let assignment = assignment(&problem.instance, cluster, students);
    let plan = crate::composing::plan(problem, &assignment, Some(Status::Optimal));
    let plan = Plan { status: Some(Status::Optimal), ..plan };
    summary(problem, &plan, &assignment, Language::English)
}

#[test]
fn the_first_line_says_that_nobody_can_be_placed() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }],
        "students": [{ "id": "s" }],
    }));
    let text = in_english(&problem, "", "");
    let first = "Nobody can be placed: no board has a cluster, may open one, or is in the shell.";
    assert_eq!(text.lines().next(), Some(first));
    assert!(!text.contains("optimal"), "{text}");
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": [{ "id": "s" }],
    }));
    let text = in_english(&problem, "c", "s>h");
    assert!(text.starts_with("Plan for") && text.contains("proven optimal"), "{text}");
}

#[test]
fn numbers_have_their_plurals_and_ids_their_names() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "name": "De Linde", "places": 3 }, { "id": "i", "places": 1 }],
        "clusters": [{ "id": "c", "name": "Noord", "schools": ["h"] }],
        "students": [{ "id": "s", "fixed": "h", "not": ["h"] }],
        "rules": { "fixed": {}, "exclusion": {} },
    }));
    let text = in_english(&problem, "c", "s>h");
    assert!(text.contains("\n1 of 1 student has a place in a cluster (100.0%)"), "{text}");
    assert!(text.contains("\n1 cluster is used, 0 of them new.\n"), "{text}");
    assert!(text.contains("\n  Noord  "), "{text}");
    assert!(
        text.contains("\ns is fixed at De Linde, which overrides rule ‘Exclusion’.\n"),
        "{text}"
    );
}

#[test]
fn pairs_are_counted_and_named_where_they_are_not_as_asked() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 3 }],
        "clusters": [{ "id": "c", "schools": ["h", "i"] }],
        "students": [
            { "id": "s", "with": [{ "students": ["t"], "because": "one car" }, { "students": ["v"] }] },
            { "id": "t", "apart": [{ "students": ["u"], "at": "cluster" }] }, { "id": "u" }, { "id": "v" },
        ],
        "rules": { "together": {}, "apart": {} },
    }));
    let text = in_english(&problem, "c", "s>h t>i u>h");
    for line in [
        "\nTogether and apart\n0 of 3 pairs of students are as asked; of one pair a student is left out.\n",
        "\n  s and t are not together at one school (one car)\n",
        "\n  t and u are both in one cluster\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let text = in_english(&problem, "c", "s>h t>h v>h");
    assert!(text.contains("2 of 3 pairs of students are as asked; of one pair"), "{text}");
    let text = in_english(&problem, "c", "s>h t>h u>h");
    assert!(text.contains("1 of 3 pairs of students is as asked; of one pair"), "{text}");
}

#[test]
fn clusters_that_are_not_used_are_named_with_the_reason() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 1 }, { "id": "j", "places": 4 }],
        "clusters": [
            { "id": "c", "schools": ["h"] }, { "id": "d", "name": "Zuid", "schools": ["i"] },
            { "id": "e", "schools": ["j"] },
        ],
        "students": [{ "id": "s", "count": 3 }],
        "rules": { "cluster_size": { "min": 2 } },
    }));
    let text = in_english(&problem, "c", "s>h*3");
    let expected = "\nExisting clusters not used\n  \
        Zuid: Its schools have 1 place, and the cluster needs at least 2 members. To keep it: 1 more place, or a \
        minimum of 1 for this cluster.\n  \
        e: It could be used, but no plan with it is better: that is proven. To keep it: only the demand that it is \
        used; `repair --keep` finds the price.\n\
        What it would take to keep one: plaatswijzer repair INSTANCE --keep \"d\"\n";
    assert!(text.contains(expected), "{text}");
    assert!(!in_english(&problem, "c d e", "s>h*3").contains("not used"));
}
