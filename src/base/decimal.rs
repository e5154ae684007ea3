//! Numbers with a fixed number of decimals, kept as whole numbers.

use serde::{Serialize, Serializer};

/// An exact number with a fixed number of decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decimal {
    /// The number times 10^`decimals`.
    pub scaled: i64,
    /// Number of decimals.
    pub decimals: u32,
}

impl Decimal {
    /// A quotient, rounded half away from zero. The denominator must be positive.
    ///
    /// # Panics
    /// When the quotient is beyond 64 bits.
    pub fn quotient(numerator: i128, denominator: i128, decimals: u32) -> Self {
        let twice = 2 * numerator * power(decimals);
        let rounded = (twice + twice.signum() * denominator) / (2 * denominator);
        let scaled = i64::try_from(rounded).expect("figures are far below 2^63");
        Self { scaled, decimals }
    }

    /// The number with another number of decimals, rounded half away from zero.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Self {
        Self::quotient(self.scaled.into(), power(self.decimals), decimals)
    }

    /// A thousandth of the number, exact: converts metres to kilometres.
    #[must_use]
    pub fn thousandth(self) -> Self {
        Self { decimals: self.decimals + 3, ..self }
    }

    /// The number without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self { scaled: self.scaled.abs(), ..self }
    }

    /// The nearest double. With fewer than 16 digits, its shortest decimal text is that of this number.
    pub fn double(self) -> f64 {
        self.scaled as f64 / power(self.decimals) as f64
    }

    /// The digits before and after the decimal sign, without sign.
    pub fn digits(self) -> (String, String) {
        let width = self.decimals as usize;
        let digits = format!("{:0>1$}", self.scaled.unsigned_abs(), width + 1);
        let (whole, fraction) = digits.split_at(digits.len() - width);
        (whole.to_owned(), fraction.to_owned())
    }
}

/// 10 to a power.
///
/// # Panics
/// When the power is beyond 128 bits.
pub fn power(decimals: u32) -> i128 {
    10_i128.pow(decimals)
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.scaled < 0 { "-" } else { "" };
        let (whole, fraction) = self.digits();
        let point = if fraction.is_empty() { "" } else { "." };
        write!(formatter, "{sign}{whole}{point}{fraction}")
    }
}

impl Serialize for Decimal {
    /// Written as a JSON number, which is exact: all figures have fewer than 16 digits.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.decimals == 0 {
            return serializer.serialize_i64(self.scaled);
        }
        serializer.serialize_f64(self.double())
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn decimal(scaled: i64, decimals: u32) -> Decimal {
        Decimal { scaled, decimals }
    }

    #[test]
    fn it_is_written_with_all_its_decimals() {
        let written = [(12, 0), (801, 1), (-5, 1), (-12, 2), (0, 3), (1000, 3)]
            .map(|(scaled, decimals)| decimal(scaled, decimals).to_string());
        assert_eq!(written, ["12", "80.1", "-0.5", "-0.12", "0.000", "1.000"]);
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(Decimal::quotient(5, 2, 0), decimal(3, 0));
        assert_eq!(Decimal::quotient(-5, 2, 0), decimal(-3, 0));
        assert_eq!(Decimal::quotient(-1, 3, 2), decimal(-33, 2));
        assert_eq!(decimal(12_345, 0).thousandth().rounded(1), decimal(123, 1));
        assert_eq!(decimal(-12_350, 0).thousandth().rounded(1), decimal(-124, 1));
        assert_eq!(decimal(8, 1).rounded(2), decimal(80, 2));
    }

    #[test]
    fn json_has_the_number_as_it_is_written() {
        for (scaled, decimals, text) in
            [(801, 1, "80.1"), (3_333, 4, "0.3333"), (-120, 1, "-12.0"), (7, 0, "7")]
        {
            let number = decimal(scaled, decimals);
            assert_eq!(serde_json::to_string(&number).unwrap(), text);
            assert_eq!(number.to_string(), text);
        }
    }
}
