//! The parameters of the search.

/// Parameters of the search.
pub(super) struct Tuning {
    /// An ascent gets one part in this many of the time and work that are left.
    pub(super) ascent_parts: u32,
    /// The first restricted problems get one part in this many each.
    pub(super) first_parts: u32,
    /// The parts that those of often used options get: the very first one, which ends early unless it is hard,
    /// and each further one, as one part in this many.
    pub(super) early_share: (u32, u32),
    pub(super) often_used_parts: u32,
    /// Steps of the slices of the first ascent, after each of which plans are made.
    pub(super) slices: &'static [u32],
    /// The same where there are too many pairs for any integer program: there a step takes long.
    pub(super) slices_of_many: &'static [u32],
    /// All of these slices together get one part in this many.
    pub(super) slices_parts: u32,
    /// Placings of the local search after a slice.
    pub(super) placings: usize,
    /// The first ascent ends when steps are as short as this.
    pub(super) short: f64,
    /// The bound on the number of students left out gets one part in this many.
    pub(super) count_parts: u32,
    /// Steps of a further ascent, at the most.
    pub(super) further_steps: u32,
    /// Often used options in a restricted problem, for every ten that the relaxed solution uses: in the first
    /// one, and how many more in each further one.
    pub(super) options_per_ten: usize,
    pub(super) more_options: usize,
    /// Pairs of each student in these problems, likewise.
    pub(super) pairs_per_student: usize,
    pub(super) more_pairs_per_student: usize,
    /// With a plan within this gap, what lies near the bound is searched at once.
    pub(super) near: f64,
    /// Within this gap, plans are looked for close to the bound before anything else.
    pub(super) close: f64,
    /// Gap at which a plan of the first restricted problem is good enough, and where a tightened relaxation comes next.
    pub(super) first_gap: f64,
    pub(super) first_gap_before_relaxation: f64,
    /// The restricted problem near the bound that is tried before any other program.
    pub(super) quick: NearReach,
    /// Pairs of the first restricted problem near the bound, and the factor to each further one.
    pub(super) first_pairs: usize,
    pub(super) more_pairs: usize,
    /// How far above the bound the first of these reaches, as a fraction of it.
    pub(super) first_room: f64,
    /// While the gap is not near, they must reach at least one part in this many of it.
    pub(super) room_parts: i64,
    /// Restricted problems that reach less than this many points above the bound are not made smaller.
    pub(super) smallest_room: i64,
    /// Problems with at most this many pairs go to the integer program as a whole.
    pub(super) small_pairs: usize,
    /// Problems with at most this many pairs are closed by a tightened relaxation, within this part of what is left.
    pub(super) tightened_pairs: usize,
    pub(super) tightened_share: (u32, u32),
    /// Where there are more options: the parts of the gap above the bound that are searched before all of it.
    pub(super) rooms: &'static [i64],
    /// Pairs of each entry in the part in which the relaxation is solved first.
    pub(super) likely_pairs_per_student: usize,
    /// Of what is left after the relaxation, its cases get this part.
    pub(super) tree_share: (u32, u32),
    /// With at most this many options in all, or left by fixing, what is left is closed by branching on
    /// them, if placing is a flow.
    pub(super) few_options: usize,
    pub(super) few_left: usize,
    /// With at most this many clusters in the relaxed solution, and at most this many pairs, the gap is closed by branching
    /// on the schools of clusters.
    pub(super) few_clusters: usize,
    pub(super) few_clusters_pairs: usize,
    /// A part in which at most this many options are undecided is left to an integer program.
    pub(super) largest_leaf: usize,
    /// Rounds of ascent and local search where there are too many pairs for any integer program.
    pub(super) rounds: u32,
    /// Steps between two reports.
    pub(super) steps_per_report: u32,
}

/// How far a restricted problem near the bound reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct NearReach {
    /// Pairs at the most.
    pub pairs: usize,
    /// How far above the bound at the most, as a fraction of it; `None` if up to the best plan.
    pub room: Option<f64>,
    /// The most work on it, in simplex iterations. Where that is little, the problem is tried however little of the gap
    /// it may close, because plans so near the bound are good ones.
    pub work: Option<u64>,
}

pub(super) const TUNING: Tuning = Tuning {
    ascent_parts: 3,
    first_parts: 2,
    early_share: (3, 4),
    often_used_parts: 4,
    slices: &[40, 1_500],
    slices_of_many: &[4, 200],
    slices_parts: 3,
    placings: 100,
    short: 0.02,
    count_parts: 6,
    further_steps: 1_000,
    options_per_ten: 20,
    more_options: 10,
    pairs_per_student: 12,
    more_pairs_per_student: 8,
    near: 0.003,
    close: 0.02,
    first_gap: 0.001,
    first_gap_before_relaxation: 0.005,
    quick: NearReach { pairs: 2_000, room: Some(0.0005), work: Some(3_000) },
    first_pairs: 4_000,
    more_pairs: 2,
    first_room: 0.0005,
    room_parts: 8,
    smallest_room: 2,
    small_pairs: 4_000,
    tightened_pairs: 200_000,
    tightened_share: (7, 8),
    rooms: &[16, 4],
    likely_pairs_per_student: 40,
    tree_share: (9, 10),
    few_options: 400,
    few_left: 100,
    few_clusters: 4,
    few_clusters_pairs: 20_000,
    largest_leaf: 6,
    rounds: 6,
    steps_per_report: 25,
};

/// With more pairs than this no integer program is made.
pub(super) const MOST_PAIRS: usize = 5_000_000;
