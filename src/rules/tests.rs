use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::model::formulation::{Expression, Subject};
use crate::testing::{Example, tiny, twin_of};
use crate::texts::Language;

/// The standard keys of a card; all others are named in the rule's own code.
const STANDARD: &[&str] = &[
    "title",
    "statement",
    "lifted",
    "bottleneck",
    "bottleneck-at",
    "bottleneck-at-new",
    "demand",
    "letter",
    "letter-unknown",
    "letter-charged",
    "letter-charged-none",
    "funnel",
];

/// The keys of a card in a language, each with the arguments that its text uses.
fn keys(card: &Card, language: Language) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut keys = BTreeMap::<&str, BTreeSet<&str>>::new();
    let mut last = "";
    for line in card.words.sources(language).iter().flat_map(|source| source.lines()) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#'])) {
            assert!(keys.insert(key, BTreeSet::new()).is_none(), "{}: `{key}` twice", card.id);
            last = key;
        }
        for variable in line.split('$').skip(1) {
            let end = variable.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
            keys.get_mut(last).unwrap().insert(&variable[..end.unwrap_or(variable.len())]);
        }
    }
    keys
}

/// A rule's card has everything that its parts need, in both languages, and agrees with its code.
fn check(rule: &dyn Rule, source: &str) {
    let card = rule.card();
    for text in [card.formula, card.source] {
        assert!(!text.trim().is_empty(), "{}", card.id);
    }
    let english = keys(card, Language::English);
    assert_eq!(english, keys(card, Language::Dutch), "{}", card.id);
    for key in card.required_keys() {
        assert!(english.contains_key(key), "{}: no `{key}`", card.id);
    }
    for key in english.keys().filter(|key| !STANDARD.contains(key)) {
        assert!(source.contains(&format!("\"{key}\"")), "{}: nothing uses `{key}`", card.id);
    }
    for used in source.split(".message(\"").skip(1) {
        let key = used.split('"').next().unwrap();
        assert!(english.contains_key(key), "{}: no `{key}`", card.id);
    }
    for language in [Language::English, Language::Dutch] {
        for message in [card.title(), card.statement()] {
            let text = message.in_language(language);
            assert!(!text.trim().is_empty() && !text.contains('\n'), "{}: {text}", card.id);
        }
    }

    assert!(!card.effects.is_empty(), "{}", card.id);
    assert_eq!(rule.tariff().is_some(), card.has_part(RulePart::Tariff), "{}", card.id);
    assert_eq!(rule.binding().is_some(), card.has_part(RulePart::Binding), "{}", card.id);
    assert_eq!(rule.binding().is_some(), card.has_effect(RuleEffect::Binds), "{}", card.id);
    let acts_on_pairs = card.has_effect(RuleEffect::Refuses) || card.has_effect(RuleEffect::Prices);
    assert!(acts_on_pairs || rule.tariff().is_none(), "{}", card.id);
}

/// The code of a rule, with and without its tests.
fn source(card: &Card) -> (String, String) {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let read = |path: &Path| std::fs::read_to_string(path).ok();
    let folder = rules.join(card.id);
    let text = read(&folder.with_extension("rs")).or_else(|| read(&folder.join("mod.rs"))).unwrap();
    let (code, tests) = text.split_once("\n#[cfg(test)]\nmod tests").expect("tests");
    let tests = match tests.strip_prefix(';') {
        Some(_) => read(&folder.join("tests.rs")).unwrap(),
        None => tests.to_owned(),
    };
    let others = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let others = others.filter(|path| !path.ends_with("mod.rs") && !path.ends_with("tests.rs"));
    let others: String = others.filter_map(|path| read(&path)).collect();
    (code.to_owned() + &others, tests)
}

/// A rulebook in which every rule is on.
fn everything() -> Rulebook {
    let settings = cards().into_iter().map(|card| (card.id, json!({})));
    let settings =
        Value::Object(settings.map(|(id, settings)| (id.to_owned(), settings)).collect());
    Rulebook::read(&serde_json::from_value(settings).unwrap()).unwrap()
}

#[test]
fn every_card_is_complete_and_agrees_with_the_code() {
    let rulebook = everything();
    let rules = rulebook.rules();
    assert_eq!(rules.len(), cards().len());
    for (rule, card) in rules.into_iter().zip(cards()) {
        assert_eq!(rule.card().id, card.id);
        check(rule, &source(card).0);
    }
}

