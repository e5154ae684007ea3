//! What a coordinator may send a student: facts about the student's own case, and nobody else's.
//!
//! Nothing here names, counts or describes another student. What others would have to give up is told
//! only as "places of others".

use crate::base::Decimal;
use crate::explain::why::{About, Effect, Funnel, Here, Outcome, Reasons, Scope};
use crate::report::{Language, SchoolNames};

/// A few sentences for the student.
pub fn letter(about: &About, scope: Scope, names: &SchoolNames, language: Language) -> String {
    let mut sentences = Vec::new();
    sentences.extend(about.here.iter().map(|here| placed(here, names, language)));
    if let Some(reasons) = &about.asked {
        sentences.push(not_there(reasons, about.placing.as_ref(), scope, names, language));
    } else if let Some(funnel) = &about.funnel {
        sentences.push(left_out(funnel, language));
        // What rules refuse everywhere, no other clusters can change.
        let scope = if funnel.remains.is_empty() { Scope::Free } else { scope };
        sentences.extend(about.placing.as_ref().map(|effect| after_all(effect, scope, language)));
    }
    format!("{}\n", sentences.join(" "))
}

fn placed(here: &Here, names: &SchoolNames, language: Language) -> String {
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
        .map(|(dutch, english)| language.choose(dutch, english).to_owned())
        .collect();
    if weighed.is_empty() {
        return opening;
    }
    let but = language.choose("Niet alles kwam uit:", "Not everything worked out:");
    format!("{opening} {but} {}.", language.list(&weighed))
}

/// What a rule that charges means to a student, in Dutch and English; rules that say nothing of a wish
/// of the student stay unsaid.
fn weighed(rule: &str) -> Option<(&'static str, &'static str)> {
    Some(match rule {
        "meeting_day" => (
            "de leergemeenschap of je lesdag past niet goed bij je vrije dagen",
            "the learning community or your day in class does not fit your free days well",
        ),
        "denomination" => (
            "de school heeft niet de richting die je wenste",
            "the school does not have the denomination that you wished for",
        ),
        "wishes" => (
            "het is niet de eerste school van je lijst",
            "it is not the first of the schools on your list",
        ),
        "concept" => (
            "de school werkt niet met het onderwijsconcept dat je wenste",
            "the school does not have the education concept that you wished for",
        ),
        "variety" => ("je bent er eerder geweest", "you have been there before"),
        "shell" => (
            "de school hoort niet bij een opleidingscluster",
            "the school is in no training cluster",
        ),
        _ => return None,
    })
}

/// What a rule that refuses means to a student, after a number of schools.
fn refused(rule: &str, language: Language) -> &'static str {
    let (dutch, english) = match rule {
        "forming" => ("buiten de opleidingsclusters", "outside the training clusters"),
        "meeting_day" => (
            "met een leergemeenschap op een dag waarop je niet kunt",
            "with a learning community on a day on which you cannot come",
        ),
        "denomination" => ("van een andere richting", "of another denomination"),
        "travel" => ("te ver van huis", "too far from home"),
        "exclusion" => ("waar je niet geplaatst kunt worden", "where you cannot be placed"),
        "admission" => (
            "die jouw opleiding of studiejaar niet opnemen",
            "that do not take your programme or year",
        ),
        "variety" => ("waar je al eens was", "where you have been before"),
        _ => ("die niet aan een regel voldoen", "that do not meet a rule"),
    };
    language.choose(dutch, english)
}

