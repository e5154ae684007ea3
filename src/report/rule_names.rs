//! Rules as answers name them: by their keys in English, and by their titles in Dutch.

use crate::message;
use crate::rules::card;
use crate::texts::{Argument, Message};

/// A rule, or another demand of the engine, by its name.
pub fn rule_name(rule: &str) -> Message {
    let title: Argument = match (card(rule), rule) {
        (Some(card), _) => card.title().into(),
        (None, "question") => message!("report-rule-question").into(),
        (None, "structure") => message!("report-rule-structure").into(),
        (None, "claims") => message!("report-rule-claims").into(),
        (None, _) => rule.into(),
    };
    message!("report-rule-name", id = rule, title = title)
}

/// Rules with what each costs, with commas between; `None` if there are none.
pub fn rules_with<'r>(costs: impl Iterator<Item = (&'r str, String)>) -> Option<Message> {
    let each = costs
        .map(|(rule, cost)| message!("report-rule-with-cost", rule = rule_name(rule), cost = cost));
    each.reduce(|one, other| message!("report-rules-in-a-row", one = one, other = other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn rules_have_dutch_names_in_dutch() {
        let costs = [("travel", "+5".to_owned()), ("meeting_day", "1".to_owned())];
        let costs = rules_with(costs.into_iter()).unwrap();
        assert_eq!(costs.in_language(Language::English), "travel +5, meeting_day 1");
        assert_eq!(costs.in_language(Language::Dutch), "Reis +5, Bijeenkomstdag 1");
        assert_eq!(rule_name("question").in_language(Language::Dutch), "Vraag");
    }
}
