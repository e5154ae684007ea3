//! In how many draws the own path has decided the same by then: how much a decision depends on the intake.

use crate::growth::PathPlan;

/// Counts for every entry and opening of a path the draws whose own path has it in that year.
pub fn count_support(plan: &mut PathPlan, own: &[&PathPlan]) {
    let position = |id: &str| plan.years.iter().position(|year| year.id == id);
    for entry in &mut plan.entries {
        let by = position(&entry.year);
        let has_entered = |own: &&&PathPlan| {
            let same = own.entries.iter().find(|other| other.board == entry.board);
            same.is_some_and(|other| position(&other.year) <= by)
        };
        entry.draws_with_it = Some(own.iter().filter(has_entered).count() as i64);
    }
    for at in 0..plan.years.len() {
        for cluster in &mut plan.years[at].opened {
            let is_open = |own: &&&PathPlan| {
                let opened = own.years[..=at].iter().flat_map(|year| &year.opened);
                let mut same = opened.filter(|other| {
                    other.schools == cluster.schools && other.meeting_day == cluster.meeting_day
                });
                let lasts = |until: &str| own.years[at..].iter().any(|year| year.id == until);
                same.any(|other| lasts(&other.until))
            };
            cluster.draws_with_it = Some(own.iter().filter(is_open).count() as i64);
        }
    }
}
