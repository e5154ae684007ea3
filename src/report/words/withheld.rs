//! What is withheld from a report, since together it would reveal a small group.

use crate::disclosure::{SMALLEST_GROUP, Section};
use crate::texts::{Language, Message};
use crate::{message, text};

impl Language {
    /// What is withheld and why; `None` if nothing is.
    pub fn withheld(self, sections: &[Section]) -> Option<String> {
        let parts = sections.iter().filter_map(|&section| Some(name(section)?.in_language(self)));
        let parts: Vec<String> = parts.collect();
        let smallest = SMALLEST_GROUP;
        (!parts.is_empty())
            .then(|| text!(self, "readers-withheld", smallest = smallest, parts = parts))
    }
}

/// The name of a part of a report; `None` for what is never withheld.
fn name(section: Section) -> Option<Message> {
    Some(match section {
        Section::JourneyRanks => message!("withheld-journey-ranks"),
        Section::Homes => message!("withheld-homes"),
        Section::Bars => message!("withheld-bars"),
        Section::Comfortable => message!("withheld-comfortable"),
        Section::Ranked => message!("withheld-ranked"),
        Section::Concepts => message!("withheld-concepts"),
        Section::Denominations => message!("withheld-denominations"),
        Section::AttendanceByProgramme => message!("withheld-attendance-by-programme"),
        Section::Mean => message!("withheld-mean"),
        Section::Reasons => message!("withheld-reasons"),
        Section::Clusters => message!("withheld-clusters"),
        Section::Attendance => message!("withheld-attendance"),
        Section::Money => message!("withheld-money"),
        Section::Boards => message!("withheld-boards"),
        Section::Programmes => message!("withheld-programmes"),
        Section::Students => return None,
    })
}
