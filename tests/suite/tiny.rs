//! Tiny random instances that use all that an instance may say: small enough to try every plan.

use serde_json::{Map, Value, json};

use crate::draws::Draws;
use crate::tiny_rules::{self, Sizes};

/// The days on which clusters may meet.
pub const DAYS: [&str; 3] = ["mon", "tue", "thu"];
const DENOMINATIONS: [&str; 3] = ["openbaar", "katholiek", "protestants"];
const CONCEPTS: [&str; 2] = ["dalton", "jenaplan"];
const PROGRAMMES: [&str; 4] = ["voltijd", "deeltijd", "academisch", "mbo"];

/// Upper limits on the size of an instance.
#[derive(Clone, Copy)]
pub struct Extent {
    pub boards: i64,
    pub schools: i64,
    pub entries: i64,
    /// Upper limit on the ways to divide the students over the schools.
    pub divisions: u64,
}

/// Makes the seed of the pairs of an instance from the seed of the instance.
const PAIRS: u64 = 0x7061_6972_7300;

/// The same for the price of members below the minimum.
const BELOW_MINIMUM: u64 = 0x6265_6c6f_7700;

/// The same for the grant and the costs of opening.
const GRANT: u64 = 0x6772_616e_7400;

/// Small enough for the oracle.
pub const TINY: Extent = Extent { boards: 3, schools: 5, entries: 5, divisions: 1500 };
/// Too large for the oracle, small for a solver.
pub const SMALL: Extent = Extent { boards: 4, schools: 9, entries: 16, divisions: u64::MAX };

/// The random instance of a seed.
pub fn instance(seed: u64, extent: &Extent) -> Value {
    let mut draws = Draws::new(seed);
    let draws = &mut draws;
    let sizes = Sizes::drawn(draws);
    let boards = boards(draws, extent);
    let schools = schools(draws, extent, &boards);
    let clusters = clusters(draws, &boards, &schools, sizes);
    let ids = Ids { boards: ids(&boards), schools: ids(&schools), clusters: ids(&clusters) };
    let students = students(draws, extent, &ids);
    let mut document = json!({
        "format": "plaatswijzer/instance/1",
        "name": format!("tiny {seed}"),
        "travel": travel(draws, &students, &schools),
        "boards": boards, "schools": schools, "clusters": clusters, "students": students,
        "rules": tiny_rules::rules(draws, sizes),
    });
    // Drawn by themselves, so that what else a seed gives does not depend on them.
    pairs(&mut Draws::new(seed ^ PAIRS), &mut document);
    tiny_rules::below_minimum(&mut Draws::new(seed ^ BELOW_MINIMUM), &mut document["rules"]);
    if draws.percent(15) {
        document["community_years"] = draws.pick(&[json!([1]), json!([2, 3, 4])]).clone();
    }
    if draws.percent(50) {
        let goals =
            ["unplaced", "longest_journey", "meeting_day", "denomination", "clusters", "total"];
        let chosen = draws.some_of(&goals, 0, 4).into_iter();
        // Of every other instance more journeys than the longest are looked at, also more than there are.
        let ranks = 1 + seed % 8;
        let chosen = chosen.map(|goal| match goal {
            "longest_journey" if seed.is_multiple_of(2) => json!({ "leximax_journey": ranks }),
            goal => json!(goal),
        });
        document["goals"] = chosen.collect();
    }
    if draws.percent(50) {
        document["finance"] = json!({
            "grant_per_student_eur": draws.between(0, 6), "cluster_eur": draws.between(0, 12),
            "student_eur": draws.between(0, 6), "shell_student_eur": draws.between(-2, 8),
        });
        grant(&mut Draws::new(seed ^ GRANT), &mut document["finance"]);
    }
    document
}

/// The parts of a grant besides the amount per student, and the cost of opening a cluster.
fn grant(draws: &mut Draws, finance: &mut Value) {
    if draws.percent(40) {
        finance["opening_eur"] = json!(draws.between(0, 9));
    }
    if draws.percent(30) {
        finance["grant_base_eur"] = json!(draws.between(0, 6));
    }
    if draws.percent(50) {
        let mut from = draws.between(0, 2);
        let steps = (0..draws.between(1, 3)).map(|_| {
            let step = json!({ "from": from, "eur": draws.between(0, 14) });
            from += draws.between(1, 3);
            step
        });
        finance["grant_steps"] = steps.collect();
    }
    if draws.percent(40) {
        finance["grant_lag_years"] = json!(draws.between(1, 5));
        if draws.percent(50) {
            finance["grant_students"] = json!(draws.between(0, 8));
        }
    }
}

struct Ids {
    boards: Vec<String>,
    schools: Vec<String>,
    clusters: Vec<String>,
}

