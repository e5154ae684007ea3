//! Commands that write files, for tests that cut their writing short.

use std::collections::BTreeMap;
use std::path::Path;

use crate::running::{code, run, stderr, village, write};

/// What is replaced by the folder of the outputs in the commands.
pub const OUT: &str = "OUT";
const SCHOOLS: &str =
    "schoolcode;naam;bestuur;plaatsen;breedtegraad;lengtegraad\nh1;De Weg;b1;6;53,21;6,56\n";
const STUDENTS: &str = "studentnummer;voornaam;opleiding;studiejaar;breedtegraad;lengtegraad\ns1;An;voltijd;1;53,2;6,55\n";
const BATCH: &str = r#"{ "format": "plaatswijzer/batch/1", "base": "village.json", "scenarios": [{ "id": "today" },
    { "id": "more", "changes": [{ "add_places": { "number": 1 } }] }] }"#;
const PATH: &str = r#"{ "format": "plaatswijzer/path/1", "base": "village.json",
    "years": [{ "id": "2027-2028" }, { "id": "2028-2029" }] }"#;

/// Commands that write files, apart from those that keep on where they were.
pub fn commands() -> Vec<Vec<String>> {
    let commands = [
        "solve village.json -o OUT/plan.json",
        #[cfg(feature = "highs")] // microlp certifies nothing
        "solve village.json -o OUT/plan.json --certificate OUT/certificate.json",
        "solve village.json --previous plan.json --ladder 0,1 -o OUT/{}.json",
        "import --students students.csv --schools schools.csv -o OUT/instance.json",
        "import --template --from village.json -o OUT/template.xlsx",
        "report village.json plan.json -o OUT/page.html",
        "report village.json plan.json -o OUT/book.xlsx",
        "report village.json plan.json -o OUT/{}.csv",
        "report village.json plan.json --lists -o OUT/lists.zip",
        "generate --students 10 -o OUT/region.json",
        "export village.json --mps OUT/program.mps",
    ];
    let words = |command: &&str| command.split(' ').map(str::to_owned).collect();
    commands.iter().map(words).collect()
}

/// A folder with the inputs of the commands, and of batches and paths.
pub fn inputs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "village.json", &std::fs::read(village()).unwrap());
    for (name, text) in [
        ("students.csv", STUDENTS),
        ("schools.csv", SCHOOLS),
        ("batch.json", BATCH),
        ("path.json", PATH),
    ] {
        write(folder.path(), name, text.as_bytes());
    }
    let plan = folder.path().join("plan.json");
    let solved = run(&["solve", village().to_str().unwrap(), "-o", plan.to_str().unwrap()]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    folder
}

/// All files in a folder and those below it, by path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            let below = files(&path).into_iter();
            found.extend(below.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name.to_owned(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// Puts an older file under the name of each output, and returns what the folder has then.
pub fn age(folder: &Path, wanted: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir(folder).unwrap();
    for name in wanted.keys() {
        std::fs::write(folder.join(name), format!("older {name}")).unwrap();
    }
    files(folder)
}
