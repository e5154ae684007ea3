//! Rule `board_share`: a board's schools together take a fair number of students.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::instance::{Board, BoardId, Instance, Standing};
use crate::model::formulation::{Label, Names, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assessment::Assessment;
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "board_share",
    formula: "for each board b: min_students(b) ≤ Σ students(h of b) ≤ max_students(b)",
    source: "Agreements between boards on who trains how many",
    effects: &[RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Share of a board
statement = Students placed at a board's schools: at least `min_students` and at most \
    `max_students` of that board, where given. A candidate board has no share yet.
lifted = A board's schools together take any number of students.
bottleneck = the most students that boards take
bottleneck-at = the most students that { $name } takes
breach-least = { $board } has { $students ->
        [one] { $students } student
       *[other] { $students } students
    }, fewer than { $least }
breach-most = { $board } has { $students ->
        [one] { $students } student
       *[other] { $students } students
    }, more than { $most }
demand-least = { $board } trains at least { $least ->
        [one] { $least } student
       *[other] { $least } students
    }
demand-most = { $board } trains at most { $most ->
        [one] { $most } student
       *[other] { $most } students
    }
";

const DUTCH: &str = "\
title = Aandeel per bestuur
statement = Studenten op de scholen van een bestuur: ten minste `min_students` en hoogstens \
    `max_students` van dat bestuur, waar dat gegeven is. Een kandidaat-bestuur heeft nog geen \
    aandeel.
lifted = De scholen van een bestuur nemen samen elk aantal studenten.
bottleneck = het aantal studenten dat besturen ten hoogste opnemen
bottleneck-at = het aantal studenten dat { $name } ten hoogste opneemt
breach-least = { $board } heeft { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    }, minder dan { $least }
breach-most = { $board } heeft { $students ->
        [one] { $students } student
       *[other] { $students } studenten
    }, meer dan { $most }
demand-least = { $board } leidt ten minste { $least ->
        [one] { $least } student
       *[other] { $least } studenten
    } op
demand-most = { $board } leidt hoogstens { $most ->
        [one] { $most } student
       *[other] { $most } studenten
    } op
";

/// A board's own `min_students` and `max_students`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BoardShareRule {}

/// The boards that take students at all: those of candidate boards take nobody until admitted.
fn boards(instance: &Instance) -> impl Iterator<Item = (BoardId, &Board)> {
    instance.boards.iter().filter(|(_, board)| board.standing != Standing::Candidate)
}

impl Rule for BoardShareRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, board) in boards(tally.instance) {
            let students = tally.students_at_board(id);
            let breach =
                |key| CARD.message(key).with("board", &board.id).with("students", students);
            if let Some(least) = board.min_students.filter(|&least| students < least) {
                assessment.breach(CARD.id, breach("breach-least").with("least", least));
            }
            if let Some(most) = board.max_students.filter(|&most| students > most) {
                assessment.breach(CARD.id, breach("breach-most").with("most", most));
            }
        }
    }
}

impl Binding for BoardShareRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        for (id, board) in boards(draft.instance) {
            let least = board.min_students.filter(|&least| least > 0);
            if least.or(board.max_students).is_none() {
                continue;
            }
            let students = draft.students_at_board(id);
            if let Some(least) = least {
                let label = CARD.label("least", Subject::Board(id));
                draft.demand(label, students.clone(), Some(least), None);
            }
            if let Some(most) = board.max_students {
                let label = CARD.label("most", Subject::Board(id));
                draft.demand(label, students, None, Some(most));
            }
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let Subject::Board(board) = label.subject else {
            return CARD.statement();
        };
        let board = &names.instance.boards[board];
        let message = match label.kind {
            "least" => {
                CARD.message("demand-least").with("least", board.min_students.unwrap_or_default())
            }
            _ => CARD.message("demand-most").with("most", board.max_students.unwrap_or_default()),
        };
        message.with("board", &board.id)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "boards": [
            { "id": "b", "min_students": 2, "max_students": 3 }, { "id": "e", "max_students": 1 },
            { "id": "x", "standing": "shell", "min_students": 1 },
            { "id": "y", "standing": "candidate", "min_students": 5 }
        ],
        "schools": [
            { "id": "h", "places": 2 }, { "id": "i", "places": 2 },
            { "id": "j", "places": 3, "board": "e" }, { "id": "k", "places": 3, "board": "x" },
            { "id": "l", "places": 3, "board": "y" }
        ],
        "clusters": [{ "id": "c", "board": "e", "schools": ["h", "i", "j"] }],
        "students": [{ "id": "s", "count": 5 }, { "id": "f", "year": 4 }],
        "rules": { "board_share": {} }
    }"#;

    #[test]
    fn a_board_has_at_least_its_fewest_students() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "board_share");
        // Of any year, and by the school's own board: c is of e.
        rule.plan("c", "s>h*1 f>i s>j*1 s>k*1").costs(0);
        rule.plan("c", "s>h*1 s>k*3").breaks(0, &["b has 1 student, fewer than 2"]);
        rule.plan("c", "s>h*1 s>i*1").breaks(0, &["x has 0 students, fewer than 1"]);
    }

    #[test]
    fn a_board_has_at_most_its_most_students() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "board_share");
        rule.plan("c", "s>h*2 s>i*1 f>k").costs(0);
        rule.plan("c", "s>h*2 s>i*2 f>k").breaks(0, &["b has 4 students, more than 3"]);
        rule.plan("c", "s>h*2 s>j*1 f>j s>k*2").breaks(0, &["e has 2 students, more than 1"]);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "board_share");
    }
}
