//! The boards: clusters, students against places, and money.

use super::super::count::{Count, PartFact};
use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::instance::BoardId;

const COLUMNS: [Field; 11] = [
    Field::Board,
    Field::BoardId,
    Field::Standing,
    Field::ClustersUsed,
    Field::ClustersMost,
    Field::Students,
    Field::Places,
    Field::Fill,
    Field::Cost,
    Field::Grant,
    Field::Net,
];

/// All boards, in the order of their ids.
pub fn boards(source: &Source) -> Table {
    let boards = source.problem.instance.boards.ids();
    Table::new(Topic::Boards, &COLUMNS, boards.map(|board| row(source, board)).collect())
}

fn row(source: &Source, id: BoardId) -> Row {
    let board = &source.problem.instance.boards[id];
    let used = source.composed.clusters.iter();
    let used = used.filter(|cluster| cluster.board.as_deref() == Some(&board.id)).count() as i64;
    let mut row = Row::from([
        (Field::Board, Cell::text(&board.name)),
        (Field::BoardId, Cell::text(&board.id)),
        (Field::Standing, Cell::Standing(board.standing)),
        (Field::ClustersUsed, Cell::Number(used)),
        (
            Field::ClustersMost,
            Cell::of(board.takes_part().then_some(board.max_clusters), Cell::Number),
        ),
    ]);
    if let Some((_, fill)) = source.facts.boards.iter().find(|(name, _)| *name == board.id) {
        let is_own = source.audience.board() == Some(id);
        let own = || PartFact::new(Count::Exact(source.tally.students_at_board(id)), fill.of);
        let fill = if is_own { own() } else { *fill };
        row.insert(Field::Students, Cell::Count(fill.number));
        row.insert(Field::Places, Cell::Count(fill.of));
        row.insert(Field::Fill, Cell::Share(fill.share));
    }
    row.extend(money(source, &board.id).unwrap_or_default());
    row
}

/// The money of a board, for planners: it reveals how many students the board has.
fn money(source: &Source, board: &str) -> Option<Row> {
    let money = source.composed.indicators.as_ref()?.money.as_ref()?;
    let money = money.boards.get(board).filter(|_| source.audience.sees_students())?;
    Some(Row::from([
        (Field::Cost, Cell::Euros(money.cost_eur.0)),
        (Field::Grant, Cell::Euros(money.grant_eur.0)),
        (Field::Net, Cell::Euros(money.net_eur.0)),
    ]))
}
