//! The two languages, and how each writes numbers and lists.

use crate::base::Decimal;

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Dutch: `1.234,5`.
    Dutch,
    /// English: `1,234.5`.
    #[default]
    English,
}

impl Language {
    /// The code of the language: `nl` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language with a code.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Dutch, Self::English].into_iter().find(|language| language.code() == code)
    }

    /// The sign before the decimals of a number.
    pub const fn decimal_sign(self) -> &'static str {
        match self {
            Self::Dutch => ",",
            Self::English => ".",
        }
    }

    /// A number with all its decimals.
    pub fn number(self, number: Decimal) -> String {
        let point = self.decimal_sign();
        let thousands = match self {
            Self::Dutch => ".",
            Self::English => ",",
        };
        let sign = if number.scaled < 0 { "-" } else { "" };
        let (whole, fraction) = number.digits();
        let point = if fraction.is_empty() { "" } else { point };
        format!("{sign}{}{point}{fraction}", grouped(&whole, thousands))
    }

    /// A difference, with its sign.
    pub fn signed(self, number: Decimal) -> String {
        let sign = if number.scaled > 0 { "+" } else { "" };
        format!("{sign}{}", self.number(number))
    }

    /// A whole number.
    pub fn whole(self, number: i64) -> String {
        self.number(Decimal { scaled: number, decimals: 0 })
    }

    /// A list in words: `a, b and c`.
    pub fn list(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                format!("{} {} {last}", first.join(", "), crate::text!(self, "list-and"))
            }
        }
    }
}

/// Digits in groups of three.
fn grouped(digits: &str, separator: &str) -> String {
    let first = digits.len() % 3;
    let (start, rest) = digits.split_at(first);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let start = (first > 0).then(|| start.to_owned());
    start.into_iter().chain(groups).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_signs() {
        let written = |scaled: i64, decimals: u32| {
            let number = Decimal { scaled, decimals };
            [Language::Dutch.number(number), Language::English.signed(number)]
        };
        assert_eq!(written(12_345_678, 1), ["1.234.567,8", "+1,234,567.8"]);
        assert_eq!(written(-123_456, 0), ["-123.456", "-123,456"]);
        assert_eq!(written(0, 1), ["0,0", "0.0"]);
        assert_eq!(written(999, 0), ["999", "+999"]);
    }

    #[test]
    fn a_list_ends_with_and() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(Language::English.list(&names), "a, b and c");
        assert_eq!(Language::Dutch.list(&names[..2]), "a en b");
        assert_eq!(Language::Dutch.list(&names[..1]), "a");
    }
}
