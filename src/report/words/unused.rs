//! Why an existing cluster is not used, and what would keep it.

use crate::message;
use crate::problem::{Shortage, WhyUnused};
use crate::texts::Language;

impl Language {
    /// Why an existing cluster is not used.
    pub fn why_unused(self, why: &WhyUnused) -> String {
        let why = match why {
            WhyUnused::TooFewPlaces(Shortage { number, needed }) => {
                message!("unused-too-few-places", count = *number, needed = *needed)
            }
            WhyUnused::TooFewStudents(Shortage { number, needed }) => {
                message!("unused-too-few-students", count = *number, needed = *needed)
            }
            WhyUnused::LimitReached { owner, most } => {
                message!("unused-limit-reached", owner = owner, count = *most)
            }
            WhyUnused::NotBetter => message!("unused-not-better"),
            WhyUnused::NotKnown => message!("unused-not-known"),
        };
        why.in_language(self)
    }

    /// The smallest change that removes this reason.
    pub fn to_keep(self, why: &WhyUnused) -> String {
        let change = match why {
            WhyUnused::TooFewPlaces(short) => {
                let (missing, least) = (short.missing(), short.number);
                message!("unused-keep-places", count = missing, least = least)
            }
            WhyUnused::TooFewStudents(short) => {
                message!("unused-keep-students", count = short.missing(), least = short.number)
            }
            WhyUnused::LimitReached { owner, .. } => {
                message!("unused-keep-limit", owner = owner)
            }
            WhyUnused::NotBetter | WhyUnused::NotKnown => message!("unused-keep-price"),
        };
        change.in_language(self)
    }
}