#[test]
fn a_card_needs_the_words_for_what_its_rule_does() {
    let needed = |rule: &str| card(rule).unwrap().required_keys();
    assert_eq!(needed("placement"), ["title", "statement"]);
    assert_eq!(needed("wishes"), ["title", "statement", "lifted"]);
    assert_eq!(needed("forming"), ["title", "statement", "lifted", "bottleneck", "letter"]);
    let all = ["title", "statement", "lifted", "bottleneck", "letter", "demand"];
    assert_eq!(needed("travel"), all);
}

/// Each student has one thing besides what all have, and the rules that may refuse a school for that.
#[test]
fn a_rule_may_refuse_schools_to_those_whom_it_is_about_and_to_nobody_else() {
    let whatever = ["admission", "travel"];
    let about: [(&str, Value, &[&str]); 8] = [
        ("nothing", json!({}), &[]),
        ("not", json!({ "not": ["h"] }), &["exclusion"]),
        ("only", json!({ "only": ["h"] }), &["exclusion"]),
        ("fixed", json!({ "fixed": "h" }), &["fixed"]),
        ("a day off", json!({ "days": ["mon", "tue", "wed", "thu"] }), &["meeting_day"]),
        ("wishes", json!({ "wishes": ["h"], "concepts": ["dalton"] }), &[]),
        (
            "must",
            json!({ "denomination": { "wish": ["rk"], "strength": "must" } }),
            &["denomination"],
        ),
        ("previous", json!({ "previous": ["h"] }), &["variety"]),
    ];
    let students = about.iter().map(|(_, own, _)| own.clone()).enumerate();
    let students = students.map(|(number, mut student)| {
        student["id"] = json!(format!("s{number}"));
        student
    });
    let settings = cards().into_iter().map(|card| (card.id.to_owned(), json!({})));
    let mut settings: serde_json::Map<String, Value> = settings.collect();
    settings["meeting_day"] = json!({ "hard": true });
    settings["variety"] = json!({ "again": "refuse" });
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": students.collect::<Vec<_>>(),
        "rules": settings,
    }));
    for (student, (what, _, expected)) in problem.instance.students.values().zip(about) {
        let rules = problem.rulebook.rules().into_iter();
        let refusing =
            rules.filter(|rule| rule.tariff().is_some_and(|one| one.may_refuse(student)));
        let ids: BTreeSet<&str> = refusing.map(|rule| rule.card().id).collect();
        assert_eq!(ids, whatever.iter().chain(expected).copied().collect(), "{what}");
    }
}

#[test]
fn leaving_out_costs_by_every_rule_that_prices_it() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": [{ "id": "s" }, { "id": "t", "unplaced_worth_km": 400 }, { "id": "u" }],
        "previous": "s>h t>h u>-",
        "rules": { "continuity": { "worth_km": 25 } },
    }));
    let costs = problem.instance.students.ids();
    let costs = costs.map(|student| problem.rulebook.leaving_out(&problem.instance, student).0);
    assert_eq!(costs.collect::<Vec<_>>(), [275_000, 425_000, 250_000]);
}

#[test]
fn every_text_can_be_written_in_both_languages() {
    for card in cards() {
        for (key, arguments) in keys(card, Language::English) {
            for language in [Language::English, Language::Dutch] {
                for number in [1, 2] {
                    let message = card.message(key);
                    let message = arguments
                        .iter()
                        .fold(message, |message, &argument| message.with(argument, number));
                    assert!(!message.in_language(language).is_empty(), "{}: {key}", card.id);
                }
            }
        }
    }
}

#[test]
fn every_rule_has_examples_and_a_twin_beside_it() {
    for card in cards() {
        let (_, tests) = source(card);
        assert!(tests.contains("twin("), "{} has no twin", card.id);
        let examples = tests.matches("#[test]").count() - 1;
        assert!(examples >= 2, "{} has {examples} tests besides its twin", card.id);
    }
}

/// A rule as CONTRIBUTING.md describes it, in one place: nothing else knows that it exists.
mod toy {
    use super::*;
    use crate::texts::Catalogue;

