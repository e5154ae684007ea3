//! What is withheld from a report, since together it would reveal a small group.

use crate::disclosure::{ReportPart, SMALLEST_GROUP};
use crate::texts::{Language, Message};
use crate::{message, text};

impl Language {
    /// What is withheld and why; `None` if nothing is.
    pub fn withheld(self, parts: &[ReportPart]) -> Option<String> {
        self.withheld_names(self.names_of(parts))
    }

    /// The same of the years of a path, each with its name.
    pub fn withheld_in_years<'a>(
        self,
        years: impl Iterator<Item = (&'a str, &'a [ReportPart])>,
    ) -> Option<String> {
        let years = years.filter(|(_, parts)| !parts.is_empty());
        let in_year = |(year, parts): (&str, &[ReportPart])| {
            text!(self, "withheld-in-year", year = year, parts = self.names_of(parts))
        };
        self.withheld_names(years.map(in_year).collect())
    }

    fn names_of(self, parts: &[ReportPart]) -> Vec<String> {
        parts.iter().map(|&part| name(part).in_language(self)).collect()
    }

    fn withheld_names(self, names: Vec<String>) -> Option<String> {
        let smallest = SMALLEST_GROUP;
        (!names.is_empty())
            .then(|| text!(self, "readers-withheld", smallest = smallest, parts = names))
    }
}

/// The name of a part of a report.
fn name(part: ReportPart) -> Message {
    match part {
        ReportPart::JourneyRanks => message!("withheld-journey-ranks"),
        ReportPart::Homes => message!("withheld-homes"),
        ReportPart::Bars => message!("withheld-bars"),
        ReportPart::Comfortable => message!("withheld-comfortable"),
        ReportPart::Ranked => message!("withheld-ranked"),
        ReportPart::Concepts => message!("withheld-concepts"),
        ReportPart::Denominations => message!("withheld-denominations"),
        ReportPart::AttendanceByProgramme => message!("withheld-attendance-by-programme"),
        ReportPart::Mean => message!("withheld-mean"),
        ReportPart::Reasons => message!("withheld-reasons"),
        ReportPart::Clusters => message!("withheld-clusters"),
        ReportPart::Attendance => message!("withheld-attendance"),
        ReportPart::Money => message!("withheld-money"),
        ReportPart::Boards => message!("withheld-boards"),
        ReportPart::Programmes => message!("withheld-programmes"),
        ReportPart::Students => message!("withheld-students"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_which_all_is_shown_are_not_named() {
        let parts = [ReportPart::Mean, ReportPart::Money];
        let years = [("2027-2028", &parts[..]), ("2028-2029", &[])];
        let said = Language::English.withheld_in_years(years.into_iter()).unwrap();
        assert!(said.ends_with("students: in 2027-2028 (the mean journey and money)."), "{said}");
        assert_eq!(Language::English.withheld_in_years(years[1..].iter().copied()), None);
    }
}
