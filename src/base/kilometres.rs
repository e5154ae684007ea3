//! Kilometres in files, which the engine counts in metres.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Metres, Points};

/// A distance or price in kilometres from a file: 0 to 100,000 with at most three decimals, so that it is a whole
/// number of metres, and of points.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Kilometres(Metres);

impl Kilometres {
    /// The greatest number allowed, in kilometres: more than twice around the Earth.
    pub const GREATEST: i64 = 100_000;

    /// A whole number of kilometres.
    ///
    /// # Panics
    /// If the number is negative or above [`Kilometres::GREATEST`].
    pub const fn whole(kilometres: i64) -> Self {
        assert!(kilometres >= 0 && kilometres <= Self::GREATEST);
        Self(Metres(kilometres * 1000))
    }

    /// The distance.
    pub const fn metres(self) -> Metres {
        self.0
    }

    /// The smaller of this distance and a number of metres.
    #[must_use]
    pub fn at_most(self, metres: Metres) -> Self {
        Self(self.0.min(metres.max(Metres::ZERO)))
    }

    /// This distance as a price: a point is a metre.
    pub const fn points(self) -> Points {
        Points(self.0.0)
    }

    /// The kilometres that a number in a file means; `None` if it is negative, above [`Kilometres::GREATEST`] or has
    /// a fourth decimal.
    pub fn from_number(number: f64) -> Option<Self> {
        let metres = (number * 1000.0).round();
        let written_back = metres / 1000.0;
        // The shortest text of a double reads back as that double, so a number
        // with at most three decimals is exactly the nearest double to m/1000.
        #[expect(clippy::float_cmp, reason = "the same double is meant, not a near one")]
        let exact = written_back == number;
        if !exact || !(0.0..=Self::GREATEST as f64 * 1000.0).contains(&metres) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
        Some(Self(Metres(metres as i64)))
    }
}

impl<'de> Deserialize<'de> for Kilometres {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        // For developers: people read what the check against the JSON Schema says, which comes first.
        Self::from_number(number).ok_or_else(|| {
            D::Error::invalid_value(Unexpected::Float(number), &"whole metres, 0..=100000 km")
        })
    }
}

impl Serialize for Kilometres {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.0 % 1000 == 0 {
            serializer.serialize_i64(self.0.0 / 1000)
        } else {
            serializer.serialize_f64(self.0.0 as f64 / 1000.0)
        }
    }
}

impl JsonSchema for Kilometres {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Kilometres".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number", "minimum": 0, "maximum": Self::GREATEST, "multipleOf": 0.001,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_three_decimals_are_exact() {
        for (number, metres) in
            [(0.0, 0), (0.001, 1), (1.005, 1005), (12.34, 12_340), (250.0, 250_000)]
        {
            assert_eq!(
                Kilometres::from_number(number).map(Kilometres::metres),
                Some(Metres(metres))
            );
        }
        for number in [-0.001, 0.0005, 1.000_1, 100_000.001, f64::NAN, f64::INFINITY] {
            assert_eq!(Kilometres::from_number(number), None, "{number}");
        }
    }
}
