"""The package itself: its types are those of the command, and its versions agree."""

from __future__ import annotations

import subprocess
import sys
import typing
from pathlib import Path

import plaatswijzer
import plaatswijzer.documents
from conftest import REPOSITORY
from plaatswijzer._binary import binary

sys.path.insert(0, str(REPOSITORY / "contrib" / "python" / "tools"))
import typed_dicts


def test_the_types_are_those_of_the_schemas() -> None:
    package = Path(plaatswijzer.documents.__file__).parent
    wanted = typed_dicts.modules(binary())
    assert {file.name for file in package.glob("*.py")} == set(wanted)
    for name, text in wanted.items():
        written = (package / name).read_text(encoding="utf-8")
        assert written == text, f"{name}: run contrib/python/tools/typed_dicts.py"


def test_the_types_can_be_evaluated() -> None:
    assert {"placements", "score"} <= set(typing.get_type_hints(plaatswijzer.documents.PlanDocument))
    assert "scenarios" in plaatswijzer.documents.BatchDocument.__required_keys__
    assert "goals" in plaatswijzer.documents.InstanceDocument.__optional_keys__


def test_command_and_module_are_of_one_version() -> None:
    for command in ([binary()], [sys.executable, "-m", "plaatswijzer"]):
        printed = subprocess.run([*command, "--version"], check=True, capture_output=True, text=True).stdout
        assert printed.strip() == f"plaatswijzer {plaatswijzer.__version__}"


def test_the_installed_package_is_tested() -> None:
    assert "site-packages" in Path(plaatswijzer.__file__).resolve().parts
