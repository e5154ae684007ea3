//! Cells as text for people.

use super::super::difference::SchoolNames;
use super::super::why::letter;
use crate::base::Decimal;
use crate::disclosure::{Cell, Change, Count, Elsewhere, SMALLEST_GROUP, Share};
use crate::instance::{Day, MeetingPlace, Programme, Standing, Strength};
use crate::plan::ClusterKind;
use crate::questions::why::ClusterScope;
use crate::texts::{Argument, Language, Message};
use crate::{message, text};

/// The text of an empty cell.
const NOTHING: &str = "–";

impl Language {
    /// The text of a cell; a dash for an empty one.
    pub fn cell(self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => NOTHING.to_owned(),
            Cell::Text(text) => text.clone(),
            Cell::Texts(texts) => texts.join(", "),
            Cell::Number(number) | Cell::Points(number) | Cell::Euros(number) => {
                self.whole(*number)
            }
            Cell::Decimal(number) => self.number(*number),
            Cell::Count(count) => self.count(*count),
            Cell::Share(share) => self.share(*share),
            Cell::Metres(metres) => self.kilometres(*metres),
            Cell::WithinPostcode => text!(self, "cell-within-postcode"),
            Cell::Kilometres(metres) => self.about_kilometres(*metres),
            Cell::Yes(yes) => self.yes(*yes),
            Cell::Day(day) => self.day(*day),
            Cell::Days(days) => self.days(days),
            Cell::Programme(programme) => self.programme(*programme),
            Cell::Standing(standing) => self.standing(*standing),
            Cell::Strength(strength) => self.strength(*strength),
            Cell::MeetingPlace(MeetingPlace::School) => text!(self, "cell-one-school"),
            Cell::MeetingPlace(MeetingPlace::Cluster) => text!(self, "cell-one-cluster"),
            Cell::Kind(kind) => self.kind(*kind),
            Cell::Goal(goal) => self.goal(*goal),
            Cell::Gap(thousandths) => self.gap(*thousandths),
            Cell::Figure(figure) => self.figure(*figure),
            Cell::Rules(rules) => {
                rules.iter().map(|rule| self.rule_title(rule)).collect::<Vec<_>>().join(", ")
            }
            Cell::Statement(rule) => self.rule_statement(rule),
            Cell::Title(rule) => self.rule_title(rule),
            Cell::Why(why) => self.why(why),
            Cell::Conclusion(conclusion) => self.conclusion(*conclusion),
            Cell::Unused(why) => self.why_unused(why),
            Cell::ToKeep(why) => self.to_keep(why),
            Cell::PartOf(number, of) => {
                text!(self, "headline-part", number = *number, of = *of)
            }
            Cell::Elsewhere(at) => self.elsewhere(at),
            Cell::Change(change) => self.change(*change),
            Cell::PlaceLeft(left) => self.place_left(left),
            Cell::Letter(case) => letter(case, ClusterScope::Held, &SchoolNames::default(), self)
                .trim_end()
                .to_owned(),
        }
    }

    /// Where a student is who is at no school.
    fn elsewhere(self, at: &Elsewhere) -> String {
        let at = match at {
            Elsewhere::SchoolGone(None) => message!("cell-school-gone"),
            Elsewhere::SchoolGone(Some(school)) => {
                message!("cell-named-school-gone", school = school)
            }
            Elsewhere::LeftOut => message!("cell-left-out"),
            Elsewhere::NotYetThere => message!("cell-absent"),
            Elsewhere::NoLongerThere => message!("difference-no-longer-there"),
        };
        at.in_language(self)
    }

    /// Why a student is elsewhere than before.
    fn change(self, change: Change) -> String {
        let why = match change {
            Change::New => message!("cell-change-new"),
            Change::HadNone => message!("cell-change-had-none"),
            Change::SchoolGone => message!("cell-change-school-gone"),
            Change::Moved => message!("cell-change-moved"),
            Change::LostPlace => message!("cell-change-lost-place"),
            Change::Fewer => message!("cell-change-fewer"),
            Change::Gone => message!("cell-change-gone"),
        };
        why.in_language(self)
    }

    /// A number of students, such as `fewer than 5`.
    pub fn count(self, count: Count) -> String {
        Argument::from(count).in_language(self)
    }

    /// A share as a percentage with one decimal; approximate shares are whole percentages.
    pub fn share(self, share: Share) -> String {
        let percent = |tenths: i64, decimals| {
            let number = Decimal { scaled: tenths, decimals: 1 }.rounded(decimals);
            message!("amount-percent", amount = number)
        };
        match share {
            Share::Exact(tenths) => percent(tenths, 1).in_language(self),
            Share::AtLeast(tenths) => text!(self, "amount-at-least", amount = percent(tenths, 1)),
            Share::About(tenths) => text!(self, "amount-about", amount = percent(tenths, 0)),
            Share::Unknown => NOTHING.to_owned(),
        }
    }

    /// A distance in kilometres, with one decimal.
    pub fn kilometres(self, metres: i64) -> String {
        let kilometres = Decimal { scaled: metres, decimals: 3 }.rounded(1);
        text!(self, "amount-kilometres", amount = kilometres)
    }

    /// A distance that was rounded to whole kilometres.
    pub fn about_kilometres(self, metres: i64) -> String {
        let kilometres = Decimal { scaled: metres, decimals: 3 }.rounded(0);
        text!(self, "amount-about-kilometres", amount = kilometres)
    }

    /// A gap in percent. It is rounded up, and has as many decimals as it takes to differ from zero.
    pub fn gap(self, thousandths: i64) -> String {
        let gap = Decimal { scaled: thousandths, decimals: 3 };
        let decimals = match thousandths {
            0 => 0,
            1..10 => 3,
            10..100 => 2,
            _ => 1,
        };
        text!(self, "amount-percent", amount = rounded_up(gap, decimals))
    }

    /// Yes or no.
    pub fn yes(self, yes: bool) -> String {
        if yes { text!(self, "cell-yes") } else { text!(self, "cell-no") }
    }

    /// The full name of a day of the week.
    pub fn day(self, day: Day) -> String {
        let name = match day {
            Day::Monday => message!("cell-monday"),
            Day::Tuesday => message!("cell-tuesday"),
            Day::Wednesday => message!("cell-wednesday"),
            Day::Thursday => message!("cell-thursday"),
            Day::Friday => message!("cell-friday"),
        };
        name.in_language(self)
    }

    /// Days of the week, abbreviated.
    pub fn days(self, days: &[Day]) -> String {
        if days.is_empty() {
            return text!(self, "cell-no-days");
        }
        let short = |day: &Day| match day {
            Day::Monday => text!(self, "cell-monday.short"),
            Day::Tuesday => text!(self, "cell-tuesday.short"),
            Day::Wednesday => text!(self, "cell-wednesday.short"),
            Day::Thursday => text!(self, "cell-thursday.short"),
            Day::Friday => text!(self, "cell-friday.short"),
        };
        days.iter().map(short).collect::<Vec<_>>().join(", ")
    }

    /// The official Dutch name of a programme, in either language.
    pub fn programme(self, programme: Programme) -> String {
        match programme {
            Programme::Academisch => text!(self, "cell-programme-academisch"),
            programme => programme.word().to_owned(),
        }
    }

    /// The role of a board in the region.
    pub fn standing(self, standing: Standing) -> String {
        let word = match standing {
            Standing::Partner => message!("cell-standing-partner"),
            Standing::Aspirant => message!("cell-standing-aspirant"),
            Standing::Shell => message!("cell-standing-shell"),
            Standing::Candidate => message!("cell-standing-candidate"),
        };
        word.in_language(self)
    }

    /// Whether a wish is a preference or a requirement.
    pub fn strength(self, strength: Strength) -> String {
        match strength {
            Strength::Prefer => text!(self, "cell-strength-prefer"),
            Strength::Must => text!(self, "cell-strength-must"),
        }
    }

    /// Whether a cluster exists already or is new.
    pub fn kind(self, kind: ClusterKind) -> String {
        match kind {
            ClusterKind::Existing => text!(self, "cell-cluster-existing"),
            ClusterKind::New => text!(self, "cell-cluster-new"),
        }
    }
}

