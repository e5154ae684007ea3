//! The public page of a batch: its scenarios side by side.

mod disclosed;
mod maps;
mod ranges;
mod scatter;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use self::scatter::Axis;
use super::frame::{self, Section};
use super::number;
use super::tables::prose;
use crate::disclosure::Map;
use crate::report::comparison::tables::FigureFormat;
use crate::report::comparison::{FEW_DRAWS, Memo, titles};
use crate::scenarios::Batch;
use crate::scenarios::batch::{ScenarioSummary, Summary};
use crate::text;
use crate::texts::Language;

/// A batch with everything that its page needs.
pub struct Batched<'a> {
    summary: &'a Summary,
    language: Language,
    titles: BTreeMap<&'a str, String>,
    compared: BTreeSet<&'a str>,
    dominated: BTreeSet<&'a str>,
}

impl<'a> Batched<'a> {
    fn new(summary: &'a Summary, language: Language) -> Self {
        let dominance = &summary.answers.dominance;
        Self {
            summary,
            language,
            titles: titles(&summary.scenarios),
            compared: dominance.compared.iter().map(String::as_str).collect(),
            dominated: dominance.dominated.iter().map(|one| one.scenario.as_str()).collect(),
        }
    }

    fn title<'b>(&'b self, scenario: &'b ScenarioSummary) -> &'b str {
        self.title_of(&scenario.id)
    }

    fn title_of<'b>(&'b self, scenario: &'b str) -> &'b str {
        self.titles.get(scenario).map_or(scenario, String::as_str)
    }

    fn is_reference(&self, scenario: &ScenarioSummary) -> bool {
        scenario.id == self.summary.reference
    }

    /// Whether dominance was examined for a scenario.
    fn is_compared(&self, scenario: &str) -> bool {
        self.compared.contains(scenario)
    }

    /// Whether it was examined and no other scenario dominates it.
    fn is_free(&self, scenario: &str) -> bool {
        self.is_compared(scenario) && !self.dominated.contains(scenario)
    }

    fn draws(&self) -> bool {
        self.summary.draws.is_some()
    }

    fn few_draws(&self) -> bool {
        self.summary.draws.is_some_and(|draws| draws < FEW_DRAWS)
    }
}

/// The public page of a batch. `maps` are public too, by the ids of their scenarios.
pub fn batch_page(
    batch: &Batch,
    summary: &Summary,
    maps: &[(String, Map)],
    language: Language,
) -> String {
    let batched = Batched::new(summary, language);
    let memo = Memo::new(batch, summary, language);
    let title = text!(language, "page-scenarios-compared");
    let planned = summary.scenarios.iter().filter(|scenario| scenario.planned > 0).count();
    let two_maps = maps::draw(&batched, maps).map(|drawn| {
        let note = maps::note(language, maps.len(), planned);
        html! { (drawn) @if let Some(note) = note { p .quiet { (note) } } }
    });
    let sections = [
        ("charts", text!(language, "page-charts"), Some(charts(&batched))),
        ("scenarios", text!(language, "page-scenarios"), Some(scenarios(&batched))),
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
        }
        (scatter::legend(language))
    }
}

#[cfg(test)]
mod tests;
