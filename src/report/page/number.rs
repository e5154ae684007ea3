//! Numbers on a page: as text for people, and raw for programs.

use std::fmt::Display;

use maud::{Markup, html};

use crate::base::Decimal;
use crate::disclosure::{Cell, Count, PartFact, Share};
use crate::text;
use crate::texts::Language;

/// A number with its text.
pub fn data(value: impl Display, text: &str) -> Markup {
    html! { data value=(value) { (text) } }
}

/// A number of students in a narrow place, with signs in place of words.
pub fn count(language: Language, count: Count) -> Markup {
    let text = match count {
        Count::Exact(number) => language.whole(number),
        Count::Few => format!("< {}", language.whole(crate::disclosure::SMALLEST_GROUP)),
        Count::AtLeast(number) => format!("≥ {}", language.whole(number)),
        Count::About(number) => format!("≈ {}", language.whole(number)),
    };
    data(raw_count(count), &text)
}

/// A share in a narrow place; a dash if it is hidden.
pub fn share(language: Language, share: Share) -> Markup {
    let (sign, exact) = match share {
        Share::Exact(_) | Share::Unknown => ("", share),
        Share::AtLeast(tenths) => ("≥ ", Share::Exact(tenths)),
        Share::About(tenths) => ("≈ ", Share::Exact((tenths + 5) / 10 * 10)),
    };
    let text = format!("{sign}{}", language.share(exact));
    raw_share(share).map_or_else(|| html! { (text) }, |raw| data(raw, &text))
}

/// Legend of the signs for numbers that are not disclosed exactly.
pub fn signs(language: Language) -> String {
    text!(language, "page-hidden-groups", smallest = crate::disclosure::SMALLEST_GROUP)
}

/// A part of a whole with its share, if that is disclosed: `88.9% 8 of 9`.
pub fn share_and_part(language: Language, met: &PartFact) -> Markup {
    html! {
        @if met.share != Share::Unknown { (share(language, met.share)) " " }
        small { (part(language, met)) }
    }
}

/// A part of a whole: `8 of 9`.
pub fn part(language: Language, part: &PartFact) -> Markup {
    html! {
        (count(language, part.number)) " " (text!(language, "page-of")) " " (count(language, part.of))
    }
}

/// A distance in metres, written in kilometres with one decimal.
pub fn kilometres(language: Language, metres: i64) -> Markup {
    data(metres, &language.kilometres(metres))
}

/// A number for programs. One that is not exact is marked: `0-4` for a hidden group, `445+` for at least, `450~` for
/// about.
pub fn raw_count(count: Count) -> String {
    match count {
        Count::Exact(number) => number.to_string(),
        Count::Few => format!("0-{}", crate::disclosure::SMALLEST_GROUP - 1),
        Count::AtLeast(number) => format!("{number}+"),
        Count::About(number) => format!("{number}~"),
    }
}

/// A share in percents as programs read it.
fn raw_share(share: Share) -> Option<String> {
    let percent = |tenths: i64| Decimal { scaled: tenths, decimals: 1 };
    match share {
        Share::Exact(tenths) => Some(percent(tenths).to_string()),
        Share::AtLeast(tenths) => Some(format!("{}+", percent(tenths))),
        Share::About(tenths) => Some(format!("{}~", percent(tenths))),
        Share::Unknown => None,
    }
}

/// The number of a cell as programs read it; `None` where it is none.
pub fn raw(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Number(number)
        | Cell::Points(number)
        | Cell::Euros(number)
        | Cell::Metres(number) => Some(number.to_string()),
        Cell::Kilometres(metres) => Some(format!("{metres}~")),
        Cell::Decimal(number) => Some(number.to_string()),
        Cell::Count(count) => Some(raw_count(*count)),
        Cell::Share(share) => raw_share(*share),
        Cell::Gap(thousandths) => Some(Decimal { scaled: *thousandths, decimals: 3 }.to_string()),
        _ => None,
    }
}

/// A cell on a page.
pub fn cell(language: Language, cell: &Cell) -> Markup {
    let text = language.cell(cell);
    raw(cell).map_or_else(|| html! { (text) }, |raw| data(raw, &text))
}

/// The position of a share on a scale of 100; of a bound, the bound itself.
pub fn percent(share: Share) -> Option<f64> {
    match share {
        Share::Exact(tenths) | Share::AtLeast(tenths) | Share::About(tenths) => {
            Some(tenths as f64 / 10.0)
        }
        Share::Unknown => None,
    }
}

/// How long a bar of students is: a bound where the number is one, and where it is only known to be small,
/// the middle of what it may be.
pub fn length(count: Count) -> f64 {
    match count {
        Count::Exact(number) | Count::AtLeast(number) | Count::About(number) => number as f64,
        Count::Few => crate::disclosure::SMALLEST_GROUP as f64 / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_read_what_people_see() {
        let written = |cell| super::cell(Language::Dutch, &cell).into_string();
        assert_eq!(written(Cell::Metres(12_345)), "<data value=\"12345\">12,3 km</data>");
        assert_eq!(written(Cell::Share(Share::Exact(889))), "<data value=\"88.9\">88,9%</data>");
        assert_eq!(written(Cell::Count(Count::Few)), "<data value=\"0-4\">minder dan 5</data>");
        assert_eq!(written(Cell::Gap(301)), "<data value=\"0.301\">0,4%</data>");
        assert_eq!(written(Cell::Empty), "–");
        assert_eq!(
            written(Cell::Text("<b>&\"'</b>".to_owned())),
            "&lt;b&gt;&amp;&quot;'&lt;/b&gt;"
        );
    }
}
