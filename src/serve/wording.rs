//! Problems and warnings about an instance in the words of somebody who plans: the name of a student or a school and of a
//! column, not the path of a value.

use std::collections::BTreeMap;

use super::setting_names::setting_called;
use crate::input::errors::{InputError, InputWarning, place};
use crate::instance::document::InstanceDocument;
use crate::project::{ON_PAGE, WITH_POSTCODES};
use crate::rules::card;
use crate::spreadsheets::{IN_TABLES, TableKind};
use crate::text;
use crate::texts::{Argument, Language, Rewrite};

/// What is needed to speak of an instance in a language.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The instance as a document.
    pub document: Option<&'a InstanceDocument>,
    /// The names of students by id, where contacts give them.
    pub names: Option<&'a BTreeMap<String, String>>,
    /// The language.
    pub language: Language,
}

/// The lists of a document, and the tables that they are to a planner.
const LISTS: [(&str, TableKind); 4] = [
    ("students", TableKind::Students),
    ("schools", TableKind::Schools),
    ("boards", TableKind::Boards),
    ("clusters", TableKind::Clusters),
];

impl Wording<'_> {
    /// A problem as one paragraph: where, what was found, what is allowed, what to do.
    pub fn problem(&self, error: &InputError) -> String {
        let says = |argument: &Argument| argument.rewritten(self).in_language(self.language);
        with_quotes(&text!(
            self.language,
            "input-problem",
            place = self.place(&error.location),
            found = says(&error.found),
            allowed = says(&error.allowed),
            help = says(&error.help)
        ))
    }

    /// What a warning says, with names in place of ids.
    pub fn warning(&self, warning: &InputWarning) -> String {
        with_quotes(&warning.message.rewritten(&NamesForIds(self)).in_language(self.language))
    }

    /// A sentence with names in place of ids.
    pub fn named(&self, sentence: &Argument) -> String {
        with_quotes(&sentence.rewritten(&NamesForIds(self)).in_language(self.language))
    }

    /// The name of a student, school, cluster or board by its id.
    fn name_of(&self, id: &str) -> Option<String> {
        let document = self.document?;
        if let Some(name) = self.names.and_then(|names| names.get(id)) {
            return Some(name.clone());
        }
        names_in(document).find(|(known, _)| *known == id).map(|(_, name)| name.to_owned())
    }

    /// A path of the document by the name of its student, school, board, cluster or rule, and by its column.
    pub fn place(&self, path: &str) -> String {
        // A question of the page is a scenario to the reader of scenarios.
        if path.starts_with("scenarios[") {
            return text!(self.language, "serve-screen-what-if");
        }
        let named = self.row(path).or_else(|| self.setting(path));
        named.unwrap_or_else(|| place(path).in_language(self.language))
    }

    /// The id of the student that a path is about.
    pub fn student(&self, path: &str) -> Option<&str> {
        let (TableKind::Students, index, _) = row_of(path)? else { return None };
        Some(&self.document?.students.get(index)?.id)
    }

    /// Whether postcodes have points, as a table of postcodes gives them.
    fn has_postcodes(&self) -> bool {
        let Some(document) = self.document else { return false };
        document.students.iter().any(|one| one.postcode.is_some() && one.at.is_some())
            || document.schools.iter().any(|one| one.postcode.is_some() && one.at.is_some())
    }

    fn row(&self, path: &str) -> Option<String> {
        let language = self.language;
        let (kind, index, rest) = row_of(path)?;
        let document = self.document?;
        let subject = match kind {
            TableKind::Students => {
                let id = &document.students.get(index)?.id;
                let name = self.names.and_then(|names| names.get(id)).unwrap_or(id);
                text!(language, "serve-place-student", name = name)
            }
            TableKind::Schools => {
                let school = document.schools.get(index)?;
                let name = school.name.as_ref().unwrap_or(&school.id);
                text!(language, "serve-place-school", name = name)
            }
            TableKind::Boards => {
                let board = document.boards.get(index)?;
                let name = board.name.as_ref().unwrap_or(&board.id);
                text!(language, "serve-place-board", name = name)
            }
            _ => {
                let cluster = document.clusters.as_ref()?.get(index)?;
                let name = cluster.name.as_ref().unwrap_or(&cluster.id);
                text!(language, "serve-place-cluster", name = name)
            }
        };
        let key = rest.split(['[', '.']).next().unwrap_or(rest);
        let column = kind.columns().iter().find(|column| {
            column.path == rest || column.path.split(['[', '.', '@']).next() == Some(key)
        });
        let column = column.map(|column| column.name.in_language(language));
        Some(column.map_or_else(|| subject.clone(), |column| format!("{subject}, {column}")))
    }

    fn setting(&self, path: &str) -> Option<String> {
        let rest = path.strip_prefix("rules.")?;
        let (rule, key) = rest.split_once('.').unwrap_or((rest, ""));
        let card = card(rule)?;
        let title = card.title().in_language(self.language);
        let setting = setting_called(key).map(|name| name.in_language(self.language));
        Some(setting.map_or_else(|| title.clone(), |setting| format!("{title}, {setting}")))
    }
}

/// The names of schools, boards and clusters, by id.
pub fn names_in(document: &InstanceDocument) -> impl Iterator<Item = (&str, &str)> {
    let schools = document.schools.iter().map(|one| (&one.id, &one.name));
    let boards = document.boards.iter().map(|one| (&one.id, &one.name));
    let clusters = document.clusters.iter().flatten().map(|one| (&one.id, &one.name));
    let all = schools.chain(boards).chain(clusters);
    all.filter_map(|(id, name)| Some((id.as_str(), name.as_deref()?)))
}

/// A wording in which verbatim texts that are ids become names: for warnings, which quote ids alone.
struct NamesForIds<'a>(&'a Wording<'a>);

impl Rewrite for NamesForIds<'_> {
    fn key(&self, key: &'static str) -> &'static str {
        self.0.key(key)
    }

    fn text(&self, text: &str) -> String {
        // Several ids may be one text, as in what a new cluster is called.
        let names: Option<Vec<String>> = text.split(", ").map(|id| self.0.name_of(id)).collect();
        names.map_or_else(|| self.0.text(text), |names| names.join(", "))
    }
}

/// Texts of the reader of instances say what they say of tables, and paths in them become names.
impl Rewrite for Wording<'_> {
    fn key(&self, key: &'static str) -> &'static str {
        let mut known = ON_PAGE.iter().chain(&IN_TABLES);
        let instead = known.find(|(of_document, _)| *of_document == key);
        let instead = instead.map_or(key, |(_, instead)| instead);
        if instead == WITH_POSTCODES.0 && self.has_postcodes() { WITH_POSTCODES.1 } else { instead }
    }

    fn text(&self, text: &str) -> String {
        self.row(text).unwrap_or_else(|| text.to_owned())
    }
}

/// A text with quotation marks where messages for a terminal have backticks.
pub fn with_quotes(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let marked = parts.map(|(position, part)| match position {
        0 => part.to_owned(),
        odd if odd % 2 == 1 => format!("‘{part}"),
        _ => format!("’{part}"),
    });
    marked.collect()
}

/// A path into a list of the document, as table, index and the rest.
fn row_of(path: &str) -> Option<(TableKind, usize, &str)> {
    LISTS.into_iter().find_map(|(list, kind)| {
        let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
        Some((kind, index.parse().ok()?, rest.trim_start_matches('.')))
    })
}