fn left_out(funnel: &Funnel, language: Language) -> String {
    let parts = funnel
        .steps
        .iter()
        .map(|step| format!("{} {}", language.whole(step.schools), refused(step.rule, language)));
    let mut parts: Vec<String> = parts.collect();
    let taken = |states: &[&str]| {
        funnel.remains.iter().filter(|one| states.contains(&one.state)).count() as i64
    };
    let states = [
        (taken(&["full", "cluster_full"]), "die vol zijn", "that are full"),
        (taken(&["not_used"]), "die dit jaar niet meedoen", "that are not used this year"),
        (
            taken(&["room"]),
            "waar je plaatsing niet in het hele plan past",
            "where placing you does not fit the plan as a whole",
        ),
    ];
    for (number, dutch, english) in states.into_iter().filter(|(number, _, _)| *number > 0) {
        parts.push(format!("{} {}", language.whole(number), language.choose(dutch, english)));
    }
    let (schools, parts) = (language.whole(funnel.schools), language.list(&parts));
    match language {
        Language::Dutch => format!(
            "Er is op dit moment geen plaats voor je. Van de {schools} scholen zijn er {parts}."
        ),
        Language::English => {
            format!(
                "There is no place for you at this moment. Of the {schools} schools there are {parts}."
            )
        }
    }
}

fn after_all(effect: &Effect, scope: Scope, language: Language) -> String {
    let (dutch, english) = match effect.outcome {
        Outcome::Impossible if scope == Scope::Held => (
            "We hebben nagerekend dat geen enkel plan met de opleidingsclusters van nu je een plaats kan geven.",
            "We have checked that no plan with the training clusters of now can give you a place.",
        ),
        Outcome::Impossible => (
            "We hebben nagerekend dat geen enkel plan dat aan alle regels voldoet je een plaats kan geven.",
            "We have checked that no plan that keeps all rules can give you a place.",
        ),
        Outcome::Possible if effect.moves.is_empty() => (
            "We hebben nagerekend wat het kost om je toch te plaatsen: dat weegt nu zwaarder dan wat het oplevert.",
            "We have worked out what placing you after all would cost: at this moment that outweighs what it brings.",
        ),
        Outcome::Possible => (
            "We hebben nagerekend wat het kost om je toch te plaatsen: dat kan alleen ten koste van plaatsen van anderen.",
            "We have worked out what placing you after all would cost: it is possible only at the expense of places of others.",
        ),
        Outcome::Unknown => (
            "Of je alsnog geplaatst kunt worden, zoeken we nog uit.",
            "Whether you can be placed after all is still being looked into.",
        ),
    };
    language.choose(dutch, english).to_owned()
}

fn not_there(
    reasons: &Reasons,
    effect: Option<&Effect>,
    scope: Scope,
    names: &SchoolNames,
    language: Language,
) -> String {
    let name = names.name(&reasons.id);
    let mut parts: Vec<String> = Vec::new();
    for refused_school in &reasons.refused {
        let Some(rule) = refused_school.rules.keys().next() else { continue };
        let part = refused(rule, language).to_owned();
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if reasons.remains.is_empty() {
        let schools = language.list(&parts);
        return match language {
            Language::Dutch => format!("Naar {name} kon niet, want dat zijn scholen {schools}."),
            Language::English => format!("{name} was not possible: these are schools {schools}."),
        };
    }
    let is_full = reasons.remains.iter().all(|one| one.state.ends_with("full"));
    let full = match (is_full, language) {
        (true, Language::Dutch) => format!("Bij {name} zijn alle plaatsen bezet."),
        (true, Language::English) => format!("At {name} all places are taken."),
        (false, Language::Dutch) => format!("Naar {name} had volgens de regels gekund."),
        (false, Language::English) => format!("The rules would have allowed {name}."),
    };
    let then = effect
        .map_or_else(String::new, |effect| format!(" {}", after_all(effect, scope, language)));
    format!("{full}{then}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Effect as RuleEffect, cards};

    #[test]
    fn every_rule_that_refuses_has_words_of_its_own() {
        let fallback = refused("no such rule", Language::Dutch);
        for card in cards() {
            if card.effects.contains(&RuleEffect::Refuses) && card.id != "fixed" {
                assert_ne!(refused(card.id, Language::Dutch), fallback, "{}", card.id);
            }
        }
    }
}
