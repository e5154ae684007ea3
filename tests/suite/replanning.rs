//! Planning again from an earlier plan: by both searches, against the oracle, and by the real command.

use std::collections::BTreeMap;

use plaatswijzer::instance::Goal;
use plaatswijzer::plan::Plan;
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::questions::replan::{self, PreviousPlan, RungOutcome, with_most};
use plaatswijzer::solve::{Method, PlaceOutcome, Search, SearchOutcome, find, place};
use plaatswijzer::verify::verify;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::draws::Draws;
use crate::oracle::{self, values};
use crate::running::{code, run, stderr, stdout, village, write};
use crate::seeds;
use crate::tiny::{self, TINY};

const SEEDS: u64 = if cfg!(feature = "highs") { 900 } else { 400 };

/// A random earlier plan: it may name schools and students that are gone, and break any rule.
fn earlier(problem: &Problem, draws: &mut Draws) -> Value {
    let instance = &problem.instance;
    let mut schools: Vec<&str> =
        instance.schools.values().map(|school| school.id.as_str()).collect();
    schools.push("gone");
    let (mut placements, mut unplaced) = (Vec::new(), Vec::new());
    for student in instance.students.values() {
        for school in draws.some_of(&schools, 0, 2) {
            let count = draws.between(1, student.count);
            let placement = json!({ "student": student.id, "count": count, "school": school });
            placements.push(placement);
        }
        if draws.percent(20) {
            unplaced.push(json!({ "student": student.id, "count": draws.between(1, 2) }));
        }
    }
    if draws.percent(30) {
        placements.push(json!({ "student": "someone else", "school": draws.pick(&schools) }));
    }
    let options: Vec<_> = problem.options.values().collect();
    let mut clusters = Vec::new();
    if !options.is_empty() {
        let option = draws.pick(&options);
        let ids = option.schools.iter().map(|&school| instance.schools[school].id.as_str());
        clusters.push(json!({
            "id": "last year's", "kind": "new", "schools": ids.collect::<Vec<_>>(),
            "meeting_day": option.meeting_day,
        }));
    }
    let mut plan = json!({
        "format": "plaatswijzer/plan/1", "clusters": clusters, "placements": placements,
    });
    if draws.percent(60) {
        plan["unplaced"] = json!(unplaced);
    }
    plan
}

/// A tiny problem with an earlier plan.
pub fn again(seed: u64) -> Option<(Problem, PreviousPlan, Plan)> {
    let mut draws = Draws::new(seed ^ 0x00a6_a170);
    let mut document = tiny::instance(seed, &TINY);
    let worth = draws.between(0, 20);
    document["rules"]["continuity"] = match draws.between(0, 3) {
        0 => json!({ "worth_km": worth, "max_changes": draws.between(0, 3) }),
        1 => json!({}),
        _ => json!({ "worth_km": worth }),
    };
    let none = |_: &str| Err("absent".to_owned());
    let mut problem = read(document.to_string().as_bytes(), &none).ok()?.problem;
    let bytes = earlier(&problem, &mut draws).to_string();
    let (previous, plan) = replan::read(&problem, bytes.as_bytes()).unwrap();
    problem.instance.previous_plan = Some(previous.earlier.clone());
    Some((problem, previous, plan))
}

#[test]
fn a_plan_against_an_earlier_one_costs_the_least() {
    let charged = (0..seeds::many(SEEDS)).into_par_iter().filter_map(|seed| {
        let (problem, previous, _) = again(seed)?;
        let best = oracle::best(&problem);
        let mut charged = false;
        for method in [Method::Decomposition, Method::Plain] {
            let start = Some(previous.assignment.clone());
            let search = Search { method, start, ..Search::default() };
            let placed = place(&problem, &search, &|_| {});
            match placed.unwrap_or_else(|error| panic!("{seed}: {error}")) {
                PlaceOutcome::Plan { plan, .. } => {
                    assert_eq!(Some(values(&plan)), best, "seed {seed}, {method:?}");
                    charged |= plan.score.unwrap().rules.contains_key("continuity");
                }
                PlaceOutcome::Infeasible => assert_eq!(None, best, "seed {seed}, {method:?}"),
                PlaceOutcome::NothingFound(ending) => panic!("{seed}: {ending:?}"),
            }
        }
        Some((best.is_some(), charged, previous.findings.is_empty()))
    });
    let charged: Vec<(bool, bool, bool)> = charged.collect();
    let number = charged.len();
    let count =
        |what: fn(&(bool, bool, bool)) -> bool| charged.iter().filter(|&one| what(one)).count();
    let (possible, felt, unchanged) = (count(|one| one.0), count(|one| one.1), count(|one| one.2));
    println!("{possible} of {number} possible, {felt} with changes, {unchanged} unchanged");
    assert!(possible > number / 2 && possible < number);
    assert!(felt > number / 4 && unchanged > 0 && unchanged < number / 2);
}

