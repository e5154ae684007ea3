//! Figures of scenarios as anyone may see them.

use crate::base::Decimal;
use crate::disclosure::{Audience, Count, PartFact, SMALLEST_GROUP, WhereaboutsFact};
use crate::plan::{Part, Whereabouts};
use crate::report::comparison::tables::FigureFormat;
use crate::scenarios::batch::{Distribution, ScenarioSummary, Statistics, Summary};

/// A figure of a scenario.
pub enum Told<'a> {
    /// As it is.
    Whole(&'a Statistics),
    /// A number of students of which some draw has so few that they are not told: its mean.
    Number(Count),
    /// A share of which some draw has so few outside that they are not told: at least so much, in tenths of a
    /// percent.
    AtLeast(i64),
    /// Not told, since it would tell of a few.
    Hidden,
    /// No run has it.
    Absent,
}

impl Told<'_> {
    /// The figure, where it is told as it is.
    pub fn whole(&self) -> Option<&Statistics> {
        match self {
            Self::Whole(statistics) => Some(statistics),
            _ => None,
        }
    }
}

/// A figure of a scenario as anyone may see it.
pub fn told<'a>(
    summary: &Summary,
    scenario: &'a ScenarioSummary,
    figure: &str,
    unit: FigureFormat,
) -> Told<'a> {
    let Some(statistics) = scenario.figures.get(figure) else { return Told::Absent };
    let mean = |name: &str| scenario.figures.get(name).map(|one| one.values.mean(0).scaled);
    let hidden = match unit {
        FigureFormat::Number if figure.ends_with("_students") => {
            parts(summary, scenario, figure, None)
        }
        FigureFormat::Percent => {
            let (part, of) = part_and_whole(figure);
            parts(summary, scenario, &part, Some(&of))
        }
        // Money tells how many students are in clusters, and so how many are not.
        FigureFormat::Euros => parts(summary, scenario, "core_students", Some("students")),
        FigureFormat::Number | FigureFormat::Kilometres => Vec::new(),
    };
    if hidden.iter().all(is_exact) {
        return Told::Whole(statistics);
    }
    match unit {
        FigureFormat::Number => Told::Number(about(mean(figure).unwrap_or_default())),
        FigureFormat::Percent => at_least(&hidden).map_or(Told::Hidden, Told::AtLeast),
        FigureFormat::Euros | FigureFormat::Kilometres => Told::Hidden,
    }
}

/// The share of all runs together that is told at least, in tenths of a percent.
fn at_least(runs: &[PartFact]) -> Option<i64> {
    let least = runs.iter().map(|run| match run.number {
        Count::Exact(number) | Count::AtLeast(number) => Some(number),
        Count::Few | Count::About(_) => None,
    });
    let part: i64 = least.sum::<Option<i64>>()?;
    let of: i64 = runs.iter().map(|run| run.of.exact()).sum::<Option<i64>>()?;
    (of > 0).then(|| 1000 * part / of)
}

/// Whether a part, and so what is left of the whole, is told as it is.
fn is_exact(fact: &PartFact) -> bool {
    fact.number.exact().is_some() && fact.of.exact().is_some()
}

/// A mean of which some draws are small.
fn about(mean: i64) -> Count {
    if mean < SMALLEST_GROUP {
        Count::Few
    } else {
        Count::About((mean + SMALLEST_GROUP / 2) / SMALLEST_GROUP * SMALLEST_GROUP)
    }
}

/// The figures of which a share is made: the part, and the whole.
fn part_and_whole(figure: &str) -> (String, String) {
    let name = figure.trim_end_matches("_percent");
    if let Some(term) = name.strip_suffix("_met") {
        return (format!("{name}_students"), format!("{term}_wished_students"));
    }
    if let Some(prefix) = name.strip_suffix("meeting_day_free") {
        return (format!("{name}_members"), format!("{prefix}meeting_day_members"));
    }
    let prefix = ["core", "shell", "left_out"].into_iter().find_map(|end| name.strip_suffix(end));
    (format!("{name}_students"), format!("{}students", prefix.unwrap_or_default()))
}

