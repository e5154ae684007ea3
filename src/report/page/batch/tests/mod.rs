//! Pages of small batches.

mod attack;

use serde_json::{Value, json};

use super::batch_page;
use crate::base::Coordinates;
use crate::disclosure::{Audience, BatchDisclosure, Count, Map, MapSchool};
use crate::scenarios::batch::{Planned, summary};
use crate::testing::batches::{batch, planned, records};
use crate::texts::Language;

fn page(
    scenarios: &Value,
    draws: Option<i64>,
    maps: &[(String, Map)],
    plan: impl Fn(&str, i64) -> Option<Planned>,
) -> String {
    let batch = batch(scenarios, draws);
    let summary = summary(&batch, records(&batch, plan));
    let disclosed = BatchDisclosure::of(&batch, &summary, Audience::Public).unwrap();
    let page = batch_page(&disclosed, maps, Language::Dutch);
    page[page.find("<body>").unwrap()..page.rfind("<script>").unwrap()].to_owned()
}

#[test]
fn planners_see_what_each_step_of_a_parameter_changes() {
    let scenarios = json!([{
        "id": "wish-{km}", "title": "Wens {km}", "over": { "km": [0, 20, 5] },
        "changes": [{ "extra_clusters": { "each": 1 } }],
    }]);
    let batch = batch(&scenarios, None);
    let records = records(&batch, |scenario, _| {
        Some(if scenario.contains("20") { planned(72, 18) } else { planned(70, 20) })
    });
    let summary = summary(&batch, records);
    let of = |audience| {
        let disclosed = BatchDisclosure::of(&batch, &summary, audience).unwrap();
        batch_page(&disclosed, &[], Language::Dutch)
    };
    let page = of(Audience::Planner);
    let table = &page[page.find("id=\"sensitivity-table\"").unwrap()..];
    let table = &table[..table.find("</table>").unwrap()];
    let rows: Vec<&str> = table.split("<tr").skip(2).collect();
    assert_eq!(rows.len(), 2, "{table}");
    assert!(rows[0].contains("<td class=\"n\">0</td><td class=\"n\">5</td>"), "{table}");
    assert!(rows[0].contains("<data value=\"0.0\">0,0</data>"), "{table}");
    assert!(rows[1].contains("<data value=\"2.0\">+2,0</data>"), "{table}");
    assert!(rows[1].contains("<data value=\"-2\">-2</data>"), "{table}");
    assert!(!of(Audience::Public).contains("sensitivity"));
}

fn strategies() -> Value {
    let changes = json!([{ "extra_clusters": { "each": 1 } }]);
    json!([
        { "id": "today", "title": "Vandaag" },
        { "id": "more", "title": "Meer", "changes": changes },
        { "id": "less", "title": "Minder", "changes": changes },
    ])
}

/// The row of a scenario in the table.
fn row<'a>(page: &'a str, title: &str) -> &'a str {
    let table = &page[page.find("id=\"scenarios-table\"").unwrap()..];
    let rows = table[..table.find("</table>").unwrap()].split("<tr").skip(3);
    let mut rows = rows.filter(|row| row.contains(&format!("<th scope=\"row\">{title}<")));
    rows.next().unwrap_or_else(|| panic!("no row of {title}"))
}

#[test]
fn scenarios_stand_beside_the_reference() {
    let page = page(&strategies(), Some(2), &[], |scenario, draw| match scenario {
        "today" => Some(planned(70, 20).costing(100)),
        "more" => Some(planned(72 + 6 * draw, 10).costing(100)),
        _ => Some(planned(60, 30).costing(200)),
    });
    let more = row(&page, "Meer");
    assert!(more.contains("<data value=\"81.0\">81,0</data>"), "{more}");
    assert!(more.contains("<data value=\"11.0\">+11,0</data>"), "{more}");
    let interval = "[<data value=\"8.0\">+8,0</data> <data value=\"14.0\">+14,0</data>]";
    assert!(more.contains(interval), "{more}");
    assert!(more.contains("niet overtroffen"));
    assert!(!row(&page, "Minder").contains("overtroffen"));
    assert!(row(&page, "Vandaag").contains("basis van vergelijking"));
    let marks = |class: &str| page.matches(&format!("<path class=\"{class}\"")).count();
    // In two charts; and once in the legend.
    assert_eq!((marks("free"), marks("beaten"), marks("aside")), (2 + 1, 4 + 1, 1));
    // Along net cost and journey the share of one scenario lies in a range of draws.
    assert_eq!(marks("whisker"), 6);
}

