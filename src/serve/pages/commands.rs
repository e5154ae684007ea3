//! The commands that do the same as a screen, in the folder of the project.

use maud::{Markup, html};

use super::frame::Screen;
use crate::serve::folder::ProjectFolder;
use crate::serve::session::Inner;
use crate::text;
use crate::texts::Language;

/// The commands of a screen, folded away; nothing where there is no project yet, or the screen names them itself.
pub fn draw(screen: Screen, inner: &Inner, language: Language) -> Markup {
    let all = of(screen, inner, language);
    html! {
        @if !all.is_empty() {
            details #commands .commands { summary { (text!(language, "serve-commands")) }
                p .quiet { (text!(language, "serve-commands-explained")) }
                dl { @for (what, command) in &all { dt { (what) } dd { code { "plaatswijzer " (command) } } } } }
        }
    }
}

fn of(screen: Screen, inner: &Inner, language: Language) -> Vec<(String, String)> {
    let view = inner.view();
    if view.state.instance.is_none() {
        return Vec::new();
    }
    let next = ProjectFolder::plan_name(inner.folder.last_plan().unwrap_or_default() + 1);
    let shown = view.state.plans.shown.map(ProjectFolder::plan_name);
    let with_plan = |command: &dyn Fn(&str) -> String| shown.as_deref().map(command);
    let ladder =
        || with_plan(&|plan| format!("solve instance.json --previous {plan} --ladder -o ladder"));
    let sources: Vec<&str> = inner.sources.names().collect();
    let commands = match screen {
        Screen::Bench => vec![
            (text!(language, "serve-plan"), Some(format!("solve instance.json -o {next}"))),
            (
                text!(language, "serve-plan-again-few"),
                with_plan(&|plan| format!("solve instance.json --previous {plan} -o {next}")),
            ),
            (text!(language, "serve-ladder-ask"), ladder()),
            (
                text!(language, "serve-command-why"),
                with_plan(&|plan| format!("why instance.json {plan} ID")),
            ),
            (
                text!(language, "serve-command-verify"),
                with_plan(&|plan| format!("verify instance.json {plan}")),
            ),
        ],
        Screen::Data => vec![
            (
                text!(language, "serve-command-import"),
                (!sources.is_empty())
                    .then(|| format!("import {} -o instance.json", sources.join(" "))),
            ),
            (text!(language, "serve-before-planning"), Some("validate instance.json".to_owned())),
        ],
        Screen::Rules => vec![
            (text!(language, "serve-screen-rules"), Some("rules".to_owned())),
            (text!(language, "serve-command-prices"), Some("prices instance.json".to_owned())),
        ],
        Screen::Versions => vec![(
            text!(language, "serve-compare"),
            with_plan(&|plan| {
                let first = ProjectFolder::plan_name(1);
                format!("diff {first} {plan} --instance instance.json")
            }),
        )],
        Screen::WhatIf => vec![
            (
                text!(language, "serve-drill-title"),
                with_plan(&|plan| format!("drill instance.json {plan} --by school")),
            ),
            (text!(language, "serve-ladder-title"), ladder()),
            (text!(language, "serve-sites-title"), Some("sites instance.json".to_owned())),
            (
                text!(language, "serve-repair-title"),
                Some("repair instance.json --alternatives 3".to_owned()),
            ),
            (
                text!(language, "serve-what-if-answer"),
                Some("batch FILE -o FOLDER --audience planner".to_owned()),
            ),
        ],
        Screen::Out => Vec::new(),
    };
    commands.into_iter().filter_map(|(what, command)| Some((what, command?))).collect()
}
