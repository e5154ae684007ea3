//! Scenarios that a chart does not show, with the reason.

use maud::{Markup, html};

use super::batched::Batched;
use crate::disclosure::{DisclosedFigure, SMALLEST_GROUP, ScenarioDisclosure};
use crate::text;

/// Why a chart does not show a scenario.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It has no plan.
    NoPlan,
    /// A figure would reveal a few students.
    Hidden,
    /// Its plans lack a figure, such as money.
    NoFigure,
    /// The chart is full.
    NoRoom,
}

/// Why a chart of some figures does not show a scenario; `None` if it does.
pub fn reason(scenario: &ScenarioDisclosure, figures: &[&str]) -> Option<Reason> {
    if scenario.summary.planned == 0 {
        return Some(Reason::NoPlan);
    }
    let has = |wanted: fn(&DisclosedFigure) -> bool| {
        figures.iter().any(|figure| wanted(&scenario.figure(figure)))
    };
    if has(|figure| matches!(figure, DisclosedFigure::Absent)) {
        Some(Reason::NoFigure)
    } else {
        has(|figure| matches!(figure, DisclosedFigure::Within(_))).then_some(Reason::Hidden)
    }
}

/// A sentence per reason with the scenarios that are not drawn for it.
pub fn notes(batched: &Batched, undrawn: &[(&ScenarioDisclosure, Reason)]) -> Markup {
    let language = batched.language;
    let sentence = |reason: Reason| {
        let names: Vec<String> = undrawn
            .iter()
            .filter(|(_, why)| *why == reason)
            .map(|(scenario, _)| batched.title(scenario).to_owned())
            .collect();
        (!names.is_empty()).then(|| match reason {
            Reason::NoPlan => text!(language, "page-undrawn-no-plan", names = names),
            Reason::Hidden => {
                text!(language, "page-undrawn-hidden", smallest = SMALLEST_GROUP, names = names)
            }
            Reason::NoFigure => text!(language, "page-undrawn-no-figure", names = names),
            Reason::NoRoom => text!(language, "page-undrawn-no-room", names = names),
        })
    };
    let reasons = [Reason::Hidden, Reason::NoFigure, Reason::NoPlan, Reason::NoRoom];
    html! { @for sentence in reasons.into_iter().filter_map(sentence) {
        p .quiet.undrawn { (sentence) }
    } }
}
