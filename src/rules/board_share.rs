//! Rule `board_share`: a board's schools together take a fair number of students.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::Points;
use crate::input::errors::InputErrors;
use crate::instance::{Board, BoardId, Instance, Standing};
use crate::model::formulation::{Draft, Label, Names, Subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Conventions, Placing, Tally};

/// A board's own `min_students` and `max_students`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BoardShare {}

impl BoardShare {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "board_share",
        title: "Share of a board",
        statement: "Students placed at a board's schools: at least `min_students` and at most \
                    `max_students` of that board, where given. A candidate board has no share yet.",
        formula: "for each board b: min_students(b) ≤ Σ students(h of b) ≤ max_students(b)",
        source: "Agreements between boards on who trains how many",
        effects: &[Effect::Binds],
        switch: Switch::On,
    };
}

/// The boards that take students at all: those of candidate boards take nobody until admitted.
fn boards(instance: &Instance) -> impl Iterator<Item = (BoardId, &Board)> {
    instance.boards.iter().filter(|(_, board)| board.standing != Standing::Candidate)
}

impl Rule for BoardShare {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal<'_>> {
        Ok(())
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
        for (id, board) in boards(draft.instance) {
            let least = board.min_students.filter(|&least| least > 0);
            if least.or(board.max_students).is_none() {
                continue;
            }
            let students = draft.students_at_board(id);
            if let Some(least) = least {
                let label = Self::CARD.label("least", Subject::Board(id));
                draft.demand(label, students.clone(), Some(least), None);
            }
            if let Some(most) = board.max_students {
                let label = Self::CARD.label("most", Subject::Board(id));
                draft.demand(label, students, None, Some(most));
            }
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> String {
        let Subject::Board(board) = label.subject else {
            return Self::CARD.statement.to_owned();
        };
        let board = &names.instance.boards[board];
        let (bound, number) = match label.kind {
            "least" => ("least", board.min_students),
            _ => ("most", board.max_students),
        };
        format!("{} trains at {bound} {} students", board.id, number.unwrap_or_default())
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, board) in boards(tally.instance) {
            let students = tally.students_at_board(id);
            if board.min_students.is_some_and(|least| students < least) {
                let least = board.min_students.unwrap_or_default();
                let sentence = format!("{} has {students} students, fewer than {least}", board.id);
                assessment.breach(Self::CARD.id, sentence);
            }
            if board.max_students.is_some_and(|most| students > most) {
                let most = board.max_students.unwrap_or_default();
                let sentence = format!("{} has {students} students, more than {most}", board.id);
                assessment.breach(Self::CARD.id, sentence);
            }
        }
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
        rule.plan("c", "s>h*1 s>k*3").breaks(0, &["b has 1 students, fewer than 2"]);
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
