//! The ids of a document: checks that they are unique, and resolves references to them.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use super::problems::{Explanation, Location, Problems};
use crate::input::errors::{Code, InputWarning, nearest};
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::texts::{Argument, Message};

/// The kinds of things that have ids, in the order of a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum IdKind {
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

impl IdKind {
    const ALL: [Self; 5] = [Self::Board, Self::Network, Self::School, Self::Cluster, Self::Student];

    /// The kinds that wishes and exclusions may name.
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

impl IdKind {
    /// The kind in a word: `school`.
    pub fn message(self) -> Message {
        match self {
            Self::Board => message!("instance-board"),
            Self::Network => message!("instance-network"),
            Self::School => message!("instance-school"),
            Self::Cluster => message!("instance-cluster"),
            Self::Student => message!("instance-student"),
        }
    }

    /// Any thing of this kind: `a school`.
    fn any(self) -> Message {
        match self {
            Self::Board => message!("instance-a-board"),
            Self::Network => message!("instance-a-network"),
            Self::School => message!("instance-a-school"),
            Self::Cluster => message!("instance-a-cluster"),
            Self::Student => message!("instance-a-student"),
        }
    }
}

/// The things of one kind: ids in byte order, each with its row in the document.
#[derive(Default)]
pub struct Roll<'a>(Vec<(&'a str, usize)>);

impl<'a> Roll<'a> {
    /// The ids of one kind among sorted ids. Rows with a duplicate id are kept, so that their other problems
    /// are found too.
    fn of(kind: IdKind, sorted: &[(&'a str, IdKind, usize)]) -> Self {
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

/// The number of unknown references that are compared with every id. A file with more of them has another
/// problem than typing errors.
const MOST_SEARCHES: usize = 200;

/// The number of things with one name that an error lists.
const MOST_NAMESAKES: usize = 5;

/// All ids of a document.
pub struct IdRegister<'a> {
    rolls: [Roll<'a>; 5],
    document: &'a InstanceDocument,
    called: OnceCell<Called<'a>>,
    searches_left: Cell<usize>,
}

/// The kinds and ids of everything with a name, by the name in lower case.
type Called<'a> = BTreeMap<String, Vec<(IdKind, &'a str)>>;

impl<'a> IdRegister<'a> {
    /// The ids of a document. Adds problems for malformed and duplicate ids.
    pub fn of(document: &'a InstanceDocument, problems: &mut Problems) -> Self {
        let mut ids = ids(document);
        for &(id, kind, row) in &ids {
            at_id(kind, row, |spot| check_form(id, spot, problems));
        }
        ids.sort_unstable();
        check_unique(&ids, problems);
        let rolls = IdKind::ALL.map(|kind| Roll::of(kind, &ids));
        let searches_left = Cell::new(MOST_SEARCHES);
        Self { rolls, document, called: OnceCell::new(), searches_left }
    }

    /// The things of one kind.
    pub fn roll(&self, kind: IdKind) -> &Roll<'a> {
        &self.rolls[kind as usize]
    }

    /// The thing of some kinds that a reference names: its kind and its position within that kind.
    pub fn find(&self, kinds: &[IdKind], id: &str) -> Option<(IdKind, usize)> {
        kinds.iter().find_map(|&kind| Some((kind, self.roll(kind).position(id)?)))
    }

    /// Whether anything has an id.
    pub fn is_known(&self, id: &str) -> bool {
        self.find(&IdKind::ALL, id).is_some()
    }

    /// As [`find`](Self::find), but adds a problem if there is no such thing.
    pub fn refer(
        &self,
        kinds: &[IdKind],
        id: &str,
        spot: Location,
        problems: &mut Problems,
    ) -> Option<(IdKind, usize)> {
        let named = self.find(kinds, id);
        if named.is_none() && !problems.dropped.may_be(id) {
            let place = problems.written(spot);
            problems.explain(Code::UnknownReference, place, self.unknown(kinds, id));
        }
        named
    }

    /// The problem of a reference that names nothing of some kinds.
    pub fn unknown(&self, kinds: &[IdKind], id: &str) -> Explanation {
        let any = kinds.iter().map(|kind| kind.any());
        let wanted = any.reduce(|one, other| message!("input-or", one = one, other = other));
        let wanted = wanted.map_or_else(|| "".into(), Argument::Message);
        let allowed = message!("instance-the-id-of", kinds = wanted.clone()).into();
        let (found, help) = if let Some(help) = self.meant_by_name(kinds, id) {
            (no_id(id), help)
        } else {
            match (self.find(&IdKind::ALL, id), self.nearest(kinds, id)) {
                (Some((kind, _)), _) => (
                    message!("instance-id-of-other", id = id, kind = kind.any()),
                    message!("instance-name-instead", kinds = wanted),
                ),
                (None, Some(meant)) => (no_id(id), message!("input-did-you-mean", word = meant)),
                (None, None) => (no_id(id), message!("instance-name-or-add", kinds = wanted)),
            }
        };
        Explanation { found: found.into(), allowed, help: help.into() }
    }

    /// The help if a reference is no id but the name of something of these kinds.
    fn meant_by_name(&self, kinds: &[IdKind], name: &str) -> Option<Message> {
        if self.find(&IdKind::ALL, name).is_some() {
            return None;
        }
        let called = self.called.get_or_init(|| called(self.document));
        let all = called.get(&name.to_lowercase()).into_iter().flatten();
        let fitting: Vec<(IdKind, &str)> =
            all.filter(|(kind, _)| kinds.contains(kind)).copied().collect();
        match fitting.as_slice() {
            [] => None,
            [(kind, id)] => Some(message!("instance-name-of", kind = kind.message(), id = *id)),
            several => {
                let ids = several.iter().take(MOST_NAMESAKES);
                let ids = ids.map(|(kind, id)| {
                    message!("instance-with-id", kind = kind.message(), id = *id)
                });
                Some(message!("instance-names-of-several", ids = ids.collect::<Vec<_>>()))
            }
        }
    }

    /// The id of some kinds that is nearest to a text, as far as searches are left.
    pub fn nearest(&self, kinds: &[IdKind], id: &str) -> Option<&'a str> {
        let left = self.searches_left.get().checked_sub(1)?;
        self.searches_left.set(left);
        nearest(id, kinds.iter().flat_map(|&kind| self.roll(kind).ids()))
    }
}

/// Collects the names in a document.
fn called(document: &InstanceDocument) -> Called<'_> {
    let boards = document.boards.iter();
    let boards = boards.map(|board| (board.name.as_deref(), IdKind::Board, board.id.as_str()));
    let schools = document.schools.iter();
    let schools =
        schools.map(|school| (school.name.as_deref(), IdKind::School, school.id.as_str()));
    let clusters = document.clusters.iter().flatten();
    let clusters =
        clusters.map(|cluster| (cluster.name.as_deref(), IdKind::Cluster, cluster.id.as_str()));
    let mut called = Called::new();
    for (name, kind, id) in boards.chain(schools).chain(clusters) {
        if let Some(name) = name {
            called.entry(name.to_lowercase()).or_default().push((kind, id));
        }
    }
    called
}

