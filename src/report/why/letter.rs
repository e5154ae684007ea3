//! A letter that a coordinator may send to a student: facts about the student's own case, and nobody else's.
//!
//! A letter never names, counts or describes another student. Consequences for others are described only
//! as what "others" lose.

use crate::base::Decimal;
use crate::message;
use crate::problem::OpenSchool;
use crate::questions::StudentStatus;
use crate::questions::why::{
    ClusterScope, ConditionEffect, Feasibility, PlaceThere, RefusedSchool, SchoolBefore,
    StudentAnswer, StudentFunnel, StudentPlacement, TargetReasons,
};
use crate::report::SchoolNames;
use crate::rules::{card, travel};
use crate::texts::{Language, Message};

/// A few sentences for the student.
pub fn letter(
    answer: &StudentAnswer,
    scope: ClusterScope,
    names: &SchoolNames,
    language: Language,
) -> String {
    let mut sentences = Vec::new();
    // If some students of an entry are left out, the letter is for those.
    if answer.left_out == 0 || answer.count == 1 {
        let before = answer.before.as_ref();
        sentences.extend(answer.here.iter().map(|here| placed(here, before, names)));
    }
    if let Some(reasons) = &answer.asked {
        // A student who is there already needs no explanation.
        if let Some(effect) = &answer.placing {
            sentences.push(not_there(reasons, names));
            let unknown = reasons.refused.iter().any(RefusedSchool::is_for_unknown_journey);
            sentences.extend((reasons.home_unknown && unknown).then(home_unknown));
            if !reasons.remains.is_empty() {
                sentences.push(after_all(effect, scope, true));
            }
        }
    } else if let Some(funnel) = &answer.funnel {
        sentences.push(left_out(funnel));
        let unknown = funnel.steps.iter().any(|step| step.unknown > 0);
        sentences.extend((funnel.home_unknown && unknown).then(home_unknown));
        // If rules refuse every school, other clusters cannot change that.
        let scope = if funnel.remains.is_empty() { ClusterScope::Free } else { scope };
        let effect = answer.placing.as_ref();
        sentences.extend(effect.map(|effect| after_all(effect, scope, false)));
    }
    let sentences: Vec<String> =
        sentences.iter().map(|sentence| sentence.in_language(language)).collect();
    format!("{}\n", sentences.join(" "))
}

fn placed(here: &StudentPlacement, before: Option<&SchoolBefore>, names: &SchoolNames) -> Message {
    let school = names.name(&here.school);
    // A journey is precise enough in hundreds of metres. One of nothing is often that of home and school in one
    // postcode area, whose points are the same.
    let tenths = here.m.map(|m| Decimal { scaled: (m.0 + 50) / 100, decimals: 1 });
    let opening = match (before, tenths.filter(|tenths| tenths.scaled > 0)) {
        (None, None) => message!("report-letter-placed", school = school),
        (None, Some(tenths)) => {
            message!("report-letter-placed-at", school = school, distance = tenths)
        }
        (Some(before), tenths) => {
            let (from, which) = (names.name(&before.school), which(before.why));
            match tenths {
                None => {
                    message!("report-letter-moves", school = school, before = from, which = which)
                }
                Some(tenths) => message!(
                    "report-letter-moves-at",
                    school = school,
                    distance = tenths,
                    before = from,
                    which = which
                ),
            }
        }
    };
    let charged: Vec<Message> =
        here.charged.keys().filter_map(|rule| charged(rule, here.wish)).collect();
    if charged.is_empty() {
        opening
    } else {
        message!("report-letter-placed-but", placed = opening, charged = charged)
    }
}

/// The school that the student has left: a phrase that follows it.
fn which(why: PlaceThere) -> Message {
    match why {
        PlaceThere::SchoolGone => message!("report-letter-school-gone"),
        PlaceThere::Refused(rule) => refused(rule, 1),
        PlaceThere::JourneyUnknown => unknown(travel::CARD.id, 1),
        PlaceThere::Open(state) => remaining(state, 1),
    }
}

