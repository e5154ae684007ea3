//! A path over the years in a page of text.

use super::growth_draws::{draws_summary, share};
use super::growth_names::ShownNames;
use super::growth_today::today_line;
use super::growth_waits::{not_earlier, not_later};
use super::lines::{headings, lines};
use super::table::table;
use crate::base::Decimal;
use crate::disclosure::{PathNames, PathQuality, PathReader};
use crate::growth::{
    GrowthPath, NoYearByYear, PathGoal, PathLevel, PathLimit, PathPlan, PathPlanYear, PathReach,
    PathRepair, Wait, YearReach, first_calendar_year,
};
use crate::instance::Day;
use crate::message;
use crate::plan::WHOLE_GAP_THOUSANDTHS;
use crate::texts::{Argument, Language, Message};

/// A path in words: what it costs, the years in a table, and what to decide when.
pub fn path_summary(path: &GrowthPath, found: &PathPlan, language: Language) -> String {
    let names = ShownNames::of(&PathNames::of(path));
    let opened: usize = found.years.iter().map(|year| year.opened.len()).sum();
    let ends = (found.years.first(), found.years.last());
    let (Some(first), Some(last)) = ends else { return String::new() };
    let title = message!(
        "growth-title",
        years = found.years.len(),
        first = &first.id,
        last = &last.id,
        entries = found.entries.len(),
        boards = path.candidates.len(),
        opened = opened
    );
    let mut text = lines(&[title], language) + &table(&rows(found, language));
    text += &lines(&Vec::from_iter(today_line(found, language)), language);
    let quality = PathQuality::of(found, &PathReader::Planner);
    // With draws that is known of the path for the expected intake only.
    let foresight = foresight(&quality, language)
        .filter(|_| found.draws.is_none() || found.year_by_year.is_some());
    let worth = how_good(&quality, language).into_iter().chain(foresight);
    text += &lines(&worth.collect::<Vec<_>>(), language);
    let ids: Vec<&str> = found.years.iter().map(|year| year.id.as_str()).collect();
    text += &lines(&reach(&found.reach(), &ids, &names, language), language);
    text += &draws_summary(found, language);
    let calendar: Vec<Vec<Message>> =
        (0..found.years.len()).flat_map(|at| calendar(found, at, &names, language)).collect();
    if !calendar.is_empty() {
        text += &lines(&[message!("growth-calendar")], language);
        for parts in calendar {
            text += "  ";
            text += &headings(&parts, language).join("; ");
            text.push('\n');
        }
    }
    text
}

fn rows(found: &PathPlan, language: Language) -> Vec<Vec<String>> {
    let years = found.years.iter().map(|year| row_of_year(year, language));
    std::iter::once(year_columns(language)).chain(years).collect()
}

/// The headings of the table of years.
fn year_columns(language: Language) -> Vec<String> {
    let columns = [
        message!("growth-column-year"),
        message!("growth-column-students"),
        message!("growth-column-in-clusters"),
        message!("growth-column-share"),
        message!("growth-column-short"),
        message!("growth-column-clusters"),
        message!("growth-column-new"),
        message!("report-column-left-out"),
        message!("report-column-points"),
    ];
    headings(&columns, language)
}

/// The row of a year in that table.
fn row_of_year(year: &PathPlanYear, language: Language) -> Vec<String> {
    let left_out: i64 = year.left_out.iter().map(|one| one.count).sum();
    vec![
        year.id.clone(),
        year.students.to_string(),
        year.in_clusters.to_string(),
        share(year.in_clusters, year.students, language),
        year.aimed_at.map_or_else(|| "–".to_owned(), |_| year.short.to_string()),
        year.clusters.to_string(),
        year.opened.len().to_string(),
        left_out.to_string(),
        language.whole(year.total),
    ]
}

/// What the path reaches and costs, and how good that is proven to be.
pub fn how_good(quality: &PathQuality, language: Language) -> Vec<Message> {
    let points = |number: i64| Argument::from(Decimal { scaled: number, decimals: 0 });
    let mut sentences: Vec<Message> = quality.levels.iter().map(level).collect();
    if !sentences.is_empty() {
        sentences.push(message!("growth-levels-order"));
    }
    let gap = quality.gap_thousandths.filter(|&gap| gap < WHOLE_GAP_THOUSANDTHS);
    match (gap, quality.value.zip(quality.bound)) {
        (Some(0), Some((value, _))) => {
            sentences.push(message!("growth-optimal", value = points(value)));
        }
        (Some(gap), Some((value, bound))) => sentences.push(message!(
            "growth-proven",
            value = points(value),
            bound = points(bound),
            gap = language.gap(gap)
        )),
        (Some(0), None) => sentences.push(message!("growth-optimal-without-points")),
        (Some(gap), None) => {
            let gap = language.gap(gap);
            sentences.push(message!("growth-proven-without-points", gap = gap));
        }
        (None, _) => sentences.push(match (quality.value, quality.gap_thousandths) {
            (Some(value), None) => message!("growth-unproven", value = points(value)),
            (Some(value), Some(_)) => message!("growth-bound-says-nothing", value = points(value)),
            (None, None) => message!("growth-unproven-without-points"),
            (None, Some(_)) => message!("growth-bound-says-nothing-without-points"),
        }),
    }
    sentences
}

