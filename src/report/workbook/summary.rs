//! The first sheet: a summary of the plan, and links to the other sheets.

use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet, XlsxError};

use super::super::amount::is_dangerous;
use super::measures::lines;
use super::sheet::bounded;
use super::{MOST_LISTS, paper};
use crate::disclosure::{Disclosure, Table};
use crate::texts::Language;
use crate::{message, text};

/// The widths of the columns of labels and of sentences, in signs.
const WIDTHS: [usize; 2] = [20, 80];

/// The contents of a workbook.
pub struct Contents<'a> {
    /// The names of the sheets after the summary, with their tables.
    pub sheets: Vec<(&'a str, &'a Table)>,
    /// The number of lists of boards and clusters without a sheet.
    pub left_out: usize,
}

/// Lines beside a label.
struct Paragraph {
    label: String,
    lines: Vec<String>,
}

/// Writes the first sheet.
pub fn write(
    sheet: &mut Worksheet,
    disclosure: &Disclosure,
    contents: &Contents,
    language: Language,
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width as f64)?;
    }
    let title = Format::new().set_bold().set_font_size(16);
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, bounded(disclosure.name.clone()), &title)?;
    let mut row = 2;
    for paragraph in paragraphs(disclosure, contents, language) {
        sheet.write_string_with_format(row, 0, paragraph.label, &label)?;
        for line in paragraph.lines {
            let line = bounded(line);
            let look = if is_dangerous(&line) { &text.clone().set_quote_prefix() } else { &text };
            paper::set_height(sheet, row, lines(&line, WIDTHS[1]))?;
            sheet.write_string_with_format(row, 1, line, look)?;
            row += 1;
        }
        row += 1;
    }
    sheet.write_string_with_format(row, 0, text!(language, "workbook-sheets"), &label)?;
    for (name, table) in &contents.sheets {
        sheet.write_url(row, 1, link(name, language.topic(&table.topic)))?;
        row += 1;
    }
    sheet.set_print_fit_to_pages(1, 0);
    paper::page(sheet, paper::Margins::of(disclosure), language);
    Ok(())
}

/// A link to a sheet by its name; within quotation marks an apostrophe is doubled.
fn link(name: &str, topic: String) -> Url {
    Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(bounded(topic))
}

fn paragraphs(disclosure: &Disclosure, contents: &Contents, language: Language) -> Vec<Paragraph> {
    let lists = (contents.left_out > 0)
        .then(|| text!(language, "workbook-too-many-lists", most = MOST_LISTS));
    let paragraphs = [
        (message!("workbook-school-year"), disclosure.school_year.iter().cloned().collect()),
        (message!("workbook-edition"), language.edition(&disclosure.edition)),
        (message!("workbook-readers"), vec![language.made_for(disclosure)]),
        (message!("workbook-headlines"), language.headlines(disclosure)),
        (message!("workbook-quality"), language.quality(&disclosure.quality)),
        (message!("workbook-lists"), lists.into_iter().collect()),
        (message!("workbook-made-with"), engine(disclosure).into_iter().collect()),
        (message!("workbook-input"), vec![disclosure.instance_sha256.clone()]),
    ];
    let paragraphs =
        paragraphs.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty());
    paragraphs
        .map(|(label, lines)| Paragraph { label: label.in_language(language), lines })
        .collect()
}

fn engine(disclosure: &Disclosure) -> Option<String> {
    let engine = disclosure.engine.as_ref()?;
    Some(format!("{} {}, {} {}", engine.name, engine.version, engine.solver, engine.solver_version))
}
