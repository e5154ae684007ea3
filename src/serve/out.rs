//! The files that a planner takes away, made of the plan on screen.

use std::io;

use super::moving::compose_unproven;
use super::view::{ShownPlan, View};
use crate::contacts::Contacts;
use crate::disclosure::lists::lists;
use crate::disclosure::{Audience, disclose};
use crate::message;
use crate::plan::Plan;
use crate::report::{ListFormat, lists_as_zip, page, workbook};
use crate::spreadsheets::blank_template;
use crate::texts::{Language, Message};
use crate::verify::verify;

/// A file to take: its type and its bytes.
pub type OutFile = (&'static str, Vec<u8>);

const ZIP: &str = "application/zip";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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
    let failed = |reason: String| message!("serve-cannot-make", reason = reason);
    if name == "template.xlsx" {
        let template = blank_template(language).map_err(|error| failed(error.to_string()));
        return Some(template.map(|bytes| (XLSX, bytes)));
    }
    if name == "instance.json" {
        return Some(Ok((JSON, view.state.text().into_bytes())));
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
    let for_audience = |audience| disclose(problem, &plan, &verdict, audience);
    let zipped = |format| {
        let contacts = contacts.map_err(|error| failed(error.to_string()))?;
        let contacts = contacts.map(|bytes| Contacts::read(&bytes, &problem.instance, "contacts"));
        let contacts = contacts.transpose().map_err(|errors| failed(errors.to_string()))?;
        let contacts = contacts.map(|read| read.contacts);
        let lists = lists(problem, &plan, &verdict, contacts.as_ref());
        let zip = lists_as_zip(&lists, format, language);
        zip.map(|bytes| (ZIP, bytes)).map_err(|error| failed(error.to_string()))
    };
    Some(match name {
        "lists.zip" => zipped(ListFormat::Workbook),
        "lists-docx.zip" => zipped(ListFormat::Document),
        "plan.xlsx" => workbook(&for_audience(Audience::Planner), language)
            .map(|bytes| (XLSX, bytes))
            .map_err(|error| failed(error.to_string())),
        "page.html" => Ok((HTML, page(&for_audience(Audience::Public), language).into_bytes())),
        "page-planner.html" => {
            Ok((HTML, page(&for_audience(Audience::Planner), language).into_bytes()))
        }
        _ => return None,
    })
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
