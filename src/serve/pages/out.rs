//! Lists and reports to take away, each with the command that makes the same.

use maud::{Markup, html};

use super::Reader;
use crate::serve::folder::ProjectFolder;
use crate::text;

/// The files that can be taken.
pub fn draw(reader: &Reader) -> Markup {
    let language = reader.language;
    let shown = reader.view.planned().filter(|(_, shown)| shown.is_sound());
    let Some((_, shown)) = shown else {
        return html! { h1 { (text!(language, "serve-screen-out")) } p .warning { (text!(language, "serve-nothing-out")) } };
    };
    let plan = ProjectFolder::plan_name(shown.number);
    let command = |rest: &str| format!("plaatswijzer report instance.json {plan} {rest}");
    let items = [
        ("/out/lists.zip", text!(language, "serve-out-lists"), command("--lists -o .")),
        (
            "/out/lists-docx.zip",
            text!(language, "serve-out-lists-docx"),
            command("--lists --format docx -o ."),
        ),
        ("/out/plan.xlsx", text!(language, "serve-out-workbook"), command("-o plan.xlsx")),
        ("/out/page.html", text!(language, "serve-out-page"), command("-o page.html")),
        (
            "/out/page-planner.html",
            text!(language, "serve-out-page-planner"),
            command("--audience planner -o page-planner.html"),
        ),
        ("/out/plan.json", text!(language, "serve-out-plan"), format!("cat {plan}")),
        (
            "/out/instance.json",
            text!(language, "serve-out-instance"),
            "cat instance.json".to_owned(),
        ),
    ];
    html! {
        h1 { (text!(language, "serve-screen-out")) }
        p { (text!(language, "serve-out-explained")) }
        ul .files { @for (path, name, command) in &items {
            li { a href=(path) download="" { (name) } br; code { (command) } }
        } }
    }
}
