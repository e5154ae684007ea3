//! Where one more cluster, and one more place, is worth most: what a programme manager reads.

use std::fmt::Write;

use super::table::table;
use crate::base::Decimal;
use crate::questions::sites::{ClusterReference, ClusterSite, OwnerSites, PlaceValue, Sites};
use crate::questions::{KeyFigureChanges, ProvenScore};
use crate::texts::Language;

/// The most clusters that are shown in the table of places.
const MOST_SHOWN: usize = 20;
const LANGUAGE: Language = Language::English;

/// The answer in tables.
pub fn sites(sites: &Sites) -> String {
    let mut text = format!("Where one more cluster should come: {}\n\n", sites.instance.name);
    text.push_str(&base(sites));
    text.push_str(&over_all(sites));
    for owner in &sites.owners {
        text.push_str(&of_owner(owner));
    }
    text.push_str(&without_options(sites));
    text.push_str(&places(sites));
    text.push_str(&legend(sites));
    text
}

fn base(sites: &Sites) -> String {
    let base = &sites.base;
    let figures = &base.figures;
    format!(
        "As things are: {} points ({}), {} clusters; {} students in clusters, {} in the shell, {} left out.\n\
         All differences are with that plan; fewer points are better.\n",
        LANGUAGE.whole(base.proven.score),
        quality(&base.proven),
        base.clusters.len(),
        figures.core,
        figures.shell,
        figures.left_out,
    )
}

/// What is proven of a score.
fn quality(proven: &ProvenScore) -> String {
    if proven.is_optimal() {
        "proven the least".to_owned()
    } else {
        format!("at least {}, gap {:.2}%", LANGUAGE.whole(proven.bound), 100.0 * proven.gap)
    }
}

const HEADINGS: [&str; 9] = [
    "",
    "points",
    "clusters",
    "shell",
    "left out",
    "wish met",
    "free on day",
    "mean km",
    "net euros",
];

fn over_all(sites: &Sites) -> String {
    if sites.ranking.is_empty() {
        return "\nNo new cluster was found anywhere.\n".to_owned();
    }
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    for (position, ranked) in sites.ranking.iter().enumerate() {
        let Some(site) = sites.site(ranked) else { continue };
        let name = format!("{}. {}: {}", position + 1, ranked.owner, what(site));
        rows.push(row(name, site.difference, &site.changes));
    }
    let cells = without_empty_column(rows);
    format!("\nThe best over all boards\n{}", table(&cells))
}

/// A cluster by the names of its schools and its day.
fn what(site: &ClusterSite) -> String {
    let names = site.schools.iter().map(|school| school.name.as_str()).collect::<Vec<_>>();
    format!("{} ({})", names.join(" + "), site.meeting_day)
}

fn row(name: String, difference: i64, changes: &KeyFigureChanges) -> Vec<String> {
    let signed = |number: i64| LANGUAGE.signed(Decimal { scaled: number, decimals: 0 });
    let kilometres = changes.journey_mean_m.map_or_else(
        || "–".to_owned(),
        |metres| LANGUAGE.signed(Decimal { scaled: metres, decimals: 3 }.rounded(2)),
    );
    vec![
        name,
        signed(difference),
        signed(changes.core),
        signed(changes.shell),
        signed(changes.left_out),
        signed(changes.denomination),
        signed(changes.meeting_day),
        kilometres,
        changes.net_eur.map(signed).unwrap_or_default(),
    ]
}

/// The rows without a last column in which nothing stands: no money is counted.
fn without_empty_column(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let is_empty = |row: &Vec<String>| row.len() < 2 || row.last().is_some_and(String::is_empty);
    if rows.iter().skip(1).all(is_empty) {
        for row in rows.iter_mut().filter(|row| row.len() > 1) {
            row.pop();
        }
    }
    rows
}

fn of_owner(owner: &OwnerSites) -> String {
    if owner.options == 0 {
        return String::new();
    }
    let name = if owner.name == owner.owner {
        owner.owner.clone()
    } else {
        format!("{} ({})", owner.name, owner.owner)
    };
    let limit = owner.max_clusters.map_or(String::new(), |most| match most {
        1 => ", 1 cluster allowed".to_owned(),
        most => format!(", {most} clusters allowed"),
    });
    // Where nothing is worth it one example will do.
    let shown = if owner.worth == Some(0) && owner.proven { 1 } else { owner.ranking.len() };
    let mut text = format!("\n{name}{limit}: {}\n", worth(owner));
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    for (position, site) in owner.ranking.iter().take(shown).enumerate() {
        rows.push(row(format!("{}. {}", position + 1, what(site)), site.difference, &site.changes));
    }
    if rows.len() > 1 {
        text.push_str(&table(&without_empty_column(rows)));
    }
    for (position, site) in owner.ranking.iter().take(shown).enumerate() {
        text.push_str(&rearranged(position + 1, site));
    }
    let _ = writeln!(text, "  {}", standing(owner));
    text
}

