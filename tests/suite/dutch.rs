//! With `--lang nl` every command speaks Dutch: no English function word in anything that it prints or writes for
//! people.
//!
//! Not looked at: what programs read (JSON, schemas, the program of `export`, completions, manual pages).

use serde_json::{Value, json};

use crate::documents::folder;
use crate::running::{code, command, run, stderr, stdout, village, write};

/// Words that no Dutch sentence has; `was` and `help` are words of both languages.
const ENGLISH: [&str; 38] = [
    "the",
    "and",
    "not",
    "with",
    "are",
    "has",
    "have",
    "this",
    "that",
    "from",
    "which",
    "must",
    "each",
    "than",
    "were",
    "cannot",
    "does",
    "its",
    "it",
    "by",
    "for",
    "to",
    "be",
    "no",
    "other",
    "there",
    "student's",
    "found",
    "allowed",
    "error",
    "warning",
    "cheapest",
    "school's",
    "unused",
    "line",
    "column",
    "expected",
    "refuses",
];

/// The English words in a text, each with its line. What is between backticks is quoted from files, keys and commands;
/// paths into a document are not looked at either.
fn english_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let unquoted: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
        // Paths into a document, and the functions of a formula.
        let is_key =
            |word: &&str| word.contains('[') || word.contains("not(") || word.contains("with(");
        let unquoted: Vec<&str> = unquoted.split(' ').filter(|word| !is_key(word)).collect();
        let unquoted = unquoted.join(" ");
        let words = unquoted.split(|sign: char| !(sign.is_alphabetic() || "'’-_./".contains(sign)));
        for word in words {
            let word = word.trim_matches(['.', '\'', '-']);
            if ENGLISH.contains(&word) {
                found.push(format!("{word}: {line}"));
            }
        }
    }
    found
}

/// What a command prints, and the files for people that it writes.
struct Session {
    folder: tempfile::TempDir,
    said: Vec<(String, String)>,
}

impl Session {
    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Gives a command that ends with an exit code, and keeps what it says.
    fn give(&mut self, expected: i32, arguments: &[&str]) {
        let output = run(&[arguments, &["--lang", "nl"]].concat());
        let said = stdout(&output) + &stderr(&output);
        assert_eq!(code(&output), expected, "{arguments:?}: {said}");
        self.said.push((arguments.join(" "), said));
    }

    /// Keeps a file that a command wrote.
    fn read(&mut self, name: &str) {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        self.said.push((name.to_owned(), text));
    }
}

/// A page without its markup, style and script.
fn text_of_page(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push('\n');
        // Code names keys of files.
        let hidden = ["style", "script", "code"].into_iter().find(|name| tag.starts_with(name));
        let end = hidden.map_or_else(|| ">".to_owned(), |name| format!("</{name}>"));
        rest = tag.split_once(&end).map_or("", |(_, after)| after);
    }
    text + rest
}

#[test]
fn no_command_speaks_english_when_it_is_asked_for_dutch() {
    let mut session = Session { folder: tempfile::tempdir().unwrap(), said: Vec::new() };
    let village = village();
    let village = village.to_str().unwrap();
    let plan = session.path("plan.json");
    session.give(0, &["validate", village]);
    session.give(0, &["solve", village, "-o", &plan]);
    session.give(0, &["verify", village, &plan]);
    let stored: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    let placed = stored["placements"][0]["student"].as_str().unwrap();
    let left_out = stored["unplaced"][0]["student"].as_str().unwrap();
    for student in [placed, left_out] {
        session.give(0, &["why", village, &plan, student, "--alternatives", "2"]);
        session.give(
            0,
            &["why", village, &plan, student, "--audience", "student", "--alternatives", "1"],
        );
    }
    session.give(0, &["why", village, &plan, "--all"]);
    session.give(4, &["repair", village, "--alternatives", "1"]);
    session.give(0, &["diff", &plan, &plan]);
    by_points(&mut session, village);
    reports(&mut session, village, &plan);
    again(&mut session, village, &plan);
    batches(&mut session, village);
    wrong(&mut session, village, &plan);
    imports(&mut session);
    paths(&mut session, village);
    rules(&mut session);
    certificates(&mut session, village);
    let english: Vec<String> = session
        .said
        .iter()
        .flat_map(|(command, said)| {
            english_in(said).into_iter().map(move |word| format!("{command}\n    {word}"))
        })
        .collect();
    assert!(session.said.len() > 30, "{}", session.said.len());
    assert!(english.is_empty(), "{} lines:\n{}", english.len(), english.join("\n"));
}

