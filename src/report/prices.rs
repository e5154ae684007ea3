//! How far each price may change before the plan does, as text.

use super::lines::{headings_after_name, lines};
use super::table::table;
use crate::base::Decimal;
use crate::message;
use crate::questions::prices::{Beyond, PriceRange, Prices, RangeEnd};
use crate::texts::{Language, Message};

/// The ranges in a table.
pub fn prices(prices: &Prices, language: Language) -> String {
    let mut title = vec![message!("prices-title", name = &prices.instance.name)];
    if !prices.proven.is_optimal() {
        title.push(message!("prices-not-proven"));
        return lines(&title, language);
    }
    let mut rows = vec![headings_after_name(
        &[
            message!("prices-column-now"),
            message!("prices-column-from"),
            message!("prices-column-to"),
            message!("prices-column-below"),
            message!("prices-column-above"),
        ],
        language,
    )];
    rows.extend(prices.prices.iter().map(|price| row(price, language)));
    lines(&title, language) + &table(&rows) + &lines(&legend(prices), language)
}

fn row(price: &PriceRange, language: Language) -> Vec<String> {
    let name = format!("{}.{}", price.rule, price.setting);
    let [from, to] = [&price.below, &price.above].map(|end| limit(end, language));
    let [below, above] = [&price.below, &price.above].map(|end| moved(end, language));
    vec![name, kilometres(price.now, language), from, to, below, above]
}

/// The price at an end; where it was tried no further, with a plus.
fn limit(end: &RangeEnd, language: Language) -> String {
    match end.beyond {
        Beyond::Other(_) => kilometres(end.best_to, language),
        Beyond::NotFound if end.best_to == 0 => kilometres(0, language),
        Beyond::NotFound => kilometres(end.best_to, language) + "+",
        Beyond::Unknown => "?".to_owned(),
    }
}

/// The students who are elsewhere beyond an end, and in brackets how many more are left out.
fn moved(end: &RangeEnd, language: Language) -> String {
    match &end.beyond {
        Beyond::Other(other) if other.left_out == 0 => language.whole(other.students_elsewhere),
        Beyond::Other(other) => {
            let left_out = language.signed(Decimal { scaled: other.left_out, decimals: 0 });
            format!("{} ({left_out})", language.whole(other.students_elsewhere))
        }
        Beyond::NotFound | Beyond::Unknown => "–".to_owned(),
    }
}

fn legend(prices: &Prices) -> Vec<Message> {
    let ends = || prices.prices.iter().flat_map(|price| [&price.below, &price.above]);
    let mut legend = vec![message!("prices-legend")];
    if ends().any(|end| matches!(&end.beyond, Beyond::Other(other) if other.left_out != 0)) {
        legend.push(message!("prices-legend-left-out"));
    }
    if ends().any(|end| end.beyond == Beyond::NotFound && end.best_to > 0) {
        legend.push(message!("prices-legend-plus"));
    }
    if ends().any(|end| end.beyond == Beyond::Unknown) {
        legend.push(message!("prices-legend-unknown"));
    }
    legend
}

/// Points in kilometres, with as many decimals as needed.
fn kilometres(points: i64, language: Language) -> String {
    language.number(super::amount::exact_kilometres(points))
}
