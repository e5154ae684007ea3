"""Types of `plaatswijzer schema why`, written by typed_dicts.py."""

from __future__ import annotations

from typing import Literal, TypedDict


class AlternativeSchool(TypedDict):
    """Another school for a student who has a place."""

    # The effect on the whole plan of placing one more of the entry there.
    effect: ConditionEffect

    # The journey in metres; `null` if it is unknown.
    m: int | None

    # Points per rule for one student there, without any effect on others.
    own: dict[str, int]

    # The id of the school.
    school: str

    # Its state in the plan.
    state: str


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


class ClusterChangeOpened(TypedDict):
    """Only the later plan uses it."""

    opened: Cluster


class ClusterChangeClosed(TypedDict):
    """Only the earlier plan uses it."""

    closed: Cluster


class ClusterChangeChangedChanged(TypedDict):
    """ClusterChangeChangedChanged."""

    # The cluster in the later plan.
    after: Cluster

    # The cluster in the earlier plan.
    before: Cluster


class ClusterChangeChanged(TypedDict):
    """Both use it, with other schools or on another day."""

    changed: ClusterChangeChangedChanged


class _ConditionEffectRequired(TypedDict):
    """What is always there."""

    # Whether it is proven that in no plan with this score fewer students leave their school.
    fewest_moves: bool

    # Other students whose school changes.
    moves: list[Move]

    # Whether any plan meets the condition.
    outcome: Literal["possible", "impossible", "unknown"]


class ConditionEffect(_ConditionEffectRequired, total=False):
    """The effect of a condition: the best plan that meets it, compared with the plan of the question."""

    # Why no plan meets the condition: demands that clash, if they were found in time.
    because: list[Demand]

    # Change of the score in points: positive is worse.
    change: int | None

    # A lower bound on the change, over all plans that meet the condition.
    change_bound: int | None

    # Clusters that change.
    clusters: list[ClusterChangeOpened | ClusterChangeClosed | ClusterChangeChanged]

    # (value − bound) / max(1, value) of the score.
    gap: float | None

    # The goal levels of both plans.
    goals: list[GoalChange]

    # The placements of the entry in the new plan.
    here: list[StudentPlacement]

    # Change in points per rule, without those that stay the same.
    rules: dict[str, int]

    # Whether the plan is proven to be the best that meets the condition.
    status: Literal["optimal", "gap", "time_limit", "infeasible"] | None


class Demand(TypedDict):
    """A demand of a rule, in words."""

    # The rule's id.
    rule: str

    # What the rule demands.
    sentence: str


class _FunnelStepRequired(TypedDict):
    """What is always there."""

    # The id of the rule.
    rule: str

    # How many schools it refuses, at least 1.
    schools: int


class FunnelStep(_FunnelStepRequired, total=False):
    """The schools that one rule refuses a student."""

    # How many of them it refuses since the journey is not known.
    unknown: int


class GoalChange(TypedDict):
    """The value of a goal level in both plans."""

    # A lower bound on the new value, given the levels before it.
    bound: int

    # The name of the goal.
    goal: str

    # Its value in the plan of the question.
    now: int

    # Its value in the new plan.
    then: int


class StudentStatusSchool(TypedDict):
    """At the school with this id."""

    school: str


_MoveRequiredKeys = TypedDict('_MoveRequiredKeys', {'from': 'Literal["left_out", "absent"] | StudentStatusSchool'}, total=True)


class Move(_MoveRequiredKeys):
    """Students of an entry whose school changes."""

    # Students of the entry who make this move.
    count: int

    # The student's id.
    student: str

    # Where the later plan has them.
    to: Literal["left_out", "absent"] | StudentStatusSchool


class _PairOfStudentRequired(TypedDict):
    """What is always there."""

    # Where they are together.
    at: Literal["school", "cluster"]

    # The id of the other student.
    other: str

    # The id of the rule: whether they are to be together or apart.
    rule: Literal["together", "apart"]

    # Whether it is demanded, or worth a price.
    strength: Literal["prefer", "must"]


class PairOfStudent(_PairOfStudentRequired, total=False):
    """Another student with whom a student is to be together, or from whom apart."""

    # Why it is asked, in the planner's words.
    because: str | None

    # Whether it is so; absent where one of the two is left out.
    met: bool | None

    # The school of the other; absent where the other is left out.
    other_at: str | None