    pub static CARD: Card = Card {
        id: "toy",
        formula: "Σ assigned(·, first school) ≤ 1; price(s, h) = 7 unless h is the first school",
        source: "Made up",
        effects: &[RuleEffect::Refuses, RuleEffect::Prices, RuleEffect::Binds],
        parts: &[RulePart::Tariff, RulePart::Binding],
        switch: Switch::Off,
        words: Catalogue::new(&[ENGLISH], &[DUTCH]),
    };

    const ENGLISH: &str = "\
title = Toy
statement = The first school takes at most one student, and nobody from year 2; any other costs 7.
lifted = The first school is like any other.
refused = { $student } is too old for { $school }
demand = nobody from year 2 is at the first school
demand-most = { $school } takes at most one student
breach = { $school } has { $count ->
    [one] { $count } student
   *[other] { $count } students
}
letter = that is for others
bottleneck = who may go to the first school
";

    const DUTCH: &str = "\
title = Speelgoed
statement = De eerste school neemt hoogstens één student, en niemand uit jaar 2; elke andere kost 7.
lifted = De eerste school is als elke andere.
refused = { $student } is te oud voor { $school }
demand = niemand uit jaar 2 is op de eerste school
demand-most = { $school } neemt hoogstens één student
breach = { $school } heeft { $count ->
    [one] { $count } student
   *[other] { $count } studenten
}
letter = die voor anderen is
bottleneck = wie naar de eerste school mag
";

    #[derive(Debug)]
    pub struct ToyRule;

    fn is_first(placing: &Placing) -> bool {
        placing.instance.schools.ids().next() == Some(placing.school_id)
    }

    impl Rule for ToyRule {
        fn card(&self) -> &'static Card {
            &CARD
        }

        fn tariff(&self) -> Option<&dyn Tariff> {
            Some(self)
        }

        fn binding(&self) -> Option<&dyn Binding> {
            Some(self)
        }

        fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
            let mut first = 0;
            for (placement, placing, count) in tally.placings() {
                first += if is_first(&placing) { count } else { 0 };
                if let Err(refusal) = self.admit(&placing) {
                    assessment.breach(CARD.id, refusal.message());
                }
                let charged = Charged::Placement(placement);
                assessment.charge(CARD.id, charged, self.price(&placing) * count);
            }
            if first > 1 {
                let school = &tally.instance.schools.values().next().unwrap().id;
                let sentence = CARD.message("breach").with("school", school).with("count", first);
                assessment.breach(CARD.id, sentence);
            }
        }
    }

    impl Tariff for ToyRule {
        fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
            if is_first(placing) && placing.student().year.to_string() == "2" {
                return Err(Refusal::new(|| {
                    let message = CARD.message("refused").with("school", &placing.school().id);
                    message.with("student", &placing.student().id)
                }));
            }
            Ok(())
        }

        fn price(&self, placing: &Placing) -> Points {
            if is_first(placing) { Points::ZERO } else { Points(7) }
        }
    }

    impl Binding for ToyRule {
        fn formulate(&self, draft: &mut ProgramDraft) {
            let Some(school) = draft.instance.schools.ids().next() else { return };
            let students = Expression::default().plus(1, &draft.students_at(school));
            let label = CARD.label("most", Subject::School(school));
            draft.demand(label, students, None, Some(1));
        }

        fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
            let Subject::School(school) = label.subject else { return CARD.statement() };
            CARD.message("demand-most").with("school", &names.instance.schools[school].id)
        }
    }
}

/// The recipe of CONTRIBUTING.md holds: a rule is its file and nothing more.
#[test]
fn a_new_rule_needs_nothing_but_its_file() {
    check(&toy::ToyRule, include_str!("tests.rs"));

    let mut problem = tiny(json!({
        "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 2 }],
        "clusters": [{ "id": "c", "schools": ["h", "i"] }],
        "students": [{ "id": "s", "count": 3 }, { "id": "t", "year": 2 }],
    }));
    problem.rulebook.further.push(&toy::ToyRule);
    let example = Example { problem: problem.clone(), rule: "toy" };
    example.plan("c", "s>h*1 s>i*1 t>i").costs(14);
    example.plan("c", "s>h*3").breaks(0, &["h has 3 students"]);
    example.plan("c", "t>h").breaks(0, &["t is too old for h"]);
    assert!(twin_of(problem, &toy::CARD).broken > 0);
}
