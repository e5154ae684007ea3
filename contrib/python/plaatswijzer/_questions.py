"""`validate`, `verify` and `why`."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ._call import OnProgress, call
from ._input import Document, argument, to_json
from ._plan import Plan
from ._search import limits
from ._temporary import folder
from .errors import InvalidInput, Problem

if TYPE_CHECKING:
    from .documents import VerdictDocument, WhyDocument

AnyPlan = Plan | Mapping[str, Any] | str | os.PathLike[str]


def validate(document: Document, *, language: str | None = None) -> list[Problem]:
    """All problems of an instance, a batch or a path; an empty list if there are none."""
    try:
        path, piped = argument(document)
        call(["validate", path], piped, language)
    except InvalidInput as invalid:
        return list(invalid.problems)
    return []


def verify(instance: Document, plan: AnyPlan, *, language: str | None = None) -> VerdictDocument:
    """Checks a plan, made by plaatswijzer or not: whether the check `agrees`, its own count of the score, and findings."""
    output = _about(instance, plan, "verify", [], language, None, (0, 6))
    return cast("VerdictDocument", json.loads(output))


def why(
    instance: Document,
    plan: AnyPlan,
    student: str | None = None,
    *,
    at: str | None = None,
    free: bool = False,
    alternatives: int | None = None,
    time_limit: float | None = None,
    work_limit: int | None = None,
    on_progress: OnProgress | None = None,
    language: str | None = None,
) -> WhyDocument:
    """Why a student is at a school or at none, and what alternatives would cost; without `student`, of all left out.

    `at` asks about one school, cluster or board; `free` lets other clusters be used; `alternatives` is the number of other
    schools to work out for a student with a place. Raises CheckDisagrees if the plan is wrong.
    """
    options = ["--all"] if student is None else [student]
    options += limits(time_limit, work_limit, None)
    options += [*(["--at", at] if at else []), *(["--free"] if free else [])]
    options += [] if alternatives is None else ["--alternatives", str(alternatives)]
    return cast("WhyDocument", json.loads(_about(instance, plan, "why", options, language, on_progress, (0,))))


def _about(
    instance: Document,
    plan: AnyPlan,
    command: str,
    options: list[str],
    language: str | None,
    on_progress: OnProgress | None,
    accept: tuple[int, ...],
) -> bytes:
    path, document = argument(instance)
    with folder() as place:
        if isinstance(plan, (str, os.PathLike)):
            file = Path(plan).absolute()
        else:
            file = place / "plan.json"
            file.write_bytes(plan.json if isinstance(plan, Plan) else to_json(plan))
        return call([command, path, str(file), "--json", *options], document, language, on_progress, accept).output