/// The same figure in each run with a plan of a scenario, as a part of a whole that may be told: of a number
/// that stands alone the whole is the number.
fn parts(
    summary: &Summary,
    scenario: &ScenarioSummary,
    part: &str,
    of: Option<&str>,
) -> Vec<PartFact> {
    let figures = &summary.figures;
    let place = PLACES.iter().position(|name| *name == part);
    let places = PLACES.map(|name| figures.position(name));
    let (part, of) = (figures.position(part), of.and_then(|of| figures.position(of)));
    let runs = summary.runs.iter().enumerate().filter(|(_, run)| run.scenario == scenario.id);
    let facts = runs.filter_map(|(run, _)| {
        let number = figures.value(run, part?)?;
        if let Some(place) = place {
            let numbers = places.map(|at| at.and_then(|at| figures.value(run, at)).unwrap_or(0));
            return Some(at_place(numbers, place));
        }
        let whole = of.and_then(|of| figures.value(run, of)).unwrap_or(number);
        Some(crate::disclosure::part(Audience::Public, &Part::new(number, whole)))
    });
    facts.collect()
}

/// Where all students are: numbers that stand beside each other and add up to all.
const PLACES: [&str; 3] = ["core_students", "shell_students", "left_out_students"];

fn at_place(numbers: [i64; 3], place: usize) -> PartFact {
    let all = numbers.iter().sum();
    let [core, shell, left_out] = numbers.map(|number| Part::new(number, all));
    let told = WhereaboutsFact::disclosed(Audience::Public, &Whereabouts { core, shell, left_out });
    [told.core, told.shell, told.left_out][place]
}

/// The mean of a figure that is told as it is, in its unit.
pub fn mean(values: &Distribution, unit: FigureFormat, draws: bool) -> Decimal {
    unit.converted(values).mean(unit.decimals_of_mean(draws))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::scenarios::batch::summary;
    use crate::testing::batches::{batch, planned, records};

    #[test]
    fn a_share_is_made_of_its_part_and_its_whole() {
        let of = |figure| {
            let (part, of) = part_and_whole(figure);
            format!("{part}/{of}")
        };
        assert_eq!(of("core_percent"), "core_students/students");
        assert_eq!(of("voltijd_core_percent"), "voltijd_core_students/voltijd_students");
        assert_eq!(
            of("denomination_openbaar_met_percent"),
            "denomination_openbaar_met_students/denomination_openbaar_wished_students"
        );
        assert_eq!(of("meeting_day_free_percent"), "meeting_day_free_members/meeting_day_members");
    }

    #[test]
    fn what_would_tell_of_a_few_is_kept_back() {
        let scenarios = json!([{ "id": "a" }, { "id": "b" }, { "id": "c" }]);
        let batch = batch(&scenarios, Some(2));
        let summary = summary(
            &batch,
            records(&batch, |scenario, draw| {
                Some(match scenario {
                    "a" => planned(70, 30),
                    "b" => planned(98, 2 * (draw - 1)).costing(5),
                    _ => planned(80, 3 + 9 * (draw - 1)).costing(5),
                })
            }),
        );
        let told = |scenario: usize, figure: &str, unit| match told(
            &summary,
            &summary.scenarios[scenario],
            figure,
            unit,
        ) {
            Told::Whole(statistics) => statistics.values.mean(1).to_string(),
            Told::Number(count) => format!("{count:?}"),
            Told::AtLeast(tenths) => format!("at least {tenths}"),
            Told::Hidden => "hidden".to_owned(),
            Told::Absent => "absent".to_owned(),
        };
        assert_eq!(told(0, "core_percent", FigureFormat::Percent), "70.0");
        assert_eq!(told(0, "left_out_students", FigureFormat::Number), "30.0");
        assert_eq!(told(0, "net_eur", FigureFormat::Euros), "absent");
        assert_eq!(told(1, "core_percent", FigureFormat::Percent), "at least 960");
        assert_eq!(told(1, "left_out_students", FigureFormat::Number), "Few");
        assert_eq!(told(1, "net_eur", FigureFormat::Euros), "hidden");
        assert_eq!(told(2, "left_out_students", FigureFormat::Number), "About(10)");
        // Those in clusters are told as a bound, so that those in the shell tell nothing of those left out.
        assert_eq!(told(2, "core_percent", FigureFormat::Percent), "at least 795");
        assert_eq!(told(2, "shell_students", FigureFormat::Number), "12.5");
        assert_eq!(told(2, "journey_mean_m", FigureFormat::Kilometres), "10250.0");
    }
}
