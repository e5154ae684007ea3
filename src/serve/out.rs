//! The files that a planner takes away, made of the plan on screen.

use std::io;

use super::moving::compose_unproven;
use super::view::{ShownPlan, View};
use crate::contacts::Contacts;
use crate::disclosure::lists::{ListBook, ListKind, Lists, lists};
use crate::disclosure::{Audience, disclose};
use crate::message;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::report::{
    ListFormat, list_document, list_workbook, lists_as_zip, page, table_as_csv, workbook,
};
use crate::spreadsheets::blank_template;
use crate::texts::{Language, Message};
use crate::verify::verify;

/// A file to take: its type and its bytes.
pub type OutFile = (&'static str, Vec<u8>);

const ZIP: &str = "application/zip";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const CSV: &str = "text/csv; charset=utf-8";
/// The file of the letters.
const LETTERS: &str = "letters.csv";
const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";

/// The file with a name, of a project with the bytes of its file of contacts; `None` if there is no such file.
///
/// # Errors
/// If there is no sound plan on screen, or the file cannot be made.
pub fn file(
    view: &View,
    contacts: io::Result<Option<Vec<u8>>>,
    name: &str,
    language: Language,
) -> Option<Result<OutFile, Message>> {
    if name == "template.xlsx" {
        let template = blank_template(language).map_err(cannot_make);
        return Some(template.map(|bytes| (XLSX, bytes)));
    }
    if name == "instance.json" {
        return Some(Ok((JSON, view.state.text().into_bytes())));
    }
    if name == LETTERS || name.starts_with("list-") {
        return one_list(view, contacts, name, language);
    }
    let Some((_, shown)) = view.planned() else {
        return Some(Err(message!("serve-nothing-out")));
    };
    let problem = &shown.problem;
    if name == "plan.json" {
        return Some(current(shown).map(|plan| (JSON, plan.to_json().into_bytes())));
    }
    let plan = match current(shown) {
        Ok(plan) => plan,
        Err(message) => return Some(Err(message)),
    };
    let verdict = verify(problem, &plan);
    if !verdict.agrees() {
        return Some(Err(message!("serve-nothing-out")));
    }
    let for_audience = |audience| {
        let disclosure = disclose(problem, &plan, &verdict, audience);
        Ok((HTML, page(&disclosure, language).into_bytes()))
    };
    let zipped = |format| {
        let contacts = contacts_of(problem, contacts)?;
        let lists = lists(problem, &plan, &verdict, contacts.as_ref());
        let zip = lists_as_zip(&lists, format, language);
        zip.map(|bytes| (ZIP, bytes)).map_err(cannot_make)
    };
    let board = name.strip_prefix("page-board-").and_then(|rest| rest.strip_suffix(".html"));
    Some(match (name, board) {
        ("lists.zip", _) => zipped(ListFormat::Workbook),
        ("lists-docx.zip", _) => zipped(ListFormat::Document),
        ("plan.xlsx", _) => {
            let disclosure = disclose(problem, &plan, &verdict, Audience::Planner);
            workbook(&disclosure, language).map(|bytes| (XLSX, bytes)).map_err(cannot_make)
        }
        ("page.html", _) => for_audience(Audience::Public),
        ("page-planner.html", _) => for_audience(Audience::Planner),
        (_, Some(id)) => {
            let mut boards = problem.instance.boards.iter();
            let (board, _) = boards.find(|(_, board)| board.id == id)?;
            for_audience(Audience::Board(board))
        }
        _ => return None,
    })
}

/// All lists of the plan on screen, as those who get them will read them; `None` if there is no sound plan.
///
/// # Errors
/// As [`file`].
pub fn lists_of(
    view: &View,
    contacts: io::Result<Option<Vec<u8>>>,
) -> Option<Result<Lists, Message>> {
    let (_, shown) = view.planned().filter(|(_, shown)| shown.is_sound())?;
    let problem = &shown.problem;
    let made = || {
        let plan = current(shown)?;
        let verdict = verify(problem, &plan);
        let contacts = contacts_of(problem, contacts)?;
        Ok(lists(problem, &plan, &verdict, contacts.as_ref()))
    };
    Some(made())
}

/// By what a list is found again: its kind with the id of what it is about, or the name where that has none; nothing for
/// the overview, which is for nobody else.
pub fn key_of(book: &ListBook) -> Option<String> {
    let kind = match book.kind {
        ListKind::Overview => return None,
        ListKind::School => "school",
        ListKind::Cluster => "cluster",
        ListKind::Trainer => "trainer",
        ListKind::Board => "board",
    };
    let about = if book.id.is_empty() { &book.name } else { &book.id };
    Some(format!("{kind}-{about}"))
}

/// The list with a key.
pub fn list_with<'a>(lists: &'a Lists, key: &str) -> Option<&'a ListBook> {
    lists.books.iter().find(|book| key_of(book).as_deref() == Some(key))
}

/// One list as a file, `list-KEY.xlsx` or `.docx`, or the letters.
fn one_list(
    view: &View,
    contacts: io::Result<Option<Vec<u8>>>,
    name: &str,
    language: Language,
) -> Option<Result<OutFile, Message>> {
    let nothing = || Err(message!("serve-nothing-out"));
    let lists = match lists_of(view, contacts) {
        None => return Some(nothing()),
        Some(Err(message)) => return Some(Err(message)),
        Some(Ok(lists)) => lists,
    };
    if name == LETTERS {
        return Some(Ok((CSV, table_as_csv(&lists.letters, language).into_bytes())));
    }
    let (key, ending) = name.strip_prefix("list-")?.rsplit_once('.')?;
    let book = list_with(&lists, key)?;
    Some(match ending {
        "xlsx" => {
            list_workbook(&lists, book, language).map(|bytes| (XLSX, bytes)).map_err(cannot_make)
        }
        "docx" => {
            list_document(&lists, book, language).map(|bytes| (DOCX, bytes)).map_err(cannot_make)
        }
        _ => return None,
    })
}

fn contacts_of(
    problem: &Problem,
    bytes: io::Result<Option<Vec<u8>>>,
) -> Result<Option<Contacts>, Message> {
    let Some(bytes) = bytes.map_err(cannot_make)? else { return Ok(None) };
    let read = Contacts::read(&bytes, &problem.instance, "contacts");
    read.map(|read| Some(read.contacts)).map_err(cannot_make)
}

/// The plan on screen for the present instance. After an edit that it still fits, such as holding a student where the
/// plan has them, it is written anew: what its file says of its quality is about the instance of before.
fn current(shown: &ShownPlan) -> Result<Plan, Message> {
    if shown.is_of_present || !shown.is_sound() {
        return Ok(shown.plan.clone());
    }
    compose_unproven(&shown.problem, shown.assignment.clone())
        .map_err(|error| message!("serve-cannot-make", reason = error.to_string()))
}

/// That a file cannot be made, with the reason.
fn cannot_make(reason: impl std::fmt::Display) -> Message {
    message!("serve-cannot-make", reason = reason.to_string())
}
