//! Tables as plain values: columns with a meaning, and typed cells. Wording, layout and colour are up to the
//! writers.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::count::{Count, Share};
use crate::base::Decimal;
use crate::composing::Conclusion;
use crate::instance::{Day, Goal, MeetingPlace, Programme, Standing, Strength};
use crate::plan::ClusterKind;

/// The subject of a table.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// Proven quality per goal level.
    Goals,
    /// Placements; for a board, those of its own students.
    Placements,
    /// Used clusters.
    Clusters,
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
            Self::Pairs | Self::OfBoard(..) | Self::OfCluster(..) => audience.sees_students(),
            Self::Goals
            | Self::Clusters
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
            Self::Boards => "boards".to_owned(),
            Self::Schools => "schools".to_owned(),
            Self::Placements => "placements".to_owned(),
            Self::LeftOut => "left_out".to_owned(),
            Self::Indicators => "indicators".to_owned(),
            Self::Rules => "rules".to_owned(),
            Self::Pairs => "pairs".to_owned(),
            Self::OfBoard(id, _) => format!("board-{id}"),
            Self::OfCluster(id, _) => format!("cluster-{id}"),
        }
    }
}

/// The meaning of a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// Student id.
    Student,
    /// Number of identical students.
    Students,
    /// Programme.
    Programme,
    /// Study year.
    Year,
    /// Home of the student: postcode or coordinates.
    Home,
    /// Days on which the student is free.
    FreeDays,
    /// Days per week needed for the class.
    ClassDays,
    /// Name of the school.
    School,
    /// Id of the school.
    SchoolId,
    /// Town.
    Town,
    /// Name of the board.
    Board,
    /// Id of the board.
    BoardId,
    /// Name of the cluster.
    Cluster,
    /// Id of the cluster.
    ClusterId,
    /// Meeting day of the learning community.
    MeetingDay,
    /// Whether the student is a member of the learning community.
    Member,
    /// Whether a member is free on the meeting day; for a cluster, how many members are.
    FreeOnMeetingDay,
    /// One-way journey; for a cluster, the mean.
    Journey,
    /// Denominations wished for.
    DenominationWish,
    /// Strength of the wish for a denomination.
    WishStrength,
    /// Whether the wish for a denomination is met.
    DenominationMet,
    /// Concepts wished for.
    ConceptWish,
    /// Whether a wish for a concept is met.
    ConceptMet,
    /// Rank of the wish that is met, from 1.
    WishRank,
    /// Whether the student has a fixed placement here.
    Fixed,
    /// Rules overridden by a fixed placement.
    Overridden,
    /// Why a student is fixed or may be placed in some places only, or why a pair is asked for.
    Because,
    /// Id of the other student of a pair.
    OtherStudent,
    /// Where the students of a pair are together.
    MeetingPlace,
    /// Whether the students of a pair are together or apart, as is asked.
    PairMet,
    /// Points of all rules together.
    Points,
    /// Points of one rule.
    RulePoints(&'static str),
    /// Reason why a student is left out.
    Reason,
    /// Number of schools considered for a student who is left out.
    SchoolCount,
    /// Number of these schools that one rule refuses.
    RefusedBy(&'static str),
    /// Number of these schools that are full.
    Full,
    /// Number of these schools in a cluster that is full.
    ClusterFull,
    /// Number of these schools that are not in use.
    NotUsed,
    /// Number of these schools with room, where a placement would break a rule or cost more.
    Room,
    /// Whether a cluster is existing or new.
    Kind,
    /// Names of schools.
    Schools,
    /// Number of members.
    Members,
    /// Smallest number of members.
    Least,
    /// Target number of members.
    Target,
    /// Largest number of members.
    Most,
    /// Members minus target.
    OffTarget,
    /// Students in a cluster who are not members.
    Others,
    /// Number of places.
    Places,
    /// Students as a share of places.
    Fill,
    /// Standing of a board.
    Standing,
    /// Number of used clusters.
    ClustersUsed,
    /// Largest number of clusters.
    ClustersMost,
    /// Cost in euros.
    Cost,
    /// Grant in euros.
    Grant,
    /// Cost less grant, in euros.
    Net,
    /// Denominations of a school.
    Denomination,
    /// Concepts of a school.
    Concepts,
    /// Goal of a level.
    Goal,
    /// Value of the goal in this plan.
    Value,
    /// Proven lower bound of the goal.
    Bound,
    /// Gap between value and bound.
    Gap,
    /// Name of a key figure.
    Figure,
    /// Subject of the figure: a programme, a denomination, a board.
    About,
    /// Number of the figure.
    Number,
    /// Whole of which the number is a part.
    Of,
    /// Number divided by the whole.
    Share,
    /// Id of a rule.
    Rule,
    /// Title of a rule.
    Title,
    /// Whether the rule is in force.
    InForce,
    /// Settings of the rule.
    Settings,
    /// Statement of the rule.
    Statement,
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
        let cells = |mut row: BTreeMap<Field, Cell>| {
            columns.iter().map(|field| row.remove(field).unwrap_or(Cell::Empty)).collect()
        };
        Self { topic, rows: rows.into_iter().map(cells).collect(), columns }
    }
}
