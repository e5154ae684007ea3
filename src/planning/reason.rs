//! A funnel in words.

use crate::problem::{Funnel, Remaining};

/// The funnel in a sentence or two.
pub fn in_words(funnel: &Funnel) -> String {
    let refused = funnel.refused.iter().map(|(rule, count)| match *rule {
        "forming" => format!("{count} in no cluster"),
        rule => format!("{count} refused by `{rule}`"),
    });
    let remaining = funnel.remaining.iter().map(|(remaining, count)| match remaining {
        Remaining::Full => format!("{count} full"),
        Remaining::NotUsed => format!("{count} not in use"),
        Remaining::Room => format!("{count} with room"),
    });
    let parts: Vec<String> = refused.chain(remaining).collect();
    let schools = format!("Of {} schools: {}.", funnel.schools, parts.join(", "));
    let has = |state| funnel.remaining.contains_key(&state);
    let conclusion = if funnel.remaining.is_empty() {
        "No school is possible under the rules."
    } else if has(Remaining::Room) {
        "A place there would break the size of a cluster or another bound, or cost more elsewhere \
         than leaving this student out."
    } else if has(Remaining::NotUsed) {
        "Using one more cluster is not allowed, or costs more than leaving this student out."
    } else {
        "All that remain are full; a place there would move someone else."
    };
    format!("{schools} {conclusion}")
}
