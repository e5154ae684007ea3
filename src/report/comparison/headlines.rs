//! What each scenario comes to, in a line.

use super::Telling;
use crate::base::Decimal;
use crate::disclosure::{Audience, SMALLEST_GROUP, Share, part as disclosed_part};
use crate::plan::Part;
use crate::scenarios::batch::{Distribution, ScenarioSummary, Statistics};
use crate::texts::Language;

impl Telling<'_> {
    /// The share Samen Opleiden of a scenario against the reference, and who is left out; `None` where
    /// there is no plan.
    pub fn headline(&self, scenario: &ScenarioSummary) -> Option<String> {
        let Statistics { values, difference } = scenario.figures.get("core_percent")?;
        let hidden = self.for_anyone.then(|| self.share_for_anyone(scenario)).flatten();
        let is_hidden = hidden.is_some();
        let share = hidden.unwrap_or_else(|| self.language.number(values.mean(1)));
        let title = self.title(&scenario.id);
        let share = match self.language {
            Language::Dutch => {
                format!("{title}: {share}% van de studenten wordt opgeleid in een cluster")
            }
            Language::English => {
                format!("{title}: {share}% of the students are trained in a cluster")
            }
        };
        let difference = difference.as_ref().filter(|_| !is_hidden);
        let difference = difference.map(|difference| self.difference(difference));
        let left_out = self.left_out(&scenario.figures.get("left_out_students")?.values);
        Some(format!("{share}{}. {left_out}", difference.unwrap_or_default()))
    }

    /// The share where the number of the others may not be told, in percents; `None` where it may.
    fn share_for_anyone(&self, scenario: &ScenarioSummary) -> Option<String> {
        let mean = |figure: &str| Some(scenario.figures.get(figure)?.values.mean(0).scaled);
        let part = Part::new(mean("core_students")?, mean("students")?);
        let least = self.language.choose("ten minste", "at least");
        let fewer = self.language.choose("minder dan", "fewer than");
        let number = |tenths| self.language.number(Decimal { scaled: tenths, decimals: 1 });
        match disclosed_part(Audience::Public, &part).share {
            Share::AtLeast(tenths) => Some(format!("{least} {}", number(tenths))),
            Share::Unknown if part.of > 0 => {
                Some(format!("{fewer} {}", number(1000 * SMALLEST_GROUP / part.of)))
            }
            Share::Exact(_) | Share::About(_) | Share::Unknown => None,
        }
    }

    /// How much more or less the share is than in the reference.
    fn difference(&self, difference: &Distribution) -> String {
        let language = self.language;
        let reference = self.quoted(&self.summary.reference);
        let mean = difference.mean(1);
        let (least, greatest) = (difference.least.scaled, difference.greatest.scaled);
        if (least, greatest) == (0, 0) {
            let same = language.choose("evenveel als in", "the same as in");
            return format!(", {same} {reference}");
        }
        let compared = if mean.scaled == 0 {
            language
                .choose("gemiddeld vrijwel evenveel als", "on average about the same as")
                .to_owned()
        } else {
            let (number, direction) = (language.number(mean.magnitude()), self.direction(mean));
            let points = language.choose("procentpunt", "percentage points");
            format!("{number} {points} {direction} {}", language.choose("dan", "than"))
        };
        format!(", {compared} in {reference}{}", self.interval(difference, mean))
    }

    /// Where 90% of the draws lie; nothing where there are not several.
    fn interval(&self, difference: &Distribution, mean: Decimal) -> String {
        let language = self.language;
        if difference.runs < 2 {
            return String::new();
        }
        if difference.least == difference.greatest {
            return language.choose(" (in elke trekking)", " (in every draw)").to_owned();
        }
        let (p05, p95) = (difference.p05, difference.p95);
        let of_draws = match (language, self.has_few_draws()) {
            (Language::Dutch, true) => "alle trekkingen",
            (Language::Dutch, false) => "90% van de trekkingen",
            (Language::English, true) => "all draws",
            (Language::English, false) => "90% of draws",
        };
        let to = language.choose("tot", "to");
        let goes_along = |end: Decimal| end.scaled * mean.scaled.signum() >= 0;
        if mean.scaled != 0 && goes_along(p05) && goes_along(p95) {
            let (near, far) = if mean.scaled > 0 { (p05, p95) } else { (p95, p05) };
            let [near, far] = [near, far].map(|end| language.number(end.magnitude()));
            return format!(" ({of_draws}: {near} {to} {far})");
        }
        let [from, until] = [p05, p95]
            .map(|end| format!("{} {}", language.number(end.magnitude()), self.direction(end)));
        let from = format!("{} {from}", language.choose("van", "from"));
        format!(" ({of_draws}: {from} {to} {until})")
    }

    fn direction(&self, difference: Decimal) -> &'static str {
        match (self.language, difference.scaled < 0) {
            (Language::Dutch, true) => "minder",
            (Language::Dutch, false) => "meer",
            (Language::English, true) => "less",
            (Language::English, false) => "more",
        }
    }

    fn left_out(&self, left_out: &Distribution) -> String {
        let language = self.language;
        if left_out.greatest.scaled == 0 {
            return language.choose("Iedereen krijgt een plek.", "Nobody is left out.").to_owned();
        }
        let constant = left_out.least == left_out.greatest;
        let mean = left_out.mean(u32::from(!constant));
        let whole = mean.rounded(0).scaled;
        let (number, few) = if self.for_anyone && whole < SMALLEST_GROUP {
            (language.whole(SMALLEST_GROUP), language.choose("minder dan ", "fewer than "))
        } else if mean.scaled == 0 {
            let few = language.choose("minder dan ", "fewer than ");
            (language.number(Decimal { scaled: 1, ..mean }), few)
        } else {
            (language.number(mean), "")
        };
        let students = language.students(&number);
        let one = number == "1";
        match (language, constant) {
            (Language::Dutch, true) => {
                let are = if one { "wordt" } else { "worden" };
                format!("{}{students} {are} niet geplaatst.", capital(few))
            }
            (Language::Dutch, false) => {
                format!("Gemiddeld worden {few}{students} niet geplaatst.")
            }
            (Language::English, true) => {
                let are = if one { "is" } else { "are" };
                format!("{}{students} {are} left out.", capital(few))
            }
            (Language::English, false) => format!("On average {few}{students} are left out."),
        }
    }
}

/// Words at the start of a sentence.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
