//! Results of batches and growth paths that lie in the folder of the project, each with its report.

use std::path::Path;

use super::folder::{plain, read_if_there};

const REPORT: &str = "report.html";

/// A folder of results.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResultFolder {
    /// The name of the folder.
    pub name: String,
    /// Whether it is of a growth path; else it is of a batch.
    pub is_path: bool,
}

/// The folders of results in the folder of a project that have a report, in order of their names.
pub fn results_in(folder: &Path) -> Vec<ResultFolder> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let results = names.filter_map(|name| {
        let has = |file: &str| folder.join(&name).join(file).is_file();
        let is_path = has("path.json");
        let is_result = has(REPORT) && (is_path || has("summary.json"));
        is_result.then_some(ResultFolder { name, is_path })
    });
    let mut results: Vec<ResultFolder> = results.collect();
    results.sort_by(|one, other| one.name.cmp(&other.name));
    results
}

/// The report of a folder of results; `None` if there is no such folder in the folder of the project.
pub fn report_of(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let name = plain(name).ok()?;
    results_in(folder).iter().find(|known| known.name == *name)?;
    read_if_there(&folder.join(name).join(REPORT)).ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_results_with_a_report_are_listed_and_nothing_else_is_read() {
        let kept = tempfile::tempdir().unwrap();
        let write = |path: &str| {
            let path = kept.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, path_text()).unwrap();
        };
        for path in [
            "groei/path.json",
            "groei/report.html",
            "b/summary.json",
            "b/report.html",
            "half/summary.json",
            "other/report.html",
            "report.html",
            "summary.json",
        ] {
            write(path);
        }
        let names: Vec<(String, bool)> =
            results_in(kept.path()).into_iter().map(|one| (one.name, one.is_path)).collect();
        assert_eq!(names, [("b".to_owned(), false), ("groei".to_owned(), true)]);
        assert_eq!(report_of(kept.path(), "b").as_deref(), Some(path_text().as_bytes()));
        for name in ["half", "other", ".", "..", "../x", "", "b/..", "nergens"] {
            assert_eq!(report_of(kept.path(), name), None, "{name}");
        }
    }

    const fn path_text() -> &'static str {
        "<p>report</p>"
    }
}
