//! Students per board against places, as disclosed.

use super::audience::{Audience, SMALLEST_GROUP};
use super::bound::Bound;
use super::count::{Count, PartFact};
use super::suppression;
use crate::instance::{BoardId, Standing};
use crate::plan::Tally;
use crate::plan::{Indicators, Proportion};

/// What else is disclosed about the students of boards.
pub struct BoardDisclosure<'a> {
    /// Counts of the plan.
    pub tally: &'a Tally<'a>,
    /// Reader of the report.
    pub audience: Audience,
    /// Members of each used cluster, as disclosed.
    pub cluster_members: &'a [Count],
}

/// A board that takes students.
struct Board<'a> {
    id: &'a str,
    at: BoardId,
    fill: &'a Proportion,
}

impl BoardDisclosure<'_> {
    /// Discloses the students per board. Those of the boards in the shell add up to all in the shell, the
    /// others to all in clusters: `known` is what is disclosed of both sums, clusters first.
    pub fn disclosed(&self, indicators: &Indicators, known: [Bound; 2]) -> Vec<(String, PartFact)> {
        let of_id = |id: &String| {
            let mut boards = self.tally.instance.boards.iter();
            boards.find_map(|(board, one)| (one.id == *id).then_some(board))
        };
        let boards: Vec<Board> = indicators
            .boards
            .iter()
            .filter_map(|(id, fill)| Some(Board { id, at: of_id(id)?, fill }))
            .collect();
        let (shell, core): (Vec<_>, Vec<_>) =
            boards.into_iter().partition(|one| self.is_shell(one));
        let [core_known, shell_known] = known;
        let mut facts = self.group(&core, core_known);
        facts.extend(self.group(&shell, shell_known));
        facts.sort_by(|(one, _), (other, _)| one.cmp(other));
        facts
    }

    fn is_shell(&self, board: &Board) -> bool {
        self.tally.instance.boards[board.at].standing == Standing::Shell
    }

    fn group(&self, boards: &[Board], sum: Bound) -> Vec<(String, PartFact)> {
        let numbers: Vec<i64> = boards.iter().map(|board| board.fill.number).collect();
        let bounds = boards.iter().enumerate();
        let bounds: Vec<Bound> =
            bounds.filter_map(|(column, board)| Some(self.bound(board)?.at(0, column))).collect();
        // All know the places.
        let limits = boards.iter().enumerate().map(|(column, board)| {
            Bound { least: 0, most: board.fill.of, ..Bound::exact(0) }.at(0, column)
        });
        let limits: Vec<Bound> = limits.collect();
        let counts = suppression::line(self.audience, &numbers, &bounds, &limits, sum);
        let fact = |(board, count): (&Board, Count)| {
            (board.id.to_owned(), PartFact::new(count, Count::Exact(board.fill.of)))
        };
        boards.iter().zip(counts).map(fact).collect()
    }

    /// The range within which a board's number may be known, if it must be hidden; `None` if it may be
    /// disclosed. It would reveal a small group in three cases: a board with fewer places than
    /// [`SMALLEST_GROUP`]; a board with a few students in clusters who are not members, by subtracting the
    /// members of its clusters; and a board with a cluster whose members are hidden.
    fn bound(&self, board: &Board) -> Option<Bound> {
        let within = |most: i64| Bound { most, ..Bound::exact(0) };
        if board.fill.of < SMALLEST_GROUP {
            return Some(within(board.fill.of));
        }
        let others = self.tally.placings().filter(|(_, placing, _)| {
            placing.school().board == board.at
                && placing.meeting().is_none()
                && self.tally.cluster_at(placing.school_id).is_some()
        });
        let others: i64 = others.map(|(_, _, count)| count).sum();
        let members = self.members(board.at);
        if (1..SMALLEST_GROUP).contains(&others) {
            let bound = members.and(Bound::of(Count::Few));
            return Some(Bound { most: bound.most.min(board.fill.of), ..bound });
        }
        let hides = self.has_hidden(board.at) && board.fill.number > 0;
        hides.then_some(Bound { most: board.fill.of, ..members })
    }

    /// Whether the members of a cluster with schools of a board are hidden: the board's students would reveal
    /// more about them.
    fn has_hidden(&self, board: BoardId) -> bool {
        let boards = |school| self.tally.instance.schools[school].board;
        let clusters = self.tally.assignment.clusters.iter().zip(self.cluster_members);
        let hidden = clusters.filter(|(_, members)| members.exact().is_none());
        hidden
            .into_iter()
            .any(|(cluster, _)| cluster.schools.iter().any(|&one| boards(one) == board))
    }

    /// The range of the members in clusters that consist of schools of a board, as disclosed.
    fn members(&self, board: BoardId) -> Bound {
        let instance = self.tally.instance;
        let clusters = self.tally.assignment.clusters.iter().zip(self.cluster_members);
        let mut known = Bound::exact(0);
        for (cluster, &members) in clusters {
            let own =
                cluster.schools.iter().filter(|&&school| instance.schools[school].board == board);
            known = match own.count() {
                0 => known,
                own if own == cluster.schools.len() => known.and(Bound::of(members)),
                _ => known.and(Bound { least: 0, ..Bound::of(members) }),
            };
        }
        known
    }
}
