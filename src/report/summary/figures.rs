//! The figures of a plan: students, journeys, wishes and money.

use std::fmt::Write;

use super::Summary;
use crate::disclosure::Share;
use crate::plan::{Indicators, Proportion, Whereabouts};
use crate::report::table::table;
use crate::{message, text};

impl Summary<'_> {
    /// The sentences that a summary begins with.
    pub fn headline(&self, indicators: &Indicators) -> String {
        let language = self.language;
        let Whereabouts { core, shell, left_out } = &indicators.students;
        let mut students = text!(
            language,
            "summary-placed",
            core = core.number,
            of = core.of,
            share = self.share(core)
        );
        if shell.number > 0 {
            students += ", ";
            students += &text!(language, "summary-in-shell", count = shell.number);
        }
        let left_out = text!(language, "summary-left-out", count = left_out.number);
        let used = &indicators.clusters;
        let mut clusters = text!(language, "summary-clusters", used = used.used, new = used.new);
        if used.unused > 0 {
            clusters += "; ";
            clusters += &text!(language, "summary-clusters-unused", count = used.unused);
        }
        format!("{students}; {left_out}.\n{clusters}.\n")
    }

    /// A table of students per programme.
    pub fn students(&self, indicators: &Indicators) -> String {
        let row = |name: &str, at: &Whereabouts| {
            let Whereabouts { core, shell, left_out } = at;
            vec![
                name.to_owned(),
                self.language.whole(core.of),
                self.language.whole(core.number),
                self.share(core),
                self.language.whole(shell.number),
                self.language.whole(left_out.number),
            ]
        };
        let headings = [
            message!("summary-column-students"),
            message!("summary-column-core"),
            message!("summary-column-share"),
            message!("summary-column-shell"),
            message!("summary-column-left-out"),
        ];
        let mut rows = vec![self.headings(&headings)];
        rows.extend(indicators.programmes.iter().map(|(programme, at)| row(programme, at)));
        rows.push(row(&text!(self.language, "summary-all"), &indicators.students));
        format!("\n{}\n{}", text!(self.language, "summary-students"), table(&rows))
    }

    /// Journeys, and wishes met.
    pub fn wishes(&self, indicators: &Indicators) -> String {
        let language = self.language;
        let mut text = String::new();
        let journeys = &indicators.journeys;
        if let (Some(mean), Some(median), Some(late), Some(longest)) =
            (journeys.mean_m, journeys.median_m, journeys.percentile_90_m, journeys.longest_m)
        {
            let [mean, median, late, longest] =
                [mean, median, late, longest].map(|metres| language.kilometres(metres));
            let line = text!(
                language,
                "summary-journeys",
                mean = mean,
                median = median,
                late = late,
                longest = longest
            );
            let _ = writeln!(text, "{line}");
        }
        for (term, part) in &indicators.denominations {
            let part = self.part(part);
            let line = text!(language, "summary-denomination", term = term, part = part);
            let _ = writeln!(text, "{line}");
        }
        if indicators.concepts.of > 0 {
            let part = self.part(&indicators.concepts);
            let _ = writeln!(text, "{}", text!(language, "summary-concepts", part = part));
        }
        if let Some(first) = indicators.wishes.values().next() {
            let ranks = indicators.wishes.iter().map(|(rank, part)| match rank.parse::<usize>() {
                Ok(rank) => {
                    text!(language, "summary-wish-rank", count = part.number, rank = rank + 1)
                }
                Err(_) => text!(language, "summary-wish-none", count = part.number),
            });
            let ranks = ranks.collect::<Vec<_>>().join(", ");
            let line = text!(language, "summary-wishes", count = first.of, ranks = ranks);
            let _ = writeln!(text, "{line}");
        }
        if indicators.meeting_day.of > 0 {
            let programmes = indicators.meeting_day_programmes.iter();
            let programmes =
                programmes.map(|(programme, part)| format!("{programme} {}", self.share(part)));
            let line = text!(
                language,
                "summary-meeting-day",
                part = self.part(&indicators.meeting_day),
                programmes = programmes.collect::<Vec<_>>().join(", ")
            );
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// Cost and grant, if the instance has finances.
    pub fn money(&self, indicators: &Indicators) -> String {
        let Some(money) = &indicators.money else { return String::new() };
        let total = money.total;
        let (cost, grant, net) = (total.cost_eur.0, total.grant_eur.0, total.net_eur.0);
        let mut text =
            text!(self.language, "summary-money", cost = cost, grant = grant, net = net) + "\n";
        if let Some(grant) = &money.grant {
            let _ = writeln!(text, "{}", self.language.grant_counts(grant));
        }
        text
    }

    /// A part of a whole: `8 of 9 (88.9%)`.
    fn part(&self, part: &Proportion) -> String {
        let (number, of, share) = (part.number, part.of, self.share(part));
        text!(self.language, "headline-part-with-share", number = number, of = of, share = share)
    }

    fn share(&self, part: &Proportion) -> String {
        let share = part.share_permille().map_or(Share::Unknown, Share::Exact);
        self.language.share(share)
    }
}
