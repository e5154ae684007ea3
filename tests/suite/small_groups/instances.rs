//! Random instances with groups of every small size, and random plans of them: an attack asks for no good plans.

use plaatswijzer::plan::Plan;
use plaatswijzer::problem::{Problem, read};
use serde_json::{Value, json};

use crate::draws::Draws;

const PROGRAMMES: [&str; 3] = ["voltijd", "deeltijd", "academisch"];
const TERMS: [&str; 2] = ["katholiek", "protestants"];
const FEW: [i64; 10] = [1, 1, 2, 2, 3, 4, 5, 6, 9, 13];

/// The random problem of a seed.
pub fn problem(seed: u64) -> Problem {
    let document = document(&mut Draws::new(seed)).to_string();
    read(document.as_bytes(), &|_| Err("absent".to_owned())).expect("it is allowed").problem
}

fn point(draws: &mut Draws) -> Value {
    // Within some tens of kilometres, in a few places.
    json!([53.0 + draws.between(0, 3) as f64 / 10.0, 6.4 + draws.between(0, 2) as f64 / 10.0])
}

/// The document of an instance: partner boards with a cluster or two, and sometimes a board in the shell.
pub fn document(draws: &mut Draws) -> Value {
    let partners = draws.between(1, 2);
    let has_shell = draws.percent(60);
    let mut boards: Vec<Value> =
        (1..=partners).map(|at| json!({ "id": format!("b{at}") })).collect();
    let mut schools = Vec::new();
    let mut clusters: Vec<Value> = Vec::new();
    for at in 1..=draws.between(1, 3) {
        let own: Vec<String> = (1..=draws.between(1, 2)).map(|one| format!("h{at}{one}")).collect();
        let (board, with) = (draws.between(1, partners), draws.between(1, partners));
        clusters
            .push(json!({ "id": format!("c{at}"), "board": format!("b{board}"), "schools": own }));
        for (id, board) in own.iter().zip([board, with]) {
            schools.push(school(draws, id, &format!("b{board}")));
        }
    }
    if has_shell {
        for at in 1..=draws.between(1, 2) {
            let board = format!("r{at}");
            boards.push(json!({ "id": board, "standing": "shell" }));
            schools.push(school(draws, &format!("x{at}"), &board));
        }
    }
    let large = draws.percent(15);
    let students = (1..=draws.between(3, 9)).map(|at| student(draws, at, large));
    let students: Vec<Value> = students.collect();
    let mut document = json!({
        "format": "plaatswijzer/instance/1", "name": "x", "boards": boards, "schools": schools,
        "clusters": clusters, "students": students, "community_years": [1, 2],
        "rules": { "cluster_size": { "min": 0, "target": 6, "max": 90 } },
    });
    if draws.percent(30) {
        document["rules"]["travel"] = json!(false);
    }
    if draws.percent(50) {
        document["finance"] = json!({
            "grant_per_student_eur": 7, "cluster_eur": 100, "student_eur": 3, "shell_student_eur": 1,
        });
    }
    document
}

fn school(draws: &mut Draws, id: &str, board: &str) -> Value {
    let places = if draws.percent(20) { draws.between(1, 6) } else { draws.between(7, 60) };
    let mut school = json!({
        "id": id, "board": board, "places": places,
        "denomination": draws.some_of(&TERMS, 0, 1), "concepts": draws.some_of(&["dalton"], 0, 1),
    });
    if draws.percent(90) {
        school["at"] = point(draws);
    }
    school
}

fn student(draws: &mut Draws, at: i64, large: bool) -> Value {
    let count = draws.one_of(&FEW) + if large { draws.between(0, 40) } else { 0 };
    let mut student = json!({
        "id": format!("s{at}"), "count": count, "programme": draws.one_of(&PROGRAMMES),
        "year": if draws.percent(80) { 1 } else { 3 },
    });
    if draws.percent(85) {
        student["at"] = point(draws);
    }
    if draws.percent(70) {
        student["days"] = json!(["mon", "tue", "thu"]);
    }
    if draws.percent(40) {
        student["denomination"] = json!({ "wish": draws.some_of(&TERMS, 1, 2) });
    }
    if draws.percent(30) {
        student["concepts"] = json!(["dalton"]);
    }
    if draws.percent(30) {
        student["wishes"] = json!(draws.some_of(&["c1", "h11", "b1"], 1, 2));
    }
    student
}

/// A random plan: every cluster is used, and each entry is divided over a few schools and those left out.
pub fn plan(problem: &Problem, seed: u64) -> Plan {
    let mut draws = Draws::new(seed ^ 0x706c_616e);
    let instance = &problem.instance;
    let schools: Vec<(&str, i64)> =
        instance.schools.values().map(|school| (school.id.as_str(), school.places)).collect();
    let mut room: Vec<i64> = schools.iter().map(|&(_, places)| places).collect();
    let mut placements = Vec::new();
    for student in instance.students.values() {
        let mut left = student.count;
        for _ in 0..draws.between(0, 3) {
            let at = usize::try_from(draws.between(0, room.len() as i64 - 1)).unwrap();
            let most = left.min(room[at]);
            let here = if draws.percent(60) { most } else { draws.between(0, most) };
            if here == 0 || placements.iter().any(|(who, to, _)| (*who, *to) == (&student.id, at)) {
                continue;
            }
            placements.push((&student.id, at, here));
            left -= here;
            room[at] -= here;
        }
    }
    let placements: Vec<Value> = placements
        .into_iter()
        .map(|(student, at, count)| {
            json!({ "student": student, "count": count, "school": schools[at].0 })
        })
        .collect();
    let clusters = instance.clusters.values().map(|cluster| {
        let schools = cluster.schools.iter().map(|&school| &instance.schools[school].id);
        let schools: Vec<&String> = schools.collect();
        json!({ "id": cluster.id, "kind": "existing", "schools": schools, "meeting_day": "tue" })
    });
    let clusters: Vec<Value> = clusters.collect();
    let plan = json!({
        "format": "plaatswijzer/plan/1", "clusters": clusters, "placements": placements,
        "status": if draws.percent(50) { "optimal" } else { "gap" },
    });
    Plan::read(plan.to_string().as_bytes()).expect("a plan")
}
