//! The sheet that explains the others: every column with its meaning, what it accepts, and an example.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::cells::{Written, columns, rows};
use super::sheets::{heading, write_cell};
use crate::instance::document::InstanceDocument;
use crate::report::rulebook::meaning;
use crate::rules::cards;
use crate::spreadsheets::accepted::accepted;
use crate::spreadsheets::vocabulary::{TableKind, rule_settings, settings};
use crate::text;
use crate::texts::Language;

/// The number of letters of prose in one line of a cell.
const LETTERS: usize = 70;

/// Writes the sheet; examples are those of the example's rows.
pub fn write(
    workbook: &mut Workbook,
    example: &InstanceDocument,
    language: Language,
) -> Result<(), XlsxError> {
    let sheet =
        workbook.add_worksheet().set_name(text!(language, "spreadsheets-explanation-sheet"))?;
    let wrapped = Format::new().set_text_wrap();
    let headings = [
        text!(language, "spreadsheets-explanation-sheet-column"),
        text!(language, "spreadsheets-explanation-column"),
        text!(language, "spreadsheets-explanation-required"),
        text!(language, "spreadsheets-explanation-meaning"),
        text!(language, "spreadsheets-explanation-accepts"),
        text!(language, "spreadsheets-explanation-example"),
    ];
    for ((at, name), width) in (0..).zip(headings).zip([14.0, 24.0, 10.0, 70.0, 50.0, 30.0]) {
        sheet.write_string_with_format(0, at, name, &heading())?;
        sheet.set_column_width(at, width)?;
    }
    let mut row = 0;
    for line in lines(example, language) {
        row += 1;
        for (column, cell) in (0..).zip(&line) {
            match cell {
                // Meanings are prose, which wraps.
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
    let yes = text!(language, "spreadsheets-explanation-yes");
    let mut lines = vec![on_examples(language)];
    let kinds = [
        TableKind::Boards,
        TableKind::Schools,
        TableKind::Clusters,
        TableKind::Students,
        TableKind::Journeys,
    ];
    for kind in kinds {
        let sheet = kind.sheet_name().in_language(language);
        let first = rows(example, kind, language).into_iter().next().unwrap_or_default();
        for (column, cell) in columns(kind).zip(first) {
            let required = if column.required { yes.as_str() } else { "" };
            lines.push([
                text(sheet),
                text(column.name.in_language(language)),
                text(required),
                text(column.meaning.in_language(language)),
                text(&accepted(column.form).in_language(language)),
                cell,
            ]);
        }
    }
    let sheet = TableKind::Settings.sheet_name().in_language(language);
    for setting in settings() {
        let meaning = setting.meaning.in_language(language);
        let required = if setting.key == "name" { yes.as_str() } else { "" };
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
        let accepts = text!(language, "spreadsheets-explanation-rule-accepts");
        lines.push([
            text(sheet),
            text(&keys),
            text(""),
            text(&format!(
                "{}: {}",
                language.rule_title(card.id),
                language.rule_statement(card.id)
            )),
            text(&accepts),
            Written::Blank,
        ]);
        let named = rule_settings().iter();
        let of_rule = named.filter_map(|setting| {
            let (rule, key) = setting.key.split_once('.')?;
            (rule == card.id).then_some((setting, key))
        });
        for (setting, key) in of_rule {
            lines.push([
                text(sheet),
                text(&format!("rules.{}", setting.key)),
                text(""),
                text(&meaning(card.id, key, language).unwrap_or_default()),
                text(setting.dutch),
                Written::Blank,
            ]);
        }
    }
    lines
}

/// The line about the example rows.
fn on_examples(language: Language) -> [Written; 6] {
    let text = |text: &str| Written::Text(text.to_owned());
    [
        text(&text!(language, "spreadsheets-explanation-all")),
        text(""),
        text(""),
        text(&text!(language, "spreadsheets-explanation-on-examples")),
        text(""),
        Written::Blank,
    ]
}