/// Questions that compare plans by the sum of all points.
fn by_points(session: &mut Session, village: &str) {
    let mut document: Value = serde_json::from_slice(&std::fs::read(village).unwrap()).unwrap();
    document.as_object_mut().unwrap().remove("goals");
    let file = write(session.folder.path(), "points.json", document.to_string().as_bytes());
    let (file, plan) = (file.to_str().unwrap(), session.path("points.plan.json"));
    session.give(0, &["solve", file, "-o", &plan]);
    session.give(0, &["drill", file, &plan, "--by", "board"]);
    session.give(0, &["sites", file]);
    session.give(0, &["fairness-curve", file]);
    session.give(0, &["prices", file]);
}

/// Reports for each audience, as far as they are text.
fn reports(session: &mut Session, village: &str, plan: &str) {
    for audience in ["planner", "public"] {
        let page = session.path("page.html");
        session.give(0, &["report", village, plan, "-o", &page, "--audience", audience]);
        let text = text_of_page(&std::fs::read_to_string(&page).unwrap());
        session.said.push((format!("page for {audience}"), text));
    }
    for table in ["placements", "clusters", "schools", "left_out", "indicators", "goals"] {
        let csv = session.path("table.csv");
        session.give(0, &["report", village, plan, "-o", &csv, "--table", table]);
        session.read("table.csv");
    }
    let workbook = session.path("plan.xlsx");
    session.give(0, &["report", village, plan, "-o", &workbook]);
    let lists = session.path("lists");
    session.give(0, &["report", village, plan, "-o", &lists, "--lists"]);
}

/// A plan against an earlier one, in which an existing cluster is not used.
fn again(session: &mut Session, village: &str, plan: &str) {
    let mut document: Value = serde_json::from_slice(&std::fs::read(village).unwrap()).unwrap();
    document["schools"][0]["places"] = json!(0);
    for student in document["students"].as_array_mut().unwrap() {
        student["fixed"] = Value::Null;
    }
    document["rules"]["cluster_size"] = json!({ "min": 1, "target": 4 });
    for (key, number) in [("min", 50), ("target", 50), ("max", 60)] {
        document["clusters"][0][key] = json!(number);
    }
    document["clusters"][0]["keep"] = json!(false);
    let bytes = document.to_string();
    let smaller = write(session.folder.path(), "smaller.json", bytes.as_bytes());
    let smaller = smaller.to_str().unwrap();
    let other = session.path("again.json");
    session.give(0, &["solve", smaller, "--previous", plan, "-o", &other]);
    session.give(0, &["verify", smaller, &other]);
    session.give(0, &["diff", plan, &other]);
    session.give(6, &["verify", smaller, &other, "--previous", &other]);
}

fn batches(session: &mut Session, village: &str) {
    let batch = json!({
        "format": "plaatswijzer/batch/1", "base": village,
        "scenarios": [
            { "id": "nu" },
            { "id": "meer", "title": "Meer plekken", "changes": [{ "add_places": { "number": 1 } }] },
        ],
    });
    let file = write(session.folder.path(), "batch.json", batch.to_string().as_bytes());
    let (file, folder) = (file.to_str().unwrap(), session.path("runs"));
    session.give(0, &["validate", file]);
    session.give(0, &["batch", file, "-o", &folder]);
    session.give(0, &["status", file, &folder]);
    let page = session.folder.path().join("runs").join("report.html");
    let text = text_of_page(&std::fs::read_to_string(page).unwrap());
    session.said.push(("page of the batch".to_owned(), text));
}

