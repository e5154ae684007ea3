//! The figures of one run of a batch, as disclosed.

use super::super::audience::{Audience, SMALLEST_GROUP};
use super::super::bound::Bound;
use super::super::count::{Count, PartFact, Share};
use super::super::indicators::IndicatorFacts;
use super::super::quality::disclosed_gap;
use super::super::suppression;
use crate::composing::figures::{widest_gap, year_of};
use crate::plan::{Proportion, WHOLE_GAP_THOUSANDTHS};
use crate::scenarios::batch::Planned;

/// The range in which a figure is known to lie, in units of its last decimal. An exact figure is least and most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    /// Lower end; [`i64::MIN`] if there is none.
    pub least: i64,
    /// Upper end; [`Interval::UNLIMITED`] if there is none.
    pub most: i64,
}

impl Interval {
    /// The upper end of a range without one.
    pub const UNLIMITED: i64 = i64::MAX;
    const NOTHING: Self = Self { least: i64::MIN, most: Self::UNLIMITED };

    const fn exact(value: i64) -> Self {
        Self { least: value, most: value }
    }

    /// The value, if it is disclosed exactly.
    pub fn value(self) -> Option<i64> {
        (self.least == self.most).then_some(self.least)
    }
}

impl From<Bound> for Interval {
    fn from(bound: Bound) -> Self {
        let most = if bound.is_limited() { bound.most } else { Self::UNLIMITED };
        Self { least: bound.least, most }
    }
}

/// What is kept of a run with a plan, as disclosed to anyone but planners.
pub struct RunDisclosure {
    /// The range of each figure that the public may see, in the order of these figures.
    pub figures: Vec<Interval>,
    /// By how much the plan could at most be better, in thousandths of a percent.
    pub gap_thousandths: i64,
    /// How many are left out.
    pub left_out: Interval,
    /// How many of them the bottleneck keeps out; `None` if there is none, or if that would reveal that anyone is left
    /// out.
    pub kept_out: Option<Interval>,
}

impl RunDisclosure {
    /// Discloses the plan of a run to the public, with the figures of these names.
    pub fn of<'n>(planned: &Planned, names: impl Iterator<Item = &'n str>) -> Self {
        let facts = IndicatorFacts::among_plans(&planned.indicators, Audience::Public);
        let run = WholeRun { planned, facts };
        let kept_out = planned.bottleneck.as_ref();
        Self {
            figures: names.map(|name| run.figure(name).unwrap_or(Interval::NOTHING)).collect(),
            gap_thousandths: run.gap_thousandths(),
            left_out: run.left_out(),
            kept_out: kept_out.and_then(|bottleneck| run.among_left_out(bottleneck.students)),
        }
    }
}

/// Whether the public may see a figure, by its name in the summary; the others are for planners only. Of a path these
/// are the figures over all years and the shares by year: from them those of one year could be worked out.
pub fn is_public(name: &str) -> bool {
    let alone = [
        "core_students",
        "shell_students",
        "left_out_students",
        "students",
        "core_percent",
        "left_out_percent",
        "meeting_day_free_percent",
        "journey_mean_m",
        "journey_p90_m",
        "clusters_used",
        "net_eur",
    ];
    alone.contains(&name)
        || (name.ends_with("_core_percent") && year_of(name).is_none())
        || (name.starts_with("denomination_") && name.ends_with("_met_percent"))
}

/// Whether a figure, by its name in the summary, is disclosed of each run in whole kilometres.
pub fn is_rounded(name: &str) -> bool {
    name == "journey_p90_m"
}

/// A run with a plan, as disclosed to anyone but planners.
struct WholeRun<'a> {
    planned: &'a Planned,
    facts: IndicatorFacts,
}

