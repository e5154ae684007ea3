//! The reason why a run has no plan, as one line of text for the journal, in English.

use std::any::Any;

use crate::input::errors::{InputError, InputErrors};
use crate::message;
use crate::solve::ClashInWords;

/// The reason of a run whose limits ended the search before it found a plan.
pub fn nothing_found() -> String {
    message!("scenarios-reason-nothing-found").to_string()
}

/// All problems in the input.
pub fn of_errors(errors: &InputErrors) -> String {
    let in_words = |error: &InputError| {
        let InputError { code, location, found, allowed, help } = error;
        message!(
            "scenarios-reason-input",
            code = code.text(),
            location = location,
            found = found.to_string(),
            allowed = allowed.to_string(),
            help = help.to_string()
        )
        .to_string()
    };
    in_one_line(&errors.0.iter().map(in_words).collect::<Vec<_>>().join(" | "))
}

/// The demands that clash.
pub fn of_clash(clash: Option<&ClashInWords>) -> String {
    let Some(clash) = clash else { return message!("scenarios-reason-infeasible").to_string() };
    let demands = clash.demands.iter();
    let demands = demands.map(|demand| format!("{}: {}", demand.rule, demand.sentence));
    let demands = demands.collect::<Vec<_>>().join(" | ");
    let sentence = if clash.proven {
        message!("scenarios-reason-clash", demands = demands)
    } else {
        message!("scenarios-reason-clash-unproven", demands = demands)
    };
    in_one_line(&sentence.to_string())
}

/// The message of a panic.
pub fn of_panic(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("?");
    in_one_line(&message!("scenarios-reason-fault", text = text).to_string())
}

/// A text with its line ends and repeated spaces replaced by single spaces.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::of_clash;
    use crate::message;
    use crate::solve::{ClashInWords, Demand};

    #[test]
    fn only_a_proven_clash_is_stated_as_one() {
        let sentence = message!("scenarios-none");
        let demand = Demand { rule: "forming", sentence: sentence.clone() };
        let said = |proven| {
            let demands = vec![demand.clone()];
            let clash = ClashInWords { demands, proven, irreducible: false, breach: Vec::new() };
            of_clash(Some(&clash))
        };
        assert_eq!(
            said(true),
            format!("these demands cannot be met together: forming: {sentence}")
        );
        let unproven = "no plan exists under the rules; these demands may conflict with each other";
        assert_eq!(said(false), format!("{unproven}: forming: {sentence}"));
    }
}
