//! Tables as plain values: what stands in each column, and cells that know their kind. How they are worded,
//! laid out and coloured, whoever writes them decides.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::count::{Count, Share};
use crate::base::Decimal;
use crate::composing::Conclusion;
use crate::instance::{Day, Goal, Programme, Standing, Strength};
use crate::plan::ClusterKind;

/// What a table is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// How good the plan is, per goal level.
    Goals,
    /// Who goes where, or of a board: its own students.
    Placements,
    /// The used clusters.
    Clusters,
    /// The boards.
    Boards,
    /// The schools.
    Schools,
    /// Who is left out, and why.
    LeftOut,
    /// All figures that a partnership steers by.
    Indicators,
    /// The rules, in force and off.
    Rules,
    /// Who comes to one board: its id and name.
    OfBoard(String, String),
    /// Who comes to one cluster: its id and name.
    OfCluster(String, String),
}

impl Topic {
    /// The topics that every plan has, in the order in which they are read.
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

    /// Whether an audience may see anything of it.
    pub fn is_for(&self, audience: Audience) -> bool {
        match self {
            Self::Placements => audience.sees_students() || audience.board().is_some(),
            Self::OfBoard(..) | Self::OfCluster(..) => audience.sees_students(),
            Self::Goals
            | Self::Clusters
            | Self::Boards
            | Self::Schools
            | Self::LeftOut
            | Self::Indicators
            | Self::Rules => true,
        }
    }

    /// What machines call it.
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
            Self::OfBoard(id, _) => format!("board-{id}"),
            Self::OfCluster(id, _) => format!("cluster-{id}"),
        }
    }
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// The student's id.
    Student,
    /// How many like students.
    Students,
    /// The programme.
    Programme,
    /// The study year.
    Year,
    /// Where the student lives: a postcode, or a point.
    Home,
    /// The days on which the student is free.
    FreeDays,
    /// Days a week that the class needs.
    ClassDays,
    /// The school's name.
    School,
    /// The school's id.
    SchoolId,
    /// The town.
    Town,
    /// The board's name.
    Board,
    /// The board's id.
    BoardId,
    /// The cluster's name.
    Cluster,
    /// The cluster's id.
    ClusterId,
    /// The day on which the learning community meets.
    MeetingDay,
    /// Whether the student is a member of the learning community.
    Member,
    /// Whether the member is free on the meeting day; of a cluster, how many are.
    FreeOnMeetingDay,
    /// The journey, one way; of a cluster, the mean.
    Journey,
    /// The denominations wished.
    DenominationWish,
    /// How strong that wish is.
    WishStrength,
    /// Whether it is met.
    DenominationMet,
    /// The concepts wished.
    ConceptWish,
    /// Whether one of them is met.
    ConceptMet,
    /// Which of the ranked wishes is met, from 1.
    WishRank,
    /// Whether the planner has fixed the student here.
    Fixed,
    /// The rules that the planner's word has overridden.
    Overridden,
    /// What all rules charge together.
    Points,
    /// What one rule charges.
    RulePoints(&'static str),
    /// Why a student is left out.
    Reason,
    /// How many schools there are for a student who is left out.
    SchoolCount,
    /// How many of them one rule takes away.
    RefusedBy(&'static str),
    /// How many are full.
    Full,
    /// How many are in a cluster that is full.
    ClusterFull,
    /// How many are not in use.
    NotUsed,
    /// How many have room, where placing the student would break or cost more.
    Room,
    /// Whether a cluster stood before.
    Kind,
    /// The names of schools.
    Schools,
    /// Members of a learning community.
    Members,
    /// The fewest.
    Least,
    /// The number wished for.
    Target,
    /// The most.
    Most,
    /// Members above the target; below it, negative.
    OffTarget,
    /// Students in a cluster who are no members.
    Others,
    /// The most students.
    Places,
    /// Students of places.
    Fill,
    /// What part a board takes.
    Standing,
    /// Used clusters.
    ClustersUsed,
    /// The most clusters.
    ClustersMost,
    /// Cost in euros.
    Cost,
    /// Grant in euros.
    Grant,
    /// Cost less grant, in euros.
    Net,
    /// The denominations of a school.
    Denomination,
    /// Its concepts.
    Concepts,
    /// A goal level.
    Goal,
    /// Its value in this plan.
    Value,
    /// What no plan can go below.
    Bound,
    /// The gap between both.
    Gap,
    /// A figure that a partnership steers by.
    Figure,
    /// What the figure is about: a programme, a denomination, a board.
    About,
    /// The figure's number.
    Number,
    /// The whole that it is a part of.
    Of,
    /// Its share of the whole.
    Share,
    /// A rule's id.
    Rule,
    /// Its name.
    Title,
    /// Whether it is in force.
    InForce,
    /// Its settings.
    Settings,
    /// What it says.
    Statement,
}

/// A figure that a partnership steers by.
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
    /// 90% of the journeys are at most so long.
    Journey90,
    /// The longest journey.
    JourneyLongest,
    /// Journeys within what is comfortable.
    JourneyComfortable,
    /// Wishes for a denomination that are met.
    DenominationMet,
    /// Wishes for a concept that are met.
    ConceptMet,
    /// Students who got so many-th of their wishes, from 1.
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
    /// Clusters whose members are not as many as wished for.
    ClustersOffTarget,
    /// Members of learning communities.
    Members,
    /// Students of places.
    Fill,
    /// How unevenly schools are filled.
    FillGini,
    /// Cost in euros.
    Cost,
    /// Grant in euros.
    Grant,
    /// Cost less grant, in euros.
    Net,
}

/// Why someone is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Why {
    /// `schools` is how many there are; the others, by rule or by what became of them, add up to it.
    pub funnel: BTreeMap<String, i64>,
    /// What follows.
    pub conclusion: Conclusion,
}

/// A cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Nothing to tell: no wish, no cluster, not known.
    Empty,
    /// Words of the author of the instance: an id, a name.
    Text(String),
    /// Several such words.
    Texts(Vec<String>),
    /// A plain number.
    Number(i64),
    /// A number with decimals.
    Decimal(Decimal),
    /// A number of students.
    Count(Count),
    /// A share.
    Share(Share),
    /// A distance in metres.
    Metres(i64),
    /// A distance in metres of which only whole kilometres are told.
    Kilometres(i64),
    /// Points.
    Points(i64),
    /// Euros.
    Euros(i64),
    /// Yes or no.
    Yes(bool),
    /// A day.
    Day(Day),
    /// Some days, or none.
    Days(Vec<Day>),
    /// A programme.
    Programme(Programme),
    /// What part a board takes.
    Standing(Standing),
    /// How strong a wish is.
    Strength(Strength),
    /// Whether a cluster stood before.
    Kind(ClusterKind),
    /// A goal level.
    Goal(Goal),
    /// A gap, in thousandths of a percent, rounded up.
    Gap(i64),
    /// A figure.
    Figure(Figure),
    /// Rules, by id.
    Rules(Vec<&'static str>),
    /// What a rule says, by its id.
    Statement(&'static str),
    /// A rule's name, by its id.
    Title(&'static str),
    /// Why someone is left out.
    Why(Why),
    /// What follows for some who are left out.
    Conclusion(Conclusion),
}

impl Cell {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// Several texts, or nothing.
    pub fn texts(texts: Vec<String>) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::Texts(texts) }
    }

    /// A cell of what may be absent.
    pub fn of<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

/// A table.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// What it is about.
    pub topic: Topic,
    /// What stands in its columns.
    pub columns: Vec<Field>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of rows that name their cells. Columns in which nothing stands anywhere are left out; a table
    /// without rows keeps all.
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
