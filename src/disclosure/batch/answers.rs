//! The answers of a batch, as disclosed to the public.

use std::collections::BTreeMap;

use super::ScenarioDisclosure;
use super::run::{Interval, RunDisclosure};
use crate::scenarios::Batch;
use crate::scenarios::batch::answers::{
    Dominance, FailedRuns, ScenarioBottleneck, break_even, extra_cost, stopped_searches,
};
use crate::scenarios::batch::{Answers, Layout, ScenarioSummary, Summary};

/// The answers, made of what is disclosed of the runs and scenarios.
pub fn disclosed(
    batch: &Batch,
    summary: &Summary,
    layout: &Layout,
    runs: &[Option<RunDisclosure>],
    scenarios: &[ScenarioDisclosure],
) -> Answers {
    let answers = &summary.answers;
    let ids = summary.scenarios.iter().map(|one| one.id.as_str());
    let positions: BTreeMap<&str, usize> = ids.zip(0..).collect();
    let bottlenecks = answers.bottlenecks.iter().filter_map(|one| {
        let position = *positions.get(one.scenario.as_str())?;
        bottleneck(one, summary, layout.draws(position), runs)
    });
    let left_out = |scenario: usize| {
        let ranges = layout.draws(scenario).iter();
        joined(ranges.filter_map(|&run| Some(runs[run?].as_ref()?.left_out)))
    };
    let left_out = |scenario| left_out(scenario).map(|range| (range.least, range.most));
    // Scenarios are compared on what is disclosed of them: to be equal to a share that is disclosed, or better,
    // says much about one that is hidden.
    let known: Vec<ScenarioSummary> = scenarios.iter().map(|one| one.summary.clone()).collect();
    // A reason may name a student.
    let failures = answers.failures.iter().map(|one| FailedRuns { reason: None, ..one.clone() });
    let mut failures: Vec<FailedRuns> = failures.collect();
    failures.dedup_by(|next, first| {
        let is_same = (&next.scenario, next.outcome) == (&first.scenario, first.outcome);
        if is_same {
            first.runs.append(&mut next.runs);
        }
        is_same
    });
    let gap = |run: usize| runs[run].as_ref().map_or(0, |run| run.gap_thousandths);
    let stopped = stopped_searches(batch, layout, gap);
    Answers {
        robust_sites: answers.robust_sites.clone(),
        bottlenecks: bottlenecks.collect(),
        break_even: break_even(batch, &left_out),
        dominance: Dominance::of(batch, &known, &stopped),
        extra_cost: extra_cost(&known),
        unchanged: answers.unchanged.clone(),
        failures,
        stopped,
    }
}

/// A bottleneck with its number of students as disclosed; `None` if it would reveal that anyone is left out.
fn bottleneck(
    one: &ScenarioBottleneck,
    summary: &Summary,
    draws: &[Option<usize>],
    runs: &[Option<RunDisclosure>],
) -> Option<ScenarioBottleneck> {
    let mut ranges = Vec::new();
    for &run in draws.iter().flatten() {
        let Some(plan) = &summary.runs[run].plan else { continue };
        let Some(bottleneck) = &plan.bottleneck else { continue };
        if (&bottleneck.rule, &bottleneck.place) == (&one.rule, &one.place) {
            ranges.push(runs[run].as_ref()?.kept_out?);
        }
    }
    let Interval { least, most } = joined(ranges.into_iter())?;
    Some(ScenarioBottleneck { least_students: least, greatest_students: most, ..one.clone() })
}

/// The range that holds all ranges; `None` of none.
fn joined(ranges: impl Iterator<Item = Interval>) -> Option<Interval> {
    ranges.reduce(|one, other| Interval {
        least: one.least.min(other.least),
        most: one.most.max(other.most),
    })
}
