//! Two maps side by side, of scenarios that the reader chooses.

use maud::{Markup, html};

use super::batched::Batched;
use crate::disclosure::Map;
use crate::report::page::map::small;
use crate::text;
use crate::texts::Language;

/// The maps, if there are at least two. Without script the reference and the first other one are shown.
pub fn draw(batched: &Batched, maps: &[(String, Map)]) -> Option<Markup> {
    let reference = maps.iter().find(|(id, _)| *id == batched.disclosed.reference)?;
    let first_other = maps.iter().find(|(id, _)| *id != batched.disclosed.reference)?;
    let language = batched.language;
    let chosen = [&reference.0, &first_other.0];
    Some(html! {
        p { (text!(language, "page-plans-two-scenarios-first-draw")) }
        div .controls.choices hidden {
            (choice(batched, maps, chosen[0], "left", &text!(language, "page-left")))
            (choice(batched, maps, chosen[1], "right", &text!(language, "page-right")))
        }
        div .small-maps { @for (index, (id, map)) in maps.iter().enumerate() {
            @let title = batched.title_of(id);
            figure .map.small-map.first[id == chosen[0]] data-scenario=(id) hidden[!chosen.contains(&id)] {
                figcaption { (title) }
                (small(language, map, &format!("scenario-{index}-"), title))
            }
        } }
    })
}

fn choice(
    batched: &Batched,
    maps: &[(String, Map)],
    chosen: &str,
    side: &str,
    name: &str,
) -> Markup {
    html! {
        label { (name) ": "
            select data-side=(side) autocomplete="off" { @for (id, _) in maps {
                option value=(id) selected[id == chosen] { (batched.title_of(id)) }
            } }
        }
    }
}

/// A note that more scenarios have a plan than maps are drawn.
pub fn note(language: Language, shown: usize, all: usize) -> Option<String> {
    (shown < all).then(|| text!(language, "page-maps-of-first", shown = shown, all = all))
}
