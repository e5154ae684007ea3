//! The form of one row of a table: a field for each column that a spreadsheet may have, by the same names.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::Reader;
use crate::contacts::StudentPerson;
use crate::instance::{Day, Programme, Standing, Year};
use crate::project::EditableTable;
use crate::spreadsheets::{CellForm, KnownColumn, TableKind};
use crate::text;

/// Columns that have no field: points are for files, and who is held or forbidden something is decided on the bench.
const WITHOUT_FIELD: [&str; 8] =
    ["id", "not", "only", "fixed", "because", "community", "detour", "unplaced_worth_km"];
/// Wishes that can be filled in, at least.
const LEAST_WISHES: usize = 3;

/// The form of the row of a table with an id, or of a new one; `None` if there is no such row. A student is also a person, as
/// far as that is filled in on the page.
pub fn form(
    reader: &Reader,
    table: EditableTable,
    id: Option<&str>,
    person: Option<&StudentPerson>,
) -> Option<Markup> {
    let language = reader.language;
    let document = match id {
        None => json!({}),
        Some(id) => reader.view.state.instance.as_ref().and_then(|all| table.row(all, id))?,
    };
    let kind = kind_of(table);
    let name = id.map(|id| reader.view.called(id));
    let title = name.map_or_else(|| new_row(reader, table), str::to_owned);
    let columns = kind.columns().iter();
    let id_column = columns.clone().find(|column| column.path == "id")?;
    let options = Options { reader, document: &document };
    Some(html! {
        h2 #dialog-title { (title) }
        form .row-form data-row=(table_word(table)) data-document=(document.to_string()) data-new[id.is_none()] {
            @if id.is_none() { label { span { (id_column.name.in_language(language)) }
                input name="id" data-as="text" required maxlength="100" autocomplete="off";
                small { (id_column.meaning.in_language(language)) } } }
            @if let Some(person) = person.filter(|_| table == EditableTable::Students) {
                (options.person(person)) }
            @for column in columns.filter(|column| has_field(column)) { (options.field(column)) }
            p .buttons {
                button .main type="submit" { (text!(language, "serve-set")) } " "
                button type="button" data-close="" { (text!(language, "serve-cancel")) } }
        }
    })
}

/// What a button for a new row of a table says.
pub fn new_row(reader: &Reader, table: EditableTable) -> String {
    let language = reader.language;
    match table {
        EditableTable::Students => text!(language, "serve-new-student"),
        EditableTable::Schools => text!(language, "serve-new-school"),
        EditableTable::Boards => text!(language, "serve-new-board"),
        EditableTable::Clusters => text!(language, "serve-new-cluster"),
    }
}

/// The word of a table in requests.
pub fn table_word(table: EditableTable) -> String {
    json!(table).as_str().unwrap_or_default().to_owned()
}

const fn kind_of(table: EditableTable) -> TableKind {
    match table {
        EditableTable::Students => TableKind::Students,
        EditableTable::Schools => TableKind::Schools,
        EditableTable::Boards => TableKind::Boards,
        EditableTable::Clusters => TableKind::Clusters,
    }
}

fn has_field(column: &KnownColumn) -> bool {
    let is_of_row = !column.is_another_way() && !column.is_of_another_row() && !column.is_contact();
    let has_form = !matches!(
        column.form,
        CellForm::North
            | CellForm::East
            | CellForm::PlacesFor
            | CellForm::StudentIds
            | CellForm::Strength
    );
    is_of_row && has_form && !WITHOUT_FIELD.contains(&column.path)
}

/// What the fields of a row are made of.
struct Options<'a> {
    reader: &'a Reader<'a>,
    document: &'a Value,
}

