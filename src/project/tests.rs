//! Laws of projects: undo leads back to the same bytes, and the history alone to the same state.

use serde_json::{Value, json};

use super::{EditOperation, EditableTable, HeldStudent, HistoryEntry, Project, ProjectError};
use crate::testing::Draws;

const VILLAGE: &str = include_str!("../../instances/dorp.json");
const STUDENTS: [&str; 4] = ["anna", "bram", "chris", "daan"];
const PLACES: [&str; 4] = ["regenboog", "noord", "dorpsbestuur", "cluster-1"];
const SCHOOLS: [&str; 3] = ["regenboog", "wegwijzer", "klimop"];

fn village() -> Value {
    serde_json::from_str(VILLAGE).unwrap()
}

fn no_files(name: &str) -> Result<Vec<u8>, String> {
    Err(name.to_owned())
}

/// A project with the village in it.
fn loaded() -> Project {
    let mut project = Project::new();
    act(&mut project, EditOperation::Load { instance: village(), imported: None, sources: None })
        .unwrap();
    project
}

fn act(project: &mut Project, operation: EditOperation) -> Result<(), ProjectError> {
    let prepared =
        project.prepare(project.revision(), operation, &no_files, "2027-03-01T12:00:00Z".into())?;
    project.commit(prepared);
    Ok(())
}

fn undo(project: &mut Project) -> Result<(), ProjectError> {
    let prepared = project.prepare_undo(project.revision(), String::new())?;
    project.commit(prepared);
    Ok(())
}

fn redo(project: &mut Project) -> Result<(), ProjectError> {
    let prepared = project.prepare_redo(project.revision(), String::new())?;
    project.commit(prepared);
    Ok(())
}

/// Everything that a state holds, as text.
fn bytes(project: &Project) -> String {
    serde_json::to_string(project.state()).unwrap() + &project.state().text()
}

/// An operation that the village takes, of any kind.
fn drawn(draws: &mut Draws) -> EditOperation {
    let student = draws.one_of(&STUDENTS).to_owned();
    let school = draws.one_of(&SCHOOLS).to_owned();
    let because = draws.percent(50).then(|| "besloten door het bestuur".to_owned());
    let students = vec![student.clone()];
    match draws.position(15) {
        0 => {
            let students = vec![HeldStudent { student, school }];
            EditOperation::Hold { students, because }
        }
        1 => EditOperation::Release { students },
        2 => EditOperation::Forbid { students, at: school, because },
        3 => EditOperation::Allow { students, at: school },
        4 => {
            let keep = draws.percent(50);
            EditOperation::Keep { cluster: "noord".to_owned(), keep, because }
        }
        12 => EditOperation::Close { at: draws.one_of(&PLACES).to_owned(), because },
        13 => EditOperation::Reopen { at: draws.one_of(&PLACES).to_owned() },
        5 => {
            let settings = draws.one_of(&[None, Some(1.5), Some(2.25), Some(30.0)]);
            let settings = settings.map(|worth| json!({ "worth_km": worth }));
            EditOperation::SetRule { rule: "spread".to_owned(), settings }
        }
        6 => {
            let row = json!({ "id": format!("nieuw-{}", draws.position(3)), "programme": "voltijd",
                "year": draws.between(1, 4), "postcode": "9401" });
            EditOperation::SetRow { table: EditableTable::Students, row }
        }
        7 => {
            let row = json!({ "id": "nieuw-school", "board": "dorpsbestuur", "places": draws.between(0, 9) });
            EditOperation::SetRow { table: EditableTable::Schools, row }
        }
        8 => {
            let id = draws.one_of(&["nieuw-0", "nieuw-1", "nieuw-2"]).to_owned();
            EditOperation::RemoveRow { table: EditableTable::Students, id }
        }
        10 => {
            let row = json!({ "id": format!("bestuur-{}", draws.position(3)), "max_clusters": 2 });
            EditOperation::AddRow { table: EditableTable::Boards, row }
        }
        11 => {
            let row = json!({ "id": format!("cluster-{}", draws.position(3)), "board": "dorpsbestuur",
                "schools": [school], "keep": draws.percent(50) });
            let table = EditableTable::Clusters;
            if draws.percent(50) {
                EditOperation::AddRow { table, row }
            } else {
                EditOperation::RemoveRow { table, id: "cluster-1".to_owned() }
            }
        }
        9 => EditOperation::Accept { plan: u32::try_from(draws.between(1, 9)).unwrap() },
        _ => EditOperation::Describe {
            plan: u32::try_from(draws.between(1, 9)).unwrap(),
            name: because,
            note: None,
        },
    }
}

#[test]
fn two_hundred_edits_are_undone_and_redone_to_the_same_bytes() {
    for seed in 0..2 {
        let mut draws = Draws::new(seed);
        let mut project = loaded();
        let mut states = vec![bytes(&project)];
        while states.len() <= 200 {
            // An edit that names what is not there is refused, and changes nothing.
            if act(&mut project, drawn(&mut draws)).is_ok() {
                states.push(bytes(&project));
            } else {
                assert_eq!(Some(&bytes(&project)), states.last());
            }
        }
        for state in states.iter().rev().skip(1) {
            undo(&mut project).unwrap();
            assert_eq!(bytes(&project), *state);
        }
        for state in &states[1..] {
            redo(&mut project).unwrap();
            assert_eq!(bytes(&project), *state);
        }
        assert!(matches!(redo(&mut project), Err(ProjectError::Refused(_))));
    }
}

