"""What the tests share. They run against the installed package, never against the sources beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import plaatswijzer
import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
VILLAGE = REPOSITORY / "instances" / "dorp.json"
GRONINGEN = REPOSITORY / "instances" / "groningen.json"


@pytest.fixture
def village() -> dict[str, Any]:
    """The village as a dict, to change."""
    document: dict[str, Any] = json.loads(VILLAGE.read_bytes())
    return document


@pytest.fixture(scope="session")
def plan() -> plaatswijzer.Plan:
    """A plan of the village."""
    return plaatswijzer.solve(VILLAGE)