fn no_id(id: &str) -> Message {
    message!("instance-no-id", id = id)
}

/// All ids with their kinds and rows. A network has the row of the first board that names it.
fn ids(document: &InstanceDocument) -> Vec<(&str, IdKind, usize)> {
    let mut ids = Vec::new();
    let mut networks = BTreeSet::new();
    for (row, board) in document.boards.iter().enumerate() {
        ids.push((board.id.as_str(), IdKind::Board, row));
        let network = board.network.as_deref().filter(|network| networks.insert(*network));
        ids.extend(network.map(|network| (network, IdKind::Network, row)));
    }
    let schools = document.schools.iter().enumerate();
    ids.extend(schools.map(|(row, school)| (school.id.as_str(), IdKind::School, row)));
    let clusters = document.clusters.iter().flatten().enumerate();
    ids.extend(clusters.map(|(row, cluster)| (cluster.id.as_str(), IdKind::Cluster, row)));
    let students = document.students.iter().enumerate();
    ids.extend(students.map(|(row, student)| (student.id.as_str(), IdKind::Student, row)));
    ids
}

/// Calls `then` with the location of the id of a thing.
fn at_id<T>(kind: IdKind, row: usize, then: impl FnOnce(Location) -> T) -> T {
    let key = if kind == IdKind::Network { "network" } else { "id" };
    then(Location::Document.key(kind.list()).index(row).key(key))
}

fn check_form(id: &str, spot: Location, problems: &mut Problems) {
    let quoted = format!("{id:?}");
    let (found, help) = if id.is_empty() {
        (message!("instance-empty-id"), message!("instance-give-id"))
    } else if id.trim() != id {
        (message!("instance-id-with-spaces", id = quoted), message!("instance-remove-spaces"))
    } else if id.chars().any(char::is_control) {
        (message!("instance-id-with-control", id = quoted), message!("instance-remove-control"))
    } else {
        return;
    };
    problems.add(Code::OutOfRange, spot, found, message!("instance-id-allowed"), help);
}

/// Adds a problem for every further use of an id among sorted ids.
fn check_unique(sorted: &[(&str, IdKind, usize)], problems: &mut Problems) {
    for same in sorted.chunk_by(|one, other| one.0 == other.0) {
        let Some((&(id, first_kind, first_row), others)) = same.split_first() else { continue };
        let first = at_id(first_kind, first_row, |spot| problems.written(spot));
        for &(_, kind, row) in others {
            at_id(kind, row, |spot| {
                problems.add(
                    Code::DuplicateId,
                    spot,
                    message!(
                        "instance-id-used",
                        kind = kind.message(),
                        id = id,
                        other = first_kind.any(),
                        location = &first,
                    ),
                    message!("instance-id-own"),
                    message!("instance-id-rename"),
                );
            });
        }
    }
}

/// Warnings about ids that differ from another one only in capitals.
pub fn warn_of_like_ids(document: &InstanceDocument) -> Vec<InputWarning> {
    let mut folded: Vec<(String, &str, IdKind, usize)> = ids(document)
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
                location: at_id(*kind, *row, |spot| spot.path().to_string()),
                message: message!("instance-ids-alike", id = *id, other = *first).into(),
            }
        })
        .collect()
}
