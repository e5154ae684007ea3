"""Types of `plaatswijzer schema batch`, written by typed_dicts.py."""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class Add(TypedDict, total=False):
    """Adds boards, schools, clusters and students, written as in an instance, after the existing ones."""

    boards: list[BoardDocument] | str | None

    clusters: list[ClusterDocument] | str | None

    schools: list[SchoolDocument] | str | None

    students: list[StudentDocument] | str | None


class AddPlaces(TypedDict, total=False):
    """Adds places at schools. A school is selected if both the school and its board are. The tighter limits of
    `places_for` stay. Exactly one of `percent` and `number` must be given."""

    boards: list[str] | str | None

    number: int | str | None

    percent: int | str | None

    schools: list[str] | str | None


class Admit(TypedDict, total=False):
    """Lets candidate boards take part."""

    boards: list[str] | str | None

    max_clusters: int | str | None

    # Their new standing, any but `candidate`. Default: `partner`.
    standing: Literal["partner", "aspirant", "shell", "candidate"] | str | None


class _BoardDocumentRequired(TypedDict):
    """What is always there."""

    # The board's id.
    id: str


class BoardDocument(_BoardDocumentRequired, total=False):
    """A school board."""

    max_clusters: int | str | None

    max_students: int | str | None

    min_students: int | str | None

    name: str | None

    network: str | None

    # Standing of the board in the partnership. Default: `partner`.
    standing: Literal["partner", "aspirant", "shell", "candidate"] | str | None


class Goals1ItemLeximaxJourney(TypedDict):
    """Goals1ItemLeximaxJourney."""

    leximax_journey: int | str


class ChangeDocument(TypedDict, total=False):
    """One change; exactly one of the keys is given."""

    # Adds boards, schools, clusters and students.
    add: Add | None

    # Adds places at schools.
    add_places: AddPlaces | None

    # Lets candidate boards take part.
    admit: Admit | None

    # Removes schools.
    close_schools: CloseSchools | None

    # Sets the share of students who are free on a day, drawn at random.
    days_share: DaysShare | None

    # Removes students, drawn at random.
    drop_out: DropOut | None

    # Raises the maximal number of clusters of boards.
    extra_clusters: ExtraClusters | None

    # Changes prices in euros and the grant.
    finance: FinanceDocument | None

    # Replaces the goal levels.
    goals: list[Literal["unplaced", "longest_journey", "leximax_journey", "meeting_day", "denomination", "clusters", "total"] | Goals1ItemLeximaxJourney | str] | str | None

    # Adds copies of existing students, drawn at random.
    grow: Grow | None

    # Sets the days on which clusters may meet.
    meeting_days: MeetingDays | None

    # Merges several boards into one.
    merge_boards: MergeBoards | None

    # Lets boards form clusters together.
    network: Network | None

    # Any other edit: operations of JSON Patch (RFC 6902) on the instance after the changes so far.
    patch: list[Operation] | str | None

    # Changes the path document, in a batch of growth paths.
    path: dict[str, Any] | None

    # Changes the settings of a rule.
    rule: RuleSettings | None

    # Sets the share of students who wish a denomination, drawn at random.
    wish_share: WishShare | None


class CloseSchools(TypedDict):
    """Removes schools. Clusters lose these schools, and a cluster without schools is removed: a board without
    `max_clusters` may then have one cluster less. The schools also disappear from `wishes`, `not` and `only` of
    students, and students fixed at them are no longer fixed. Under `previous` they stay, as names."""

    schools: list[str] | str


class _ClusterDocumentRequired(TypedDict):
    """What is always there."""

    # The id of the board that answers for the cluster.
    board: str

    # The cluster's id.
    id: str

    schools: list[str] | str


class ClusterDocument(_ClusterDocumentRequired, total=False):
    """An existing training cluster."""

    keep: bool | str | None

    max: int | str | None

    meeting_days: list[Literal["mon", "tue", "wed", "thu", "fri"] | str] | str | None

    min: int | str | None

    name: str | None

    opening_worth_km: float | str | None

    target: int | str | None


class _DaysShareRequired(TypedDict):
    """What is always there."""

    day: Literal["mon", "tue", "wed", "thu", "fri"] | str

    percent: int | str


class DaysShare(_DaysShareRequired, total=False):
    """Sets the share of students who are free on a day, with as few changes as possible. If too few are free,
    others are drawn at random to become free; if too many are, students are drawn to be no longer free, even if
    that leaves them without any day. Other days stay."""

    # The programme of the students. Default: all.
    programme: Literal["voltijd", "deeltijd", "academisch", "mbo"] | str | None


class _DenominationWishDocumentRequired(TypedDict):
    """What is always there."""

    wish: list[str] | str


class DenominationWishDocument(_DenominationWishDocumentRequired, total=False):
    """A wish for a denomination."""

    # How strong the wish is. Default: `prefer`.
    strength: Literal["prefer", "must"] | str | None


class _DrawsDocumentRequired(TypedDict):
    """What is always there."""

    # The number of draws.
    count: int


