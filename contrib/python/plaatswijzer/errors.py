"""What can go wrong. Every exception of this package is a `PlaatswijzerError`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One problem of an input."""

    code: str
    """The kind of problem, such as `unknown-reference`; codes are stable."""
    location: str
    """Where: a path such as `students[12].days[0]`, or a position in a text."""
    title: str
    """What the code means."""
    found: str
    """What was found there."""
    allowed: str
    """What is allowed there."""
    help: str
    """What to do."""

    @classmethod
    def of(cls, line: Mapping[str, str]) -> Problem:
        """The problem in a message of the command."""
        keys = ("code", "location", "title", "found", "allowed", "help")
        return cls(*(line.get(key, "") for key in keys))

    def __str__(self) -> str:
        return (
            f"error[{self.code}]: {self.title}\n  --> {self.location}\n"
            f"  found:   {self.found}\n  allowed: {self.allowed}\n  help:    {self.help}"
        )


class PlaatswijzerError(Exception):
    """Anything that keeps a result from being there."""


class BinaryNotFound(PlaatswijzerError):
    """The command is not there, or is of another version than this module."""


class CommandFailed(PlaatswijzerError):
    """The command ended without its result.

    `code` is the exit code, `kind` the code of the error (such as `usage`; empty if there is none), and `notes` what the
    command said besides.
    """

    def __init__(self, text: str, code: int, kind: str = "", notes: Iterable[str] = ()) -> None:
        super().__init__(text)
        self.code = code
        self.kind = kind
        self.notes = tuple(notes)


class WrongUse(CommandFailed):
    """Arguments that do not go together, or values that are not allowed (exit code 2)."""


class InvalidInput(CommandFailed):
    """A document that cannot be used, with all its `problems` (exit code 3)."""

    def __init__(self, problems: Iterable[Problem], notes: Iterable[str] = ()) -> None:
        self.problems = tuple(problems)
        listed = "\n".join(map(str, self.problems))
        count = len(self.problems)
        super().__init__(f"{count} problem{'' if count == 1 else 's'}\n{listed}", 3, "input", notes)


class NoPlan(CommandFailed):
    """No plan exists under the rules; the text says which demands clash (exit code 4)."""


class OutOfTime(CommandFailed):
    """The limits ended the search before it found any plan (exit code 5)."""


class CheckDisagrees(CommandFailed):
    """A plan that the independent check finds wrong, where one without faults is needed (exit code 6)."""


BY_EXIT_CODE: dict[int, type[CommandFailed]] = {2: WrongUse, 4: NoPlan, 5: OutOfTime, 6: CheckDisagrees}
"""The exception of each exit code that has one of its own; 3 is `InvalidInput`."""