#[test]
fn the_history_alone_leads_to_the_same_state() {
    let mut draws = Draws::new(7);
    let mut project = loaded();
    for _ in 0..100 {
        let _ = match draws.position(4) {
            0 => undo(&mut project),
            1 => redo(&mut project),
            _ => act(&mut project, drawn(&mut draws)),
        };
    }
    let lines: Vec<String> = project.history().iter().map(HistoryEntry::to_line).collect();
    let read = |lines: &[String]| -> Vec<HistoryEntry> {
        lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let mut again = Project::recovered(read(&lines)).unwrap();
    assert_eq!(bytes(&again), bytes(&project));
    assert_eq!(again.revision(), project.revision());
    // Undo goes on where it was.
    assert_eq!(undo(&mut again).is_ok(), undo(&mut project).is_ok());
    assert_eq!(bytes(&again), bytes(&project));
    // A line that is missing is noticed.
    let broken = [&lines[..3], &lines[4..]].concat();
    assert_eq!(Project::recovered(read(&broken)).unwrap_err(), 4);
}

#[test]
fn an_edit_of_a_stale_page_is_refused_and_a_new_edit_ends_what_could_be_redone() {
    let mut project = loaded();
    let hold = |school: &str| EditOperation::Hold {
        students: vec![HeldStudent { student: "anna".to_owned(), school: school.to_owned() }],
        because: None,
    };
    act(&mut project, hold("klimop")).unwrap();
    let stale = project.prepare(1, hold("wegwijzer"), &no_files, String::new());
    assert_eq!(stale.unwrap_err(), ProjectError::Stale { revision: 2 });
    undo(&mut project).unwrap();
    act(&mut project, hold("wegwijzer")).unwrap();
    assert!(project.redoable().is_none());
    assert!(matches!(act(&mut project, hold("nergens")), Err(ProjectError::Refused(_))));
}

#[test]
fn a_school_that_withdraws_takes_its_names_along() {
    let mut project = loaded();
    act(
        &mut project,
        EditOperation::RemoveRow { table: EditableTable::Schools, id: "wegwijzer".to_owned() },
    )
    .unwrap();
    let text = project.state().text();
    // Who has been there still has: the school may be back in a later year.
    let students = &project.state().instance.as_ref().unwrap().students;
    let earlier = students.iter().flat_map(|one| one.previous.iter().flatten());
    let earlier = earlier.filter(|id| *id == "wegwijzer").count();
    assert!(earlier > 0 && text.matches("wegwijzer").count() == earlier, "{text}");
}

#[test]
fn the_same_region_read_again_keeps_what_was_decided() {
    let mut project = loaded();
    act(&mut project, EditOperation::Accept { plan: 1 }).unwrap();
    let students = vec![HeldStudent { student: "anna".to_owned(), school: "klimop".to_owned() }];
    let because = Some("besloten in maart".to_owned());
    act(&mut project, EditOperation::Hold { students, because }).unwrap();
    let mut again = village();
    again["students"][1]["fixed"] = json!("regenboog");
    act(&mut project, EditOperation::Load { instance: again, imported: None, sources: None })
        .unwrap();
    let state = project.state();
    let student = |id: &str| {
        let students = &state.instance.as_ref().unwrap().students;
        students.iter().find(|student| student.id == id).unwrap()
    };
    assert_eq!(student("anna").fixed.as_deref(), Some("klimop"));
    assert_eq!(student("anna").because.as_deref(), Some("besloten in maart"));
    assert_eq!(student("bram").fixed.as_deref(), Some("regenboog"));
    assert_eq!(state.plans.shown, Some(1));
    // Another region is a new beginning.
    let mut other = village();
    for (number, student) in other["students"].as_array_mut().unwrap().iter_mut().enumerate() {
        student["id"] = json!(format!("n{number}"));
    }
    other["travel"] = Value::Null;
    act(&mut project, EditOperation::Load { instance: other, imported: None, sources: None })
        .unwrap();
    assert_eq!(project.state().plans.shown, None);
}

#[test]
fn a_rule_that_is_switched_on_again_has_the_settings_that_it_had() {
    let mut project = loaded();
    let written = village()["rules"]["cluster_size"].clone();
    let set = |settings: Option<Value>| EditOperation::SetRule {
        rule: "cluster_size".to_owned(),
        settings,
    };
    act(&mut project, set(Some(json!(false)))).unwrap();
    assert_eq!(project.last_settings("cluster_size"), Some(&written));
    let others = json!({ "min": 3, "target": 4, "max": 5 });
    act(&mut project, set(Some(others.clone()))).unwrap();
    act(&mut project, set(Some(json!(false)))).unwrap();
    assert_eq!(project.last_settings("cluster_size"), Some(&others));
    for _ in 0..2 {
        undo(&mut project).unwrap();
    }
    assert_eq!(project.last_settings("cluster_size"), Some(&written));
    assert_eq!(project.last_settings("spread"), None);
}