impl WholeRun<'_> {
    /// The range of a figure of the plan, by its name in the summary; `None` for figures that are for planners
    /// only.
    fn figure(&self, name: &str) -> Option<Interval> {
        let (facts, indicators) = (&self.facts, &self.planned.indicators);
        let students = &facts.students;
        Some(match name {
            "core_students" => number(students.core.number, facts.known[0]),
            "shell_students" => number(students.shell.number, facts.known[1]),
            "left_out_students" => self.left_out(),
            "students" => number(students.core.of, Bound::of(students.core.of)),
            "core_percent" => share(&students.core),
            "left_out_percent" => share(&students.left_out),
            "meeting_day_free_percent" => share(&facts.meeting_day),
            "journey_mean_m" => metres(facts.journeys.mean_m),
            "journey_p90_m" => metres(facts.journeys.percentile_90_m),
            "clusters_used" => Interval::exact(indicators.clusters.used),
            "net_eur" => {
                facts.money.map_or(Interval::NOTHING, |money| Interval::exact(money.net_eur.0))
            }
            name => return self.named(name),
        })
    }

    /// The range of a figure about a programme or a denomination.
    fn named(&self, name: &str) -> Option<Interval> {
        let part = if let Some(programme) = name.strip_suffix("_core_percent") {
            let programmes = &self.facts.programmes;
            programmes.iter().find(|(key, _)| key == programme).map(|(_, at)| &at.core)
        } else {
            let term = name.strip_prefix("denomination_")?.strip_suffix("_met_percent")?;
            let denominations = &self.facts.denominations;
            denominations.iter().find(|(key, _)| key == term).map(|(_, part)| part)
        };
        Some(part.map_or(Interval::NOTHING, share))
    }

    /// By how much the plan could at most be better, as the page of the plan or of the path states it.
    fn gap_thousandths(&self) -> i64 {
        let gap = if self.planned.path.is_some() {
            widest_gap(&[], self.planned.path.as_ref())
        } else {
            let left_out = self.facts.students.left_out.number;
            let levels = self.planned.goals.iter();
            levels.map(|level| disclosed_gap(level, Audience::Public, left_out)).max()
        };
        gap.unwrap_or(WHOLE_GAP_THOUSANDTHS)
    }

    /// How many are left out.
    fn left_out(&self) -> Interval {
        number(self.facts.students.left_out.number, self.facts.known[2])
    }

    /// The range of a number of students who are left out, within all of them; `None` if that would reveal that
    /// anyone is left out.
    fn among_left_out(&self, students: i64) -> Option<Interval> {
        let of = self.left_out();
        if let Some(of) = of.value() {
            let part = suppression::part(Audience::Public, &Proportion::new(students, of));
            return Some(number(part.number, Bound::of(part.number)));
        }
        // How many are left out is a bound: so is any number among them.
        let is_few = students < SMALLEST_GROUP;
        let (least, most) =
            if is_few { (0, SMALLEST_GROUP - 1) } else { (SMALLEST_GROUP, Interval::UNLIMITED) };
        (of.least > 0).then_some(Interval { least, most })
    }
}

fn number(count: Count, known: Bound) -> Interval {
    match count {
        Count::Exact(number) => Interval::exact(number),
        // What follows may be a single number, but is not disclosed as one.
        Count::Few => Interval { least: 0, most: SMALLEST_GROUP - 1 },
        Count::AtLeast(least) => Interval { least, ..known.into() },
        Count::About(_) => Bound::of(count).into(),
    }
}

fn metres(journey: Option<i64>) -> Interval {
    journey.map_or(Interval::NOTHING, Interval::exact)
}

/// The range of a share in tenths of a percent.
fn share(part: &PartFact) -> Interval {
    if let Share::Exact(tenths) = part.share {
        return Interval::exact(tenths);
    }
    if let Share::About(tenths) = part.share {
        return Interval { least: tenths - 5, most: tenths + 5 };
    }
    let (number, of) = (Interval::from(Bound::of(part.number)), Interval::from(Bound::of(part.of)));
    let all = 1000;
    let least = if of.most == Interval::UNLIMITED || of.most == 0 {
        0
    } else {
        all * number.least / of.most
    };
    let most = if number.most == Interval::UNLIMITED || of.least == 0 {
        all
    } else {
        ((all * number.most + of.least - 1) / of.least).min(all)
    };
    if (least, most) == (0, all) { Interval::NOTHING } else { Interval { least, most } }
}