/// What a rule that charges points means to a student; `None` for rules that are not about the student's
/// own wishes. `wish` is the number of the ranked wish that the school meets.
fn charged(rule: &str, wish: Option<i64>) -> Option<Message> {
    let card = card(rule)?;
    let unmet = card.optional("letter-charged-none").filter(|_| wish.is_none());
    unmet.or_else(|| card.optional("letter-charged"))
}

/// What a rule that refuses schools means to a student: a phrase that follows the number of schools.
fn refused(rule: &str, number: i64) -> Message {
    refused_as(rule, "letter", number)
}

/// Like [`refused`], for schools that are refused since the journey is not known.
fn unknown(rule: &str, number: i64) -> Message {
    refused_as(rule, "letter-unknown", number)
}

fn refused_as(rule: &str, key: &'static str, number: i64) -> Message {
    match card(rule).and_then(|card| card.optional(key)) {
        Some(phrase) => phrase.with("count", number),
        None => message!("letter-refused-by-other", count = number),
    }
}

/// That nobody knows where the student lives.
fn home_unknown() -> Message {
    message!("report-letter-home-unknown")
}

/// The state of schools that no rule refuses: a phrase that follows their number.
fn remaining(state: OpenSchool, number: i64) -> Message {
    match state {
        OpenSchool::Full | OpenSchool::ClusterFull => {
            message!("report-letter-remains-full", count = number)
        }
        OpenSchool::NotUsed => message!("report-letter-remains-not-used", count = number),
        OpenSchool::Room => message!("report-letter-remains-room"),
    }
}

fn left_out(funnel: &StudentFunnel) -> Message {
    if funnel.schools == 0 {
        return message!("report-letter-without-schools");
    }
    let refused = funnel.steps.iter().flat_map(|step| {
        let known = step.schools - step.unknown;
        [(known, refused(step.rule, known)), (step.unknown, unknown(step.rule, step.unknown))]
    });
    // A student need not know which of the two limits is reached.
    let groups: [&[OpenSchool]; 3] =
        [&[OpenSchool::Full, OpenSchool::ClusterFull], &[OpenSchool::NotUsed], &[OpenSchool::Room]];
    let remaining = groups.map(|states| {
        let schools = funnel.remains.iter().filter(|one| states.contains(&one.state));
        let number = schools.count() as i64;
        (number, remaining(states[0], number))
    });
    let parts = refused.chain(remaining).filter(|(number, _)| *number > 0);
    let parts: Vec<(i64, Message)> = parts.collect();
    // The verb agrees with the first number.
    let first = parts.first().map_or(0, |(number, _)| *number);
    let parts: Vec<Message> = parts
        .into_iter()
        .map(|(number, which)| message!("report-letter-schools", number = number, which = which))
        .collect();
    message!("report-letter-left-out", schools = funnel.schools, count = first, parts = parts)
}

/// The consequences of placing the student after all, anywhere or at the school of the question.
fn after_all(effect: &ConditionEffect, scope: ClusterScope, is_there: bool) -> Message {
    let there = if is_there { "yes" } else { "no" };
    match effect.outcome {
        Feasibility::Impossible if scope == ClusterScope::Held => {
            message!("report-letter-impossible-held", there = there)
        }
        Feasibility::Impossible => message!("report-letter-impossible", there = there),
        Feasibility::Unknown => message!("report-letter-unknown", there = there),
        Feasibility::Possible => best_with(effect, there),
    }
}

/// The best plan that places the student, compared with the present plan.
fn best_with(effect: &ConditionEffect, there: &str) -> Message {
    let differing = effect.goals.iter().find(|level| level.now != level.then);
    match differing.map(|level| level.then < level.now) {
        None => message!("report-letter-as-good", there = there),
        Some(true) => message!("report-letter-better", there = there),
        Some(false) => {
            let worse = worse(effect);
            if effect.is_exact() {
                message!("report-letter-best", there = there, worse = worse)
            } else {
                message!("report-letter-best-found", there = there, worse = worse)
            }
        }
    }
}

