//! What a planner reads about a student.

use super::pairs::pair_in_words;
use crate::base::Decimal;
use crate::message;
use crate::plan::RulePoints;
use crate::problem::OpenSchool;
use crate::questions::why::{
    AlternativeSchool, ClusterScope, ConditionEffect, Feasibility, PlaceThere, StudentAnswer,
    StudentFunnel, StudentPlacement, TargetReasons, WhyAnswers,
};
use crate::report::SchoolNames;
use crate::report::difference::{cluster_in_words, move_in_words};
use crate::report::lines::{headings_after_name, lines};
use crate::report::rule_names::{rule_name, rules_with};
use crate::report::table::table;
use crate::rules::travel;
use crate::solve::Demand;
use crate::text;
use crate::texts::{Language, Message};

/// Schools of one kind that are named one by one.
const MOST_SCHOOLS: usize = 8;
/// Movers who are named one by one.
const MOST_MOVERS: usize = 20;

/// All about one student.
pub fn answer(
    about: &StudentAnswer,
    scope: ClusterScope,
    names: &SchoolNames,
    language: Language,
) -> String {
    let student = names.student(&about.student);
    let mut texts = vec![message!("report-entry", student = student, count = about.count)];
    for here in &about.here {
        texts.push(message!("why-is-at", placement = placement(here, names)));
        texts.push(charges(&here.charged));
    }
    if let Some(before) = &about.before {
        let school = names.display(&before.school);
        texts.push(message!("why-was-at", school = school, reason = left(before.why, language)));
    }
    if about.left_out > 0 {
        texts.push(message!("why-left-out", count = about.left_out));
        texts.push(charges(&about.left_out_charged));
    }
    texts.extend(about.pairs.iter().map(|pair| pair_in_words(pair, names)));
    if let Some(funnel) = &about.funnel {
        texts.extend(funnel_in_words(funnel, names));
    }
    if let Some(reasons) = &about.asked {
        texts.extend(reasons_in_words(reasons, names));
    }
    if about.asked.is_some() && about.placing.is_none() {
        texts.push(message!("why-already-there"));
    }
    if let Some(effect) = &about.placing {
        let scope = in_scope(scope);
        texts.push(match &about.asked {
            Some(reasons) => {
                message!("why-place-at", name = names.display(&reasons.id), scope = scope)
            }
            None => message!("why-place-after-all", scope = scope),
        });
        texts.extend(effect_in_words(effect, names));
        if effect.outcome == Feasibility::Impossible {
            texts.extend(impossible(about, &effect.because));
        }
    }
    let mut text = lines(&texts, language);
    if !about.alternatives.is_empty() {
        text += &text!(language, "why-alternatives", scope = in_scope(scope));
        text += "\n";
        text += &alternatives(&about.alternatives, names, language);
    }
    if about.more_alternatives > 0 {
        let more = message!("why-more-alternatives", count = about.more_alternatives);
        text += &lines(&[more], language);
    }
    text
}

/// Why a student left a school of the earlier plan.
fn left(why: PlaceThere, language: Language) -> Message {
    let refused = |rule| message!("left-refused", rule = language.rule_title(rule));
    match why {
        PlaceThere::SchoolGone => message!("cell-change-school-gone"),
        PlaceThere::Refused(rule) => refused(rule),
        PlaceThere::JourneyUnknown => refused(travel::CARD.id),
        PlaceThere::Open(OpenSchool::NotUsed) => message!("left-not-used"),
        PlaceThere::Open(OpenSchool::Full) => message!("why-before-full"),
        PlaceThere::Open(OpenSchool::ClusterFull) => message!("left-cluster-full"),
        PlaceThere::Open(OpenSchool::Room) => message!("left-room"),
    }
}

/// One line for each student.
pub fn answers(answers: &WhyAnswers, names: &SchoolNames, language: Language) -> String {
    if answers.answers.is_empty() && answers.missing.is_empty() {
        return lines(&[message!("why-nobody")], language);
    }
    let headings = headings_after_name(
        &[
            message!("why-column-schools"),
            message!("why-column-last-rule"),
            message!("why-column-remain"),
            message!("why-column-change"),
            message!("report-column-bound"),
            message!("why-column-then-at"),
            message!("why-column-movers"),
        ],
        language,
    );
    let mut rows = vec![headings];
    rows.extend(answers.answers.iter().map(|about| row(about, names, language)));
    let mut texts = vec![match answers.clusters {
        ClusterScope::Held => message!("why-clusters-held"),
        ClusterScope::Free => message!("why-clusters-free"),
    }];
    if !answers.missing.is_empty() {
        let missing: Vec<String> =
            answers.missing.iter().map(|student| names.student(student)).collect();
        let (count, students) = (missing.len(), missing.join(", "));
        texts.push(message!("why-missing", count = count, students = students));
    }
    table(&rows) + &lines(&texts, language)
}

