//! Figures of scenarios as anyone may see them.

use crate::base::Decimal;
use crate::disclosure::{Audience, Count, PartFact, SMALLEST_GROUP, WhereaboutsFact};
use crate::plan::{Proportion, Whereabouts};
use crate::report::comparison::tables::FigureFormat;
use crate::scenarios::batch::{Distribution, ScenarioSummary, Statistics, Summary};

/// A figure of a scenario.
pub enum DisclosedFigure<'a> {
    /// Disclosed in full.
    Whole(&'a Statistics),
    /// Mean of a number of students that is too small to disclose in some draw.
    Number(Count),
    /// Lower bound of a share whose remainder is too small to disclose in some draw, in tenths of a
    /// percent.
    AtLeast(i64),
    /// Hidden, since it would reveal a few students.
    Hidden,
    /// No run has it.
    Absent,
}

impl DisclosedFigure<'_> {
    /// The statistics, if they are disclosed in full.
    pub fn whole(&self) -> Option<&Statistics> {
        match self {
            Self::Whole(statistics) => Some(statistics),
            _ => None,
        }
    }
}

/// A figure of a scenario as anyone may see it.
pub fn disclosed<'a>(
    summary: &Summary,
    scenario: &'a ScenarioSummary,
    figure: &str,
    unit: FigureFormat,
) -> DisclosedFigure<'a> {
    let Some(statistics) = scenario.figures.get(figure) else { return DisclosedFigure::Absent };
    let mean = |name: &str| scenario.figures.get(name).map(|one| one.values.mean(0).scaled);
    let hidden = match unit {
        FigureFormat::Number if figure.ends_with("_students") => {
            parts(summary, scenario, figure, None)
        }
        FigureFormat::Percent => {
            let (part, of) = part_and_whole(figure);
            parts(summary, scenario, &part, Some(&of))
        }
        // Money reveals how many students are in clusters, and so how many are not.
        FigureFormat::Euros => parts(summary, scenario, "core_students", Some("students")),
        FigureFormat::Number | FigureFormat::Kilometres => Vec::new(),
    };
    if hidden.iter().all(is_exact) {
        return DisclosedFigure::Whole(statistics);
    }
    match unit {
        FigureFormat::Number => DisclosedFigure::Number(about(mean(figure).unwrap_or_default())),
        FigureFormat::Percent => {
            at_least(&hidden).map_or(DisclosedFigure::Hidden, DisclosedFigure::AtLeast)
        }
        FigureFormat::Euros | FigureFormat::Kilometres => DisclosedFigure::Hidden,
    }
}

/// The disclosed lower bound of the share over all runs, in tenths of a percent.
fn at_least(runs: &[PartFact]) -> Option<i64> {
    let least = runs.iter().map(|run| match run.number {
        Count::Exact(number) | Count::AtLeast(number) => Some(number),
        Count::Few | Count::About(_) => None,
    });
    let part: i64 = least.sum::<Option<i64>>()?;
    let of: i64 = runs.iter().map(|run| run.of.exact()).sum::<Option<i64>>()?;
    (of > 0).then(|| 1000 * part / of)
}

/// Whether a part, and with it the rest of the whole, is disclosed exactly.
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

/// The figure in each run of a scenario that has a plan, as a disclosed part of a whole; a number without a whole is
/// its own whole.
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
        Some(crate::disclosure::part(Audience::Public, &Proportion::new(number, whole)))
    });
    facts.collect()
}

/// Where all students are: numbers that are shown side by side and add up to all.
const PLACES: [&str; 3] = ["core_students", "shell_students", "left_out_students"];

fn at_place(numbers: [i64; 3], place: usize) -> PartFact {
    let all = numbers.iter().sum();
    let [core, shell, left_out] = numbers.map(|number| Proportion::new(number, all));
    let disclosed =
        WhereaboutsFact::disclosed(Audience::Public, &Whereabouts { core, shell, left_out });
    [disclosed.core, disclosed.shell, disclosed.left_out][place]
}

/// The mean of a figure that is disclosed in full, in its unit.
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
    fn figures_that_reveal_a_few_are_hidden() {
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
        let disclosed = |scenario: usize, figure: &str, unit| match disclosed(
            &summary,
            &summary.scenarios[scenario],
            figure,
            unit,
        ) {
            DisclosedFigure::Whole(statistics) => statistics.values.mean(1).to_string(),
            DisclosedFigure::Number(count) => format!("{count:?}"),
            DisclosedFigure::AtLeast(tenths) => format!("at least {tenths}"),
            DisclosedFigure::Hidden => "hidden".to_owned(),
            DisclosedFigure::Absent => "absent".to_owned(),
        };
        assert_eq!(disclosed(0, "core_percent", FigureFormat::Percent), "70.0");
        assert_eq!(disclosed(0, "left_out_students", FigureFormat::Number), "30.0");
        assert_eq!(disclosed(0, "net_eur", FigureFormat::Euros), "absent");
        assert_eq!(disclosed(1, "core_percent", FigureFormat::Percent), "at least 960");
        assert_eq!(disclosed(1, "left_out_students", FigureFormat::Number), "Few");
        assert_eq!(disclosed(1, "net_eur", FigureFormat::Euros), "hidden");
        assert_eq!(disclosed(2, "left_out_students", FigureFormat::Number), "About(10)");
        // Those in clusters are disclosed as a bound, so that those in the shell reveal nothing about those left out.
        assert_eq!(disclosed(2, "core_percent", FigureFormat::Percent), "at least 795");
        assert_eq!(disclosed(2, "shell_students", FigureFormat::Number), "12.5");
        assert_eq!(disclosed(2, "journey_mean_m", FigureFormat::Kilometres), "10250.0");
    }
}
