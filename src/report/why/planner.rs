//! What a planner reads about a student.

use std::fmt::Write;

use crate::plan::RulePoints;
use crate::problem::Remaining;
use crate::questions::why::{
    AlternativeSchool, ClusterScope, ConditionEffect, Feasibility, StudentAnswer, StudentFunnel,
    StudentPlacement, TargetReasons, WhyAnswers,
};
use crate::report::SchoolNames;
use crate::report::difference::{cluster_in_words, move_in_words};
use crate::report::table::table;
use crate::solve::Demand;

/// Schools of one kind that are named one by one.
const MOST_SCHOOLS: usize = 8;
/// Movers who are named one by one.
const MOST_MOVERS: usize = 20;

/// All about one student.
pub fn answer(about: &StudentAnswer, scope: ClusterScope, names: &SchoolNames) -> String {
    let number =
        if about.count > 1 { format!(" ({} students)", about.count) } else { String::new() };
    let mut text = format!("{}{number}\n", about.student);
    for here in &about.here {
        let _ = writeln!(text, "  is at {}", here_in_words(here, names));
        text.push_str(&charges(&here.charged));
    }
    if about.left_out > 0 {
        let _ = writeln!(text, "  left out: {}", about.left_out);
        text.push_str(&charges(&about.left_out_charged));
    }
    if let Some(funnel) = &about.funnel {
        text.push_str(&funnel_in_words(funnel, names));
    }
    if let Some(reasons) = &about.asked {
        text.push_str(&reasons_in_words(reasons, names));
    }
    if about.asked.is_some() && about.placing.is_none() {
        text.push_str("  the student is there already\n");
    }
    if let Some(effect) = &about.placing {
        let what = match &about.asked {
            Some(reasons) => format!("A place at {}", names.told(&reasons.id)),
            None => "The cheapest way to give a place after all".to_owned(),
        };
        let _ = write!(text, "{what}{}:\n{}", in_scope(scope), effect_in_words(effect, names));
        if effect.outcome == Feasibility::Impossible {
            text.push_str(&impossible(about, &effect.because));
        }
    }
    if !about.alternatives.is_empty() {
        let _ = writeln!(text, "Other schools{}, those that cost least first:", in_scope(scope));
        text.push_str(&alternatives(&about.alternatives, names));
    }
    if about.more_alternatives > 0 {
        let more = about.more_alternatives;
        let _ = writeln!(text, "  … and {more} more; ask for them with --alternatives N.");
    }
    text
}

/// One line for each student.
pub fn answers(answers: &WhyAnswers, names: &SchoolNames) -> String {
    if answers.answers.is_empty() && answers.missing.is_empty() {
        return "Everyone has a place: there is nobody to answer for.\n".to_owned();
    }
    let headings = ["", "schools", "last rule", "remain", "change", "bound", "then at", "movers"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    rows.extend(answers.answers.iter().map(|about| row(about, names)));
    let mut text = table(&rows);
    text.push_str(match answers.clusters {
        ClusterScope::Held => "The clusters of the plan are held; --free lets others be used.\n",
        ClusterScope::Free => "Other clusters than those of the plan may be used.\n",
    });
    if !answers.missing.is_empty() {
        let number = answers.missing.len();
        let _ = writeln!(
            text,
            "The time ran out before {number} more could be looked at: {}.",
            answers.missing.join(", ")
        );
    }
    text
}

fn row(about: &StudentAnswer, names: &SchoolNames) -> Vec<String> {
    let dash = || "–".to_owned();
    let funnel = about.funnel.as_ref();
    let effect = about.placing.as_ref();
    let change = |change: Option<i64>| change.map_or_else(dash, signed);
    let then = effect.and_then(|effect| effect.here.last());
    vec![
        about.student.clone(),
        funnel.map_or_else(dash, |funnel| funnel.schools.to_string()),
        funnel.and_then(|funnel| funnel.last_rule).map_or_else(dash, str::to_owned),
        funnel.map_or_else(dash, |funnel| funnel.remains.len().to_string()),
        match effect.map(|effect| effect.outcome) {
            Some(Feasibility::Impossible) => "impossible".to_owned(),
            Some(Feasibility::Unknown) => "not known".to_owned(),
            _ => change(effect.and_then(|effect| effect.change)),
        },
        change(effect.and_then(|effect| effect.change_bound)),
        then.map_or_else(dash, |here| names.told(&here.school)),
        effect.map_or_else(dash, |effect| effect.moves.len().to_string()),
    ]
}

fn in_scope(scope: ClusterScope) -> &'static str {
    match scope {
        ClusterScope::Held => ", with the clusters as they are",
        ClusterScope::Free => ", whatever clusters are used",
    }
}

