//! The certificate as a file: `"format": "plaatswijzer/certificate/1"`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bounded_types;
use crate::input::errors::InputErrors;
use crate::input::{read_document, to_pretty_json};
use crate::plan::InstanceReference;

bounded_types! {
    /// A multiplier of a row: above 0 it takes the row at its lower side, below 0 at its upper side.
    pub Multiplier: -9_007_199_254_740_991..=9_007_199_254_740_991;
    /// A multiplier of the upper bound of a variable.
    pub UpperMultiplier: 1..=9_007_199_254_740_991;
    /// What a sum is divided by, or an objective is multiplied by.
    pub Divisor: 1..=1_000_000_000;
}

/// The format of a certificate, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum CertificateFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/certificate/1")]
    Version1,
}

/// What proves in whole numbers that no plan is better than some value.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer certificate")]
pub struct Certificate {
    /// The format of this file.
    pub format: CertificateFormat,
    /// The instance that it is about.
    pub instance: InstanceReference,
    /// SHA-256 of the integer program, as `export --mps` writes it, in lowercase hexadecimal digits.
    pub program_sha256: String,
    /// Rows that every plan keeps, each derived from rows of the program and from cuts before it. The name of the first is
    /// `cut[0]`, of the next `cut[1]`, and so on.
    pub cuts: Vec<Cut>,
    /// What is proven of each goal level, in their order.
    pub levels: Vec<LevelProof>,
}

/// A row that follows from others by rounding (Chvátal, 1973): a sum of rows, divided. In every plan it is at least its
/// side, with each coefficient, and then the side, rounded up to a whole number.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The multiplier of each row by its name.
    pub rows: BTreeMap<String, Multiplier>,
    /// The multipliers of the upper bounds of variables by their names. Absent: none.
    #[serde(default)]
    pub upper: Option<BTreeMap<String, UpperMultiplier>>,
    /// What the sum is divided by.
    pub divisor: Divisor,
}

/// What is proven of a goal level.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelProof {
    /// The name of the goal, as in the exported program.
    pub goal: String,
    /// What the plan has reached. The levels after this one are about plans that have at most this here: the row
    /// `hold[…]`, with the name of the goal, says so.
    pub value: i64,
    /// What the objective is multiplied by, so that whole multipliers are fine enough.
    pub scale: Divisor,
    /// The multiplier of each row by its name, also of cuts and of the levels held. Others are 0.
    pub rows: BTreeMap<String, Multiplier>,
    /// Cases that are proven one by one. Absent: none.
    #[serde(default)]
    pub branch: Option<Box<Branch>>,
    /// What follows from them: no plan that holds the levels before has less.
    pub bound: i64,
}

/// Two cases, of which every plan is one: a whole number is at most some value, or above it. What is proven of both is
/// proven of the plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// What is a whole number in every plan.
    pub of: Divided,
    /// The greatest value in the first case.
    pub at: i64,
    /// The case in which it is at most that.
    pub below: Case,
    /// The case in which it is at least one more.
    pub above: Case,
}

/// What two cases differ in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Divided {
    /// The whole variable with this name.
    Variable(String),
    /// The sum of the row with this name, of whole variables alone. It gets another side in each case.
    Row(String),
}

/// One of two cases.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The multipliers that are others than around this case; 0 for a row that no longer counts.
    pub rows: BTreeMap<String, Multiplier>,
    /// The cases within this one, which are proven instead of it. Absent: none.
    #[serde(default)]
    pub branch: Option<Box<Branch>>,
}

impl Certificate {
    /// The format of a certificate.
    pub const FORMAT: &'static str = "plaatswijzer/certificate/1";

    /// Reads a certificate. Only [`check`](super::check) says whether it proves anything.
    ///
    /// # Errors
    /// Every problem of its text and form.
    pub fn read(bytes: &[u8]) -> Result<Self, InputErrors> {
        read_document(Self::FORMAT, bytes)
    }

    /// The text of a certificate file: indented, with a line end at the end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }
}
