//! Finds the header row of a sheet and the meaning of its columns.
//!
//! The header is the row, among the first twenty, that names most different columns. A row of group names above
//! it (`Vrije dagen` over `ma`, `di`, …) adds to the names below.

use std::collections::{BTreeMap, BTreeSet};

use super::by_values;
use super::columns::{AssignedColumn, Header, UnusedColumn};
use super::fold::{folded, negates, tidy};
use super::header_problems::{missing_column, no_header, stray_day, twice};
use super::sheet::{Sheet, SheetRow};
use super::vocabulary::{KnownColumn, TableKind};
use super::years::year_of_name;
use crate::input::errors::{InputErrors, nearest_within};

/// The number of rows among which the header is searched.
pub const FIRST_ROWS: usize = 20;

/// One letter in this many may be wrong in a heading that is taken for a typing error.
const LETTERS_PER_EDIT: usize = 5;

/// What one cell of a header was found to mean.
enum Meaning {
    Column(&'static KnownColumn, u32),
    /// A day of a group that is not known.
    StrayDay(String),
    Unknown,
}

/// Whether a name is that of a column.
fn is_known(kind: TableKind, name: &str) -> bool {
    find(kind, &folded(name)).is_some()
}

/// Whether a name is one of a column that shows a header. Names of days do not: rows contain them as well.
pub fn shows_a_header(kind: TableKind, name: &str) -> bool {
    find(kind, &folded(name)).is_some_and(|(column, _)| !column.is_day_mark())
}

/// How many columns of a kind a sheet has; 0 if it lacks one that the kind needs.
pub fn resemblance(kind: TableKind, sheet: &Sheet) -> usize {
    let header = header(kind, sheet, &mut InputErrors::default());
    // Lists of addresses have names too, those of schools with their boards.
    let is_list_of_names = |header: &Header| match kind {
        TableKind::Boards => header.names_are_ids,
        TableKind::Schools => header.names_are_ids && !header.has("places"),
        _ => false,
    };
    let fits = |header: &Header| header.missing.is_empty() && !is_list_of_names(header);
    header.filter(fits).map_or(0, |header| header.meanings())
}

/// How many columns of a kind a sheet has, also if it lacks one that the kind needs.
pub fn known_columns(kind: TableKind, sheet: &Sheet) -> usize {
    header(kind, sheet, &mut InputErrors::default()).map_or(0, |header| header.meanings())
}

/// The header of a sheet; `None` if no row names a column. Adds problems to `errors`.
pub fn header(kind: TableKind, sheet: &Sheet, errors: &mut InputErrors) -> Option<Header> {
    let first = sheet.rows.iter().take(FIRST_ROWS).enumerate();
    let counted = first.map(|(at, _)| (known_in(kind, sheet, at), at));
    // Ties go to the uppermost row, hence the reversed position.
    let best = counted.max_by_key(|(count, at)| (*count, usize::MAX - at));
    let Some((1.., at)) = best else {
        errors.0.push(no_header(kind, sheet));
        return None;
    };
    Some(understood(kind, sheet, at, errors))
}

/// How many columns of different meaning a row names.
fn known_in(kind: TableKind, sheet: &Sheet, at: usize) -> usize {
    let names = named(kind, sheet, at);
    let known = names.iter().filter_map(|(_, _, meaning)| match meaning {
        Meaning::Column(column, rank) => Some((column.path, column.name.english, *rank)),
        _ => None,
    });
    known.collect::<BTreeSet<_>>().len()
}

/// The cells of a row as names: where, what is written, and what it means.
fn named(kind: TableKind, sheet: &Sheet, at: usize) -> Vec<(u32, String, Meaning)> {
    let row = &sheet.rows[at];
    let groups = groups(sheet, at);
    let columns: BTreeSet<u32> =
        row.cells.iter().map(|cell| cell.column).chain(groups.keys().copied()).collect();
    let mut names = Vec::new();
    for column in columns {
        let own = row.text(column).unwrap_or_default();
        let group = groups.get(&column).map_or("", String::as_str);
        if own.is_empty() {
            // A name that was merged downwards is in the row above; the first row may begin with a date.
            let above = at.checked_sub(1).and_then(|above| sheet.rows[above].text(column));
            let above = above.unwrap_or_default();
            if !above.is_empty() {
                let meaning = alone(kind, &above);
                names.push((column, above, meaning));
            }
            continue;
        }
        let meaning = in_group(kind, group, &own);
        // A name that is complete by itself may be under the name of another group.
        let by_group = match &meaning {
            Meaning::Column(column, rank) => {
                column.is_day_mark() || (*rank > 0 && !is_known(kind, &own))
            }
            Meaning::StrayDay(_) | Meaning::Unknown => false,
        };
        let heading = if by_group && !group.is_empty() { format!("{group}: {own}") } else { own };
        names.push((column, heading, meaning));
    }
    names
}

/// The names of groups above a row, by column: a name holds for the columns that were merged with its own,
/// or up to the next name. A title, which is alone in the first column, is none.
fn groups(sheet: &Sheet, at: usize) -> BTreeMap<u32, String> {
    let mut groups = BTreeMap::new();
    let Some(above) = at.checked_sub(1).map(|above| &sheet.rows[above]) else { return groups };
    let row = &sheet.rows[at];
    let first = row.cells.first().map_or(0, |cell| cell.column);
    let next_to = above.number + 1 == row.number;
    if !next_to || above.cells.iter().all(|cell| cell.column <= first) {
        return groups;
    }
    let last = row.cells.last().map_or(0, |cell| cell.column);
    for (index, cell) in above.cells.iter().enumerate() {
        let Some(name) = above.text(cell.column) else { continue };
        let merged =
            sheet.merged.iter().find(|area| area.top == above.number && area.left == cell.column);
        let next = above.cells.get(index + 1).map_or(last + 1, |next| next.column);
        let end = match merged {
            Some(area) => area.right + 1,
            None if sheet.merged.is_empty() => next,
            None => cell.column + 1,
        };
        for column in cell.column..end.min(next) {
            groups.insert(column, name.clone());
        }
    }
    groups
}

/// What a name means under the name of a group.
fn in_group(kind: TableKind, group: &str, own: &str) -> Meaning {
    let meaning = alone(kind, own);
    if group.is_empty() {
        return meaning;
    }
    match meaning {
        // Days under another heading may be days on which a student cannot come.
        Meaning::Column(column, _) if column.is_day_mark() => match find(kind, &folded(group)) {
            Some((list, _)) if list.path == column.path => Meaning::Column(column, 0),
            _ => Meaning::StrayDay(tidy(group)),
        },
        Meaning::Column(..) => meaning,
        // `1`, `2`, `3` under `Wensen`.
        _ => match find(kind, &folded(&format!("{group} {own}"))) {
            Some((column, rank)) => Meaning::Column(column, rank),
            None => Meaning::Unknown,
        },
    }
}

fn alone(kind: TableKind, name: &str) -> Meaning {
    match find(kind, &folded(name)) {
        Some((column, rank)) => Meaning::Column(column, rank),
        None => Meaning::Unknown,
    }
}

/// Gives columns whose names fit two meanings the one that all their values show: under `voorkeur` a planner writes
/// schools or denominations.
fn decide_by_values(
    kind: TableKind,
    sheet: &Sheet,
    at: usize,
    names: &mut [(u32, String, Meaning)],
) {
    let is_taken = |path: &str| {
        names
            .iter()
            .any(|(.., one)| matches!(one, Meaning::Column(column, _) if column.path == path))
    };
    let shared = names.iter().enumerate().filter_map(|(index, (_, heading, _))| {
        let (column, rank) = find_among(&folded(heading), &|name| kind.named_by_values(name))?;
        (!is_taken(column.path)).then_some((index, column, rank))
    });
    let shared: Vec<(usize, &'static KnownColumn, u32)> = shared.collect();
    // Numbered columns are one list, and are decided together.
    let (alone, numbered): (Vec<_>, Vec<_>) = shared.into_iter().partition(|(.., rank)| *rank == 0);
    for group in alone.chunks(1).chain([numbered.as_slice()]) {
        let places: Vec<u32> = group.iter().map(|(index, ..)| names[*index].0).collect();
        if group.iter().all(|(_, column, _)| by_values::show(column, sheet, at + 1, &places)) {
            for &(index, column, rank) in group {
                names[index].2 = Meaning::Column(column, rank);
            }
        }
    }
}

/// The column of a folded name, and its number where it is one of several: `wens 2`, `2e wens`.
fn find(kind: TableKind, name: &str) -> Option<(&'static KnownColumn, u32)> {
    find_among(name, &|name| kind.named(name))
}

fn find_among(
    name: &str,
    named: &dyn Fn(&str) -> Option<&'static KnownColumn>,
) -> Option<(&'static KnownColumn, u32)> {
    if let Some(column) = named(name) {
        return Some((column, 0));
    }
    let is_digit = |letter: char| letter.is_ascii_digit();
    let behind = name.trim_end_matches(is_digit);
    let before = name.trim_start_matches(is_digit);
    let (base, number) = if behind.len() < name.len() {
        (behind, &name[behind.len()..])
    } else {
        let ordinal = ["ste", "de", "e", "st", "nd", "rd", "th"];
        let base = ordinal
            .iter()
            .find_map(|ending| before.strip_prefix(ending).filter(|base| named(base).is_some()));
        (base.unwrap_or(before), &name[..name.len() - before.len()])
    };
    let column = named(base)?;
    if !column.is_list() {
        // `Plekken 2026-2027`; of two such columns it is asked which is meant.
        return is_school_year(number).then_some((column, 0));
    }
    number.parse().ok().filter(|rank| *rank > 0).map(|rank| (column, rank))
}

/// Takes the meaning of names with a school year away where the name without it is there too: `Plekken 2026` beside `Plekken`.
fn prefer_without_year(kind: TableKind, names: &mut [(u32, String, Meaning)]) {
    let is_dated = |heading: &str| {
        let digits = heading.chars().filter(char::is_ascii_digit).count();
        digits >= 4 && kind.named(&folded(heading)).is_none()
    };
    let path = |meaning: &Meaning| match meaning {
        Meaning::Column(column, 0) => Some(column.path),
        _ => None,
    };
    let plain = names.iter().filter(|(_, heading, _)| !is_dated(heading));
    let plain: BTreeSet<&str> = plain.filter_map(|(.., meaning)| path(meaning)).collect();
    for (_, heading, meaning) in names {
        if is_dated(heading) && path(meaning).is_some_and(|path| plain.contains(path)) {
            *meaning = Meaning::Unknown;
        }
    }
}

/// Whether digits are those of a school year or calendar year: `2026-2027`, `2026/27`, `26-27`, `2026`.
pub fn is_school_year(digits: &str) -> bool {
    let (first, last) = match digits.len() {
        8 => (digits.strip_prefix("20"), digits.get(4..).and_then(|last| last.strip_prefix("20"))),
        6 => (digits.strip_prefix("20"), digits.get(4..)),
        4 if digits.starts_with("20") => return true,
        4 => (Some(digits), digits.get(2..)),
        _ => return false,
    };
    let number = |text: Option<&str>| text?.get(..2)?.parse::<u32>().ok();
    matches!((number(first), number(last)), (Some(first), Some(last)) if last == first + 1)
}

fn understood(kind: TableKind, sheet: &Sheet, at: usize, errors: &mut InputErrors) -> Header {
    let row = &sheet.rows[at];
    let mut header = Header {
        row: row.number,
        groups: (!groups(sheet, at).is_empty()).then(|| row.number - 1),
        columns: Vec::new(),
        unused: Vec::new(),
        missing: Vec::new(),
        names_are_ids: false,
        year_of_name: None,
        below: at + 1,
    };
    let mut stray = BTreeSet::new();
    let mut names = named(kind, sheet, at);
    decide_by_values(kind, sheet, at, &mut names);
    prefer_without_year(kind, &mut names);
    for (column, heading, meaning) in names {
        let place = sheet.source.cell(row.number, column, &heading);
        match meaning {
            Meaning::Column(known, rank) => {
                let assigned = AssignedColumn { column: known, at: column, heading, rank };
                match header.columns.iter().find(|other| clash(other, &assigned)) {
                    // Contact data never keep an instance from being made.
                    Some(_) if known.is_contact() => {
                        let heading = assigned.heading;
                        header.unused.push(UnusedColumn { at: column, heading, near: None });
                    }
                    Some(other) => errors.0.push(twice(place, other, &assigned)),
                    None => header.columns.push(assigned),
                }
            }
            Meaning::StrayDay(group) => {
                // One word to each group is enough.
                if stray.insert(group.clone()) {
                    stray_day(place, &group, errors);
                }
            }
            Meaning::Unknown => {
                header.unused.push(UnusedColumn { at: column, heading, near: None });
            }
        }
    }
    // The values of numbered columns are in the order of their numbers.
    header.columns.sort_by_key(|known| known.rank);
    nameless(sheet, at, &mut header);
    header.names_are_ids = kind.may_be_known_by_name() && !header.has("id") && header.has("name");
    let required = kind.columns().iter().filter(|column| header.requires(kind, column));
    header.missing = required.filter(|column| !header.has(column.path)).collect();
    if kind == TableKind::Students && header.missing.iter().any(|column| column.path == "year") {
        header.year_of_name = year_of_name(&sheet.source);
        header.missing.retain(|column| column.path != "year" || header.year_of_name.is_none());
    }
    for unused in &mut header.unused {
        let missing = header.columns.iter().map(|known| known.column.path).collect::<Vec<_>>();
        unused.near = near(kind, &unused.heading, &missing);
    }
    let missing = header.missing.iter().map(|column| missing_column(kind, sheet, &header, column));
    errors.0.extend(missing.collect::<Vec<_>>());
    header
}

/// Whether two columns say the same thing.
fn clash(one: &AssignedColumn, other: &AssignedColumn) -> bool {
    let same_path = one.column.path == other.column.path;
    let both_marks = one.column.is_day_mark() && other.column.is_day_mark();
    let both_numbered = one.rank > 0 && other.rank > 0;
    same_path
        && (one.column.form == other.column.form
            || one.column.is_day_mark()
            || other.column.is_day_mark())
        && !(both_marks && one.column.form != other.column.form)
        && !(both_numbered && one.rank != other.rank)
}

/// Adds the columns that have no name and have something in them.
fn nameless(sheet: &Sheet, at: usize, header: &mut Header) {
    let own = sheet.rows[at].cells.iter().map(|cell| cell.column);
    let known = header.columns.iter().map(|known| known.at);
    let named: BTreeSet<u32> = own.chain(known).collect();
    let mut filled = BTreeSet::new();
    for row in &sheet.rows[header.below..] {
        filled.extend(
            row.cells.iter().map(|cell| cell.column).filter(|column| !named.contains(column)),
        );
    }
    let nameless =
        filled.into_iter().map(|at| UnusedColumn { at, heading: String::new(), near: None });
    header.unused.extend(nameless);
}

/// A known name near to one that is not, among the columns that are not read yet.
fn near(kind: TableKind, heading: &str, taken: &[&str]) -> Option<&'static str> {
    let columns = kind.columns().iter().filter(|column| !taken.contains(&column.path));
    // A word of two letters is near to everything.
    let names = columns.flat_map(|column| {
        [column.name.dutch, column.name.english].into_iter().chain(column.also.iter().copied())
    });
    // `niet beschikbaar` is near to `beschikbaar`, and the opposite of it.
    let same_sense = |name: &&str| name.len() > 3 && negates(name) == negates(heading);
    let letters = heading.chars().count();
    // Long words share endings: `opmerkingen` is three letters away from `opleidingen`, and no typing error.
    let most_edits = (letters / LETTERS_PER_EDIT).max(1);
    nearest_within(heading, names.filter(same_sense), most_edits).filter(|_| letters > 3)
}

/// A row that has the names of columns in it once more is no row of the table.
pub fn repeats(row: &SheetRow, header: &Header) -> bool {
    header.columns.len() > 1
        && header.columns.iter().all(|column| {
            row.text(column.at)
                .is_some_and(|text| column.heading.ends_with(&text) && !text.is_empty())
        })
}

#[cfg(test)]
mod tests {
    use super::is_school_year;

    #[test]
    fn digits_of_a_school_year_are_known() {
        for digits in ["20262027", "202627", "2627", "2026"] {
            assert!(is_school_year(digits), "{digits}");
        }
        for digits in ["1", "26", "1234", "20262028", "20272026", "12345678", ""] {
            assert!(!is_school_year(digits), "{digits}");
        }
    }
}
