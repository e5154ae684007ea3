"""Types of `plaatswijzer schema instance`, written by typed_dicts.py."""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class _BoardDocumentRequired(TypedDict):
    """What is always there."""

    # The board's id.
    id: str


class BoardDocument(_BoardDocumentRequired, total=False):
    """A school board."""

    # The most clusters the board may have. Default: its number of existing clusters.
    max_clusters: int | None

    # The most students to be placed at the board's schools. Default: no maximum.
    max_students: int | None

    # The fewest students to be placed at the board's schools. Default: no minimum.
    min_students: int | None

    # The board's name. Default: its id.
    name: str | None

    # The network in which the board forms clusters together with others. Default: none.
    network: str | None

    # Standing of the board in the partnership. Default: `partner`.
    standing: Literal["partner", "aspirant", "shell", "candidate"] | None


class _ClusterDocumentRequired(TypedDict):
    """What is always there."""

    # The id of the board that answers for the cluster.
    board: str

    # The cluster's id.
    id: str

    # The ids of its schools.
    schools: list[str]


class ClusterDocument(_ClusterDocumentRequired, total=False):
    """An existing training cluster."""

    # Whether the cluster must be used. Default: false.
    keep: bool | None

    # Most members. Default: the maximum of rule `cluster_size`.
    max: int | None

    # The days on which it may meet. Default: the default day of rule `meeting_day`.
    meeting_days: list[Literal["mon", "tue", "wed", "thu", "fri"]] | None

    # Fewest members when used. Default: the minimum of rule `cluster_size`.
    min: int | None

    # The cluster's name. Default: its id.
    name: str | None

    # Price of using the cluster, in kilometres of journey. Default: 0.
    opening_worth_km: float | None

    # Target number of members. Default: the target of rule `cluster_size`.
    target: int | None


class _DenominationWishDocumentRequired(TypedDict):
    """What is always there."""

    # The denominations wished, any of which will do.
    wish: list[str]


class DenominationWishDocument(_DenominationWishDocumentRequired, total=False):
    """A wish for a denomination."""

    # How strong the wish is. Default: `prefer`.
    strength: Literal["prefer", "must"] | None


class FinanceDocument(TypedDict, total=False):
    """Prices and the grant, in whole euros per year. The grant is `grant_base_eur`, plus the step of
    `grant_steps` that is reached, plus `grant_per_student_eur` for each student counted."""

    # Cost of a used cluster. Default: 0.
    cluster_eur: int | None

    # Fixed part of the grant, paid in any case, also if nobody is counted. Default: 0.
    grant_base_eur: int | None

    # By how many years the grant lags behind: 0 counts the students in clusters of this plan, 1 those of the year
    # before, and so on. With a lag those counted are `grant_students`, else those of the previous plan if one is
    # given, else those of this plan. Default: 0.
    grant_lag_years: int | None

    # Grant per student counted; students in clusters are counted. Default: 0.
    grant_per_student_eur: int | None

    # Part of the grant that depends on the number of students counted: the last step whose `from` is at most that
    # number gives its sum, and below the first step it is 0. Default: none.
    grant_steps: list[GrantStep] | None

    # Students in clusters in the earlier year that the grant counts, if known; only with a lag. Default: unknown.
    grant_students: int | None

    # Cost of opening a new cluster, such as training a trainer. Default: 0.
    opening_eur: int | None

    # Cost of a student placed in the shell. Default: 0.
    shell_student_eur: int | None

    # Cost of a student placed in a cluster. Default: 0.
    student_eur: int | None


_GrantStepRequiredKeys = TypedDict('_GrantStepRequiredKeys', {'from': 'int'}, total=True)


class GrantStep(_GrantStepRequiredKeys):
    """A step of the grant."""

    # The sum of this step, in place of those of the steps before it.
    eur: int


_JourneyDocumentRequiredKeys = TypedDict('_JourneyDocumentRequiredKeys', {'from': 'str'}, total=True)


class _JourneyDocumentRequired(_JourneyDocumentRequiredKeys):
    """What is always there."""

    # Where it ends: the id of a school.
    to: str


class JourneyDocument(_JourneyDocumentRequired, total=False):
    """A known journey; exactly one of `m` and `min` is given."""

    # Its length in metres.
    m: int | None

    # Its length in minutes, 0 to 100 000.
    min: float | None


