//! Who may form one more cluster, and the problem in which it may.

use std::collections::BTreeSet;

use crate::input::errors::{Code, InputErrors};
use crate::instance::Owner;
use crate::problem::Problem;
use crate::solve::decomposition::fits;

/// The boards and networks that take part, in the order of their ids, boards first.
pub fn owners(problem: &Problem) -> Vec<Owner> {
    let instance = &problem.instance;
    let taking_part = instance.boards.iter().filter(|(_, board)| board.takes_part());
    let owners: BTreeSet<Owner> = taking_part.map(|(id, _)| instance.owner(id)).collect();
    owners.into_iter().collect()
}

/// Who forms the clusters of the board or network with an id; `None` where none that takes part has it.
pub fn owner_named(problem: &Problem, id: &str) -> Option<Owner> {
    let instance = &problem.instance;
    let board = instance.boards.iter().find(|(_, board)| board.id == id);
    let of_board = board.map(|(board, _)| instance.owner(board));
    let all = owners(problem);
    let network = || all.iter().copied().find(|&owner| instance.owner_id(owner) == id);
    of_board.filter(|owner| all.contains(owner)).or_else(network)
}

/// The same problem where an owner may have one cluster more. The instance is no longer what its hash
/// would say.
///
/// # Panics
/// Never: an owner that takes part has a board that does.
pub fn with_one_more_cluster(problem: &Problem, owner: Owner) -> Problem {
    let mut raised = problem.clone();
    let boards = &mut raised.instance.boards;
    let board = match owner {
        Owner::Board(board) => Some(board),
        Owner::Network(network) => {
            let of_network = raised.instance.networks[network].boards.iter().copied();
            of_network.into_iter().find(|&board| boards[board].takes_part())
        }
    };
    boards[board.expect("one takes part")].max_clusters += 1;
    raised
}

/// That answers can be compared by the sum of all points.
///
/// # Errors
/// Where other goals come first.
pub fn goal_is_total(problem: &Problem) -> Result<(), InputErrors> {
    let mut errors = InputErrors::default();
    if !fits(problem) {
        let goals = problem.instance.goals.iter().map(ToString::to_string).collect::<Vec<_>>();
        errors.add(
            Code::Contradiction,
            "goals",
            goals.join(", "),
            "`total` alone, since answers are compared by the sum of all points",
            "leave `goals` out, and let prices say what comes first: `plaatswijzer rules`",
        );
    }
    errors.into_result(())
}
