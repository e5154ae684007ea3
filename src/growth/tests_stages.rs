//! A search that was killed goes on from the stages that it had finished, to the same path.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::Value;

use super::tests::{base, document, with_search};
use super::tests_work::larger;
use super::{KeptPieces, PathMethod, PathProgress, PathSearch, PathStages, UNFINISHED_FILE};
use crate::solve::Budget;

/// Pieces in memory, and what each was before.
#[derive(Default)]
struct Versions {
    now: Mutex<BTreeMap<String, Vec<u8>>>,
    all: Mutex<Vec<Vec<u8>>>,
}

impl Versions {
    fn with(unfinished: Vec<u8>) -> Self {
        let now = BTreeMap::from([(UNFINISHED_FILE.to_owned(), unfinished)]);
        Self { now: Mutex::new(now), ..Self::default() }
    }
}

impl KeptPieces for Versions {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.now.lock().unwrap().get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.all.lock().unwrap().push(bytes.to_vec());
        self.now.lock().unwrap().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn forget(&self, name: &str) -> std::io::Result<()> {
        self.now.lock().unwrap().remove(name);
        Ok(())
    }
}

/// The files of the path that a search ends with, or why there is none, and how often it has said how it is going: never
/// where all its stages were finished before. With `interrupts` it is interrupted the first time.
fn found(
    search: &PathSearch,
    method: PathMethod,
    pieces: &Versions,
    interrupts: bool,
) -> (Vec<String>, usize) {
    // A budget that another process would have.
    let budget = Budget::new(None, search.search.budget.work_limit(), Arc::default());
    let chosen = search.search.with_budget(budget);
    let stages = PathStages::left(search.path, &chosen, &search.beside_base(), pieces).unwrap();
    let said = AtomicUsize::new(0);
    let on_progress = |_: &PathProgress| {
        said.fetch_add(1, Ordering::Relaxed);
        if interrupts {
            chosen.budget.interrupt();
        }
    };
    let stages = Some(&stages);
    let search = PathSearch { search: &chosen, on_progress: &on_progress, stages, ..*search };
    let files = match search.whole(method) {
        Ok(whole) => {
            let today = whole.today.iter().map(|today| today.year.text.clone());
            let plans = whole.found.years.into_iter().map(|year| year.text);
            std::iter::once(whole.plan.to_json()).chain(today).chain(plans).collect()
        }
        Err(error) => vec![format!("{error:?}")],
    };
    (files, said.into_inner())
}

/// From each version of what is kept, or from every third, the search ends with the same path.
fn goes_on_from_each((base, document): (&Value, &Value), budget: &Budget, step: usize) -> usize {
    let mut stages = 0;
    for method in [PathMethod::YearByYear, PathMethod::Foresight] {
        with_search((base, document), budget.clone(), |search| {
            let pieces = Versions::default();
            let (whole, _) = found(search, method, &pieces, false);
            let versions = pieces.all.into_inner().unwrap();
            let last = versions.last().cloned();
            for version in versions.iter().step_by(step) {
                let left = Versions::with(version.clone());
                assert_eq!(found(search, method, &left, false).0, whole);
            }
            if let Some(last) = last.filter(|_| whole.len() > 1) {
                let left = Versions::with(last);
                let (again, said) = found(search, method, &left, false);
                assert_eq!(again, whole);
                assert!(left.all.into_inner().unwrap().is_empty(), "nothing is new");
                // A year for which there was too little work is tried again: it ended with nothing to keep.
                assert!(said == 0 || budget.work_limit().is_some(), "{said}");
            }
            stages += versions.len();
        });
    }
    stages
}

#[test]
fn a_search_goes_on_to_the_same_path_from_whatever_was_finished() {
    let mut stages = 0;
    for seed in 0..3 {
        stages += goes_on_from_each((&base(seed), &document(seed)), &Budget::unlimited(), 1);
    }
    assert!(stages > 3 * 6, "{stages}");
}

#[test]
fn work_that_was_done_before_counts_as_if_it_were_done_now() {
    let (base, document) = larger();
    assert!(goes_on_from_each((&base, &document), &Budget::of_work(300), 3) > 3);
}

#[test]
fn a_stage_that_was_interrupted_is_not_kept() {
    let mut interrupted = 0;
    for seed in 0..3 {
        with_search((&base(seed), &document(seed)), Budget::unlimited(), |search| {
            let (whole, _) = found(search, PathMethod::Foresight, &Versions::default(), false);
            let pieces = Versions::default();
            let (_, said) = found(search, PathMethod::Foresight, &pieces, true);
            interrupted += usize::from(said > 0);
            assert_eq!(found(search, PathMethod::Foresight, &pieces, false).0, whole, "{seed}");
        });
    }
    assert!(interrupted > 0);
}

#[test]
fn what_is_broken_or_belongs_to_something_else_is_not_used() {
    let (base, document) = (base(1), document(1));
    let kept = |base: &Value, document: &Value| {
        with_search((base, document), Budget::unlimited(), |search| {
            let pieces = Versions::default();
            let (files, said) = found(search, PathMethod::YearByYear, &pieces, false);
            assert!(files.len() > 1 && said > 0, "{files:?}");
            (files, said, pieces.read(UNFINISHED_FILE).unwrap())
        })
    };
    let (whole, said, own) = kept(&base, &document);
    let mut other = document.clone();
    other["share_worth_km"] = 3.into();
    let of_another = kept(&base, &other).2;
    let text = String::from_utf8(own.clone()).unwrap();
    let changed = text.replacen("\"students\":", "\"students\":1", 1);
    assert_ne!(changed, text);
    let broken = [own[..own.len() / 2].to_vec(), changed.into_bytes(), of_another];
    with_search((&base, &document), Budget::unlimited(), |search| {
        for broken in broken {
            let left = Versions::with(broken);
            let again = found(search, PathMethod::YearByYear, &left, false);
            assert_eq!(again, (whole.clone(), said));
        }
    });
}
