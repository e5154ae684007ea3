//! Widths of columns and heights of rows. They are computed here, since some programs do not fit the height
//! of a row to its text.

use super::super::amount::{Amount, words};
use crate::disclosure::{Cell, Field, Table};
use crate::texts::Language;

/// The least and greatest width of a column, in signs. Longer texts are wrapped.
const WIDTHS: (usize, usize) = (7, 60);
/// The width of the filter button beside a title, and of the margins of a cell, in signs.
const BUTTON: usize = 3;
const MARGIN: usize = 2;
/// The number of lines over which a title is wrapped.
const TITLE_LINES: usize = 2;

/// The measures of a table on a sheet.
pub struct Measures {
    /// The width of each column, in signs.
    pub widths: Vec<usize>,
    /// The number of lines of the titles.
    pub title_lines: usize,
    /// The number of lines of each row.
    pub lines: Vec<usize>,
}

impl Measures {
    /// The measures of a table.
    pub fn of(table: &Table, language: Language) -> Self {
        let titles = || table.columns.iter().map(|&field| language.field(field));
        let mut widths: Vec<usize> = titles().map(|title| of_title(&title)).collect();
        for row in &table.rows {
            for ((width, cell), &field) in widths.iter_mut().zip(row).zip(&table.columns) {
                *width = (*width).max(length(field, cell, language) + MARGIN);
            }
        }
        let (narrowest, widest) = WIDTHS;
        for width in &mut widths {
            *width = (*width).clamp(narrowest, widest);
        }
        let title_lines =
            titles().zip(&widths).map(|(title, &width)| lines(&title, width)).max().unwrap_or(1);
        let lines = table.rows.iter().map(|row| of_row(row, &widths, language)).collect();
        Self { widths, title_lines, lines }
    }
}

/// The length of a cell in signs, including what the format of a number adds.
fn length(field: Field, cell: &Cell, language: Language) -> usize {
    let length = words(cell, language).map_or(0, |text| text.chars().count());
    let indent = usize::from(Amount::of(field, cell).is_some());
    match cell {
        Cell::Gap(_) => "100.000%".len() + indent,
        Cell::Euros(_) => "€ ".chars().count() + length + indent,
        _ => length + indent,
    }
}

fn of_row(row: &[Cell], widths: &[usize], language: Language) -> usize {
    let cells = row.iter().zip(widths);
    let text = |cell: &Cell| match cell {
        Cell::Text(_)
        | Cell::Texts(_)
        | Cell::Rules(_)
        | Cell::Statement(_)
        | Cell::Title(_)
        | Cell::Why(_)
        | Cell::Conclusion(_)
        | Cell::Unused(_)
        | Cell::PlaceLeft(_)
        | Cell::ToKeep(_)
        | Cell::Letter(_) => words(cell, language),
        _ => None,
    };
    let lines = cells.filter_map(|(cell, &width)| Some(lines(&text(cell)?, width)));
    lines.max().unwrap_or(1)
}

fn of_title(title: &str) -> usize {
    let word = title.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    word.max(title.chars().count().div_ceil(TITLE_LINES)) + BUTTON
}

/// The number of lines of a text in a column of a width in signs. Widths are counted in digits; most signs
/// are narrower, which makes up for the margins.
pub fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > width {
                lines += 1;
                used = 0;
            }
            used += length + usize::from(used > 0);
            // A word that is longer than a line is broken.
            lines += (used.max(1) - 1) / width;
            used = (used.max(1) - 1) % width + 1;
        }
        lines
    };
    text.split('\n').map(of_paragraph).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::Topic;

    #[test]
    fn texts_are_broken_between_words() {
        for (text, expected) in [
            ("", 1),
            ("kort", 1),
            ("tien teken", 1),
            ("tien tekens", 2),
            ("een twee drie vier", 2),
            ("een\ntwee", 2),
            ("aaaaaaaaaabbbbbbbbbbc", 3),
            ("aaaaaaaaaa bbbbbbbbbb", 2),
        ] {
            assert_eq!(lines(text, 10), expected, "{text}");
        }
    }

    #[test]
    fn columns_are_as_wide_as_they_need_to_be() {
        let table = Table {
            topic: Topic::Clusters,
            columns: vec![Field::Cluster, Field::MeetingDay, Field::Members, Field::Reason],
            rows: vec![vec![
                Cell::text("Een cluster in het noorden"),
                Cell::Empty,
                Cell::Number(12),
                Cell::text("een reden ".repeat(20)),
            ]],
        };
        let measures = Measures::of(&table, Language::English);
        assert_eq!(measures.widths, [28, 10, 10, 60]);
        assert_eq!((measures.title_lines, &*measures.lines), (2, &[4][..]));
    }
}
