//! The first bottleneck of a scenario.

use super::Comparison;
use crate::message;
use crate::report::bottleneck::what_binds;
use crate::scenarios::batch::answers::ScenarioBottleneck;
use crate::texts::Message;

/// The most scenarios that are named as exceptions.
const MOST_EXCEPTIONS: usize = 3;

impl Comparison<'_> {
    /// The first bottlenecks: what several scenarios have in common once, then what each has of its own.
    pub fn bottlenecks(&self, all: &[ScenarioBottleneck]) -> Vec<String> {
        let mut groups: Vec<Vec<&ScenarioBottleneck>> = Vec::new();
        for one in all {
            let is_same = |group: &&mut Vec<&ScenarioBottleneck>| {
                group[0].rule == one.rule && group[0].place == one.place
            };
            match groups.iter_mut().find(is_same) {
                Some(group) => group.push(one),
                None => groups.push(vec![one]),
            }
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        groups
            .iter()
            .map(|group| match group[..] {
                [one] => self.bottleneck(one),
                _ => self.shared_bottleneck(group),
            })
            .collect()
    }

    fn shared_bottleneck(&self, group: &[&ScenarioBottleneck]) -> String {
        let first = group[0];
        let least = group.iter().map(|one| one.least_students).min().unwrap_or_default();
        let greatest = group.iter().map(|one| one.greatest_students).max().unwrap_or_default();
        let often = group
            .iter()
            .all(|one| (one.runs, one.of_runs) == (first.runs, first.of_runs))
            .then(|| self.how_often(first.runs, first.of_runs));
        let (scenarios, what, rule, count) = (
            self.scenarios_in(group),
            self.what_binds(&first.rule, first.place.as_deref()),
            &first.rule,
            self.range_of_students(least, greatest),
        );
        let sentence = match often.filter(|_| self.has_draws()) {
            None => message!(
                "comparison-bottleneck-shared",
                scenarios = scenarios,
                what = what,
                rule = rule,
                count = count
            ),
            Some(often) => message!(
                "comparison-bottleneck-shared-in-draws",
                scenarios = scenarios,
                what = what,
                rule = rule,
                count = count,
                often = often
            ),
        };
        sentence.in_language(self.language)
    }

    /// The scenarios of a group: all with a plan, all but a few, or by name.
    fn scenarios_in(&self, group: &[&ScenarioBottleneck]) -> Message {
        let planned = self.disclosed.scenarios.iter().map(|one| &one.summary);
        let planned: Vec<&str> =
            planned.filter(|one| one.planned > 0).map(|one| one.id.as_str()).collect();
        let others: Vec<String> = planned
            .iter()
            .filter(|id| !group.iter().any(|one| one.scenario == **id))
            .map(|id| self.quoted(id))
            .collect();
        if others.is_empty() {
            message!("comparison-in-all", count = planned.len())
        } else if others.len() <= MOST_EXCEPTIONS && others.len() < group.len() {
            message!("comparison-in-all-but", names = others)
        } else {
            let names = group.iter().map(|one| self.quoted(&one.scenario));
            message!("comparison-in-some", names = names.collect::<Vec<_>>())
        }
    }

    /// The rule that blocks most students, where, and how many students.
    fn bottleneck(&self, binding: &ScenarioBottleneck) -> String {
        let title = self.title(&binding.scenario);
        let rule = &binding.rule;
        let what = self.what_binds(rule, binding.place.as_deref());
        let count = self.range_of_students(binding.least_students, binding.greatest_students);
        let sentence = if self.has_draws() {
            message!(
                "comparison-bottleneck-in-draws",
                title = title,
                what = what,
                rule = rule,
                count = count,
                often = self.how_often(binding.runs, binding.of_runs)
            )
        } else {
            message!(
                "comparison-bottleneck",
                title = title,
                what = what,
                rule = rule,
                count = count
            )
        };
        sentence.in_language(self.language)
    }

    /// In how many draws, of those of a scenario that have a plan.
    pub(super) fn how_often(&self, runs: i64, of: i64) -> Message {
        if self.disclosed.draws == Some(of) {
            message!("comparison-in-draws", runs = runs, of = of)
        } else {
            message!("comparison-in-draws-planned", runs = runs, of = of)
        }
    }

    /// What a rule limits.
    fn what_binds(&self, rule: &str, place: Option<&str>) -> String {
        let named = place.map(|place| (place.contains(" + "), self.names(place.split(" + "))));
        what_binds(rule, named, self.language)
    }
}
