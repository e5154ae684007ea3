//! What catches the eye on a sheet: full schools and boards, clusters below their minimum or at their most, and a
//! chart. Colours follow the numbers when someone edits them.

use rust_xlsxwriter::{
    Chart, ChartType, Color, ConditionalFormatFormula, Format, Worksheet, XlsxError,
    column_number_to_name,
};

use super::super::amount::Amount;
use super::sheet::last;
use crate::disclosure::{Field, Table, Topic};
use crate::text;
use crate::texts::Language;

/// The background of what is full, and of what is short.
const FULL: Color = Color::RGB(0x00F9_D9B8);
const SHORT: Color = Color::RGB(0x00F4_C7C3);
/// The most rows of a table with a chart: with more, bars are too thin to read.
const MOST_BARS: usize = 40;
/// The height of a chart besides its bars, and of each bar, in pixels; and its width.
const AROUND: u32 = 130;
const BAR: u32 = 26;
const WIDTH: u32 = 640;

/// Colours cells on the sheet of a table with its titles in row `top`.
pub fn colour(sheet: &mut Worksheet, top: u32, table: &Table) -> Result<(), XlsxError> {
    if table.rows.is_empty() {
        return Ok(());
    }
    let (first, bottom) = (top + 1, top + last(table).0);
    let cell = |column: u16| format!("${}{}", column_number_to_name(column), first + 1);
    let mut colour = |column: u16, compared: &str, background: Color| {
        // A number that is hidden is a text, which spreadsheets take to be larger than any number.
        let at = cell(column);
        let rule = format!("=AND(ISNUMBER({at}),{at}{compared})");
        let format = Format::new().set_background_color(background);
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        sheet.add_conditional_format(first, column, bottom, column, &rule).map(|_| ())
    };
    if let Some(fill) = column(table, Field::Fill) {
        colour(fill, ">=1", FULL)?;
    }
    let sizes = [Field::Members, Field::Least, Field::Most].map(|field| column(table, field));
    if let Some(free) = column(table, Field::PlacesFree) {
        colour(free, "<=0", FULL)?;
    }
    if let [Some(members), Some(least), Some(most)] = sizes {
        colour(members, &format!("<{}", cell(least)), SHORT)?;
        colour(members, &format!(">={}", cell(most)), FULL)?;
    }
    Ok(())
}

/// Adds a chart below a table with its titles in row `top`: students beside places per board, or members per cluster;
/// nothing where some number is hidden.
pub fn chart(
    sheet: &mut Worksheet,
    name: &str,
    top: u32,
    table: &Table,
    language: Language,
) -> Result<(), XlsxError> {
    let bottom = top + last(table).0;
    let (of, numbers) = match table.topic {
        Topic::Boards => (Field::Board, vec![Field::Students, Field::Places]),
        Topic::Clusters => (Field::Cluster, vec![Field::Members]),
        _ => return Ok(()),
    };
    let Some(of) = column(table, of).filter(|_| table.rows.len() <= MOST_BARS) else {
        return Ok(());
    };
    // A bound or a hidden number is a text, which a chart would draw as 0.
    let is_exact = |(field, at): &(Field, u16)| {
        table.rows.iter().all(|row| Amount::of(*field, &row[usize::from(*at)]).is_some())
    };
    let shown = numbers.into_iter().filter_map(|field| Some((field, column(table, field)?)));
    let shown: Vec<(Field, u16)> = shown.collect();
    if shown.is_empty() || !shown.iter().all(is_exact) {
        return Ok(());
    }
    let mut chart = Chart::new(ChartType::Bar);
    for (_, at) in shown {
        chart
            .add_series()
            .set_name((name, top, at))
            .set_categories((name, top + 1, of, bottom, of))
            .set_values((name, top + 1, at, bottom, at));
    }
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let title = text!(language, "workbook-chart", topic = language.topic(&table.topic));
    chart.title().set_name(title.as_str());
    // The first row of the table is the uppermost bar.
    chart.x_axis().set_reverse();
    chart.set_width(WIDTH).set_height(AROUND + BAR * rows);
    sheet.insert_chart(bottom + 2, 0, &chart)?;
    Ok(())
}

fn column(table: &Table, field: Field) -> Option<u16> {
    let at = table.columns.iter().position(|column| *column == field)?;
    u16::try_from(at).ok()
}
