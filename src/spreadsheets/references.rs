//! References to schools, clusters, boards and students as people write them: by id, by name, or by BRIN.
//!
//! Ids stay untouched. A name is replaced by its id, and what it was taken for is listed once. A name that fits
//! several is an error with all of them; one that fits nothing is an error, unless it is a wish or an earlier
//! school: those may well lie outside the tables, and a plan can do without them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::account::{Account, ImportStep};
use super::entry::Entry;
use super::filled::Filled;
use super::fold::{folded, negates};
use super::origins::Origins;
use super::reference_columns::Column;
use super::reference_words::{
    comma_in_list, kinds_in_words, not_found, report_only_withdrawn, wish_against,
};
use super::second_reading::without_remark;
use super::sheet::excerpt;
use super::values::is_doubted;
use super::vocabulary::{TableKind, is_denomination_wish};
use crate::base::{FoundName, NameRegister};
use crate::input::errors::{Code, InputErrors, InputWarning, nearest};
use crate::message;

/// The number of unknown names that are compared with all others in search of a typing error.
const MOST_SEARCHES: usize = 200;
/// The number of candidates that an error lists.
const MOST_LISTED: usize = 6;

/// Something that references may name.
#[derive(Debug)]
struct Nameable {
    kind: TableKind,
    id: String,
    name: String,
    /// The town of a school, to distinguish candidates.
    town: String,
    /// Whether its name is reported already as that of another one.
    is_reported: bool,
}

/// Everything that references may name, and what was found of them.
#[derive(Debug, Default)]
pub struct References {
    things: Vec<Nameable>,
    ids: BTreeSet<(TableKind, String)>,
    names: NameRegister<usize>,
    /// Names of schools and students that were withdrawn: references to them are no mistakes.
    withdrawn: NameRegister<TableKind>,
    searches: usize,
    /// References by name: how many, and those spelled otherwise by what is written.
    count: usize,
    otherwise: BTreeMap<String, (String, String)>,
}

/// What a written reference was found to be.
enum Reference {
    /// An id, verbatim.
    Id,
    /// The names of things, by their positions.
    Named(Vec<usize>),
    /// It fits several equally well.
    Several(Vec<usize>),
    Unknown,
}

fn text<'a>(filled: &'a Filled, key: &str) -> Option<&'a str> {
    filled.values.get(key).and_then(Value::as_str)
}

impl References {
    /// Adds the rows of a kind.
    pub fn add(&mut self, kind: TableKind, entries: &[Entry]) {
        for Entry { filled, .. } in entries {
            let is_reported = filled.broken.contains(&"id");
            let is_known = |_: &&str| !is_reported || filled.known_by_name;
            let Some(id) = text(filled, "id").filter(is_known) else { continue };
            if kind == TableKind::Students {
                let (thing, name) = (self.things.len(), filled.called.first());
                self.add_one(kind, id, name.map(String::as_str), None);
                for way in filled.called.iter().skip(1) {
                    self.names.add(thing, id, way, None);
                }
                continue;
            }
            self.add_one(kind, id, text(filled, "name"), text(filled, "town"));
            self.things.last_mut().expect("one is added").is_reported = is_reported;
        }
    }

    /// Adds one thing.
    pub fn add_one(&mut self, kind: TableKind, id: &str, name: Option<&str>, town: Option<&str>) {
        // Two rows with one id are reported already; a reference to it is not ambiguous besides.
        self.ids.insert((kind, id.to_owned()));
        let name = name.unwrap_or(id);
        self.names.add(self.things.len(), id, name, town);
        self.things.push(Nameable {
            kind,
            id: id.to_owned(),
            name: name.to_owned(),
            town: town.unwrap_or_default().to_owned(),
            is_reported: false,
        });
    }

    /// Adds a school or student that was withdrawn.
    pub fn add_withdrawn(&mut self, kind: TableKind, filled: &Filled) {
        let Some(id) = text(filled, "id") else { return };
        let names = filled.called.iter().map(String::as_str).chain(text(filled, "name"));
        names.chain([id]).for_each(|name| self.withdrawn.add(kind, id, name, text(filled, "town")));
    }

    /// The name of a thing of one of some kinds, by its id.
    pub fn name_of(&self, kinds: &[TableKind], id: &str) -> Option<&str> {
        let thing = self.things.iter().find(|thing| kinds.contains(&thing.kind) && thing.id == id);
        thing.map(|thing| thing.name.as_str())
    }

    /// Whether a text is the name of a school.
    pub fn names_a_school(&self, text: &str) -> bool {
        let is_school = |thing: usize| self.things[thing].kind == TableKind::Schools;
        !matches!(self.names.find(text, &is_school), FoundName::Nothing)
    }

