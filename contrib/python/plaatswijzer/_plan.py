"""A plan, as the command wrote it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ._display import as_html
from ._input import Document
from ._temporary import reported

if TYPE_CHECKING:
    import pandas
    import polars

    from .documents import PlanDocument
    from .documents.plan import Placement


class Plan:
    """Who goes where, how good that is, and why.

    `document` is the plan file as a dict, `json` its very bytes. In a notebook a plan shows its headline and map.
    """

    def __init__(
        self,
        json_: bytes,
        instance: Document,
        *,
        summary: str = "",
        warnings: tuple[str, ...] = (),
        interrupted: bool = False,
    ) -> None:
        self.json = json_
        """The bytes of the plan file, the same as `plaatswijzer solve -o` writes."""
        self.document = cast("PlanDocument", json.loads(json_))
        """The plan file as a dict."""
        self.instance = instance
        """The instance, as it was given."""
        self.summary = summary
        """The summary that the command prints."""
        self.warnings = warnings
        """What is remarkable about the instance."""
        self.interrupted = interrupted
        """Whether the search was interrupted; then this is the best plan that it had."""

    @classmethod
    def read(cls, file: str | os.PathLike[str], instance: Document) -> Plan:
        """A plan from a file, of its instance."""
        return cls(Path(file).read_bytes(), instance)

    @property
    def placements(self) -> list[Placement]:
        """Who goes where."""
        return self.document["placements"]

    @property
    def score(self) -> int | None:
        """All points; None in a plan from elsewhere that does not say."""
        score = self.document.get("score")
        return score["total"] if score else None

    @property
    def is_optimal(self) -> bool:
        """Whether it is proven that no plan is better."""
        return self.document.get("status") == "optimal"

    def save(self, file: str | os.PathLike[str]) -> None:
        """Writes the plan file."""
        Path(file).write_bytes(self.json)

    def report(
        self,
        file: str | os.PathLike[str],
        *,
        audience: str | None = None,
        board: str | None = None,
        language: str | None = None,
    ) -> None:
        """Writes a report: a page (.html), workbook (.xlsx) or table (.csv); see `plaatswijzer report`."""
        Path(file).write_bytes(reported(self, Path(file).suffix, audience, board, language))

    def to_pandas(self) -> pandas.DataFrame:
        """The placements as a table, a row per student entry and school; needs pandas."""
        from ._frames import pandas_of

        return pandas_of(self.placements)

    def to_polars(self) -> polars.DataFrame:
        """The placements as a table, a row per student entry and school; needs polars."""
        from ._frames import polars_of

        return polars_of(self.placements)

    def __repr__(self) -> str:
        name = (self.document.get("instance") or cast("Mapping[str, Any]", {})).get("name", "")
        return f"<Plan for {name}: {len(self.placements)} placements, {self.score} points>"

    def _repr_html_(self) -> str:
        """The headline and the map, for notebooks; as the public may see them, since notebooks are passed on."""
        return as_html(self.summary or repr(self), reported(self, ".html", "public", None, None).decode())
