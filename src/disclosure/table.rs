//! Tables as plain values: columns with a meaning, and typed cells. Wording, layout and colour are up to the
//! writers.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::count::{Count, Share};
use super::field::Field;
use crate::base::Decimal;
use crate::composing::Conclusion;
use crate::instance::{Day, Goal, MeetingPlace, Programme, Standing, Strength};
use crate::plan::ClusterKind;
use crate::problem::WhyUnused;
use crate::questions::why::StudentAnswer;

/// The subject of a table.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// Proven quality per goal level.
    Goals,
    /// Placements; for a board, those of its own students.
    Placements,
    /// Used clusters.
    Clusters,
    /// Existing clusters that are not used.
    UnusedClusters,
    /// Boards.
    Boards,
    /// Schools.
    Schools,
    /// Students left out, with reasons.
    LeftOut,
    /// Key figures.
    Indicators,
    /// Rules, in force and off.
    Rules,
    /// Pairs of students who are to be together or apart.
    Pairs,
    /// Placements at one board: its id and name.
    OfBoard(String, String),
    /// Placements in one cluster: its id and name.
    OfCluster(String, String),
    /// What differs from the earlier plan with which this one is compared.
    Changes,
    /// Students who are no longer at a school where the earlier plan had them.
    Leavers,
    /// A letter to each student.
    Letters,
}

impl Topic {
    /// The topics that every plan has, in reading order.
    pub const ALWAYS: [Self; 8] = [
        Self::Goals,
        Self::Clusters,
        Self::Boards,
        Self::Schools,
        Self::Placements,
        Self::LeftOut,
        Self::Indicators,
        Self::Rules,
    ];

    /// Whether an audience may see the table.
    pub fn is_for(&self, audience: Audience) -> bool {
        match self {
            Self::Placements => audience.sees_students() || audience.board().is_some(),
            Self::OfBoard(..)
            | Self::OfCluster(..)
            | Self::Changes
            | Self::Leavers
            | Self::Letters
            | Self::Pairs => audience.sees_students(),
            Self::Goals
            | Self::Clusters
            | Self::UnusedClusters
            | Self::Boards
            | Self::Schools
            | Self::LeftOut
            | Self::Indicators
            | Self::Rules => true,
        }
    }

    /// Stable key for file names and options.
    pub fn key(&self) -> String {
        match self {
            Self::Goals => "goals".to_owned(),
            Self::Clusters => "clusters".to_owned(),
            Self::UnusedClusters => "unused_clusters".to_owned(),
            Self::Boards => "boards".to_owned(),
            Self::Schools => "schools".to_owned(),
            Self::Placements => "placements".to_owned(),
            Self::LeftOut => "left_out".to_owned(),
            Self::Indicators => "indicators".to_owned(),
            Self::Rules => "rules".to_owned(),
            Self::Pairs => "pairs".to_owned(),
            Self::OfBoard(id, _) => format!("board-{id}"),
            Self::OfCluster(id, _) => format!("cluster-{id}"),
            Self::Changes => "changes".to_owned(),
            Self::Leavers => "leavers".to_owned(),
            Self::Letters => "letters".to_owned(),
        }
    }
}

/// A key figure of a plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Figure {
    /// Students in clusters: the share Samen Opleiden.
    InClusters,
    /// Students in the shell.
    InShell,
    /// Students left out.
    LeftOut,
    /// The mean journey.
    JourneyMean,
    /// The median journey.
    JourneyMedian,
    /// 90th percentile of the journeys.
    Journey90,
    /// The longest journey.
    JourneyLongest,
    /// Journeys within the comfortable distance.
    JourneyComfortable,
    /// Journeys within one postcode, counted as 0 m.
    JourneyWithinPostcode,
    /// Wishes for a denomination that are met.
    DenominationMet,
    /// Wishes for a concept that are met.
    ConceptMet,
    /// Students who got the wish of this rank, from 1.
    WishMet(usize),
    /// Students who got none of their wishes.
    WishUnmet,
    /// Members who are free on their meeting day.
    FreeOnMeetingDay,
    /// Clusters used.
    ClustersUsed,
    /// New clusters.
    ClustersNew,
    /// Existing clusters that are not used.
    ClustersUnused,
    /// Clusters whose size differs from their target.
    ClustersOffTarget,
    /// Members of learning communities.
    Members,
    /// Students as a share of places.
    Fill,
    /// Gini coefficient of how full the schools are.
    FillGini,
    /// Cost in euros.
    Cost,
    /// Grant in euros.
    Grant,
    /// Cost less grant, in euros.
    Net,
}

/// The reason why a student is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Why {
    /// Number of schools under `schools`; the other keys (rules, and states of the remaining schools) add up
    /// to it.
    pub funnel: BTreeMap<String, i64>,
    /// Conclusion from the funnel.
    pub conclusion: Conclusion,
    /// Whether rule `travel` refuses schools since no journey of the student is known.
    pub journeys_unknown: bool,
}

/// Where a student is who is at no school of the instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Elsewhere {
    /// At a school that takes no part any more, with its id if that is known.
    SchoolGone(Option<String>),
    /// At no school.
    LeftOut,
    /// In the later plan only.
    NotYetThere,
    /// In the earlier plan only.
    NoLongerThere,
}

