//! Answers to the questions that a batch is made for: robust sites, break-even values, dominance, failures.

use serde_json::Value;

use super::Comparison;
use crate::scenarios::batch::RunOutcome;
use crate::scenarios::batch::answers::{
    BreakEven, Dominance, Dominated, FailedRuns, Measure, RobustSites, SiteFrequency,
    ThresholdPoint,
};
use crate::texts::{Argument, Message};
use crate::{message, text};

/// The most characters of a reason that are shown; the summary file has all of it.
const LONGEST_REASON: usize = 240;

impl Comparison<'_> {
    /// The new clusters that most runs open; nothing if there are not several plans to compare.
    pub fn robust_sites(&self, robust: &RobustSites) -> Vec<String> {
        if robust.runs < 2 {
            return Vec::new();
        }
        if !robust.sites.is_empty() {
            return robust.sites.iter().map(|site| self.robust_site(site, robust.runs)).collect();
        }
        let sentence = match &robust.nearest {
            None => message!("comparison-no-new-cluster"),
            Some(site) => message!(
                "comparison-nearest-site",
                percent = robust.least_percent,
                schools = self.schools(site),
                runs = site.runs,
                of = robust.runs
            ),
        };
        vec![sentence.in_language(self.language)]
    }

    fn robust_site(&self, site: &SiteFrequency, of: i64) -> String {
        let (schools, runs) = (self.schools(site), site.runs);
        let sentence = if self.disclosed.all_planned {
            message!("comparison-robust-site", schools = schools, runs = runs, of = of)
        } else {
            message!("comparison-robust-site-planned", schools = schools, runs = runs, of = of)
        };
        sentence.in_language(self.language)
    }

    fn schools(&self, site: &SiteFrequency) -> String {
        self.names(site.schools.iter().map(String::as_str))
    }

    /// The value of a parameter at which someone is first left out; `None` if no run along the parameter has
    /// a plan.
    pub fn break_even(&self, one: &BreakEven) -> Option<String> {
        let line = self.line(one);
        let sentence = match (&one.last_without, &one.first_with) {
            (None, None) => return None,
            (Some(last), None) => {
                message!("comparison-break-even-never", line = line, last = self.at(last))
            }
            (Some(last), Some(first)) => message!(
                "comparison-break-even",
                line = line,
                last = self.at(last),
                first = self.at(first),
                count = self.left_out_at(first)
            ),
            (None, Some(first)) => message!(
                "comparison-break-even-always",
                line = line,
                first = self.at(first),
                count = self.left_out_at(first)
            ),
        };
        let mut sentence = sentence.in_language(self.language);
        if let Some(free) = &one.free_from {
            sentence += " ";
            sentence += &text!(self.language, "comparison-break-even-free", from = self.at(free));
        }
        if !one.unknown.is_empty() {
            let values: Vec<String> = one.unknown.iter().map(|value| self.value(value)).collect();
            sentence += " ";
            sentence += &text!(self.language, "comparison-break-even-unknown", values = values);
        }
        Some(sentence)
    }

    /// The parameter that rises, with the values of the others.
    fn line(&self, one: &BreakEven) -> Message {
        let parameter = &one.parameter;
        let others = one.others.iter();
        let others: Vec<String> =
            others.map(|(name, value)| format!("`{name}` {}", self.value(value))).collect();
        if others.is_empty() {
            message!("comparison-along", parameter = parameter)
        } else {
            message!("comparison-along-with", parameter = parameter, others = others)
        }
    }

    fn at(&self, point: &ThresholdPoint) -> String {
        format!("{} ({})", self.value(&point.value), self.quoted(&point.scenario))
    }

    fn left_out_at(&self, point: &ThresholdPoint) -> Argument {
        self.range_of_students(point.least_students, point.greatest_students)
    }

    /// A value of a parameter, with the decimal sign of the language.
    fn value(&self, value: &Value) -> String {
        match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string().replace('.', self.language.decimal_sign()),
            other => other.to_string(),
        }
    }

    /// The strategies that another one dominates; nothing if there are not several.
    pub fn dominance(&self, dominance: &Dominance) -> Vec<String> {
        let compared = dominance.compared.len();
        if compared < 2 {
            return Vec::new();
        }
        let mut sentences: Vec<String> =
            dominance.dominated.iter().map(|one| self.dominated(one)).collect();
        if sentences.is_empty() {
            let measures = self.measures(&dominance.measures);
            let none = message!("comparison-none-dominated", count = compared, measures = measures);
            sentences.push(none.in_language(self.language));
        }
        if dominance.uncertain {
            sentences.push(text!(self.language, "comparison-dominance-uncertain"));
        }
        sentences
    }

    fn dominated(&self, one: &Dominated) -> String {
        let (scenario, by) = (self.quoted(&one.scenario), self.quoted(&one.by));
        let better = self.measures(&one.better);
        let sentence = if one.equal.is_empty() {
            message!("comparison-dominated", scenario = &scenario, by = &by, better = better)
        } else {
            message!(
                "comparison-dominated-equal",
                scenario = &scenario,
                by = &by,
                better = better,
                equal = self.measures(&one.equal)
            )
        };
        let mut sentence = sentence.in_language(self.language);
        // Lower cost and shorter journeys may be due to fewer students in the plan.
        if one.leaves_out_more {
            let caution = if self.disclosed.batch.is_of_paths() {
                message!("comparison-dominated-path-leaves-out-more", by = by, scenario = scenario)
            } else {
                message!("comparison-dominated-leaves-out-more", by = by, scenario = scenario)
            };
            sentence += " ";
            sentence += &caution.in_language(self.language);
        }
        sentence
    }

    /// Measures in words; of paths, each with the years that it is about.
    fn measures(&self, measures: &[Measure]) -> Vec<Message> {
        let of_paths = self.disclosed.batch.is_of_paths();
        let name = |measure: &Measure| match (measure, of_paths) {
            (Measure::Core, false) => message!("comparison-measure-core"),
            (Measure::Core, true) => message!("comparison-measure-path-core"),
            (Measure::Net, _) => message!("comparison-measure-net"),
            (Measure::PathNet, _) => message!("comparison-measure-path-net"),
            (Measure::Journey, false) => message!("comparison-measure-journey"),
            (Measure::Journey, true) => message!("comparison-measure-path-journey"),
        };
        measures.iter().map(name).collect()
    }

    /// The runs of a scenario that have no plan, and the reason.
    pub fn failure(&self, failure: &FailedRuns) -> String {
        let title = self.title(&failure.scenario);
        let outcome = outcome(failure.outcome);
        let sentence = if self.has_draws() {
            let (runs, of) = (failure.runs.len(), failure.of_runs);
            let often = message!("comparison-in-draws", runs = runs, of = of);
            message!("comparison-failure-in-draws", title = title, often = often, outcome = outcome)
        } else {
            message!("comparison-failure", title = title, outcome = outcome)
        };
        let sentence = sentence.in_language(self.language);
        match failure.reason.as_deref() {
            Some(reason) => format!("{sentence} {}", shortened(reason)),
            None => sentence,
        }
    }
}

const fn outcome(outcome: RunOutcome) -> Message {
    match outcome {
        RunOutcome::Plan => message!("comparison-outcome-plan"),
        RunOutcome::Infeasible => message!("comparison-outcome-infeasible"),
        RunOutcome::NothingFound => message!("comparison-outcome-nothing-found"),
        RunOutcome::Refused => message!("comparison-outcome-refused"),
        RunOutcome::Failed => message!("comparison-outcome-failed"),
    }
}

/// A reason in one line of limited length.
fn shortened(reason: &str) -> String {
    let words = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST_REASON {
        return words;
    }
    let cut: String = words.chars().take(LONGEST_REASON - 2).collect();
    format!("{} …", cut.trim_end())
}
