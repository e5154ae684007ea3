"""Types of `plaatswijzer schema message`, written by typed_dicts.py."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict


class _MessageLineErrorRequired(TypedDict):
    """What is always there."""

    # What is wrong, such as `unknown-reference`: a code of a problem in the input, or `usage`, `output`, `search`
    # or
    # `check`. Codes are stable.
    code: str

    kind: Literal["error"]

    # All of it in words.
    text: str


class MessageLineError(_MessageLineErrorRequired, total=False):
    """Why the command ended without its result. Every problem of an input is one."""

    # What is allowed there.
    allowed: str | None

    # What was found there.
    found: str | None

    # What to do.
    help: str | None

    # Where in the input: a path such as `students[12].days[0]`, a position in a text, or a cell of a sheet.
    location: str | None

    # What is wrong in an input: the code in words.
    title: str | None


class MessageLineWarning(TypedDict):
    """Something in the input that is allowed and yet probably a mistake."""

    kind: Literal["warning"]

    # Where in the input.
    location: str

    # What is remarkable, and its effect on plans.
    text: str


class MessageLineNote(TypedDict):
    """Anything else that is said to people."""

    kind: Literal["note"]

    # The text; it may have several lines.
    text: str


class _MessageLineProgressRequired(TypedDict):
    """What is always there."""

    kind: Literal["progress"]

    # That in words.
    text: str


class MessageLineProgress(_MessageLineProgressRequired, total=False):
    """How far a command is."""

    # The best value found for this level; absent as long as no plan is known.
    best: int | None

    # No plan has a lower value for this level.
    bound: int | None

    # The number of parts that are done: runs of a batch, answers.
    done: int | None

    # The goal level that is being minimised.
    goal: str | None

    # The number of all parts.
    of: int | None

    # Seconds since the search began.
    seconds: float | None


# One line of standard error.
MessageLine: TypeAlias = MessageLineError | MessageLineWarning | MessageLineNote | MessageLineProgress

