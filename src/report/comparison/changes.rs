//! What a scenario changes: nothing, and why; or how many students are placed, at what cost.

use super::Comparison;
use crate::scenarios::batch::answers::{ExtraCost, Unchanged};
use crate::texts::{Argument, Message};
use crate::{message, text};

impl Comparison<'_> {
    /// That a scenario changes nothing, and who cannot form another cluster or does better without.
    pub fn unchanged(&self, one: &Unchanged) -> String {
        let language = self.language;
        let reference = self.quoted(self.disclosed.reference);
        let title = self.title(&one.scenario);
        let mut sentences =
            vec![text!(language, "comparison-unchanged", title = title, reference = reference)];
        let owners = |ids: &[String]| self.names(ids.iter().map(String::as_str));
        let mut because = |ids: &[String], sentence: fn(String, usize) -> Message| {
            if !ids.is_empty() {
                sentences.push(sentence(owners(ids), ids.len()).in_language(language));
            }
        };
        because(&one.cannot_form, |owners, count| {
            message!("comparison-unchanged-cannot", owners = owners, count = count)
        });
        because(
            &one.could_form,
            if one.proven {
                |owners, count| {
                    message!("comparison-unchanged-dear", owners = owners, count = count)
                }
            } else {
                |owners, count| {
                    message!("comparison-unchanged-not-found", owners = owners, count = count)
                }
            },
        );
        sentences.join(" ")
    }

    /// What the students that a scenario places more than the reference cost.
    pub fn extra_cost(&self, one: &ExtraCost) -> String {
        let students: Argument = if self.has_draws() {
            one.students.into()
        } else {
            one.students.rounded(0).scaled.into()
        };
        let title = self.title(&one.scenario);
        let reference = self.quoted(self.disclosed.reference);
        let (net, euros) = (one.net_eur.magnitude(), one.eur_per_student);
        let sentence = if one.net_eur.scaled > 0 {
            message!(
                "comparison-extra-cost",
                title = title,
                reference = reference,
                students = students,
                net = net,
                euros = euros
            )
        } else {
            message!(
                "comparison-extra-cost-less",
                title = title,
                reference = reference,
                students = students,
                net = net
            )
        };
        sentence.in_language(self.language)
    }
}
