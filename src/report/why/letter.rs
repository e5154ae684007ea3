//! What a coordinator may send a student: facts about the student's own case, and nobody else's.
//!
//! Nothing here names, counts or describes another student. What others would have to give up is told
//! only as what "others" do.

use crate::base::Decimal;
use crate::message;
use crate::problem::Remaining;
use crate::questions::StudentStatus;
use crate::questions::why::{
    ClusterScope, ConditionEffect, Feasibility, StudentAnswer, StudentFunnel, StudentPlacement,
    TargetReasons,
};
use crate::report::SchoolNames;
use crate::rules::{Card, cards};
use crate::texts::{Language, Message};

/// A few sentences for the student.
pub fn letter(
    about: &StudentAnswer,
    scope: ClusterScope,
    names: &SchoolNames,
    language: Language,
) -> String {
    let mut sentences = Vec::new();
    // Of like students some of whom are left out, the letter is for those.
    if about.left_out == 0 || about.count == 1 {
        sentences.extend(about.here.iter().map(|here| placed(here, names, language)));
    }
    if let Some(reasons) = &about.asked {
        // Who is there already needs no more words.
        if let Some(effect) = &about.placing {
            sentences.push(not_there(reasons, effect, scope, names, language));
        }
    } else if let Some(funnel) = &about.funnel {
        sentences.push(left_out(funnel, language));
        // What rules refuse everywhere, no other clusters can change.
        let scope = if funnel.remains.is_empty() { ClusterScope::Free } else { scope };
        let effect = about.placing.as_ref();
        sentences.extend(effect.map(|effect| after_all(effect, scope, false, language)));
    }
    format!("{}\n", sentences.join(" "))
}

fn placed(here: &StudentPlacement, names: &SchoolNames, language: Language) -> String {
    let school = names.name(&here.school);
    let journey = here.m.map_or_else(String::new, |m| {
        // Hundreds of metres say enough of a journey.
        let tenths = Decimal { scaled: (m.0 + 50) / 100, decimals: 1 };
        let number = language.number(tenths);
        match language {
            Language::Dutch => format!(", {number} km van huis"),
            Language::English => format!(", {number} km from home"),
        }
    });
    let opening = match language {
        Language::Dutch => format!("Je plaats is op {school}{journey}."),
        Language::English => format!("Your place is at {school}{journey}."),
    };
    let weighed: Vec<String> = here
        .charged
        .keys()
        .filter_map(|rule| weighed(rule))
        .map(|message| message.in_language(language))
        .collect();
    if weighed.is_empty() {
        return opening;
    }
    let but = language.choose("Niet alles kwam uit:", "Not everything worked out:");
    format!("{opening} {but} {}.", language.list(&weighed))
}

/// What is less good about a school that a rule charges for; `None` for rules that have nothing to do
/// with a wish of the student.
fn weighed(rule: &str) -> Option<Message> {
    card(rule)?.optional("letter-charged")
}

/// Why a rule refuses schools, after their number.
fn refused(rule: &str, number: i64, language: Language) -> String {
    let message = card(rule).and_then(|card| card.optional("letter"));
    let message = message.unwrap_or_else(|| message!("letter-refused-by-other"));
    message.with("count", number).in_language(language)
}

fn card(rule: &str) -> Option<&'static Card> {
    cards().into_iter().find(|card| card.id == rule)
}

/// What became of schools that no rule refuses, after a number of them.
fn remaining(state: Remaining, number: i64, language: Language) -> &'static str {
    let (dutch, english) = match (state, number) {
        (Remaining::Full | Remaining::ClusterFull, 1) => ("die vol is", "that is full"),
        (Remaining::Full | Remaining::ClusterFull, _) => ("die vol zijn", "that are full"),
        (Remaining::NotUsed, 1) => ("die dit jaar niet meedoet", "that is not used this year"),
        (Remaining::NotUsed, _) => ("die dit jaar niet meedoen", "that are not used this year"),
        (Remaining::Room, _) => (
            "waar je plaatsing niet in het hele plan past",
            "where placing you does not fit the plan as a whole",
        ),
    };
    language.choose(dutch, english)
}

fn left_out(funnel: &StudentFunnel, language: Language) -> String {
    let refused =
        funnel.steps.iter().map(|step| (step.schools, refused(step.rule, step.schools, language)));
    let groups: [&[Remaining]; 3] =
        [&[Remaining::Full, Remaining::ClusterFull], &[Remaining::NotUsed], &[Remaining::Room]];
    let remaining = groups.map(|states| {
        let schools = funnel.remains.iter().filter(|one| states.contains(&one.state));
        let number = schools.count() as i64;
        (number, remaining(states[0], number, language).to_owned())
    });
    let parts = refused.chain(remaining.into_iter().filter(|(number, _)| *number > 0));
    let parts: Vec<(i64, String)> = parts.collect();
    let is_one = parts.first().is_some_and(|(number, _)| *number == 1);
    let parts: Vec<String> =
        parts.iter().map(|(number, what)| format!("{} {what}", language.whole(*number))).collect();
    let (schools, parts) = (language.whole(funnel.schools), language.list(&parts));
    match language {
        Language::Dutch => {
            let are = if is_one { "is" } else { "zijn" };
            format!(
                "Er is op dit moment geen plaats voor je. Van de {schools} scholen {are} er {parts}."
            )
        }
        Language::English => {
            let are = if is_one { "is" } else { "are" };
            format!(
                "There is no place for you at this moment. Of the {schools} schools there {are} {parts}."
            )
        }
    }
}