/// What planning ahead is worth, where the path year by year is known.
pub fn foresight(quality: &PathQuality, language: Language) -> Option<Message> {
    let points = |number: i64| Argument::from(Decimal { scaled: number, decimals: 0 });
    let share = |thousandths| language.gap(thousandths);
    match (quality.saved_thousandths, quality.value.zip(quality.year_by_year)) {
        (Some(saved), Some((value, alone))) if alone > value => Some(message!(
            "growth-foresight",
            alone = points(alone),
            more = points(alone - value),
            share = share(saved)
        )),
        (_, Some((_, alone))) => Some(message!("growth-no-foresight", alone = points(alone))),
        (Some(saved), None) if saved > 0 => {
            Some(message!("growth-foresight-without-points", share = share(saved)))
        }
        (Some(_), None) => Some(message!("growth-no-foresight-without-points")),
        // Where all years were searched at once, but not one by one.
        (None, None) => quality.no_year_by_year.map(|why| match why {
            NoYearByYear::NotFinished => message!("growth-foresight-not-finished"),
            NoYearByYear::NoPlan => message!("growth-foresight-no-plan"),
            NoYearByYear::ReachesLess => message!("growth-foresight-reaches-less"),
        }),
    }
}

/// What is reached and proven of a goal before the cost.
fn level(level: &PathLevel) -> Message {
    let PathLevel { goal, value, bound } = *level;
    match (goal, value == bound) {
        (PathGoal::FirstYear, true) => message!("growth-level-first-year", value = value),
        (PathGoal::FirstYear, false) => {
            message!("growth-level-first-year-open", value = value, bound = bound)
        }
        (PathGoal::Unplaced, true) => message!("growth-level-unplaced", value = value),
        (PathGoal::Unplaced, false) => {
            message!("growth-level-unplaced-open", value = value, bound = bound)
        }
        (PathGoal::Total, _) => message!("growth-level-total", value = value, bound = bound),
    }
}

/// The most that any path can reach in each year that falls short, and the cheapest repair, as far as they are known.
/// `ids` has the years of the path.
pub fn reach(
    reach: &PathReach,
    ids: &[&str],
    names: &ShownNames,
    language: Language,
) -> Vec<Message> {
    let years = reach.years.iter().map(|of_year| {
        let YearReach { year, students, aimed_at, most } = *of_year;
        most_of_year(ids[year], students, aimed_at, most, language)
    });
    let repair = reach.repair.iter().flat_map(|repair| repair_lines(repair, names, language));
    years.chain(repair).collect()
}

/// What can be reached where no path reaches the shares, as text.
pub fn path_reach(path: &GrowthPath, found: &PathReach, language: Language) -> String {
    let ids: Vec<&str> = path.years.iter().map(|year| year.id.as_str()).collect();
    let names = ShownNames::of(&PathNames::of(path));
    lines(&reach(found, &ids, &names, language), language)
}

fn most_of_year(
    year: &str,
    students: i64,
    aimed_at: i64,
    most: i64,
    language: Language,
) -> Message {
    let share = share(most, students, language);
    if most < aimed_at {
        message!(
            "growth-out-of-reach",
            year = year,
            aimed = aimed_at,
            students = students,
            most = most,
            share = share
        )
    } else {
        message!("growth-most", year = year, students = students, most = most, share = share)
    }
}

