//! A plan on a terminal: what a planner reads aloud.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::table::table;
use crate::instance::Goal;
use crate::plan::{
    Cluster, ClusterKind, GoalLevel, Indicators, Plan, Proportion, Status, Whereabouts,
};
use crate::problem::Problem;

/// The most students left out that are named one by one.
const MOST_NAMED: usize = 10;

/// A plan in a page of text.
pub fn summary(problem: &Problem, plan: &Plan) -> String {
    let mut text = String::new();
    let instance = &problem.instance;
    let year = instance.school_year.as_ref().map(|year| format!(", {year}")).unwrap_or_default();
    let _ = writeln!(text, "Plan for {}{year}\n", instance.name);
    if let Some(indicators) = &plan.indicators {
        text.push_str(&headline(indicators));
    }
    text.push_str(&quality(plan));
    if let Some(indicators) = &plan.indicators {
        let _ = writeln!(text, "\nStudents");
        text.push_str(&students(indicators));
        text.push_str(&wishes(indicators));
        text.push_str(&money(indicators));
    }
    text.push_str(&clusters(problem, &plan.clusters));
    text.push_str(&costs(plan));
    text.push_str(&left_out(plan));
    text.push_str(&overridden(plan));
    text.push_str(&rules(problem));
    text
}

fn headline(indicators: &Indicators) -> String {
    let Whereabouts { core, shell, left_out } = &indicators.students;
    let clusters = &indicators.clusters;
    let in_shell = match shell.number {
        0 => String::new(),
        number => format!(", {number} in the shell"),
    };
    let left_out = match left_out.number {
        0 => "nobody is left out".to_owned(),
        1 => "1 is left out".to_owned(),
        number => format!("{number} are left out"),
    };
    let used = count(clusters.used, "cluster is used", "clusters are used");
    let unused = match clusters.unused {
        0 => String::new(),
        1 => "; 1 existing cluster is not".to_owned(),
        number => format!("; {number} existing clusters are not"),
    };
    format!(
        "{} of {} a place in a cluster ({}){in_shell}; {left_out}.\n\
         {used}, {} of them new{unused}.\n",
        core.number,
        count(core.of, "student has", "students have"),
        share(core),
        clusters.new,
    )
}

fn quality(plan: &Plan) -> String {
    let levels = plan.goals.as_deref().unwrap_or_default();
    let mut text = match plan.status {
        Some(Status::Optimal) => "No plan under these rules is better: it is proven optimal.\n",
        Some(Status::Gap) => "The plan is within the gap that was asked for.\n",
        Some(Status::TimeLimit) => "The search was stopped; the bounds say how good the plan is.\n",
        Some(Status::Infeasible) | None => "",
    }
    .to_owned();
    for level in levels {
        let _ = writeln!(text, "  {}", level_in_words(level));
    }
    if plan.verified == Some(true) {
        text.push_str("An independent check of every rule and figure agrees.\n");
    }
    text
}

fn ranked_in_words(rank: i64, level: &GoalLevel) -> String {
    let GoalLevel { value, bound, gap, .. } = level;
    let what = match rank {
        1 => format!("the longest journey is {value} metres"),
        rank => format!("longest journey number {rank} is {value} metres"),
    };
    if value == bound {
        format!("{what}: the least possible")
    } else {
        format!("{what}: no plan gets below {bound} (gap {:.2}%)", 100.0 * gap)
    }
}

fn lot_in_words(level: &GoalLevel) -> String {
    let GoalLevel { value, bound, .. } = level;
    if value == bound {
        "between plans that are equally good, lots have decided".to_owned()
    } else {
        format!(
            "between plans that are equally good, lots have not decided yet: the plan stands at \
             {value}, and none gets below {bound}"
        )
    }
}

fn level_in_words(level: &GoalLevel) -> String {
    let GoalLevel { goal, value, bound, gap } = level;
    let (one, more) = match goal {
        Goal::Unplaced => ("student left out", "students left out"),
        Goal::LongestJourney => ("metre, the longest journey", "metres, the longest journey"),
        Goal::LeximaxJourney(rank) => return ranked_in_words(rank.get(), level),
        Goal::Lot => return lot_in_words(level),
        Goal::Moves => ("student who moves", "students who move"),
        Goal::MeetingDay => ("member who misses a meeting", "members who miss their meeting"),
        Goal::Denomination => ("unmet wish for a denomination", "unmet wishes for a denomination"),
        Goal::Clusters => ("new cluster", "new clusters"),
        Goal::Total => ("point in total", "points in total"),
    };
    let what = count(*value, one, more);
    if value == bound {
        format!("{what}: the least possible")
    } else {
        format!("{what}: no plan has fewer than {bound} (gap {:.2}%)", 100.0 * gap)
    }
}

