"""Files for the command, which are gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ._call import call
from ._input import argument

if TYPE_CHECKING:
    from ._plan import Plan


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that only this user may read."""
    with tempfile.TemporaryDirectory(prefix="plaatswijzer-") as path:
        yield Path(path)


def reported(plan: Plan, suffix: str, audience: str | None, board: str | None, language: str | None) -> bytes:
    """The bytes of a report."""
    path, document = argument(plan.instance)
    with folder() as place:
        file, out = place / "plan.json", place / f"report{suffix}"
        file.write_bytes(plan.json)
        options = [*(["--audience", audience] if audience else []), *(["--board", board] if board else [])]
        call(["report", path, str(file), "-o", str(out), *options], document, language)
        return out.read_bytes()
