//! The names of students, by which other students' rows may refer to them. They are no part of an instance.

use std::collections::BTreeMap;

use super::fold::tidy;

/// The ways in which people may write the name of a student with this contact data; none without a name.
pub fn ways(contact: &BTreeMap<&'static str, String>) -> Vec<String> {
    let part = |path| tidy(contact.get(path).map_or("", String::as_str));
    let [first, prefix, last, whole] =
        ["contact.first_name", "contact.name_prefix", "contact.last_name", "contact.name"]
            .map(part);
    let mut ways = Vec::new();
    if !first.is_empty() && !last.is_empty() {
        ways.push([&*first, &*prefix, &*last].join(" "));
        ways.push([&*last, &*first, &*prefix].join(" "));
        ways.push([&*prefix, &*last, &*first].join(" "));
    }
    if let Some((last, first)) = whole.split_once(',') {
        ways.push(format!("{first} {last}"));
    }
    ways.push(whole);
    ways.into_iter()
        .map(|way| way.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|way| !way.is_empty())
        .collect()
}
