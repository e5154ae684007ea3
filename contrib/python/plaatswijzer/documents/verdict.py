"""Types of `plaatswijzer schema verdict`, written by typed_dicts.py."""

from __future__ import annotations

from typing import TypedDict


class CountedScore(TypedDict):
    """The points of a plan."""

    # Points per rule.
    rules: dict[str, int]

    # All points.
    total: int


class FindingInWords(TypedDict):
    """Something wrong with a plan."""

    # The id of the rule that the plan breaks, `structure` or `claims`.
    rule: str

    # What is wrong.
    sentence: str


class VerdictDocument(TypedDict):
    """A verdict as `verify --json` prints it."""

    # Whether the check finds nothing wrong.
    agrees: bool

    # What is wrong with the plan.
    findings: list[FindingInWords]

    # The score as the check counts it.
    score: CountedScore

