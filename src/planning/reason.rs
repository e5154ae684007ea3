//! A funnel as numbers and in words.

use std::collections::BTreeMap;

use crate::problem::{Funnel, Remaining};

/// The funnel by the keys of the plan file.
pub fn as_numbers(funnel: &Funnel) -> BTreeMap<String, i64> {
    let mut numbers = BTreeMap::from([("schools".to_owned(), funnel.schools)]);
    for (rule, count) in &funnel.refused {
        numbers.insert((*rule).to_owned(), *count);
    }
    for (remaining, count) in &funnel.remaining {
        let key = match remaining {
            Remaining::Full => "full",
            Remaining::NotUsed => "not_used",
            Remaining::Room => "room",
        };
        numbers.insert(key.to_owned(), *count);
    }
    numbers
}

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
