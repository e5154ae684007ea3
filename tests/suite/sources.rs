//! The source files as code: without comments, without what is only for tests, and the paths in it.

use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// Its path under `src`, with slashes.
    pub path: String,
    /// Its text as written.
    pub text: String,
    /// Its code: no comments, nothing under `#[cfg(test)]`.
    pub code: String,
    /// The same with the contents of strings taken out.
    pub words: String,
}

/// All source files that are not tests, by path.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    let sources = paths.into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let test =
            path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("testing/");
        (!test).then(|| Source::new(path, text))
    });
    let mut sources: Vec<Source> = sources.collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    sources
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
    pub fn new(path: String, text: String) -> Self {
        let words = without_tests(&stripped(&text, false));
        let code = without_tests(&stripped(&text, true));
        Self { path, text, code, words }
    }

    /// The room that the file belongs to: its module right under the crate.
    pub fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many modules deep it is: 1 for a room itself, 0 for the crate.
    fn depth(&self) -> usize {
        let inner = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        if matches!(inner, "lib" | "main") { 0 } else { inner.split('/').count() }
    }

    /// Whether a word stands in the code, strings apart.
    pub fn says(&self, word: &str) -> bool {
        let boundary = |character: Option<char>| {
            !character.is_some_and(|character| character.is_alphanumeric() || character == '_')
        };
        self.words.match_indices(word).any(|(at, _)| {
            boundary(self.words[..at].chars().next_back())
                && boundary(self.words[at + word.len()..].chars().next())
        })
    }

    /// The paths from the crate's root that the code names, as steps: `crate::a::{b, c}` is two.
    pub fn paths(&self) -> Vec<Vec<String>> {
        let tokens = tokens(&self.words);
        let mut paths = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if let Some(from) = self.root_reached(&tokens, at) {
                at = tree(&tokens, from, &mut Vec::new(), &mut paths);
            } else {
                at += 1;
            }
        }
        paths
    }

    /// Where a path goes on after it has reached the crate's root, if it does so here.
    fn root_reached(&self, tokens: &[&str], at: usize) -> Option<usize> {
        if at > 0 && tokens[at - 1] == "::" {
            return None;
        }
        if tokens[at] == "crate" && tokens.get(at + 1) == Some(&"::") {
            return Some(at + 2);
        }
        let climbs = (at..tokens.len())
            .step_by(2)
            .take_while(|&step| tokens[step] == "super" && tokens.get(step + 1) == Some(&"::"))
            .count();
        (climbs > 0 && climbs == self.depth()).then_some(at + 2 * climbs)
    }
}

/// Reads a tree of paths, such as `a::{b, c::d}`; gives where it ends.
fn tree(
    tokens: &[&str],
    mut at: usize,
    prefix: &mut Vec<String>,
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let length = prefix.len();
    loop {
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| *token != "}") {
                    at = tree(tokens, at, prefix, paths);
                    if tokens.get(at) == Some(&",") {
                        at += 1;
                    }
                }
                prefix.truncate(length);
                return at + 1;
            }
            Some(step) => {
                prefix.push((*step).to_owned());
                at += 1;
            }
            None => break,
        }
        if tokens.get(at) == Some(&"::") {
            at += 1;
        } else {
            break;
        }
    }
    paths.push(prefix.clone());
    prefix.truncate(length);
    if tokens.get(at) == Some(&"as") { at + 2 } else { at }
}

/// Words, `::`, and single signs.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let word = |character: char| character.is_alphanumeric() || character == '_';
        let length = if word(first) {
            rest.find(|character| !word(character)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tokens
}

/// The text without comments; what stands in strings stays or goes.
fn stripped(text: &str, keep_strings: bool) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, kept) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), "")
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), "")
        } else if let Some(length) = string(rest) {
            (length, if keep_strings { &rest[..length] } else { "\"\"" })
        } else {
            let length = character(rest).unwrap_or(first.len_utf8());
            (length, &rest[..length])
        };
        code.push_str(kept);
        rest = &rest[length..];
    }
    code
}

/// The length of a string that begins here, raw or not.
fn string(rest: &str) -> Option<usize> {
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let inner = raw[hashes..].strip_prefix('"')?;
        return Some(1 + hashes + 1 + inner.find(&end)? + end.len());
    }
    let inner = rest.strip_prefix('"')?;
    let mut escaped = false;
    let end = inner.find(|character| {
        let ends = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        ends
    })?;
    Some(end + 2)
}

/// The length of a character such as `'"'` that begins here; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let length = match inner.strip_prefix('\\') {
        Some(escaped) => 1 + escaped.find('\'').filter(|&end| end > 0).unwrap_or(1),
        None => inner.chars().next()?.len_utf8(),
    };
    inner[length..].starts_with('\'').then_some(length + 2)
}

/// The code without items under `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let Some((before, after)) = code.split_once("#[cfg(test)]") else { return code.to_owned() };
    let end = match after.find(['{', ';']) {
        Some(at) if after[at..].starts_with('{') => at + block(&after[at..]),
        Some(at) => at + 1,
        None => after.len(),
    };
    format!("{before}{}", without_tests(&after[end..]))
}

/// The length of a block in braces.
fn block(code: &str) -> usize {
    let mut depth = 0;
    let end = code.find(|sign| {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map_or(code.len(), |end| end + 1)
}

#[test]
fn comments_strings_and_tests_do_not_count() {
    let text = r##"
        //! crate::a::b
        use crate::c::{self, d::{E, F as G}, h}; /* crate::i */
        const J: &str = "crate::k \" // "; const L: char = '"'; fn m<'n>() -> super::super::o::P { r#"q"# }
        #[cfg(test)] mod tests { use crate::r; fn s() { "}" } }
        #[cfg(test)] mod t;
        fn u() { crate::v::w(1) }
    "##;
    let source = Source::new("room/file.rs".to_owned(), text.to_owned());
    let paths: Vec<String> = source.paths().iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["c::self", "c::d::E", "c::d::F", "c::h", "o::P", "v::w"]);
    assert_eq!(source.room(), "room");
    assert!(source.says("J") && !source.says("k") && !source.says("tests") && !source.says("q"));
    assert!(source.code.contains("crate::k"));
}
