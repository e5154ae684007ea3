//! Where one more cluster, and one more place, is worth most: what a programme manager reads.

use super::amount::percent;
use super::lines::{headings_after_name, lines};
use super::table::table;
use crate::base::Decimal;
use crate::message;
use crate::plan::weekday;
use crate::questions::sites::{ClusterReference, ClusterSite, OwnerSites, PlaceValue, Sites};
use crate::questions::{KeyFigureChanges, ProvenScore};
use crate::text;
use crate::texts::{Language, Message};

/// The most clusters that are shown in the table of places.
const MOST_SHOWN: usize = 20;

/// The answer in tables.
pub fn sites(sites: &Sites, language: Language) -> String {
    let mut text = text!(language, "sites-title", name = &sites.instance.name) + "\n\n";
    text += &base(sites, language);
    text += &over_all(sites, language);
    for owner in &sites.owners {
        text += &of_owner(owner, language);
    }
    text += &without_options(sites, language);
    text += &places(sites, language);
    text += "\n";
    text + &lines(&legend(sites), language)
}

fn base(sites: &Sites, language: Language) -> String {
    let base = &sites.base;
    let figures = &base.figures;
    let today = message!(
        "sites-today",
        points = base.proven.score,
        quality = quality(&base.proven, language),
        clusters = base.clusters.len(),
        core = figures.core,
        shell = figures.shell,
        left_out = figures.left_out,
    );
    lines(&[today, message!("sites-differences")], language)
}

/// What is proven about a score, in words.
fn quality(proven: &ProvenScore, language: Language) -> Message {
    if proven.is_optimal() {
        message!("sites-proven")
    } else {
        let gap = percent(proven.gap, language);
        message!("sites-at-least", bound = proven.bound, gap = gap)
    }
}

fn headings(language: Language) -> Vec<String> {
    headings_after_name(
        [
            message!("report-column-points"),
            message!("sites-column-clusters"),
            message!("sites-column-shell"),
            message!("report-column-left-out"),
            message!("sites-column-wish-met"),
            message!("sites-column-free-on-day"),
            message!("sites-column-mean"),
            message!("sites-column-net"),
        ],
        language,
    )
}

fn over_all(sites: &Sites, language: Language) -> String {
    if sites.ranking.is_empty() {
        return format!("\n{}\n", text!(language, "sites-none"));
    }
    let mut rows = vec![headings(language)];
    for (position, ranked) in sites.ranking.iter().enumerate() {
        let Some(site) = sites.site(ranked) else { continue };
        let name = format!("{}. {}: {}", position + 1, ranked.owner, what(site, language));
        rows.push(row(name, site.difference, &site.changes, language));
    }
    let cells = without_empty_column(rows);
    format!("\n{}\n{}", text!(language, "sites-best"), table(&cells))
}

/// A cluster by the names of its schools and its day.
fn what(site: &ClusterSite, language: Language) -> String {
    let names = site.schools.iter().map(|school| school.name.as_str()).collect::<Vec<_>>();
    format!("{} ({})", names.join(" + "), weekday(site.meeting_day).in_language(language))
}

