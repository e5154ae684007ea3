"""Types of `plaatswijzer schema plan`, written by typed_dicts.py."""

from __future__ import annotations

from typing import Literal, TypedDict


class _ClusterRequired(TypedDict):
    """What is always there."""

    # An existing cluster's id; a new one's is its board's (network's) id, a hyphen and a number.
    id: str

    # Whether it existed before.
    kind: Literal["existing", "new"]

    # The day on which its learning community meets.
    meeting_day: Literal["mon", "tue", "wed", "thu", "fri"]

    # Its schools.
    schools: list[str]


class Cluster(_ClusterRequired, total=False):
    """A used cluster."""

    # The board responsible for it; for a new cluster in a network, the network.
    board: str | None

    # What each rule charged for the cluster as a whole.
    charged: dict[str, int] | None

    # Members of its learning community.
    members: int | None

    # Other students with a place in it.
    others: int | None


class _ClusterIndicatorsRequired(TypedDict):
    """What is always there."""

    # Members of all learning communities together.
    members: int

    # Of those, new.
    new: int

    # Existing clusters that take part and are not used.
    unused: int

    # Used.
    used: int


class ClusterIndicators(_ClusterIndicatorsRequired, total=False):
    """The clusters of a plan."""

    # Used clusters whose members are not at the target; absent where `cluster_size` is off.
    off_target: int | None


class EarlierPlaces(TypedDict, total=False):
    """Where the students of an entry were."""

    # How many were at schools that are gone and not among `schools`; absent if none.
    at_schools_gone: int | None

    # How many had no place; absent if none.
    left_out: int | None

    # How many were at each school, by its id, whether it is still there or not.
    schools: dict[str, int]


class Engine(TypedDict):
    """The program that made a plan."""

    # The program's name.
    name: str

    # The solver's name.
    solver: str

    # The solver's version.
    solver_version: str

    # Its version.
    version: str


class _GoalLevelRequired(TypedDict):
    """What is always there."""

    # What no plan can go below, given the values of the levels before.
    bound: int

    # (value − bound) / max(1, value).
    gap: float

    # What the level minimises.
    goal: Literal["unplaced", "longest_journey", "leximax_journey", "meeting_day", "denomination", "clusters", "total", "lot", "moves"]

    # Its value in this plan, in the goal's own unit.
    value: int


class GoalLevel(_GoalLevelRequired, total=False):
    """How good a plan is at one goal level."""

    # How much of the bound the certificate proves that was made with the plan; the rest rests on the solver's word.
    certified: int | None

    # Which of the longest journeys the level is about, from 1, for `leximax_journey`.
    rank: int | None


class GrantIndicators(TypedDict):
    """The students whom a grant counts that lags behind."""

    # The year whose students they are.
    of: Literal["given", "previous_plan", "this_plan"]

    # Their number.
    students: int


class _IndicatorsRequired(TypedDict):
    """What is always there."""

    # Students against places, per board with schools that could take students.
    boards: dict[str, Part]

    # The clusters.
    clusters: ClusterIndicators

    # Placed students whose wish for a concept is met.
    concepts: Part

    # Placed students whose wish for a denomination is met, per wished denomination.
    denominations: dict[str, Part]

    # How far placed students travel.
    journeys: JourneyIndicators

    # Members who are free on the meeting day of their cluster, all and per programme.
    meeting_day: Part

    # Members who are free on the meeting day of their cluster, per programme.
    meeting_day_programmes: dict[str, Part]

    # Where the students of each programme are.
    programmes: dict[str, Whereabouts]

    # Students against places, per school that could take students.
    schools: dict[str, Part]

    # Where all students are.
    students: Whereabouts

    # Placed students with ranked wishes, by the rank they got (from 0), and `none`.
    wishes: dict[str, Part]


class Indicators(_IndicatorsRequired, total=False):
    """The figures that a partnership steers by. Students of cohorts are counted one by one."""

    # How unevenly such schools are filled: the Gini coefficient of students per place
    # (Gini, 1912), to four decimals; 0 is even. `null` where there is no such school.
    fill_gini: float | None

    # Money, where `finance` is given.
    money: MoneyIndicators | None


class InstanceReference(TypedDict):
    """A reference to the instance of a plan."""

    # The instance's name.
    name: str

    # SHA-256 of its canonical form (RFC 8785), in lowercase hexadecimal digits.
    sha256: str


class _JourneyIndicatorsRequired(TypedDict):
    """What is always there."""

    # Journeys that are known.
    known: int


class JourneyIndicators(_JourneyIndicatorsRequired, total=False):
    """How far placed students travel, one way, where known."""

    # Journeys within what rule `travel` calls comfortable; absent where that rule is off.
    comfortable: Part | None

    # The longest.
    longest_m: int | None

    # The mean, rounded half up.
    mean_m: int | None

    # The median, by nearest rank.
    median_m: int | None

    # The 90th percentile, by nearest rank.
    percentile_90_m: int | None


class Lot(TypedDict):
    """Lots, with the seed to draw them again."""

    # The number of every student: the lowest comes first.
    numbers: dict[str, int]

    # The seed of the draw.
    seed: int


class Money(TypedDict):
    """Cost, grant and what remains."""

    # Cost of clusters, of opening them, and of students.
    cost_eur: int

    # Grant.
    grant_eur: int

    # Cost less grant.
    net_eur: int