    /// Replaces the names in rows of a kind by ids.
    pub fn resolve(
        &mut self,
        kind: TableKind,
        entries: &mut [Entry],
        origins: &Origins,
        errors: &mut InputErrors,
        warnings: &mut Vec<InputWarning>,
    ) {
        let columns = Column::of(kind);
        for entry in entries {
            for column in &columns {
                let broken = entry.filled.broken.contains(&column.key);
                let Some(value) = entry.filled.values.get_mut(column.key).filter(|_| !broken)
                else {
                    continue;
                };
                let value = value.take();
                let is_list = value.is_array();
                let written = match &value {
                    Value::Array(list) => list.clone(),
                    Value::Null => Vec::new(),
                    one => vec![one.clone()],
                };
                let ids = self.ids_of(*column, &written, entry, origins, errors, warnings);
                let value = match ids {
                    ids if is_list => Some(Value::Array(ids)),
                    ids => ids.into_iter().next().or(Some(value).filter(Value::is_null)),
                };
                match value {
                    Some(value) => entry.filled.values.insert(column.key.to_owned(), value),
                    None => entry.filled.values.remove(column.key),
                };
            }
        }
    }

    /// The ids for the references in one row under a key.
    fn ids_of(
        &mut self,
        column: Column,
        written: &[Value],
        entry: &mut Entry,
        origins: &Origins,
        errors: &mut InputErrors,
        warnings: &mut Vec<InputWarning>,
    ) -> Vec<Value> {
        let columns = entry.filled.elements.iter().filter(|(key, _)| *key == column.key);
        let columns: Vec<u32> = columns.map(|(_, at)| *at).collect();
        let (mut ids, mut kept_columns) = (Vec::new(), Vec::new());
        for (index, value) in written.iter().enumerate() {
            let at = columns.get(index).copied();
            let mut keep = |id: &str| {
                ids.push(Value::from(id));
                kept_columns.extend(at);
            };
            let Some(text) = value.as_str() else {
                ids.push(value.clone());
                continue;
            };
            let location = || match at {
                Some(at) => origins.cell_at(entry.view, entry.filled.row, at),
                None => origins.cell_of(entry.view, entry.filled.row, column.key),
            };
            match self.reference(text, column) {
                Reference::Id => keep(text),
                Reference::Named(things)
                    if is_doubted(text)
                        && !column.dispensable
                        && !things.iter().any(|&thing| is_doubted(&self.things[thing].name)) =>
                {
                    let found = excerpt(text);
                    let allowed =
                        message!("spreadsheets-one-name", kinds = kinds_in_words(column.kinds));
                    let help = message!("spreadsheets-write-without-doubt");
                    errors.add(Code::UnusableCell, location(), found, allowed, help);
                    entry.filled.broken.push(column.key);
                    keep(text);
                }
                Reference::Named(things) => {
                    for &thing in &things {
                        keep(&self.things[thing].id);
                    }
                    self.note(text, &things);
                }
                _ if origins.incomplete => keep(text),
                Reference::Several(all) if all.iter().any(|&at| self.things[at].is_reported) => {
                    entry.filled.broken.push(column.key);
                    keep(text);
                }
                Reference::Several(things) => {
                    errors.add(
                        Code::AmbiguousName,
                        location(),
                        message!("spreadsheets-ambiguous-name", name = excerpt(text)),
                        message!("spreadsheets-one-name", kinds = kinds_in_words(column.kinds)),
                        message!("spreadsheets-name-one-of", candidates = self.listed(&things)),
                    );
                    entry.filled.broken.push(column.key);
                    keep(text);
                }
                Reference::Unknown => {
                    let is_error = self.report_unknown(text, column, location(), errors, warnings);
                    if is_error {
                        entry.filled.broken.push(column.key);
                    }
                    // An earlier school does no harm, so that its name is kept.
                    if is_error || column.key == "previous" {
                        keep(text);
                    }
                }
            }
        }
        if column.key == "only" && ids.is_empty() && !written.is_empty() {
            report_only_withdrawn(entry, origins, errors);
        }
        if !columns.is_empty() {
            entry.filled.elements.retain(|(key, _)| *key != column.key);
            let kept = kept_columns.into_iter().map(|at| (column.key, at));
            entry.filled.elements.extend(kept);
        }
        ids
    }

    /// Reports a reference to something unknown. Returns whether it is an error: it is a warning where the row does
    /// without it and nothing similar was probably meant.
    fn report_unknown(
        &mut self,
        text: &str,
        column: Column,
        location: String,
        errors: &mut InputErrors,
        warnings: &mut Vec<InputWarning>,
    ) -> bool {
        let is_wish = column.key == "wishes";
        let against = is_wish && negates(text);
        // An earlier school outside the tables may have a comma in its name.
        let elsewhere = column.key == "previous" && !self.knows_a_part_of(text);
        if against || (column.list && text.contains(',') && !elsewhere) {
            let fault = if against { wish_against(text) } else { comma_in_list(text) };
            fault.report(location, errors);
            return true;
        }
        let is_denomination = is_wish && is_denomination_wish(text);
        let near = (!is_denomination).then(|| self.near(text, column.kinds)).flatten();
        let withdrawn = self.is_withdrawn(text, column.kinds);
        if (column.dispensable || withdrawn) && near.is_none() {
            let message = not_found(text, column.kinds, column.key, withdrawn).into();
            warnings.push(InputWarning { location, message });
            return false;
        }
        let help = match near {
            Some(near) => message!("spreadsheets-did-you-mean", name = near),
            None => message!("spreadsheets-name-or-add-one"),
        };
        errors.add(
            Code::UnknownReference,
            location,
            message!("spreadsheets-unknown-name", name = excerpt(text)),
            message!("spreadsheets-id-or-name", kinds = kinds_in_words(column.kinds)),
            help,
        );
        true
    }