class _PairsDocumentRequired(TypedDict):
    """What is always there."""

    # The ids of the other students. A pair may be stated at either of its students, or the same at both.
    students: list[str]


class PairsDocument(_PairsDocumentRequired, total=False):
    """Students with each of whom a student makes a pair: together under `with`, apart under `apart`."""

    # Where they are together: at one school or in one cluster. Default: `school`.
    at: Literal["school", "cluster"] | None

    # Why, in one text. Planners see it; nobody else does, and it changes no plan. Default: nothing.
    because: str | None

    # `must` refuses plans that do otherwise; with `prefer` they cost `worth_km`. Default: `prefer`.
    strength: Literal["prefer", "must"] | None

    # What it is worth per pair, in kilometres of journey; not beside `must`. Default: the price of the rule.
    worth_km: float | None


class _PlacesForDocumentRequired(TypedDict):
    """What is always there."""

    # The most students of these programmes and years.
    places: int


class PlacesForDocument(_PlacesForDocumentRequired, total=False):
    """Largest number of students of these programmes and years."""

    # The programmes counted. Default: all.
    programmes: list[Literal["voltijd", "deeltijd", "academisch", "mbo"]] | None

    # The years counted. Default: all.
    years: list[int] | None


class RepairsDocument(TypedDict, total=False):
    """What each kind of change is worth, for `repair`. Plans do not depend on it."""

    # One more cluster of a board or network. Default: 150.
    cluster_worth_km: float | None

    # Each kilometre, begun or whole, that a student travels beyond the limit. Default: 5.
    kilometre_worth_km: float | None

    # A student who misses the meeting where rule `meeting_day` is hard. Default: 40.
    meeting_worth_km: float | None

    # One more place at a school. Default: 20.
    place_worth_km: float | None

    # A student whose wish for a denomination must be met, and is not. Default: 60.
    wish_worth_km: float | None


class _SchoolDocumentRequired(TypedDict):
    """What is always there."""

    # The id of the school's board.
    board: str

    # The school's id.
    id: str

    # The most students the school takes.
    places: int


class SchoolDocument(_SchoolDocumentRequired, total=False):
    """A school."""

    # Where the school is: [latitude, longitude] in WGS84 degrees. Wins over `postcode`.
    at: list[Any] | None

    # The school's education concepts and focuses. Default: none.
    concepts: list[str] | None

    # The school's denominations. Default: none.
    denomination: list[str] | None

    # Whether the school is an integral child centre (IKC), the only schools for mbo students. Default: false.
    ikc: bool | None

    # The fewest students that the school takes if it takes any. Default: the minimum of rule `school_minimum`.
    min_students: int | None

    # The school's name. Default: its id.
    name: str | None

    # Tighter limits for some programmes and years. Default: none.
    places_for: list[PlacesForDocument] | None

    # Where the school is, by postcode: four digits, or four digits and two letters.
    postcode: str | None

    # The only programmes the school takes. Default: all.
    programmes: list[Literal["voltijd", "deeltijd", "academisch", "mbo"]] | None

    # The town of the school, for lists and maps; no rule looks at it. Default: unknown.
    town: str | None

    # The only years the school takes. Default: all.
    years: list[int] | None


_StudentDocumentOptionalKeys = TypedDict('_StudentDocumentOptionalKeys', {'not': 'list[str] | None', 'with': 'list[PairsDocument] | None'}, total=False)


class _StudentDocumentRequired(_StudentDocumentOptionalKeys):
    """What is always there."""

    # The student's id.
    id: str

    # The student's programme.
    programme: Literal["voltijd", "deeltijd", "academisch", "mbo"]

    # The student's study year.
    year: int


