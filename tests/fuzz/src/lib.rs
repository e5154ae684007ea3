//! The parsers, as fuzzing and a test call them: whatever the bytes are, each reads them or says what is wrong, in both
//! languages, and nothing panics. What is read well is used as the command would use it.

pub mod mutate;
mod workbooks;

use plaatswijzer::certificate::{self, Certificate};
use plaatswijzer::input::errors::{InputErrors, InputWarning};
use plaatswijzer::plan::Plan;
use plaatswijzer::problem::{self, Problem};
use plaatswijzer::spreadsheets::{Request, TableFile, TableKind, account_in_words, import};
use plaatswijzer::texts::Language;
use plaatswijzer::{growth, questions, report, scenarios, verify};

/// The names of all parsers.
pub const PARSERS: [&str; 9] =
    ["instance", "plan", "certificate", "batch", "path", "travel", "csv", "xlsx", "ods"];

/// The base of batches and paths; plans and certificates are of it.
const VILLAGE: &[u8] = include_bytes!("../../../instances/dorp.json");
/// An instance that uses every key, and names two files.
const COMPLETE: &[u8] = include_bytes!("../../documents/complete.json");
const JOURNEYS: &[u8] = include_bytes!("../../documents/journeys.csv");
const POSTCODES: &[u8] = include_bytes!("../../documents/postcodes.csv");
const SCHOOLS: &[u8] = include_bytes!("../../spreadsheets/usual/schools.csv");
const STUDENTS: &[u8] = include_bytes!("../../spreadsheets/usual/students.csv");

/// The kinds of tables, of which the first byte for the parser `csv` chooses one.
const KINDS: [TableKind; 8] = [
    TableKind::Students,
    TableKind::Schools,
    TableKind::Boards,
    TableKind::Clusters,
    TableKind::Places,
    TableKind::Journeys,
    TableKind::Settings,
    TableKind::Postcodes,
];

/// Gives bytes to a parser.
///
/// # Panics
/// Where the parser does, or says nothing of what is wrong, and for a name that is none of [`PARSERS`].
pub fn read(parser: &str, bytes: &[u8]) {
    match parser {
        "instance" => instance(bytes),
        "plan" => plan(bytes),
        "certificate" => proof(bytes),
        "batch" => batch(bytes),
        "path" => path(bytes),
        "travel" => travel(bytes),
        "csv" => csv(bytes),
        "xlsx" => look(&workbooks::xlsx(bytes), "list.xlsx"),
        "ods" => look(&workbooks::ods(bytes), "list.ods"),
        other => panic!("{other} is no parser"),
    }
}

fn beside(name: &str) -> Result<Vec<u8>, String> {
    match name {
        "dorp.json" => Ok(VILLAGE.to_vec()),
        "journeys.csv" => Ok(JOURNEYS.to_vec()),
        "postcodes.csv" => Ok(POSTCODES.to_vec()),
        other => Err(format!("there is no {other}")),
    }
}

fn village() -> Problem {
    problem::read(VILLAGE, &beside).expect("the village is valid").problem
}

/// Says what is wrong, in both languages.
fn say(errors: &InputErrors) {
    assert!(!errors.0.is_empty(), "refused without a reason");
    for language in [Language::Dutch, Language::English] {
        assert!(!errors.in_language(language).is_empty());
    }
}

fn warn(warnings: &[InputWarning]) {
    for warning in warnings {
        assert!(!warning.in_language(Language::Dutch).is_empty());
        assert!(!warning.in_language(Language::English).is_empty());
    }
}

fn instance(bytes: &[u8]) {
    match problem::read(bytes, &beside) {
        Ok(read) => {
            warn(&read.warnings);
            assert!(!report::instance_in_words(&read.problem, Language::Dutch).is_empty());
        }
        Err(errors) => say(&errors),
    }
}

fn plan(bytes: &[u8]) {
    let village = village();
    if let Err(errors) = questions::replan::read(&village, bytes) {
        say(&errors);
    }
    match Plan::read(bytes) {
        Ok(plan) => {
            let verdict = verify::verify(&village, &plan);
            assert!(!report::verdict(&verdict, Language::Dutch).is_empty());
            assert!(!report::verdict_as_json(&verdict).is_empty());
        }
        Err(errors) => say(&errors),
    }
}

fn proof(bytes: &[u8]) {
    let checked = Certificate::read(bytes).and_then(|read| certificate::check(&village(), &read));
    match checked {
        // Of two goals of the village, that of the score is at its best at 305,500 points: no proof says more.
        Ok(levels) => assert!(levels.iter().take(1).all(|level| level.bound <= 305_500)),
        Err(errors) => say(&errors),
    }
}

fn batch(bytes: &[u8]) {
    match scenarios::read(bytes, &beside) {
        Ok(batch) => {
            let runs = batch.runs();
            for run in runs.iter().take(3).chain(runs.last()) {
                if let Err(errors) = batch.problem(run, &beside) {
                    say(&errors);
                }
            }
        }
        Err(errors) => say(&errors),
    }
}

fn path(bytes: &[u8]) {
    if let Err(errors) = growth::read(bytes, &beside) {
        say(&errors);
    }
}

/// A table of journeys, and one of postcodes, beside an instance.
fn travel(bytes: &[u8]) {
    for table in ["journeys.csv", "postcodes.csv"] {
        let files = |name: &str| if name == table { Ok(bytes.to_vec()) } else { beside(name) };
        match problem::read(COMPLETE, &files) {
            Ok(read) => warn(&read.warnings),
            Err(errors) => say(&errors),
        }
    }
}

fn csv(bytes: &[u8]) {
    let [first, table @ ..] = bytes else { return };
    let chosen = usize::from(*first) % (KINDS.len() + 1);
    let Some(&kind) = KINDS.get(chosen) else { return look(table, "list.csv") };
    let usual = [(TableKind::Students, STUDENTS), (TableKind::Schools, SCHOOLS)];
    let others = usual.into_iter().filter(|(other, _)| *other != kind);
    let tables = others.chain([(kind, table)]).map(|(kind, bytes)| TableFile {
        kind,
        file: "list.csv".to_owned(),
        sheet: None,
        bytes: bytes.to_vec(),
    });
    import_all(&Request { tables: tables.collect(), ..Request::default() });
}

/// Looks for tables in a file, which has schools, students or both.
fn look(file: &[u8], name: &str) {
    import_all(&Request { files: vec![(name.to_owned(), file.to_vec())], ..Request::default() });
}

fn import_all(request: &Request) {
    for language in [Language::Dutch, Language::English] {
        let request = Request { name: Some("Dorp".to_owned()), language, ..request.clone() };
        match import(&request) {
            Ok(imported) => {
                warn(&imported.warnings);
                let _ = account_in_words(&imported.account, language);
            }
            Err(refused) => {
                say(&refused.errors);
                let _ = account_in_words(&refused.account, language);
            }
        }
    }
}
