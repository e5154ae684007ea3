"""Tables of pandas and polars, which need not be installed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars


def library(name: str) -> Any:
    """The module of a library. Raises ImportError that says how to install it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"this table needs {name}: pip install 'plaatswijzer[{name}]'") from error


def pandas_of(rows: Sequence[Any]) -> pandas.DataFrame:
    """A table of dicts: a row for each."""
    table: pandas.DataFrame = library("pandas").DataFrame(list(rows))
    return table


def polars_of(rows: Sequence[Any]) -> polars.DataFrame:
    """A table of dicts: a row for each."""
    # The keys of what was charged differ from row to row.
    table: polars.DataFrame = library("polars").DataFrame(list(rows), infer_schema_length=None)
    return table


def pandas_of_csv(csv: bytes) -> pandas.DataFrame:
    """A table of a CSV file; ids stay text."""
    text = {"run": str, "scenario": str, "title": str, "outcome": str, "reason": str}
    table: pandas.DataFrame = library("pandas").read_csv(io.BytesIO(csv), dtype=text)
    return table


def polars_of_csv(csv: bytes) -> polars.DataFrame:
    """A table of a CSV file; ids stay text."""
    library_of = library("polars")
    names = ("run", "scenario", "title", "outcome", "reason")
    text = {name: library_of.String for name in names}
    header = csv.split(b"\n", 1)[0].decode("utf-8-sig").strip().split(",")
    overrides = {name: kind for name, kind in text.items() if name in header}
    table: polars.DataFrame = library_of.read_csv(io.BytesIO(csv), schema_overrides=overrides, infer_schema_length=None)
    return table
