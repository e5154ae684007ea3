//! The commands that do the same as actions of the page, in the folder of the project: each is written here, and nowhere
//! else.

use super::folder::ProjectFolder;

/// The seconds that a search may take, which the planner chooses.
pub const SECONDS: &str = "{seconds}";
/// The option with the gap at which a plan is good enough, which the planner chooses; left out where it is 0.
pub const GAP: &str = " --gap {gap}";
/// The seconds that a question may take.
pub const QUESTION_SECONDS: u32 = 120;

/// The name of a plan's file.
fn plan(number: u32) -> String {
    ProjectFolder::plan_name(number)
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./{}".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// Says what of the data is wrong or remarkable.
pub const VALIDATE: &str = "plaatswijzer validate instance.json";
/// What each price does to the plan.
pub const PRICES: &str = "plaatswijzer prices instance.json";
/// All rules in full.
pub const RULES: &str = "plaatswijzer rules";

/// Makes the plan with the next number.
pub fn solve(next: u32) -> String {
    format!("plaatswijzer solve instance.json --time-limit {SECONDS}{GAP} -o {}", plan(next))
}

/// Makes the plan with the next number, which changes little of another.
pub fn solve_few(shown: u32, next: u32) -> String {
    let (shown, next) = (plan(shown), plan(next));
    format!(
        "plaatswijzer solve instance.json --previous {shown} --time-limit {SECONDS}{GAP} -o {next}"
    )
}

/// The best plan for each number of changes.
pub fn ladder(shown: u32) -> String {
    let shown = plan(shown);
    format!(
        "plaatswijzer solve instance.json --previous {shown} --ladder --time-limit {QUESTION_SECONDS} -o ladder"
    )
}

/// Where a student is and why, and what other schools would cost.
pub fn why(shown: u32, student: &str) -> String {
    format!("plaatswijzer why instance.json {} {}", plan(shown), quoted(student))
}

/// Checks a plan independently.
pub fn verify(shown: u32) -> String {
    format!("plaatswijzer verify instance.json {}", plan(shown))
}

/// Compares two plans.
pub fn diff([before, after]: [u32; 2]) -> String {
    format!("plaatswijzer diff {} {} --instance instance.json", plan(before), plan(after))
}

/// What breaks if something drops out: each school, cluster or board in turn.
pub fn drill(shown: u32, by: &str) -> String {
    let shown = plan(shown);
    format!("plaatswijzer drill instance.json {shown} --by {by} --time-limit {QUESTION_SECONDS}")
}

/// Where a new cluster would help most.
pub fn sites() -> String {
    format!("plaatswijzer sites instance.json --time-limit {QUESTION_SECONDS}")
}

/// The least to change so that everyone has a place.
pub fn repair() -> String {
    format!("plaatswijzer repair instance.json --alternatives 3 --time-limit {QUESTION_SECONDS}")
}

/// A batch or a path, into the folder of its results.
pub fn study(command: &str, document: &str, results: &str) -> String {
    let (results, name) = (quoted(results), quoted(document));
    format!(
        "plaatswijzer {command} {name} -o {results} --audience planner --time-limit {QUESTION_SECONDS}"
    )
}

/// Plans with changes that a document of a batch lists.
pub fn what_if() -> String {
    study("batch", "FILE", "FOLDER")
}

/// A file for people, made of a plan; `rest` says which.
pub fn report(shown: u32, rest: &str) -> String {
    format!("plaatswijzer report instance.json {} {rest}", plan(shown))
}

/// The page for one board.
pub fn report_for_board(shown: u32, board: &str) -> String {
    report(shown, &format!("--audience board --board {} -o page-board.html", quoted(board)))
}

/// Reads spreadsheets.
pub fn import<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(quoted).collect();
    format!("plaatswijzer import {} -o instance.json", names.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_a_shell_takes_them() {
        assert_eq!(quoted("plans/0001.json"), "plans/0001.json");
        assert_eq!(quoted("mijn lijst.xlsx"), "'mijn lijst.xlsx'");
        assert_eq!(quoted("d'Oosthoek"), r"'d'\''Oosthoek'");
        assert_eq!(quoted("$(rm)"), "'$(rm)'");
        assert_eq!(quoted(""), "''");
        assert_eq!(
            study("batch", "a b.json", "a b-results"),
            "plaatswijzer batch 'a b.json' -o 'a b-results' --audience planner --time-limit 120"
        );
    }
}
