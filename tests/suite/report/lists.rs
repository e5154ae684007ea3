//! Lists: each placed student is on exactly those that it belongs on.

use std::collections::BTreeMap;

use plaatswijzer::contacts::Contacts;
use plaatswijzer::disclosure::lists::{ListBook, ListKind, Lists, lists};
use plaatswijzer::disclosure::{Cell, Field, Table, Topic};
use plaatswijzer::instance::SchoolId;
use plaatswijzer::plan::Plan;
use plaatswijzer::problem::Problem;
use plaatswijzer::report::{ListFormat, lists_as_zip};
use plaatswijzer::texts::Language;
use plaatswijzer::verify::verify_assignment;
use rayon::prelude::*;

use super::random_plans::random_assignment;
use super::reading::LANGUAGES;
use crate::draws::Draws;
use crate::replanning::again;

const SEEDS: u64 = 400;

/// A row's cell.
fn cell<'a>(table: &'a Table, row: &'a [Cell], field: Field) -> &'a Cell {
    table.columns.iter().position(|one| *one == field).map_or(&Cell::Empty, |at| &row[at])
}

fn text(table: &Table, row: &[Cell], field: Field) -> String {
    match cell(table, row, field) {
        Cell::Text(text) => text.clone(),
        Cell::Empty => String::new(),
        other => panic!("{other:?}"),
    }
}

/// An empty cell is one student.
fn students(table: &Table, row: &[Cell]) -> i64 {
    match cell(table, row, Field::Students) {
        Cell::Empty => 1,
        Cell::Number(number) => *number,
        other => panic!("{other:?}"),
    }
}

fn table<'a>(book: &'a ListBook, topic: &Topic) -> Option<&'a Table> {
    book.tables.iter().find(|table| table.topic == *topic)
}

/// The students of a table by id, with whether they are marked as new.
fn named(table: Option<&Table>) -> Vec<(String, i64, bool)> {
    let Some(table) = table else { return Vec::new() };
    let rows = table.rows.iter().map(|row| {
        let is_new = *cell(table, row, Field::New) == Cell::Yes(true);
        (text(table, row, Field::Student), students(table, row), is_new)
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_unstable();
    rows
}

struct Checked<'a> {
    problem: &'a Problem,
    lists: &'a Lists,
    /// Student, school, cluster, count, whether the student was elsewhere before.
    placed: Vec<(String, SchoolId, Option<String>, i64, bool)>,
}

impl Checked<'_> {
    fn of_kind(&self, kind: ListKind) -> impl Iterator<Item = &ListBook> {
        self.lists.books.iter().filter(move |book| book.kind == kind)
    }

    /// Those whom the plan has in some of the schools or clusters.
    fn wanted(&self, is_in: impl Fn(SchoolId, Option<&str>) -> bool) -> Vec<(String, i64, bool)> {
        let placed = self.placed.iter();
        let placed = placed.filter(|(_, school, cluster, ..)| is_in(*school, cluster.as_deref()));
        let mut wanted: Vec<_> =
            placed.map(|(student, _, _, count, new)| (student.clone(), *count, *new)).collect();
        wanted.sort_unstable();
        wanted
    }

    /// Whether the lists of a kind have exactly the students that belong to them.
    fn check(&self) -> usize {
        let instance = &self.problem.instance;
        let placements = |book| named(table(book, &Topic::Placements));
        for (id, school) in instance.schools.iter() {
            let mut books = self.of_kind(ListKind::School).filter(|book| book.id == school.id);
            let book = books.next();
            assert!(books.next().is_none());
            assert_eq!(book.map(placements).unwrap_or_default(), self.wanted(|at, _| at == id));
        }
        for book in self.of_kind(ListKind::Cluster) {
            assert_eq!(placements(book), self.wanted(|_, cluster| cluster == Some(&*book.id)));
        }
        for (id, board) in instance.boards.iter() {
            let of_board = |school: SchoolId| instance.schools[school].board == id;
            let own: Vec<&str> = instance
                .schools
                .values()
                .filter(|one| one.board == id)
                .map(|one| &*one.id)
                .collect();
            let book = self.of_kind(ListKind::Board).find(|book| book.id == board.id);
            let Some(book) = book else {
                assert!(own.is_empty());
                continue;
            };
            assert_eq!(placements(book), self.wanted(|school, _| of_board(school)));
            let schools = table(book, &Topic::Schools).unwrap();
            let mut listed: Vec<String> =
                schools.rows.iter().map(|row| text(schools, row, Field::SchoolId)).collect();
            listed.sort_unstable();
            assert_eq!(listed, own, "every school of the board is listed, used or not");
            self.free_places(schools);
        }
        let [overview] = &self.of_kind(ListKind::Overview).collect::<Vec<_>>()[..] else {
            panic!()
        };
        assert_eq!(placements(overview), self.wanted(|_, _| true));
        self.placed.iter().filter(|(.., new)| *new).count()
    }

    /// Whether the places of schools are those that the plan leaves.
    fn free_places(&self, schools: &Table) {
        let instance = &self.problem.instance;
        for row in &schools.rows {
            let id = text(schools, row, Field::SchoolId);
            let (id, school) = instance.schools.iter().find(|(_, one)| one.id == id).unwrap();
            let there: i64 = self.placed.iter().filter(|one| one.1 == id).map(|one| one.3).sum();
            let taken = Cell::PartOf(there, school.places);
            assert_eq!(*cell(schools, row, Field::PlacesTaken), taken);
            let free = Cell::Number((school.places - there).max(0));
            assert_eq!(*cell(schools, row, Field::PlacesFree), free);
        }
    }
}

