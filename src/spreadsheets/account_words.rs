//! The account of an import in words: what was understood of each sheet, so that a user sees a column that was
//! mistaken for another.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::account::{Account, ImportStep, LeftOut, TableAccount};
use super::columns::UnusedColumn;
use super::header::is_school_year;
use super::minimum_price;
use super::sheet::{Encoding, Medium, Source, excerpt, letters};
use super::vocabulary::{CellForm, KnownColumn, TableKind, programmes, word_for};
use crate::texts::{Argument, Language, Message};
use crate::{message, text};

/// The largest number of rows that a line lists.
const MOST_LISTED: usize = 10;
/// The largest number of letters of a column's name that a line shows.
const LONGEST_HEADING: usize = 40;

/// The account of an import as lines of text.
pub fn account_in_words(account: &Account, language: Language) -> String {
    let mut lines = String::new();
    for table in &account.tables {
        lines.push_str(&table_in_words(table, language));
    }
    let files: BTreeSet<&str> = account.tables.iter().map(|table| &*table.source.file).collect();
    let others = account.other_sheets.iter().map(|other| {
        let file = if files.len() > 1 { format!(" ({})", other.file) } else { String::new() };
        let hidden = if other.hidden {
            format!(" ({})", text!(language, "spreadsheets-hidden"))
        } else {
            String::new()
        };
        format!("`{}`{file}{hidden}", other.sheet)
    });
    let others: Vec<String> = others.collect();
    if !others.is_empty() {
        let sheets = others.join(", ");
        let _ =
            writeln!(lines, "{}", text!(language, "spreadsheets-unread-sheets", sheets = sheets));
    }
    for step in &account.steps {
        let _ = writeln!(lines, "{}", step_in_words(step).in_language(language));
    }
    lines
}

fn table_in_words(table: &TableAccount, language: Language) -> String {
    let name = table.kind.sheet_name().in_language(language);
    let mut lines = format!("{name}: {} ({})\n", table.source, medium(table, language));
    let _ = writeln!(lines, "  {}", rows_in_words(table, language));
    lines.push_str(&columns(table, language));
    let mut notes: Vec<Message> = table.unused.iter().map(unused_in_words).collect();
    if table.names_are_ids {
        notes.push(message!("spreadsheets-names-are-ids"));
    }
    if let Some((year, name)) = &table.year_of_name {
        notes.push(message!("spreadsheets-year-of-name", year = *year, name = name.as_str()));
    }
    if table.hidden_sheet {
        notes.push(message!("spreadsheets-hidden-sheet-read"));
    }
    if let Some((rows, count)) = listed(&table.hidden_rows) {
        notes.push(message!("spreadsheets-hidden-rows-read", count = count, rows = rows));
    }
    let hidden: Vec<String> = table.hidden_columns.iter().map(|at| letters(*at)).collect();
    if !hidden.is_empty() {
        let (count, columns) = (hidden.len(), hidden.join(", "));
        notes.push(message!("spreadsheets-hidden-columns-read", count = count, columns = columns));
    }
    for reason in [LeftOut::Note, LeftOut::HeaderAgain] {
        let rows = table.left_out.iter().filter(|(_, why)| *why == reason).map(|(row, _)| *row);
        let Some((rows, count)) = listed(&rows.collect::<Vec<_>>()) else { continue };
        notes.push(match reason {
            LeftOut::Note => message!("spreadsheets-left-out-notes", count = count, rows = rows),
            LeftOut::HeaderAgain => {
                message!("spreadsheets-left-out-headers", count = count, rows = rows)
            }
        });
    }
    for (written, (programme, count)) in &table.read_as {
        let name = word_for(programmes(), programme).map_or("", |name| name.in_language(language));
        let (written, count) = (excerpt(written), *count);
        notes.push(message!(
            "spreadsheets-read-as",
            written = written,
            meaning = name,
            count = count
        ));
    }
    for note in notes {
        let _ = writeln!(lines, "  {}", note.in_language(language));
    }
    lines
}

/// The first of some rows, and how many they are; `None` if there are none.
fn listed(rows: &[u32]) -> Option<(String, usize)> {
    let named: Vec<String> = rows.iter().take(MOST_LISTED).map(ToString::to_string).collect();
    let more = if rows.len() > MOST_LISTED { "…" } else { "" };
    (!rows.is_empty()).then(|| (named.join(", ") + more, rows.len()))
}

