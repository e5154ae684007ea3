//! The first sheet: what the plan comes to, and what the workbook holds.

use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet, XlsxError};

use super::super::amount::is_dangerous;
use super::measures::lines;
use super::sheet::bounded;
use super::{MOST_LISTS, paper};
use crate::disclosure::{Dossier, Table};
use crate::texts::Language;

/// The widths of the two columns, in signs: labels, and what is said.
const WIDTHS: [usize; 2] = [20, 80];

/// What the workbook holds.
pub struct Contents<'a> {
    /// Its sheets behind the summary, by name.
    pub sheets: Vec<(&'a str, &'a Table)>,
    /// How many lists of boards and clusters have no sheet.
    pub left_out: usize,
}

/// What is said under a label, line by line.
struct Paragraph {
    label: &'static str,
    lines: Vec<String>,
}

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    dossier: &Dossier,
    contents: &Contents,
    language: Language,
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width as f64)?;
    }
    let title = Format::new().set_bold().set_font_size(16);
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, bounded(dossier.name.clone()), &title)?;
    let mut row = 2;
    for paragraph in paragraphs(dossier, contents, language) {
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
    sheet.write_string_with_format(row, 0, language.choose("Bladen", "Sheets"), &label)?;
    for (name, table) in &contents.sheets {
        sheet.write_url(row, 1, link(name, language.topic(&table.topic)))?;
        row += 1;
    }
    sheet.set_print_fit_to_pages(1, 0);
    paper::page(sheet, dossier, language);
    Ok(())
}

/// A link to a sheet by its name; within quotation marks an apostrophe is doubled.
fn link(name: &str, topic: String) -> Url {
    Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(bounded(topic))
}

fn paragraphs(dossier: &Dossier, contents: &Contents, language: Language) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut say = |dutch: &'static str, english: &'static str, lines: Vec<String>| {
        if !lines.is_empty() {
            paragraphs.push(Paragraph { label: language.choose(dutch, english), lines });
        }
    };
    say("Schooljaar", "School year", dossier.school_year.iter().cloned().collect());
    say("Lezers", "Readers", vec![language.made_for(dossier)]);
    say("In het kort", "In short", language.headlines(dossier));
    say("Hoe goed het plan is", "How good the plan is", language.quality(&dossier.quality));
    if contents.left_out > 0 {
        say("Lijsten", "Lists", vec![too_many(language)]);
    }
    say("Gemaakt met", "Made with", engine(dossier).into_iter().collect());
    say("Invoer (SHA-256)", "Input (SHA-256)", vec![dossier.instance_sha256.clone()]);
    paragraphs
}

fn too_many(language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "Er zijn meer dan {MOST_LISTS} besturen en clusters: die hebben geen eigen blad. Filter het \
             blad met alle plaatsingen op bestuur of cluster."
        ),
        Language::English => format!(
            "There are more than {MOST_LISTS} boards and clusters: these have no sheet of their own. \
             Filter the sheet of all placements by board or cluster."
        ),
    }
}

fn engine(dossier: &Dossier) -> Option<String> {
    let engine = dossier.engine.as_ref()?;
    Some(format!("{} {}, {} {}", engine.name, engine.version, engine.solver, engine.solver_version))
}
