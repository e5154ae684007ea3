//! DUO's own file of school locations, where it lies beside the project.

use std::path::{Path, PathBuf};

use plaatswijzer::spreadsheets::{Request, TableFile, TableKind, account_in_words, import};
use plaatswijzer::texts::Language;

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    path.exists().then_some(path)
}

fn table(kind: TableKind, file: &str, bytes: Vec<u8>) -> TableFile {
    TableFile { kind, file: file.to_owned(), sheet: None, bytes }
}

#[test]
fn the_file_of_the_whole_country_is_read() {
    let Some(path) = shared("02.-alle-schoolvestigingen-basisonderwijs.csv") else {
        println!("DUO's file is not there; nothing is tried");
        return;
    };
    let students = b"student;programme;year\ns1;voltijd;1\n".to_vec();
    let request = |default_places| Request {
        tables: vec![
            table(TableKind::Schools, "duo.csv", std::fs::read(&path).unwrap()),
            table(TableKind::Students, "students.csv", students.clone()),
        ],
        name: Some("Nederland".to_owned()),
        default_places,
        ..Request::default()
    };
    let imported = import(&request(Some(4))).unwrap_or_else(|refused| panic!("{}", refused.errors));
    assert_eq!(imported.document.schools.len(), 6122);
    let both = imported.document.schools.iter().filter(|school| {
        let denominations = school.denomination.as_deref().unwrap_or_default();
        denominations == ["protestants-christelijk", "rooms-katholiek"]
    });
    assert_eq!(both.count(), 54);
    let account = account_in_words(&imported.account, Language::Dutch);
    assert!(
        account.contains("schoolvestigingen van DUO") && account.contains("windows-1252"),
        "{account}"
    );
    assert!(
        account.contains("Scholen zonder aantal plekken: 6.122; elk krijgt er 4."),
        "{account}"
    );

    let refused = import(&request(None)).unwrap_err();
    assert_eq!(refused.errors.0.len(), 1, "places are asked for once, not 6122 times");
}
