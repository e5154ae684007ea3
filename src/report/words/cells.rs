//! Cells as text for people.

use crate::base::Decimal;
use crate::disclosure::{Cell, Count, SMALLEST_GROUP, Share};
use crate::instance::{Day, Programme, Standing, Strength};
use crate::plan::ClusterKind;
use crate::texts::Language;

/// What stands where there is nothing to tell.
const NOTHING: &str = "–";

impl Language {
    /// A cell as text. Nothing is a dash.
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
            Cell::Kilometres(metres) => self.about_kilometres(*metres),
            Cell::Yes(yes) => self.yes(*yes).to_owned(),
            Cell::Day(day) => self.day(*day).to_owned(),
            Cell::Days(days) => self.days(days),
            Cell::Programme(programme) => self.programme(*programme).to_owned(),
            Cell::Standing(standing) => self.standing(*standing).to_owned(),
            Cell::Strength(strength) => self.strength(*strength).to_owned(),
            Cell::Kind(kind) => self.kind(*kind).to_owned(),
            Cell::Goal(goal) => self.goal(*goal),
            Cell::Gap(thousandths) => self.gap(*thousandths),
            Cell::Figure(figure) => self.figure(*figure),
            Cell::Rules(rules) => {
                rules.iter().map(|rule| self.rule_title(rule)).collect::<Vec<_>>().join(", ")
            }
            Cell::Statement(rule) => self.rule_statement(rule),
            Cell::Title(rule) => self.rule_title(rule),
            Cell::Why(why) => self.why(why),
            Cell::Conclusion(conclusion) => self.conclusion(*conclusion).to_owned(),
        }
    }

    /// A number of students.
    pub fn count(self, count: Count) -> String {
        let (few, least, about) = (
            self.choose("minder dan", "fewer than"),
            self.choose("ten minste", "at least"),
            self.choose("ongeveer", "about"),
        );
        match count {
            Count::Exact(number) => self.whole(number),
            Count::Few => format!("{few} {SMALLEST_GROUP}"),
            Count::AtLeast(number) => format!("{least} {}", self.whole(number)),
            Count::About(number) => format!("{about} {}", self.whole(number)),
        }
    }

    /// A share in percents, with one decimal.
    pub fn share(self, share: Share) -> String {
        let percent = |tenths: i64, decimals| {
            let number = Decimal { scaled: tenths, decimals: 1 }.rounded(decimals);
            format!("{}%", self.number(number))
        };
        match share {
            Share::Exact(tenths) => percent(tenths, 1),
            Share::AtLeast(tenths) => {
                format!("{} {}", self.choose("ten minste", "at least"), percent(tenths, 1))
            }
            Share::About(tenths) => {
                format!("{} {}", self.choose("ongeveer", "about"), percent(tenths, 0))
            }
            Share::Unknown => NOTHING.to_owned(),
        }
    }

    /// A distance in kilometres, with one decimal.
    pub fn kilometres(self, metres: i64) -> String {
        let kilometres = Decimal { scaled: metres, decimals: 3 }.rounded(1);
        format!("{} km", self.number(kilometres))
    }

    /// A distance that is rounded to whole kilometres already.
    pub fn about_kilometres(self, metres: i64) -> String {
        let kilometres = Decimal { scaled: metres, decimals: 3 }.rounded(0);
        format!("{} {} km", self.choose("ongeveer", "about"), self.number(kilometres))
    }

    /// A gap, in thousandths of a percent, to one decimal more than is needed to tell it from none.
    pub fn gap(self, thousandths: i64) -> String {
        let gap = Decimal { scaled: thousandths, decimals: 3 };
        let decimals = match thousandths {
            0 => 0,
            1..10 => 3,
            10..100 => 2,
            _ => 1,
        };
        format!("{}%", self.number(rounded_up(gap, decimals)))
    }

    /// Yes or no.
    pub const fn yes(self, yes: bool) -> &'static str {
        if yes { self.choose("ja", "yes") } else { self.choose("nee", "no") }
    }

    /// A day of the week.
    pub const fn day(self, day: Day) -> &'static str {
        match day {
            Day::Monday => self.choose("maandag", "Monday"),
            Day::Tuesday => self.choose("dinsdag", "Tuesday"),
            Day::Wednesday => self.choose("woensdag", "Wednesday"),
            Day::Thursday => self.choose("donderdag", "Thursday"),
            Day::Friday => self.choose("vrijdag", "Friday"),
        }
    }

    /// Some days, in short.
    pub fn days(self, days: &[Day]) -> String {
        if days.is_empty() {
            return self.choose("geen", "none").to_owned();
        }
        let short = |day: &Day| match day {
            Day::Monday => self.choose("ma", "Mon"),
            Day::Tuesday => self.choose("di", "Tue"),
            Day::Wednesday => self.choose("wo", "Wed"),
            Day::Thursday => self.choose("do", "Thu"),
            Day::Friday => self.choose("vr", "Fri"),
        };
        days.iter().map(short).collect::<Vec<_>>().join(", ")
    }

    /// A programme: the official Dutch names, in either language.
    pub const fn programme(self, programme: Programme) -> &'static str {
        match programme {
            Programme::Academisch => self.choose("academische pabo", "academische pabo"),
            programme => programme.word(),
        }
    }

    /// What part a board takes.
    pub const fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Partner => self.choose("partner", "partner"),
            Standing::Aspirant => self.choose("aspirant", "aspirant"),
            Standing::Shell => self.choose("schil", "shell"),
            Standing::Candidate => self.choose("kandidaat", "candidate"),
        }
    }

    /// How strong a wish is.
    pub const fn strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::Prefer => self.choose("voorkeur", "prefers"),
            Strength::Must => self.choose("moet", "must"),
        }
    }

    /// Whether a cluster stood before.
    pub const fn kind(self, kind: ClusterKind) -> &'static str {
        match kind {
            ClusterKind::Existing => self.choose("bestaand", "existing"),
            ClusterKind::New => self.choose("nieuw", "new"),
        }
    }
}

/// A number that is not negative with fewer decimals, rounded up.
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
    fn a_gap_is_never_told_as_none_where_there_is_one() {
        let told = [0, 1, 10, 11, 99, 100, 301, 12_345].map(|gap| Language::English.gap(gap));
        assert_eq!(told, ["0%", "0.001%", "0.01%", "0.02%", "0.10%", "0.1%", "0.4%", "12.4%"]);
    }

    #[test]
    fn numbers_of_students_are_told_as_they_may_be() {
        let counts = [Count::Exact(1234), Count::Few, Count::AtLeast(445), Count::About(10)];
        let told = counts.map(|count| Language::Dutch.count(count));
        assert_eq!(told, ["1.234", "minder dan 5", "ten minste 445", "ongeveer 10"]);
        let shares = [Share::Exact(889), Share::AtLeast(988), Share::About(667), Share::Unknown];
        let told = shares.map(|share| Language::English.share(share));
        assert_eq!(told, ["88.9%", "at least 98.8%", "about 67%", "–"]);
    }
}
