//! What a year has only if certain boards have entered, or as long as certain clusters are not open.

use super::model::{PathOptionId, SharedLimit, WaitingCluster, YearsModel};
use super::schedule::Schedule;

impl WaitingCluster {
    /// Whether it takes part in a year of a schedule.
    pub fn takes_part(&self, year: usize, schedule: &Schedule) -> bool {
        let has_entered =
            |&entrant: &usize| schedule.entries[entrant].is_some_and(|entry| entry <= year);
        let was_open = |option: &PathOptionId| {
            let mut opened = schedule.opened.iter();
            year.checked_sub(1).is_some_and(|before| {
                opened.any(|opened| opened.option == *option && opened.covers(before))
            })
        };
        self.needs.iter().all(has_entered) && !self.taken_by.iter().flatten().any(was_open)
    }

    /// Whether a schedule does with it in a year what it may.
    pub fn is_respected(&self, year: usize, schedule: &Schedule) -> bool {
        let is_used = self.forms.iter().any(|form| schedule.existing[year].contains(form));
        if !self.takes_part(year, schedule) {
            return !is_used;
        }
        let mut opened = schedule.opened.iter().filter(|opened| opened.from == year);
        (is_used || !self.keep) && !opened.any(|opened| self.meanwhile.contains(&opened.option))
    }
}

impl SharedLimit {
    /// The most clusters that the owner may use in a year of a schedule.
    pub fn most_in(&self, year: usize, schedule: &Schedule) -> i64 {
        let waiting = self
            .boards
            .iter()
            .filter(|(entrant, _)| schedule.entries[*entrant].is_none_or(|entry| entry > year));
        self.most - waiting.map(|(_, number)| number).sum::<i64>()
    }
}

impl Schedule {
    /// Uses what must be used of waiting clusters, and nothing of those that take no part.
    pub(super) fn settle_waiting(&mut self, model: &YearsModel) {
        for (year, of_year) in model.years.iter().enumerate() {
            for waiting in &of_year.waiting {
                let takes_part = waiting.takes_part(year, self);
                let used = &mut self.existing[year];
                if !takes_part {
                    used.retain(|option| !waiting.forms.contains(option));
                } else if waiting.keep && !waiting.forms.iter().any(|form| used.contains(form)) {
                    used.extend(waiting.forms.first());
                    used.sort_unstable();
                }
            }
        }
    }

    /// Whether a year keeps what depends on which boards have entered and what was open before.
    pub(super) fn conditions_are_kept(&self, model: &YearsModel, year: usize) -> bool {
        let of_year = &model.years[year];
        let used = self.used(model, year);
        let within = |limit: &SharedLimit| {
            let of_owner =
                used.iter().filter(|&&option| of_year.core.options[option].owner == limit.owner);
            of_owner.count() as i64 <= limit.most_in(year, self)
        };
        of_year.waiting.iter().all(|waiting| waiting.is_respected(year, self))
            && of_year.shared.iter().all(within)
    }
}
