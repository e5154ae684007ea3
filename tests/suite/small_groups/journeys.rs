//! What is shown of journeys: bars, the comfortable ones, median and percentile.

use plaatswijzer::disclosure::{Bar, Count, ReportPart};

use super::plan::{Shown, among};
use super::system::{MANY, System, Unknown};

/// The numbers by length and by whether they are comfortable.
pub fn shown(shown: &Shown, system: &mut System, placed: &[Unknown]) {
    let (bars, facts) = (&shown.public.journeys, &shown.public.facts.journeys);
    let journeys: Vec<(i64, i64)> = shown
        .tally
        .placings()
        .filter_map(|(_, placing, count)| Some((placing.journey?.0, count)))
        .collect();
    let known: i64 = journeys.iter().map(|&(_, count)| count).sum();
    let within = |is: &dyn Fn(i64) -> bool| -> i64 {
        journeys.iter().filter(|&&(metres, _)| is(metres)).map(|&(_, count)| count).sum()
    };
    // Each bar, split at the comfortable distance.
    let comfortable = facts.comfortable_m.unwrap_or(MANY * 1_000_000);
    let mut near = Vec::new();
    let mut far = Vec::new();
    for bar in bars {
        let is_in = |metres: i64| (bar.from_m..bar.to_m).contains(&metres);
        let own = [true, false].map(|is_near| {
            system.unknown(within(&|metres| is_in(metres) && (metres <= comfortable) == is_near))
        });
        system.shown(&format!("{bar:?}"), &own, bar.students);
        system.group(format!("{bar:?}"), &own);
        if bar.from_m > comfortable {
            system.shown("far", &own[..1], Count::Exact(0));
        }
        if bar.to_m <= comfortable + 1 {
            system.shown("near", &own[1..], Count::Exact(0));
        }
        near.push(own[0]);
        far.push(own[1]);
    }
    let all = [&near[..], &far].concat();
    let is_withheld = shown.public.withheld.contains(&ReportPart::Bars);
    let known_ones = if let Some(fact) = &facts.comfortable {
        let truth = shown.indicators.journeys.comfortable.expect("it is shown");
        let [close, distant, _] = among(system, "comfortable", placed, fact, truth);
        if !is_withheld {
            system.equal("near", &near, &[close]);
            system.equal("far", &far, &[distant]);
        }
        vec![close, distant]
    } else {
        let rest = system.truth(placed) - known;
        let [one, rest] = [known, rest].map(|number| system.unknown(number));
        system.equal("journeys", &[one, rest], placed);
        system.group("journeys not known", &[rest]);
        vec![one]
    };
    if !is_withheld {
        system.equal("bars", &all, &known_ones);
    }
    least_known(shown, system, &known_ones);
    let of = |is: &dyn Fn(&Bar) -> bool| {
        let bars = bars.iter().zip(near.iter().zip(&far)).filter(|(bar, _)| is(bar));
        bars.flat_map(|(_, (&near, &far))| [near, far]).collect::<Vec<_>>()
    };
    // By nearest rank, rounded to kilometres: at least half, or nine tenths, are no longer.
    for (rounded, tenths) in [(facts.median_m, 5), (facts.percentile_90_m, 9)] {
        let Some(metres) = rounded else { continue };
        let terms = |some: Vec<Unknown>, factor: i64| {
            let some = some.into_iter().map(|one| (10, one));
            some.chain(known_ones.iter().map(|&one| (-factor, one))).collect::<Vec<_>>()
        };
        let below = of(&|bar| bar.to_m <= metres - 500);
        system.within("rank", terms(below, tenths), -10 * MANY, -1);
        let above = of(&|bar| bar.from_m >= metres + 500);
        system.within("rank", terms(above, 10 - tenths), -10 * MANY, 0);
    }
}

/// That a mean, a median or a percentile is shown says how many journeys are known at least.
fn least_known(shown: &Shown, system: &mut System, known: &[Unknown]) {
    let facts = &shown.public.facts.journeys;
    for (figure, number) in [(facts.mean_m, 5), (facts.median_m, 10), (facts.percentile_90_m, 50)] {
        if figure.is_some() {
            let terms = known.iter().map(|&one| (1, one)).collect();
            system.within("shown of enough", terms, number, MANY);
        }
    }
}