fn repair_lines(repair: &PathRepair, names: &ShownNames, language: Language) -> Vec<Message> {
    if !repair.possible {
        return vec![message!("growth-repair-impossible")];
    }
    if repair.changes.is_empty() {
        return vec![message!("growth-repair-none")];
    }
    let changes: Vec<Message> = repair
        .changes
        .iter()
        .map(|change| {
            let year = change.year.clone().unwrap_or_default();
            let board = change.board.as_deref().unwrap_or_default();
            let board = names.board(board).to_owned();
            let by = change.by;
            match change.limit {
                PathLimit::EntriesPerYear => {
                    message!("growth-repair-entries", year = year, by = by)
                }
                PathLimit::NewClustersPerYear => {
                    message!("growth-repair-new", year = year, by = by)
                }
                PathLimit::NewClustersPerBoard => {
                    message!("growth-repair-each", year = year, board = board, by = by)
                }
                PathLimit::Earliest => {
                    message!("growth-repair-earlier", board = board, by = by)
                }
            }
        })
        .collect();
    let changes = headings(&changes, language).join("; ");
    vec![if repair.proven {
        message!("growth-repair-least", changes = changes)
    } else {
        message!("growth-repair", changes = changes)
    }]
}

/// What happens in a year and when it must be decided; what it costs to put it off by a year, or why that cannot be, why
/// it is not earlier, and in how many draws it would be so by itself.
fn calendar(
    found: &PathPlan,
    at: usize,
    names: &ShownNames,
    language: Language,
) -> Vec<Vec<Message>> {
    let year = &found.years[at];
    let id = |at: usize| found.years.get(at).map_or("", |year| year.id.as_str());
    let with = |line: Message, timing: &Timing, draws: Option<i64>| {
        let points = |points| message!("growth-later", points = language.whole(points));
        let later = timing.not_later.filter(|_| timing.delay_points.is_none());
        let later = later.map(|waits| not_later(waits, id(at + 1), names, language));
        let earlier = timing.not_earlier.filter(|_| at > 0);
        let earlier = earlier.map(|waits| not_earlier(waits, id(at - 1), names, language));
        let of = found.draws.as_ref().map_or(0, |draws| draws.draws.len());
        let support = |number| message!("growth-support", number = number, count = of);
        let more = timing.delay_points.map(points).into_iter().chain(later).chain(earlier);
        std::iter::once(line).chain(more).chain(draws.map(support)).collect::<Vec<_>>()
    };
    let when = match first_calendar_year(&year.id) {
        Some(number) => Argument::from(message!("growth-before", year = number.to_string())),
        None => Argument::from(message!("growth-in-time")),
    };
    let mut happens: Vec<Vec<Message>> = Vec::new();
    for board in &year.entered {
        let name = names.board(board).to_owned();
        let line = message!("growth-enters", year = &year.id, board = name, when = when.clone());
        let entry = found.entries.iter().find(|entry| entry.board == *board);
        let timing = entry.map_or_else(Timing::default, |entry| Timing {
            delay_points: entry.delay_points,
            not_earlier: entry.not_earlier.as_deref(),
            not_later: entry.not_later.as_deref(),
        });
        happens.push(with(line, &timing, entry.and_then(|entry| entry.draws_with_it)));
    }
    for opened in &year.opened {
        let line = message!(
            "growth-opens",
            year = &year.id,
            cluster = &opened.id,
            schools = names.schools(&opened.schools),
            day = day_name(opened.meeting_day),
            when = when.clone()
        );
        let timing = Timing {
            delay_points: opened.delay_points,
            not_earlier: opened.not_earlier.as_deref(),
            not_later: opened.not_later.as_deref(),
        };
        happens.push(with(line, &timing, opened.draws_with_it));
    }
    for cluster in &year.closed {
        happens.push(vec![message!("growth-closes", year = &year.id, cluster = cluster)]);
    }
    happens
}

/// What is said of when something happens.
#[derive(Default)]
struct Timing<'a> {
    delay_points: Option<i64>,
    not_earlier: Option<&'a [Wait]>,
    not_later: Option<&'a [Wait]>,
}

/// The name of a weekday in full.
pub fn day_name(day: Day) -> Message {
    message!("growth-weekday", day = day.word())
}

/// What was understood of a path document: its years, boards and limits.
pub fn path_in_words(path: &GrowthPath, language: Language) -> String {
    let years = path.years.iter().zip(&path.documents).map(|(year, document)| {
        let aimed_at = match year.share_percent {
            Some(percent) => message!("growth-aims", percent = percent),
            None => message!("growth-aims-at-nothing"),
        };
        message!(
            "growth-year-line",
            year = &year.id,
            students = document.student_count(),
            aim = aimed_at
        )
    });
    let title = message!(
        "growth-understood",
        base = &path.base,
        years = path.years.len(),
        boards = path.candidates.len()
    );
    let draws = path
        .draws
        .iter()
        .map(|draws| message!("growth-draws-line", count = draws.count, changes = draws.changes()));
    lines(&std::iter::once(title).chain(years).chain(draws).collect::<Vec<_>>(), language)
}
