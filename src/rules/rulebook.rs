//! The rulebook: one line per rule, in the order of the problem statement. A school that several rules refuse
//! counts for the first of them, so that the order matters.

use std::collections::BTreeMap;

use schemars::schema_for;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Card, Rule, Sizes, Switch, Tariff, forming};
use crate::base::Points;
use crate::input::errors::{InputErrors, InputWarning};
use crate::instance::document::RuleSettings;
use crate::instance::{Instance, StudentId};
use crate::plan::Conventions;
use crate::plan::assignment::Origin;

/// Lists the rules: a line `id: Type` makes a field of [`Rulebook`] and an entry in each of its lists.
/// The module `id` is declared in `rules/mod.rs`, since rustfmt formats no module that a macro declares.
macro_rules! rulebook {
    ($($field:ident: $Rule:ident,)+) => {
        $(pub use super::$field::$Rule;)+

        /// The rules of an instance, each with its settings; `None` is off.
        #[derive(Clone, Debug)]
        pub struct Rulebook {
            $(#[doc = concat!("Rule `", stringify!($field), "`.")] pub $field: Option<$Rule>,)+
            /// Rules that are in no list, so that a test can try one.
            #[cfg(test)]
            pub further: Vec<&'static dyn Rule>,
        }

        /// The cards of all rules, in order.
        pub fn cards() -> Vec<&'static Card> {
            vec![$(&super::$field::CARD,)+]
        }

        /// The settings of a rule, in the order of their keys; none of an unknown rule.
        pub fn settings(rule: &str) -> Vec<RuleSetting> {
            match rule {
                $(stringify!($field) => settings_of(&schema_for!($Rule).to_value()),)+
                _ => Vec::new(),
            }
        }

        /// The JSON Schema of the key `rules`.
        pub fn settings_schema() -> Value {
            let mut properties = serde_json::Map::new();
            $(properties.insert(
                stringify!($field).to_owned(),
                rule_schema(&super::$field::CARD, schema_for!($Rule).to_value()),
            );)+
            serde_json::json!({
                "description": "Settings per rule. What is absent or null takes its default.",
                "type": ["object", "null"],
                "properties": properties,
                "additionalProperties": false,
            })
        }

        impl Rulebook {
            /// Reads the settings of an instance; `None` where something in them cannot be read,
            /// which the schema then explains.
            pub fn read(settings: &RuleSettings) -> Option<Self> {
                let known = [$(stringify!($field),)+];
                if !settings.keys().all(|key| known.contains(&key.as_str())) {
                    return None;
                }
                Some(Self {
                    $($field: read_rule::<$Rule>(
                        &super::$field::CARD,
                        settings.get(stringify!($field)).map(|raw| &**raw),
                    )?,)+
                    #[cfg(test)]
                    further: Vec::new(),
                }
                .with_remainders())
            }

            /// Switches a rule off, whether or not its card allows that to an instance.
            pub fn lift(&mut self, rule: &str) {
                match rule {
                    $(stringify!($field) => self.$field = None,)+
                    _ => {}
                }
            }

            fn listed(&self) -> impl Iterator<Item = &dyn Rule> {
                let rules = [$(self.$field.as_ref().map(|rule| rule as &dyn Rule),)+];
                rules.into_iter().flatten()
            }

            fn values(&self) -> BTreeMap<&'static str, Value> {
                BTreeMap::from([$((stringify!($field), to_value(self.$field.as_ref())),)+])
            }
        }
    };
}

rulebook! {
    placement: PlacementRule,
    places: PlacesRule,
    cluster_size: ClusterSizeRule,
    forming: FormingRule,
    meeting_day: MeetingDayRule,
    denomination: DenominationRule,
    travel: TravelRule,
    exclusion: ExclusionRule,
    fixed: FixedRule,
    wishes: WishesRule,
    concept: ConceptRule,
    admission: AdmissionRule,
    variety: VarietyRule,
    board_share: BoardShareRule,
    spread: SpreadRule,
    school_minimum: SchoolMinimumRule,
    year_mix: YearMixRule,
    interprofessional: InterprofessionalRule,
    shell: ShellRule,
    continuity: ContinuityRule,
    budget: BudgetRule,
    together: TogetherRule,
    apart: ApartRule,
}

/// The card of a rule; `None` if there is no such rule.
pub fn card(rule: &str) -> Option<&'static Card> {
    cards().into_iter().find(|card| card.id == rule)
}

impl Rulebook {
    /// The rules in force, in order.
    pub fn rules(&self) -> Vec<&dyn Rule> {
        #[cfg(not(test))]
        return self.listed().collect();
        #[cfg(test)]
        self.listed().chain(self.further.iter().copied()).collect()
    }

    /// The tariffs of the rules in force, in order.
    pub fn tariffs(&self) -> Vec<&dyn Tariff> {
        self.rules().into_iter().filter_map(Rule::tariff).collect()
    }

