//! Figures of which only bounds may be disclosed, in words and with signs.

use crate::base::Decimal;
use crate::disclosure::{FigureBounds, SMALLEST_GROUP};
use crate::message;
use crate::texts::{Language, Message};

/// What a bound says: one of both ends is enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
    AtLeast(Decimal),
    AtMost(Decimal),
    /// Fewer than [`SMALLEST_GROUP`] students.
    Few,
}

fn said(FigureBounds { least, most }: FigureBounds) -> Option<Said> {
    match (least.filter(|least| least.scaled > 0), most) {
        (Some(least), _) => Some(Said::AtLeast(least)),
        (None, Some(most)) if most == (Decimal { scaled: SMALLEST_GROUP - 1, decimals: 0 }) => {
            Some(Said::Few)
        }
        (None, most) => most.map(Said::AtMost),
    }
}

/// A mean that is about a whole number of kilometres, with a sign, and for programs; given in metres.
pub fn about(metres: Decimal, language: Language) -> (String, String) {
    let kilometres = metres.thousandth().rounded(0).scaled;
    (format!("≈ {}", language.whole(kilometres)), format!("{kilometres}~"))
}

/// The bounds in words, such as "at least 96.0"; `None` where there are none.
pub fn in_words(bounds: FigureBounds) -> Option<Message> {
    Some(match said(bounds)? {
        Said::AtLeast(least) => message!("amount-at-least", amount = least),
        Said::AtMost(most) => message!("amount-at-most", amount = most),
        Said::Few => message!("amount-fewer-than", amount = SMALLEST_GROUP),
    })
}

/// The bounds with a sign, such as `≥ 96.0`, and for programs, such as `96.0+`; `None` where there are none.
pub fn with_sign(bounds: FigureBounds, language: Language) -> Option<(String, String)> {
    Some(match said(bounds)? {
        Said::AtLeast(least) => (format!("≥ {}", language.number(least)), format!("{least}+")),
        Said::AtMost(most) => (format!("≤ {}", language.number(most)), format!("0-{most}")),
        Said::Few => {
            let few = SMALLEST_GROUP;
            (format!("< {}", language.whole(few)), format!("0-{}", few - 1))
        }
    })
}