class StudentDocument(_StudentDocumentRequired, total=False):
    """A student, or a cohort of identical students."""

    # Students from whom this one is to be apart. Default: none.
    apart: list[PairsDocument] | None

    # Where the student lives: [latitude, longitude] in WGS84 degrees. Wins over `postcode`.
    at: list[Any] | None

    # The reason for `fixed`, `not` or `only`, in one text. Planners see it; nobody else does, and it changes no
    # plan. Default: nothing.
    because: str | None

    # Free days a week that the class itself needs, besides the meeting day. Default: 1 for `deeltijd`, 0 for
    # others.
    class_days: int | None

    # Whether the student, once placed in a cluster, is a member of its learning community. Default: in a year of
    # `community_years`.
    community: bool | None

    # Education concepts the student wishes, any of which will do. Default: no wish.
    concepts: list[str] | None

    # Number of identical students in this entry. Default: 1.
    count: int | None

    # The days on which the student is free to come; `[]` means never. Default: Monday to Friday.
    days: list[Literal["mon", "tue", "wed", "thu", "fri"]] | None

    # The denomination the student wishes. Default: no wish.
    denomination: DenominationWishDocument | None

    # The student's own detour factor, 0.1 to 100. Default: that of the region.
    detour: float | None

    # The school where the planner has fixed the student; it overrides refusals. Default: not fixed.
    fixed: str | None

    # The student's own limit on the journey, in kilometres; the smaller of this and the limit of rule `travel`
    # holds.
    limit_km: float | None

    # The only schools, clusters or boards where the student may be placed. Default: anywhere.
    only: list[str] | None

    # Where the student lives, by postcode: four digits, or four digits and two letters.
    postcode: str | None

    # Schools where the student has been before; one that is no school here is kept as a name. Default: none.
    previous: list[str] | None

    # Price of leaving this student out, in kilometres of journey. Default: the price of rule `placement`.
    unplaced_worth_km: float | None

    # Schools, clusters or boards the student wishes, best first. Default: no wish.
    wishes: list[str] | None


class TravelDocument(TypedDict, total=False):
    """How journeys are measured."""

    # Detour factor of the road network: journey divided by great-circle distance, 0.1 to 100. Default: 1.3.
    detour: float | None

    # Metres that a minute in the travel table counts for. Default: 500, which is 30 km/h.
    metres_per_minute: float | None

    # A CSV file in the folder of the instance with a point for each postcode: `postcode,lat,lon`.
    postcode_file: str | None

    # Known journeys, from a student or a school to a school. Default: none.
    table: list[JourneyDocument] | None

    # A CSV file in the folder of the instance with more rows of the table: `from,to,m` or `from,to,min`.
    table_file: str | None


class InstanceDocumentGoals1ItemLeximaxJourney(TypedDict):
    """InstanceDocumentGoals1ItemLeximaxJourney."""

    leximax_journey: int


class InstanceDocumentRules1Apart2(TypedDict, total=False):
    """Pairs of students under `apart` do not meet."""

    worth_km: float | None


class InstanceDocumentRules1Budget2(TypedDict, total=False):
    """The net cost stays within a limit, where one is given."""

    limit_eur: int | None


class InstanceDocumentRules1ClusterSize2(TypedDict, total=False):
    """A used cluster has at least a minimum and at most a maximum of members; members off target cost."""

    below_min_worth_km: float | None

    max: int | None

    min: int | None

    target: int | None

    worth_km: float | None


class InstanceDocumentRules1Concept2(TypedDict, total=False):
    """An unmet wish for a concept costs."""

    worth_km: float | None


class InstanceDocumentRules1Continuity2(TypedDict, total=False):
    """Changes against an earlier plan cost, and may be limited. Without an earlier plan it says nothing."""

    max_changes: int | None

    worth_km: float | None


class InstanceDocumentRules1Denomination2(TypedDict, total=False):
    """An unmet wish for a denomination costs, or is refused."""

    worth_km: float | None


class InstanceDocumentRules1Forming2(TypedDict, total=False):
    """How new clusters are formed from schools that are in none."""

    alone_places: int | None

    max_schools: int | None

    meeting_days: list[Literal["mon", "tue", "wed", "thu", "fri"]] | None

    min_schools: int | None

    opening_worth_km: float | None

    reach_km: float | None


class InstanceDocumentRules1Interprofessional2(TypedDict, total=False):
    """At most a part of a cluster's members are mbo students."""

    max_percent: int | None


class InstanceDocumentRules1MeetingDay2(TypedDict, total=False):
    """A member who cannot come to the meeting costs or is refused."""

    class_worth_km: float | None

    default_day: Literal["mon", "tue", "wed", "thu", "fri"] | None

    hard: bool | None

    worth_km: float | None


class InstanceDocumentRules1Placement1(TypedDict, total=False):
    """A student gets at most one school; each student left out costs."""

    worth_km: float | None


class InstanceDocumentRules1SchoolMinimum2(TypedDict, total=False):
    """A school that takes any student takes at least a few."""

    min: int | None


class InstanceDocumentRules1Shell2(TypedDict, total=False):
    """Each student in the shell costs."""

    worth_km: float | None


