//! What keeps an entry or an opening from being in another year, in words.

use super::growth_names::ShownNames;
use super::lines::headings;
use crate::growth::Wait;
use crate::message;
use crate::texts::{Language, Message};

/// Why something is not a year earlier, where `year` is the year before; with [what would change that](advice).
pub fn not_earlier(waits: &[Wait], year: &str, names: &ShownNames, language: Language) -> Message {
    let reasons = reasons(waits, year, names, language);
    match advice(waits) {
        Some(advice) => message!("growth-not-earlier-unless", reasons = reasons, advice = advice),
        None => message!("growth-not-earlier", reasons = reasons),
    }
}

/// What would have to give for something to be a year earlier: everything that keeps it from that. `None` where some of
/// that is no limit that a planner sets.
pub fn advice(waits: &[Wait]) -> Option<Message> {
    let is_most = |wait: &Wait| matches!(wait, Wait::Clusters { .. });
    if waits.is_empty() || !waits.iter().all(|wait| wait.is_pace() || is_most(wait)) {
        return None;
    }
    Some(match (waits.iter().any(Wait::is_pace), waits.iter().any(is_most)) {
        (true, true) => message!("growth-unless-pace-and-clusters"),
        (true, false) => message!("growth-unless-pace"),
        (false, _) => message!("growth-unless-clusters"),
    })
}

/// Why something cannot be put off a year, where `year` is the year after; with what would change that.
pub fn not_later(waits: &[Wait], year: &str, names: &ShownNames, language: Language) -> Message {
    let reasons = reasons(waits, year, names, language);
    if waits.iter().any(Wait::is_pace) {
        message!("growth-not-later-unless", reasons = reasons)
    } else {
        message!("growth-not-later", reasons = reasons)
    }
}

/// The reasons, without more words.
pub fn reasons(waits: &[Wait], year: &str, names: &ShownNames, language: Language) -> String {
    let reasons: Vec<Message> = waits.iter().map(|wait| reason(wait, year, names)).collect();
    headings(&reasons, language).join("; ")
}

fn reason(wait: &Wait, year: &str, names: &ShownNames) -> Message {
    match wait {
        Wait::Earliest => message!("growth-waits-earliest"),
        Wait::Latest => message!("growth-waits-latest"),
        Wait::Entries { most } => message!("growth-waits-entries", year = year, most = *most),
        Wait::Entry { board } => message!("growth-waits-entry", board = names.board(board)),
        Wait::Openings { most } => message!("growth-waits-openings", year = year, most = *most),
        Wait::OwnOpenings { most } => {
            message!("growth-waits-own-openings", year = year, most = *most)
        }
        Wait::Clusters { most } => message!("growth-waits-clusters", year = year, most = *most),
        Wait::Budget { most_eur, net_eur: Some(net) } => {
            message!("growth-waits-budget", year = year, net = *net, most = *most_eur)
        }
        Wait::Budget { most_eur, net_eur: None } => {
            message!("growth-waits-budget-hidden", year = year, most = *most_eur)
        }
        Wait::NewSchool { school } => {
            message!("growth-waits-new-school", year = year, school = names.school(school))
        }
        Wait::OtherCluster { school } => {
            message!("growth-waits-other-cluster", year = year, school = names.school(school))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::advice;
    use crate::growth::Wait;
    use crate::texts::Language;

    #[test]
    fn advice_names_everything_that_would_have_to_give() {
        let said =
            |waits: &[Wait]| advice(waits).map(|advice| advice.in_language(Language::English));
        let (pace, most) = (Wait::Openings { most: 6 }, Wait::Clusters { most: 4 });
        let raise = "the pace is raised";
        let more = "may have more clusters";
        let both = said(&[pace.clone(), most.clone()]).unwrap();
        assert!(both.contains(raise) && both.contains(more), "{both}");
        let pace_alone = said(std::slice::from_ref(&pace)).unwrap();
        assert!(pace_alone.contains(raise) && !pace_alone.contains(more), "{pace_alone}");
        let most_alone = said(std::slice::from_ref(&most)).unwrap();
        assert!(!most_alone.contains(raise) && most_alone.contains(more), "{most_alone}");
        // No pace makes a school exist a year earlier.
        assert_eq!(said(&[Wait::NewSchool { school: "h1".to_owned() }, pace, most]), None);
        assert_eq!((said(&[Wait::Earliest]), said(&[])), (None, None));
    }
}
