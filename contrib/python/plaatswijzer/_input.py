"""Documents as Python has them, and as the command reads them."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from .errors import InvalidInput, Problem

Document: TypeAlias = "Mapping[str, Any] | str | os.PathLike[str]"
"""A document: its keys and values, or the path of its file."""


def argument(document: Document) -> tuple[str, bytes | None]:
    """How a document is handed to the command: its path, or `-` with bytes for standard input.

    The command reads files that the document names relative to its file, or to the current folder.
    """
    if isinstance(document, (str, os.PathLike)):
        # `./-` is a file, `-` is standard input.
        return str(Path(document).absolute()), None
    return "-", to_json(document)


def to_json(document: Mapping[str, Any]) -> bytes:
    """A document as JSON. Numbers of NumPy become those of Python.

    Raises InvalidInput with every value that JSON does not have.
    """
    problems = list(_problems(document, ""))
    if problems:
        raise InvalidInput(problems)
    return json.dumps(document, ensure_ascii=False, default=_plain).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return value.item()


def _problems(value: Any, location: str) -> Iterator[Problem]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            if not isinstance(key, str):
                yield _problem(location or "the document", f"the key {key!r}", "keys that are text", "quote it")
            yield from _problems(part, f"{location}.{key}" if location else str(key))
    elif isinstance(value, (list, tuple)):
        for at, part in enumerate(value):
            yield from _problems(part, f"{location}[{at}]")
    elif isinstance(value, float) and not math.isfinite(value):
        yield _problem(location, str(value), "a number", "leave the key out where a value is not known")
    elif not (value is None or isinstance(value, (str, int, float)) or _is_numpy_number(value)):
        found = f"{value!r}, a {type(value).__name__}"
        yield _problem(location, found, "text, numbers, true, false, lists and dicts", "convert it, such as with str()")


def _is_numpy_number(value: Any) -> bool:
    return type(value).__module__ == "numpy" and getattr(value, "ndim", 1) == 0 and hasattr(value, "item")


def _problem(location: str, found: str, allowed: str, help: str) -> Problem:
    return Problem("not-json", location, "A value that JSON does not have", found[:200], allowed, help)