class InstanceDocumentRules1Spread2(TypedDict, total=False):
    """Each further student at a school costs more."""

    worth_km: float | None


class InstanceDocumentRules1Together2(TypedDict, total=False):
    """Pairs of students under `with` are together."""

    worth_km: float | None


class InstanceDocumentRules1Travel2(TypedDict, total=False):
    """A journey costs its length, more beyond what is comfortable, and has a limit."""

    comfortable_km: float | None

    excess_percent: int | None

    limit_km: float | None


class InstanceDocumentRules1Variety2(TypedDict, total=False):
    """A student is not sent to a previous school again."""

    again: Literal["refuse", "price", "allow"] | None

    worth_km: float | None


class InstanceDocumentRules1Wishes2(TypedDict, total=False):
    """A lower wish costs a little, none of the wishes more."""

    none_worth_km: float | None

    step_worth_km: float | None


class InstanceDocumentRules1YearMix2(TypedDict, total=False):
    """A used cluster has members of several years; each year short costs."""

    min_years: int | None

    worth_km: float | None


class InstanceDocumentRules1(TypedDict, total=False):
    """Settings per rule. What is absent or null takes its default."""

    # A school that lists `programmes` or `years` takes only those. A student of programme `mbo` needs a school with
    # `ikc`.
    admission: Literal[False] | dict[str, Any] | None

    # Two students of a pair under `apart` who both have a place at one school (with `at` cluster: in one cluster)
    # cost `worth_km` once; with strength `must` that is not allowed. A pair of which one is left out costs nothing.
    apart: Literal[False] | InstanceDocumentRules1Apart2 | None

    # Students placed at a board's schools: at least `min_students` and at most `max_students` of that board, where
    # given. A candidate board has no share yet.
    board_share: Literal[False] | dict[str, Any] | None

    # Money, in whole euros, where `finance` is given: net cost = `cluster_eur` × used clusters + `opening_eur` ×
    # new clusters + `student_eur` × core students + `shell_student_eur` × shell students − grant. Grant =
    # `grant_base_eur` + the last of `grant_steps` reached + `grant_per_student_eur` × students counted. Counted are
    # the core students; with `grant_lag_years` those of an earlier year, where their number is known. With
    # `limit_eur` the net cost is at most that.
    budget: Literal[False] | InstanceDocumentRules1Budget2 | None

    # A used cluster has at least `min` and at most `max` members; each member below or above `target` costs
    # `worth_km`. With `below_min_worth_km` an existing cluster may have fewer than `min` members, and each member
    # that it lacks costs that much besides. A cluster's own `min`, `target` and `max` win, one by one.
    cluster_size: Literal[False] | InstanceDocumentRules1ClusterSize2 | None

    # A student who wishes an education concept or focus (Dalton, Jenaplan, Montessori, giftedness, special
    # education …) and gets a school without any of those wished costs `worth_km`.
    concept: Literal[False] | InstanceDocumentRules1Concept2 | None

    # Against a given earlier plan: a student who was placed at a school and is there no more is a change; so per
    # student entry the changes are Σ over schools of max(0, count then − count now), less the number by which the
    # entry's `count` shrank, not below 0; entries that are gone count nothing. Each change costs `worth_km`;
    # `max_changes`, where given, bounds their number.
    continuity: Literal[False] | InstanceDocumentRules1Continuity2 | None

    # A wish with strength `must` refuses a school whose denominations share nothing with the wish; with `prefer`
    # such a school costs `worth_km`.
    denomination: Literal[False] | InstanceDocumentRules1Denomination2 | None

    # A student is never placed at a school, in an existing cluster or at a board that the student's `not` list
    # names; a student with an `only` list is placed only at, in or under what it names.
    exclusion: Literal[False] | dict[str, Any] | None

    # A student with `fixed` is placed at that school; a whole cohort is. No other rule refuses that pair: what
    # would have been refused is priced where the rule has a price, and listed as overridden. Rules that bind a
    # whole still bind.
    fixed: Literal[False] | dict[str, Any] | None

    # New clusters: `min_schools` to `max_schools` schools of one board, or of boards in one network, none of them
    # in an existing cluster, every two within `reach_km`, with at least `cluster_size.min` places together. A
    # single school is an option of its own if and only if it has at least `alone_places` places, whatever
    # `min_schools` is. A new option exists for each of `meeting_days`. Each new cluster costs `opening_worth_km`
    # plus the longest journey between two of its schools. Used clusters are at most `max_clusters` per board, or
    # per network the sum over its boards. An existing cluster with `keep` must be used; one with its own
    # `opening_worth_km` costs that when used.
    forming: Literal[False] | InstanceDocumentRules1Forming2 | None

    # At most `max_percent` of a cluster's members are mbo students.
    interprofessional: Literal[False] | InstanceDocumentRules1Interprofessional2 | None

    # A member who is not free on the cluster's meeting day costs `worth_km`, or is refused where `hard`. A member
    # who is free, but then has fewer than `class_days` other free days left for the class itself, costs
    # `class_worth_km`.
    meeting_day: Literal[False] | InstanceDocumentRules1MeetingDay2 | None

    # A student gets at most one school. Each student left out costs `worth_km`, or the student's own
    # `unplaced_worth_km` (hardship and priority cases).
    placement: InstanceDocumentRules1Placement1 | None

    # A school takes at most `places` students, members and others together; and where it gives `places_for`, at
    # most that many of those programmes and years.
    places: dict[str, Any] | None

    # A school that takes any student takes at least `min`, or its own `min_students`.
    school_minimum: Literal[False] | InstanceDocumentRules1SchoolMinimum2 | None

    # Each student in the shell costs `worth_km`.
    shell: Literal[False] | InstanceDocumentRules1Shell2 | None

    # Students are spread fairly: the n-th student (n from 1) at a school with p places costs ⌊worth × (n − 1) / p⌋
    # points.
    spread: Literal[False] | InstanceDocumentRules1Spread2 | None

    # Two students of a pair under `with` who both have a place, but not at one school (with `at` cluster: not in
    # one cluster), cost `worth_km` once; with strength `must` that is not allowed. A pair of which one is left out
    # costs nothing.
    together: Literal[False] | InstanceDocumentRules1Together2 | None

    # Each metre of the journey costs one point; each metre beyond `comfortable_km` costs `excess_percent`/100
    # points more (the sum rounded down); a journey beyond the limit (`limit_km`, or the student's own, whichever is
    # smaller) is refused.
    travel: Literal[False] | InstanceDocumentRules1Travel2 | None

    # A student is not sent to a `previous` school again (`again` = "refuse", "price" at `worth_km`, or "allow").
    variety: Literal[False] | InstanceDocumentRules1Variety2 | None

    # A student with ranked `wishes` (schools, clusters or boards) placed at the r-th of them (from 0) costs r ×
    # `step_worth_km`; at none of them `none_worth_km`. The best matching rank counts.
    wishes: Literal[False] | InstanceDocumentRules1Wishes2 | None

    # A used cluster has members of at least `min_years` different years; each year short costs `worth_km`.
    year_mix: Literal[False] | InstanceDocumentRules1YearMix2 | None


