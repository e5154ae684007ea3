//! Which denominations of schools meet a wish, by the settings: `denominatie christelijk | PC; RK`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::entry::Entry;
use super::lists;
use super::setting_values::subject;
use super::vocabulary::denomination_key;

/// How the key of such a setting begins, folded.
const BEGINNINGS: [&str; 4] = ["denominaties", "denominations", "denominatie", "denomination"];

/// The denominations that meet a wish besides the wished one itself, by the key of the wish.
#[derive(Debug, Default)]
pub struct MetBy {
    by_wish: BTreeMap<String, Vec<String>>,
    /// As written: wish, and what meets it.
    pub written: Vec<(String, String)>,
}

impl MetBy {
    /// Takes these settings out of the rows of settings.
    pub fn take(settings: &mut Vec<Entry>) -> Self {
        let mut met_by = Self::default();
        settings.retain(|entry| {
            let text = |key: &str| entry.filled.values.get(key).and_then(Value::as_str);
            let (Some(key), Some(value)) = (text("key"), text("value")) else { return true };
            let Some(wish) = wished(key).filter(|_| entry.filled.broken.is_empty()) else {
                return true;
            };
            // A comma can be no part of a denomination.
            let Ok(listed) = lists::values(&value.replace(',', ";")) else { return true };
            let keys = met_by.by_wish.entry(denomination_key(&wish)).or_default();
            keys.extend(listed.iter().map(|one| denomination_key(one)));
            met_by.written.push((wish, listed.join(", ")));
            false
        });
        met_by
    }

    /// The keys of what meets a wish besides itself; `None` where the settings say nothing of it.
    pub fn keys(&self, wish: &str) -> Option<&[String]> {
        self.by_wish.get(&denomination_key(wish)).map(Vec::as_slice)
    }
}

/// The denomination that a key is about: `denominatie christelijk`, `denominations.christelijk`.
fn wished(key: &str) -> Option<String> {
    subject(key, &BEGINNINGS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_denominations_are_told_from_others() {
        assert_eq!(wished("Denominatie breed christelijk").as_deref(), Some("breed christelijk"));
        assert_eq!(wished("denominations.PC").as_deref(), Some("PC"));
        assert_eq!(wished("denominatie: PC").as_deref(), Some("PC"));
        for key in ["rules.denomination.worth_km", "denominatie", "denomination.", "name"] {
            assert_eq!(wished(key), None, "{key}");
        }
    }
}
