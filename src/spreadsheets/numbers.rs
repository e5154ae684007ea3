//! Numbers as people type them in two countries: `1.5` and `1,5` are the same, and `1.234` may be two
//! numbers, which is said and not guessed.

/// Why a text is no number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoNumber {
    /// It may be read with a decimal sign or with a sign between thousands: both readings.
    Ambiguous(String, String),
    /// It is something else.
    Other,
}

/// A number with or without decimals; with a sign between thousands it could be at most `greatest`.
///
/// # Errors
/// Why it is none.
pub fn decimal(text: &str, greatest: f64) -> Result<f64, NoNumber> {
    let (sign, digits) = signed(text);
    let Some((whole, fraction)) = parts(digits) else { return Err(NoNumber::Other) };
    let with_decimals = format!("{sign}{whole}.{fraction}");
    if looks_like_thousands(whole, fraction) {
        let together = format!("{whole}{fraction}");
        if together.parse::<f64>().is_ok_and(|number| number <= greatest) {
            return Err(NoNumber::Ambiguous(with_decimals, format!("{sign}{together}")));
        }
    }
    let text = if fraction.is_empty() { format!("{sign}{whole}") } else { with_decimals };
    text.parse().map_err(|_| NoNumber::Other)
}

/// A whole number; `12,0` is one.
///
/// # Errors
/// Why it is none.
pub fn whole(text: &str) -> Result<i64, NoNumber> {
    let (sign, digits) = signed(text);
    let Some((whole, fraction)) = parts(digits) else { return Err(NoNumber::Other) };
    if looks_like_thousands(whole, fraction) {
        let with_decimals = format!("{sign}{whole}.{fraction}");
        return Err(NoNumber::Ambiguous(with_decimals, format!("{sign}{whole}{fraction}")));
    }
    if fraction.bytes().any(|digit| digit != b'0') {
        return Err(NoNumber::Other);
    }
    format!("{sign}{whole}").parse().map_err(|_| NoNumber::Other)
}

/// The whole number that a number is.
pub fn as_whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "below 10^15 every whole double is exact")]
    (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}

/// Whether a text is a long number that a spreadsheet has cut off, such as `1,23457E+11`.
pub fn is_cut_off(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else { return false };
    parts(digits).is_some_and(|(_, fraction)| !fraction.is_empty())
        && power.strip_prefix('+').is_some_and(is_digits)
}

fn signed(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", text),
    }
}

/// The digits before and behind the only point or comma.
fn parts(text: &str) -> Option<(&str, &str)> {
    let Some((whole, fraction)) = text.split_once(['.', ',']) else {
        return is_digits(text).then_some((text, ""));
    };
    (is_digits(whole) && is_digits(fraction)).then_some((whole, fraction))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn looks_like_thousands(whole: &str, fraction: &str) -> bool {
    fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_commas_are_decimal_signs_where_nothing_else_is_possible() {
        assert_eq!(decimal("1,5", 100.0), Ok(1.5));
        assert_eq!(decimal("-1.25", 100.0), Ok(-1.25));
        assert_eq!(decimal("53,219", 90.0), Ok(53.219));
        assert_eq!(decimal("0.125", 1000.0), Ok(0.125));
        let both = NoNumber::Ambiguous("40.125".to_owned(), "40125".to_owned());
        assert_eq!(decimal("40,125", 100_000.0), Err(both));
        for text in ["", "x", "1.2.3", "1.234,5", ".5", "5.", "1e3", "NaN", "1 234"] {
            assert_eq!(decimal(text, 1e9), Err(NoNumber::Other), "{text}");
        }
    }

    #[test]
    fn whole_numbers_have_no_decimals() {
        assert_eq!(whole("012"), Ok(12));
        assert_eq!(whole("12,0"), Ok(12));
        assert_eq!(whole("12.5"), Err(NoNumber::Other));
        let both = NoNumber::Ambiguous("1.234".to_owned(), "1234".to_owned());
        assert_eq!(whole("1.234"), Err(both));
        assert_eq!(as_whole(12.0), Some(12));
        assert_eq!([12.5, 1e15, f64::NAN].map(as_whole), [None; 3]);
    }

    #[test]
    fn long_numbers_that_were_cut_off_are_seen() {
        assert!(is_cut_off("1,23457E+11") && is_cut_off("1.2E+5"));
        assert!(!is_cut_off("32E00") && !is_cut_off("03WU00") && !is_cut_off("E+5"));
    }
}