/// What is wrong: with files, plans, ids and instances.
fn wrong(session: &mut Session, village: &str, plan: &str) {
    let missing = session.path("weg.json");
    session.give(3, &["validate", &missing]);
    session.give(3, &["why", village, plan, "niemand"]);
    session.give(3, &["repair", village, "--keep", "nergens"]);
    session.give(2, &["report", village, plan, "-o", &session.path("plan.odt")]);
    let mut false_plan: Value = serde_json::from_slice(&std::fs::read(plan).unwrap()).unwrap();
    false_plan["score"]["total"] = json!(1);
    false_plan["placements"].as_array_mut().unwrap().pop();
    let changed = write(session.folder.path(), "false.json", false_plan.to_string().as_bytes());
    session.give(6, &["verify", village, changed.to_str().unwrap()]);
    let mut other_reason: Value = serde_json::from_slice(&std::fs::read(plan).unwrap()).unwrap();
    other_reason["unplaced"][0]["reason"] = json!("Daarom");
    let changed = write(session.folder.path(), "reason.json", other_reason.to_string().as_bytes());
    session.give(6, &["verify", village, changed.to_str().unwrap()]);
    let malformed =
        std::fs::read_dir(folder("malformed")).unwrap().map(|file| file.unwrap().path());
    let mut malformed: Vec<_> =
        malformed.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    malformed.sort();
    for path in malformed {
        session.give(3, &["validate", path.to_str().unwrap()]);
    }
}

/// Growth over the years, its page, and what is wrong with a document and a result.
fn paths(session: &mut Session, village: &str) {
    let path = json!({
        "format": "plaatswijzer/path/1", "base": village,
        "years": [{ "id": "2027" }, { "id": "2028" }],
    });
    let file = write(session.folder.path(), "path.json", path.to_string().as_bytes());
    let (file, folder) = (file.to_str().unwrap(), session.path("growth"));
    session.give(0, &["validate", file]);
    session.give(0, &["path", file, "-o", &folder]);
    let page = session.folder.path().join("growth").join("report.html");
    let text = text_of_page(&std::fs::read_to_string(page).unwrap());
    session.said.push(("page of the path".to_owned(), text));
    let wrong = path.to_string().replace("2028", "2027");
    let wrong = write(session.folder.path(), "wrong.json", wrong.as_bytes());
    session.give(3, &["validate", wrong.to_str().unwrap()]);
}

/// The rulebook, each form of it that people read.
fn rules(session: &mut Session) {
    session.give(0, &["rules"]);
    session.give(0, &["rules", "--format", "markdown"]);
}

/// What proves a bound.
fn certificates(session: &mut Session, village: &str) {
    let (plan, proof) = (session.path("proven.json"), session.path("proof.json"));
    // Only HiGHS gives the multipliers.
    let has_proof = cfg!(feature = "highs");
    let code = if has_proof { 0 } else { 2 };
    session.give(code, &["solve", village, "-o", &plan, "--certificate", &proof]);
    if has_proof {
        session.give(0, &["verify", village, &plan, "--certificate", &proof]);
    }
    session.give(0, &["status", &session.path("batch.json"), &session.path("runs")]);
    session.give(0, &["export", village, "--mps", &session.path("program.mps")]);
}

