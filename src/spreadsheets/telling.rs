//! What an import understood, in words: a table for each sheet, so that a column which was taken for
//! something else is seen.

use std::fmt::Write;

use super::account::{Account, LeftOut, Step, TableAccount};
use super::header::Unused;
use super::sheet::{Encoding, Medium, excerpt, letters};
use super::vocabulary::{Column, Form};
use crate::texts::Language;

/// So many rows that were left out are named.
const MOST_NAMED: usize = 10;

/// What was understood.
pub fn account_in_words(account: &Account, language: Language) -> String {
    let mut text = String::new();
    for table in &account.tables {
        text.push_str(&table_in_words(table, language));
    }
    let others = account.other_sheets.iter();
    let others: Vec<String> = others.map(|(_, sheet)| format!("`{sheet}`")).collect();
    if !others.is_empty() {
        let unread = language.choose("Bladen die niet gelezen zijn", "Sheets that were not read");
        let _ = writeln!(text, "{unread}: {}", others.join(", "));
    }
    for step in &account.steps {
        let _ = writeln!(text, "{}", step_in_words(step, language));
    }
    text
}

fn table_in_words(table: &TableAccount, language: Language) -> String {
    let (name, _) = table.kind.sheet();
    let name = language.choose(name.dutch, name.english);
    let mut text = format!("{name}: {} ({})\n", table.source, medium(table, language));
    let _ = writeln!(text, "  {}", rows_in_words(table, language));
    text.push_str(&columns(table, language));
    for unused in &table.unused {
        let _ = writeln!(text, "  {}", unused_in_words(unused, language));
    }
    for (why, reason) in [
        (LeftOut::Note, language.choose("een opmerking onder de tabel", "a note below the table")),
        (LeftOut::HeaderAgain, language.choose("de kopregel nog eens", "the header once more")),
    ] {
        let rows: Vec<u32> = table
            .left_out
            .iter()
            .filter(|(_, reason)| *reason == why)
            .map(|(row, _)| *row)
            .collect();
        if !rows.is_empty() {
            let left_out = language.choose("weggelaten", "left out");
            let _ = writeln!(text, "  {left_out}: {} ({reason})", named_rows(&rows, language));
        }
    }
    text
}

fn named_rows(rows: &[u32], language: Language) -> String {
    let named: Vec<String> = rows.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    let word = if rows.len() == 1 {
        language.choose("rij", "row")
    } else {
        language.choose("rijen", "rows")
    };
    let more = if rows.len() > MOST_NAMED { "…" } else { "" };
    format!("{word} {}{more}", named.join(", "))
}

fn medium(table: &TableAccount, language: Language) -> String {
    let medium = match table.source.medium {
        Medium::Xlsx => "XLSX".to_owned(),
        Medium::Csv(encoding, separator) => {
            let encoding = match encoding {
                Encoding::Utf8 { mark: true } => language.choose("UTF-8 met BOM", "UTF-8 with BOM"),
                Encoding::Utf8 { mark: false } => "UTF-8",
                Encoding::Utf16 => "UTF-16",
                Encoding::Windows1252 => "windows-1252",
            };
            let separator = match separator {
                '\t' => language.choose("tabs", "tabs").to_owned(),
                separator => format!("`{separator}`"),
            };
            format!("CSV, {encoding}, {separator}")
        }
    };
    let duo = language.choose("; schoolvestigingen van DUO", "; DUO's list of school locations");
    if table.of_duo { medium + duo } else { medium }
}

fn rows_in_words(table: &TableAccount, language: Language) -> String {
    let (header, groups) = table.header;
    let rows = match language {
        Language::Dutch => format!("kopregel in rij {header}"),
        Language::English => format!("header in row {header}"),
    };
    let groups = groups.map_or_else(String::new, |row| match language {
        Language::Dutch => format!(", met groepen in rij {row}"),
        Language::English => format!(", with groups in row {row}"),
    });
    let read = match (language, table.rows) {
        (Language::Dutch, 1) => "1 rij gelezen".to_owned(),
        (Language::Dutch, rows) => format!("{rows} rijen gelezen"),
        (Language::English, 1) => "1 row read".to_owned(),
        (Language::English, rows) => format!("{rows} rows read"),
    };
    let empty = match (language, table.empty) {
        (_, 0) => String::new(),
        (Language::Dutch, empty) => format!(", {empty} leeg"),
        (Language::English, empty) => format!(", {empty} empty"),
    };
    format!("{rows}{groups}; {read}{empty}")
}

