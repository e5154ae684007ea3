"""`batch`."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from ._call import INTERRUPTED, OnProgress, call
from ._frames import library, pandas_of_csv, polars_of_csv
from ._input import Document, to_json
from ._plan import Plan
from ._search import limits
from ._temporary import folder

if TYPE_CHECKING:
    import pandas
    import polars


@overload
def batch(
    scenarios: Document,
    output: str | os.PathLike[str] | None = None,
    *,
    base: Mapping[str, Any] | None = None,
    frame: Literal["pandas"] = "pandas",
    time_limit: float | None = None,
    work_limit: int | None = None,
    gap: float | None = None,
    jobs: int | None = None,
    plans: Literal["all", "packed", "none"] | None = None,
    from_nothing: bool = False,
    retry: bool = False,
    on_progress: OnProgress | None = None,
    language: str | None = None,
) -> pandas.DataFrame: ...


@overload
def batch(
    scenarios: Document,
    output: str | os.PathLike[str] | None = None,
    *,
    base: Mapping[str, Any] | None = None,
    frame: Literal["polars"],
    time_limit: float | None = None,
    work_limit: int | None = None,
    gap: float | None = None,
    jobs: int | None = None,
    plans: Literal["all", "packed", "none"] | None = None,
    from_nothing: bool = False,
    retry: bool = False,
    on_progress: OnProgress | None = None,
    language: str | None = None,
) -> polars.DataFrame: ...


def batch(
    scenarios: Document,
    output: str | os.PathLike[str] | None = None,
    *,
    base: Mapping[str, Any] | None = None,
    frame: str = "pandas",
    time_limit: float | None = None,
    work_limit: int | None = None,
    gap: float | None = None,
    jobs: int | None = None,
    plans: Literal["all", "packed", "none"] | None = None,
    from_nothing: bool = False,
    retry: bool = False,
    on_progress: OnProgress | None = None,
    language: str | None = None,
) -> Any:
    """Plans many scenarios and returns a table with a row per run; its columns are those of `summary.csv`.

    `scenarios` is a batch document or its path, and `base` the instance, if it is a dict rather than the file that the
    document names. With `output`, plans and results are kept in that folder, and a batch that was interrupted goes on where
    it was; without, only the table remains. Ctrl-C ends the runs and raises KeyboardInterrupt. Limits hold for each run.
    Scenarios without a plan are rows without figures. `frame` is `pandas` or `polars`. `plans` says how `output` keeps

    Raises ImportError if that library is not installed, ValueError if `frame` is another word, and what `solve` raises.
    """
    readers = {"pandas": pandas_of_csv, "polars": polars_of_csv}
    if frame not in readers:
        raise ValueError(f"frame is {frame!r}: it must be one of {', '.join(map(repr, readers))}")
    # Before hours of work.
    library(frame)
    options = limits(time_limit, work_limit, gap)
    options += [] if jobs is None else ["--jobs", str(jobs)]
    options += [] if plans is None else ["--plans", plans]
    options += ["--from-nothing"] if from_nothing else []
    options += ["--retry"] if retry else []
    with folder() as place:
        results = place / "results" if output is None else Path(output).absolute()
        path, document = _scenarios(scenarios, base, place)
        arguments = ["batch", path, "-o", str(results), *options]
        # With exit code 3 some scenarios make no sense; where the batch itself does not, there is no summary.
        answer = call(arguments, document, language, on_progress, (0, 1, 3, INTERRUPTED))
        if answer.errors or answer.code == INTERRUPTED:
            answer.fail()
        return readers[frame]((results / "summary.csv").read_bytes())


def batch_plan(
    scenarios: Document,
    output: str | os.PathLike[str],
    run: str,
    *,
    base: Mapping[str, Any] | None = None,
    language: str | None = None,
) -> Plan:
    """The plan of one run (a value of the column `run`) from the folder of a batch, however the folder keeps plans.

    `scenarios` and `base` are those of `batch`. The plan comes with the instance of its run, after all changes of its
    scenario, so that reports and questions work as with any plan. Raises InvalidInput if the batch has no such run, and
    WrongUse if the folder has no plan of it.
    """
    with folder() as place:
        path, document = _scenarios(scenarios, base, place)
        results = str(Path(output).absolute())
        answers = [
            call(["batch", path, *options], document, language)
            for options in (["-o", results, "--plan", run], ["--instance-of", run])
        ]
    plan, instance = (answer.output for answer in answers)
    return Plan(plan, json.loads(instance))


def _scenarios(scenarios: Document, base: Mapping[str, Any] | None, place: Path) -> tuple[str, bytes | None]:
    """The batch as the command reads it, with the base written beside it if it is a dict."""
    if isinstance(scenarios, (str, os.PathLike)):
        if base is not None:
            raise ValueError("the batch is a file, which names its base: leave base out, or give the batch as a dict")
        return str(Path(scenarios).absolute()), None
    if base is None:
        return "-", to_json(scenarios)
    (place / "base.json").write_bytes(to_json(base))
    return "-", to_json({**scenarios, "base": str(place / "base.json")})
