//! The sheet that explains the others: every column with its meaning, what it accepts, and an example.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::cells::{Written, columns, rows};
use super::sheets::{heading, write_cell};
use crate::instance::document::InstanceDocument;
use crate::rules::cards;
use crate::spreadsheets::values::accepted;
use crate::spreadsheets::vocabulary::{Kind, SETTINGS};
use crate::texts::Language;

/// So many letters of prose stand in one line.
const LETTERS: usize = 70;

/// Writes the sheet; examples are those of the example's rows.
pub fn write(
    workbook: &mut Workbook,
    example: &InstanceDocument,
    language: Language,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet().set_name(language.choose("Uitleg", "Read me"))?;
    let wrapped = Format::new().set_text_wrap();
    let headings = match language {
        Language::Dutch => ["blad", "kolom", "verplicht", "betekenis", "toegestaan", "voorbeeld"],
        Language::English => ["sheet", "column", "required", "meaning", "accepts", "example"],
    };
    for ((at, name), width) in (0..).zip(headings).zip([14.0, 24.0, 10.0, 70.0, 50.0, 30.0]) {
        sheet.write_string_with_format(0, at, name, &heading())?;
        sheet.set_column_width(at, width)?;
    }
    let mut row = 0;
    for line in lines(example, language) {
        row += 1;
        for (column, cell) in (0..).zip(&line) {
            match cell {
                // What explains is prose, which wraps.
                Written::Text(text) if column == 3 => {
                    sheet.write_string_with_format(row, column, text, &wrapped)?;
                    let height = u16::try_from(text.chars().count().div_ceil(LETTERS)).unwrap_or(1);
                    sheet.set_row_height(row, 15.0 * f64::from(height.max(1)))?;
                }
                cell => write_cell(sheet, row, column, cell)?,
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn lines(example: &InstanceDocument, language: Language) -> Vec<[Written; 6]> {
    let text = |text: &str| Written::Text(text.to_owned());
    let mut lines = vec![on_examples(language)];
    let kinds = [Kind::Boards, Kind::Schools, Kind::Clusters, Kind::Students, Kind::Journeys];
    for kind in kinds {
        let (sheet, _) = kind.sheet();
        let first = rows(example, kind, language).into_iter().next().unwrap_or_default();
        for (column, cell) in columns(kind).zip(first) {
            let required = if column.required { language.choose("ja", "yes") } else { "" };
            let accepts = accepted(column.form);
            lines.push([
                text(language.choose(sheet.dutch, sheet.english)),
                text(language.choose(column.name.dutch, column.name.english)),
                text(required),
                text(language.choose(column.meaning.dutch, column.meaning.english)),
                text(language.choose(accepts.dutch, accepts.english)),
                cell,
            ]);
        }
    }
    let (sheet, _) = Kind::Settings.sheet();
    let sheet = language.choose(sheet.dutch, sheet.english);
    for setting in SETTINGS {
        let meaning = language.choose(setting.meaning.dutch, setting.meaning.english);
        let required = if setting.key == "name" { language.choose("ja", "yes") } else { "" };
        lines.push([
            text(sheet),
            text(setting.key),
            text(required),
            text(meaning),
            text(setting.dutch),
            Written::Blank,
        ]);
    }
    for card in cards() {
        let keys = format!("rules.{}", card.id);
        let accepts = language.choose(
            "`false` (uit), `{}` (aan), of een rij per instelling van de regel",
            "`false` (off), `{}` (on), or a row for each setting of the rule",
        );
        lines.push([
            text(sheet),
            text(&keys),
            text(""),
            text(&format!(
                "{}: {}",
                language.rule_title(card.id),
                language.rule_statement(card.id)
            )),
            text(accepts),
            Written::Blank,
        ]);
    }
    lines
}

/// What the first row of each sheet is.
fn on_examples(language: Language) -> [Written; 6] {
    let text = |text: &str| Written::Text(text.to_owned());
    [
        text(language.choose("(alle)", "(all)")),
        text(""),
        text(""),
        text(language.choose(
            "In een leeg sjabloon is rij 2 van elk blad een voorbeeld. Schrijf er uw eigen gegevens overheen \
             of verwijder de rij: wat blijft staan, telt mee. Dat geldt ook voor de instellingen.",
            "In a blank template, row 2 of each sheet is an example. Write your own data over it, or remove \
             the row: what is left there counts. The same holds for the settings.",
        )),
        text(""),
        Written::Blank,
    ]
}