fn row(
    name: String,
    difference: i64,
    changes: &KeyFigureChanges,
    language: Language,
) -> Vec<String> {
    let signed = |number: i64| language.signed(Decimal { scaled: number, decimals: 0 });
    let kilometres = changes.journey_mean_m.map_or_else(
        || "–".to_owned(),
        |metres| language.signed(Decimal { scaled: metres, decimals: 3 }.rounded(2)),
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

/// The rows without an empty last column, which means that no money is counted.
fn without_empty_column(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let is_empty = |row: &Vec<String>| row.len() < 2 || row.last().is_some_and(String::is_empty);
    if rows.iter().skip(1).all(is_empty) {
        for row in rows.iter_mut().filter(|row| row.len() > 1) {
            row.pop();
        }
    }
    rows
}

fn of_owner(owner: &OwnerSites, language: Language) -> String {
    if owner.options == 0 {
        return String::new();
    }
    let name = if owner.name == owner.owner {
        owner.owner.clone()
    } else {
        format!("{} ({})", owner.name, owner.owner)
    };
    let worth = worth(owner);
    let title = match owner.max_clusters {
        None => text!(language, "sites-owner", name = name, worth = worth),
        Some(most) => {
            text!(language, "sites-owner-with-limit", name = name, count = most, worth = worth,)
        }
    };
    // If no cluster is worth it, one example is enough.
    let shown = if owner.worth == Some(0) && owner.proven { 1 } else { owner.ranking.len() };
    let mut rows = vec![headings(language)];
    for (position, site) in owner.ranking.iter().take(shown).enumerate() {
        let name = format!("{}. {}", position + 1, what(site, language));
        rows.push(row(name, site.difference, &site.changes, language));
    }
    let table = if rows.len() > 1 { table(&without_empty_column(rows)) } else { String::new() };
    let shown = owner.ranking.iter().take(shown).enumerate();
    let mut texts: Vec<Message> =
        shown.filter_map(|(position, site)| rearranged(position + 1, site, language)).collect();
    texts.push(message!("cli-item", text = how_sure(owner)));
    format!("\n{title}\n{table}{}", lines(&texts, language))
}

/// The value of one more cluster, in words.
fn worth(owner: &OwnerSites) -> Message {
    let Some(worth) = owner.worth else { return message!("sites-not-searched") };
    let is_sure = owner.raised.is_some_and(|raised| raised.is_optimal());
    match (worth, is_sure) {
        (0, true) => message!("sites-not-worth-it"),
        (0, false) => message!("sites-no-worth-found"),
        (worth, true) => message!("sites-saves", count = -worth),
        (worth, false) => message!("sites-saves-at-least", count = -worth),
    }
}

/// What else changes with a new cluster.
fn rearranged(position: usize, site: &ClusterSite, language: Language) -> Option<Message> {
    let like = |one: &ClusterReference, all: &[ClusterReference]| {
        all.iter().find(|other| other.schools == one.schools).cloned()
    };
    let mut parts = Vec::new();
    for closed in &site.closed {
        parts.push(match like(closed, &site.opened) {
            Some(now) => {
                let day = weekday(now.meeting_day);
                text!(language, "sites-meets", cluster = &closed.id, day = day)
            }
            None => text!(language, "sites-given-up", cluster = &closed.id),
        });
    }
    for opened in site.opened.iter().filter(|opened| like(opened, &site.closed).is_none()) {
        let (schools, day) = (opened.schools.join(" + "), weekday(opened.meeting_day));
        parts.push(text!(language, "sites-opened-too", schools = schools, day = day));
    }
    let parts = (!parts.is_empty()).then(|| parts.join("; "))?;
    Some(message!("sites-with", position = position.to_string(), parts = parts))
}

/// Whether another possible cluster could be better than those listed.
fn how_sure(owner: &OwnerSites) -> Message {
    let OwnerSites { options, settled, .. } = owner;
    if owner.proven {
        return message!("sites-exact", count = *options);
    }
    match owner.others_bound {
        None => message!("sites-not-exact", settled = *settled, count = *options),
        Some(bound) => {
            message!("sites-not-exact-bound", settled = *settled, count = *options, bound = bound)
        }
    }
}

fn without_options(sites: &Sites, language: Language) -> String {
    let none = sites.owners.iter().filter(|owner| owner.options == 0);
    let none: Vec<String> = none.map(|owner| owner.owner.clone()).collect();
    if none.is_empty() {
        return String::new();
    }
    format!("\n{}\n", text!(language, "sites-without-options", owners = none))
}

fn places(sites: &Sites, language: Language) -> String {
    let places = &sites.places;
    let how =
        if places.held { message!("sites-clusters-held") } else { message!("sites-clusters-free") };
    let is_worth = |value: &&PlaceValue| value.difference < 0;
    let mut rows = vec![headings(language)];
    for value in places.ranking.iter().filter(is_worth).take(MOST_SHOWN) {
        let name = format!("{}: {} ({})", value.cluster, value.name, value.school);
        rows.push(row(name, value.difference, &value.changes, language));
    }
    let table = if rows.len() > 1 { table(&without_empty_column(rows)) } else { String::new() };
    let mut texts = Vec::new();
    let more = places.ranking.iter().filter(is_worth).count().saturating_sub(MOST_SHOWN);
    if more > 0 {
        texts.push(message!("sites-places-more", count = more));
    }
    let worthless = places.ranking.iter().filter(|value| !is_worth(value));
    let worthless: Vec<String> = worthless.map(|value| value.cluster.clone()).collect();
    if !worthless.is_empty() {
        texts.push(message!("sites-places-worthless", clusters = worthless));
    }
    if !places.unused.is_empty() {
        texts.push(message!("sites-places-unused", clusters = places.unused.clone()));
    }
    let unproven = places.ranking.iter().filter(|value| !value.proven.is_optimal()).count();
    if unproven > 0 {
        texts.push(message!("sites-places-unproven", count = unproven));
    }
    if places.missing > 0 {
        texts.push(message!("sites-places-not-tried", count = places.missing));
    }
    let title = text!(language, "sites-places", how = how);
    format!("\n{title}\n{table}{}", lines(&texts, language))
}

fn legend(sites: &Sites) -> [Message; 2] {
    let checked = if sites.is_proven() {
        message!("sites-checked-and-proven")
    } else {
        message!("sites-checked")
    };
    [message!("sites-legend"), checked]
}
