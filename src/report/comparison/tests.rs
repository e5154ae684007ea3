//! Whole pages and sentences, with figures computed by hand.

use serde_json::{Value, json};

use super::comparison;
use crate::disclosure::{Audience, BatchDisclosure};
use crate::instance::Goal;
use crate::plan::{GoalLevel, Proportion, Status};
use crate::scenarios::batch::{Planned, summary};
use crate::testing::batches::{batch, planned, records};
use crate::texts::Language;

/// The comparison of some scenarios, in Dutch and English.
fn compared(
    scenarios: &Value,
    draws: Option<i64>,
    plan: impl Fn(&str, i64) -> Option<Planned>,
) -> [String; 2] {
    let batch = batch(scenarios, draws);
    let summary = summary(&batch, records(&batch, plan));
    let disclosed = BatchDisclosure::of(&batch, &summary, Audience::Planner).unwrap();
    [Language::Dutch, Language::English].map(|language| comparison(&disclosed, language))
}

fn strategies() -> Value {
    let changes = json!([{ "extra_clusters": { "each": 1 } }]);
    json!([
        { "id": "today", "title": "Vandaag" },
        { "id": "more", "title": "Meer clusters", "changes": changes },
        { "id": "other", "title": "Iets anders", "changes": changes },
    ])
}

/// Checks that the Dutch page has the Dutch line and the English page the English line.
#[track_caller]
fn assert_lines(pages: &[String; 2], dutch: &str, english: &str) {
    for (page, line) in pages.iter().zip([dutch, english]) {
        assert!(page.lines().any(|other| other == line), "{line}\nis missing from\n{page}");
    }
}

#[test]
fn a_page_without_draws() {
    let [dutch, english] = compared(&strategies(), None, |scenario, _| match scenario {
        "today" => Some(planned(70, 4).costing(-1_120_000)),
        "more" => Some(planned(80, 0).costing(12_500).travelling(9_180)),
        _ => None,
    });
    let expected = "\
Scenarios: 3, compared with “Vandaag”.

Share Samen Opleiden (placed in a cluster), and numbers
                total %  voltijd %  deeltijd %  left out  shell  clusters
  Vandaag
    plan           70.0      100.0        25.0         4     26         5
  Meer clusters
    plan           80.0      100.0        50.0         0     20         5
    difference    +10.0        0.0       +25.0        -4     -6         0
  Iets anders: no plan

Journey one way, wishes for openbaar (of those placed), free on the meeting day, and money
                mean km  90% within km   net euros
  Vandaag
    plan           10.3           20.0  -1,120,000
  Meer clusters
    plan            9.2           20.0      12,500
    difference     -1.1            0.0  +1,132,500
  Iets anders: no plan

Vandaag: 70.0% of the students are trained in a cluster. 4 students are left out.
Meer clusters: 80.0% of the students are trained in a cluster, 10.0 percentage points more than in \
“Vandaag”. Nobody is left out.

No run opens a new cluster.

Meer clusters: 4 students placed more than in “Vandaag”, for 1,132,500 euros net more; that is \
283,125 euros per extra student placed.

None of the 2 strategies (scenarios outside a grid) is dominated by another on the share \
trained in clusters, net cost and the mean journey together.

Iets anders: no plan, since none exists under the rules. No plan exists under the rules. forming — \
c1 must be used
";
    assert_eq!(english, expected);
    assert!(dutch.contains("\n    verschil          -1,1            0,0  +1.132.500\n"), "{dutch}");
}

