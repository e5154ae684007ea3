//! The short form of `make fuzz`: every parser reads its corpus, and texts near it, without a panic.

use std::path::PathBuf;

use crate::documents::folder;
use crate::seeds::{each, many};

#[path = "../fuzz/src/lib.rs"]
mod parsers;

/// The texts of a corpus, in the order of their names.
fn corpus(parser: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder("fuzz").join("corpus").join(parser)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn every_parser_reads_texts_near_its_corpus() {
    for parser in parsers::PARSERS {
        let texts = corpus(parser);
        assert!(!texts.is_empty(), "{parser} has no corpus");
        for (path, text) in &texts {
            let read = std::panic::catch_unwind(|| parsers::read(parser, text));
            assert!(read.is_ok(), "{}", path.display());
        }
        let is_json = parsers::mutate::is_json(parser);
        let failures = each(many(40), |seed| {
            let (_, text) = &texts[usize::try_from(seed).unwrap() % texts.len()];
            // One change after the other, so that some texts are far from the corpus.
            let mut text = text.clone();
            for step in 0..4 {
                text = parsers::mutate::changed(&text, is_json, seed * 4 + step)?;
                let read = std::panic::catch_unwind(|| parsers::read(parser, &text));
                if read.is_err() {
                    return Some(String::from_utf8_lossy(&text).into_owned());
                }
            }
            None
        });
        assert_eq!(failures, Vec::<String>::new(), "{parser}");
    }
}
