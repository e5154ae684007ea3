//! Names of schools, boards and clusters in place of their ids.

use std::collections::BTreeMap;

/// Names by id. Where two names are equal, both are followed by their ids in brackets.
pub struct DisplayNames(BTreeMap<String, String>);

impl DisplayNames {
    /// The names of things of one kind, such as schools.
    pub fn new<'a>(named: impl IntoIterator<Item = (&'a String, &'a String)>) -> Self {
        let named: Vec<_> = named.into_iter().collect();
        let mut number = BTreeMap::<&str, usize>::new();
        for (_, name) in &named {
            *number.entry(name).or_default() += 1;
        }
        let shown = named.iter().map(|&(id, name)| {
            let is_unique = number[name.as_str()] == 1 || name == id;
            (id.clone(), if is_unique { name.clone() } else { format!("{name} ({id})") })
        });
        Self(shown.collect())
    }

    /// The name of an id; the id itself if nothing has it.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_equal_names_are_followed_by_ids() {
        let named = [("a", "De Linde"), ("b", "De Molen"), ("c", "De Linde"), ("d", "d")];
        let named = named.map(|(id, name)| (id.to_owned(), name.to_owned()));
        let names = DisplayNames::new(named.iter().map(|(id, name)| (id, name)));
        let shown = ["a", "b", "c", "d", "e"].map(|id| names.name(id));
        assert_eq!(shown, ["De Linde (a)", "De Molen", "De Linde (c)", "d", "e"]);
    }
}