#[test]
fn each_placed_student_is_on_one_list_of_a_school_a_cluster_and_a_board() {
    let new: usize = (0..SEEDS)
        .into_par_iter()
        .filter_map(|seed| {
            let (problem, ..) = again(seed)?;
            let mut draws = Draws::new(seed ^ 0x0115_7515);
            let assignment = random_assignment(&problem, &mut draws);
            let ids = assignment.cluster_ids(&problem.instance);
            let tally = problem.tally(&assignment);
            let earlier = problem.instance.previous_plan.as_ref().unwrap();
            let placed = assignment.placements.iter().map(|one| {
                let before = &earlier.students[one.student];
                let there = before.at.get(&one.school).copied().unwrap_or(0);
                let cluster = tally.cluster_at(one.school).map(|cluster| ids[cluster].clone());
                let student = problem.instance.students[one.student].id.clone();
                (student, one.school, cluster, one.count, one.count > there)
            });
            let placed = placed.collect();
            let verdict = verify_assignment(&problem, assignment.clone());
            let lists = lists(&problem, &Plan::default(), &verdict, None);
            Some(Checked { problem: &problem, lists: &lists, placed }.check())
        })
        .sum();
    println!("{new} new");
    assert!(new > 100, "{new}");
}

/// The example of a small partnership, with the contacts of some.
fn village_lists() -> Lists {
    lists_with(
        r#"{
        "format": "plaatswijzer/contacts/1",
        "students": [
            { "id": "anna", "contact": { "first_name": "Anna", "last_name": "Zwart", "email": "=anna@x.example",
              "telephone": "+31 6 1", "remarks": "for the planner" } }
        ],
        "clusters": [{ "id": "noord", "trainer": { "name": "T. Rainer" } }]
    }"#,
    )
}

/// The lists of the village with these contacts.
fn lists_with(contacts: &str) -> Lists {
    let planned = super::reading::Planned::village();
    let verdict = plaatswijzer::verify::verify(&planned.problem, &planned.plan);
    let read = Contacts::read(contacts.as_bytes(), &planned.problem.instance, "x").unwrap();
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
    lists(&planned.problem, &planned.plan, &verdict, Some(&read.contacts))
}

/// The files of an archive by name.
fn files(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let number = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..number).map(read).collect()
}

#[test]
fn the_archive_has_the_same_bytes_and_no_formula() {
    let lists = village_lists();
    for (language, _) in LANGUAGES {
        let zip = || lists_as_zip(&lists, ListFormat::Workbook, language).unwrap();
        let archive = zip();
        assert_eq!(archive, zip());
        let files = files(&archive);
        assert_eq!(files.len(), lists.books.len() + 1, "no file overwrites another");
        for (name, bytes) in files.iter().filter(|(name, _)| super::reading::ends_in(name, "xlsx"))
        {
            let parts = super::reading::parts(bytes);
            assert!(parts.iter().all(|(_, part)| !part.contains("<f>")), "{name}");
            assert!(!super::reading::sheets(bytes).is_empty(), "{name}");
        }
        let letters = if language == Language::Dutch { "brieven.csv" } else { "letters.csv" };
        let letters = String::from_utf8(files[letters].clone()).unwrap();
        assert!(letters.contains("'=anna@x.example") && letters.contains("'+31 6 1"), "{letters}");
    }
}

