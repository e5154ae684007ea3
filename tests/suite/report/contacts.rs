//! Names and addresses: from the planner's tables to her lists, and into nothing else.

use std::collections::BTreeMap;
use std::path::Path;

use crate::running::{code, run, stderr, stdout, write};

/// A canary in every column of contact data.
const STUDENTS: &str = "\
studentnummer,opleiding,leerjaar,lat,lon,voornaam,tussenvoegsel,achternaam,e-mail,mobiel,vervoer,bijzonderheden,postcode
1001,voltijd,1,53.21,6.56,canary-first,canary-prefix,canary-last,canary-mail@x.example,06-canary,canary-transport,canary-remark,9712 XK
1002,voltijd,2,53.22,6.57,Bo,,Canary-other,canary-two@x.example,,,,
1003,voltijd,2,,,Cas,,Zonder,canary-three@x.example,,,canary-homeless,
";
const SCHOOLS: &str = "\
brin,schoolnaam,bestuur,plekken,lat,lon,directeur,e-mail school,telefoon,adres,opmerkingen
18AA,../De Toren,b,2,53.21,6.56,canary-head,canary-school@x.example,050-canary,canary-street 1,canary-note
18BB,De Brug,b,3,53.22,6.57,,,,,
";
const CLUSTERS: &str = "\
cluster,bestuur,school 1,school 2,schoolopleider,e-mail schoolopleider,instituutsopleider
Noord,b,18AA,18BB,canary-trainer,canary-trainer@x.example,canary-institute
";
const BOARDS: &str = "\
bestuur,contactpersoon,e-mail
b,canary-board,canary-board@x.example
";
const SETTINGS: &str = "\
sleutel,waarde
rules.cluster_size.min,1
";

/// A full postcode, which is nearly an address. The instance keeps it; reports and lists have its digits at most.
const FULL_POSTCODE: [&str; 2] = ["9712 XK", "9712XK"];

/// Every canary.
const ALL: [&str; 22] = [
    "canary-first",
    "canary-prefix",
    "canary-last",
    "canary-mail",
    "06-canary",
    "canary-transport",
    "canary-remark",
    "Canary-other",
    "canary-two",
    "canary-three",
    "canary-homeless",
    "canary-head",
    "canary-school",
    "050-canary",
    "canary-street",
    "canary-note",
    "canary-trainer",
    "canary-trainer@x.example",
    "canary-institute",
    "canary-board",
    "canary-board@x.example",
    "canary",
];

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

/// Writes the tables, imports them and plans.
fn planned(folder: &Path) -> String {
    let mut said = String::new();
    for (name, table) in [
        ("students.csv", STUDENTS),
        ("schools.csv", SCHOOLS),
        ("clusters.csv", CLUSTERS),
        ("boards.csv", BOARDS),
        ("settings.csv", SETTINGS),
    ] {
        write(folder, name, table.as_bytes());
    }
    let at = |name: &str| path(folder, name);
    let tables = ["students", "schools", "clusters", "boards", "settings"];
    let tables: Vec<String> =
        tables.iter().flat_map(|name| [format!("--{name}"), at(&format!("{name}.csv"))]).collect();
    let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
    let (instance, plan) = (at("2027.json"), at("2027.plan.json"));
    let output = run(&[&["import"], &tables[..], &["-o", &instance]].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let account = stderr(&output);
    let wanted = "names and addresses of 3 students, 1 school, 1 cluster and 1 board";
    assert!(account.contains(wanted) && account.contains("personal data"), "{account}");
    said.push_str(&account);
    for arguments in [&["validate", &instance][..], &["solve", &instance, "-o", &plan]] {
        let output = run(arguments);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        said.push_str(&stderr(&output));
        said.push_str(&stdout(&output));
    }
    said
}

fn canaries_in(text: &str) -> Vec<&'static str> {
    ALL.into_iter().filter(|canary| text.contains(canary)).collect()
}

fn text_of(path: &str) -> String {
    String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()
}

/// The texts of the lists by file name: cells of workbooks, or the table of letters.
fn texts_of(archive: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let number = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        let text = if super::reading::ends_in(&name, "csv") {
            String::from_utf8(bytes).unwrap()
        } else {
            let sheets = super::reading::sheets(&bytes);
            let rows = sheets.iter().flat_map(|(_, rows)| rows);
            rows.flatten().map(|cell| super::reading::text(cell) + "\n").collect()
        };
        (name, text)
    };
    (0..number).map(read).collect()
}

