//! Rows of the compact program for what a year has only if boards have entered, or as long as clusters are not open.

use super::model::WaitingCluster;
use super::program::YearsProgram;
use crate::model::formulation::Expression;

impl YearsProgram<'_> {
    /// Adds them for every year.
    pub(super) fn add_conditions(&mut self) {
        let model = self.model;
        for (year, of_year) in model.years.iter().enumerate() {
            for waiting in &of_year.waiting {
                self.add_waiting(year, waiting);
            }
            for limit in &of_year.shared {
                let mut used = Expression::default();
                for (option, variable) in self.options(year) {
                    if of_year.core.options[option].owner == limit.owner {
                        used = used.plus_variable(1, variable);
                    }
                }
                let mut least = limit.most;
                for &(entrant, number) in &limit.boards {
                    used = used.plus_variable(-number, self.entered[entrant][year]);
                    least -= number;
                }
                self.demand("shared_limit", used, None, Some(least));
            }
        }
    }

    fn add_waiting(&mut self, year: usize, waiting: &WaitingCluster) {
        let used = waiting.forms.iter().filter_map(|form| self.years[year].used.get(form).copied());
        let used = Expression::sum(used);
        // At least 1 exactly where it takes no part.
        let mut away = Expression::default();
        for &entrant in &waiting.needs {
            away = away.plus_variable(-1, self.entered[entrant][year]);
            away.constant += 1;
        }
        for taken_by in &waiting.taken_by {
            let Some(before) = year.checked_sub(1) else { continue };
            let open = taken_by.iter().filter_map(|&option| {
                let at = self.model.options[option].at[before]?;
                self.years[before].used.get(&at).copied()
            });
            let open = Expression::sum(open);
            away = away.plus(1, &open);
            self.demand("given_way", used.clone().plus(1, &open), None, Some(1));
        }
        if waiting.keep {
            self.demand("keep", used.plus(1, &away), Some(1), None);
        }
        for &option in &waiting.meanwhile {
            if let Some(&opened) = self.opened.get(&(year, option)) {
                let row = Expression::from(opened).plus(-1, &away);
                self.demand("meanwhile", row, None, Some(0));
            }
        }
    }
}