impl Options<'_> {
    fn value(&self, path: &str) -> &Value {
        path.split('.').fold(self.document, |value, step| &value[step])
    }

    /// The values of a list; one of none where the row has no list.
    fn list(&self, path: &str) -> Vec<String> {
        let values = self.value(path).as_array().into_iter().flatten();
        values.map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned)).collect()
    }

    fn field(&self, column: &KnownColumn) -> Markup {
        use CellForm as Form;
        let language = self.reader.language;
        let word = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let days = || Day::ALL.iter().map(|&day| (word(json!(day)), language.day(day))).collect();
        let years = || {
            let years = Year::ALL.iter();
            years.map(|&year| (word(json!(year)), year.get().to_string())).collect::<Vec<_>>()
        };
        let programmes = || {
            let all = Programme::ALL.iter();
            all.map(|&one| (word(json!(one)), language.programme(one))).collect::<Vec<_>>()
        };
        match column.form {
            Form::Whole => self.number(column, "1"),
            Form::Kilometres => self.number(column, "any"),
            Form::YesNo => self.tick(column),
            Form::Days => self.several(column, days(), &self.days_now(column)),
            Form::Programmes => self.several(column, programmes(), &self.list(column.path)),
            Form::Years => self.several(column, years(), &self.list(column.path)),
            Form::Ids if column.path == "previous" => self.earlier_schools(column),
            Form::Ids => {
                let now = self.list(column.path);
                let mut schools = self.schools();
                // Those of the row first, so that they are in sight among hundreds.
                schools.sort_by_key(|(id, _)| !now.contains(id));
                self.several(column, schools, &now)
            }
            Form::Programme => self.choice(column, &programmes()),
            Form::Year => self.choice(column, &years()),
            Form::Standing => {
                let all = Standing::ALL.iter();
                let all = all.map(|&one| (word(json!(one)), language.standing(one)));
                self.choice(column, &all.collect::<Vec<_>>())
            }
            Form::Id if column.path == "board" => self.choice(column, &self.boards()),
            Form::WishedIds => self.wishes(column),
            Form::Texts | Form::WishedTexts => {
                self.input(column, "words", &self.list(column.path).join(", "))
            }
            _ => self.input(column, "text", self.value(column.path).as_str().unwrap_or_default()),
        }
    }

    /// The days that hold now, also where the row leaves them to the default.
    fn days_now(&self, column: &KnownColumn) -> Vec<String> {
        if !self.value(column.path).is_null() {
            return self.list(column.path);
        }
        let read = self.reader.view.read.as_deref();
        let meeting = || read.map(|read| read.problem.rulebook.conventions().default_day);
        let days: Vec<Day> = match column.path {
            "days" => Day::ALL.to_vec(),
            _ => meeting().into_iter().collect(),
        };
        days.iter().map(|day| json!(day).as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Name and addresses, which are kept beside the instance.
    fn person(&self, person: &StudentPerson) -> Markup {
        let known = json!({ "contact": person });
        let columns = TableKind::Students.columns().iter().filter(|column| column.is_contact());
        let value = |path: &str| path.split('.').fold(&known, |value, step| &value[step]).as_str();
        html! { @for column in columns {
        (self.input(column, "contact", value(column.path).unwrap_or_default())) } }
    }

    fn schools(&self) -> Vec<(String, String)> {
        let instance = self.reader.view.state.instance.iter();
        let schools = instance.flat_map(|one| &one.schools);
        schools
            .map(|one| (one.id.clone(), one.name.clone().unwrap_or_else(|| one.id.clone())))
            .collect()
    }

    fn boards(&self) -> Vec<(String, String)> {
        let instance = self.reader.view.state.instance.iter();
        let boards = instance.flat_map(|one| &one.boards);
        boards
            .map(|one| (one.id.clone(), one.name.clone().unwrap_or_else(|| one.id.clone())))
            .collect()
    }

    fn labelled(&self, column: &KnownColumn, field: &Markup) -> Markup {
        let language = self.reader.language;
        html! { label { span { (column.name.in_language(language)) } (field) (self.hint(column)) } }
    }

    /// What a column means, where its field does not show that by what can be chosen.
    fn hint(&self, column: &KnownColumn) -> Markup {
        use CellForm as Form;
        let is_shown = match column.form {
            Form::Days | Form::Ids | Form::WishedIds | Form::Programme | Form::Year => false,
            Form::Id => column.path != "board",
            _ => true,
        };
        html! { @if is_shown { small { (column.meaning.in_language(self.reader.language)) } } }
    }

    fn input(&self, column: &KnownColumn, kind: &str, value: &str) -> Markup {
        // A point wins over a postcode, so that it goes when the postcode is changed.
        let drops = (column.path == "postcode").then_some("at");
        let field = html! { input name=(column.path) data-as=(kind) data-drops=[drops] value=(value) autocomplete="off"; };
        self.labelled(column, &field)
    }

    fn number(&self, column: &KnownColumn, step: &str) -> Markup {
        let value = self.value(column.path);
        let value = value.as_f64().map(|_| value.to_string());
        let field = html! { input type="number" name=(column.path) data-as="number" min="0" step=(step)
        required[column.required] value=[value]; };
        self.labelled(column, &field)
    }

    fn tick(&self, column: &KnownColumn) -> Markup {
        let is_set = self.value(column.path).as_bool().unwrap_or(false);
        let language = self.reader.language;
        html! { label .tick { input type="checkbox" name=(column.path) data-as="tick" checked[is_set]; " "
        span { (column.name.in_language(language)) } (self.hint(column)) } }
    }

    fn choice(&self, column: &KnownColumn, options: &[(String, String)]) -> Markup {
        let value = self.value(column.path);
        let now = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        // Years are numbers in the document.
        let kind = if column.path == "year" { "number" } else { "text" };
        let field = html! { select name=(column.path) data-as=(kind) required[column.required] {
        @if !column.required || value.is_null() { option value="" selected[value.is_null()] { "–" } }
        @for (value, name) in options { option value=(value) selected[*value == now] { (name) } } } };
        self.labelled(column, &field)
    }

    fn several(
        &self,
        column: &KnownColumn,
        options: Vec<(String, String)>,
        now: &[String],
    ) -> Markup {
        let language = self.reader.language;
        // No day is a value of its own; no programme, year or school is the same as nothing filled in.
        let kind = match column.form {
            CellForm::Days => "list",
            CellForm::Years => "numbers",
            _ => "some",
        };
        html! { fieldset { legend { (column.name.in_language(language)) } (self.hint(column))
        div .options { @for (value, name) in options { label .tick {
            input type="checkbox" name=(column.path) data-as=(kind) value=(value) checked[now.contains(&value)]; " " (name) } } } } }
    }

    /// Wishes, best first.
    fn wishes(&self, column: &KnownColumn) -> Markup {
        let clusters =
            self.reader.view.state.instance.iter().flat_map(|one| one.clusters.iter().flatten());
        let clusters = clusters
            .map(|one| (one.id.clone(), one.name.clone().unwrap_or_else(|| one.id.clone())));
        let language = self.reader.language;
        let groups = [
            (text!(language, "serve-schools"), self.schools()),
            (text!(language, "serve-clusters"), clusters.collect()),
            (text!(language, "serve-boards"), self.boards()),
        ];
        self.choices(column, LEAST_WISHES, &groups)
    }

    /// Earlier schools; one that is no school here has its own name.
    fn earlier_schools(&self, column: &KnownColumn) -> Markup {
        let schools = self.schools();
        let elsewhere = self.list(column.path).into_iter();
        let elsewhere = elsewhere.filter(|one| !schools.iter().any(|(id, _)| id == one));
        let elsewhere = elsewhere.map(|name| (name.clone(), name)).collect();
        let language = self.reader.language;
        let groups = [
            (text!(language, "serve-schools"), schools),
            (text!(language, "serve-schools-elsewhere"), elsewhere),
        ];
        self.choices(column, 1, &groups)
    }

    /// A list each of whose values is a choice, with room for one more and for `least` at the least.
    fn choices(
        &self,
        column: &KnownColumn,
        least: usize,
        groups: &[(String, Vec<(String, String)>)],
    ) -> Markup {
        let now = self.list(column.path);
        let name = column.name.in_language(self.reader.language);
        html! { fieldset { legend { (name) } (self.hint(column))
        @for rank in 0..least.max(now.len() + 1) {
            select name=(column.path) data-as="ranked" aria-label={ (name) " " (rank + 1) } {
                    option value="" selected[now.get(rank).is_none()] { "–" }
                @for (label, options) in groups.iter().filter(|(_, options)| !options.is_empty()) {
                    optgroup label=(label) { @for (value, name) in options {
                        option value=(value) selected[now.get(rank) == Some(value)] { (name) } } } } } } } }
    }
}
