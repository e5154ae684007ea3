//! A funnel in words.

use crate::problem::{Funnel, Remaining};

/// The funnel in a sentence, and what follows from it: more where the plan is `proven` optimal.
pub fn in_words(funnel: &Funnel, proven: bool) -> String {
    let refused = funnel.refused.iter().map(|(rule, count)| match *rule {
        "forming" => format!("{count} in no cluster"),
        rule => format!("{count} refused by `{rule}`"),
    });
    let remaining = funnel.remaining.iter().map(|(remaining, count)| match remaining {
        Remaining::Full => format!("{count} full"),
        Remaining::ClusterFull => format!("{count} in a cluster that is full"),
        Remaining::NotUsed => format!("{count} not in use"),
        Remaining::Room => format!("{count} with room"),
    });
    let parts: Vec<String> = refused.chain(remaining).collect();
    let schools = if funnel.schools == 1 { "school" } else { "schools" };
    format!("Of {} {schools}: {}. {}", funnel.schools, parts.join(", "), conclusion(funnel, proven))
}

fn conclusion(funnel: &Funnel, proven: bool) -> &'static str {
    let has = |state| funnel.remaining.contains_key(&state);
    if funnel.remaining.is_empty() {
        "No school is possible under the rules."
    } else if !has(Remaining::Room) && !has(Remaining::NotUsed) {
        "All that remain are full: a place there would move someone else."
    } else if !proven {
        "The search ended before it was clear whether a better plan has a place."
    } else if has(Remaining::Room) {
        "A place there would break a bound on a cluster, a board or the plan, or cost more \
         elsewhere than leaving this student out."
    } else {
        "Using one more cluster is not allowed, or costs more than leaving this student out."
    }
}
