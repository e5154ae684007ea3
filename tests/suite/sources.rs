//! The source files as the compiler reads them, without comments and without code that is only for
//! tests: which words they use, and which items of the crate they name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{VisitMut, visit_file_mut, visit_item_mut};
use syn::{Attribute, File, Item, UseTree, Visibility};

/// A source file that is not a test.
pub struct Source {
    /// Path under `src`, with slashes.
    pub path: String,
    /// Text as written.
    pub text: String,
    /// Items without comments and without what is only for tests.
    pub file: File,
    /// The same as single tokens; literals are left out.
    tokens: Vec<String>,
    /// Contents of the string literals.
    pub strings: Vec<String>,
}

/// All source files that are not tests, in the order of their paths.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let sources = paths.into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let test =
            path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("testing/");
        (!test).then(|| Source::new(path, text))
    });
    sources.collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

impl Source {
    /// # Panics
    /// Where the text is not Rust.
    pub fn new(path: String, text: String) -> Self {
        let mut file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        WithoutTestsAndDocs.visit_file_mut(&mut file);
        let (mut tokens, mut strings) = (Vec::new(), Vec::new());
        flatten(file.to_token_stream(), &mut tokens, &mut strings);
        Self { path, text, file, tokens, strings }
    }

    /// The room that the file belongs to: its module right under the crate.
    pub fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The module that the file is, from the crate's root.
    pub fn module(&self) -> Vec<String> {
        let inner = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let inner = if matches!(inner, "lib" | "main") { "" } else { inner };
        inner.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect()
    }

    /// Whether the code uses a word or a path such as `std::fs`, outside literals.
    pub fn says(&self, word: &str) -> bool {
        let mut wanted = Vec::new();
        flatten(word.parse().unwrap(), &mut wanted, &mut Vec::new());
        self.tokens.windows(wanted.len()).any(|window| window == wanted)
    }

    /// The paths that start at the crate's root or at an enclosing module, from the root:
    /// `super::a::{b, c}` in `room/file.rs` gives `room::a::b` and `room::a::c`.
    pub fn paths(&self) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.root_of(at) {
                Some((mut prefix, from)) => at = self.tree(from, &mut prefix, &mut paths),
                None => at += 1,
            }
        }
        paths
    }

    /// The module at which a path begins here, and where the path goes on.
    fn root_of(&self, at: usize) -> Option<(Vec<String>, usize)> {
        let token = |index: usize| self.tokens.get(index).map(String::as_str);
        if at > 0 && token(at - 1) == Some("::") {
            return None;
        }
        let module = self.module();
        match token(at)? {
            "crate" if token(at + 1) == Some("::") => Some((Vec::new(), at + 2)),
            "self" if token(at + 1) == Some("::") => Some((module, at + 2)),
            "super" => {
                let steps = (at..self.tokens.len()).step_by(2);
                let climbs = steps
                    .take_while(|&step| {
                        token(step) == Some("super") && token(step + 1) == Some("::")
                    })
                    .count();
                let above = module.len().checked_sub(climbs)?;
                (climbs > 0).then(|| (module[..above].to_vec(), at + 2 * climbs))
            }
            _ => None,
        }
    }

    /// Reads a tree of paths, such as `a::{b, c::d}`; gives where it ends.
    fn tree(&self, mut at: usize, prefix: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
        let token = |index: usize| self.tokens.get(index).map(String::as_str);
        let length = prefix.len();
        loop {
            match token(at) {
                Some("{") => {
                    at += 1;
                    while token(at).is_some_and(|token| token != "}") {
                        at = self.tree(at, prefix, paths);
                        if token(at) == Some(",") {
                            at += 1;
                        }
                    }
                    prefix.truncate(length);
                    return at + 1;
                }
                Some(step) => {
                    prefix.push(step.to_owned());
                    at += 1;
                }
                None => break,
            }
            if token(at) == Some("::") {
                at += 1;
            } else {
                break;
            }
        }
        paths.push(prefix.clone());
        prefix.truncate(length);
        if token(at) == Some("as") { at + 2 } else { at }
    }
}

/// Takes out test items and doc comments.
struct WithoutTestsAndDocs;

impl VisitMut for WithoutTestsAndDocs {
    fn visit_file_mut(&mut self, file: &mut File) {
        file.items.retain(|item| !is_for_tests(item));
        visit_file_mut(self, file);
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Mod(module) = item
            && let Some((_, items)) = &mut module.content
        {
            items.retain(|item| !is_for_tests(item));
        }
        visit_item_mut(self, item);
    }

    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    }
}

fn is_for_tests(item: &Item) -> bool {
    let attributes = match item {
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.meta.to_token_stream().to_string() == "cfg (test)"
    })
}

/// Words, `::` and other single signs; the contents of string literals go to `strings`.
fn flatten(stream: TokenStream, tokens: &mut Vec<String>, strings: &mut Vec<String>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Brace => ("{", "}"),
                    proc_macro2::Delimiter::Bracket => ("[", "]"),
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    proc_macro2::Delimiter::None => ("", ""),
                };
                tokens.push(open.to_owned());
                flatten(group.stream(), tokens, strings);
                tokens.push(close.to_owned());
            }
            TokenTree::Punct(sign)
                if sign.as_char() == ':' && tokens.last().is_some_and(|last| last == ":") =>
            {
                *tokens.last_mut().unwrap() = "::".to_owned();
            }
            TokenTree::Literal(literal) => {
                if let Ok(string) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    strings.push(string.value());
                }
                tokens.push(String::new());
            }
            other => tokens.push(other.to_string()),
        }
    }
}

