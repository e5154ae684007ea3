//! Pages of plans: what they contain, what they must not, and that no name becomes markup.

use plaatswijzer::disclosure::{Audience, disclose};
use plaatswijzer::plan::Plan;
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::report::page;
use plaatswijzer::texts::Language;
use plaatswijzer::verify::verify;
use serde_json::{Value, json};

use crate::documents::folder;
use crate::golden;
use crate::laws::solved;
use crate::tiny::{self, SMALL};

const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

fn problem(document: &Value) -> Problem {
    read(document.to_string().as_bytes(), &|_| Err("absent".to_owned())).unwrap().problem
}

fn page_of(problem: &Problem, plan: &Plan, audience: Audience, language: Language) -> String {
    let verdict = verify(problem, plan);
    assert!(verdict.agrees());
    page(&disclose(problem, plan, &verdict, audience), language)
}

/// Everyone who may read a plan.
fn audiences(problem: &Problem) -> Vec<Audience> {
    let boards = problem.instance.boards.ids().map(Audience::Board);
    [Audience::Planner, Audience::Public].into_iter().chain(boards).collect()
}

/// A page without its style and script, with a line for each element.
pub fn bare(page: &str) -> String {
    let without = |text: &str, from: &str, to: &str| {
        let (start, end) = (text.find(from).unwrap() + from.len(), text.rfind(to).unwrap());
        format!("{}{}", &text[..start], &text[end..])
    };
    let page = without(page, "<style>", "</style>");
    let page = without(&page, "<script>", "</script>");
    let page = without(&page, "Content-Security-Policy\" content=\"", "\"><meta name=\"viewport\"");
    page.replace("><", ">\n<")
}

#[test]
fn the_pages_of_the_village() {
    let village = std::fs::read(folder("documents").join("village.json")).unwrap();
    let village = read(&village, &|_| Err("absent".to_owned())).unwrap().problem;
    let plan = Plan::read(&std::fs::read(folder("golden").join("village.plan.json")).unwrap());
    let plan = plan.unwrap();
    let planner = page_of(&village, &plan, Audience::Planner, Language::English);
    golden::check("village.planner.en.html", &bare(&planner));
    let public = page_of(&village, &plan, Audience::Public, Language::Dutch);
    golden::check("village.public.nl.html", &bare(&public));
}

/// The raw numbers of a table in a page, row by row.
pub fn numbers(page: &str, table: &str) -> Vec<Vec<String>> {
    let from = page.find(&format!("id=\"{table}\"")).unwrap_or_else(|| panic!("no {table}"));
    let table = &page[from..from + page[from..].find("</table>").unwrap()];
    let body = &table[table.find("<tbody>").unwrap()..];
    let row = |row: &str| {
        let values = row.split("<data value=\"").skip(1);
        values.map(|rest| rest[..rest.find('"').unwrap()].to_owned()).collect()
    };
    body.split("<tr").skip(1).map(row).collect()
}

/// A part of a whole as a row of raw numbers.
fn part(part: &Value) -> Vec<String> {
    let (number, of) = (part["number"].as_i64().unwrap(), part["of"].as_i64().unwrap());
    let mut row = vec![number.to_string(), of.to_string()];
    if of > 0 {
        let tenths = (2000 * number + of) / (2 * of);
        row.push(format!("{}.{}", tenths / 10, tenths % 10));
    }
    row
}

/// The rows that a planner's table of indicators begins and ends with.
fn expected(indicators: &Value) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let at = |where_: &Value| ["core", "shell", "left_out"].map(|key| part(&where_[key])).to_vec();
    let mut first = at(&indicators["students"]);
    for programme in indicators["programmes"].as_object().unwrap().values() {
        first.extend(at(programme));
    }
    for length in ["mean_m", "median_m", "percentile_90_m", "longest_m"] {
        first
            .extend(indicators["journeys"][length].as_i64().map(|metres| vec![metres.to_string()]));
    }
    let money = &indicators["money"]["total"];
    let last = ["cost_eur", "grant_eur", "net_eur"].map(|key| money[key].as_i64());
    let last = last.into_iter().flatten().map(|euros| vec![euros.to_string()]).collect();
    (first, last)
}

#[test]
fn the_numbers_of_a_page_are_those_of_the_plan() {
    let mut held = 0;
    for seed in 8_100_000..8_100_040 {
        let document = tiny::instance(seed, &SMALL);
        let Some(plan) = solved(&document) else { continue };
        held += 1;
        let problem = problem(&document);
        let page = page_of(&problem, &plan, Audience::Planner, LANGUAGES[held % 2]);
        let written = serde_json::to_value(&plan).unwrap();
        let rows = numbers(&page, "indicators-table");
        let (first, last) = expected(&written["indicators"]);
        assert_eq!(rows[..first.len()], first, "{seed}");
        assert_eq!(rows[rows.len() - last.len()..], last, "{seed}");
        if !plan.clusters.is_empty() {
            let members = plan.clusters.iter().map(|one| one.members.unwrap().to_string());
            let rows = numbers(&page, "clusters-table");
            let found: Vec<&String> = rows.iter().map(|row| &row[0]).collect();
            assert_eq!(found, members.collect::<Vec<_>>().iter().collect::<Vec<_>>(), "{seed}");
        }
        let share = part(&written["indicators"]["students"]["core"]).pop().unwrap();
        assert!(page.contains(&format!("hero-number\"><data value=\"{share}\">")), "{seed}");
    }
    assert!(held > 10, "only {held} instances have a plan");
}

