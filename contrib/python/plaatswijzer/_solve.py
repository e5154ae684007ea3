"""`solve`."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ._call import INTERRUPTED, OnProgress, call
from ._input import Document, argument
from ._plan import Plan
from ._search import limits
from ._temporary import folder


def solve(
    instance: Document,
    *,
    time_limit: float | None = None,
    work_limit: int | None = None,
    gap: float | None = None,
    previous: Plan | str | os.PathLike[str] | None = None,
    max_changes: int | None = None,
    freeze: Sequence[str] = (),
    lot: int | None = None,
    threads: int | None = None,
    on_progress: OnProgress | None = None,
    language: str | None = None,
) -> Plan:
    """Makes a plan of an instance: a dict, or the path of its file.

    Ctrl-C (in a notebook: interrupt) stops the search and returns the best plan so far, whose `interrupted` is True; before
    there is any, it raises KeyboardInterrupt. `time_limit` is in seconds; `work_limit` stops after an amount of work and
    gives the same plan everywhere; `gap` is the fraction of the score that suffices. `previous` is an earlier plan, to which
    `max_changes` and `freeze` (boards and clusters) refer. `lot` draws lots between plans that are equally good.
    `on_progress` is called now and then, in another thread. `language` is `en` or `nl`.

    Raises InvalidInput (all problems at once), NoPlan, OutOfTime, WrongUse, BinaryNotFound.
    """
    path, document = argument(instance)
    options = limits(time_limit, work_limit, gap)
    numbers = {"--max-changes": max_changes, "--lot": lot, "--threads": threads}
    options += [part for option, value in numbers.items() if value is not None for part in (option, str(value))]
    options += [part for one in freeze for part in ("--freeze", one)]
    with folder() as place:
        if isinstance(previous, Plan):
            earlier = place / "previous.json"
            previous.save(earlier)
            previous = earlier
        if previous is not None:
            options += ["--previous", str(previous)]
        file = place / "plan.json"
        answer = call(["solve", path, "-o", str(file), *options], document, language, on_progress, (0, INTERRUPTED))
        if not file.exists():
            answer.fail()
        return Plan(
            file.read_bytes(),
            instance,
            summary=answer.output.decode(),
            warnings=tuple(answer.warnings),
            interrupted=answer.code == INTERRUPTED,
        )