impl Ids {
    fn all(&self) -> Vec<String> {
        [&self.boards[..], &self.schools, &self.clusters].concat()
    }
}

fn ids(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

fn point(draws: &mut Draws) -> Value {
    let mut degrees = |from: f64, most| (from * 1000.0 + draws.between(0, most) as f64) / 1000.0;
    json!([degrees(53.0, 180), degrees(6.4, 300)])
}

fn boards(draws: &mut Draws, extent: &Extent) -> Vec<Value> {
    let standings = ["partner", "partner", "partner", "aspirant", "shell", "candidate"];
    let number = draws.between(1, extent.boards);
    let one = |index: i64| {
        let mut board = json!({ "id": format!("b{index}"), "standing": draws.pick(&standings) });
        if draws.percent(75) {
            board["max_clusters"] = draws.between(0, 3).into();
        }
        if draws.percent(30) {
            board["network"] = "n".into();
        }
        let least = draws.between(1, 2);
        if draws.percent(8) {
            board["min_students"] = least.into();
        }
        if draws.percent(15) {
            board["max_students"] = (least + draws.between(0, 3)).into();
        }
        board
    };
    (1..=number).map(one).collect()
}

fn schools(draws: &mut Draws, extent: &Extent, boards: &[Value]) -> Vec<Value> {
    let number = draws.between(2, extent.schools);
    (1..=number).map(|index| school(draws, index, boards)).collect()
}

fn school(draws: &mut Draws, index: i64, boards: &[Value]) -> Value {
    let mut school = json!({
        "id": format!("h{index}"), "board": draws.pick(boards)["id"],
        "places": draws.between(0, 4), "ikc": draws.percent(50),
        "denomination": draws.some_of(&DENOMINATIONS, 0, 2),
        "concepts": draws.some_of(&CONCEPTS, 0, 1),
    });
    if draws.percent(90) {
        school["at"] = point(draws);
    }
    if draws.percent(15) {
        school["min_students"] = draws.between(0, 2).into();
    }
    if draws.percent(20) {
        school["places_for"] = json!([{
            "programmes": draws.some_of(&PROGRAMMES, 1, 2), "places": draws.between(0, 1),
        }]);
    }
    if draws.percent(12) {
        school["programmes"] = json!(draws.some_of(&PROGRAMMES, 1, 3));
    }
    if draws.percent(12) {
        school["years"] = json!(draws.some_of(&[1, 2, 3, 4], 2, 3));
    }
    school
}

fn clusters(draws: &mut Draws, boards: &[Value], schools: &[Value], sizes: Sizes) -> Vec<Value> {
    let mut free: Vec<&Value> = schools.iter().collect();
    draws.shuffle(&mut free);
    let number = draws.between(0, 2);
    let mut clusters = Vec::new();
    for index in 1..=number {
        let own = usize::try_from(draws.between(1, 3)).unwrap().min(free.len());
        let own: Vec<&Value> = free.drain(..own).collect();
        if let Some(first) = own.first() {
            let board = if draws.percent(85) { first } else { draws.pick(boards) };
            let board = if board.get("board").is_some() { &board["board"] } else { &board["id"] };
            let schools: Vec<&Value> = own.iter().map(|school| &school["id"]).collect();
            let mut cluster =
                json!({ "id": format!("c{index}"), "board": board, "schools": schools });
            shape(draws, &mut cluster, sizes);
            clusters.push(cluster);
        }
    }
    clusters
}

fn shape(draws: &mut Draws, cluster: &mut Value, sizes: Sizes) {
    if draws.percent(25) {
        cluster["keep"] = true.into();
    }
    if draws.percent(50) {
        cluster["meeting_days"] = json!(draws.some_of(&DAYS, 1, 2));
    }
    if draws.percent(30) {
        cluster["opening_worth_km"] = draws.between(0, 12).into();
    }
    if draws.percent(25) {
        let own = Sizes::drawn(draws);
        cluster["min"] = own.min.into();
        cluster["target"] = own.target.into();
        cluster["max"] = own.max.into();
    } else if draws.percent(20) {
        cluster["target"] = draws.between(sizes.min, sizes.max).into();
    }
}

/// The longest list of entries with no more divisions than are allowed.
fn students(draws: &mut Draws, extent: &Extent, ids: &Ids) -> Vec<Value> {
    let number = draws.between(2, extent.entries);
    let mut divisions = 1_u64;
    let mut students = Vec::new();
    for index in 1..=number {
        let count = if draws.percent(80) { 1 } else { draws.between(2, 3) };
        divisions = divisions.saturating_mul(ways(count, ids.schools.len()));
        if divisions <= extent.divisions || extent.divisions == u64::MAX || index <= 2 {
            students.push(student(draws, index, count, ids));
        }
    }
    students
}

/// Number of ways to divide identical students over schools, where some may get no place.
fn ways(count: i64, schools: usize) -> u64 {
    let schools = schools as u64;
    (1..=count.unsigned_abs()).fold(1, |ways, one| ways * (schools + one) / one)
}

fn student(draws: &mut Draws, index: i64, count: i64, ids: &Ids) -> Value {
    let programmes = ["voltijd", "voltijd", "deeltijd", "academisch", "mbo"];
    let mut student = json!({
        "id": format!("s{index:02}"), "count": count, "programme": draws.pick(&programmes),
        "year": draws.between(1, 4), "concepts": draws.some_of(&CONCEPTS, 0, 1),
    });
    if draws.percent(92) {
        student["at"] = point(draws);
    }
    if draws.percent(50) {
        student["days"] = json!(draws.some_of(&["mon", "tue", "wed", "thu", "fri"], 0, 4));
    }
    if draws.percent(20) {
        student["class_days"] = draws.between(0, 2).into();
    }
    if draws.percent(40) {
        let strength = if draws.percent(30) { "must" } else { "prefer" };
        let wish = draws.some_of(&DENOMINATIONS, 1, 2);
        student["denomination"] = json!({ "wish": wish, "strength": strength });
    }
    if draws.percent(15) {
        student["limit_km"] = json!(draws.between(4000, 25000) as f64 / 1000.0);
    }
    if draws.percent(10) {
        student["detour"] = json!(draws.between(8, 30) as f64 / 10.0);
    }
    if draws.percent(20) {
        student["unplaced_worth_km"] = draws.between(0, 90).into();
    }
    preferences(draws, &mut student, ids);
    student
}

fn preferences(draws: &mut Draws, student: &mut Value, ids: &Ids) {
    if draws.percent(35) {
        student["wishes"] = json!(draws.some_of(&ids.all(), 1, 3));
    }
    if draws.percent(20) {
        student["not"] = json!(draws.some_of(&ids.all(), 1, 2));
    }
    if draws.percent(12) {
        student["only"] = json!(draws.some_of(&ids.all(), 1, 3));
    }
    if draws.percent(20) {
        student["previous"] = json!(draws.some_of(&ids.schools, 1, 2));
    }
    if draws.percent(8) {
        student["fixed"] = draws.pick(&ids.schools).as_str().into();
    }
}

fn travel(draws: &mut Draws, students: &[Value], schools: &[Value]) -> Value {
    let mut table = Vec::new();
    for from in students.iter().chain(schools) {
        for to in schools.iter().filter(|to| to["id"] != from["id"]) {
            if draws.percent(15) {
                let mut row = Map::new();
                row.insert("from".to_owned(), from["id"].clone());
                row.insert("to".to_owned(), to["id"].clone());
                if draws.percent(70) {
                    row.insert("m".to_owned(), draws.between(0, 30_000).into());
                } else {
                    row.insert("min".to_owned(), json!(draws.between(0, 600) as f64 / 10.0));
                }
                table.push(Value::Object(row));
            }
        }
    }
    json!({ "detour": draws.between(10, 16) as f64 / 10.0, "table": table })
}

/// Students who are to be together or apart, in some instances: each pair at most once per kind and place.
fn pairs(draws: &mut Draws, document: &mut Value) {
    if draws.percent(55) {
        return;
    }
    let students = document["students"].as_array_mut().unwrap();
    let single: Vec<usize> =
        (0..students.len()).filter(|&index| students[index]["count"] == json!(1)).collect();
    if single.len() < 2 {
        return;
    }
    let demanded = draws.one_of(&["with", "apart"]);
    for kind in ["with", "apart"] {
        let mut chosen = draws.some_of(&single, 2, 3);
        chosen.sort_unstable();
        let others = chosen.split_off(1);
        let at = if draws.percent(50) { "school" } else { "cluster" };
        let ids: Vec<Value> = others.iter().map(|&other| students[other]["id"].clone()).collect();
        let mut entry = json!({ "students": ids, "at": at });
        // Not of both kinds, or the two could contradict each other.
        if kind == demanded && draws.percent(50) {
            entry["strength"] = "must".into();
        } else if draws.percent(60) {
            entry["worth_km"] = json!(draws.between(0, 30_000) as f64 / 1000.0);
        }
        if draws.percent(70) {
            students[chosen[0]][kind] = json!([entry]);
        }
    }
    if draws.percent(30) {
        document["rules"]["together"] = json!({ "worth_km": draws.between(0, 40) });
        document["rules"]["apart"] = json!({ "worth_km": draws.between(0, 40) });
    } else if draws.percent(8) {
        document["rules"]["together"] = false.into();
    }
}
