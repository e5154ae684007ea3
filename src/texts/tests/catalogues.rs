//! The catalogues against each other and against the code: both languages have the same texts with the same
//! arguments, and the code uses exactly these.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{TokenStream, TokenTree};

use super::super::{Catalogue, Language, TEXTS};
use crate::input::errors::Code;
use crate::project::{ON_PAGE, WITH_POSTCODES};
use crate::spreadsheets::IN_TABLES;

/// What a text is made of: the names of its arguments, and the texts that it includes.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Contents {
    arguments: BTreeSet<String>,
    includes: BTreeSet<String>,
}

impl Contents {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                self.includes.insert(key(id.name, attribute));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
                arguments.named.iter().for_each(|argument| self.inline(&argument.value));
            }
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

fn key(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

/// All texts of a catalogue in a language, by key; those of attributes by `key.attribute`.
fn texts(catalogue: &Catalogue, language: Language) -> BTreeMap<String, Contents> {
    let mut texts = BTreeMap::new();
    for source in catalogue.sources(language) {
        let resource = FluentResource::try_new((*source).to_owned()).expect("well-formed texts");
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let attributes = message.attributes.iter();
            let attributes = attributes.map(|one| (Some(one.id.name), &one.value));
            let value = message.value.iter().map(|value| (None, value));
            for (attribute, pattern) in value.chain(attributes) {
                let mut contents = Contents::default();
                contents.pattern(pattern);
                let key = key(message.id.name, attribute);
                assert!(texts.insert(key.clone(), contents).is_none(), "{key} is defined twice");
            }
        }
    }
    texts
}

/// The arguments of a text and of the texts that it includes.
fn arguments(texts: &BTreeMap<String, Contents>, key: &str) -> BTreeSet<String> {
    let contents = &texts[key];
    let included = contents.includes.iter().flat_map(|included| arguments(texts, included));
    contents.arguments.iter().cloned().chain(included).collect()
}

/// A use of `message!` or `text!`: the key and the names of the arguments.
type Use = (String, BTreeSet<String>);

/// All uses of the macros in the sources of the crate, with the path of the file.
fn uses() -> Vec<(String, Use)> {
    let mut uses = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let tokens = source.parse::<TokenStream>().expect("Rust");
                let mut found = Vec::new();
                collect(tokens, &mut found);
                let path = path.display().to_string();
                uses.extend(found.into_iter().map(|one| (path.clone(), one)));
            }
        }
    }
    uses
}

/// Adds the uses in some tokens. Macros are searched too, which a syntax tree would leave as tokens.
fn collect(tokens: TokenStream, uses: &mut Vec<Use>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (position, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        collect(group.stream(), uses);
        let before = |distance: usize| {
            position.checked_sub(distance).map(|at| tokens[at].to_string()).unwrap_or_default()
        };
        let name = before(2);
        if before(1) == "!" && (name == "message" || name == "text") {
            uses.extend(macro_use(group.stream(), name == "text"));
        }
    }
}

/// The use in the parentheses of a macro; `None` in the definition of the macros themselves.
fn macro_use(tokens: TokenStream, has_language: bool) -> Option<Use> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let parts: Vec<&[TokenTree]> =
        tokens.split(|token| token.to_string() == ",").skip(usize::from(has_language)).collect();
    let (key, arguments) = parts.split_first()?;
    let [TokenTree::Literal(key)] = key else { return None };
    let names = arguments.iter().filter_map(|argument| match argument {
        // A part without a name is the rest of an argument that holds a comma.
        [TokenTree::Ident(name), TokenTree::Punct(equals), value, ..]
            if equals.as_char() == '='
                && !matches!(value, TokenTree::Punct(next) if next.as_char() == '=') =>
        {
            Some(name.to_string())
        }
        _ => None,
    });
    Some((key.to_string().trim_matches('"').to_owned(), names.collect()))
}

#[test]
fn both_languages_have_the_same_texts_and_arguments() {
    let (english, dutch) = (texts(&TEXTS, Language::English), texts(&TEXTS, Language::Dutch));
    let keys = |texts: &BTreeMap<String, Contents>| texts.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&english), keys(&dutch));
    for key in english.keys() {
        assert_eq!(arguments(&english, key), arguments(&dutch, key), "{key}");
    }
}

#[test]
fn the_code_uses_texts_with_exactly_their_arguments() {
    let texts = texts(&TEXTS, Language::English);
    let mut against = Vec::new();
    for (path, (key, names)) in uses() {
        match texts.contains_key(&key).then(|| arguments(&texts, &key)) {
            None => against.push(format!("{path}: there is no text `{key}`")),
            Some(expected) if expected != names => {
                against.push(format!("{path}: `{key}` takes {expected:?}, not {names:?}"));
            }
            Some(_) => {}
        }
    }
    assert_eq!(against, Vec::<String>::new());
}

#[test]
fn texts_about_tables_have_the_arguments_of_those_about_documents() {
    let texts = texts(&TEXTS, Language::English);
    for (of_document, of_tables) in IN_TABLES {
        assert_eq!(arguments(&texts, of_document), arguments(&texts, of_tables), "{of_tables}");
    }
}

#[test]
fn advice_about_spreadsheets_names_no_option_on_the_page() {
    let is_of_commands = |text: &str| {
        ["`--", "FILE#", "`import", "of `import`"].iter().any(|part| text.contains(part))
    };
    for line in include_str!("../en/spreadsheets.ftl").lines() {
        let Some((key, _)) = line.split_once(" = ").filter(|(_, text)| is_of_commands(text)) else {
            continue;
        };
        let on_page = ON_PAGE.iter().find(|(of_commands, _)| *of_commands == key);
        let (_, on_page) = on_page.unwrap_or_else(|| panic!("{key} says nothing of the page"));
        assert!(on_page.starts_with("serve-"), "{on_page}");
    }
    for line in include_str!("../en/serve.ftl").lines() {
        let (key, text) = line.split_once(" = ").unwrap_or_default();
        let is_on_page = ON_PAGE.iter().any(|(_, on_page)| *on_page == key);
        assert!(!is_on_page || !is_of_commands(text), "{line}");
    }
}

#[test]
fn every_text_is_used() {
    let texts = texts(&TEXTS, Language::English);
    let mut used: BTreeSet<String> = uses().into_iter().map(|(_, (key, _))| key).collect();
    used.extend(Code::ALL.iter().map(|code| format!("code-{code}")));
    used.extend(IN_TABLES.iter().map(|(_, of_tables)| (*of_tables).to_owned()));
    used.extend(ON_PAGE.iter().map(|(_, on_page)| (*on_page).to_owned()));
    used.insert(WITH_POSTCODES.1.to_owned());
    used.extend(texts.values().flat_map(|contents| contents.includes.iter().cloned()));
    let unused: Vec<&String> = texts.keys().filter(|key| !used.contains(*key)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn macros_are_found_within_macros_and_arguments() {
    let source = r#"
        fn f() { html! { (text!(self.language, "outer", of = message!("inner", x = g(1, 2)), n = a)) } }
    "#;
    let mut uses = Vec::new();
    collect(source.parse().unwrap(), &mut uses);
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(
        uses,
        [("inner".to_owned(), names(&["x"])), ("outer".to_owned(), names(&["of", "n"]))]
    );
}
