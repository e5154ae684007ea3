//! The boards and networks that may form clusters, and the problem in which one may form one more.

use crate::input::errors::{Code, InputErrors};
use crate::instance::Owner;
use crate::message;
use crate::problem::Problem;
use crate::solve::decomposition::fits;

/// The owner of the clusters of the board or network with this id; `None` if none that takes part has it.
pub fn owner_named(problem: &Problem, id: &str) -> Option<Owner> {
    let instance = &problem.instance;
    let board = instance.boards.iter().find(|(_, board)| board.id == id);
    let of_board = board.map(|(board, _)| instance.owner(board));
    let all = instance.owners_taking_part();
    let network = || all.iter().copied().find(|&owner| instance.owner_id(owner) == id);
    of_board.filter(|owner| all.contains(owner)).or_else(network)
}

/// The problem in which an owner may have one more cluster. The hash of the instance no longer matches.
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

/// Checks that the total score is the only goal, since answers are compared by it.
///
/// # Errors
/// If there are other goals.
pub fn goal_is_total(problem: &Problem) -> Result<(), InputErrors> {
    let mut errors = InputErrors::default();
    if !fits(problem) {
        let goals = problem.instance.goals.iter().map(ToString::to_string).collect::<Vec<_>>();
        errors.add(
            Code::Contradiction,
            "goals",
            goals.join(", "),
            message!("questions-goals-total"),
            message!("questions-goals-help"),
        );
    }
    errors.into_result(())
}