/// JSON that is damaged or breaks the format, dropped on the page, written beside it and sent to it.
#[cfg(all(unix, feature = "serve"))]
#[test]
fn the_page_explains_in_dutch_what_is_wrong_with_json() {
    use crate::serving::{self, Running};
    use base64::Engine;

    let (_kept, project) = serving::folder();
    let server = Running::started(command().args([
        "serve",
        project.to_str().unwrap(),
        "--no-browser",
        "--lang",
        "nl",
    ]));
    server.load_village();
    let text = serving::instance(&project);
    let wrong = [
        (text.replace("\"year\": 1", "\"year\": \"een\""), "regel"),
        (text.replace("\"places\"", "\"palces\""), "kolom"),
        (text.replace("\"schools\": [", "\"schools\": [,"), "klopt het niet meer"),
        (text.replace("\"year\": 1", "\"year\": 9"), "toegestaan is"),
    ];
    for (wrong, expected) in &wrong {
        let file = base64::engine::general_purpose::STANDARD.encode(wrong);
        let files = json!([{ "name": "fout.json", "base64": file }]);
        let sent = json!({ "revision": server.revision(), "files": files });
        let dropped = server.post("/api/files", &sent);
        assert_eq!(dropped.status, 422, "{}", dropped.body);
        std::fs::write(project.join("instance.json"), wrong).unwrap();
        let taken = server.post("/api/take-other", &json!({ "revision": server.revision() }));
        let notices = server.get("/part/notices").body;
        for said in [dropped.body, taken.body, text_of_page(&notices)] {
            assert!(said.contains(expected), "{expected}: {said}");
            let said = said.replace(['‘', '’'], "`");
            assert_eq!(english_in(&said.replace("\"message\"", "")), Vec::<String>::new());
        }
        std::fs::write(project.join("instance.json"), &text).unwrap();
    }
    for (path, sent) in [
        ("/api/edit", json!({ "operation": { "do": "hold", "students": [] } })),
        (
            "/api/edit",
            json!({ "revision": 1, "operation": { "do": "hold", "students": [{ "student": 3 }] } }),
        ),
        ("/api/undo", json!({ "revision": "een" })),
        (
            "/api/edit",
            json!({ "revision": server.revision(), "operation": { "do": "set_row",
            "table": "students", "row": { "id": "anna", "year": "een" } } }),
        ),
    ] {
        let answer = server.post(path, &sent);
        assert!([400, 422].contains(&answer.status), "{}", answer.body);
        assert_eq!(english_in(&answer.body), Vec::<String>::new(), "{}", answer.body);
    }
}

fn imports(session: &mut Session) {
    let of_case = |name: &str| folder("planner").join(name).to_str().unwrap().to_owned();
    let files = ["studentenlijst.xlsx", "partnerscholen.xlsx", "postcodes.csv"].map(of_case);
    let output = session.path("2027.json");
    let files = files.each_ref().map(String::as_str);
    session.give(3, &[&["import"], &files[..], &["-o", &output]].concat());
    let usual =
        |name: &str| folder("spreadsheets").join("usual").join(name).to_str().unwrap().to_owned();
    let files = ["students.csv", "schools.csv"].map(usual);
    session.give(0, &["import", &files[0], &files[1], "-o", &output]);
    let region = session.path("region.json");
    session.give(0, &["generate", "-o", &region]);
    session.give(0, &["import", "--template", "-o", &session.path("leeg.xlsx")]);
}

#[test]
fn english_words_are_found_and_dutch_ones_are_not() {
    assert_eq!(english_in("de school is niet vol, of `the key`"), Vec::<String>::new());
    assert_eq!(english_in("een plan with twee\nthe."), ["with: een plan with twee", "the: the."]);
    let text = text_of_page("<p>een<style>the</style> twee</p>");
    assert!(text.contains("twee") && !text.contains("the"), "{text}");
}

/// A help text without the names of options, some of which are English words.
fn without_options(said: &str) -> String {
    let words = |line: &str| {
        let kept = line.split(' ').filter(|word| !word.starts_with('-'));
        kept.collect::<Vec<_>>().join(" ")
    };
    said.lines().map(words).collect::<Vec<_>>().join("\n")
}