#[test]
fn every_rung_of_a_ladder_is_the_best_there_is() {
    let rungs = (0..SEEDS / 2).into_par_iter().filter_map(|seed| {
        let (problem, previous, _) = again(seed)?;
        let most = [0, 1, 2, 4];
        let search = Search { start: Some(previous.assignment), ..Search::default() };
        let ladder = replan::ladder(&problem, &search, Some(&most));
        let ladder = ladder.unwrap_or_else(|error| panic!("{seed}: {error}"));
        let limits = most.map(Some).into_iter().chain([None]);
        let best: Vec<_> = limits.map(|most| oracle::best(&with_most(&problem, most))).collect();
        for (rung, best) in ladder.rungs.iter().zip(&best) {
            let found = rung.plan.as_ref().map(|plan| values(plan));
            assert_eq!(found, *best, "seed {seed}, at most {:?}", rung.max_changes);
            if let (Some(figures), Some(most)) = (&rung.figures, rung.max_changes) {
                assert!(figures.changes <= most, "seed {seed}");
            }
        }
        let fewest =
            (0..=20).find(|&most| oracle::best(&with_most(&problem, Some(most))).is_some());
        if best[4].is_some() && best[..4].contains(&None) {
            assert_eq!(ladder.least_changes_found, fewest, "seed {seed}");
            assert_eq!(ladder.least_changes_proven, fewest, "seed {seed}");
        }
        let goals = problem.instance.goals == [Goal::Total];
        let outcomes = ladder.rungs.iter().map(|rung| rung.outcome);
        Some((goals, outcomes.collect::<Vec<_>>()))
    });
    let rungs: Vec<(bool, Vec<RungOutcome>)> = rungs.collect();
    let partly = |outcomes: &[RungOutcome]| {
        outcomes[0] == RungOutcome::Impossible && outcomes[4] == RungOutcome::Plan
    };
    let partly = rungs.iter().filter(|(_, outcomes)| partly(outcomes)).count();
    let by_decomposition = rungs.iter().filter(|(goals, _)| *goals).count();
    println!(
        "{partly} of {} with too few changes below, {by_decomposition} by decomposition",
        rungs.len()
    );
    assert!(partly > 10 && by_decomposition > 10);
}

#[test]
fn what_is_frozen_stays() {
    let stayed = (0..seeds::many(SEEDS)).into_par_iter().filter_map(|seed| {
        let (problem, previous, plan) = again(seed)?;
        let board = problem.instance.boards.values().next()?.id.clone();
        let ids = if seed % 2 == 0 { vec![board] } else { vec!["last year's".to_owned()] };
        let frozen = replan::freeze(&problem, &previous, &plan, &ids).ok()?;
        let asked = problem.under(frozen.conditions);
        let best = oracle::best(&asked);
        let found = find(&asked, &Search::default(), &|_| {});
        let SearchOutcome::Plan(known) = found.unwrap_or_else(|error| panic!("{seed}: {error}"))
        else {
            assert_eq!(best, None, "seed {seed}");
            return Some(false);
        };
        let found: Vec<i64> = known.levels.iter().map(|level| level.value).collect();
        assert_eq!(Some(found), best, "seed {seed}");
        let cluster = &plan.clusters;
        for (id, school) in problem.instance.schools.iter() {
            let is_frozen = if seed % 2 == 0 {
                problem.instance.boards[school.board].id == ids[0]
            } else {
                cluster.iter().any(|one| one.schools.contains(&school.id))
            };
            let here = |placements: &[plaatswijzer::plan::assignment::Placement]| {
                let here = placements.iter().filter(|one| one.school == id);
                here.map(|one| (one.student, one.count)).collect::<BTreeMap<_, _>>()
            };
            let (then, now) = (&previous.assignment.placements, &known.assignment.placements);
            assert!(!is_frozen || here(then) == here(now), "seed {seed}: {}", school.id);
        }
        Some(true)
    });
    let stayed: Vec<bool> = stayed.collect();
    let possible = stayed.iter().filter(|&&is_possible| is_possible).count();
    println!("{possible} of {} possible", stayed.len());
    assert!(possible > 10 && possible < stayed.len());
}

