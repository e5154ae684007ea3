//! Who is called what: ids in order, ids that stand twice, and what a reference names.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use super::problems::{Explanation, Problems, Spot};
use crate::input::errors::{Code, InputWarning, nearest};
use crate::instance::document::InstanceDocument;
use crate::message;

/// The kinds of things that have ids, in the order in which they stand in a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// A school board.
    Board,
    /// A network of boards, which is named by its boards only.
    Network,
    /// A school.
    School,
    /// An existing cluster.
    Cluster,
    /// A student entry.
    Student,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Board, Self::Network, Self::School, Self::Cluster, Self::Student];

    /// What wishes and exclusions may name.
    pub const PLACES: &'static [Self] = &[Self::School, Self::Cluster, Self::Board];

    const fn list(self) -> &'static str {
        match self {
            Self::Board | Self::Network => "boards",
            Self::School => "schools",
            Self::Cluster => "clusters",
            Self::Student => "students",
        }
    }
}

impl Display for Kind {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Board => "board",
            Self::Network => "network",
            Self::School => "school",
            Self::Cluster => "cluster",
            Self::Student => "student",
        })
    }
}

/// The things of one kind: ids in byte order, each with its row in the document.
#[derive(Default)]
pub struct Roll<'a>(Vec<(&'a str, usize)>);

impl<'a> Roll<'a> {
    /// The ids of one kind among sorted ids. Rows whose id is not their own are kept, so that
    /// their other problems are found too.
    fn of(kind: Kind, sorted: &[(&'a str, Kind, usize)]) -> Self {
        let of_kind = sorted.iter().filter(|entry| entry.1 == kind);
        Self(of_kind.map(|&(id, _, row)| (id, row)).collect())
    }

    /// The rows in the document, in the order of ids.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(_, row)| *row)
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(id, _)| *id)
    }

    /// The position of an id in their order.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.0.binary_search_by_key(&id, |(id, _)| id).ok()
    }
}

/// How many references are compared with every id there is; a file with more of them has
/// another problem than typing errors.
const MOST_SEARCHES: usize = 200;

/// So many things of one name are told.
const MOST_NAMESAKES: usize = 5;

/// All ids of a document.
pub struct Names<'a> {
    rolls: [Roll<'a>; 5],
    document: &'a InstanceDocument,
    called: OnceCell<Called<'a>>,
    searches_left: Cell<usize>,
}

/// What is called how: the kinds and ids of what has a name, by the name in small letters.
type Called<'a> = BTreeMap<String, Vec<(Kind, &'a str)>>;

impl<'a> Names<'a> {
    /// The ids of a document; complains of ids that are malformed or stand twice.
    pub fn of(document: &'a InstanceDocument, problems: &mut Problems) -> Self {
        let mut ids = ids(document);
        for &(id, kind, row) in &ids {
            at_id(kind, row, |spot| check_form(id, spot, problems));
        }
        ids.sort_unstable();
        check_unique(&ids, problems);
        let rolls = Kind::ALL.map(|kind| Roll::of(kind, &ids));
        let searches_left = Cell::new(MOST_SEARCHES);
        Self { rolls, document, called: OnceCell::new(), searches_left }
    }

    /// The things of one kind.
    pub fn roll(&self, kind: Kind) -> &Roll<'a> {
        &self.rolls[kind as usize]
    }

    /// What a reference names, among some kinds: the kind and the position among its like.
    pub fn find(&self, kinds: &[Kind], id: &str) -> Option<(Kind, usize)> {
        kinds.iter().find_map(|&kind| Some((kind, self.roll(kind).position(id)?)))
    }

    /// What a reference names; complains where that is nothing of these kinds.
    pub fn refer(
        &self,
        kinds: &[Kind],
        id: &str,
        spot: Spot,
        problems: &mut Problems,
    ) -> Option<(Kind, usize)> {
        let named = self.find(kinds, id);
        if named.is_none() && !problems.dropped.may_be(id) {
            let place = problems.written(spot);
            problems.explain(Code::UnknownReference, place, self.unknown(kinds, id));
        }
        named
    }

    /// Why a reference names nothing.
    pub fn unknown(&self, kinds: &[Kind], id: &str) -> Explanation {
        let listed: Vec<String> = kinds.iter().map(|kind| format!("a {kind}")).collect();
        let wanted = listed.join(" or ");
        if let Some(advice) = self.meant_by_name(kinds, id) {
            let allowed = format!("the id of {wanted}");
            return Explanation { found: no_id(id), allowed, advice };
        }
        let (found, advice) = match (self.find(&Kind::ALL, id), self.nearest(kinds, id)) {
            (Some((kind, _)), _) => {
                (format!("`{id}`, which is the id of a {kind}"), format!("name {wanted} instead"))
            }
            (None, Some(meant)) => (no_id(id), format!("did you mean `{meant}`?")),
            (None, None) => (no_id(id), format!("name {wanted} of this document, or add it")),
        };
        Explanation { found, allowed: format!("the id of {wanted}"), advice }
    }

    /// What to write where a reference is no id but the name of something of these kinds.
    fn meant_by_name(&self, kinds: &[Kind], name: &str) -> Option<String> {
        if self.find(&Kind::ALL, name).is_some() {
            return None;
        }
        let called = self.called.get_or_init(|| called(self.document));
        let all = called.get(&name.to_lowercase()).into_iter().flatten();
        let fitting: Vec<(Kind, &str)> =
            all.filter(|(kind, _)| kinds.contains(kind)).copied().collect();
        match fitting.as_slice() {
            [] => None,
            [(kind, id)] => {
                Some(format!("that is the name of {kind} `{id}`: write `{id}` if that is meant"))
            }
            several => {
                let ids = several.iter().take(MOST_NAMESAKES);
                let ids: Vec<String> = ids.map(|(kind, id)| format!("{kind} `{id}`")).collect();
                Some(format!("several are called so: write the id of one, as {}", ids.join(", ")))
            }
        }
    }

    fn nearest(&self, kinds: &[Kind], id: &str) -> Option<&'a str> {
        let left = self.searches_left.get().checked_sub(1)?;
        self.searches_left.set(left);
        nearest(id, kinds.iter().flat_map(|&kind| self.roll(kind).ids()))
    }
}