/// The columns that were read: letter, heading, meaning.
fn columns(table: &TableAccount, language: Language) -> String {
    let shown = table.columns.iter().map(|(at, heading, column, rank)| {
        let heading: String = heading.chars().take(40).collect();
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

fn meaning(column: &Column, rank: u32, language: Language) -> String {
    let name = language.choose(column.name.dutch, column.name.english);
    let number = if rank > 0 { format!(" {rank}") } else { String::new() };
    match column.form {
        Form::DayMark(_) => format!("{}: {name}", language.choose("dag", "day")),
        _ => format!("{name}{number}"),
    }
}

fn unused_in_words(unused: &Unused, language: Language) -> String {
    let letter = letters(unused.at);
    let not_used = language.choose("niet gebruikt", "not used");
    if unused.heading.is_empty() {
        let nameless = language.choose("een kolom zonder naam", "a column without a name");
        return format!("{not_used}: {letter}, {nameless}");
    }
    let near = unused.near.map_or_else(String::new, |near| {
        let question = language.choose("bedoelt u", "did you mean");
        format!(" — {question} `{near}`?")
    });
    format!("{not_used}: {letter} {}{near}", excerpt(&unused.heading))
}

fn step_in_words(step: &Step, language: Language) -> String {
    match (step, language) {
        (Step::BoardsOfSchools(boards), Language::Dutch) => {
            format!("Besturen: {boards}, uit de tabel van scholen; alle zijn partner.")
        }
        (Step::BoardsOfSchools(boards), Language::English) => {
            format!("Boards: {boards}, taken from the table of schools; all are partners.")
        }
        (Step::Joined(schools), Language::Dutch) => {
            format!("Plaatsen: aangevuld bij {schools} scholen.")
        }
        (Step::Joined(schools), Language::English) => {
            format!("Places: added to {schools} schools.")
        }
        (Step::DefaultPlaces(schools, places), Language::Dutch) => {
            format!("Scholen zonder aantal plaatsen: {schools}; elk krijgt er {places}.")
        }
        (Step::DefaultPlaces(schools, places), Language::English) => {
            format!("Schools without a number of places: {schools}; each gets {places}.")
        }
        (Step::NotAdded(schools), Language::Dutch) => {
            format!("Scholen van DUO zonder rij in de tabel van plaatsen: {schools}, weggelaten.")
        }
        (Step::NotAdded(schools), Language::English) => {
            format!("Schools of DUO without a row in the table of places: {schools}, left out.")
        }
        (Step::OtherBoards(schools), Language::Dutch) => {
            format!("Scholen van DUO van andere besturen: {schools}, weggelaten.")
        }
        (Step::OtherBoards(schools), Language::English) => {
            format!("Schools of DUO of other boards: {schools}, left out.")
        }
        (Step::AsDuoWrites(names), _) => {
            let said = language.choose(
                "Denominaties, gelezen zoals DUO ze schrijft",
                "Denominations, read as DUO writes them",
            );
            let names = names.iter().map(|(from, to)| format!("{} → {to}", excerpt(from)));
            format!("{said}: {}.", names.collect::<Vec<_>>().join(", "))
        }
        (Step::Located(schools, students), Language::Dutch) => {
            format!(
                "Het punt van hun postcode kregen {schools} scholen en {students} studenten: hun reizen zijn \
                 zo nauwkeurig als het postcodegebied, en 0 km binnen één gebied."
            )
        }
        (Step::Located(schools, students), Language::English) => {
            format!(
                "{schools} schools and {students} students got the point of their postcode: their journeys are \
                 as exact as the postcode area, and 0 km within one."
            )
        }
    }
}