fn students(indicators: &Indicators) -> String {
    let row = |name: &str, at: &Whereabouts| {
        let Whereabouts { core, shell, left_out } = at;
        vec![
            name.to_owned(),
            core.of.to_string(),
            core.number.to_string(),
            share(core),
            shell.number.to_string(),
            left_out.number.to_string(),
        ]
    };
    let headings = ["", "students", "in clusters", "share", "shell", "left out"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    for (programme, at) in &indicators.programmes {
        rows.push(row(programme, at));
    }
    rows.push(row("all", &indicators.students));
    table(&rows)
}

fn wishes(indicators: &Indicators) -> String {
    let mut text = String::new();
    let journeys = &indicators.journeys;
    if let (Some(mean), Some(median), Some(late), Some(longest)) =
        (journeys.mean_m, journeys.median_m, journeys.percentile_90_m, journeys.longest_m)
    {
        let _ = writeln!(
            text,
            "Journeys: mean {}, median {}, 90% within {}, longest {}.",
            kilometres(mean),
            kilometres(median),
            kilometres(late),
            kilometres(longest)
        );
    }
    for (denomination, part) in &indicators.denominations {
        let _ = writeln!(text, "Wish for {denomination}: met for {}.", of(part));
    }
    if indicators.concepts.of > 0 {
        let _ = writeln!(text, "Wish for a concept: met for {}.", of(&indicators.concepts));
    }
    if let Some(first) = indicators.wishes.values().next() {
        let ranks = indicators.wishes.iter().map(|(rank, part)| match rank.parse::<usize>() {
            Ok(rank) => format!("{} got number {}", part.number, rank + 1),
            Err(_) => format!("{} got none", part.number),
        });
        let ranks = ranks.collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "Ranked wishes (placed students: {}): {ranks}.", first.of);
    }
    if indicators.meeting_day.of > 0 {
        let programmes = indicators.meeting_day_programmes.iter();
        let programmes = programmes.map(|(programme, part)| format!("{programme} {}", share(part)));
        let programmes = programmes.collect::<Vec<_>>().join(", ");
        let _ = writeln!(
            text,
            "Free on their meeting day: {} of the members ({programmes}).",
            of(&indicators.meeting_day)
        );
    }
    text
}

fn money(indicators: &Indicators) -> String {
    indicators.money.as_ref().map_or_else(String::new, |money| {
        let total = money.total;
        format!(
            "Money: cost {} euros, grant {}, net {}.\n",
            total.cost_eur, total.grant_eur, total.net_eur
        )
    })
}

fn clusters(problem: &Problem, clusters: &[Cluster]) -> String {
    let names: BTreeMap<&str, &str> = problem
        .instance
        .schools
        .values()
        .map(|school| (school.id.as_str(), school.name.as_str()))
        .collect();
    if clusters.is_empty() {
        return String::new();
    }
    let headings = ["", "day", "members", "others"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    for cluster in clusters {
        let kind = if cluster.kind == ClusterKind::New { " (new)" } else { "" };
        rows.push(vec![
            format!("{}{kind}", cluster.id),
            cluster.meeting_day.to_string(),
            cluster.members.unwrap_or_default().to_string(),
            cluster.others.unwrap_or_default().to_string(),
        ]);
    }
    let mut text = format!("\nClusters\n{}", table(&rows));
    for cluster in clusters.iter().filter(|cluster| cluster.kind == ClusterKind::New) {
        let schools = cluster.schools.iter().map(|id| match names.get(id.as_str()) {
            Some(name) if *name != id => format!("{name} ({id})"),
            _ => id.clone(),
        });
        let schools = schools.collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "New cluster {} is formed of {schools}.", cluster.id);
    }
    text
}

fn costs(plan: &Plan) -> String {
    let Some(score) = &plan.score else { return String::new() };
    let mut rows: Vec<(i64, &str)> =
        score.rules.iter().map(|(rule, points)| (points.0, rule.as_str())).collect();
    rows.sort_by_key(|&(points, rule)| (std::cmp::Reverse(points), rule));
    let rows = rows.into_iter().map(|(points, rule)| vec![rule.to_owned(), points.to_string()]);
    let total = vec!["total".to_owned(), score.total.to_string()];
    let rows: Vec<Vec<String>> = rows.chain([total]).collect();
    format!("\nPoints per rule (a point is a metre of one student's journey)\n{}", table(&rows))
}

fn left_out(plan: &Plan) -> String {
    let unplaced = plan.unplaced.as_deref().unwrap_or_default();
    if unplaced.is_empty() {
        return String::new();
    }
    let mut text = "\nLeft out\n".to_owned();
    for one in unplaced.iter().take(MOST_NAMED) {
        let number =
            if one.count > 1 { format!(" ({} students)", one.count) } else { String::new() };
        let reason = one.reason.as_deref().unwrap_or_default();
        let _ = writeln!(text, "  {}{number}: {reason}", one.student);
    }
    if unplaced.len() > MOST_NAMED {
        let more = unplaced.len() - MOST_NAMED;
        let _ = writeln!(text, "  … and {more} more, each with its reason in the plan file.");
    }
    text
}

fn overridden(plan: &Plan) -> String {
    let mut text = String::new();
    for placement in plan.placements.iter().filter(|one| !one.overridden.is_empty()) {
        let rules = placement.overridden.join(", ");
        let (student, school) = (&placement.student, &placement.school);
        let _ = writeln!(text, "{student} is fixed at {school}, which overrides: {rules}.");
    }
    if text.is_empty() { text } else { format!("\nThe planner's word\n{text}") }
}

fn rules(problem: &Problem) -> String {
    let off = problem.rules_off();
    let all = crate::rules::cards();
    let on = all.iter().map(|card| card.id).filter(|id| !off.contains(id)).collect::<Vec<_>>();
    let mut text = format!("\nRules in force: {}.\n", on.join(", "));
    if !off.is_empty() {
        let _ = writeln!(text, "Rules off: {}.", off.join(", "));
    }
    text
}

/// A number with the word that goes with it.
fn count(number: i64, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn of(part: &Proportion) -> String {
    format!("{} of {} ({})", part.number, part.of, share(part))
}

fn share(part: &Proportion) -> String {
    part.share_percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent:.1}%"))
}

fn kilometres(metres: i64) -> String {
    format!("{:.1} km", metres as f64 / 1000.0)
}
