//! A planner's session: her own two workbooks and an open table of postcodes, her mistakes mended, a plan, lists to
//! mail. It keeps count of the cells that are changed and of the commands, which are those that the README shows.

use std::io::Cursor;
use std::path::Path;
use std::process::Output;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

use crate::documents::folder;
use crate::running::{code, run, stderr};

/// A cell and what is written into it: sheet, row from 1, column from 0, content.
type Mending = (&'static str, u32, u16, &'static str);

/// What is truly wrong with the students.
const STUDENTS: [Mending; 5] = [
    ("Studenten", 18, 8, "9712 AB"),
    ("Studenten", 37, 7, "4"),
    ("Studenten", 61, 7, "1"),
    ("Studenten", 91, 0, "4400001"),
    ("Studenten", 107, 0, "4405984"),
];
/// What is truly wrong with the schools.
const SCHOOLS: [Mending; 5] = [
    ("Scholen", 5, 8, "5"),
    ("Scholen", 11, 8, "3"),
    ("Scholen", 13, 8, "4"),
    ("Scholen", 34, 0, "08BO"),
    ("Scholen", 38, 2, "Plateau"),
];

/// The most cells that a planner changes.
const MOST_CHANGED: usize = 10;
/// The commands that the README shows, of which the first is given again once the cells are mended.
const COMMANDS: [&str; 4] = ["import", "solve", "report", "report"];

/// The commands of a session in the order in which they were given.
#[derive(Default)]
struct Session {
    commands: Vec<String>,
}

impl Session {
    /// Gives a command in Dutch.
    fn give(&mut self, arguments: &[&str]) -> Output {
        self.commands.push(arguments[0].to_owned());
        run(&[&["--lang", "nl"], arguments].concat())
    }
}

/// A workbook with some cells written anew.
fn mended(bytes: &[u8], mendings: &[Mending]) -> Vec<u8> {
    let mut before: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut after = Workbook::new();
    for name in before.sheet_names() {
        let cells = before.worksheet_range(&name).unwrap();
        let (top, left) = cells.start().unwrap();
        let sheet = after.add_worksheet().set_name(&name).unwrap();
        for (row, column, content) in cells.used_cells() {
            let at =
                (top + u32::try_from(row).unwrap(), u16::try_from(left as usize + column).unwrap());
            match content {
                Data::Float(number) => sheet.write_number(at.0, at.1, *number).unwrap(),
                Data::Int(number) => sheet.write_number(at.0, at.1, *number as f64).unwrap(),
                other => sheet.write_string(at.0, at.1, other.to_string()).unwrap(),
            };
        }
        for (_, row, column, content) in mendings.iter().filter(|mending| mending.0 == name) {
            match content.parse::<f64>() {
                Ok(number) => sheet.write_number(row - 1, *column, number).unwrap(),
                Err(_) => sheet.write_string(row - 1, *column, *content).unwrap(),
            };
        }
    }
    after.save_to_buffer().unwrap()
}

/// Imports the workbooks of a folder; returns the exit code and what is said, without the folder.
fn import_in(session: &mut Session, temporary: &Path) -> (i32, String) {
    let path = |name: &str| temporary.join(name).to_str().unwrap().to_owned();
    let files = ["studenten.xlsx", "scholen.xlsx", "postcodes.csv"].map(path);
    let files = files.each_ref().map(String::as_str);
    let output = path("2026.json");
    let output = session.give(&[&["import"], &files[..], &["-o", &output]].concat());
    let said = stderr(&output).replace(&format!("{}/", temporary.to_str().unwrap()), "");
    (code(&output), said)
}

fn agrees(name: &str, said: &str) {
    let path = folder("planner").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, said).unwrap();
    }
    assert_eq!(said, std::fs::read_to_string(&path).unwrap_or_default(), "{name}");
}

#[test]
fn two_workbooks_become_a_plan_once_what_is_wrong_is_mended() {
    let temporary = tempfile::tempdir().unwrap();
    let of_case = |name: &str| std::fs::read(folder("planner").join(name)).unwrap();
    let (students, schools) = (of_case("studentenlijst.xlsx"), of_case("partnerscholen.xlsx"));
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(temporary.path().join(name), bytes).unwrap();
    write("studenten.xlsx", &students);
    write("scholen.xlsx", &schools);
    write("postcodes.csv", &of_case("postcodes.csv"));

    let mut session = Session::default();
    let (first, said) = import_in(&mut session, temporary.path());
    agrees("first-import.txt", &said);
    assert_eq!(first, 3);
    let problems = said.lines().filter(|line| line.starts_with("fout[")).count();
    assert_eq!(problems, STUDENTS.len() + SCHOOLS.len(), "a cell to mend for each problem");
    assert!(problems <= MOST_CHANGED, "{problems}");

    write("studenten.xlsx", &mended(&students, &STUDENTS));
    write("scholen.xlsx", &mended(&schools, &SCHOOLS));
    let (second, said) = import_in(&mut session, temporary.path());
    agrees("second-import.txt", &said);
    assert_eq!(second, 0);
    assert!(said.ends_with("deel dit met niemand.\n"), "{said}");
    assert!(temporary.path().join("2026.contacts.json").exists());

    assert_eq!(session.commands, ["import", "import"]);
    #[cfg(feature = "highs")] // microlp takes minutes for a region of this size
    {
        plan_in(&mut session, temporary.path());
        assert_eq!(session.commands[1..], COMMANDS, "import again, and then as the README shows");
    }
}

/// The commands that the README shows for a planner's own spreadsheets are those of this session.
#[test]
fn the_readme_shows_this_session() {
    let readme = std::fs::read_to_string(folder("..").join("README.md")).unwrap();
    let (_, chapter) = readme.split_once("\n## From your own spreadsheets\n").unwrap();
    let shown = chapter.split("```").nth(1).unwrap().lines();
    let mut shown = shown.filter_map(|line| line.strip_prefix("$ plaatswijzer "));
    let commands: Vec<&str> = shown.clone().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(commands, COMMANDS);
    assert!(shown.next_back().unwrap().contains(" --lists "), "it ends with the lists");
}

/// Plans the imported instance, checks the plan, and writes a workbook and the lists.
#[cfg(feature = "highs")]
fn plan_in(session: &mut Session, folder: &Path) {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (instance, plan) = (path("2026.json"), path("2026.plan.json"));
    let output =
        session.give(&["solve", &instance, "-o", &plan, "--gap", "0.01", "--time-limit", "60"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let output = run(&["verify", &instance, &plan]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let output = session.give(&["report", &instance, &plan, "-o", &path("2026.xlsx")]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let output = session.give(&["report", &instance, &plan, "-o", &path("lists"), "--lists"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let archive = std::fs::read(path("lists/lijsten.zip")).unwrap();
    let archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in ["brieven.csv", "overzicht.xlsx", "besturen/VCOG.xlsx", "opleiders/P. Bos.xlsx"] {
        assert!(names.iter().any(|one| one == name), "{name}: {names:?}");
    }
}
