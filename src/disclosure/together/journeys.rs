//! What a report shows of journeys, as sums of numbers.

use super::super::audience::SMALLEST_GROUP;
use super::super::charts::Bar;
use super::super::count::Count;
use super::super::indicators::JourneyFacts;
use super::ReportPart;
use super::model::{Model, among};
use super::system::{System, Unknown};
use crate::plan::Proportion;

/// The numbers of the bars, each split at the comfortable distance.
struct SplitBars<'a> {
    bars: &'a [Bar],
    near: Vec<Unknown>,
    far: Vec<Unknown>,
}

/// Bars, comfortable journeys, mean, median and percentile.
pub fn shown(model: &Model, system: &mut System, placed: &[Unknown]) {
    let facts = &model.shown.facts.journeys;
    let journeys = &model.indicators.journeys;
    let comfortable =
        journeys.comfortable.unwrap_or(Proportion::new(journeys.known, journeys.known));
    let fact = facts.comfortable.as_ref();
    let [near, far, _] = among(system, ReportPart::Comfortable, placed, fact, &comfortable);
    if !model.shown.bars.is_empty() {
        let bars = bars(model, system);
        system.equal(&bars.near, &[near]);
        system.equal(&bars.far, &[far]);
        bars.ranks(system, facts, [near, far]);
    }
    for (figure, number, by) in [
        (facts.mean_m, SMALLEST_GROUP, ReportPart::Mean),
        (facts.median_m, 2 * SMALLEST_GROUP, ReportPart::JourneyRanks),
        (facts.percentile_90_m, 10 * SMALLEST_GROUP, ReportPart::JourneyRanks),
    ] {
        if figure.is_some() {
            system.within(Some(by), [(1, near), (1, far)], Some(number), None);
        }
    }
}

fn bars<'a>(model: &'a Model, system: &mut System) -> SplitBars<'a> {
    let bars = &model.shown.bars;
    let comfortable = model.shown.facts.journeys.comfortable_m.unwrap_or(i64::MAX / 4);
    let mut split = SplitBars { bars, near: Vec::new(), far: Vec::new() };
    for bar in bars {
        let [mut near, mut far] = [0, 0];
        for (_, placing, count) in model.tally.placings() {
            let Some(journey) = placing.journey else { continue };
            if (bar.from_m..bar.to_m).contains(&journey.0) {
                *if journey.0 <= comfortable { &mut near } else { &mut far } += count;
            }
        }
        let [near, far] = [near, far].map(|number| system.unknown(number));
        system.shown(ReportPart::Bars, &[near, far], bar.students);
        system.group(&[near, far]);
        if bar.from_m > comfortable {
            system.shown(ReportPart::Bars, &[near], Count::Exact(0));
        }
        if bar.to_m <= comfortable {
            system.shown(ReportPart::Bars, &[far], Count::Exact(0));
        }
        split.near.push(near);
        split.far.push(far);
    }
    split
}

impl SplitBars<'_> {
    /// By nearest rank, rounded to kilometres: at least half, or nine tenths, of the journeys are no longer.
    fn ranks(&self, system: &mut System, facts: &JourneyFacts, known: [Unknown; 2]) {
        for (rounded, tenths) in [(facts.median_m, 5), (facts.percentile_90_m, 9)] {
            let Some(metres) = rounded else { continue };
            let terms = |is: &dyn Fn(&Bar) -> bool, factor: i64| {
                let bars = self.bars.iter().zip(self.near.iter().zip(&self.far));
                let bars = bars.filter(|(bar, _)| is(bar));
                let bars = bars.flat_map(|(_, (&near, &far))| [(10, near), (10, far)]);
                bars.chain(known.map(|one| (-factor, one))).collect::<Vec<_>>()
            };
            let below = terms(&|bar| bar.to_m <= metres - 500, tenths);
            system.within(Some(ReportPart::JourneyRanks), below, None, Some(-1));
            let above = terms(&|bar| bar.from_m >= metres + 500, 10 - tenths);
            system.within(Some(ReportPart::JourneyRanks), above, None, Some(0));
        }
    }
}
