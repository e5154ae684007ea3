//! The page of a path: its numbers are those of the path, and no reader sees more than it may.

use std::path::Path;

use serde_json::{Value, json};

use crate::growth::{base, document, found, read, run_path};
use crate::pages::{bare, numbers, values};
use crate::running::{code, run, stderr, write};

/// The page of a path that was found, written by `report`.
fn report(folder: &Path, options: &[&str]) -> String {
    let page = folder.join("page.html");
    let output = run_report(folder, page.to_str().unwrap(), options);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    std::fs::read_to_string(page).unwrap()
}

fn run_report(folder: &Path, to: &str, options: &[&str]) -> std::process::Output {
    let (file, plan) = (folder.join("path.json"), folder.join("out/path.json"));
    let arguments = ["report", file.to_str().unwrap(), plan.to_str().unwrap(), "-o", to];
    run(&[&arguments, options].concat())
}

/// A path over a base, year by year.
fn path_over(base: &Value, document: &Value) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base.to_string().as_bytes());
    write(folder.path(), "path.json", document.to_string().as_bytes());
    let output = run_path(folder.path(), &["--year-by-year"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    folder
}

/// A path on which board `c` must enter in the second year.
fn entering() -> Value {
    let mut document = document();
    document["boards"][0]["latest"] = json!("2028-2029");
    document
}

/// The base with a grant that is paid a year later.
fn lagging() -> Value {
    let mut base = base();
    base["finance"]["grant_lag_years"] = json!(1);
    base
}

fn number(text: &str) -> i64 {
    text.parse().unwrap()
}

#[test]
fn the_numbers_of_the_page_are_those_of_the_path() {
    let folder = path_over(&lagging(), &entering());
    let folder = folder.path();
    let path = read(folder, "out/path.json");
    let years = path["years"].as_array().unwrap();
    let plans: Vec<Value> = years
        .iter()
        .map(|year| read(folder, &format!("out/{}", year["plan"].as_str().unwrap())))
        .collect();
    let page = report(folder, &["--audience", "planner"]);
    for (row, (year, plan)) in numbers(&page, "years").iter().zip(years.iter().zip(&plans)) {
        let students = &plan["indicators"]["students"];
        let share = students["core"]["share_percent"].as_f64().unwrap();
        let wanted = document()["years"].as_array().unwrap().iter().find_map(|one| {
            (one["id"] == year["id"]).then(|| one["share_percent"].as_i64().unwrap())
        });
        let expected = [
            year["students"].to_string(),
            year["in_clusters"].to_string(),
            format!("{share:.1}"),
            wanted.unwrap().to_string(),
            year["aimed_at"].to_string(),
            year["short"].to_string(),
            students["left_out"]["number"].to_string(),
        ];
        assert_eq!(*row, expected, "{year}");
    }
    let figures = numbers(&page, "figures");
    let (trainers, clusters) = (&figures[figures.len() - 1], &figures[figures.len() - 2]);
    for (at, year) in years.iter().enumerate() {
        assert_eq!(number(&clusters[at]), year["clusters"].as_i64().unwrap());
        assert_eq!(trainers[at], year["opened"].as_array().unwrap().len().to_string());
        // In a cluster, in the shell and left out are all students.
        let in_shell_and_left_out = number(&figures[1][at]) + number(&figures[2][at]);
        let in_clusters = year["in_clusters"].as_i64().unwrap();
        assert_eq!(in_clusters + in_shell_and_left_out, year["students"].as_i64().unwrap());
    }
    let mut net_so_far = 0;
    for (row, (year, plan)) in numbers(&page, "euros").iter().zip(years.iter().zip(&plans)) {
        let row: Vec<i64> = row.iter().map(|cell| number(cell)).collect();
        let money = &plan["indicators"]["money"]["total"];
        let paid = ["cost_eur", "grant_eur", "net_eur"].map(|key| money[key].as_i64().unwrap());
        assert_eq!(row[..3], paid);
        assert_eq!(row[2], row[0] - row[1]);
        net_so_far += row[2];
        assert_eq!(row[3], net_so_far);
        // A year's students are paid for a year later: until then that is all that is outstanding.
        assert_eq!(row[4], 1250 * year["in_clusters"].as_i64().unwrap());
        assert_eq!(row[5], row[4]);
    }
    // Each student who is placed is at one board.
    let boards = page.matches("class=\"board-page\"").count();
    assert_eq!(boards, 3);
    let tables: Vec<_> =
        (0..boards).map(|board| numbers(&page, &format!("board-{board}-years"))).collect();
    for (at, plan) in plans.iter().enumerate() {
        let placed = ["core", "shell"]
            .map(|key| plan["indicators"]["students"][key]["number"].as_i64().unwrap());
        // A board that takes no part in a year has no numbers.
        let of_boards = tables.iter().filter_map(|table| table[at].get(2)).map(|one| number(one));
        assert_eq!(of_boards.sum::<i64>(), placed.iter().sum::<i64>(), "{at}");
        // Their places are those of schools in clusters, of four places each: no board is in the shell.
        let places = tables.iter().filter_map(|table| table[at].get(3)).map(|one| number(one));
        let clusters = plan["clusters"].as_array().unwrap().iter();
        let schools: usize = clusters.map(|one| one["schools"].as_array().unwrap().len()).sum();
        assert_eq!(places.sum::<i64>(), 4 * schools as i64, "{at}");
    }
    // The chart has the numbers of the table below it.
    assert!(page.contains("The table of years has the same numbers.</title>"));
    assert!(!page.contains("The table of scenarios"));
    let left_out: i64 =
        numbers(&page, "left-out-table").iter().flatten().map(|one| number(one)).sum();
    let listed = years.iter().flat_map(|year| year["left_out"].as_array().unwrap());
    assert_eq!(left_out, listed.map(|one| one["count"].as_i64().unwrap()).sum::<i64>());
}

#[test]
fn the_page_says_what_to_decide_before_which_date_and_what_it_waits_for() {
    let folder = found(&entering(), &[]);
    let page = report(folder.path(), &["--audience", "planner"]);
    let path = read(folder.path(), "out/path.json");
    for year in path["years"].as_array().unwrap() {
        for cluster in year["opened"].as_array().unwrap() {
            let (id, from) = (cluster["id"].as_str().unwrap(), year["id"].as_str().unwrap());
            let sentence = format!("Cluster {id} opens in {from}, on ");
            // In the calendar of all, and on the part of its board.
            assert!(page.matches(&sentence).count() >= 2, "{sentence}");
            assert!(page.contains(&format!("before 1 April {}", &from[..4])));
            assert!(page.contains(&format!("before the summer of {}", &from[..4])));
        }
        for board in year["entered"].as_array().unwrap() {
            assert_eq!(board, "c");
            assert!(page.contains(&format!("Enters in {}", year["id"].as_str().unwrap())));
        }
    }
    assert!(
        page.contains("Enters in 2028-2029") && page.contains("the board may enter no earlier")
    );
    assert!(page.contains("it is the first year"));
    assert!(page.contains("1 cluster opens, the most a year"), "the pace is one cluster a year");
}

/// The second year may cost no more than it does: then what opens in the third may have had to wait for money.
#[test]
fn where_the_money_of_the_year_before_is_spent_the_page_says_so() {
    let mut larger = document();
    larger["years"][1]["changes"][0]["grow"]["percent"] = json!(90);
    larger["pace"] = json!({ "new_clusters_per_year": 2 });
    let mut dear = base();
    dear["finance"] = json!({ "cluster_eur": 4000 });
    larger["years"][1]["limit_eur"] = json!(8000);
    let folder = path_over(&dear, &larger);
    let path = read(folder.path(), "out/path.json");
    let budget = json!({ "limit": "limit_eur", "most_eur": 8000, "net_eur": 8000 });
    let opened = path["years"][2]["opened"].as_array().unwrap();
    assert!(!opened.is_empty(), "{path}");
    for one in opened {
        assert!(one["not_earlier"].as_array().unwrap().contains(&budget), "{one}");
    }
    for (language, words) in [
        ("en", ["in 2028-2029 € 8,000 of the € 8,000 is spent", "At most (€)"]),
        ("nl", ["in 2028-2029 is € 8.000 van de € 8.000 besteed", "Hoogstens (€)"]),
    ] {
        let page = report(folder.path(), &["--audience", "planner", "--lang", language]);
        for word in words {
            assert!(page.contains(word), "{word}");
        }
    }
}

#[test]
fn both_languages_have_the_same_numbers_and_the_page_is_the_same_later() {
    let folder = found(&entering(), &[]);
    let folder = folder.path();
    let pages =
        ["en", "nl"].map(|language| report(folder, &["--audience", "planner", "--lang", language]));
    let [english, dutch] = &pages;
    assert_eq!(values(english, "<data value=\""), values(dutch, "<data value=\""));
    let ids = |page: &str| -> Vec<String> {
        values(&bare(page), " id=\"").into_iter().map(str::to_owned).collect()
    };
    assert_eq!(ids(english), ids(dutch));
    assert!(dutch.contains("Te besluiten") && english.contains("To decide"));
    for word in [" the ", " opens ", "before"] {
        assert!(!bare(dutch).contains(word), "{word}");
    }
    let public = std::fs::read_to_string(folder.join("out/report.html")).unwrap();
    assert_eq!(public, report(folder, &[]), "the public is the reader unless another is named");
    for board in ["a", "b", "c"] {
        let page =
            std::fs::read_to_string(folder.join(format!("out/boards/{board}.html"))).unwrap();
        assert_eq!(page, report(folder, &["--audience", "board", "--board", board]));
    }
    assert_eq!(
        report(folder, &["--audience", "board", "--board", "Bestuur A"]),
        report(folder, &["--audience", "board", "--board", "a"])
    );
}

#[test]
fn a_report_of_a_path_is_a_page_of_a_path_that_is_right() {
    let folder = found(&document(), &["--year-by-year"]);
    let folder = folder.path();
    let refused = |to: &str, options: &[&str], expected: i32, says: &str| {
        let output = run_report(folder, folder.join(to).to_str().unwrap(), options);
        assert_eq!(code(&output), expected, "{to} {options:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(says), "{to} {options:?}: {}", stderr(&output));
    };
    refused("page.xlsx", &[], 2, "a page only");
    refused("page.csv", &[], 2, "a page only");
    refused("page.html", &["--audience", "board"], 2, "--board");
    let unknown = run_report(
        folder,
        folder.join("page.html").to_str().unwrap(),
        &["--audience", "board", "--board", "zz"],
    );
    assert!(code(&unknown) != 0 && stderr(&unknown).contains("zz"), "{}", stderr(&unknown));
    let mut wrong = read(folder, "out/path.json");
    wrong["value"] = json!(1);
    write(folder, "out/path.json", wrong.to_string().as_bytes());
    refused("page.html", &[], 6, "passes verification");
}

/// A path whose first year leaves out two of fourteen students, and whose second leaves out nine.
fn few_left_out() -> (Value, Value) {
    let school = |id: &str, board: &str| json!({ "id": id, "board": board, "at": [53.0, 6.5], "places": 6, "town": "Ergens" });
    let student = |index: i64| {
        json!({
            "id": format!("kanarie{index}"), "programme": "voltijd", "year": 1,
            "at": [53.012_345 + index as f64 / 10_000.0, 6.543_217], "postcode": format!("97{index:02}"),
            "denomination": { "wish": [if index == 1 { "mormoons" } else { "openbaar" }] },
            "limit_km": 61 + index,
        })
    };
    let base = json!({
        "format": "plaatswijzer/instance/1", "name": "Kooi",
        "boards": [{ "id": "b1", "name": "Eén" }, { "id": "b2", "name": "Twee" }],
        "schools": [school("h1", "b1"), school("h2", "b2")],
        "clusters": [
            { "id": "c1", "board": "b1", "schools": ["h1"] }, { "id": "c2", "board": "b2", "schools": ["h2"] },
        ],
        "students": (1..=14).map(student).collect::<Vec<_>>(),
        "rules": { "cluster_size": { "min": 1, "target": 6, "max": 6 } },
        "finance": { "grant_per_student_eur": 1251, "grant_lag_years": 1, "cluster_eur": 4000 },
    });
    let path = json!({
        "format": "plaatswijzer/path/1", "base": "base.json",
        "years": [
            { "id": "2027-2028", "share_percent": 50 },
            { "id": "2028-2029", "share_percent": 90, "changes": [{ "grow": { "percent": 50 } }] },
        ],
        "share_worth_km": 10,
    });
    (base, path)
}

#[test]
fn only_planners_see_students_and_what_a_later_year_says_of_few() {
    let (base, document) = few_left_out();
    let folder = path_over(&base, &document);
    let folder = folder.path();
    let in_clusters: Vec<i64> = read(folder, "out/path.json")["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| year["in_clusters"].as_i64().unwrap())
        .collect();
    assert_eq!(in_clusters, [12, 12]);
    let planner = report(folder, &["--audience", "planner"]);
    assert!(planner.contains("kanarie") && planner.contains("id=\"euros\""));
    assert_eq!(numbers(&planner, "years")[0][0..2], ["14", "12"]);
    let personal = ["kanarie", "53.01", "6.543", "mormoons", "9701", "9714", "class=\"homes"];
    let mut readers = vec![("public", report(folder, &[]))];
    for board in ["b1", "b2"] {
        readers.push((board, report(folder, &["--audience", "board", "--board", board])));
    }
    for (reader, page) in readers {
        let page = bare(&page);
        for word in personal {
            assert!(!page.contains(word), "{reader} {word}");
        }
        let years = numbers(&page, "years");
        assert!(years[0].contains(&"0-4".to_owned()), "{reader}: {years:?}");
        assert!(!years[0].contains(&"12".to_owned()), "{reader}: two are left out: {years:?}");
        assert_eq!(years[1][0..2], ["21", "12"], "{reader}: nine are left out");
        // The grant of the second year counts the students of the first.
        assert!(!page.contains("id=\"euros\""), "{reader}");
        for euros in [12 * 1251, 8000 - 12 * 1251] {
            assert!(!page.contains(&euros.to_string()), "{reader} {euros}");
        }
        // A board sees its own students, and not those of the other, which would be all but few.
        let own = page.matches("Its students").count();
        assert_eq!(own, usize::from(reader != "public"), "{reader}");
    }
}

#[test]
fn no_name_becomes_markup_and_no_id_is_there_twice() {
    const NASTY: &str = "<script>alert(1)</script>\"'><b>&amp;--></style></title>";
    let (mut base, document) = few_left_out();
    base["name"] = NASTY.into();
    for list in ["boards", "schools", "clusters"] {
        for row in base[list].as_array_mut().unwrap() {
            row["name"] = NASTY.into();
        }
    }
    let folder = path_over(&base, &document);
    for options in [
        &["--audience", "planner"][..],
        &["--lang", "nl"][..],
        &["--audience", "board", "--board", "b2"][..],
    ] {
        let page = report(folder.path(), options);
        let bare = bare(&page);
        for markup in ["<script>a", "alert(1)</", "<b>", "--></", "\"'>"] {
            assert!(!bare.contains(markup), "{options:?} {markup}");
        }
        assert!(bare.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{options:?}");
        for word in ["src=", "http:", "https:", "style=", "onclick", "url("] {
            assert!(!bare.contains(word), "{options:?} {word}");
        }
        let mut ids = values(&bare, " id=\"");
        let number = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert!(number > 10 && ids.len() == number, "{options:?}");
        for target in values(&bare, "href=\"#") {
            assert!(ids.binary_search(&target).is_ok(), "{options:?} #{target}");
        }
    }
}