#[test]
fn a_valid_earlier_plan_is_its_own_best_start() {
    let mut seen = 0;
    for seed in 0..SEEDS / 4 {
        let mut document = tiny::instance(seed, &TINY);
        // A grant that counts the earlier plan would let other plans keep the budget.
        document["finance"]["grant_lag_years"] = json!(0);
        document["finance"]["grant_students"] = json!(null);
        let none = |_: &str| Err("absent".to_owned());
        let Ok(read) = read(document.to_string().as_bytes(), &none) else { continue };
        let mut problem = read.problem;
        let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
        let PlaceOutcome::Plan { plan, .. } = placed else { continue };
        // As another program might write it: clusters and placements only.
        let bare = Plan {
            clusters: plan.clusters.clone(),
            placements: plan.placements.clone(),
            ..Plan::default()
        };
        let (previous, _) = replan::read(&problem, bare.to_json().as_bytes()).unwrap();
        assert_eq!((&previous.findings, &previous.gone), (&Vec::new(), &Vec::new()), "seed {seed}");
        problem.instance.previous_plan = Some(previous.earlier);
        let search = Search { start: Some(previous.assignment), ..Search::default() };
        let PlaceOutcome::Plan { plan: again, .. } = place(&problem, &search, &|_| {}).unwrap()
        else {
            panic!("seed {seed}: there is a plan")
        };
        assert_eq!(values(&again), values(&plan), "seed {seed}");
        if problem.instance.goals == [Goal::Total] {
            assert_eq!(again.previous.as_ref().unwrap().changes, 0, "seed {seed}");
        }
        // The changes that it states are compared with our own count.
        assert!(verify(&problem, &again).agrees());
        let mut untrue = (*again).clone();
        untrue.previous.as_mut().unwrap().changes += 1;
        assert!(!verify(&problem, &untrue).agrees());
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

/// The village, its plan, and the village without the school at which most students are.
struct Village {
    folder: tempfile::TempDir,
    plan: String,
    smaller: String,
    students: i64,
}

fn village_with_a_school_less() -> Village {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json").to_str().unwrap().to_owned();
    let solved = run(&["solve", village().to_str().unwrap(), "-o", &plan]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let read: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    let mut document: Value = serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap();
    let students = document["students"].as_array().unwrap().iter();
    let fixed: Vec<Value> = students.map(|student| student["fixed"].clone()).collect();
    let at = |school: &Value| {
        let placements = read["placements"].as_array().unwrap().iter();
        let here = placements.filter(|one| one["school"] == school["id"]);
        let count: i64 = here.map(|one| one["count"].as_i64().unwrap()).sum();
        // Students who are fixed there cannot go anywhere else.
        if fixed.contains(&school["id"]) { 0 } else { count }
    };
    let schools = document["schools"].as_array_mut().unwrap();
    let position = (0..schools.len()).max_by_key(|&position| at(&schools[position])).unwrap();
    let students = at(&schools[position]);
    schools[position]["places"] = json!(0);
    document["rules"]["cluster_size"] = json!(false);
    let smaller = write(folder.path(), "smaller.json", document.to_string().as_bytes());
    let smaller = smaller.to_str().unwrap().to_owned();
    Village { folder, plan, smaller, students }
}

#[test]
fn the_command_plans_again() {
    let Village { folder, plan, smaller, students } = village_with_a_school_less();
    let again = folder.path().join("again.json").to_str().unwrap().to_owned();
    let solved = run(&["solve", &smaller, "--previous", &plan, "-o", &again]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    assert!(stdout(&solved).contains("Against the earlier plan: "), "{}", stdout(&solved));
    assert!(stderr(&solved).contains("does not keep the rules of today"));

    let verified = run(&["verify", &smaller, &again, "--previous", &plan]);
    assert_eq!(code(&verified), 0, "{}", stdout(&verified));
    let other = run(&["verify", &smaller, &again, "--previous", &again]);
    assert_eq!(code(&other), 6);
    assert!(stdout(&other).contains("against another earlier plan"), "{}", stdout(&other));

    let differs = run(&["diff", &plan, &again, "--json"]);
    assert_eq!(code(&differs), 0, "{}", stderr(&differs));
    let differs: Value = serde_json::from_str(&stdout(&differs)).unwrap();
    let read: Value = serde_json::from_slice(&std::fs::read(&again).unwrap()).unwrap();
    let number = |of: &str| differs["students"][of].as_i64().unwrap();
    assert_eq!(json!(number("moved") + number("fell_out")), read["previous"]["changes"]);
    assert!(number("moved") + number("fell_out") >= students);
    assert!(differs["figures"].as_array().unwrap().iter().any(|one| one["name"] == "score_points"));
    let same = stdout(&run(&["diff", &plan, &plan]));
    assert_eq!(same, "Everyone stays where they were.\n\nAll figures are the same.\n");

    let frozen = run(&["solve", &smaller, "--previous", &plan, "--freeze", "nobody"]);
    assert_eq!(code(&frozen), 3, "{}", stderr(&frozen));
    let alone = run(&["solve", &smaller, "--max-changes", "3"]);
    assert_eq!(code(&alone), 2);
}

/// The village with a grant that looks back, with these other keys of `finance`.
fn village_with_a_lag(folder: &tempfile::TempDir, name: &str, finance: &Value) -> String {
    let mut document: Value = serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap();
    let members = document["finance"].as_object_mut().unwrap();
    members.insert("grant_lag_years".to_owned(), json!(1));
    members.extend(finance.as_object().unwrap().clone());
    let path = write(folder.path(), name, document.to_string().as_bytes());
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_grant_that_looks_back_counts_the_earlier_plan() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let read =
        |path: &str| -> Value { serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap() };
    let solved = |arguments: &[&str], out: &str| {
        let solved = run(&[&["solve", "-o", out], arguments].concat());
        assert_eq!(code(&solved), 0, "{}", stderr(&solved));
        (read(out), stdout(&solved))
    };
    let village = village_with_a_lag(&folder, "village.json", &json!({}));
    let (first, again) = (file("first.json"), file("again.json"));

    // Nothing is known of an earlier year: the plan's own students stand in.
    let (plan, summary) = solved(&[&village], &first);
    let core = plan["indicators"]["students"]["core"]["number"].clone();
    assert_eq!(
        plan["indicators"]["money"]["grant"],
        json!({ "students": core, "of": "this_plan" })
    );
    assert!(summary.contains("the number of an earlier year is not known"), "{summary}");

    // The earlier plan had two students in clusters who have gone since.
    let mut earlier = plan.clone();
    let gone = json!({ "student": "gone", "count": 2, "school": "h", "cluster": "noord" });
    earlier["placements"].as_array_mut().unwrap().push(gone);
    std::fs::write(&first, earlier.to_string()).unwrap();
    let counted = core.as_i64().unwrap() + 2;
    let (mut plan, summary) = solved(&[&village, "--previous", &first], &again);
    let money = &plan["indicators"]["money"];
    assert_eq!(money["grant"], json!({ "students": counted, "of": "previous_plan" }));
    let rate = read(&village)["finance"]["grant_per_student_eur"].as_i64().unwrap();
    assert_eq!(money["total"]["grant_eur"], json!(counted * rate));
    let boards = money["boards"].as_object().unwrap().values();
    let grants: i64 = boards.map(|board| board["grant_eur"].as_i64().unwrap()).sum();
    assert_eq!(grants, counted * rate);
    assert!(
        summary.contains(&format!(
            "The grant counts {counted} students in clusters in the earlier plan"
        ))
    );

    // The plan states the number, so that it can be checked alone, and against the earlier plan.
    assert_eq!(plan["previous"]["core_students"], json!(counted));
    for more in [&[][..], &["--previous", &first]] {
        let verified = run(&[&["verify", &village, &again], more].concat());
        assert_eq!(code(&verified), 0, "{}", stdout(&verified));
    }
    plan["previous"]["core_students"] = json!(counted + 1);
    std::fs::write(&again, plan.to_string()).unwrap();
    let alone = run(&["verify", &village, &again]);
    assert_eq!(code(&alone), 6, "{}", stdout(&alone));
    let compared = run(&["verify", &village, &again, "--previous", &first]);
    assert_eq!(code(&compared), 6);
    let finding = "the number of students in clusters in the earlier plan";
    assert!(stdout(&compared).contains(finding), "{}", stdout(&compared));

    // A number that the instance gives has precedence over the earlier plan.
    let given = village_with_a_lag(&folder, "given.json", &json!({ "grant_students": 300 }));
    let (plan, _) = solved(&[&given, "--previous", &first], &again);
    let money = &plan["indicators"]["money"];
    assert_eq!(money["grant"], json!({ "students": 300, "of": "given" }));
    assert_eq!(money["total"]["grant_eur"], json!(300 * rate));
    assert_eq!(plan["previous"]["core_students"], json!(null));
}

#[test]
fn an_earlier_plan_with_more_students_than_a_grant_can_count_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let village = village_with_a_lag(&folder, "village.json", &json!({}));
    let one = json!({ "student": "anna", "count": 1_000_000, "school": "h", "cluster": "noord" });
    let plan = json!({
        "format": "plaatswijzer/plan/1", "clusters": [], "placements": [one.clone(), one],
    });
    let plan = write(folder.path(), "plan.json", plan.to_string().as_bytes());
    let plan = plan.to_str().unwrap();
    let refused = run(&["solve", &village, "--previous", plan]);
    assert_eq!(code(&refused), 3);
    assert!(stderr(&refused).contains("2000000 students in clusters"), "{}", stderr(&refused));
    assert!(stderr(&refused).contains("finance.grant_students"), "{}", stderr(&refused));
}

/// The plan states where the students were, so that no command about it needs the earlier plan.
#[test]
fn a_plan_carries_what_its_price_needs_of_the_earlier_one() {
    let Village { folder, plan, smaller, .. } = village_with_a_school_less();
    let again = folder.path().join("again.json").to_str().unwrap().to_owned();
    let solved = run(&["solve", &smaller, "--previous", &plan, "-o", &again]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let read: Value = serde_json::from_slice(&std::fs::read(&again).unwrap()).unwrap();
    assert!(read["score"]["rules"]["continuity"].as_i64().unwrap() > 0, "{read}");
    let verified = run(&["verify", &smaller, &again]);
    assert_eq!(code(&verified), 0, "{}", stdout(&verified));
    assert!(stdout(&verified).contains("the earlier placements, as the plan states them"));
    let compared = run(&["verify", &smaller, &again, "--previous", &plan]);
    assert_eq!(code(&compared), 0, "{}", stdout(&compared));
    assert!(!stdout(&compared).contains("the earlier placements, as the plan states them"));

    // Reports and answers are those with the earlier plan at hand.
    let student = read["placements"][0]["student"].as_str().unwrap();
    let csv = folder.path().join("changes.csv").to_str().unwrap().to_owned();
    let report = |more: &[&str]| {
        let output =
            run(&[&["report", &smaller, &again, "-o", &csv, "--table", "changes"], more].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        std::fs::read_to_string(&csv).unwrap()
    };
    let alone = report(&[]);
    assert!(alone.lines().count() > 1, "{alone}");
    assert_eq!(alone, report(&["--previous", &plan]));
    let why = |more: &[&str]| {
        let output =
            run(&[&["why", &smaller, &again, student, "--alternatives", "1"], more].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output)
    };
    assert_eq!(why(&[]), why(&["--previous", &plan]));
    drilled(folder.path(), &smaller, &plan);

    // Another earlier plan contradicts it, and so does one that was changed in the plan itself.
    let changed = |edit: &dyn Fn(&mut Value)| {
        let mut document = read.clone();
        edit(&mut document["previous"]);
        let text = document.to_string();
        write(folder.path(), "changed.json", text.as_bytes()).to_str().unwrap().to_owned()
    };
    let other = changed(&|previous| previous["students"][student] = json!({ "left_out": 1 }));
    let against = run(&["report", &smaller, &other, "-o", &csv, "--previous", &plan]);
    assert_eq!(code(&against), 6);
    let finding = "the earlier placements that the plan states are not those of the previous plan";
    assert!(stderr(&against).contains(finding), "{}", stderr(&against));
    for (command, code_of) in [("report", 2), ("why", 2), ("verify", 6)] {
        let more: &[&str] = match command {
            "report" => &["-o", &csv],
            "why" => &[student],
            _ => &[],
        };
        let others = run(&[&[command, &smaller, &again, "--previous", &again], more].concat());
        assert_eq!(code(&others), code_of, "{command}");
        let said = stdout(&others) + &stderr(&others);
        assert!(said.contains("was made against another earlier plan"), "{said}");
    }
    let nobody = changed(&|previous| previous["students"] = json!({}));
    let refused = run(&["verify", &smaller, &nobody]);
    assert_eq!(code(&refused), 6);
    assert!(stdout(&refused).contains("the total"), "{}", stdout(&refused));
    let impossible = changed(&|previous| previous["students"][student] = json!({ "left_out": 0 }));
    let unread = run(&["verify", &smaller, &impossible]);
    assert_eq!(code(&unread), 3);
    assert!(stderr(&unread).contains("previous.students"), "{}", stderr(&unread));
    // A plan of an earlier version does not state them.
    let silent = changed(&|previous| drop(previous.as_object_mut().unwrap().remove("students")));
    let needed = run(&["verify", &smaller, &silent]);
    assert_eq!(code(&needed), 2);
    assert!(stderr(&needed).contains("--previous PLAN"), "{}", stderr(&needed));
}

/// A drill from a plan that was made with an earlier one. It needs the sum of all points as the only goal.
fn drilled(folder: &std::path::Path, instance: &str, previous: &str) {
    let mut document: Value = serde_json::from_slice(&std::fs::read(instance).unwrap()).unwrap();
    document.as_object_mut().unwrap().remove("goals");
    let file = write(folder, "by-points.json", document.to_string().as_bytes());
    let (file, plan) = (file.to_str().unwrap(), folder.join("by-points.plan.json"));
    let plan = plan.to_str().unwrap();
    let solved = run(&["solve", file, "--previous", previous, "-o", plan]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let drill = run(&["drill", file, plan, "--by", "board"]);
    assert_eq!(code(&drill), 0, "{}", stderr(&drill));
}

/// Whoever has the plan alone knows the limit on changes from nothing else: it is among what the check cannot confirm.
#[test]
fn a_limit_on_changes_that_only_the_plan_states_is_not_confirmed() {
    let Village { folder, plan, smaller, .. } = village_with_a_school_less();
    let again = folder.path().join("again.json").to_str().unwrap().to_owned();
    let solved = run(&["solve", &smaller, "--previous", &plan, "--max-changes", "5", "-o", &again]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let claim =
        "not confirmed, since the plan holds no proof of it: at most 5 changes were allowed";
    let verify = |more: &[&str]| {
        let verified = run(&[&["verify", &smaller, &again], more].concat());
        assert_eq!(code(&verified), 0, "{}", stdout(&verified));
        stdout(&verified).contains(claim)
    };
    assert!(verify(&[]));
    assert!(verify(&["--previous", &plan]));
    assert!(!verify(&["--previous", &plan, "--max-changes", "5"]));
}

#[test]
fn too_few_changes_are_said_to_be_too_few() {
    let Village { folder: _folder, plan, smaller, students } = village_with_a_school_less();
    assert!(students > 0);
    let solved = run(&["solve", &smaller, "--previous", &plan, "--max-changes", "0"]);
    assert_eq!(code(&solved), 4, "{}", stderr(&solved));
    let words = format!("The least number of changes that the rules allow is {students}.");
    assert!(stderr(&solved).contains(&words), "{}", stderr(&solved));
}

#[test]
fn a_ladder_has_the_same_bytes_on_any_number_of_threads() {
    let Village { folder: temporary, plan, smaller, .. } = village_with_a_school_less();
    let ladder = |threads: &str| {
        let folder = temporary.path().join(threads);
        let pattern = folder.to_str().unwrap();
        let output = run(&[
            "solve",
            &smaller,
            "--previous",
            &plan,
            "--ladder",
            "--json",
            "--threads",
            threads,
            "-o",
            pattern,
        ]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let mut files: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
        files.sort();
        let names: Vec<String> = files
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        let bytes: Vec<Vec<u8>> = files.iter().map(|path| std::fs::read(path).unwrap()).collect();
        (stdout(&output), names, bytes)
    };
    let one = ladder("1");
    assert!(one.1.contains(&"changes-any.json".to_owned()), "{:?}", one.1);
    assert_eq!(ladder("2"), one);
    let ladder: Value = serde_json::from_str(&one.0).unwrap();
    assert_eq!(ladder["rungs"][0]["outcome"], "impossible");
    assert_eq!(ladder["least_changes_proven"], ladder["least_changes_found"]);
}

/// People and figures have their names where these are known.
#[test]
fn what_differs_is_said_in_names() {
    let Village { folder, plan, smaller, .. } = village_with_a_school_less();
    let again = folder.path().join("again.json").to_str().unwrap().to_owned();
    let solved = run(&["solve", &smaller, "--previous", &plan, "-o", &again]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let differs = stdout(&run(&["diff", &plan, &again, "--json"]));
    let differs: Value = serde_json::from_str(&differs).unwrap();
    let student = differs["moves"][0]["student"].as_str().unwrap();
    let read: Value = serde_json::from_slice(&std::fs::read(&smaller).unwrap()).unwrap();
    let ids = read["students"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap());
    let other = ids.into_iter().find(|id| *id != student).unwrap();
    let contacts = |names: [&str; 2]| {
        let rows = [student, other].into_iter().zip(names).map(
            |(id, name)| json!({ "id": id, "contact": { "first_name": name, "last_name": "Bos" } }),
        );
        let rows: Vec<Value> = rows.collect();
        let contacts = json!({ "format": "plaatswijzer/contacts/1", "students": rows });
        let file = std::path::Path::new(&smaller).with_extension("contacts.json");
        std::fs::write(file, contacts.to_string()).unwrap();
    };
    contacts(["Zoë", "Lot"]);
    let said = stdout(&run(&["diff", &plan, &again, "--instance", &smaller, "--lang", "nl"]));
    assert!(said.contains(&format!("  Zoë Bos ({student}): ")), "{said}");
    assert!(said.contains("  punten in totaal  "), "{said}");
    assert!(!said.contains('_'), "{said}");
    let why = |who: &str| run(&["why", &smaller, &again, who, "--alternatives", "0"]);
    assert_eq!(stdout(&why("zoe bos")), stdout(&why(student)));
    contacts(["Lot", "Lot"]);
    let several = why("Lot Bos");
    assert_eq!(code(&several), 3);
    for id in [student, other] {
        assert!(stderr(&several).contains(&format!("`{id}` (Lot Bos)")), "{}", stderr(&several));
    }
}

#[test]
fn who_is_new_had_no_place_to_be_without() {
    let folder = tempfile::tempdir().unwrap();
    let plan = |name: &str, placed: &[&str], unplaced: &[&str]| {
        let placements = placed.iter().map(|id| json!({ "student": id, "school": "h" }));
        let plan = json!({
            "format": "plaatswijzer/plan/1", "clusters": [],
            "placements": placements.collect::<Vec<_>>(),
            "unplaced": unplaced.iter().map(|id| json!({ "student": id })).collect::<Vec<_>>(),
        });
        let path = write(folder.path(), name, plan.to_string().as_bytes());
        path.to_str().unwrap().to_owned()
    };
    let before = plan("before.json", &["stays"], &["waits"]);
    let after = plan("after.json", &["stays", "waits", "new"], &[]);
    let said = stdout(&run(&["diff", &before, &after]));
    let sentence = "Students: 1 with a place after having none, 1 new, with a place.";
    assert!(said.contains(sentence), "{said}");
    let differs: Value =
        serde_json::from_str(&stdout(&run(&["diff", &before, &after, "--json"]))).unwrap();
    let totals = json!({ "moved": 0, "fell_out": 0, "came_in": 2, "new": 1, "gone": 0 });
    assert_eq!(differs["students"], totals);
}