#[test]
fn help_is_dutch() {
    let overview = stdout(&run(&["--help", "--lang", "nl"]));
    let commands = overview.lines().skip_while(|line| *line != "Opdrachten:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let commands = commands.filter(|line| !line.starts_with("   "));
    let names: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 15 && names.contains(&"help"), "{overview}");
    let mut said = vec![overview.clone()];
    for name in names.iter().filter(|name| **name != "help") {
        let long = run(&["--lang", "nl", name, "--help"]);
        assert_eq!(code(&long), 0, "{name}");
        let (long, short) = (stdout(&long), stdout(&run(&[name, "-h", "--lang", "nl"])));
        for order in [["--lang", "nl", "help", name], ["help", name, "--lang", "nl"]] {
            assert_eq!(long, stdout(&run(&order)), "{name}");
        }
        for text in [&long, &short] {
            assert!(text.contains(&format!("\nGebruik: plaatswijzer {name} ")), "{text}");
            assert!(text.contains("\nOpties:\n"), "{text}");
        }
        said.extend([long, short]);
    }
    for text in &said {
        assert_eq!(english_in(&without_options(text)), Vec::<String>::new(), "{text}");
        for word in ["Usage", "OPTIONS", "Options", "Arguments", "Commands", "ossible", "default:"]
        {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
    let why = &stdout(&run(&["why", "--help", "--lang", "nl"]));
    for part in ["Argumenten:", "[standaard: ", "Keuze uit:\n", "- planner: Een planner: alles"] {
        assert!(why.contains(part), "{part}: {why}");
    }
}

#[test]
fn wrong_use_of_the_command_line_is_dutch() {
    for (arguments, expected) in [
        (&["solve"][..], "fout: er ontbreekt: <FILE>"),
        (&["solvee"], "onbekende opdracht `solvee`"),
        (&["solvee"], "bedoel je `solve`?"),
        (&["solve", "x.json", "--gapp", "1"], "onbekend argument `--gapp`"),
        (&["solve", "x.json", "--gap", "2"], "geen breuk van 0 tot 1"),
        (&["solve", "x.json", "--gap"], "bij `--gap <FRACTION>` ontbreekt een waarde"),
        (&["solve", "x.json", "--gap", "0", "--gap", "0"], "mag maar één keer"),
        (&["solve", "x.json", "--lot", "x"], "dat is geen geheel getal"),
        (&["repair", "x.json", "--alternatives", "0"], "een geheel getal van 1 tot en met 1000"),
        (&["rules", "--format", "xml"], "kies uit: text, markdown, json"),
        (&["rules", "placment"], "bedoel je `placement`?"),
        (&["solve", "x.json", "--freeze", "b"], "er ontbreekt: --previous <PLAN>"),
    ] {
        let output = run(&[arguments, &["--lang", "nl"]].concat());
        let said = stderr(&output);
        assert_eq!(code(&output), 2, "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
        assert!(said.contains("Meer staat in de hulp"), "{arguments:?}: {said}");
        assert_eq!(english_in(&without_options(&said)), Vec::<String>::new(), "{said}");
    }
}

#[test]
fn the_environment_chooses_the_language_where_the_command_does_not() {
    let said = |variables: &[(&str, &str)], more: &[&str]| {
        let village = village();
        let arguments = ["validate", village.to_str().unwrap()];
        let output =
            command().args(arguments).args(more).envs(variables.iter().copied()).output().unwrap();
        (code(&output), stdout(&output) + &stderr(&output))
    };
    let english = said(&[], &[]);
    let dutch = said(&[], &["--lang", "nl"]);
    assert_ne!(english, dutch);
    assert_eq!(said(&[("PLAATSWIJZER_LANG", "nl")], &[]), dutch);
    assert_eq!(said(&[("LC_ALL", "nl_NL.UTF-8")], &[]), dutch);
    assert_eq!(said(&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "nl")], &[]), dutch);
    assert_eq!(said(&[("PLAATSWIJZER_LANG", "en"), ("LC_ALL", "nl_BE")], &[]), english);
    assert_eq!(said(&[("PLAATSWIJZER_LANG", "nl")], &["--lang=en"]), english);
    let (code, wrong) = said(&[("PLAATSWIJZER_LANG", "fr")], &[]);
    assert_eq!(code, 2);
    assert!(wrong.contains("PLAATSWIJZER_LANG is `fr`; set it to `nl` or `en`"), "{wrong}");
}