class DrawsDocument(_DrawsDocumentRequired, total=False):
    """Repeats every scenario with random draws."""

    # Changes that are applied in every draw, after those of the scenario. Default: none.
    changes: list[ChangeDocument] | None

    # The seed of all draws. Default: 0.
    seed: int | None


class _DropOutRequired(TypedDict):
    """What is always there."""

    percent: int | str


class DropOut(_DropOutRequired, total=False):
    """Removes students at random."""

    # The students to choose from. Default: all students.
    filter: Filter | None


class _ExtraClustersRequired(TypedDict):
    """What is always there."""

    each: int | str


class ExtraClusters(_ExtraClustersRequired, total=False):
    """Raises the number of clusters that boards may have."""

    boards: list[str] | str | None


class Filter(TypedDict, total=False):
    """Selects the students that a change is about: those who match all given criteria."""

    denomination: str | None

    programmes: list[Literal["voltijd", "deeltijd", "academisch", "mbo"] | str] | str | None

    years: list[int | str] | str | None


class FinanceDocument(TypedDict, total=False):
    """Prices and the grant, in whole euros per year. The grant is `grant_base_eur`, plus the step of
    `grant_steps` that is reached, plus `grant_per_student_eur` for each student counted."""

    cluster_eur: int | str | None

    grant_base_eur: int | str | None

    grant_lag_years: int | str | None

    grant_per_student_eur: int | str | None

    grant_steps: list[GrantStep] | str | None

    grant_students: int | str | None

    opening_eur: int | str | None

    shell_student_eur: int | str | None

    student_eur: int | str | None


_GrantStepRequiredKeys = TypedDict('_GrantStepRequiredKeys', {'from': 'int | str'}, total=True)


class GrantStep(_GrantStepRequiredKeys):
    """A step of the grant."""

    eur: int | str


class Grow(TypedDict, total=False):
    """Adds copies of existing students. Everybody is copied once before anybody is copied twice, in random order.
    A copy equals its original, but without `fixed`, `previous`, `with`, `apart` and `because`. Exactly one of
    `percent` and `number` must be given."""

    # The students to copy. Default: all students.
    filter: Filter | None

    number: int | str | None

    percent: int | str | None


class _MeetingDaysRequired(TypedDict):
    """What is always there."""

    days: list[Literal["mon", "tue", "wed", "thu", "fri"] | str] | str


class MeetingDays(_MeetingDaysRequired, total=False):
    """Sets the days on which clusters may meet. An existing cluster is selected if both the cluster and its board
    are."""

    boards: list[str] | str | None

    clusters: list[str] | str | None

    new: bool | str | None


class _MergeBoardsRequired(TypedDict):
    """What is always there."""

    boards: list[str] | str

    # The id of the merged board. An existing board with this id is merged too.
    into: str


class MergeBoards(_MergeBoardsRequired, total=False):
    """Merges several boards into one. Their limits are added; if one of them has no maximum, neither has the
    merged board. References to them become references to the merged board."""

    name: str | None


class _NetworkRequired(TypedDict):
    """What is always there."""

    boards: list[str] | str

    # The name of the network. If it exists, the boards join it.
    name: str


class Network(_NetworkRequired, total=False):
    """Lets boards form clusters together."""

    # The new standing of these boards, any but `candidate`. Default: their present standing.
    standing: Literal["partner", "aspirant", "shell", "candidate"] | str | None


_OperationOptionalKeys = TypedDict('_OperationOptionalKeys', {'from': 'str | None'}, total=False)


class _OperationRequired(_OperationOptionalKeys):
    """What is always there."""

    op: Literal["add", "remove", "replace", "move", "copy", "test"] | str

    # The target, as a JSON Pointer (RFC 6901) such as `/students/0/year`.
    path: str


class Operation(_OperationRequired, total=False):
    """An operation of JSON Patch."""

    # The value for `add`, `replace` and `test`.
    value: Any


class OverDocument(TypedDict, total=False):
    """The parameters of a grid with their values, and at most one sample, which is combined with them."""

    # Points of a Latin hypercube: each part of each range has one point. Parameters of the sample are those of
    # `ranges`, and `sample`, the number of the point from 1.
    latin_hypercube: SampleDocument | None

    # Points of a Sobol sequence, which also fill combinations of parameters evenly; best with 2, 4, 8, … runs.
    sobol: SampleDocument | None


class _PairsDocumentRequired(TypedDict):
    """What is always there."""

    students: list[str] | str


class PairsDocument(_PairsDocumentRequired, total=False):
    """Students with each of whom a student makes a pair: together under `with`, apart under `apart`."""

    # Where they are together: at one school or in one cluster. Default: `school`.
    at: Literal["school", "cluster"] | str | None

    because: str | None

    # `must` refuses plans that do otherwise; with `prefer` they cost `worth_km`. Default: `prefer`.
    strength: Literal["prefer", "must"] | str | None

    worth_km: float | str | None


class _PlacesForDocumentRequired(TypedDict):
    """What is always there."""

    places: int | str


