//! A table as CSV, for spreadsheets and for programs.

use super::amount::{Amount, AmountUnit, DANGEROUS, words};
use super::distinct::distinct;
use crate::disclosure::{Cell, Field, Table, Topic};
use crate::texts::Language;

/// Without this mark, Dutch spreadsheets read a file as windows-1252.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The longest key in a file name, in UTF-16 units.
const LONGEST_KEY: usize = 80;

/// A table as CSV. English files have commas between columns and decimal points; Dutch files have semicolons,
/// decimal commas and a byte order mark, so that a spreadsheet opens either correctly. Numbers have all their
/// decimals and no separator of thousands.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn table_as_csv(table: &Table, language: Language) -> String {
    let (delimiter, other, mark) = match language {
        Language::Dutch => (b';', b',', BYTE_ORDER_MARK),
        Language::English => (b',', b';', ""),
    };
    // Some spreadsheets split cells at either sign, and the writer quotes cells that contain its comment
    // sign.
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).comment(Some(other)).from_writer(Vec::new());
    let titles = (0..table.columns.len()).map(|column| title(table, column, language));
    writer.write_record(titles).expect("memory can be written to");
    for row in &table.rows {
        let cells = table.columns.iter().zip(row);
        let cells = cells.map(|(&field, one)| cell(&table.columns, row, field, one, language));
        writer.write_record(cells).expect("memory can be written to");
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    let text = String::from_utf8(bytes).expect("text was written");
    format!("{mark}{text}")
}

/// The title of a column. Cells have no unit, so that of shares is in the title.
fn title(table: &Table, column: usize, language: Language) -> String {
    let field = table.columns[column];
    let mut amounts = table.rows.iter().filter_map(|row| Amount::of(field, &row[column]));
    let percent = amounts.any(|amount| amount.unit == AmountUnit::Percent);
    harmless(&language.field(field)) + if percent { " (%)" } else { "" }
}

fn cell(columns: &[Field], row: &[Cell], field: Field, cell: &Cell, language: Language) -> String {
    if let Some(Amount { number, .. }) = Amount::of(field, cell) {
        return number.to_string().replace('.', language.decimal_sign());
    }
    let text = words(cell, language).unwrap_or_default();
    let is_distance = |(&field, cell): (&Field, &Cell)| {
        let unit = Amount::of(field, cell).map(|amount| amount.unit);
        matches!(unit, Some(AmountUnit::Kilometres | AmountUnit::WholeKilometres))
    };
    // A column of figures mixes units: distances are followed by theirs.
    let is_figure = matches!(cell, Cell::Figure(_));
    let unit = if is_figure && columns.iter().zip(row).any(is_distance) { " (km)" } else { "" };
    harmless(&text) + unit
}

/// A text with an apostrophe before anything that a spreadsheet might execute as a formula: at its beginning,
/// and after signs at which a spreadsheet might begin another cell.
fn harmless(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut begins = true;
    for sign in text.chars() {
        if begins && DANGEROUS.contains(&sign) {
            written.push('\'');
        }
        begins =
            matches!(sign, ',' | ';' | '\t' | '\r' | '\n') || (begins && matches!(sign, ' ' | '"'));
        written.push(sign);
    }
    written
}

/// A file name for each topic: its key, in signs that every file system accepts.
pub fn file_keys<'a>(topics: impl IntoIterator<Item = &'a Topic>) -> Vec<String> {
    let safe = |sign: char| {
        if sign.is_alphanumeric() || matches!(sign, '-' | '_') { sign } else { '_' }
    };
    let keys: Vec<String> =
        topics.into_iter().map(|topic| topic.key().chars().map(safe).collect()).collect();
    distinct(keys.iter().map(String::as_str), LONGEST_KEY, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::{Count, Figure, Share};

    const BOTH: [Language; 2] = [Language::English, Language::Dutch];

    fn table(columns: &[Field], rows: Vec<Vec<Cell>>) -> Table {
        Table { topic: Topic::Indicators, columns: columns.to_vec(), rows }
    }

    #[test]
    fn numbers_stay_numbers_in_both_languages() {
        let table = table(
            &[Field::Board, Field::Net, Field::Journey, Field::Fill],
            vec![
                vec![
                    Cell::text("De Kom"),
                    Cell::Euros(-4200),
                    Cell::Metres(12_345),
                    Cell::Share(Share::Exact(984)),
                ],
                vec![
                    Cell::text("a;b, c"),
                    Cell::Euros(1_000_000),
                    Cell::Empty,
                    Cell::Share(Share::Unknown),
                ],
            ],
        );
        assert_eq!(
            BOTH.map(|language| table_as_csv(&table, language)),
            [
                "board,net (€),journey (km),fill (%)\n\
                 De Kom,-4200,12.345,98.4\n\
                 \"a;b, c\",1000000,,\n",
                "\u{feff}bestuur;netto (€);reis (km);vulling (%)\n\
                 De Kom;-4200;\"12,345\";\"98,4\"\n\
                 \"a;b, c\";1000000;;\n",
            ]
        );
    }

    #[test]
    fn distances_among_figures_have_their_unit() {
        let columns = [Field::Figure, Field::About, Field::Number];
        let mean = vec![Cell::Figure(Figure::JourneyMean), Cell::Empty, Cell::Metres(1500)];
        let within = vec![
            Cell::Figure(Figure::JourneyComfortable),
            Cell::Metres(20_000),
            Cell::Count(Count::Few),
        ];
        let written = table_as_csv(&table(&columns, vec![mean, within]), Language::English);
        assert_eq!(
            written,
            "figure,about,number\nmean journey (km),,1.500\n\
             journeys within what is comfortable,20.0 km,fewer than 5\n"
        );
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+31", "'+31"),
            ("-x", "'-x"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("  =1", "  '=1"),
            ("a;=1", "a;'=1"),
            ("a, \"-1", "a, \"'-1"),
            ("a\n@b", "a\n'@b"),
            ("De Toren - noord = 1", "De Toren - noord = 1"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }

    #[test]
    fn file_names_are_valid_on_every_system() {
        let board = |id: &str| Topic::OfBoard(id.to_owned(), String::new());
        let topics = [Topic::LeftOut, board("a/b"), board("A:b"), board("é 1")];
        assert_eq!(file_keys(&topics), ["left_out", "board-a_b", "board-A_b (2)", "board-é_1"]);
    }
}