fn here_in_words(here: &StudentPlacement, names: &SchoolNames) -> String {
    let cluster = here
        .cluster
        .as_ref()
        .map_or_else(|| "in the shell".to_owned(), |cluster| format!("in cluster {cluster}"));
    let journey = here.m.map_or_else(String::new, |m| format!(", {:.1} km", m.0 as f64 / 1000.0));
    let number = if here.count > 1 { format!(", {} students", here.count) } else { String::new() };
    format!("{}, {cluster}{journey}{number}", names.told(&here.school))
}

fn charges(points: &RulePoints) -> String {
    let charged = points.iter().map(|(rule, points)| format!("{rule} {points}"));
    let charged = charged.collect::<Vec<_>>().join(", ");
    let charged = if charged.is_empty() { "nothing".to_owned() } else { charged };
    format!("    charged: {charged}\n")
}

fn funnel_in_words(funnel: &StudentFunnel, names: &SchoolNames) -> String {
    let mut text = format!("Of {} schools:\n", funnel.schools);
    for step in &funnel.steps {
        let _ = writeln!(text, "  {:>5} taken away by rule {}", step.schools, step.rule);
    }
    if let Some(last) = funnel.last_rule {
        let _ = writeln!(text, "  (the last rule that takes any away is {last})");
    }
    let states = [
        (Remaining::Full, "full"),
        (Remaining::ClusterFull, "in a cluster that is full"),
        (Remaining::NotUsed, "not in use"),
        (Remaining::Room, "with room"),
    ];
    for (state, what) in states {
        let schools: Vec<&str> = funnel
            .remains
            .iter()
            .filter(|school| school.state == state)
            .map(|school| school.school.as_str())
            .collect();
        if !schools.is_empty() {
            let _ = writeln!(text, "  {:>5} {what}: {}", schools.len(), named(&schools, names));
        }
    }
    text
}

fn named(schools: &[&str], names: &SchoolNames) -> String {
    let told = schools.iter().take(MOST_SCHOOLS).map(|school| names.told(school));
    let told = told.collect::<Vec<_>>().join(", ");
    match schools.len().checked_sub(MOST_SCHOOLS).filter(|&more| more > 0) {
        Some(more) => format!("{told} … and {more} more"),
        None => told,
    }
}

fn reasons_in_words(reasons: &TargetReasons, names: &SchoolNames) -> String {
    let mut text = format!("Why not at {}:\n", names.told(&reasons.id));
    for refused in &reasons.refused {
        for (rule, sentence) in &refused.rules {
            let _ = writeln!(
                text,
                "  {}: refused by rule {rule}: {sentence}",
                names.told(&refused.school)
            );
        }
    }
    for remains in &reasons.remains {
        let state = match remains.state {
            Remaining::Full => "no rule refuses it; it is full",
            Remaining::ClusterFull => {
                "no rule refuses it; its cluster has as many members as it may have"
            }
            Remaining::NotUsed => "no rule refuses it; the plan does not use it",
            Remaining::Room => "no rule refuses it, and it has room",
        };
        let _ = writeln!(text, "  {}: {state}", names.told(&remains.school));
    }
    text
}

