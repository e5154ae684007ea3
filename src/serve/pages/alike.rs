//! Problems and warnings that say the same of many students, schools or cells: one line with their number, which opens.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::text;
use crate::texts::{Argument, Language, Rewrite};

/// The fewest that become one line.
const FEWEST: usize = 4;
/// Lines that are shown at once, and within one line.
const MOST: usize = 60;

/// A text without what it quotes: the same for all that differ only in whom or which cell they are about.
pub fn kind(text: &Argument, language: Language) -> String {
    struct Unquoted;
    impl Rewrite for Unquoted {
        fn key(&self, key: &'static str) -> &'static str {
            key
        }

        fn text(&self, _: &str) -> String {
            String::new()
        }
    }
    text.rewritten(&Unquoted).in_language(language)
}

/// The items of a list by their kinds. Of those that are alike, `title` says what the first is, and `item` draws each
/// where the line is opened. The name is that of the list, of which a page may have several.
pub fn draw(
    name: &str,
    kinds: &[String],
    title: impl Fn(usize) -> Markup,
    item: impl Fn(usize) -> Markup,
    language: Language,
) -> Markup {
    let groups = groups(kinds);
    html! {
        @for group in groups.iter().take(MOST) { @let (first, number) = (group[0], group.len());
            @if number == 1 { (item(first)) } @else {
                li .alike { details id={ "alike-" (name) "-" (first) } {
                    summary { span .badge { (language.whole(number as i64)) "×" } " " (title(first)) " "
                        small .quiet { (text!(language, "serve-and-alike", count = number - 1)) } }
                    ul { @for &one in group.iter().take(MOST) { (item(one)) } (more(number, language)) }
                } }
            } }
        (more(groups.len(), language))
    }
}

/// That there are more than are shown.
fn more(number: usize, language: Language) -> Markup {
    html! { @if number > MOST { li { (text!(language, "serve-more-warnings", count = number - MOST)) } } }
}

/// The positions of those that become one line, in the order of the first of each.
fn groups(kinds: &[String]) -> Vec<Vec<usize>> {
    let mut alike: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, kind) in kinds.iter().enumerate() {
        alike.entry(kind).or_default().push(at);
    }
    let of = |(at, kind): (usize, &String)| match &alike[kind.as_str()] {
        few if few.len() < FEWEST => Some(vec![at]),
        many => (many[0] == at).then(|| many.clone()),
    };
    kinds.iter().enumerate().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message;

    #[test]
    fn many_that_differ_in_whom_they_are_about_are_one_line_in_place_of_the_first() {
        let about = |id: &str| message!("instance-no-places", id = id).into();
        let other = message!("problem-nobody-can-be-placed").into();
        let texts: [Argument; 7] =
            [about("a"), other, about("b"), about("c"), "x".into(), about("d"), about("e")];
        let kinds = texts.map(|text| kind(&text, Language::Dutch));
        assert_eq!(groups(&kinds), [vec![0, 2, 3, 5, 6], vec![1], vec![4]]);
        assert_eq!(groups(&kinds[..5]), [[0], [1], [2], [3], [4]]);
        let drawn = draw(
            "x",
            &kinds,
            |at| html! { "title " (at) },
            |at| html! { li { "item " (at) } },
            Language::Dutch,
        );
        let drawn = drawn.into_string();
        assert_eq!(drawn.matches("<li>item").count(), 7, "{drawn}");
        assert_eq!(drawn.matches("<summary").count(), 1, "{drawn}");
        assert!(drawn.contains("5×") && drawn.contains("title 0"), "{drawn}");
    }
}
