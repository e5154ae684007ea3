//! Pairs of students who are to be together or apart, in the summary: how many are, and which are not.

use std::fmt::Write;

use super::Summary;
use crate::instance::PairKind;
use crate::message;
use crate::plan::PairEntry;
use crate::text;
use crate::texts::Message;

/// The most pairs that are named.
const MOST_NAMED: usize = 10;

impl Summary<'_> {
    /// The pairs; nothing where the instance has none.
    pub(super) fn pairs(&self) -> String {
        let pairs = self.plan.pairs.as_deref().unwrap_or_default();
        if pairs.is_empty() {
            return String::new();
        }
        let number = |met: Option<bool>| pairs.iter().filter(|pair| pair.met == met).count() as i64;
        let title = text!(self.language, "summary-pairs-title");
        let counted = message!(
            "summary-pairs",
            count = pairs.len(),
            met = number(Some(true)),
            apart = number(None)
        );
        let mut text = format!("\n{title}\n{}\n", counted.in_language(self.language));
        let otherwise = || pairs.iter().filter(|pair| pair.met == Some(false));
        for pair in otherwise().take(MOST_NAMED) {
            let _ = writeln!(text, "  {}", otherwise_in_words(pair).in_language(self.language));
        }
        let more = otherwise().count().saturating_sub(MOST_NAMED);
        if more > 0 {
            let more = text!(self.language, "summary-pairs-more", count = more);
            let _ = writeln!(text, "  {more}");
        }
        text
    }
}

/// A pair that is not as asked, with the planner's reason.
fn otherwise_in_words(pair: &PairEntry) -> Message {
    let [one, other] = &pair.students;
    let at = pair.at.word();
    let sentence = match pair.rule {
        PairKind::Together => {
            message!("summary-pair-not-together", one = one, other = other, at = at)
        }
        PairKind::Apart => message!("summary-pair-not-apart", one = one, other = other, at = at),
    };
    match &pair.because {
        None => sentence,
        Some(because) => message!("summary-pair-because", sentence = sentence, because = because),
    }
}