#[test]
fn a_headline_has_the_interval_of_the_draws() {
    // Against 70 of 100 in every draw: 78 and 79; 69 and 71; 70 and 70; 69 and 66.
    let of = |shares: [i64; 2]| {
        compared(&strategies(), Some(2), |scenario, draw| match scenario {
            "more" => Some(planned(shares[usize::from(draw == 2)], draw - 1)),
            _ => Some(planned(70, 0)),
        })
    };
    assert_lines(
        &of([78, 79]),
        "Meer clusters: 78,5% van de studenten wordt opgeleid in een cluster, 8,5 procentpunt meer dan \
         in “Vandaag” (alle trekkingen: 8,0 tot 9,0). Gemiddeld worden 0,5 studenten niet \
         geplaatst.",
        "Meer clusters: 78.5% of the students are trained in a cluster, 8.5 percentage points more than \
         in “Vandaag” (all draws: 8.0 to 9.0). On average 0.5 students are left out.",
    );
    assert_lines(
        &of([69, 71]),
        "Meer clusters: 70,0% van de studenten wordt opgeleid in een cluster, gemiddeld vrijwel \
         evenveel als in “Vandaag” (alle trekkingen: van 1,0 minder tot 1,0 meer). Gemiddeld \
         worden 0,5 studenten niet geplaatst.",
        "Meer clusters: 70.0% of the students are trained in a cluster, on average about the same as in \
         “Vandaag” (all draws: from 1.0 less to 1.0 more). On average 0.5 students are left out.",
    );
    assert_lines(
        &of([69, 66]),
        "Meer clusters: 67,5% van de studenten wordt opgeleid in een cluster, 2,5 procentpunt minder \
         dan in “Vandaag” (alle trekkingen: 1,0 tot 4,0). Gemiddeld worden 0,5 studenten niet \
         geplaatst.",
        "Meer clusters: 67.5% of the students are trained in a cluster, 2.5 percentage points less than \
         in “Vandaag” (all draws: 1.0 to 4.0). On average 0.5 students are left out.",
    );
    let always = "(in every draw). On average 0.5 students are left out.";
    assert!(
        of([75, 75])[1].contains(&format!("5.0 percentage points more than in “Vandaag” {always}"))
    );
    assert_lines(
        &of([70, 70]),
        "Iets anders: 70,0% van de studenten wordt opgeleid in een cluster, evenveel als in “Vandaag”. \
         Iedereen krijgt een plek.",
        "Iets anders: 70.0% of the students are trained in a cluster, the same as in “Vandaag”. Nobody \
         is left out.",
    );
}

#[test]
fn tables_stay_within_a_hundred_columns() {
    let pages = compared(&strategies(), Some(20), |scenario, draw| {
        let base = if scenario == "today" { (50, 33) } else { (50 + 2 * draw, draw % 2) };
        let mut plan =
            planned(base.0, base.1).costing((base.0 - 70) * 50_000).travelling(500 * base.0);
        plan.indicators.meeting_day = Proportion::new(base.0, 100);
        plan.indicators.denominations.insert("openbaar".to_owned(), Proportion::new(base.0, 100));
        Some(plan)
    });
    for page in pages {
        let tables = page.lines().take_while(|line| !line.starts_with("Vandaag:"));
        let widest = tables.map(|line| line.chars().count()).max().unwrap();
        assert!((80..=100).contains(&widest), "{widest}\n{page}");
        // The differences are 2, 4, … 40: the first and the nineteenth are 2 and 38.
        assert!(page.contains("[+2.0 +38.0]") || page.contains("[+2,0 +38,0]"), "{page}");
    }
}

#[test]
fn robust_sites_are_opened_in_nine_of_ten_runs() {
    let of = |runs: i64| {
        compared(&json!([{ "id": "today" }]), Some(10), |_, draw| {
            let plan = planned(70, 0).opening(&["h3"]);
            Some(if draw <= runs { plan.opening(&["h2", "h1"]) } else { planned(70, 0) })
        })
    };
    assert_lines(
        &of(9),
        "Robuuste plek: een nieuw cluster van De Wegwijzer (h1) en Het Kompas (h2) wordt geopend in 9 \
         van de 10 doorrekeningen.",
        "Robust site: a new cluster of De Wegwijzer (h1) and Het Kompas (h2) is opened in 9 of the 10 \
         runs.",
    );
    assert_lines(
        &of(8),
        "Geen nieuw cluster wordt in 90% van de doorrekeningen geopend; het dichtst daarbij komt dat \
         van De Wegwijzer (h1) en Het Kompas (h2), in 8 van de 10.",
        "No new cluster is opened in 90% of the runs; the nearest is that of De Wegwijzer (h1) and \
         Het Kompas (h2), in 8 of the 10.",
    );
}