/// What is worse in the plan that places the student.
fn worse(effect: &ConditionEffect) -> Message {
    if effect.moves.iter().any(|one| one.to == StudentStatus::LeftOut) {
        message!("report-letter-others-left-out")
    } else if !effect.moves.is_empty() {
        message!("report-letter-others-move")
    } else {
        message!("report-letter-costs-more")
    }
}

/// Why the student is not at the school, cluster or board of the question.
fn not_there(reasons: &TargetReasons, names: &SchoolNames) -> Message {
    let name = names.name(&reasons.id);
    if reasons.remains.is_empty() {
        let number = reasons.refused.len() as i64;
        let mut parts: Vec<Message> = Vec::new();
        for one in &reasons.refused {
            for rule in one.rules.keys() {
                let is_unknown = one.is_unknown_to(rule);
                let part = if is_unknown { unknown(rule, number) } else { refused(rule, number) };
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        return message!("report-letter-refused", name = name, count = number, which = parts);
    }
    let full = [OpenSchool::Full, OpenSchool::ClusterFull];
    if !reasons.remains.iter().all(|one| full.contains(&one.state)) {
        message!("report-letter-allowed", name = name)
    } else if reasons.refused.is_empty() {
        message!("report-letter-full", name = name)
    } else {
        message!("report-letter-full-for-you", name = name)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::questions::why::cases;
    use crate::report::answer;
    use crate::testing::{assignment, tiny};

    #[test]
    fn who_goes_to_another_school_than_before_reads_why() {
        let problem = tiny(json!({
            "schools": [
                { "id": "one", "places": 1 }, { "id": "wide", "places": 9 }, { "id": "aside", "places": 9 },
            ],
            "clusters": [{ "id": "c", "schools": ["one", "wide"] }, { "id": "d", "schools": ["aside"] }],
            "students": [
                { "id": "full" }, { "id": "gone" }, { "id": "new" }, { "id": "refused", "not": ["one"] },
                { "id": "stays" }, { "id": "unused" },
            ],
            "rules": { "exclusion": {} },
            "previous": "full>one gone>x refused>one stays>one unused>aside",
        }));
        let placed = "full>wide gone>wide new>wide refused>wide stays>one unused>wide";
        let placed = assignment(&problem.instance, "c", placed);
        let (names, tally) = (SchoolNames::of(&problem), problem.tally(&placed));
        let texts = cases(&problem, &tally).into_iter().map(|(_, case)| {
            let letter = letter(&case, ClusterScope::Held, &names, Language::English);
            let answer = answer(&case, ClusterScope::Held, &names, Language::English);
            let reason = answer.lines().find(|line| line.contains("in the earlier plan"));
            (letter.trim_end().to_owned(), reason.unwrap_or_default().trim_start().to_owned())
        });
        let moves = |before: &str, which: &str| {
            format!("You go to wide in place of {before}, a school {which}.")
        };
        let was = |before: &str, why: &str| format!("was at {before} in the earlier plan: {why}");
        let expected = [
            (moves("one", "that is full"), was("one", "other students have the places there")),
            (
                moves("x", "that takes no part any more"),
                was("x", "the earlier school takes no part any more"),
            ),
            ("Your place is at wide.".to_owned(), String::new()),
            (
                moves("one", "where you cannot be placed"),
                was("one", "rule “Exclusion” does not admit the student there now"),
            ),
            ("Your place is at one.".to_owned(), String::new()),
            (
                moves("aside", "that is not used this year"),
                was("aside", "the school is in no cluster of this plan that the student may join"),
            ),
        ];
        assert_eq!(texts.collect::<Vec<_>>(), expected);
    }
}