fn row(about: &StudentAnswer, names: &SchoolNames, language: Language) -> Vec<String> {
    let funnel = about.funnel.as_ref();
    let effect = about.placing.as_ref();
    let then = effect.and_then(|effect| effect.here.last());
    vec![
        names.student(&about.student),
        funnel.map_or_else(dash, |funnel| funnel.schools.to_string()),
        funnel
            .and_then(|funnel| funnel.last_rule)
            .map_or_else(dash, |rule| rule_name(rule).in_language(language)),
        funnel.map_or_else(dash, |funnel| funnel.remains.len().to_string()),
        effect.map_or_else(dash, |effect| change(effect, language)),
        effect.and_then(|effect| effect.change_bound).map_or_else(dash, signed),
        then.map_or_else(dash, |here| names.display(&here.school)),
        effect.map_or_else(dash, |effect| effect.moves.len().to_string()),
    ]
}

fn dash() -> String {
    "–".to_owned()
}

/// How the score changes, or why it is not known.
fn change(effect: &ConditionEffect, language: Language) -> String {
    match effect.outcome {
        Feasibility::Possible => effect.change.map_or_else(dash, signed),
        Feasibility::Impossible => text!(language, "report-impossible"),
        Feasibility::Unknown => text!(language, "why-not-known"),
    }
}

fn in_scope(scope: ClusterScope) -> Message {
    match scope {
        ClusterScope::Held => message!("why-scope-held"),
        ClusterScope::Free => message!("why-scope-free"),
    }
}

/// Kilometres with one decimal.
fn kilometres(metres: i64) -> Decimal {
    Decimal { scaled: metres, decimals: 3 }.rounded(1)
}

fn placement(here: &StudentPlacement, names: &SchoolNames) -> Message {
    let setting = match &here.cluster {
        None => message!("why-in-shell"),
        Some(cluster) => message!("why-in-cluster", cluster = cluster),
    };
    let school = names.display(&here.school);
    let place = match here.m {
        None => message!("why-placement", school = school, setting = setting),
        Some(m) => message!(
            "why-placement-journey",
            school = school,
            setting = setting,
            journey = kilometres(m.0),
        ),
    };
    if here.count == 1 {
        place
    } else {
        message!("why-placement-of", placement = place, count = here.count)
    }
}

fn charges(points: &RulePoints) -> Message {
    match rules_with(points.iter().map(|(rule, points)| (rule.as_ref(), points.to_string()))) {
        Some(charged) => message!("why-charged", charges = charged),
        None => message!("why-charged-nothing"),
    }
}

/// A number in the width of the column of numbers.
fn aligned(number: impl std::fmt::Display) -> String {
    format!("  {number:>5}")
}

fn funnel_in_words(funnel: &StudentFunnel, names: &SchoolNames) -> Vec<Message> {
    let mut texts = vec![message!("why-of-schools", count = funnel.schools)];
    texts.extend(funnel.steps.iter().map(|step| {
        let rule = rule_name(step.rule);
        message!("why-taken-away", number = aligned(step.schools), rule = rule)
    }));
    if let Some(last) = funnel.last_rule {
        texts.push(message!("why-last-rule", rule = rule_name(last)));
    }
    let states = [
        (OpenSchool::Full, message!("why-schools-full")),
        (OpenSchool::ClusterFull, message!("why-schools-cluster-full")),
        (OpenSchool::NotUsed, message!("why-schools-not-used")),
        (OpenSchool::Room, message!("why-schools-with-room")),
    ];
    for (state, what) in states {
        let schools: Vec<&str> = funnel
            .remains
            .iter()
            .filter(|school| school.state == state)
            .map(|school| school.school.as_str())
            .collect();
        if !schools.is_empty() {
            texts.push(message!(
                "why-schools",
                number = aligned(schools.len()),
                what = what,
                schools = named(&schools, names),
            ));
        }
    }
    texts
}

fn named(schools: &[&str], names: &SchoolNames) -> Message {
    let shown = schools.iter().take(MOST_SCHOOLS).map(|school| names.display(school));
    let shown = shown.collect::<Vec<_>>().join(", ");
    let more = schools.len().saturating_sub(MOST_SCHOOLS);
    message!("why-named", names = shown, more = more)
}

