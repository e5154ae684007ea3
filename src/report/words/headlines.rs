//! The headlines of a plan: sentences that can be read aloud.

use crate::disclosure::lists::{ListBook, Lists};
use crate::disclosure::{
    Audience, Count, Disclosure, Edition, Facts, PartFact, ReportPart, SMALLEST_GROUP, Share,
};
use crate::plan::{GrantIndicators, GrantYear};
use crate::text;
use crate::texts::Language;

impl Language {
    /// The sentences at the top of a report: the plan's main results.
    pub fn headlines(self, disclosure: &Disclosure) -> Vec<String> {
        let facts = &disclosure.facts;
        let shows_students = !disclosure.withheld.contains(&ReportPart::Students);
        let mut sentences: Vec<String> =
            shows_students.then(|| self.placed(facts)).into_iter().collect();
        sentences.push(self.clusters_used(facts));
        let hidden = || {
            let why = self.mean_hidden(disclosure)?;
            Some(text!(self, "headline-mean-journey", distance = why) + ".")
        };
        sentences.extend(self.travelled(facts).or_else(hidden));
        sentences.extend(facts.denominations.iter().map(|(term, met)| {
            text!(self, "headline-denomination", term = term, met = self.part(met))
        }));
        if facts.meeting_day.of != Count::Exact(0) {
            let free = self.part(&facts.meeting_day);
            sentences.push(text!(self, "headline-meeting-day", free = free));
        }
        if let Some(money) = facts.money {
            let (cost, grant, net) = (money.cost_eur.0, money.grant_eur.0, money.net_eur.0);
            sentences.push(text!(self, "headline-money", cost = cost, grant = grant, net = net));
            sentences.extend(facts.grant.map(|grant| self.grant_counts(&grant)));
        }
        sentences
    }

    /// Whose students the grant counts.
    pub fn grant_counts(self, grant: &GrantIndicators) -> String {
        let of = match grant.of {
            GrantYear::Given => "given",
            GrantYear::PreviousPlan => "previous",
            GrantYear::ThisPlan => "this",
        };
        text!(self, "grant-counts", of = of, count = grant.students)
    }

    /// The date and version of a report, where they are given.
    pub fn edition(self, edition: &Edition) -> Vec<String> {
        let date = edition.date.as_ref();
        let date = date.map(|date| text!(self, "edition-date", date = date));
        let version = edition.version.as_ref();
        let version = version.map(|version| text!(self, "edition-version", version = version));
        date.into_iter().chain(version).collect()
    }

    /// The line below the title of a list: the instance, unless it is the title already, its school year, date and
    /// version.
    pub fn about_list(self, lists: &Lists, list: &ListBook) -> String {
        let instance = Some(&lists.name).filter(|name| **name != list.name);
        let known = [instance.cloned(), lists.school_year.clone()];
        let known: Vec<String> =
            known.into_iter().flatten().chain(self.edition(&lists.edition)).collect();
        known.join(", ")
    }

    /// The readers of a report, what is left out of it for their sake, and what is withheld since it would reveal a few.
    pub fn made_for(self, disclosure: &Disclosure) -> String {
        let withheld = self.withheld(&disclosure.withheld);
        let sentences: Vec<String> =
            std::iter::once(self.readers(disclosure)).chain(withheld).collect();
        sentences.join(" ")
    }

    fn readers(self, disclosure: &Disclosure) -> String {
        match disclosure.audience {
            Audience::Planner => text!(self, "readers-planner"),
            Audience::Board(_) => {
                let board = disclosure.board.as_deref().unwrap_or_default();
                text!(self, "readers-board", board = board)
            }
            Audience::Public => text!(self, "readers-public"),
        }
    }

    /// A part of a whole: `8 of 9 (88.9%)`.
    pub fn part(self, part: &PartFact) -> String {
        let PartFact { number, of, share } = *part;
        match share {
            _ if part.is_open() => text!(self, "headline-part-open", number = number),
            Share::Unknown => text!(self, "headline-part", number = number, of = of),
            share => {
                let share = self.share(share);
                text!(self, "headline-part-with-share", number = number, of = of, share = share)
            }
        }
    }

    fn placed(self, facts: &Facts) -> String {
        let at = &facts.students;
        let mut sentence = text!(self, "headline-placed", core = at.core.number, of = at.core.of);
        if at.core.share != Share::Unknown {
            let share = self.share(at.core.share);
            sentence = text!(self, "headline-placed-with-share", placed = sentence, share = share);
        }
        if at.shell.number != Count::Exact(0) {
            sentence += ", ";
            sentence += &text!(self, "headline-in-shell", count = at.shell.number);
        }
        let left_out = match at.left_out.number {
            Count::Exact(0) => text!(self, "headline-nobody-left-out"),
            count => text!(self, "headline-left-out", count = count),
        };
        format!("{sentence}; {left_out}.")
    }

    fn clusters_used(self, facts: &Facts) -> String {
        let (used, new) = (facts.clusters_used, facts.clusters_new);
        let sentence = text!(self, "headline-clusters", used = used, new = new);
        match facts.clusters_unused {
            0 => format!("{sentence}."),
            unused => {
                format!("{sentence}; {}.", text!(self, "headline-clusters-unused", count = unused))
            }
        }
    }

    /// Why readers do not see the mean journey; `None` if they do, or if it is named among all that is withheld.
    pub fn mean_hidden(self, disclosure: &Disclosure) -> Option<String> {
        let is_hidden = !disclosure.audience.sees_students()
            && disclosure.facts.journeys.mean_m.is_none()
            && !disclosure.withheld.contains(&ReportPart::Mean);
        is_hidden.then(|| text!(self, "headline-mean-hidden", smallest = SMALLEST_GROUP))
    }

    /// The journeys; `None` if no student's journey is known.
    fn travelled(self, facts: &Facts) -> Option<String> {
        let journeys = &facts.journeys;
        let far = |metres| {
            if journeys.rounded { self.about_kilometres(metres) } else { self.kilometres(metres) }
        };
        let mean = self.kilometres(journeys.mean_m?);
        let mean = text!(self, "headline-mean-journey", distance = mean);
        let late = journeys
            .percentile_90_m
            .map(|metres| text!(self, "headline-90-journey", distance = far(metres)));
        let longest = journeys
            .longest_m
            .map(|metres| text!(self, "headline-longest-journey", distance = far(metres)));
        let parts: Vec<String> = std::iter::once(mean).chain(late).chain(longest).collect();
        Some(parts.join("; ") + ".")
    }
}