fn medium(table: &TableAccount, language: Language) -> String {
    let medium = match table.source.medium {
        Medium::Xlsx => "XLSX".to_owned(),
        Medium::Ods => "ODS".to_owned(),
        Medium::Csv(encoding, separator) => {
            let encoding = match encoding {
                Encoding::Utf8 { mark: true } => text!(language, "spreadsheets-utf8-with-bom"),
                Encoding::Utf8 { mark: false } => "UTF-8".to_owned(),
                Encoding::Utf16 => "UTF-16".to_owned(),
                Encoding::Windows1252 => "windows-1252".to_owned(),
            };
            let separator = match separator {
                '\t' => text!(language, "spreadsheets-tabs"),
                separator => format!("`{separator}`"),
            };
            format!("CSV, {encoding}, {separator}")
        }
    };
    if table.of_duo { medium + "; " + &text!(language, "spreadsheets-of-duo") } else { medium }
}

fn rows_in_words(table: &TableAccount, language: Language) -> String {
    let (header, groups) = table.header;
    let header = match groups {
        None => text!(language, "spreadsheets-header-row", row = header.to_string()),
        Some(groups) => text!(
            language,
            "spreadsheets-header-row-with-groups",
            row = header.to_string(),
            groups = groups.to_string()
        ),
    };
    let read = text!(language, "spreadsheets-rows-read", count = table.rows);
    let empty = match table.empty {
        0 => String::new(),
        empty => text!(language, "spreadsheets-rows-empty", count = empty),
    };
    let separator = if empty.is_empty() { "" } else { ", " };
    format!("{header}; {read}{separator}{empty}")
}

/// The columns that were read: letter, name in the sheet, meaning.
fn columns(table: &TableAccount, language: Language) -> String {
    let shown = table.columns.iter().map(|(at, heading, column, rank)| {
        let heading: String = heading.chars().take(LONGEST_HEADING).collect();
        (letters(*at), heading, meaning(column, *rank, language))
    });
    let shown: Vec<(String, String, String)> = shown.collect();
    let width = |of: fn(&(String, String, String)) -> &str| {
        shown.iter().map(|row| of(row).chars().count()).max().unwrap_or(0)
    };
    let (letter_width, heading_width) = (width(|row| &row.0), width(|row| &row.1));
    let lines = shown.iter().map(|(letter, heading, meaning)| {
        format!("  {letter:<letter_width$}  {heading:<heading_width$}  → {meaning}\n")
    });
    lines.collect()
}

fn meaning(column: &KnownColumn, rank: u32, language: Language) -> String {
    let name = column.name.in_language(language);
    match (column.form, rank) {
        (CellForm::Contact, _) => text!(language, "spreadsheets-contact-column", name = name),
        (CellForm::DayMark(_), _) => text!(language, "spreadsheets-day-column", day = name),
        (_, 0) => name.to_owned(),
        (_, rank) => format!("{name} {}", rank_in_words(rank)),
    }
}

/// The number of a column, with a school year as people write it: `2026-2027`.
fn rank_in_words(rank: u32) -> String {
    let digits = rank.to_string();
    match digits.split_at_checked(digits.len().saturating_sub(2).min(4)) {
        Some((first, last)) if digits.len() > 4 && is_school_year(&digits) => {
            format!("{first}-{last}")
        }
        _ => digits,
    }
}

fn unused_in_words(unused: &UnusedColumn) -> Message {
    let (column, heading) = (letters(unused.at), excerpt(&unused.heading));
    match unused.near {
        _ if unused.heading.is_empty() => message!("spreadsheets-unused-nameless", column = column),
        None => message!("spreadsheets-unused", column = column, heading = heading),
        Some(near) => {
            message!("spreadsheets-unused-near", column = column, heading = heading, near = near)
        }
    }
}

fn by_name(count: usize, others: &[(String, String, String)]) -> Message {
    if others.is_empty() {
        return message!("spreadsheets-by-name", count = count);
    }
    let names = others.iter().map(|(written, name, id)| {
        let id = if id == name { String::new() } else { format!(" ({id})") };
        format!("{} → {name}{id}", excerpt(written))
    });
    let names = names.collect::<Vec<_>>().join(", ");
    message!("spreadsheets-by-name-other", count = count, others = others.len(), names = names)
}