    /// The ids of the rules that are off, in order.
    pub fn off(&self) -> Vec<&'static str> {
        let values = self.values();
        let is_off = |card: &&Card| {
            values[card.id] == Value::Bool(false)
                || (card.id == forming::CARD.id && !self.forming().in_force)
        };
        cards().into_iter().filter(is_off).map(|card| card.id).collect()
    }

    /// The settings that concern more than one rule.
    pub fn conventions(&self) -> Conventions {
        let default_day = MeetingDayRule::default().default_day;
        Conventions {
            default_day: self.meeting_day.as_ref().map_or(default_day, |rule| rule.default_day),
            smallest_cluster: self.cluster_size.as_ref().map_or(0, |rule| rule.min.get()),
            locks: self.fixed.is_some(),
        }
    }

    /// Collects what the rules find wrong with their settings, alone or against the instance.
    pub fn validate(&self, instance: &Instance, errors: &mut InputErrors) {
        for rule in self.rules() {
            rule.validate(instance, &self.conventions(), errors);
        }
    }

    /// Collects settings of the rules that are allowed and yet probably a mistake.
    pub fn warnings(&self) -> Vec<InputWarning> {
        let mut warnings = Vec::new();
        self.rules().iter().for_each(|rule| rule.warn(&mut warnings));
        warnings
    }

    /// The rule by which clusters are formed: it is there even when it is switched off.
    ///
    /// # Panics
    /// Never, for a rulebook that was read.
    pub fn forming(&self) -> &FormingRule {
        self.forming.as_ref().expect("`with_remainders` has put what remains of it")
    }

    /// The points for leaving one student out, by all rules that price it per student. What depends on other
    /// students of the entry, such as changes of a cohort that was in several places, is not included.
    ///
    /// # Panics
    /// Never: rule `placement` cannot be off.
    pub fn leaving_out(&self, instance: &Instance, student: StudentId) -> Points {
        let placement = self.placement.as_ref().expect("rule `placement` is always on");
        let continuity = self.continuity.as_ref();
        let change = continuity.map(|rule| rule.leaving_out(instance, student));
        placement.worth(&instance.students[student]) + change.unwrap_or_default()
    }

    /// The bounds on a cluster's members; any number is allowed if rule `cluster_size` is off.
    pub fn sizes(&self, instance: &Instance, origin: Origin) -> Sizes {
        let any = Sizes { min: 0, target: 0, max: i64::MAX, below_min: None };
        self.cluster_size.as_ref().map_or(any, |rule| rule.sizes(instance, origin))
    }

    /// All settings with their defaults filled in, `false` for rules that are off.
    pub fn canonical(&self) -> Value {
        let mut values = self.values();
        for off in self.off() {
            values.insert(off, Value::Bool(false));
        }
        let days = self.forming().meeting_days(&self.conventions());
        if let Some(Value::Object(forming)) = values.get_mut(forming::CARD.id) {
            forming.insert("meeting_days".to_owned(), serde_json::json!(days));
        }
        serde_json::json!(values)
    }

    fn with_remainders(mut self) -> Self {
        self.forming.get_or_insert_with(FormingRule::switched_off);
        self
    }
}

/// A rule's settings as written: `Some(None)` is off, `None` cannot be read.
#[expect(clippy::option_option, reason = "off and unreadable are different")]
fn read_rule<R: Rule + Default + DeserializeOwned>(
    card: &Card,
    written: Option<&RawValue>,
) -> Option<Option<R>> {
    let by_default = || (card.switch != Switch::Off).then(R::default);
    let Some(written) = written else { return Some(by_default()) };
    match serde_json::from_str(written.get()).ok()? {
        Value::Null => Some(by_default()),
        Value::Bool(false) if card.switch != Switch::Always => Some(None),
        Value::Object(mut settings) => {
            settings.retain(|_, value| !value.is_null());
            serde_json::from_value(Value::Object(settings)).ok().map(Some)
        }
        _ => None,
    }
}

fn to_value<R: Serialize>(rule: Option<&R>) -> Value {
    rule.map_or(Value::Bool(false), |rule| serde_json::json!(rule))
}

/// A setting of a rule, for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleSetting {
    /// Its key.
    pub key: String,
    /// Its default, as JSON; `–` where its absence means something of its own.
    pub default: String,
    /// What it means.
    pub meaning: String,
}

fn settings_of(schema: &Value) -> Vec<RuleSetting> {
    let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    properties
        .map(|(key, property)| RuleSetting {
            key: key.clone(),
            default: match &property["default"] {
                Value::Null => "–".to_owned(),
                default => default.to_string(),
            },
            meaning: property["description"].as_str().unwrap_or_default().replace('\n', " "),
        })
        .collect()
}

/// The schema of one rule's settings: an object, `null`, or `false` where it may be off.
fn rule_schema(card: &'static Card, mut schema: Value) -> Value {
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
        schema.remove("title");
    }
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for property in properties.values_mut() {
            let settings = property.take();
            *property = serde_json::json!({ "anyOf": [settings, { "type": "null" }] });
        }
    }
    let mut allowed = vec![schema, serde_json::json!({ "type": "null" })];
    if card.switch != Switch::Always {
        allowed.insert(0, serde_json::json!({ "const": false }));
    }
    serde_json::json!({ "description": card.statement(), "anyOf": allowed })
}
