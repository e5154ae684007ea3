//! The headline of each scenario.

use super::Comparison;
use super::bounds::in_words;
use crate::base::{Decimal, capitalised};
use crate::disclosure::{DisclosedFigure, ScenarioDisclosure};
use crate::scenarios::batch::{Distribution, Statistics};
use crate::texts::Argument;
use crate::{message, text};

impl Comparison<'_> {
    /// The share Samen Opleiden of a scenario against the reference, and the students left out; `None` if
    /// the scenario has no plan.
    pub fn headline(&self, scenario: &ScenarioDisclosure) -> Option<String> {
        let language = self.language;
        let title = self.title(&scenario.summary.id);
        let left_out = self.left_out(scenario);
        let (share, difference): (Argument, _) = match scenario.figure("core_percent") {
            DisclosedFigure::Rounded(_) | DisclosedFigure::Absent => return None,
            DisclosedFigure::Whole(Statistics { values, difference }) => {
                (values.mean(1).into(), difference.as_ref())
            }
            DisclosedFigure::Within(bounds) => {
                let Some(share) = in_words(bounds) else {
                    let hidden = text!(language, "comparison-headline-hidden", title = title);
                    return Some(format!("{hidden} {left_out}").trim_end().to_owned());
                };
                (share.into(), None)
            }
        };
        let headline = match difference {
            None => text!(
                language,
                "comparison-headline",
                title = title,
                share = share,
                left_out = left_out
            ),
            Some(difference) => text!(
                language,
                "comparison-headline-compared",
                title = title,
                share = share,
                difference = self.difference(difference),
                left_out = left_out
            ),
        };
        Some(headline.trim_end().to_owned())
    }

    /// How much greater or smaller the share is than in the reference.
    fn difference(&self, difference: &Distribution) -> String {
        let reference = self.quoted(self.disclosed.reference);
        let mean = difference.mean(1);
        if (difference.least.scaled, difference.greatest.scaled) == (0, 0) {
            return text!(self.language, "comparison-difference-none", reference = reference);
        }
        let points = mean.magnitude();
        let compared = match mean.scaled.signum() {
            0 => message!("comparison-difference-small", reference = reference),
            1 => message!("comparison-difference-more", points = points, reference = reference),
            _ => message!("comparison-difference-less", points = points, reference = reference),
        };
        let compared = compared.in_language(self.language);
        match self.interval(difference, mean) {
            Some(interval) => format!("{compared} {interval}"),
            None => compared,
        }
    }

    /// The interval that holds 90% of the draws; `None` without several draws.
    fn interval(&self, difference: &Distribution, mean: Decimal) -> Option<String> {
        let language = self.language;
        if difference.runs < 2 {
            return None;
        }
        if difference.least == difference.greatest {
            return Some(text!(language, "comparison-interval-point"));
        }
        let (p05, p95) = (difference.p05, difference.p95);
        let draws = if self.has_few_draws() {
            message!("comparison-draws-all")
        } else {
            message!("comparison-draws-90")
        };
        // If both ends have the sign of the mean, "more" or "less" has been said for all three.
        let has_sign_of_mean = |end: Decimal| end.scaled * mean.scaled.signum() >= 0;
        Some(if mean.scaled != 0 && has_sign_of_mean(p05) && has_sign_of_mean(p95) {
            let (near, far) = if mean.scaled > 0 { (p05, p95) } else { (p95, p05) };
            let (near, far) = (near.magnitude(), far.magnitude());
            text!(language, "comparison-interval", draws = draws, near = near, far = far)
        } else {
            let [from, to] = [p05, p95].map(|end| {
                let points = end.magnitude();
                if end.scaled < 0 {
                    message!("comparison-less", points = points)
                } else {
                    message!("comparison-more", points = points)
                }
            });
            text!(language, "comparison-interval-around-zero", draws = draws, from = from, to = to)
        })
    }

    /// How many are left out; nothing if no number may be disclosed.
    fn left_out(&self, scenario: &ScenarioDisclosure) -> String {
        let language = self.language;
        let of_paths = self.disclosed.batch.is_of_paths();
        let left_out = if of_paths { "path_left_out_students" } else { "left_out_students" };
        let (count, is_constant): (Argument, bool) = match scenario.figure(left_out) {
            DisclosedFigure::Whole(Statistics { values, .. }) => {
                if values.greatest.scaled == 0 {
                    return text!(language, "comparison-nobody-left-out");
                }
                let is_constant = values.least == values.greatest;
                (mean_above_zero(values, is_constant), is_constant)
            }
            DisclosedFigure::Within(bounds) => match in_words(bounds) {
                Some(count) => (count.into(), !self.has_draws()),
                None => return String::new(),
            },
            DisclosedFigure::Rounded(_) | DisclosedFigure::Absent => return String::new(),
        };
        let sentence = if is_constant {
            capitalised(&text!(language, "comparison-left-out", count = count))
        } else {
            text!(language, "comparison-left-out-on-average", count = count)
        };
        if of_paths {
            text!(language, "comparison-over-all-years", sentence = sentence)
        } else {
            sentence
        }
    }
}

fn mean_above_zero(left_out: &Distribution, is_constant: bool) -> Argument {
    let mean = left_out.mean(u32::from(!is_constant));
    if mean.scaled == 0 {
        // The mean of some runs that leave students out is above zero, however small.
        message!("amount-fewer-than", amount = Decimal { scaled: 1, ..mean }).into()
    } else if is_constant {
        mean.scaled.into()
    } else {
        mean.into()
    }
}