class PlacesForDocument(_PlacesForDocumentRequired, total=False):
    """Largest number of students of these programmes and years."""

    programmes: list[Literal["voltijd", "deeltijd", "academisch", "mbo"] | str] | str | None

    years: list[int | str] | str | None


class RuleSettings(TypedDict):
    """Changes the settings of a rule."""

    # The id of the rule.
    id: str

    settings: dict[str, Any] | bool | str | None


class _SampleDocumentRequired(TypedDict):
    """What is always there."""

    # The parameters, each with the range of its values.
    ranges: dict[str, SampleRange]

    # The number of points.
    runs: int


class SampleDocument(_SampleDocumentRequired, total=False):
    """A sample of several parameters at once."""

    # The seed of the sample. Default: 0.
    seed: int | None


_SampleRangeRequiredKeys = TypedDict('_SampleRangeRequiredKeys', {'from': 'float'}, total=True)


class _SampleRangeRequired(_SampleRangeRequiredKeys):
    """What is always there."""

    # The greatest value.
    to: float


class SampleRange(_SampleRangeRequired, total=False):
    """The values of a sampled parameter, from the least to the greatest."""

    # The number of digits after the decimal point. Default: 0, whole numbers.
    decimals: int | None


_ScenarioOptionalKeys = TypedDict('_ScenarioOptionalKeys', {'from': 'str | list[str] | None'}, total=False)


class _ScenarioRequired(_ScenarioOptionalKeys):
    """What is always there."""

    # The id of the scenario, which is also the name of its plan file: letters, digits, and `-`, `_`, `.` in
    # between. In a grid it contains `{x}` for each parameter `x` with several values.
    id: str


class Scenario(_ScenarioRequired, total=False):
    """A scenario, or a grid of them."""

    # The changes, in the order in which they are applied. Default: none.
    changes: list[ChangeDocument] | None

    # Parameters with their values: one scenario for each combination. `{x}` is replaced by the value of
    # `x`; a string that is exactly `{x}` takes its type. A sample may take the place of a full grid.
    over: OverDocument | None

    # The name of the scenario for people. Default: its id.
    title: str | None


class _SchoolDocumentRequired(TypedDict):
    """What is always there."""

    # The id of the school's board.
    board: str

    # The school's id.
    id: str

    places: int | str


class SchoolDocument(_SchoolDocumentRequired, total=False):
    """A school."""

    at: list[Any] | str | None

    concepts: list[str] | str | None

    denomination: list[str] | str | None

    ikc: bool | str | None

    min_students: int | str | None

    name: str | None

    places_for: list[PlacesForDocument] | str | None

    postcode: str | None

    programmes: list[Literal["voltijd", "deeltijd", "academisch", "mbo"] | str] | str | None

    town: str | None

    years: list[int | str] | str | None


_StudentDocumentOptionalKeys = TypedDict('_StudentDocumentOptionalKeys', {'not': 'list[str] | str | None', 'with': 'list[PairsDocument] | str | None'}, total=False)


class _StudentDocumentRequired(_StudentDocumentOptionalKeys):
    """What is always there."""

    # The student's id.
    id: str

    programme: Literal["voltijd", "deeltijd", "academisch", "mbo"] | str

    year: int | str


class StudentDocument(_StudentDocumentRequired, total=False):
    """A student, or a cohort of identical students."""

    apart: list[PairsDocument] | str | None

    at: list[Any] | str | None

    because: str | None

    class_days: int | str | None

    community: bool | str | None

    concepts: list[str] | str | None

    count: int | str | None

    days: list[Literal["mon", "tue", "wed", "thu", "fri"] | str] | str | None

    # The denomination the student wishes. Default: no wish.
    denomination: DenominationWishDocument | None

    detour: float | str | None

    fixed: str | None

    limit_km: float | str | None

    only: list[str] | str | None

    postcode: str | None

    previous: list[str] | str | None

    unplaced_worth_km: float | str | None

    wishes: list[str] | str | None


class _WishShareRequired(TypedDict):
    """What is always there."""

    # The denomination.
    denomination: str

    percent: int | str


class WishShare(_WishShareRequired, total=False):
    """Sets the share of students who wish a denomination, with as few changes as possible. If too few wish it,
    others are drawn at random to wish it too; if too many do, students are drawn to no longer wish it. Other
    wishes stay."""

    # The students that the percentage is about. Default: all students.
    filter: Filter | None


class _BatchDocumentRequired(TypedDict):
    """What is always there."""

    # The file of the instance that all scenarios change, relative to this file; or of the path document, where each
    # scenario is a growth path.
    base: str

    # The format of this file.
    format: Literal["plaatswijzer/batch/1"]

    # The scenarios. The reference for comparisons is the first scenario without changes, or else the
    # first.
    scenarios: list[Scenario]


class BatchDocument(_BatchDocumentRequired, total=False):
    """Scenarios: named edits of one instance, each of which is planned. Changes have type `C`, which is plain
    JSON until the parameters of a grid are replaced by their values."""

    # Repeats every scenario with common random numbers. Default: each scenario is planned once.
    draws: DrawsDocument | None