    fn reference(&self, text: &str, column: Column) -> Reference {
        let Column { kinds, several, list, .. } = column;
        if kinds.iter().any(|kind| self.ids.contains(&(*kind, text.to_owned()))) {
            return Reference::Id;
        }
        let find = |text: &str| {
            self.names.find(text, &|thing: usize| kinds.contains(&self.things[thing].kind))
        };
        match self.without_namesakes(find(text)) {
            FoundName::One(thing) => return Reference::Named(vec![thing]),
            FoundName::Several(things) => return Reference::Several(things),
            FoundName::Nothing => {}
        }
        // `Nassauschool of Kompas` is two wishes.
        let signs: &[&str] = match (several, list) {
            (true, _) => &[" of ", " or ", " en ", " and ", "/", ",", "+"],
            (_, true) => &[","],
            _ => &[],
        };
        for between in signs {
            let parts: Vec<&str> = text.split(*between).map(str::trim).collect();
            let found = parts.iter().map(|part| match self.without_namesakes(find(part)) {
                FoundName::One(thing) => Some(thing),
                _ => None,
            });
            match found.collect::<Option<Vec<usize>>>() {
                Some(things) if parts.len() > 1 => return Reference::Named(things),
                _ => {}
            }
        }
        // `Kompas (2025)`; a remark in words may say which school it is.
        let dated = text.contains(|sign: char| sign.is_ascii_digit());
        match without_remark(text).filter(|_| dated).map(|text| find(&text)) {
            Some(FoundName::One(thing)) => Reference::Named(vec![thing]),
            _ => Reference::Unknown,
        }
    }

    /// Whether a part of a text between commas names something.
    fn knows_a_part_of(&self, text: &str) -> bool {
        text.split(',').any(|part| self.names.find(part, &|_| true) != FoundName::Nothing)
    }

    /// Things of one kind and id are one: a row that is listed twice is another problem.
    fn without_namesakes(&self, found: FoundName<usize>) -> FoundName<usize> {
        let FoundName::Several(mut things) = found else { return found };
        things.dedup_by_key(|&mut thing| (self.things[thing].kind, &self.things[thing].id));
        match things.as_slice() {
            [one] => FoundName::One(*one),
            _ => FoundName::Several(things),
        }
    }

    fn note(&mut self, written: &str, things: &[usize]) {
        self.count += 1;
        let things = things.iter().map(|&thing| &self.things[thing]);
        let (names, ids): (Vec<&str>, Vec<&str>) =
            things.map(|thing| (thing.name.as_str(), thing.id.as_str())).unzip();
        let (names, ids) = (names.join(", "), ids.join(", "));
        if folded(&names) != folded(written) {
            self.otherwise.entry(written.to_owned()).or_insert((names, ids));
        }
    }

    fn listed(&self, things: &[usize]) -> Vec<String> {
        let shown = things.iter().take(MOST_LISTED).map(|&thing| {
            let Nameable { id, name, town, .. } = &self.things[thing];
            let town = if town.is_empty() { String::new() } else { format!(", {town}") };
            if id == name { format!("`{id}`{town}") } else { format!("`{id}` ({name}{town})") }
        });
        shown.collect()
    }

    fn is_withdrawn(&self, text: &str, kinds: &[TableKind]) -> bool {
        self.withdrawn.find(text, &|kind| kinds.contains(&kind)) != FoundName::Nothing
    }

    /// A name or id that was probably meant.
    fn near(&mut self, text: &str, kinds: &[TableKind]) -> Option<String> {
        if self.is_withdrawn(text, kinds) || self.searches >= MOST_SEARCHES {
            return None;
        }
        self.searches += 1;
        let things = self.things.iter().filter(|thing| kinds.contains(&thing.kind));
        // A hint never turns a meaning around.
        let names = things.flat_map(|thing| [thing.name.as_str(), thing.id.as_str()]);
        let names: Vec<&str> = names.filter(|name| negates(name) == negates(text)).collect();
        if let Some(near) = nearest(text, names.iter().copied()) {
            return Some(near.to_owned());
        }
        // `Plateau Assen` may be `Plateau`.
        let written = folded(text);
        let begins = |name: &&&str| {
            let name = folded(name);
            name.len() >= 4 && written.starts_with(&name) && kinds == [TableKind::Boards]
        };
        names.iter().find(begins).map(|name| (*name).to_owned())
    }

    /// Adds what was matched by name to the account.
    pub fn account(self, account: &mut Account) {
        if self.count > 0 {
            let others =
                self.otherwise.into_iter().map(|(written, (name, id))| (written, name, id));
            account.steps.push(ImportStep::ByName(self.count, others.collect()));
        }
    }
}
