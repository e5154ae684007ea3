//! The headline of each scenario.

use super::Comparison;
use crate::base::{Decimal, capitalised};
use crate::disclosure::{Audience, SMALLEST_GROUP, Share, part as disclosed_part};
use crate::plan::Proportion;
use crate::scenarios::batch::{Distribution, ScenarioSummary, Statistics};
use crate::texts::Argument;
use crate::{message, text};

impl Comparison<'_> {
    /// The share Samen Opleiden of a scenario against the reference, and the students left out; `None` if
    /// the scenario has no plan.
    pub fn headline(&self, scenario: &ScenarioSummary) -> Option<String> {
        let language = self.language;
        let Statistics { values, difference } = scenario.figures.get("core_percent")?;
        let left_out = self.left_out(&scenario.figures.get("left_out_students")?.values);
        let title = self.title(&scenario.id);
        let hidden = self.is_public.then(|| public_share(scenario)).flatten();
        // A difference would disclose the hidden share.
        let difference = difference.as_ref().filter(|_| hidden.is_none());
        let share = hidden.unwrap_or_else(|| values.mean(1).into());
        Some(match difference {
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
        })
    }

    /// How much greater or smaller the share is than in the reference.
    fn difference(&self, difference: &Distribution) -> String {
        let reference = self.quoted(&self.summary.reference);
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

    fn left_out(&self, left_out: &Distribution) -> String {
        let language = self.language;
        if left_out.greatest.scaled == 0 {
            return text!(language, "comparison-nobody-left-out");
        }
        let is_constant = left_out.least == left_out.greatest;
        let mean = left_out.mean(u32::from(!is_constant));
        let count: Argument = if self.is_public && mean.rounded(0).scaled < SMALLEST_GROUP {
            message!("amount-fewer-than", amount = SMALLEST_GROUP).into()
        } else if mean.scaled == 0 {
            // The mean of some runs that leave students out is above zero, however small.
            message!("amount-fewer-than", amount = Decimal { scaled: 1, ..mean }).into()
        } else if is_constant {
            mean.scaled.into()
        } else {
            mean.into()
        };
        if is_constant {
            capitalised(&text!(language, "comparison-left-out", count = count))
        } else {
            text!(language, "comparison-left-out-on-average", count = count)
        }
    }
}

/// The share in percent as the public may see it, if the exact share would disclose a small group of other
/// students; `None` if the exact share may be shown.
fn public_share(scenario: &ScenarioSummary) -> Option<Argument> {
    let mean = |figure: &str| Some(scenario.figures.get(figure)?.values.mean(0).scaled);
    let part = Proportion::new(mean("core_students")?, mean("students")?);
    let percent = |tenths| Decimal { scaled: tenths, decimals: 1 };
    match disclosed_part(Audience::Public, &part).share {
        Share::AtLeast(tenths) => {
            Some(message!("amount-at-least", amount = percent(tenths)).into())
        }
        Share::Unknown if part.of > 0 => {
            let most = percent(1000 * SMALLEST_GROUP / part.of);
            Some(message!("amount-fewer-than", amount = most).into())
        }
        Share::Exact(_) | Share::About(_) | Share::Unknown => None,
    }
}