class _RefusedSchoolRequired(TypedDict):
    """What is always there."""

    # The sentence of each rule that refuses it, by the id of the rule.
    rules: dict[str, str]

    # The id of the school.
    school: str


class RefusedSchool(_RefusedSchoolRequired, total=False):
    """A school that rules refuse a student."""

    # Whether the journey there is not known.
    journey_unknown: bool


class RemainingSchool(TypedDict):
    """A school that no rule refuses a student."""

    # The id of the school.
    school: str

    # Its state in the plan.
    state: str


class PlaceThereRefused(TypedDict):
    """The rule with this id does not admit the student there."""

    refused: str


class PlaceThereOpen(TypedDict):
    """No rule refuses it; the state of the school in the plan."""

    open: str


class SchoolBefore(TypedDict):
    """The school of an earlier plan, which a student has left."""

    # The id of the school.
    school: str

    # What became of a place there.
    why: Literal["school_gone", "journey_unknown"] | PlaceThereRefused | PlaceThereOpen


class _StudentAnswerRequired(TypedDict):
    """What is always there."""

    # Other schools, those that change the score least first.
    alternatives: list[AlternativeSchool]

    # Students in the entry, at least 1.
    count: int

    # The placements of the entry in the plan.
    here: list[StudentPlacement]

    # Students of the entry who are left out.
    left_out: int

    # Points per rule for leaving them out.
    left_out_charged: dict[str, int]

    # Number of further schools that no rule refuses and that are not listed.
    more_alternatives: int

    # The student's id.
    student: str


class StudentAnswer(_StudentAnswerRequired, total=False):
    """The answer about one student entry."""

    # The school, cluster or board of the question, if it names one.
    asked: TargetReasons | None

    # The school where all of them were in the earlier plan, and why they are there no longer; absent where they
    # still
    # are, were in several places, or the plan is compared with none.
    before: SchoolBefore | None

    # What happened to every school, if some of the entry are left out.
    funnel: StudentFunnel | None

    # With whom the student is to be together, or from whom apart.
    pairs: list[PairOfStudent]

    # The cheapest way to place one more of the entry: at the target of the question, or anywhere. `None`
    # if all of them are at the target, or if there is no target and everyone has a place.
    placing: ConditionEffect | None


class _StudentFunnelRequired(TypedDict):
    """What is always there."""

    # The last rule that refuses any.
    last_rule: str | None

    # The schools that no rule refuses, with their state in the plan.
    remains: list[RemainingSchool]

    # The number of schools in the region.
    schools: int

    # The rules that refuse schools, in the order of the rulebook; a school counts at the first that does.
    steps: list[FunnelStep]


class StudentFunnel(_StudentFunnelRequired, total=False):
    """How the schools of a region narrow down, rule by rule, to those that remain for one student."""

    # Whether nobody knows where the student lives.
    home_unknown: bool


class _StudentPlacementRequired(TypedDict):
    """What is always there."""

    # Points per rule for all of them together.
    charged: dict[str, int]

    # The id of the cluster; `null` in the shell.
    cluster: str | None

    # Students of the entry there.
    count: int

    # The journey in metres; `null` if it is unknown.
    m: int | None

    # The id of the school.
    school: str


class StudentPlacement(_StudentPlacementRequired, total=False):
    """Students of an entry at one school."""

    # The number, from 1, of the first of the student's ranked wishes that the school meets; absent if none.
    wish: int | None


class _TargetReasonsRequired(TypedDict):
    """What is always there."""

    # The id in the question.
    id: str

    # The schools that rules refuse, each with every rule that does.
    refused: list[RefusedSchool]

    # The other schools, with their state in the plan.
    remains: list[RemainingSchool]


class TargetReasons(_TargetReasonsRequired, total=False):
    """Why a student is not at the school, cluster or board that the question names."""

    # Whether nobody knows where the student lives.
    home_unknown: bool


class WhyDocument(TypedDict):
    """Answers about students, in the order of their ids."""

    # One answer per student entry.
    answers: list[StudentAnswer]

    # Whether the clusters of the plan are kept.
    clusters: Literal["held", "free"]

    # The format of this document.
    format: str

    # SHA-256 of the instance.
    instance: str

    # The ids of students for whom the time ran out.
    missing: list[str]

    # The score of the plan, in points.
    score: int

