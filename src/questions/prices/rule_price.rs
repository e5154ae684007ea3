//! The prices in the settings of rules.

use serde_json::Value;
use serde_json::value::to_raw_value;

use crate::base::Kilometres;
use crate::input::errors::InputErrors;
use crate::instance::PairKind;
use crate::instance::document::RuleSettings;
use crate::problem::Problem;
use crate::rules::{Rulebook, apart, cards, spread, together};

/// What the name of every setting that is a price ends with.
const ENDING: &str = "worth_km";
/// Prices are tried up to this multiple of today's …
const MULTIPLE: i64 = 4;
/// … and up to 50 km at least, in points.
const LEAST: i64 = 50_000;

/// A price of a rule in force.
#[derive(Debug)]
pub struct RulePrice {
    /// The id of the rule.
    pub rule: &'static str,
    /// The key of the setting.
    pub setting: String,
    /// The price of today, in points.
    pub now: i64,
}

/// The prices of the rules that have something to price in a problem, in the order of the rulebook; without that of
/// rule `spread`, which is rounded for each student, so that the score is no straight line in it.
pub fn all(problem: &Problem) -> Vec<RulePrice> {
    let settings = problem.rulebook.canonical();
    let off = problem.rules_off();
    let without_pairs =
        [(PairKind::Together, together::CARD.id), (PairKind::Apart, apart::CARD.id)]
            .into_iter()
            .filter(|(kind, _)| problem.instance.pairs_of(*kind).next().is_none());
    let without_pairs: Vec<&str> = without_pairs.map(|(_, id)| id).collect();
    let ids = cards().into_iter().map(|card| card.id);
    let is_priced =
        |id: &&str| *id != spread::CARD.id && !off.contains(id) && !without_pairs.contains(id);
    let ids = ids.filter(is_priced);
    let prices = ids.flat_map(|rule| {
        let settings = settings[rule].as_object().into_iter().flatten();
        let prices =
            settings.filter(|(key, _)| key.ends_with(ENDING)).filter_map(|(key, value)| {
                let price = Kilometres::from_number(value.as_f64()?)?;
                Some(RulePrice { rule, setting: key.clone(), now: price.points().0 })
            });
        prices.collect::<Vec<_>>()
    });
    prices.collect()
}

impl RulePrice {
    /// The highest price that is tried, in points.
    pub fn most(&self) -> i64 {
        let most = (self.now * MULTIPLE).max(LEAST);
        most.min(Kilometres::whole(Kilometres::GREATEST).points().0)
    }

    /// The problem with another price, in points.
    ///
    /// # Errors
    /// If the problem has more cluster options than the engine accepts.
    ///
    /// # Panics
    /// Never, for a price from 0 to [`RulePrice::most`]: the settings of a rulebook can be read again.
    pub fn replaced(&self, problem: &Problem, price: i64) -> Result<Problem, InputErrors> {
        let mut settings = problem.rulebook.canonical();
        let price = Kilometres::from_number(price as f64 / 1000.0).expect("a price in range");
        settings[self.rule][&self.setting] = serde_json::json!(price);
        let Value::Object(settings) = settings else { unreachable!("settings are an object") };
        let settings: RuleSettings = settings
            .into_iter()
            .map(|(rule, value)| (rule, to_raw_value(&value).expect("a value is plain JSON")))
            .collect();
        let rulebook = Rulebook::read(&settings).expect("the settings of a rulebook");
        Problem::new(problem.instance.clone(), rulebook)
    }
}
