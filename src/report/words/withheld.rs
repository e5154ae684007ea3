//! What is withheld from a report, since together it would reveal a small group.

use crate::disclosure::{ReportPart, SMALLEST_GROUP};
use crate::texts::{Language, Message};
use crate::{message, text};

impl Language {
    /// What is withheld and why; `None` if nothing is.
    pub fn withheld(self, sections: &[ReportPart]) -> Option<String> {
        let parts = sections.iter().filter_map(|&section| Some(name(section)?.in_language(self)));
        let parts: Vec<String> = parts.collect();
        let smallest = SMALLEST_GROUP;
        (!parts.is_empty())
            .then(|| text!(self, "readers-withheld", smallest = smallest, parts = parts))
    }
}

/// The name of a part of a report; `None` for what is never withheld.
fn name(section: ReportPart) -> Option<Message> {
    Some(match section {
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
        ReportPart::Students => return None,
    })
}
