use serde_json::{Value, json};

use super::*;
use crate::instance::Day;

/// A plan: clusters like `b-1=h+i` (new) or `c:h` (existing), with `/wed`; students like `s>h*2`, with
/// `-` for left out.
fn plan(clusters: &str, students: &str) -> Plan {
    let clusters = clusters.split_whitespace().map(|words| {
        let (words, day) = words.split_once('/').unwrap_or((words, "tue"));
        let (kind, (id, schools)) = match words.split_once('=') {
            Some(parts) => ("new", parts),
            None => ("existing", words.split_once(':').unwrap()),
        };
        let schools: Vec<&str> = schools.split('+').collect();
        json!({ "id": id, "kind": kind, "schools": schools, "meeting_day": day })
    });
    let clusters: Vec<Value> = clusters.collect();
    let (mut placements, mut unplaced) = (Vec::new(), Vec::new());
    for words in students.split_whitespace() {
        let (who, at) = words.split_once('>').unwrap();
        let (at, count) = at.split_once('*').unwrap_or((at, "1"));
        let count: i64 = count.parse().unwrap();
        if at == "-" {
            unplaced.push(json!({ "student": who, "count": count }));
        } else {
            placements.push(json!({ "student": who, "count": count, "school": at }));
        }
    }
    let plan = json!({
        "format": "plaatswijzer/plan/1",
        "clusters": clusters, "placements": placements, "unplaced": unplaced,
    });
    Plan::read(plan.to_string().as_bytes()).unwrap()
}

fn moved(before: &str, after: &str) -> Vec<String> {
    let at = |at: &StudentStatus| match at {
        StudentStatus::School(school) => school.clone(),
        StudentStatus::LeftOut => "-".to_owned(),
        StudentStatus::Absent => "?".to_owned(),
    };
    let moves = difference(&plan("", before), &plan("", after)).moves;
    moves
        .iter()
        .map(|one| format!("{} {}: {}>{}", one.count, one.student, at(&one.from), at(&one.to)))
        .collect()
}

#[test]
fn whoever_is_elsewhere_has_moved() {
    assert_eq!(
        moved("s>h t>i u>h v>- w>i x>-", "s>h t>h u>- v>i y>h x>-"),
        ["1 t: i>h", "1 u: h>-", "1 v: ->i", "1 w: i>?", "1 y: ?>h"]
    );
}

#[test]
fn cohorts_that_shrink_lose_those_with_a_place_first() {
    assert_eq!(moved("t>h*3 t>-*1", "t>i*1 t>h*1"), ["2 t: h>?", "1 t: ->i"]);
    assert_eq!(moved("t>h*3", "t>h*1 t>i*2"), ["2 t: h>i"]);
    assert_eq!(moved("t>h*2", "t>h*1 t>i*2"), ["1 t: h>i", "1 t: ?>i"]);
}

#[test]
fn clusters_are_known_by_schools_then_by_id() {
    let before = plan("c:h d:i+j b-1=k+l b-2=m+n b-3=p", "");
    let after = plan("c:h/wed d:i b-1=m+n b-2=k+o b-3=q", "");
    let changes: Vec<String> = difference(&before, &after)
        .clusters
        .iter()
        .map(|change| match change {
            ClusterChange::Opened(cluster) => format!("opened {}", cluster.schools.join("+")),
            ClusterChange::Closed(cluster) => format!("closed {}", cluster.schools.join("+")),
            ClusterChange::Changed { before, after } => {
                assert!(before.schools != after.schools || after.meeting_day == Day::Wednesday);
                format!("{} now {}", before.schools.join("+"), after.schools.join("+"))
            }
        })
        .collect();
    assert_eq!(changes, ["h now h", "i+j now i", "k+l now k+o", "closed p", "opened q"]);
}

#[test]
fn figures_are_compared_where_both_plans_have_them() {
    assert_eq!(difference(&plan("", "s>h"), &plan("", "s>h")).figures, None);
}
