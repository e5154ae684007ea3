//! Whole numbers with bounds. The type that reads such a number from a file also writes its bounds into the JSON
//! Schema, so that they are defined once.

/// A number outside the bounds of its type.
///
/// `Display` is for developers: what people read about a number in a file is written by the check against the
/// JSON Schema, which comes first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutOfBounds {
    /// What was found.
    pub found: i64,
    /// The least value allowed.
    pub least: i64,
    /// The greatest value allowed.
    pub greatest: i64,
}

impl std::fmt::Display for OutOfBounds {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { found, least, greatest } = self;
        write!(formatter, "{found} outside {least}..={greatest}")
    }
}

impl std::error::Error for OutOfBounds {}

/// Declares bounded whole numbers:
/// `bounded_types! { /// Places at a school. pub Places: 0..=10_000; }`.
#[macro_export]
macro_rules! bounded_types {
    ($($(#[$attribute:meta])* $visibility:vis $name:ident: $least:literal..=$greatest:literal;)+) => {$(
        $(#[$attribute])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug,
            serde::Serialize, serde::Deserialize,
        )]
        #[serde(try_from = "i64", into = "i64")]
        $visibility struct $name(i64);

        impl $name {
            /// The least value allowed.
            pub const LEAST: i64 = $least;
            /// The greatest value allowed.
            pub const GREATEST: i64 = $greatest;

            /// The value as a plain number.
            pub const fn get(self) -> i64 {
                self.0
            }

            /// A value known when the program is written.
            ///
            /// # Panics
            /// When the value is out of bounds.
            pub const fn constant(value: i64) -> Self {
                assert!(value >= $least && value <= $greatest);
                Self(value)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = $crate::base::OutOfBounds;
            fn try_from(found: i64) -> Result<Self, Self::Error> {
                if ($least..=$greatest).contains(&found) {
                    Ok(Self(found))
                } else {
                    Err($crate::base::OutOfBounds { found, least: $least, greatest: $greatest })
                }
            }
        }

        impl From<$name> for i64 {
            fn from(value: $name) -> i64 {
                value.0
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "integer", "minimum": Self::LEAST, "maximum": Self::GREATEST,
                })
            }
        }
    )+};
}