/// An exact count is a number, by which a text can choose its plural; any other count is a text.
impl From<Count> for Argument {
    fn from(count: Count) -> Self {
        let about: Message = match count {
            Count::Exact(number) => return Self::Number(number),
            Count::Few => message!("amount-fewer-than", amount = SMALLEST_GROUP),
            Count::AtLeast(number) => message!("amount-at-least", amount = number),
            Count::About(number) => message!("amount-about", amount = number),
        };
        Self::Message(about)
    }
}

/// A non-negative number rounded up to fewer decimals.
fn rounded_up(number: Decimal, decimals: u32) -> Decimal {
    let rounded = number.rounded(decimals);
    let back = rounded.rounded(number.decimals);
    let scaled = rounded.scaled + i64::from(back.scaled < number.scaled);
    Decimal { scaled, decimals }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_above_zero_never_reads_as_zero() {
        let texts = [0, 1, 10, 11, 99, 100, 301, 12_345].map(|gap| Language::English.gap(gap));
        assert_eq!(texts, ["0%", "0.001%", "0.01%", "0.02%", "0.10%", "0.1%", "0.4%", "12.4%"]);
    }

    #[test]
    fn counts_and_shares_read_as_disclosed() {
        let counts = [Count::Exact(1234), Count::Few, Count::AtLeast(445), Count::About(10)];
        let texts = counts.map(|count| Language::Dutch.count(count));
        assert_eq!(texts, ["1.234", "minder dan 5", "ten minste 445", "ongeveer 10"]);
        let shares = [Share::Exact(889), Share::AtLeast(988), Share::About(667), Share::Unknown];
        let texts = shares.map(|share| Language::English.share(share));
        assert_eq!(texts, ["88.9%", "at least 98.8%", "about 67%", "–"]);
    }
}