/// What one cluster more is worth, in words.
fn worth(owner: &OwnerSites) -> String {
    let Some(worth) = owner.worth else { return "not searched in time.".to_owned() };
    let sure = owner.raised.is_some_and(|raised| raised.is_optimal());
    match (worth, sure) {
        (0, true) => "one cluster more is not worth it.".to_owned(),
        (0, false) => "no worth in one cluster more was found, and none is ruled out.".to_owned(),
        (worth, _) => format!(
            "one cluster more saves {} points{}.",
            LANGUAGE.whole(-worth),
            if sure { "" } else { " or more" }
        ),
    }
}

/// What else changes with a new cluster.
fn rearranged(position: usize, site: &ClusterSite) -> String {
    let like = |one: &ClusterReference, all: &[ClusterReference]| {
        all.iter().find(|other| other.schools == one.schools).cloned()
    };
    let mut parts = Vec::new();
    for closed in &site.closed {
        parts.push(match like(closed, &site.opened) {
            Some(now) => format!("{} meets on {}", closed.id, now.meeting_day),
            None => format!("{} is given up", closed.id),
        });
    }
    for opened in site.opened.iter().filter(|opened| like(opened, &site.closed).is_none()) {
        let (schools, day) = (opened.schools.join(" + "), opened.meeting_day);
        parts.push(format!("{schools} ({day}) is opened too"));
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!("  With {position}: {}.\n", parts.join("; "))
    }
}

fn standing(owner: &OwnerSites) -> String {
    let OwnerSites { options, settled, .. } = owner;
    if owner.proven {
        return format!("Exact: of {options} possible clusters none that is not listed is better.");
    }
    let bound = owner.others_bound.map_or(String::new(), |bound| {
        format!(" No plan with another one has fewer than {} points.", LANGUAGE.whole(bound))
    });
    format!("Not proven: {settled} of {options} possible clusters are settled.{bound}")
}

fn without_options(sites: &Sites) -> String {
    let none = sites.owners.iter().filter(|owner| owner.options == 0);
    let none: Vec<String> = none.map(|owner| owner.owner.clone()).collect();
    if none.is_empty() {
        return String::new();
    }
    format!("\nNo further cluster can be formed by {}.\n", LANGUAGE.list(&none))
}

fn places(sites: &Sites) -> String {
    let places = &sites.places;
    let how = if places.held { "the clusters of the plan held" } else { "clusters free to change" };
    let mut text = format!("\nOne more place at a cluster, at the best of its schools ({how})\n");
    let is_worth = |value: &&PlaceValue| value.difference < 0;
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    for value in places.ranking.iter().filter(is_worth).take(MOST_SHOWN) {
        let name = format!("{}: {} ({})", value.cluster, value.name, value.school);
        rows.push(row(name, value.difference, &value.changes));
    }
    if rows.len() > 1 {
        text.push_str(&table(&without_empty_column(rows)));
    }
    let more = places.ranking.iter().filter(is_worth).count().saturating_sub(MOST_SHOWN);
    if more > 0 {
        let _ = writeln!(text, "  … and {more} more, worth less: see --json or --csv.");
    }
    let worthless = places.ranking.iter().filter(|value| !is_worth(value));
    let worthless: Vec<String> = worthless.map(|value| value.cluster.clone()).collect();
    if !worthless.is_empty() {
        let _ = writeln!(text, "  Nothing is gained by a place at {}.", LANGUAGE.list(&worthless));
    }
    if !places.unused.is_empty() {
        let unused = LANGUAGE.list(&places.unused);
        let _ = writeln!(text, "  Not in use, so that a place gains nothing: {unused}.");
    }
    let unproven = places.ranking.iter().filter(|value| !value.proven.is_optimal()).count();
    if unproven > 0 {
        let _ = writeln!(text, "  {unproven} of these are not proven the best: see --json.");
    }
    if places.missing > 0 {
        let _ = writeln!(text, "  {} schools were not tried in time.", places.missing);
    }
    text
}

fn legend(sites: &Sites) -> String {
    let mut text = "\nA point is a metre of one student's journey. `clusters`, `shell` and `left out` count \
                    students;\n`wish met` those placed as their wish for a denomination asks; `free on day` \
                    members who are free when their cluster meets.\n"
        .to_owned();
    text.push_str(if sites.is_proven() {
        "Every plan was checked independently and is proven the best of its kind.\n"
    } else {
        "Every plan was checked independently; where not said to be exact, a better one may exist.\n"
    });
    text
}