/// What it would cost to place the student after all, or there.
fn after_all(
    effect: &ConditionEffect,
    scope: ClusterScope,
    is_there: bool,
    language: Language,
) -> String {
    let (daar, there) = if is_there { ("daar ", " there") } else { ("", "") };
    let (dutch, english) = match effect.outcome {
        Feasibility::Impossible if scope == ClusterScope::Held => (
            format!(
                "We hebben nagerekend dat geen enkel plan met de huidige opleidingsclusters je {daar}een plaats kan geven."
            ),
            format!(
                "We have checked that no plan with the present training clusters can give you a place{there}."
            ),
        ),
        Feasibility::Impossible => (
            format!(
                "We hebben nagerekend dat geen enkel plan dat aan alle regels voldoet je {daar}een plaats kan geven."
            ),
            format!(
                "We have checked that no plan that keeps all rules can give you a place{there}."
            ),
        ),
        Feasibility::Possible => return best_with(effect, daar, there, language),
        Feasibility::Unknown => (
            format!("Of je {daar}alsnog geplaatst kunt worden, zoeken we nog uit."),
            format!("Whether you can be placed{there} after all is still being looked into."),
        ),
    };
    language.choose(&dutch, &english).to_owned()
}

/// What the best plan in which the student is placed comes to, beside the plan as it is.
fn best_with(effect: &ConditionEffect, daar: &str, there: &str, language: Language) -> String {
    let differing = effect.goals.iter().find(|level| level.now != level.then);
    let (dutch, english) = match differing.map(|level| level.then < level.now) {
        None => (
            format!("Er is ook een plan dat even goed is, waarin je {daar}wel een plaats hebt."),
            format!("There is also a plan that is just as good, in which you have a place{there}."),
        ),
        Some(true) => (
            format!("Er is een plan gevonden dat beter is, waarin je {daar}wel een plaats hebt."),
            format!("A plan was found that is better, in which you have a place{there}."),
        ),
        Some(false) => {
            let (found, that_we_found) =
                if effect.is_exact() { ("", "") } else { (" dat we vonden", " that we found") };
            let (wat, what) = what_gives_way(effect);
            (
                format!(
                    "We hebben het nagerekend: in het beste plan{found} waarin je {daar}een plaats hebt, {wat}."
                ),
                format!(
                    "We have worked it out: in the best plan{that_we_found} in which you have a place{there}, {what}."
                ),
            )
        }
    };
    language.choose(&dutch, &english).to_owned()
}

/// What is worse in a plan, in Dutch and English.
fn what_gives_way(effect: &ConditionEffect) -> (&'static str, &'static str) {
    if effect.moves.iter().any(|one| one.to == StudentStatus::LeftOut) {
        ("verliezen anderen hun plaats", "others lose theirs")
    } else if !effect.moves.is_empty() {
        (
            "moeten anderen naar een andere school, en weegt dat zwaarder dan wat het oplevert",
            "others have to change schools, and that outweighs what it brings",
        )
    } else {
        (
            "weegt wat het kost zwaarder dan wat het oplevert",
            "what it costs outweighs what it brings",
        )
    }
}

fn not_there(
    reasons: &TargetReasons,
    effect: &ConditionEffect,
    scope: ClusterScope,
    names: &SchoolNames,
    language: Language,
) -> String {
    let name = names.name(&reasons.id);
    if reasons.remains.is_empty() {
        let number = reasons.refused.len() as i64;
        let mut parts: Vec<String> = Vec::new();
        for rule in reasons.refused.iter().flat_map(|one| one.rules.keys()) {
            let part = refused(rule, number, language);
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let schools = language.list(&parts);
        return match (language, number) {
            (Language::Dutch, 1) => format!("Naar {name} kon niet: dat is een school {schools}."),
            (Language::Dutch, _) => format!("Naar {name} kon niet: dat zijn scholen {schools}."),
            (Language::English, 1) => format!("{name} was not possible: it is a school {schools}."),
            (Language::English, _) => {
                format!("{name} was not possible: these are schools {schools}.")
            }
        };
    }
    let is_full = reasons
        .remains
        .iter()
        .all(|one| matches!(one.state, Remaining::Full | Remaining::ClusterFull));
    let are_all_open = reasons.refused.is_empty();
    let full = match (is_full, are_all_open, language) {
        (true, true, Language::Dutch) => format!("Bij {name} zijn alle plaatsen bezet."),
        (true, true, Language::English) => format!("At {name} all places are taken."),
        (true, false, Language::Dutch) => {
            format!("Bij {name} zijn de plaatsen die voor jou open staan bezet.")
        }
        (true, false, Language::English) => {
            format!("At {name} the places that are open to you are taken.")
        }
        (false, _, Language::Dutch) => format!("Naar {name} had volgens de regels gekund."),
        (false, _, Language::English) => format!("The rules would have allowed {name}."),
    };
    format!("{full} {}", after_all(effect, scope, true, language))
}
