//! Tiny random problems whose rules are all part of the core: what the core knows is then all that
//! binds a plan, and every claim can be held against enumeration.

use serde_json::{Value, json};

use super::Draws;
use crate::problem::Problem;
use crate::testing::tiny;

/// More cluster options than this make enumeration slow.
const MOST_OPTIONS: usize = 14;
const DAYS: [&str; 2] = ["tue", "thu"];

/// The first `number` problems of a range of seeds that are small enough to enumerate, with seeds.
pub fn problems(first_seed: u64, number: usize) -> impl Iterator<Item = (u64, Problem)> {
    let all = (first_seed..).map(|seed| (seed, tiny(document(seed))));
    all.filter(|(_, problem)| problem.options.len() <= MOST_OPTIONS).take(number)
}

/// The instance of a seed.
pub fn document(seed: u64) -> Value {
    let mut draws = Draws::new(seed);
    let draws = &mut draws;
    let number = draws.between(2, 5);
    let schools: Vec<Value> = (1..=number).map(|index| school(draws, index)).collect();
    let clusters = clusters(draws, &schools);
    let entries = draws.between(2, 6);
    let students: Vec<Value> =
        (1..=entries).map(|index| student(draws, index, &schools, &clusters)).collect();
    json!({
        "boards": boards(draws), "schools": schools, "clusters": clusters, "students": students,
        "travel": { "table": table(draws, &students, &schools) }, "rules": rules(draws),
    })
}

fn boards(draws: &mut Draws) -> Value {
    let mut boards = json!([{ "id": "b" }, { "id": "d" }, { "id": "x", "standing": "shell" }]);
    for index in 0..2 {
        if draws.percent(60) {
            boards[index]["max_clusters"] = draws.between(0, 3).into();
        }
    }
    if draws.percent(30) {
        boards[0]["network"] = "n".into();
        boards[1]["network"] = "n".into();
    }
    boards
}

fn school(draws: &mut Draws, index: i64) -> Value {
    let board = draws.one_of(&["b", "b", "d", "x"]);
    json!({ "id": format!("h{index}"), "board": board, "places": draws.between(0, 4) })
}

fn clusters(draws: &mut Draws, schools: &[Value]) -> Vec<Value> {
    let mut free = schools.iter().filter(|school| school["board"] != "x");
    let mut clusters = Vec::new();
    for index in 1..=draws.between(0, 2) {
        let own: Vec<&Value> =
            (0..draws.between(1, 2)).filter_map(|_| free.next()).map(|one| &one["id"]).collect();
        if own.is_empty() {
            break;
        }
        let mut cluster = json!({ "id": format!("c{index}"), "board": "b", "schools": own });
        if draws.percent(40) {
            cluster["keep"] = true.into();
        }
        if draws.percent(50) {
            cluster["meeting_days"] = json!(DAYS);
        }
        if draws.percent(40) {
            cluster["opening_worth_km"] = draws.between(0, 9).into();
        }
        if draws.percent(30) {
            let (min, target, max) = sizes(draws);
            cluster["min"] = min.into();
            cluster["target"] = target.into();
            cluster["max"] = max.into();
        }
        clusters.push(cluster);
    }
    clusters
}

fn sizes(draws: &mut Draws) -> (i64, i64, i64) {
    let min = draws.between(0, 2);
    let target = min + draws.between(0, 2);
    (min, target, target + draws.between(0, 2))
}

fn student(draws: &mut Draws, index: i64, schools: &[Value], clusters: &[Value]) -> Value {
    let mut student = json!({ "id": format!("s{index}"), "year": draws.one_of(&[1, 2, 3, 4, 4]) });
    if draws.percent(30) {
        student["count"] = draws.between(2, 3).into();
    }
    if draws.percent(30) {
        student["days"] = json!([draws.one_of(&DAYS)]);
    }
    if draws.percent(30) {
        student["unplaced_worth_km"] = draws.between(0, 40).into();
    }
    // Anywhere else a fixed student might be fixed where nobody can be placed, which is no problem.
    let sure = |school: &&Value| {
        let has = |cluster: &Value| {
            cluster["schools"].as_array().is_some_and(|own| own.contains(&school["id"]))
        };
        school["board"] == "x" || clusters.iter().any(has)
    };
    let sure: Vec<&Value> = schools.iter().filter(sure).map(|school| &school["id"]).collect();
    if !sure.is_empty() && draws.percent(10) {
        student["fixed"] = draws.one_of(&sure).clone();
    }
    student
}

/// Journeys in steps of half a kilometre, so that many cost the same.
fn table(draws: &mut Draws, students: &[Value], schools: &[Value]) -> Vec<Value> {
    let from = students.iter().chain(schools);
    let pairs = from.flat_map(|from| schools.iter().map(move |to| (&from["id"], &to["id"])));
    let apart = pairs.filter(|(from, to)| from != to);
    let row = |(from, to)| json!({ "from": from, "to": to, "m": draws.between(0, 40) * 500 });
    apart.map(row).collect()
}

fn rules(draws: &mut Draws) -> Value {
    let (min, target, max) = sizes(draws);
    let days = if draws.percent(25) { json!(DAYS) } else { json!(["tue"]) };
    let mut rules = json!({
        "placement": { "worth_km": draws.between(2, 40) },
        "forming": {
            "max_schools": draws.between(1, 3), "reach_km": draws.between(4, 20),
            "opening_worth_km": draws.between(0, 9), "alone_places": draws.between(1, 4),
            "meeting_days": days,
        },
        "travel": { "limit_km": draws.between(8, 30) },
        "fixed": {},
        "shell": { "worth_km": draws.between(0, 20) },
        "meeting_day": { "worth_km": draws.between(0, 12), "hard": draws.percent(30) },
    });
    if draws.percent(90) {
        let worth = draws.between(0, 6);
        rules["cluster_size"] =
            json!({ "min": min, "target": target, "max": max, "worth_km": worth });
    }
    if draws.percent(10) {
        rules["forming"] = false.into();
    }
    if rules.get("cluster_size").is_some() && draws.percent(35) {
        rules["cluster_size"]["below_min_worth_km"] = draws.between(0, 8).into();
    }
    rules
}