/// Which file defines what, so that a path can be followed through re-exports.
pub struct Definitions {
    /// Per module: its file, and the paths that its re-exports lead to by name.
    modules: BTreeMap<Vec<String>, Module>,
}

struct Module {
    path: String,
    reexports: BTreeMap<String, Vec<String>>,
    /// Modules of which everything is re-exported.
    globs: Vec<Vec<String>>,
    macros: Vec<String>,
}

impl Definitions {
    pub fn of(sources: &[Source]) -> Self {
        let modules = sources.iter().filter(|source| source.path != "main.rs").map(|source| {
            let mut module = Module {
                path: source.path.clone(),
                reexports: BTreeMap::new(),
                globs: Vec::new(),
                macros: Vec::new(),
            };
            for item in &source.file.items {
                match item {
                    Item::Use(item) if !matches!(item.vis, Visibility::Inherited) => {
                        module.reexport(&source.module(), Vec::new(), &item.tree);
                    }
                    Item::Macro(item) => {
                        module.macros.extend(item.ident.iter().map(ToString::to_string));
                    }
                    _ => {}
                }
            }
            (source.module(), module)
        });
        Self { modules: modules.collect() }
    }

    /// The file that defines the item at the end of a path from the crate's root.
    pub fn file(&self, path: &[String]) -> Option<&str> {
        self.follow(path, 0)
    }

    fn follow(&self, path: &[String], depth: usize) -> Option<&str> {
        if depth > 8 {
            return None;
        }
        let length =
            (0..=path.len()).rev().find(|&length| self.modules.contains_key(&path[..length]))?;
        let module = &self.modules[&path[..length]];
        let Some(name) = path.get(length) else { return Some(&module.path) };
        if length == 0 {
            let defines = |module: &&Module| module.macros.contains(name);
            return self.modules.values().find(defines).map(|module| module.path.as_str());
        }
        if let Some(target) = module.reexports.get(name) {
            return self.follow(target, depth + 1);
        }
        let globs =
            module.globs.iter().map(|glob| [glob.as_slice(), &path[length..=length]].concat());
        let by_glob = globs.filter_map(|path| self.defined(&path));
        by_glob.into_iter().next().or(Some(&module.path))
    }

    /// The file of a path of which the last step but one is a module that re-exports the last.
    fn defined(&self, path: &[String]) -> Option<&str> {
        let (name, module) = path.split_last()?;
        let module = self.modules.get(module)?;
        let target = module.reexports.get(name)?;
        self.follow(target, 1)
    }
}

impl Module {
    fn reexport(&mut self, module: &[String], mut prefix: Vec<String>, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.reexport(module, prefix, &path.tree);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.reexport(module, prefix.clone(), tree);
                }
            }
            UseTree::Name(name) => {
                prefix.push(name.ident.to_string());
                self.reexports.insert(name.ident.to_string(), absolute(module, &prefix));
            }
            UseTree::Rename(name) => {
                prefix.push(name.ident.to_string());
                self.reexports.insert(name.rename.to_string(), absolute(module, &prefix));
            }
            UseTree::Glob(_) => self.globs.push(absolute(module, &prefix)),
        }
    }
}

/// A path as written in a module, from the crate's root. Without a root it begins in the module.
fn absolute(module: &[String], path: &[String]) -> Vec<String> {
    let climbs = path.iter().take_while(|step| *step == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => path[1..].to_vec(),
        Some("self") => [module, &path[1..]].concat(),
        _ => [&module[..module.len() - climbs], &path[climbs..]].concat(),
    }
}

#[test]
fn comments_literals_and_tests_do_not_count() {
    let text = r##"
        //! crate::a::b
        use crate::c::{self, d::{E, F as G}, h}; /* crate::i */
        const J: &str = "crate::k \" // "; const L: char = '"'; fn m<'n>() -> super::super::o::P { r#"q"# }
        #[cfg(test)] mod tests { use crate::r; fn s() { "}" } }
        #[cfg(test)] mod t;
        fn u() { crate::v::w(1); println!("{}", super::x::Y) }
    "##;
    let source = Source::new("room/file.rs".to_owned(), text.to_owned());
    let paths: Vec<String> = source.paths().iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["c::self", "c::d::E", "c::d::F", "c::h", "o::P", "v::w", "room::x::Y"]);
    assert_eq!(source.room(), "room");
    assert!(source.says("J") && !source.says("k") && !source.says("tests") && !source.says("q"));
    assert!(source.says("println!") && source.says("crate::v") && !source.says("v::x"));
    assert!(source.strings.contains(&"crate::k \" // ".to_owned()));
}

#[test]
fn a_path_is_followed_to_the_file_that_defines_its_end() {
    let sources = [
        ("lib.rs", "pub mod a;"),
        ("a/mod.rs", "mod b; pub mod c; pub use b::B; pub use c::*; struct Own;"),
        ("a/b.rs", "pub struct B;"),
        (
            "a/c.rs",
            "pub use super::b::B as D; pub struct C; #[macro_export] macro_rules! m { () => {} }",
        ),
    ];
    let sources = sources.map(|(path, text)| Source::new(path.to_owned(), text.to_owned()));
    let definitions = Definitions::of(&sources);
    let file = |path: &str| {
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        definitions.file(&path).map(str::to_owned)
    };
    assert_eq!(file("a::B").unwrap(), "a/b.rs");
    assert_eq!(file("a::D").unwrap(), "a/b.rs");
    assert_eq!(file("a::Own").unwrap(), "a/mod.rs");
    assert_eq!(file("a::c::C::new").unwrap(), "a/c.rs");
    assert_eq!(file("m").unwrap(), "a/c.rs");
    assert_eq!(file("nothing"), None);
}
