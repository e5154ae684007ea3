//! The form that forbids a student, those who are ticked, or everyone, a school, cluster or board.

use maud::{Markup, html};

use super::{Reader, called};
use crate::text;

/// The form, for a student, for everyone, or for those who are ticked; `None` if there is no such student, or no instance.
pub fn form(reader: &Reader, student: Option<&str>, is_everyone: bool) -> Option<Markup> {
    let language = reader.language;
    let read = reader.view.read.as_deref()?;
    let instance = &read.problem.instance;
    let who = match student {
        None if is_everyone => text!(language, "serve-forbid-everyone"),
        None => text!(language, "serve-forbid-ticked"),
        Some(id) => {
            let (found, _) = instance.students.iter().find(|(_, facts)| facts.id == id)?;
            called(read, found).to_owned()
        }
    };
    let groups = [
        (
            text!(language, "serve-schools"),
            instance.schools.values().map(|one| (&one.id, &one.name)).collect::<Vec<_>>(),
        ),
        (
            text!(language, "serve-clusters-existing"),
            instance.clusters.values().map(|one| (&one.id, &one.name)).collect(),
        ),
        (
            text!(language, "serve-boards"),
            instance.boards.values().map(|one| (&one.id, &one.name)).collect(),
        ),
    ];
    Some(html! {
        form .row-form data-forbid-form="" data-forbid-student=[student] data-forbid-everyone=[is_everyone.then_some("")] {
            h2 #dialog-title { (text!(language, "serve-never-at")) " " small .quiet { (who) } }
            label { (text!(language, "serve-never-at-where"))
                select name="at" required { @for (group, all) in &groups { @if !all.is_empty() {
                    optgroup label=(group) { @for (id, name) in all { option value=(id) { (name) } } } } } } }
            label { (text!(language, "serve-reason-optional"))
                input name="because" maxlength="400" autocomplete="off"; }
            p .buttons { button .main type="submit" { (text!(language, "serve-never-at")) }
                button type="button" data-close="" { (text!(language, "serve-cancel")) } }
        }
    })
}