fn effect_in_words(effect: &ConditionEffect, names: &SchoolNames) -> String {
    match effect.outcome {
        Feasibility::Unknown => {
            "  not found out in time: neither a plan nor a proof that there is none. \
                             Give it more time with --time-limit.\n"
                .to_owned()
        }
        Feasibility::Impossible => "  no plan can do it: proven.\n".to_owned(),
        Feasibility::Possible => possible(effect, names),
    }
}

/// Why no plan can place a student.
fn impossible(about: &StudentAnswer, because: &[Demand]) -> String {
    let remains = match (&about.asked, &about.funnel) {
        (Some(reasons), _) => !reasons.remains.is_empty(),
        (None, funnel) => funnel.as_ref().is_none_or(|funnel| !funnel.remains.is_empty()),
    };
    if !remains {
        return "  The rules refuse every school of these, as told above.\n".to_owned();
    }
    let mut text = String::new();
    if because.len() > 1 {
        text.push_str("  These cannot hold together:\n");
    }
    for demand in because {
        let _ = writeln!(text, "    {} — {}", demand.rule, demand.sentence);
    }
    text
}

fn possible(effect: &ConditionEffect, names: &SchoolNames) -> String {
    let mut text = String::new();
    let change = effect.change.unwrap_or_default();
    let proof = if effect.is_exact() {
        "exactly: proven".to_owned()
    } else {
        format!(
            "no plan changes it by less than {}",
            signed(effect.change_bound.unwrap_or_default())
        )
    };
    let _ = writeln!(text, "  the score changes by {} ({proof})", signed(change));
    for level in
        effect.goals.iter().filter(|level| level.now != level.then && level.goal != "total")
    {
        let _ = writeln!(text, "  goal {}: {} → {}", level.goal, level.now, level.then);
    }
    for here in &effect.here {
        let _ = writeln!(text, "  the student is then at {}", here_in_words(here, names));
    }
    if !effect.rules.is_empty() {
        let rules = effect.rules.iter().map(|(rule, by)| format!("{rule} {}", signed(*by)));
        let _ = writeln!(text, "  per rule: {}", rules.collect::<Vec<_>>().join(", "));
    }
    let movers = effect.moves.len();
    let fewest = if effect.fewest_moves { ", the fewest at this score" } else { "" };
    match movers {
        0 => text.push_str("  nobody else moves\n"),
        _ => {
            let _ = writeln!(text, "  others who move or lose their place ({movers}{fewest}):");
        }
    }
    for one in effect.moves.iter().take(MOST_MOVERS) {
        let _ = writeln!(text, "    {}", move_in_words(one, names));
    }
    if movers > MOST_MOVERS {
        let _ = writeln!(text, "    … and {} more; --json names them all", movers - MOST_MOVERS);
    }
    for change in &effect.clusters {
        let _ = writeln!(text, "  {}", cluster_in_words(change, names));
    }
    text
}

fn alternatives(alternatives: &[AlternativeSchool], names: &SchoolNames) -> String {
    let headings = ["", "km", "own points", "state", "change", "bound", "movers"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    rows.extend(alternatives.iter().map(|one| {
        let dash = || "–".to_owned();
        let own: i64 = one.own.values().map(|points| points.0).sum();
        let change = match one.effect.outcome {
            Feasibility::Possible => one.effect.change.map_or_else(dash, signed),
            Feasibility::Impossible => "impossible".to_owned(),
            Feasibility::Unknown => "not known".to_owned(),
        };
        vec![
            names.told(&one.school),
            one.m.map_or_else(dash, |m| format!("{:.1}", m.0 as f64 / 1000.0)),
            own.to_string(),
            one.state.word().replace('_', " "),
            change,
            one.effect.change_bound.map_or_else(dash, signed),
            one.effect.moves.len().to_string(),
        ]
    }));
    table(&rows)
}

fn signed(points: i64) -> String {
    if points > 0 { format!("+{points}") } else { points.to_string() }
}