/// The village has an existing cluster and a new one of the same board.
#[test]
fn a_new_cluster_has_the_trainers_of_its_board() {
    let lists = lists_with(
        r#"{
            "format": "plaatswijzer/contacts/1",
            "clusters": [{ "id": "noord", "trainer": { "name": "T. Rainer" } }],
            "boards": [
                { "id": "kom", "trainer": { "name": "B. Oord" }, "institute_trainer": { "name": "I. Nst" } },
                { "id": "rand", "trainer": { "name": "R. And" } }
            ]
        }"#,
    );
    let trainers: BTreeMap<&str, Vec<String>> = lists
        .books
        .iter()
        .filter(|book| book.kind == ListKind::Trainer)
        .map(|book| {
            let clusters = table(book, &Topic::Clusters).unwrap();
            let names = clusters.rows.iter().map(|row| text(clusters, row, Field::Cluster));
            (book.name.as_str(), names.collect())
        })
        .collect();
    let all = |clusters: &[&str]| clusters.iter().map(|&name| name.to_owned()).collect();
    let expected: BTreeMap<&str, Vec<String>> = BTreeMap::from([
        // An existing cluster keeps its own trainer, and lacks one of the institute.
        ("B. Oord", all(&["Schoolbestuur De Kom 1"])),
        ("I. Nst", all(&["Noord", "Schoolbestuur De Kom 1"])),
        ("T. Rainer", all(&["Noord"])),
    ]);
    assert_eq!(trainers, expected);
}

#[test]
fn a_list_has_what_its_reader_needs_and_no_more() {
    let lists = village_lists();
    let shown = |kind: ListKind| {
        let books: Vec<_> = lists.books.iter().filter(|book| book.kind == kind).collect();
        assert!(!books.is_empty(), "{kind:?}");
        format!("{books:?}")
    };
    let telephone = "+31 6 1";
    assert!(shown(ListKind::Overview).contains("for the planner"));
    for kind in [ListKind::School, ListKind::Cluster, ListKind::Trainer, ListKind::Board] {
        let shown = shown(kind);
        for hidden in ["for the planner", "Home", "Wish", "Journey", "Reason", "Points"] {
            assert!(!shown.contains(hidden), "{kind:?}: {hidden}");
        }
        let is_of_board = kind == ListKind::Board;
        assert_eq!(shown.contains(telephone), !is_of_board, "{kind:?}");
        assert_eq!(shown.contains("FreeDays"), !is_of_board, "{kind:?}");
    }
}

#[test]
fn word_documents_have_the_same_tables() {
    let lists = village_lists();
    let archive = lists_as_zip(&lists, ListFormat::Document, Language::English).unwrap();
    assert_eq!(archive, lists_as_zip(&lists, ListFormat::Document, Language::English).unwrap());
    let files = files(&archive);
    assert!(files.contains_key("letters.csv") && files.contains_key("overview.xlsx"));
    let documents: Vec<_> =
        files.iter().filter(|(name, _)| super::reading::ends_in(name, "docx")).collect();
    assert_eq!(documents.len(), lists.books.len() - 1);
    for (name, bytes) in documents {
        let parts = super::reading::parts(bytes);
        for (part, text) in &parts {
            let mut reader = quick_xml::Reader::from_str(text);
            while !matches!(reader.read_event(), Ok(quick_xml::events::Event::Eof)) {
                assert!(reader.error_position() == 0, "{name}: {part}");
            }
        }
        let (_, text) = parts.iter().find(|(part, _)| part == "word/document.xml").unwrap();
        let book = lists.books.iter().find(|book| name.contains(&book.name)).unwrap();
        let rows: usize = book.tables.iter().map(|table| table.rows.len() + 1).sum();
        let kind = match name.split('/').next().unwrap() {
            "schools" => ListKind::School,
            "clusters" => ListKind::Cluster,
            "trainers" => ListKind::Trainer,
            _ => ListKind::Board,
        };
        if book.kind == kind {
            assert_eq!(text.matches("<w:tr>").count(), rows, "{name}");
        }
    }
}

#[test]
fn the_overview_names_the_plan_once_on_each_sheet_and_shows_clusters_in_a_chart() {
    let lists = village_lists();
    let archive = lists_as_zip(&lists, ListFormat::Workbook, Language::English).unwrap();
    let files = files(&archive);
    let overview = &files["overview.xlsx"];
    for (sheet, rows) in super::reading::sheets(overview) {
        let above = rows.iter().take(2).flatten().map(super::reading::text);
        let names: Vec<String> = above.filter(|text| text.contains(&lists.name)).collect();
        assert_eq!(names.len(), 1, "{sheet}: {names:?}");
    }
    let charts = |bytes: &[u8]| {
        let parts = super::reading::parts(bytes);
        parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).count()
    };
    let is_coloured = |bytes: &[u8]| {
        let parts = super::reading::parts(bytes);
        parts.iter().any(|(_, part)| part.contains("conditionalFormatting"))
    };
    assert_eq!((charts(overview), is_coloured(overview)), (1, true));
    let boards = files.iter().filter(|(name, _)| name.starts_with("boards/"));
    for (name, bytes) in boards {
        assert_eq!((charts(bytes), is_coloured(bytes)), (0, true), "{name}");
    }
}