#[test]
fn the_first_bottleneck_is_the_most_frequent() {
    let pages = compared(&strategies(), Some(3), |scenario, draw| match (scenario, draw) {
        ("today", 3) => None,
        ("today", _) => Some(planned(70, 5).bound_by("forming", Some("b1"), 1)),
        ("more", 2) => Some(planned(70, 5).bound_by("travel", None, 50)),
        ("more", draw) => Some(planned(70, 5).bound_by("places", Some("h1"), 2 + draw)),
        (_, 1) => Some(planned(70, 5).bound_by("cluster_size", Some("h1 + h2"), 4)),
        _ => Some(planned(70, 0)),
    });
    assert_lines(
        &pages,
        "Vandaag: het eerste knelpunt is het aantal clusters dat Bestuur Een (b1) mag hebben \
         (`forming`); dat staat 1 student in de weg die niet geplaatst wordt, in 2 van de 2 trekkingen \
         met een plan.",
        "Vandaag: the first bottleneck is the number of clusters that Bestuur Een (b1) may have \
         (`forming`); it blocks 1 student who is left out, in 2 of the 2 draws that have \
         a plan.",
    );
    assert_lines(
        &pages,
        "Meer clusters: het eerste knelpunt is het aantal plekken op De Wegwijzer (h1) (`places`); dat \
         staat 3 tot 5 studenten in de weg die niet geplaatst worden, in 2 van de 3 trekkingen.",
        "Meer clusters: the first bottleneck is the number of places at De Wegwijzer (h1) (`places`); it \
         blocks 3 to 5 students who are left out, in 2 of the 3 draws.",
    );
    assert_lines(
        &pages,
        "Iets anders: het eerste knelpunt is de maximale grootte van het nieuwe cluster van De \
         Wegwijzer (h1) en Het Kompas (h2) (`cluster_size`); dat staat 4 studenten in de weg die niet \
         geplaatst worden, in 1 van de 3 trekkingen.",
        "Iets anders: the first bottleneck is the largest size of the new cluster of De Wegwijzer (h1) and \
         Het Kompas (h2) (`cluster_size`); it blocks 4 students who are left out, in 1 \
         of the 3 draws.",
    );
    assert_lines(
        &pages,
        "Vandaag: geen plan in 1 van de 3 trekkingen, want onder deze regels bestaat er geen. No plan \
         exists under the rules. forming — c1 must be used",
        "Vandaag: no plan in 1 of the 3 draws, since none exists under the rules. No plan exists under \
         the rules. forming — c1 must be used",
    );
}

fn grid(over: &Value) -> Value {
    let parameters: Vec<&String> = over.as_object().unwrap().keys().collect();
    let id = match parameters[..] {
        [one] => format!("each-{{{one}}}"),
        _ => format!("each-{{{}}}-{{{}}}", parameters[0], parameters[1]),
    };
    json!([
        { "id": "today" },
        { "id": id, "title": "Groei {growth}", "over": over,
          "changes": [{ "extra_clusters": { "each": 1 } }] },
    ])
}

#[test]
fn break_even_lies_between_two_values_as_they_are_written() {
    // As text 10 would come before 2.5 and 9.
    let pages =
        compared(&grid(&json!({ "growth": [10, 2.5, 9, 20] })), Some(2), |scenario, draw| {
            Some(planned(70, if scenario == "each-10" { 4 * draw - 4 } else { 0 }))
        });
    assert_lines(
        &pages,
        "Langs `growth`: tot en met 9 (“Groei 9”) krijgt iedereen een plek; bij 10 (“Groei 10”) worden \
         0 tot 4 studenten niet geplaatst.",
        "Along `growth`: up to 9 (“Groei 9”) nobody is left out; at 10 (“Groei 10”) 0 to 4 students are \
         left out.",
    );
    let of = |left_out: i64| {
        compared(&grid(&json!({ "growth": [2.5, 4], "kind": ["a", "b"] })), None, |scenario, _| {
            (scenario != "each-4-b").then(|| planned(70, left_out))
        })
    };
    assert_lines(
        &of(1),
        "Langs `growth`, met `kind` a: bij 2,5 (“Groei 2.5 (each-2.5-a)”) wordt 1 student niet \
         geplaatst.",
        "Along `growth`, with `kind` a: at 2.5 (“Groei 2.5 (each-2.5-a)”) 1 student is left out.",
    );
    assert_lines(
        &of(0),
        "Langs `growth`, met `kind` b: zelfs bij 2,5 (“Groei 2.5 (each-2.5-b)”) krijgt iedereen een \
         plek. Bij 4 is er geen enkel plan.",
        "Along `growth`, with `kind` b: even at 2.5 (“Groei 2.5 (each-2.5-b)”) nobody is left out. At 4 \
         there is no plan at all.",
    );
}

#[test]
fn a_strategy_that_leaves_out_more_is_not_praised_without_saying_so() {
    let pages = compared(&strategies(), Some(2), |scenario, _| match scenario {
        "today" => Some(planned(70, 30).costing(5)),
        // Thirty more students have a place, all in the shell: dearer, and further.
        "more" => Some(planned(70, 0).costing(9).travelling(12_000)),
        _ => Some(planned(60, 40).costing(9)),
    });
    assert_lines(
        &pages,
        "“Meer clusters” wordt overtroffen door “Vandaag”: die doet het beter op de nettokosten en de \
         gemiddelde enkele reis, en even goed op het aandeel Samen Opleiden. Maar in “Vandaag” worden meer studenten niet geplaatst dan in \
         “Meer clusters”.",
        "“Meer clusters” is dominated by “Vandaag”, which does better on net cost and the mean journey, \
         and equally well on the share trained in clusters. But “Vandaag” leaves out more students than “Meer clusters”.",
    );
    assert_eq!(pages[0].matches("Maar in").count(), 1, "{}", pages[0]);
}