#[test]
fn contacts_are_in_lists_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| path(folder.path(), name);
    let said = planned(folder.path());
    assert_eq!(canaries_in(&said), Vec::<&str>::new(), "{said}");
    let (instance, plan) = (at("2027.json"), at("2027.plan.json"));
    for file in [&instance, &plan] {
        assert_eq!(canaries_in(&text_of(file)), Vec::<&str>::new(), "{file}");
    }
    let written = canaries_in(&text_of(&at("2027.contacts.json")));
    assert_eq!(written, ALL);
    let reports = [
        ("page.html", &["--audience", "public"][..]),
        ("planner.html", &["--audience", "planner"]),
        ("board.xlsx", &["--audience", "board", "--board", "b"]),
        ("board.csv", &["--audience", "board", "--board", "b"]),
        ("planner.xlsx", &[]),
        ("planner.csv", &[]),
    ];
    for (name, rest) in reports {
        let report = at(name);
        let output = run(&[&["report", &instance, &plan, "-o", &report][..], rest].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let bytes = std::fs::read(&report).unwrap();
        let mut text = String::from_utf8_lossy(&bytes).into_owned() + &stderr(&output);
        if super::reading::ends_in(name, "xlsx") {
            text.extend(super::reading::parts(&bytes).into_iter().map(|(_, part)| part));
        }
        assert_eq!(canaries_in(&text), Vec::<&str>::new(), "{name}");
        assert!(!FULL_POSTCODE.iter().any(|postcode| text.contains(postcode)), "{name}");
    }
    assert!(text_of(&at("planner.csv")).contains("9712"), "the planner sees the digits");

    let lists = at("lists");
    let output = run(&["report", &instance, &plan, "-o", &lists, "--lists"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let printed = stderr(&output) + &stdout(&output);
    assert_eq!(canaries_in(&printed), Vec::<&str>::new(), "{printed}");
    let texts = texts_of(&std::fs::read(at("lists/lists.zip")).unwrap());
    let names: Vec<&str> = texts.keys().map(String::as_str).collect();
    let expected = [
        "boards/b.xlsx",
        "clusters/Noord.xlsx",
        "letters.csv",
        "overview.xlsx",
        "schools/De Brug (18BB).xlsx",
        "schools/_De Toren (18AA).xlsx",
        "trainers/canary-institute.xlsx",
        "trainers/canary-trainer.xlsx",
    ];
    assert_eq!(names, expected);
    let all: String = texts.values().map(String::as_str).collect();
    assert_eq!(canaries_in(&all), ALL);
    assert!(!FULL_POSTCODE.iter().any(|postcode| all.contains(postcode)), "{all}");
    // Only the planner reads remarks and how people travel, and boards get no addresses of students.
    for (name, text) in texts.iter().filter(|(name, _)| *name != "overview.xlsx") {
        for canary in ["canary-transport", "canary-remark", "canary-homeless", "canary-note"] {
            assert!(!text.contains(canary), "{name}");
        }
    }
    let board = &texts["boards/b.xlsx"];
    assert!(board.contains("canary-last") && board.contains("canary-school"), "{board}");
    assert!(!board.contains("canary-mail") && !board.contains("06-canary"), "{board}");
    let overview = &texts["overview.xlsx"];
    assert!(overview.contains("2 at a distance that is not known"), "{overview}");
    assert!(!overview.contains("too far"), "{overview}");
    let letters = &texts["letters.csv"];
    let homeless = letters.lines().find(|line| line.contains("1003")).unwrap();
    assert!(homeless.contains("We do not know where you live."), "{homeless}");
    assert!(!homeless.contains("too far"), "{homeless}");
}

#[test]
fn lists_work_without_contacts_and_are_for_planners() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| path(folder.path(), name);
    planned(folder.path());
    let elsewhere = at("elsewhere.json");
    std::fs::rename(at("2027.contacts.json"), &elsewhere).unwrap();
    let (instance, plan) = (at("2027.json"), at("2027.plan.json"));
    let report = |rest: &[&str]| run(&[&["report", &instance, &plan][..], rest].concat());
    let archive = at("x.zip");
    let output = report(&["-o", &archive, "--lists", "--lang", "nl"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stderr(&output).contains("met hun nummer"), "{}", stderr(&output));
    let texts = texts_of(&std::fs::read(&archive).unwrap());
    assert!(texts["scholen/De Brug (18BB).xlsx"].contains("100"), "{texts:?}");
    assert!(texts.values().all(|text| canaries_in(text).is_empty()));

    let output = report(&["-o", &archive, "--lists", "--contacts", &elsewhere]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let texts = texts_of(&std::fs::read(&archive).unwrap());
    assert!(texts["letters.csv"].contains("canary-first"));

    for (rest, expected) in [
        (&["--lists", "--audience", "public"][..], "it is for planners"),
        (&["--lists", "--format", "csv"], "give --format xlsx or docx"),
        (&["--format", "docx"], "add --lists"),
        (&["--contacts", &elsewhere], "--lists"),
        (&["--lists", "--contacts", "nowhere.json"], "error[unreadable]"),
    ] {
        let output = report(&[&["-o", &archive], rest].concat());
        assert_ne!(code(&output), 0, "{rest:?}");
        assert!(stderr(&output).contains(expected), "{rest:?}: {}", stderr(&output));
    }
}

#[test]
fn a_bad_file_of_contacts_is_reported_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| path(folder.path(), name);
    planned(folder.path());
    let (instance, plan, archive) = (at("2027.json"), at("2027.plan.json"), at("x.zip"));
    let with = |contacts: &str| {
        let file = write(folder.path(), "bad.json", contacts.as_bytes());
        let file = file.to_str().unwrap();
        run(&["report", &instance, &plan, "-o", &archive, "--lists", "--contacts", file])
    };
    let head = r#""format": "plaatswijzer/contacts/1""#;
    for (contacts, expected) in [
        ("{", &["error[not-json]", "line 1"][..]),
        ("{}", &["error[wrong-format]"]),
        (r#"{ "format": "plaatswijzer/plan/1" }"#, &["error[wrong-format]"]),
        (
            &format!(
                r#"{{ {head}, "students": [{{ "id": "1001", "contact": {{ "frist_name": "x", "email": 7 }} }}] }}"#
            ),
            &["students[0].contact.frist_name", "did you mean", "students[0].contact.email"],
        ),
        (
            &format!(
                r#"{{ {head}, "schools": [{{ "id": "18AA", "contact": {{}} }}, {{ "id": "18AA", "contact": {{}} }}] }}"#
            ),
            &["error[duplicate-id]", "schools[1].id", "schools[0]", "remove one"],
        ),
    ] {
        let output = with(contacts);
        assert_eq!(code(&output), 3, "{contacts}");
        assert!(stderr(&output).contains("bad.json, "), "{contacts}: {}", stderr(&output));
        for word in expected {
            assert!(stderr(&output).contains(word), "{contacts}: {}", stderr(&output));
        }
    }
    assert!(!Path::new(&archive).exists());

    let unknown = format!(
        r#"{{ {head}, "students": [{{ "id": "canary-gone", "contact": {{ "name": "canary-name" }} }}],
             "clusters": [{{ "id": "canary-c" }}], "boards": [{{ "id": "canary-b", "contact": {{}} }}],
             "schools": [{{ "id": "canary-s", "contact": {{}} }}] }}"#
    );
    let output = with(&unknown);
    let said = stderr(&output);
    assert_eq!(code(&output), 0, "{said}");
    for folder in ["students[0].id", "schools[0].id", "clusters[0].id", "boards[0].id"] {
        assert!(said.contains(&format!("bad.json, {folder}")), "{said}");
    }
    assert!(said.contains("Import again") && !said.contains("canary"), "{said}");
}

#[test]
fn tables_without_names_write_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| path(folder.path(), name);
    let students = "studentnummer,opleiding,leerjaar\n1001,voltijd,1\n";
    let schools = "brin,bestuur,plekken\n18AA,b,2\n";
    write(folder.path(), "students.csv", students.as_bytes());
    write(folder.path(), "schools.csv", schools.as_bytes());
    let (students, schools, instance) = (at("students.csv"), at("schools.csv"), at("2027.json"));
    let import =
        || run(&["import", "--students", &students, "--schools", &schools, "-o", &instance]);
    let output = import();
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(!Path::new(&at("2027.contacts.json")).exists());
    // One of an earlier import would be used by `report --lists`.
    write(folder.path(), "2027.contacts.json", b"{}");
    assert!(stderr(&import()).contains("from an earlier import"), "{}", stderr(&import()));
    assert_eq!(std::fs::read(at("2027.contacts.json")).unwrap(), b"{}");

    // On standard output there is no place for them.
    write(folder.path(), "named.csv", STUDENTS.as_bytes());
    let named = at("named.csv");
    let output = run(&["import", "--students", &named, "--schools", &schools, "--name", "x"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stderr(&output).contains("not written to standard output"), "{}", stderr(&output));
    assert_eq!(canaries_in(&stdout(&output)), Vec::<&str>::new());
}
