"""Types of `plaatswijzer schema verdict`, written by typed_dicts.py."""

from __future__ import annotations

from typing import TypedDict


class _CertifiedInVerdictRequired(TypedDict):
    """What is always there."""

    # No plan goes below this, given the values of the levels before: what the certificate proves.
    certified: int

    # The goal.
    goal: str

    # Its value in the plan.
    value: int


class CertifiedInVerdict(_CertifiedInVerdictRequired, total=False):
    """What is certified of a goal."""

    # The bound that the plan states.
    bound: int | None


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


class _VerdictDocumentRequired(TypedDict):
    """What is always there."""

    # Whether the check finds nothing wrong.
    agrees: bool

    # What is wrong with the plan.
    findings: list[FindingInWords]

    # The score as the check counts it.
    score: CountedScore


class VerdictDocument(_VerdictDocumentRequired, total=False):
    """A verdict as `verify --json` prints it."""

    # What a certificate proves of each goal; absent without a certificate.
    certified: list[CertifiedInVerdict] | None

