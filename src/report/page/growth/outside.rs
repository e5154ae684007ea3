//! A board that may enter and does not: why it stays out, and what would change.

use maud::{Markup, html};

use super::PathPage;
use crate::disclosure::{OutsideBoard, OutsideChange, OutsideNumbers};
use crate::text;

impl PathPage<'_> {
    pub(super) fn outside(&self, board: &OutsideBoard) -> Markup {
        let language = self.language;
        html! {
            h4 { (text!(language, "growth-page-outside")) }
            p { (text!(language, "growth-page-outside-may", year = self.year(board.earliest),
                schools = board.schools, places = board.places)) }
            p { @for sentence in self.changes(&board.change) { (sentence) " " } }
        }
    }

    /// What would change if it entered, in sentences.
    fn changes(&self, change: &OutsideChange) -> Vec<String> {
        let language = self.language;
        let OutsideChange::Found { year, opened, is_proven, numbers } = change else {
            return vec![match change {
                OutsideChange::Impossible => text!(language, "growth-page-outside-impossible"),
                OutsideChange::NotFound => text!(language, "growth-page-outside-not-found"),
                _ => text!(language, "growth-page-outside-unknown"),
            }];
        };
        let year = self.year(*year);
        let mut sentences = vec![match opened {
            0 => text!(language, "growth-page-outside-unused", year = year),
            opened => text!(language, "growth-page-outside-used", year = year, opened = *opened),
        }];
        sentences.extend(numbers.iter().map(|numbers| self.cost_with_it(numbers)));
        if let Some(OutsideNumbers { then, now, .. }) = numbers
            && then != now
            && let Some(last) = self.disclosed.years.last()
        {
            sentences.push(text!(
                language,
                "growth-page-outside-students",
                year = &last.id,
                then = *then,
                now = *now
            ));
        }
        let least = numbers.map_or(0, |numbers| numbers.least_more_points);
        sentences.push(match (is_proven, least) {
            (true, 1..) => {
                let points = language.whole(least);
                text!(language, "growth-page-outside-proven-more", points = points)
            }
            (true, _) => text!(language, "growth-page-outside-proven"),
            (false, ..0) => {
                let points = language.whole(-least);
                text!(language, "growth-page-outside-unproven-less", points = points)
            }
            (false, _) => text!(language, "growth-page-outside-unproven"),
        });
        sentences
    }

    fn cost_with_it(&self, numbers: &OutsideNumbers) -> String {
        let language = self.language;
        match numbers.more_points {
            0 => text!(language, "growth-page-outside-same"),
            more => text!(language, "growth-page-outside-more", points = language.whole(more)),
        }
    }
}