/// Sheets that are one table, each with the number of its rows.
fn several_sheets(kind: TableKind, sheets: &[(Source, usize)]) -> Message {
    let one_file = sheets.iter().all(|(source, _)| source.file == sheets[0].0.file);
    let named = sheets.iter().map(|(source, rows)| match &source.sheet {
        Some(sheet) if one_file => format!("`{sheet}` {rows}"),
        Some(sheet) => format!("`{sheet}` ({}) {rows}", source.file),
        None => format!("{} {rows}", source.file),
    });
    message!(
        "spreadsheets-several-sheets",
        kind = kind.sheet_name().quoted(),
        count = sheets.len(),
        rows = sheets.iter().map(|(_, rows)| rows).sum::<usize>(),
        sheets = named.collect::<Vec<_>>().join(", ")
    )
}

/// The number of clusters of each board; of very many boards the first, and how many there are.
fn proposed_clusters(boards: &[(String, i64)]) -> Argument {
    let shown = boards.iter().take(MOST_LISTED).map(|(board, most)| format!("{board} {most}"));
    let shown = shown.collect::<Vec<_>>().join(", ");
    if boards.len() <= MOST_LISTED {
        return shown.into();
    }
    let clusters: i64 = boards.iter().map(|(_, most)| most).sum();
    let (boards, more) = (boards.len(), boards.len() - MOST_LISTED);
    message!(
        "spreadsheets-and-more-boards",
        shown = shown,
        more = more,
        boards = boards,
        clusters = clusters
    )
    .into()
}

fn step_in_words(step: &ImportStep) -> Message {
    let pairs = |names: &[(String, String)]| {
        let pairs = names.iter().map(|(from, to)| format!("{} → {to}", excerpt(from)));
        pairs.collect::<Vec<_>>().join(", ")
    };
    match step {
        ImportStep::SeveralSheets(kind, sheets) => several_sheets(*kind, sheets),
        ImportStep::BoardsOfSchools(boards) => {
            message!("spreadsheets-boards-of-schools", count = *boards)
        }
        ImportStep::Joined(schools) => message!("spreadsheets-places-added", count = *schools),
        ImportStep::DefaultPlaces(schools, places) => {
            message!("spreadsheets-default-places", count = *schools, places = *places)
        }
        ImportStep::NotAdded(schools) => message!("spreadsheets-not-added", count = *schools),
        ImportStep::OtherBoards(schools) => message!("spreadsheets-other-boards", count = *schools),
        ImportStep::AsDuoWrites(names) => {
            message!("spreadsheets-as-duo-writes", names = pairs(names))
        }
        ImportStep::SpelledAlike(names) => {
            message!("spreadsheets-spelled-alike", names = pairs(names))
        }
        ImportStep::DenominationsBySettings(names) => {
            message!("spreadsheets-denominations-by-settings", names = pairs(names))
        }
        ImportStep::ProgrammesBySettings(names) => {
            message!("spreadsheets-programmes-by-settings", names = pairs(names))
        }
        ImportStep::ByName(count, others) => by_name(*count, others),
        ImportStep::BoardsAlike(names) => {
            message!("spreadsheets-boards-alike", names = pairs(names))
        }
        ImportStep::ProposedClusters(boards) => {
            message!("spreadsheets-proposed-clusters", boards = proposed_clusters(boards))
        }
        ImportStep::ClustersOfSchools(count) => {
            message!("spreadsheets-clusters-of-schools", count = *count)
        }
        ImportStep::BelowMinimum(price) => {
            message!("spreadsheets-below-minimum", price = *price, setting = minimum_price::KEY)
        }
        ImportStep::Withdrawn(TableKind::Students, ids) => {
            message!("spreadsheets-withdrawn-students", count = ids.len(), ids = ids.join(", "))
        }
        ImportStep::Withdrawn(_, names) => {
            message!("spreadsheets-withdrawn", count = names.len(), names = names.join(", "))
        }
        ImportStep::LastYear { plan, here, elsewhere } => {
            message!("spreadsheets-last-year", plan = plan, count = *here, elsewhere = *elsewhere)
        }
        ImportStep::WithinPostcode(students) => {
            message!("spreadsheets-within-postcode", count = *students)
        }
        ImportStep::LocatedByDigits(count) => {
            message!("spreadsheets-located-by-digits", count = *count)
        }
        ImportStep::Located(schools, students) => message!(
            "spreadsheets-located",
            schools = message!("spreadsheets-count-schools", count = *schools),
            students = message!("spreadsheets-count-students", count = *students)
        ),
    }
}