#[test]
fn few_students_are_hidden() {
    let page = page(&strategies(), None, &[], |scenario, _| match scenario {
        "today" => Some(planned(70, 20).costing(100)),
        "more" => Some(planned(97, 3).costing(7777).bound_by("places", Some("h1"), 3)),
        _ => None,
    });
    let more = row(&page, "Meer");
    assert!(more.contains("<data value=\"96.0+\">≥ 96,0</data>"), "{more}");
    assert!(more.contains("<data value=\"0-4\">&lt; 5</data>"), "{more}");
    for number in ["97", "7777", "7.777", "+27,0", "-17"] {
        assert!(!more.contains(number), "{number}");
    }
    for number in [
        "Meer: ten minste 96,0% van de studenten wordt opgeleid in een cluster. Minder dan 5 studenten \
         worden niet geplaatst.",
        "Niet getekend, omdat een getal een groep van minder dan 5 studenten zou verraden: Meer.",
        "Niet getekend, omdat er geen plan is: Minder.",
        "Minder: geen plan, want onder deze regels bestaat er geen.<",
    ] {
        assert!(page.contains(number), "{number}");
    }
    assert!(row(&page, "Minder").contains("geen plan"));
    // Whether anyone is left out is hidden, and so is what keeps them out.
    assert!(!page.contains("knelpunt"));
}

fn map(name: &str) -> Map {
    let at = Coordinates { latitude: 53.0, longitude: 6.5 };
    let (name, board) = (name.to_owned(), "Bestuur".to_owned());
    let (cluster, in_shell, students, places) = (None, false, None, 4);
    let denominations = vec!["openbaar".to_owned()];
    let school = MapSchool {
        id: Some(String::new()),
        name,
        board,
        at,
        denominations,
        cluster,
        in_shell,
        students,
        places,
    };
    Map {
        schools: vec![school],
        clusters: Vec::new(),
        homes: Vec::new(),
        homes_not_shown: Count::Exact(0),
        towns: Vec::new(),
    }
}

#[test]
fn two_maps_stand_side_by_side() {
    let maps = ["today", "more", "less"].map(|id| (id.to_owned(), map(&format!("School {id}"))));
    let plan = |_: &str, _: i64| Some(planned(70, 20));
    let drawn = page(&strategies(), None, &maps, plan);
    assert_eq!(drawn.matches("<figure class=\"map small-map").count(), 3);
    assert_eq!(drawn.matches("data-scenario=\"less\" hidden").count(), 1);
    assert!(drawn.contains("<figure class=\"map small-map first\" data-scenario=\"today\">"));
    assert_eq!(drawn.matches("<option").count(), 6);
    let alone = page(&strategies(), None, &maps[..1], plan);
    assert!(!alone.contains("small-map") && !alone.contains("#maps"));
}

#[test]
fn no_title_becomes_markup() {
    const NASTY: &str = "</script><script>alert(1)</script>\"'>]]>";
    let scenarios = json!([{ "id": "today", "title": NASTY }, { "id": "more", "title": NASTY }]);
    let maps = ["today", "more"].map(|id| (id.to_owned(), map(NASTY)));
    let drawn = page(&scenarios, None, &maps, |_, _| Some(planned(70, 20).costing(3)));
    assert!(drawn.contains("&lt;script&gt;alert(1)"));
    assert!(!drawn.contains("<script") && !drawn.contains("</script") && !drawn.contains("]]>"));
}
