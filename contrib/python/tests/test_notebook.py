"""The example notebook shows what it computes.

After a change: UPDATE_GOLDEN=1 pytest contrib/python/tests/test_notebook.py, and look at it.
"""

from __future__ import annotations

import os
import re
from typing import Any

import nbformat
from conftest import REPOSITORY
from nbclient import NotebookClient

NOTEBOOK = REPOSITORY / "contrib" / "python" / "village.ipynb"


def shown(notebook: Any) -> list[Any]:
    """What the cells show."""
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def test_the_notebook_shows_what_it_computes() -> None:
    stored = nbformat.read(NOTEBOOK, as_version=4)
    computed = NotebookClient(
        nbformat.from_dict(stored),
        timeout=120,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
    ).execute()
    # The version of Python is that of the machine.
    computed.metadata.language_info = {"name": "python"}
    if "UPDATE_GOLDEN" in os.environ:
        nbformat.write(computed, NOTEBOOK)
        stored = computed
    assert shown(computed) == shown(stored)
    text = str(shown(computed))
    assert "8 of 9 students have a place" in text and "srcdoc" in text and "Traceback" not in text
    assert re.search(r"unknown-word\S* students\[0\]\.programme", text), text