/// Why a student is elsewhere than in the earlier plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// The earlier plan does not have the student.
    New,
    /// The student had no place.
    HadNone,
    /// The earlier school takes no part any more.
    SchoolGone,
    /// The student goes to another school.
    Moved,
    /// The student has no place any more.
    LostPlace,
    /// The entry has fewer students than before.
    Fewer,
    /// The student is in the instance no longer.
    Gone,
}

/// Why a student left the place that the earlier plan gave, from the instance and the plan of today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlaceLeft {
    /// What became of the place.
    pub why: WhyLeft,
    /// By how many points more than there the rules charge for the student's school of today, without the price of the
    /// change; below 0 if they charge less. `None` where one of the two places is in no use.
    pub dearer: Option<i64>,
}

/// What became of a place that a student had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhyLeft {
    /// The rule of this id does not admit the student at the school.
    Refused(&'static str),
    /// The school is in no used cluster that the student may join.
    NotUsed,
    /// The earlier plan had more of today's students there than the school has places.
    FewerPlaces {
        /// How many it had.
        students: i64,
        /// The places of today.
        places: i64,
    },
    /// Others have all its places, of which there are this many.
    Full(i64),
    /// Others have all places for students of this programme or year.
    GroupFull,
    /// The school's cluster has as many members as it may have.
    ClusterFull,
    /// The place is still free.
    Room,
}

/// A typed cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Nothing: no wish, no cluster, unknown.
    Empty,
    /// Text of the instance's author: an id, a name.
    Text(String),
    /// Several such texts.
    Texts(Vec<String>),
    /// A whole number.
    Number(i64),
    /// A number with decimals.
    Decimal(Decimal),
    /// A number of students.
    Count(Count),
    /// A share.
    Share(Share),
    /// A distance in metres.
    Metres(i64),
    /// A journey within one postcode, counted as 0 m.
    WithinPostcode,
    /// A distance in metres, rounded to whole kilometres.
    Kilometres(i64),
    /// Points.
    Points(i64),
    /// Euros.
    Euros(i64),
    /// Yes or no.
    Yes(bool),
    /// A day.
    Day(Day),
    /// Days, possibly none.
    Days(Vec<Day>),
    /// A programme.
    Programme(Programme),
    /// Standing of a board.
    Standing(Standing),
    /// Strength of a wish.
    Strength(Strength),
    /// Where the students of a pair are together.
    MeetingPlace(MeetingPlace),
    /// Whether a cluster is existing or new.
    Kind(ClusterKind),
    /// A goal level.
    Goal(Goal),
    /// A gap, in thousandths of a percent, rounded up.
    Gap(i64),
    /// A figure.
    Figure(Figure),
    /// Rules, by id.
    Rules(Vec<&'static str>),
    /// Statement of a rule, by its id.
    Statement(&'static str),
    /// Title of a rule, by its id.
    Title(&'static str),
    /// The reason why a student is left out.
    Why(Why),
    /// The conclusion shared by several students who are left out.
    Conclusion(Conclusion),
    /// Why an existing cluster is not used.
    Unused(WhyUnused),
    /// What would keep a cluster that is not used for this reason.
    ToKeep(WhyUnused),
    /// A part of a whole: `29 of 33`.
    PartOf(i64, i64),
    /// A place that no longer exists, or none.
    Elsewhere(Elsewhere),
    /// Why a student is elsewhere than before.
    Change(Change),
    /// Why the place of a student in the earlier plan was left.
    PlaceLeft(PlaceLeft),
    /// The student's own case, for a letter; schools by name in place of id.
    Letter(Box<StudentAnswer>),
}

impl Cell {
    /// A text cell; empty for an empty text.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A cell of texts; empty without any.
    pub fn texts(texts: Vec<String>) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::Texts(texts) }
    }

    /// A cell of an optional value; empty for `None`.
    pub fn of<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

/// A table.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// Subject of the table.
    pub topic: Topic,
    /// Columns in order.
    pub columns: Vec<Field>,
    /// Rows, each with a cell per column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of rows that map columns to cells. Columns that are empty in every row are left out; a table
    /// without rows keeps all columns.
    pub fn new(topic: Topic, columns: &[Field], rows: Vec<BTreeMap<Field, Cell>>) -> Self {
        let is_there = |field: &Field| {
            rows.is_empty()
                || rows.iter().any(|row| row.get(field).is_some_and(|cell| *cell != Cell::Empty))
        };
        let columns: Vec<Field> = columns.iter().copied().filter(is_there).collect();
        Self::whole(topic, &columns, rows)
    }

    /// The same with all columns, also those that are empty in every row.
    pub fn whole(topic: Topic, columns: &[Field], rows: Vec<BTreeMap<Field, Cell>>) -> Self {
        let cells = |mut row: BTreeMap<Field, Cell>| {
            columns.iter().map(|field| row.remove(field).unwrap_or(Cell::Empty)).collect()
        };
        Self { topic, rows: rows.into_iter().map(cells).collect(), columns: columns.to_vec() }
    }
}