fn reasons_in_words(reasons: &TargetReasons, names: &SchoolNames) -> Vec<Message> {
    let mut texts = vec![message!("why-not-at", name = names.display(&reasons.id))];
    for refused in &reasons.refused {
        texts.extend(refused.rules.iter().map(|(rule, sentence)| {
            let school = names.display(&refused.school);
            let rule = rule_name(rule);
            message!("why-refused", school = school, rule = rule, sentence = sentence)
        }));
    }
    texts.extend(reasons.remains.iter().map(|remains| {
        let state = match remains.state {
            OpenSchool::Full => message!("why-state-full"),
            OpenSchool::ClusterFull => message!("why-state-cluster-full"),
            OpenSchool::NotUsed => message!("why-state-not-used"),
            OpenSchool::Room => message!("why-state-room"),
        };
        message!("why-state", school = names.display(&remains.school), state = state)
    }));
    texts
}

fn effect_in_words(effect: &ConditionEffect, names: &SchoolNames) -> Vec<Message> {
    match effect.outcome {
        Feasibility::Unknown => vec![message!("why-not-found-out")],
        Feasibility::Impossible => vec![message!("why-impossible")],
        Feasibility::Possible => possible(effect, names),
    }
}

/// Why no plan can place a student.
fn impossible(about: &StudentAnswer, because: &[Demand]) -> Vec<Message> {
    let remains = match (&about.asked, &about.funnel) {
        (Some(reasons), _) => !reasons.remains.is_empty(),
        (None, funnel) => funnel.as_ref().is_none_or(|funnel| !funnel.remains.is_empty()),
    };
    if !remains {
        return vec![message!("why-all-refused")];
    }
    let title = (because.len() > 1).then(|| message!("why-cannot-hold"));
    let demands = because.iter().map(|demand| {
        let rule = rule_name(demand.rule);
        message!("why-demand", rule = rule, sentence = demand.sentence.clone())
    });
    title.into_iter().chain(demands).collect()
}

fn possible(effect: &ConditionEffect, names: &SchoolNames) -> Vec<Message> {
    let change = signed(effect.change.unwrap_or_default());
    let mut texts = vec![if effect.is_exact() {
        message!("why-change-exact", change = change)
    } else {
        let bound = signed(effect.change_bound.unwrap_or_default());
        message!("why-change-bound", change = change, bound = bound)
    }];
    let goals = effect.goals.iter();
    let goals = goals.filter(|level| level.now != level.then && level.goal != "total");
    texts.extend(
        goals.map(|level| {
            message!("why-goal", goal = &level.goal, now = level.now, then = level.then)
        }),
    );
    let here = effect.here.iter();
    texts.extend(here.map(|here| message!("why-then-at", placement = placement(here, names))));
    let rules = effect.rules.iter().map(|(rule, by)| (*rule, signed(*by)));
    texts.extend(rules_with(rules).map(|rules| message!("why-per-rule", rules = rules)));
    let movers = effect.moves.len();
    texts.push(match (movers, effect.fewest_moves) {
        (0, _) => message!("why-nobody-moves"),
        (_, true) => message!("why-movers-fewest", count = movers),
        (_, false) => message!("why-movers", count = movers),
    });
    let moves = effect.moves.iter().take(MOST_MOVERS);
    texts.extend(moves.map(|one| message!("why-mover", text = move_in_words(one, names))));
    if movers > MOST_MOVERS {
        texts.push(message!("why-more-movers", count = movers - MOST_MOVERS));
    }
    let clusters = effect.clusters.iter();
    texts.extend(clusters.map(|one| message!("cli-item", text = cluster_in_words(one, names))));
    texts
}

fn alternatives(
    alternatives: &[AlternativeSchool],
    names: &SchoolNames,
    language: Language,
) -> String {
    let headings = headings_after_name(
        &[
            message!("why-column-km"),
            message!("why-column-own-points"),
            message!("why-column-state"),
            message!("why-column-change"),
            message!("report-column-bound"),
            message!("why-column-movers"),
        ],
        language,
    );
    let mut rows = vec![headings];
    rows.extend(alternatives.iter().map(|one| {
        let own: i64 = one.own.values().map(|points| points.0).sum();
        let state = match one.state {
            OpenSchool::Full => message!("why-schools-full"),
            OpenSchool::ClusterFull => message!("why-cluster-full"),
            OpenSchool::NotUsed => message!("why-schools-not-used"),
            OpenSchool::Room => message!("why-room"),
        };
        vec![
            names.display(&one.school),
            one.m.map_or_else(dash, |m| language.number(kilometres(m.0))),
            own.to_string(),
            state.in_language(language),
            change(&one.effect, language),
            one.effect.change_bound.map_or_else(dash, signed),
            one.effect.moves.len().to_string(),
        ]
    }));
    table(&rows)
}

fn signed(points: i64) -> String {
    if points > 0 { format!("+{points}") } else { points.to_string() }
}