/// Seven students of two boards; every personal field has a unique value.
fn canaries() -> Value {
    let student = |index: i64| {
        json!({
            "id": format!("kanarie{index}"), "programme": "voltijd", "year": 1,
            "at": [53.012_345 + index as f64 / 1000.0, 6.543_217], "postcode": format!("97{index}7"),
            "days": ["mon", "tue", "wed"], "unplaced_worth_km": 4913 + index,
            "denomination": { "wish": [if index == 1 { "mormoons" } else { "openbaar" }] },
            "concepts": ["zeldzaam"], "wishes": ["h1"], "not": ["h9"], "previous": ["h8"],
            "limit_km": 61 + index,
        })
    };
    let school = |id: &str, board: &str, places: i64| {
        json!({ "id": id, "name": format!("School {id}"), "board": board, "places": places,
                "at": [53.0, 6.5], "town": "Ergens" })
    };
    json!({
        "format": "plaatswijzer/instance/1", "name": "Kooi",
        "boards": [{ "id": "b1", "name": "Eén" }, { "id": "b2", "name": "Twee", "standing": "shell" }],
        "schools": [school("h1", "b1", 4), school("h2", "b2", 2), school("h8", "b1", 0), school("h9", "b1", 0)],
        "clusters": [{ "id": "c1", "name": "Kern", "board": "b1", "schools": ["h1"] }],
        "students": (1..=7).map(student).collect::<Vec<_>>(),
        "rules": { "cluster_size": { "min": 1, "target": 4, "max": 4 } },
    })
}

#[test]
fn only_planners_see_anything_about_single_students() {
    let document = canaries();
    let (problem, plan) = (problem(&document), solved(&document).unwrap());
    let places: Vec<(&str, &str)> = plan
        .placements
        .iter()
        .map(|placement| (placement.student.as_str(), placement.school.as_str()))
        .collect();
    assert_eq!(places.len(), 6, "one is left out");
    // Homes, wishes of few, priorities, and postcodes where few live.
    let personal = ["53.01", "6.543", "mormoons", "4915", "4.915", "9717", "9727", "9777"];
    for language in LANGUAGES {
        let planner = page_of(&problem, &plan, Audience::Planner, language);
        assert!(["kanarie1", "9727", "mormoons"].iter().all(|word| planner.contains(word)));
        for audience in audiences(&problem) {
            if audience == Audience::Planner {
                continue;
            }
            let page = bare(&page_of(&problem, &plan, audience, language));
            for word in personal {
                assert!(!page.contains(word), "{audience:?} {word}");
            }
            for student in (1..=7).map(|index| format!("kanarie{index}")) {
                let own = audience.board().map(|board| problem.instance.boards[board].id.as_str());
                let at = places.iter().find(|(id, _)| *id == student).map(|(_, school)| *school);
                let is_own = match (own, at) {
                    (Some("b1"), Some("h1")) | (Some("b2"), Some("h2")) => true,
                    (_, _) => false,
                };
                assert_eq!(page.contains(&student), is_own, "{audience:?} {student}");
            }
            assert!(!page.contains("class=\"lines\""), "{audience:?}");
        }
    }
}

#[test]
fn no_name_becomes_markup() {
    const NASTY: &str = "<script>alert(1)</script>\"'><b>&amp;]]>--></style></title>";
    let mut document = canaries();
    for list in ["boards", "schools", "clusters"] {
        for row in document[list].as_array_mut().unwrap() {
            row["name"] = NASTY.into();
        }
    }
    document["name"] = NASTY.into();
    document["school_year"] = "2027-2028".into();
    for school in document["schools"].as_array_mut().unwrap() {
        school["town"] = NASTY.into();
        school["denomination"] = json!([NASTY]);
        school["concepts"] = json!([NASTY]);
    }
    for student in document["students"].as_array_mut().unwrap() {
        student["denomination"] = json!({ "wish": [NASTY] });
        student["concepts"] = json!([NASTY]);
    }
    let (problem, plan) = (problem(&document), solved(&document).unwrap());
    for audience in audiences(&problem) {
        let page = page_of(&problem, &plan, audience, Language::English);
        let bare = bare(&page);
        for markup in ["<script>a", "alert(1)</", "<b>", "]]>", "--></", "\"'>"] {
            assert!(!bare.contains(markup), "{audience:?} {markup}");
        }
        assert!(bare.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{audience:?}");
        for element in ["script", "style", "title>\n<style"] {
            assert!(page.matches(&format!("<{element}")).count() <= 1, "{audience:?} {element}");
        }
    }
}

#[test]
fn a_page_asks_for_nothing_and_has_no_id_twice() {
    let mut lost = canaries();
    for school in lost["schools"].as_array_mut().unwrap() {
        school["at"] = Value::Null;
    }
    for document in [canaries(), lost, tiny::instance(8_100_007, &SMALL)] {
        let (problem, plan) = (problem(&document), solved(&document).unwrap());
        for audience in audiences(&problem) {
            let page = bare(&page_of(&problem, &plan, audience, Language::Dutch));
            for word in ["src=", "http:", "https:", "style=", "onclick", "url("] {
                assert!(!page.contains(word), "{audience:?} {word}");
            }
            let mut ids = values(&page, " id=\"");
            let number = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert!(number > 10 && ids.len() == number, "{audience:?}");
            for target in values(&page, "href=\"#") {
                assert!(ids.binary_search(&target).is_ok(), "{audience:?} #{target}");
            }
        }
    }
}

/// The text after each occurrence of a mark, up to the next quotation mark.
pub fn values<'a>(page: &'a str, mark: &str) -> Vec<&'a str> {
    page.split(mark).skip(1).map(|rest| &rest[..rest.find('"').unwrap()]).collect()
}