class _InstanceDocumentRequired(TypedDict):
    """What is always there."""

    # School boards.
    boards: list[BoardDocument]

    # The format of this file.
    format: Literal["plaatswijzer/instance/1"]

    # Name of the instance.
    name: str

    # Schools.
    schools: list[SchoolDocument]

    # Student entries: single students, and cohorts of identical students.
    students: list[StudentDocument]


class InstanceDocument(_InstanceDocumentRequired, total=False):
    """One year's placement problem: who is to be placed, where, under which rules."""

    # Existing training clusters. Default: none.
    clusters: list[ClusterDocument] | None

    # Study years that form the learning community. Default: 1, 2 and 3.
    community_years: list[int] | None

    # Prices and the grant, in euros. Default: no money is counted.
    finance: FinanceDocument | None

    # Goal levels: each is minimised, and then held while the next is minimised. `total` is added as the last
    # level if it is absent. `{ "leximax_journey": 5 }` makes a level for each of the five longest journeys;
    # the word alone makes ten. Default: `total` alone.
    goals: list[Literal["unplaced", "longest_journey", "leximax_journey", "meeting_day", "denomination", "clusters", "total"] | InstanceDocumentGoals1ItemLeximaxJourney] | None

    # Prices of the changes that the question `repair` may make to give everyone a place. Default: a usual price
    # for each kind of change.
    repairs: RepairsDocument | None

    # Settings per rule. What is absent or null takes its default.
    rules: InstanceDocumentRules1 | None

    # The school year, such as "2027-2028".
    school_year: str | None

    # How journeys are measured.
    travel: TravelDocument | None