/// The names of a document.
fn called(document: &InstanceDocument) -> Called<'_> {
    let boards = document.boards.iter();
    let boards = boards.map(|board| (board.name.as_deref(), Kind::Board, board.id.as_str()));
    let schools = document.schools.iter();
    let schools = schools.map(|school| (school.name.as_deref(), Kind::School, school.id.as_str()));
    let clusters = document.clusters.iter().flatten();
    let clusters =
        clusters.map(|cluster| (cluster.name.as_deref(), Kind::Cluster, cluster.id.as_str()));
    let mut called = Called::new();
    for (name, kind, id) in boards.chain(schools).chain(clusters) {
        if let Some(name) = name {
            called.entry(name.to_lowercase()).or_default().push((kind, id));
        }
    }
    called
}

fn no_id(id: &str) -> String {
    format!("`{id}`, which is no id in this document")
}

/// All ids with their kinds and rows, each network once, where it is first named.
fn ids(document: &InstanceDocument) -> Vec<(&str, Kind, usize)> {
    let mut ids = Vec::new();
    let mut networks = BTreeSet::new();
    for (row, board) in document.boards.iter().enumerate() {
        ids.push((board.id.as_str(), Kind::Board, row));
        let network = board.network.as_deref().filter(|network| networks.insert(*network));
        ids.extend(network.map(|network| (network, Kind::Network, row)));
    }
    let schools = document.schools.iter().enumerate();
    ids.extend(schools.map(|(row, school)| (school.id.as_str(), Kind::School, row)));
    let clusters = document.clusters.iter().flatten().enumerate();
    ids.extend(clusters.map(|(row, cluster)| (cluster.id.as_str(), Kind::Cluster, row)));
    let students = document.students.iter().enumerate();
    ids.extend(students.map(|(row, student)| (student.id.as_str(), Kind::Student, row)));
    ids
}

/// Does something with the place where a thing has its id.
fn at_id<T>(kind: Kind, row: usize, then: impl FnOnce(Spot) -> T) -> T {
    let key = if kind == Kind::Network { "network" } else { "id" };
    then(Spot::Document.key(kind.list()).index(row).key(key))
}

fn check_form(id: &str, spot: Spot, problems: &mut Problems) {
    let (found, advice) = if id.is_empty() {
        ("an empty id".to_owned(), "give it an id of at least one letter or digit")
    } else if id.trim() != id {
        (format!("{id:?}, with white space around it"), "remove the white space")
    } else if id.chars().any(char::is_control) {
        (format!("{id:?}, with a control character"), "remove the control character")
    } else {
        return;
    };
    let allowed = "an id that is not empty, without control characters or white space around it";
    problems.add(Code::OutOfRange, spot, found, allowed, advice);
}

/// Complains of ids, in order, that stand more than once.
fn check_unique(sorted: &[(&str, Kind, usize)], problems: &mut Problems) {
    for same in sorted.chunk_by(|one, other| one.0 == other.0) {
        let Some((&(id, first_kind, first_row), others)) = same.split_first() else { continue };
        let first = at_id(first_kind, first_row, |spot| problems.written(spot));
        for &(_, kind, row) in others {
            at_id(kind, row, |spot| {
                problems.add(
                    Code::DuplicateId,
                    spot,
                    format!("{kind} `{id}`, whose id the {first_kind} at {first} has already"),
                    "an id of its own for every board, network, school, cluster and student",
                    "rename one of the two, or remove it where it is the same thing twice",
                );
            });
        }
    }
}

/// Warns of ids that differ from another only in capitals.
pub fn warn_of_like_ids(document: &InstanceDocument) -> Vec<InputWarning> {
    let mut folded: Vec<(String, &str, Kind, usize)> = ids(document)
        .into_iter()
        .map(|(id, kind, row)| (id.to_lowercase(), id, kind, row))
        .collect();
    folded.sort_unstable();
    folded
        .windows(2)
        .filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1)
        .map(|pair| {
            let ((_, first, ..), (_, id, kind, row)) = (&pair[0], &pair[1]);
            InputWarning {
                location: at_id(*kind, *row, |spot| spot.place().to_string()),
                message: message!("instance-ids-alike", id = *id, other = *first).into(),
            }
        })
        .collect()
}
