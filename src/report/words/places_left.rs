//! Why students left the places that an earlier plan gave them.

use super::super::amount::exact_kilometres;
use crate::disclosure::{PlaceLeft, WhyLeft};
use crate::message;
use crate::texts::{Language, Message};

impl Language {
    /// Why a place was left, and what the student's place of today costs more or less.
    pub fn place_left(self, left: &PlaceLeft) -> String {
        let why = self.why_left(&left.why);
        // One decimal is precise enough, except where it would say that there is no difference.
        let price = |points: i64| match points.abs() {
            metres @ ..50 => exact_kilometres(metres),
            metres => exact_kilometres((metres + 50) / 100 * 100),
        };
        let whole = match left.dearer {
            None => why,
            Some(0) => message!("left-same-price", why = why),
            Some(points @ ..0) => message!("left-cheaper", why = why, price = price(points)),
            Some(points) => message!("left-dearer", why = why, price = price(points)),
        };
        whole.in_language(self)
    }

    fn why_left(self, why: &WhyLeft) -> Message {
        match why {
            WhyLeft::Refused(rule) => message!("left-refused", rule = self.rule_title(rule)),
            WhyLeft::NotUsed => message!("left-not-used"),
            WhyLeft::FewerPlaces { students, places } => {
                message!("left-fewer-places", students = *students, places = *places)
            }
            WhyLeft::Full(places) => message!("left-full", places = *places),
            WhyLeft::GroupFull => message!("left-group-full"),
            WhyLeft::ClusterFull => message!("left-cluster-full"),
            WhyLeft::Room => message!("left-room"),
        }
    }
}
