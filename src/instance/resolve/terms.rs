//! Denominations and concepts: words that schools and wishes share.

use crate::base::{Id, IdVec};
use crate::instance::TermId;
use crate::instance::document::InstanceDocument;

/// All denominations and concepts of a document, in byte order.
pub struct Terms<'a>(Vec<&'a str>);

impl<'a> Terms<'a> {
    /// The words that schools have and students wish.
    pub fn of(document: &'a InstanceDocument) -> Self {
        let of_schools = document
            .schools
            .iter()
            .flat_map(|school| school.denomination.iter().chain(&school.concepts).flatten());
        let of_students = document.students.iter().flat_map(|student| {
            let wish = student.denomination.iter().flat_map(|denomination| &denomination.wish);
            wish.chain(student.concepts.iter().flatten())
        });
        let mut words: Vec<&str> = of_schools.chain(of_students).map(String::as_str).collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// The identities of some words, in order, each once.
    pub fn identities(&self, words: &[String]) -> Vec<TermId> {
        let mut identities: Vec<TermId> = words
            .iter()
            .filter_map(|word| self.0.binary_search(&word.as_str()).ok())
            .map(TermId::from_index)
            .collect();
        identities.sort_unstable();
        identities.dedup();
        identities
    }

    /// The words by identity.
    pub fn into_words(self) -> IdVec<TermId, String> {
        self.0.into_iter().map(str::to_owned).collect()
    }
}
