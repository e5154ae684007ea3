"""The limits of a search as arguments of the command."""

from __future__ import annotations


def limits(time_limit: float | None, work_limit: int | None, gap: float | None) -> list[str]:
    """The options for what is given."""
    given = {"--time-limit": time_limit, "--work-limit": work_limit, "--gap": gap}
    return [part for option, value in given.items() if value is not None for part in (option, str(value))]
