//! One year of a path, as disclosed.

use super::super::audience::Audience;
use super::super::count::{Count, PartFact};
use super::super::indicators::{IndicatorFacts, JourneyFacts, WhereaboutsFact};
use super::super::map::Map;
use super::super::together::ReportPart;
use super::source::YearSource;
use crate::growth::{GrowthYear, PathPlanYear, YearMoney};

/// One year of a path.
#[derive(Clone, PartialEq, Debug)]
pub struct YearDisclosure {
    /// The school year.
    pub id: String,
    /// The share of students in clusters that is aimed at, in percent; `None` where none is.
    pub share_percent: Option<i64>,
    /// The number of students in clusters that is aimed at; `None` where nothing is, or that is not disclosed.
    pub aimed_at: Option<i64>,
    /// How many fewer there are; `None` where nothing is aimed at, or that is not disclosed.
    pub short: Option<i64>,
    /// Whereabouts of all students.
    pub students: WhereaboutsFact,
    /// Whereabouts per programme, by its key.
    pub programmes: Vec<(String, WhereaboutsFact)>,
    /// Lengths of the journeys.
    pub journeys: JourneyFacts,
    /// Wishes met per denomination, among placed students.
    pub denominations: Vec<(String, PartFact)>,
    /// Students with ranked wishes who got the first, for planners.
    pub first_wish: Option<PartFact>,
    /// Members who are free on their meeting day.
    pub meeting_day: PartFact,
    /// Clusters in use, each with a trainer.
    pub clusters: i64,
    /// Clusters that are opened, each with a trainer to appoint.
    pub opened: i64,
    /// The map, without homes.
    pub map: Option<Map>,
    /// Euros; `None` without prices, or where they are not disclosed.
    pub money: Option<YearMoney>,
    /// What is withheld, since together with other numbers it would reveal a small group.
    pub withheld: Vec<ReportPart>,
    /// Whether this year's numbers allow money to be disclosed.
    pub(super) may_show_money: bool,
}

impl YearDisclosure {
    pub(super) fn of(
        wanted: &GrowthYear,
        found: &PathPlanYear,
        source: &YearSource,
        audience: Audience,
    ) -> Self {
        let indicators = &source.indicators;
        let mut facts = IndicatorFacts::among_plans(indicators, audience);
        let withheld = if audience.sees_students() { &[][..] } else { &source.withheld };
        withhold(&mut facts, withheld);
        let wishes = indicators.wishes.get("0").filter(|_| audience.sees_students());
        // Where the number of all students is hidden, a share of it is too.
        let aimed_at = found.aimed_at.filter(|_| facts.students.core.of.exact().is_some());
        Self {
            id: found.id.clone(),
            share_percent: wanted.share_percent,
            aimed_at,
            short: aimed_at.and_then(|aimed_at| short(aimed_at, facts.students.core.number)),
            students: facts.students,
            programmes: facts.programmes,
            journeys: facts.journeys,
            denominations: facts.denominations,
            first_wish: wishes
                .map(|met| PartFact::new(Count::Exact(met.number), Count::Exact(met.of))),
            meeting_day: facts.meeting_day,
            clusters: found.clusters,
            opened: found.opened.len() as i64,
            map: source.map(audience.sees_students()).cloned(),
            money: None,
            withheld: withheld.to_vec(),
            may_show_money: facts.money.is_some(),
        }
    }
}

/// Withholds what together would reveal a small group.
fn withhold(facts: &mut IndicatorFacts, withheld: &[ReportPart]) {
    let nothing = Count::AtLeast(0);
    for section in withheld {
        match section {
            ReportPart::JourneyRanks => {
                facts.journeys.median_m = None;
                facts.journeys.percentile_90_m = None;
            }
            ReportPart::Mean => facts.journeys.mean_m = None,
            ReportPart::Comfortable => facts.journeys.comfortable = None,
            ReportPart::Denominations => facts.denominations.clear(),
            ReportPart::Attendance => facts.meeting_day = PartFact::new(nothing, nothing),
            ReportPart::Money => facts.money = None,
            ReportPart::Programmes => facts.programmes.clear(),
            // A path shows nothing of these.
            _ => {}
        }
    }
}

/// How many students a year falls short, as far as that follows from the number that is disclosed.
fn short(aimed_at: i64, in_clusters: Count) -> Option<i64> {
    match in_clusters {
        Count::Exact(number) => Some((aimed_at - number).max(0)),
        Count::AtLeast(number) if number >= aimed_at => Some(0),
        Count::AtLeast(_) | Count::Few | Count::About(_) => None,
    }
}
