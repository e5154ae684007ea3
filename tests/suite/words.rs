//! How the code is written: plain words, one meaning per type name, no texts for people in Rust.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::visit::{Visit, visit_expr_method_call};
use syn::{Attribute, ExprMethodCall, Item, LitStr, Macro, Visibility};

use crate::sources::{Source, all};

/// Words that make a reader guess, in any text of the project.
const PUZZLING: [&str; 24] = [
    "so many",
    "told",
    "tell",
    "tells",
    "telling",
    "stands",
    "comes to",
    "came",
    "where so",
    "as it is",
    "what is asked",
    "heed",
    "heeds",
    "hear",
    "hears",
    "care",
    "glance",
    "toll",
    "rents",
    "dive",
    "dives",
    "breath",
    "the planner's word",
    "what came of",
];

/// Files with sentences that need no translation: file, what they are.
const NOT_TRANSLATED: [(&str, &str); 4] = [
    ("input/syntax.rs", "beginnings of messages of serde_json, which are recognised"),
    ("rules/rulebook.rs", "a description in the JSON schema, which is English"),
    ("serve/api.rs", "the OpenAPI document, which programmers read in English"),
    ("generate/schools.rs", "Dutch names of educational concepts, which are data"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text that people read: sources, tests, English texts, papers.
fn texts() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    for folder in ["src", "docs", "benches", "examples", "tests/suite"] {
        collect(&root().join(folder), &mut paths);
    }
    for paper in
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "instances/README.md"]
    {
        paths.push(root().join(paper));
    }
    paths.sort();
    let texts = paths.into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"), text)
    });
    // This file has to name the words.
    let is_read = |path: &str| !path.starts_with("src/texts/nl/") && path != "tests/suite/words.rs";
    texts.filter(|(path, _)| is_read(path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let read = ["rs", "md", "ftl"];
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|one| read.iter().any(|read| one == *read)) {
            paths.push(path);
        }
    }
}

/// The lines, from 1, that contain a word or phrase with no letter right before or after it.
fn lines_with(text: &str, phrase: &str) -> Vec<usize> {
    let is_letter =
        |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    let has = |line: &str| {
        line.match_indices(phrase).any(|(at, _)| {
            !is_letter(line[..at].chars().next_back())
                && !is_letter(line[at + phrase.len()..].chars().next())
        })
    };
    let lines = text.lines().enumerate().filter(|(_, line)| has(&line.to_lowercase()));
    lines.map(|(number, _)| number + 1).collect()
}

#[test]
fn no_text_uses_puzzling_words() {
    let mut found = Vec::new();
    for (path, text) in texts() {
        for word in PUZZLING {
            for line in lines_with(&text, word) {
                found.push(format!("{path}:{line}: {word}"));
            }
        }
    }
    assert!(found.is_empty(), "{} puzzling words:\n{}", found.len(), found.join("\n"));
    assert_eq!(lines_with("a\nb told c, untold\n", "told"), [2], "the search finds words");
}

/// The public types of a file, by name.
fn public_types(items: &[Item]) -> Vec<String> {
    let types = items.iter().filter_map(|item| {
        let (visibility, name) = match item {
            Item::Struct(item) => (&item.vis, &item.ident),
            Item::Enum(item) => (&item.vis, &item.ident),
            Item::Trait(item) => (&item.vis, &item.ident),
            Item::Type(item) => (&item.vis, &item.ident),
            _ => return None,
        };
        matches!(visibility, Visibility::Public(_)).then(|| name.to_string())
    });
    types.collect()
}

#[test]
fn a_public_type_name_has_one_meaning() {
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in all() {
        for name in public_types(&source.file.items) {
            types.entry(name).or_default().push(source.path.clone());
        }
    }
    assert!(types.len() > 300 && types.contains_key("Instance"), "{}", types.len());
    types.retain(|_, files| files.len() > 1);
    assert_eq!(types, BTreeMap::new());
}

/// Collects string literals that may be sentences: three words in a row. What the engine says to its own
/// developers when it fails is left out.
struct Sentences(Vec<String>);

impl Sentences {
    fn consider(&mut self, text: &str) {
        let words: Vec<&str> = text.split(' ').collect();
        let is_word = |word: &&str| {
            let word = word.trim_matches(|sign: char| ",.;:()`'".contains(sign));
            word.len() > 1 && word.chars().all(char::is_alphabetic)
        };
        if words.windows(3).any(|three| three.iter().all(is_word)) {
            self.0.push(text.to_owned());
        }
    }

    fn consider_tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut after_hash = false;
        for tree in tokens {
            // An attribute, such as a doc comment, of an item that the macro makes.
            let is_attribute = std::mem::replace(&mut after_hash, tree.to_string() == "#");
            match tree {
                proc_macro2::TokenTree::Group(_) if is_attribute => {}
                proc_macro2::TokenTree::Group(group) => self.consider_tokens(group.stream()),
                proc_macro2::TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        self.consider(&text.value());
                    }
                }
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Sentences {
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.consider(&text.value());
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "expect" || call.method == "expect_err" {
            self.visit_expr(&call.receiver);
        } else {
            visit_expr_method_call(self, call);
        }
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        let name = called.path.to_token_stream().to_string();
        let for_us = [
            "panic",
            "unreachable",
            "compile_error",
            "assert",
            "assert_eq",
            "assert_ne",
            "debug_assert",
        ];
        if !for_us.contains(&name.as_str()) && !name.starts_with("debug_assert") {
            self.consider_tokens(called.tokens.clone());
        }
    }
}

fn sentences(source: &Source) -> Vec<String> {
    let mut sentences = Sentences(Vec::new());
    sentences.visit_file(&source.file);
    sentences.0
}

#[test]
fn texts_for_people_are_in_the_catalogues() {
    let mut found = Vec::new();
    for mut source in all() {
        if source.room() == "rules" {
            // Cards carry the words of their rules, in both languages.
            source.file.items.retain(|item| !matches!(item, Item::Const(_) | Item::Static(_)));
        }
        if NOT_TRANSLATED.iter().any(|(file, _)| *file == source.path) {
            continue;
        }
        let sentences = sentences(&source);
        found.extend(sentences.iter().map(|text| format!("{}: {text:?}", source.path)));
    }
    assert!(found.is_empty(), "{} sentences in Rust:\n{}", found.len(), found.join("\n"));
    let example = "fn f() -> String { g(\"say this please\").expect(\"not this one\") }";
    let example = Source::new("a.rs".to_owned(), example.to_owned());
    assert_eq!(sentences(&example), ["say this please"]);
}
