//! The frame of a page: head, contents and sections, under a policy that forbids every request.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::text;
use crate::texts::Language;

/// The style of pages.
pub const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// A part of a page with a heading of its own, to which the contents lead.
pub struct Section {
    /// Anchor of the section.
    pub id: &'static str,
    /// Heading of the section.
    pub title: String,
    /// Contents of the section.
    pub body: Markup,
}

impl Section {
    /// A section with a heading.
    pub fn new(id: &'static str, title: impl Into<String>, body: Markup) -> Self {
        Self { id, title: title.into(), body }
    }

    fn draw(&self) -> Markup {
        let heading = format!("{}-title", self.id);
        html! {
            section id=(self.id) aria-labelledby=(heading) {
                h2 id=(heading) { (self.title) }
                (self.body)
            }
        }
    }
}

/// A whole page. Style and script are let in by their digests, and nothing else is, from anywhere.
pub fn document(language: Language, title: &str, header: &Markup, sections: &[Section]) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="plaatswijzer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a .skip href="#content" { (text!(language, "page-skip-content")) }
                header .page-head { (header) }
                nav .contents aria-label=(text!(language, "page-on-this-page")) {
                    ul { @for section in sections {
                        li { a href={ "#" (section.id) } { (section.title) } }
                    } }
                }
                main #content tabindex="-1" { @for section in sections { (section.draw()) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut page = page.into_string();
    page.push('\n');
    page
}

/// No request can leave a page under this policy.
fn policy() -> String {
    let digest = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_and_script_ask_for_nothing_and_end_where_they_should() {
        for text in [STYLE, SCRIPT] {
            for word in ["http:", "https:", "url(", "@import", "</s", "innerHTML", "eval("] {
                assert!(!text.contains(word), "{word}");
            }
        }
        assert!(policy().starts_with("default-src 'none';") && !policy().contains("unsafe"));
    }
}