#[test]
fn a_dominated_strategy_is_named_with_what_beats_it() {
    let pages = compared(&strategies(), Some(2), |scenario, draw| match scenario {
        // Means 71.5, 72 and 71.5; journeys 10 250, 10 250 and 10 000; cost, the same, only in two.
        "today" => Some(planned(70 + draw, 0).costing(5)),
        "more" => Some(planned(72, 0).costing(5)),
        _ => Some(planned(70 + draw, 0).travelling(10_000)),
    });
    assert_lines(
        &pages,
        "“Vandaag” wordt overtroffen door “Meer clusters”: die doet het beter op het aandeel Samen \
         Opleiden, en even goed op de nettokosten en de gemiddelde enkele reis.",
        "“Vandaag” is dominated by “Meer clusters”, which does better on the share trained in clusters, \
         and equally well on net cost and the mean journey.",
    );
    for page in pages {
        let dominated = page.lines().filter(|line| line.contains("overtroffen door"));
        assert!(dominated.count() <= 1, "{page}");
    }
}

/// A plan whose search was stopped with a bound.
fn stopped(plan: Planned, bound: i64) -> Planned {
    let goals = vec![GoalLevel::new(Goal::Total, 5_000, bound)];
    Planned { status: Status::TimeLimit, goals, ..plan }
}

#[test]
fn a_search_that_was_stopped_is_said_to_prove_nothing() {
    let pages = compared(&strategies(), None, |scenario, _| match scenario {
        "today" => Some(planned(70, 4)),
        "more" => Some(stopped(planned(70, 4).travelling(11_000), 4_000)),
        _ => Some(stopped(planned(70, 4), 0)),
    });
    for (dutch, english) in [
        (
            "“Meer clusters”: de zoektocht is voortijdig afgebroken; het plan kan nog tot 20,0% beter. \
             Een verschil met “Vandaag” is dus niet zeker.",
            "“Meer clusters”: the search was stopped before its end; the plan could be up to 20.0% better. \
             So a difference from “Vandaag” is not certain.",
        ),
        (
            "“Iets anders”: de zoektocht is voortijdig afgebroken; hoe goed het plan is, is niet bekend. \
             Een verschil met “Vandaag” is dus niet zeker.",
            "“Iets anders”: the search was stopped before its end; how good the plan is, is not known. \
             So a difference from “Vandaag” is not certain.",
        ),
        (
            "Van deze zoektochten zijn er afgebroken, dus dit is niet zeker: met meer tijd kan een andere \
             strategie de betere zijn.",
            "Some of these searches were stopped, so this is not certain: with more time another strategy \
             may be the better one.",
        ),
    ] {
        assert_lines(&pages, dutch, english);
    }
    // Searches that have all ended by themselves say nothing of it.
    let ended = compared(&strategies(), None, |_, _| Some(planned(70, 4)));
    assert!(!ended[1].contains("stopped") && !ended[0].contains("afgebroken"), "{ended:?}");
}

#[test]
fn with_draws_it_is_said_in_how_many_of_them_the_search_was_stopped() {
    let pages = compared(&strategies(), Some(2), |scenario, draw| match (scenario, draw) {
        ("today", 2) => Some(stopped(planned(70, 4), 4_500)),
        _ => Some(planned(70, 4)),
    });
    assert_lines(
        &pages,
        "“Vandaag”: de zoektocht is in 1 van de 2 trekkingen afgebroken; het plan kan nog tot 10,0% \
         beter. Verschillen van de andere scenario's daarmee zijn dus niet zeker.",
        "“Vandaag”: the search was stopped in 1 of the 2 draws; the plan could be up to 10.0% better. So \
         the differences of the others from it are not certain.",
    );
}

#[test]
fn where_more_of_a_parameter_helps_the_value_from_which_on_it_is_enough_is_named() {
    let pages =
        compared(&grid(&json!({ "growth": [1, 3, 5] })), None, |scenario, _| match scenario {
            "each-1" => Some(planned(70, 9)),
            "each-3" => Some(planned(70, 4)),
            _ => Some(planned(70, 0)),
        });
    assert_lines(
        &pages,
        "Langs `growth`: bij 1 (“Groei 1”) worden 9 studenten niet geplaatst. Vanaf 5 (“Groei 5”) krijgt \
         iedereen een plek.",
        "Along `growth`: at 1 (“Groei 1”) 9 students are left out. From 5 (“Groei 5”) on nobody is left \
         out.",
    );
}
