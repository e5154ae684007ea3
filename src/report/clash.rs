//! Why no plan exists, in the words of the rules.

use std::fmt::Write;

use crate::solve::{ClashInWords, Demand};

/// A clash, for people.
pub fn clash(clash: &ClashInWords) -> String {
    let mut text = String::new();
    let opening = match (clash.proven, clash.irreducible) {
        (true, true) => "These demands cannot be met together; without any one of them they could:",
        (true, false) => "Among these demands are some that cannot be met together:",
        (false, _) => "These demands stand in the way of the others:",
    };
    let _ = writeln!(text, "No plan exists under the rules. {opening}");
    for demand in &clash.demands {
        let _ = writeln!(text, "  {}", in_words(demand));
    }
    let _ = writeln!(text, "The least that would have to give way:");
    for (demand, by) in &clash.breach {
        let _ = writeln!(text, "  {}: by {by}", in_words(demand));
    }
    text.push_str(
        "Change one of these in the instance, or switch its rule off, and solve again.\n",
    );
    text
}

fn in_words(demand: &Demand) -> String {
    format!("{} — {}", demand.rule, demand.sentence)
}
