//! Names that differ from each other: of sheets, of files.

use std::collections::BTreeSet;

/// Names made of what is wished for, in order, such that no two are the same, whatever the case of their
/// letters. None is longer than `longest`, counted as spreadsheets do; who comes later gets a number. What
/// is `taken` is given to nobody.
pub fn distinct<'a>(
    wished: impl IntoIterator<Item = &'a str>,
    longest: usize,
    taken: &[&str],
) -> Vec<String> {
    let mut taken: BTreeSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    let mut name = |wished: &str| {
        let numbered = (2_u64..).map(|number| {
            let number = format!(" ({number})");
            cut(wished, longest - number.len()).to_owned() + &number
        });
        let mut names = std::iter::once(cut(wished, longest).to_owned()).chain(numbered);
        // Among more names than are taken one is free.
        names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
    };
    wished.into_iter().map(&mut name).collect()
}

/// The beginning of a text, at most `length` UTF-16 units long.
pub fn cut(text: &str, longest: usize) -> &str {
    let mut length = 0;
    let end = text.char_indices().find(|&(_, sign)| {
        length += sign.len_utf16();
        length > longest
    });
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_later_gets_a_number() {
        let names = distinct(["Noord", "noord", "Zuid", "Noord", "History"], 31, &["History"]);
        assert_eq!(names, ["Noord", "noord (2)", "Zuid", "Noord (3)", "History (2)"]);
    }

    #[test]
    fn long_names_are_cut_and_still_differ() {
        let names = distinct(["abcdefghij", "abcdefghijk", "abcdefghij (2)"], 10, &[]);
        assert_eq!(names, ["abcdefghij", "abcdef (2)", "abcdef (3)"]);
        // A sign outside the basic plane counts for two.
        assert_eq!(cut("a😀b", 2), "a");
        assert_eq!(cut("a😀b", 3), "a😀");
        assert_eq!(cut("één", 3), "één");
    }
}
