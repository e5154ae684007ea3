//! Someone who collects every number on a page and solves for the small groups.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::batch_page;
use crate::disclosure::{Audience, BatchDisclosure};
use crate::plan::Proportion;
use crate::scenarios::batch::summary;
use crate::testing::batches::{batch, placed, records};
use crate::texts::Language;

/// Where the students of voltijd and deeltijd are: in clusters, in the shell, left out.
type Plan = [[i64; 3]; 2];

const SMALL: std::ops::Range<i64> = 1..5;
const TOTALS: [i64; 2] = [14, 9];

/// The page of a batch of a plan beside one without small groups.
fn page(plan: Plan) -> String {
    let batch = batch(&json!([{ "id": "today" }, { "id": "hit", "title": "Doelwit" }]), None);
    let plans = |scenario: &str, _: i64| {
        let [voltijd, deeltijd] = if scenario == "hit" { plan } else { [[6, 8, 0], [9, 0, 0]] };
        let bound = voltijd[2] + deeltijd[2];
        let planned = placed(voltijd, deeltijd);
        Some(if bound > 0 { planned.bound_by("travel", None, bound) } else { planned })
    };
    let summary = summary(&batch, records(&batch, plans));
    let disclosed = BatchDisclosure::of(&batch, &summary, Audience::Public).unwrap();
    let page = batch_page(&disclosed, &[], Language::English);
    page[page.find("<body>").unwrap()..page.rfind("<script>").unwrap()].to_owned()
}

/// The numbers of the plan in the table, as programs read them, one per cell.
fn cells(page: &str) -> Vec<Option<String>> {
    let table = &page[page.find("id=\"scenarios-table\"").unwrap()..];
    let rows = table[..table.find("</table>").unwrap()].split("<tr");
    let row = rows.into_iter().find(|row| row.contains(">Doelwit<")).unwrap();
    let value = |cell: &str| {
        let after = cell.split_once("<data value=\"")?.1;
        Some(after.split_once('"')?.0.to_owned())
    };
    row.split("<td").skip(1).map(value).collect()
}

/// Whether a number fits what a cell says: a number, at least one (`5+`), or at most one (`0-4`).
fn fits(cell: Option<&String>, number: i64, decimals: u32) -> bool {
    let Some(text) = cell else { return true };
    let scaled = |text: &str| (text.parse::<f64>().unwrap() * 10_f64.powi(decimals as i32)).round();
    let number = number as f64;
    if let Some(least) = text.strip_suffix('+') {
        number >= scaled(least)
    } else if let Some((_, most)) = text.split_once("0-").filter(|(before, _)| before.is_empty()) {
        number <= scaled(most)
    } else {
        (number - scaled(text)).abs() < 0.5
    }
}

/// The plans that fit all cells: shares by their rounding, sums by the totals that all know, money by its price.
fn possible(cells: &[Option<String>]) -> Vec<Plan> {
    let rows = |total: i64| {
        (0..=total).flat_map(move |core| {
            (0..=total - core).map(move |shell| [core, shell, total - core - shell])
        })
    };
    let share = |number, of| Proportion::new(number, of).share_permille().unwrap();
    let all = rows(TOTALS[0]).flat_map(|one| rows(TOTALS[1]).map(move |other| [one, other]));
    all.filter(|[voltijd, deeltijd]| {
        let sum = [0, 1, 2].map(|at| voltijd[at] + deeltijd[at]);
        fits(cells[0].as_ref(), share(sum[0], TOTALS[0] + TOTALS[1]), 1)
            && fits(cells[1].as_ref(), share(voltijd[0], TOTALS[0]), 1)
            && fits(cells[2].as_ref(), share(deeltijd[0], TOTALS[1]), 1)
            && fits(cells[3].as_ref(), sum[2], 0)
            && fits(cells[4].as_ref(), sum[1], 0)
            && fits(cells.last().unwrap().as_ref(), 100 * sum[0], 0)
    })
    .collect()
}

/// The numbers in a sentence.
fn numbers(sentence: &str) -> Vec<String> {
    let words = sentence.split(|sign: char| !sign.is_ascii_digit() && sign != '.');
    let words = words.map(|word| word.trim_matches('.').to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

/// The whole page says no more about a plan than its row of the table; and that leaves every small group at
/// least anywhere from 1 to 4.
#[test]
fn all_numbers_together_reveal_no_small_group() {
    let (mut random, mut hidden, mut drawn) = (7_u64, 0, 0);
    let mut next = |below: i64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((random >> 33) as i64) % below
    };
    for _ in 0..120 {
        let plan = TOTALS.map(|total| {
            let core = next(total + 1);
            let shell = if next(3) == 0 { 0 } else { next(total - core + 1) };
            [core, shell, total - core - shell]
        });
        let page = page(plan);
        let cells = cells(&page);
        let possible = possible(&cells);
        assert!(possible.contains(&plan), "{plan:?}: the page is wrong: {cells:?}");
        for (row, column) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)] {
            if SMALL.contains(&plan[row][column]) {
                let values = possible.iter().map(|plan| plan[row][column]);
                let values: BTreeSet<i64> = values.collect();
                hidden += 1;
                assert!(SMALL.clone().all(|one| values.contains(&one)), "{plan:?}: {cells:?}");
            }
        }
        drawn += usize::from(holds_elsewhere(&page, &cells, plan));
    }
    assert!(hidden > 150 && drawn > 10, "{hidden} {drawn}");
}

/// Checks that sentences and drawings hold no number that is not in the row, and returns whether there are
/// drawings of the plan.
fn holds_elsewhere(page: &str, cells: &[Option<String>], plan: Plan) -> bool {
    let known: Vec<String> = cells.iter().flatten().flat_map(|cell| numbers(cell)).collect();
    let memo = &page[page.find("id=\"memo\"").unwrap()..];
    for sentence in memo.split("<li>").filter(|one| one.starts_with("Doelwit:")) {
        let sentence = &sentence[..sentence.find("</li>").unwrap()];
        let own = sentence.split("percentage points").next().unwrap();
        for number in numbers(own).into_iter().filter(|number| number != "5") {
            let is_known = known.contains(&number) || known.contains(&format!("{number}.0"));
            let difference = sentence.contains(&format!("{number} percentage points"));
            assert!(is_known || difference, "{plan:?}: {number} in {sentence}");
        }
    }
    // A point, or a row of a chart with bars.
    let share = cells[0].as_deref().unwrap_or_default();
    let charts = &page[page.find("id=\"charts\"").unwrap()..page.find("id=\"scenarios\"").unwrap()];
    let points: Vec<&str> = charts.split("<title>Doelwit: ").skip(1).collect();
    let is_exact = !share.is_empty() && !share.contains(['+', '-']);
    for point in &points {
        assert!(is_exact, "{plan:?}: a bound is drawn");
        assert!(point.starts_with(share), "{plan:?}: {point}");
    }
    if !is_exact {
        assert!(charts.contains("would reveal a group of fewer than 5 students: Doelwit."));
    }
    !points.is_empty()
}