class _MoneyIndicatorsRequired(TypedDict):
    """What is always there."""

    # Per board: its students, and the clusters that it answers for. A new cluster of a network
    # is counted under the network. The grant is divided in proportion to students in clusters; where
    # there are none it is in the total alone.
    boards: dict[str, Money]

    # In total.
    total: Money


class MoneyIndicators(_MoneyIndicatorsRequired, total=False):
    """Money, in whole euros."""

    # The students whom the grant counts, where it lags behind.
    grant: GrantIndicators | None


class _PairRequired(TypedDict):
    """What is always there."""

    # Where they are together.
    at: Literal["school", "cluster"]

    # The id of the rule: whether they are to be together or apart.
    rule: Literal["together", "apart"]

    # Whether it is demanded, or worth a price.
    strength: Literal["prefer", "must"]

    # The ids of the two students.
    students: list[str]


class Pair(_PairRequired, total=False):
    """Two students who are to be together, or apart."""

    # Why it is asked, in the planner's words.
    because: str | None

    # Whether it is so; absent where one of the two is left out.
    met: bool | None


class _PartRequired(TypedDict):
    """What is always there."""

    # The part.
    number: int

    # The whole.
    of: int


class Part(_PartRequired, total=False):
    """A number out of a whole, with its share in percent."""

    # The part in percents of the whole, to one decimal; `null` of nothing.
    share_percent: float | None


class _PlacementRequired(TypedDict):
    """What is always there."""

    # The school's id.
    school: str

    # The student's id.
    student: str


class Placement(_PlacementRequired, total=False):
    """Students of one entry at a school."""

    # Why the student is fixed, or may be placed in some places only, in the planner's words.
    because: str | None

    # What each rule charged for the students of this placement together.
    charged: dict[str, int] | None

    # The id of the used cluster; `null` in the shell. A plan that leaves it out does not say.
    cluster: str | None

    # How many of the cohort. Absent: 1.
    count: int

    # The journey in metres; `null` where it is not known. A plan that leaves it out does not say.
    m: int | None

    # The rules whose refusal the fixed placement overrides.
    overridden: list[str]


class _PreviousReferenceRequired(TypedDict):
    """What is always there."""

    # How many changes the plan makes against it, as rule `continuity` counts them.
    changes: int

    # SHA-256 of the bytes of its file, in lowercase hexadecimal digits.
    sha256: str


class PreviousReference(_PreviousReferenceRequired, total=False):
    """A reference to the previous plan with which a plan is compared."""

    # How many students were in clusters in it, if the grant counts them.
    core_students: int | None

    # The limit on changes, if one was given.
    max_changes: int | None

    # Where the students of the instance were in it, by id, and those who have left it since. If absent, the earlier
    # plan itself has to be given to check this one. A plan may leave out what the price of changes does not need:
    # who has left, and which schools are gone.
    students: dict[str, EarlierPlaces] | None


class _ScoreRequired(TypedDict):
    """What is always there."""

    # All points.
    total: int


class Score(_ScoreRequired, total=False):
    """The points charged for a plan."""

    # The points of each rule that charged any.
    rules: dict[str, int]


class _UnplacedRequired(TypedDict):
    """What is always there."""

    # The student's id.
    student: str


class Unplaced(_UnplacedRequired, total=False):
    """Students who are left out."""

    # Why the student is fixed, or may be placed in some places only, in the planner's words.
    because: str | None

    # The points that each rule charges for leaving these students out.
    charged: dict[str, int] | None

    # How many of the cohort. Absent: 1.
    count: int

    # `schools` is how many there are; the other numbers add up to it: schools by the first rule
    # that refuses them, then those `full`, those in a cluster that is (`cluster_full`), those `not_used` by the
    # plan, or with `room`.
    funnel: dict[str, int] | None

    # The funnel in words.
    reason: str | None


class Whereabouts(TypedDict):
    """Where some students are."""

    # In clusters, of any year: the share Samen Opleiden.
    core: Part

    # Left out.
    left_out: Part

    # In the shell.
    shell: Part


class _PlanDocumentRequired(TypedDict):
    """What is always there."""

    # The clusters used; all others are not.
    clusters: list[Cluster]

    # The format of this file.
    format: Literal["plaatswijzer/plan/1"]

    # The placements.
    placements: list[Placement]


class PlanDocument(_PlanDocumentRequired, total=False):
    """A plan: who goes where, what it costs, and how good it is."""

    # The program that made the plan.
    engine: Engine | None

    # How good the plan is, per goal level.
    goals: list[GoalLevel] | None

    # The figures that a partnership steers by.
    indicators: Indicators | None

    # The instance that was planned.
    instance: InstanceReference | None

    # The lots that decided between equally good plans.
    lot: Lot | None

    # The pairs of students who are to be together or apart; absent where there are none.
    pairs: list[Pair] | None

    # The previous plan with which this one is compared.
    previous: PreviousReference | None

    # The points charged.
    score: Score | None

    # How the search ended.
    status: Literal["optimal", "gap", "time_limit", "infeasible"] | None

    # The students left out.
    unplaced: list[Unplaced] | None

    # Whether an independent check of everything above agreed before the plan was written.
    verified: bool | None

