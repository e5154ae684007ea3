//! The page of a batch: its scenarios side by side.

mod batched;
mod extra;
mod lines;
mod maps;
pub mod plot;
mod ranges;
mod scatter;
mod sensitivity;
mod table;
mod undrawn;

use maud::{Markup, html};

use self::batched::Batched;
use self::scatter::Axis;
use super::frame::{self, Section};
use super::number;
use super::tables::prose;
use crate::disclosure::{BatchDisclosure, Map};
use crate::report::comparison::Memo;
use crate::report::comparison::tables::FigureFormat;
use crate::text;
use crate::texts::Language;

/// The page of a batch. `maps` are for the same audience, by the ids of their scenarios.
pub fn batch_page(
    disclosed: &BatchDisclosure,
    maps: &[(String, Map)],
    language: Language,
) -> String {
    let batched = Batched::new(disclosed, language);
    let memo = Memo::new(disclosed, language);
    let title = text!(language, "page-scenarios-compared");
    let planned = disclosed.scenarios.iter().filter(|one| one.summary.planned > 0).count();
    let two_maps = maps::draw(&batched, maps).map(|drawn| {
        let note = maps::note(language, maps.len(), planned);
        html! { (drawn) @if let Some(note) = note { p .quiet { (note) } } }
    });
    let sections = [
        ("charts", text!(language, "page-charts"), Some(charts(&batched))),
        ("scenarios", text!(language, "page-scenarios"), Some(scenarios(&batched))),
        ("extra-cost", text!(language, "page-extra-cost"), extra::draw(&batched)),
        ("sensitivity", text!(language, "page-sensitivity"), sensitivity::draw(&batched)),
        ("maps", text!(language, "page-two-maps"), two_maps),
        ("memo", text!(language, "page-for-memo"), Some(sentences(&memo))),
    ];
    let sections = sections.into_iter().filter_map(|(id, title, body)| Some((id, title, body?)));
    let sections: Vec<Section> =
        sections.map(|(id, title, body)| Section::new(id, title, body)).collect();
    let header = html! {
        p .over { "plaatswijzer" }
        h1 { (title) }
        p .audience { (memo.opening) }
    };
    frame::document(language, &title, &header, &sections)
}

fn scenarios(batched: &Batched) -> Markup {
    html! { p .quiet { (number::signs(batched.language)) } (table::draw(batched)) }
}

/// The sentences, those on one subject together.
fn sentences(memo: &Memo) -> Markup {
    html! {
        @for group in &memo.groups { ul .facts { @for sentence in group { li { (prose(sentence)) } } } }
    }
}

fn charts(batched: &Batched) -> Markup {
    let language = batched.language;
    let net = Axis {
        figure: "net_eur",
        unit: FigureFormat::Euros,
        title: text!(language, "page-net-cost-in-euros"),
    };
    let journey = Axis {
        figure: "journey_mean_m",
        unit: FigureFormat::Kilometres,
        title: text!(language, "page-mean-journey-in-km"),
    };
    let against_cost = text!(language, "page-share-against-net-cost");
    let against_journey = text!(language, "page-share-against-mean-journey");
    let share = text!(language, "page-share-samen-opleiden-2");
    let mean = text!(language, "page-mean-journey-one-way-km");
    html! {
        div .charts {
            (scatter::draw(batched, "against-cost", &against_cost, &net))
            (ranges::draw(batched, "core_percent", FigureFormat::Percent, &share))
            (scatter::draw(batched, "against-journey", &against_journey, &journey))
            (ranges::draw(batched, "journey_mean_m", FigureFormat::Kilometres, &mean))
            (lines::draw(batched))
        }
        @if scatter::is_drawn(batched, &[&net, &journey]) {
            (scatter::legend(language))
            @if batched.disclosed.answers.dominance.uncertain {
                p .quiet { (text!(language, "comparison-dominance-uncertain")) }
            }
        }
    }
}

#[cfg(test)]
mod tests;
