"""What goes wrong is said, with place and advice; an interrupt loses nothing."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import plaatswijzer
import pytest
from conftest import GRONINGEN, VILLAGE
from plaatswijzer._binary import VARIABLE


def test_all_problems_of_a_dict_are_one_exception(village: dict[str, Any]) -> None:
    village["students"][0]["programme"] = "volltijd"
    village["schools"][1]["board"] = "nobody"
    with pytest.raises(plaatswijzer.InvalidInput) as raised:
        plaatswijzer.solve(village)
    problems = {problem.code: problem for problem in raised.value.problems}
    assert problems["unknown-word"].location == "students[0].programme"
    assert "voltijd" in problems["unknown-word"].help
    assert raised.value.code == 3 and "2 problems" in str(raised.value)
    assert "--> students[0].programme" in str(raised.value)


def test_validate_lists_what_solve_would_raise(village: dict[str, Any]) -> None:
    assert plaatswijzer.validate(village) == []
    codes = {problem.code for problem in plaatswijzer.validate({"format": "plaatswijzer/instance/1"})}
    assert codes == {"missing-key"}
    del village["boards"]
    assert plaatswijzer.validate(village, language="nl")[0].allowed != plaatswijzer.validate(village)[0].allowed


def test_values_that_json_does_not_have_are_named_all(village: dict[str, Any]) -> None:
    village["name"] = {1, 2}
    village["schools"][0]["places"] = float("nan")
    with pytest.raises(plaatswijzer.InvalidInput) as raised:
        plaatswijzer.solve(village)
    assert [problem.location for problem in raised.value.problems] == ["name", "schools[0].places"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(plaatswijzer.InvalidInput) as raised:
        plaatswijzer.solve(tmp_path / "nothing.json")
    assert raised.value.problems[0].code == "unreadable"
    assert raised.value.problems[0].location == str(tmp_path / "nothing.json")


def test_demands_that_clash_are_named(village: dict[str, Any]) -> None:
    village["boards"][0]["min_students"] = 50
    with pytest.raises(plaatswijzer.NoPlan, match="50"):
        plaatswijzer.solve(village)


def test_wrong_use_is_said(village: dict[str, Any]) -> None:
    with pytest.raises(plaatswijzer.WrongUse, match="--gap") as raised:
        plaatswijzer.solve(village, gap=2)
    assert (raised.value.code, raised.value.kind) == (2, "usage")
    with pytest.raises(plaatswijzer.OutOfTime):
        plaatswijzer.solve(GRONINGEN, time_limit=0)


def test_questions_about_a_wrong_plan_are_refused(plan: plaatswijzer.Plan) -> None:
    wrong = {**plan.document, "placements": plan.document["placements"][1:]}
    with pytest.raises(plaatswijzer.CheckDisagrees):
        plaatswijzer.why(VILLAGE, wrong, "chris")


def test_an_interrupt_returns_the_best_plan_so_far() -> None:
    seen: list[plaatswijzer.Progress] = []

    def interrupt_at_first_plan(progress: plaatswijzer.Progress) -> None:
        seen.append(progress)
        if progress.best is not None and not any(one.best is not None for one in seen[:-1]):
            os.kill(os.getpid(), signal.SIGINT)

    plan = plaatswijzer.solve(GRONINGEN, on_progress=interrupt_at_first_plan)
    assert plan.interrupted and not plan.is_optimal and plan.placements
    assert plaatswijzer.verify(GRONINGEN, plan)["agrees"]
    assert seen[-1].gap is not None and seen[-1].gap > 0 and seen[-1].goal == "total" and seen[-1].text


def test_an_interrupt_before_any_plan_is_an_interrupt() -> None:
    def interrupt(progress: plaatswijzer.Progress) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        plaatswijzer.batch(
            {
                "format": "plaatswijzer/batch/1",
                "base": str(GRONINGEN),
                "scenarios": [{"id": f"s{n}"} for n in range(9)],
            },
            jobs=1,
            on_progress=interrupt,
        )


def test_an_exception_of_the_callback_ends_the_search() -> None:
    def fail(progress: plaatswijzer.Progress) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        plaatswijzer.solve(GRONINGEN, on_progress=fail)


def test_a_missing_binary_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nothing"))
    with pytest.raises(plaatswijzer.BinaryNotFound, match="which is no file"):
        plaatswijzer.solve(VILLAGE)
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("plaatswijzer._binary.NAME", "plaatswijzer-that-is-not-there")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(plaatswijzer.BinaryNotFound, match="cargo install plaatswijzer") as raised:
        plaatswijzer.solve(VILLAGE)
    assert "glibc 2.28" in str(raised.value) and str(Path(sys.executable).parent) in str(raised.value)


def test_a_binary_of_another_version_or_machine_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "other"
    monkeypatch.setenv(VARIABLE, str(other))
    for text, said in {
        "#!/bin/sh\necho plaatswijzer 0.0.1\n": "is version 0.0.1",
        "\x7fELF": "another kind of machine",
    }.items():
        other = tmp_path / said.replace(" ", "-")
        other.write_text(text)
        other.chmod(other.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv(VARIABLE, str(other))
        with pytest.raises(plaatswijzer.BinaryNotFound, match=said):
            plaatswijzer.solve(VILLAGE)


def test_an_old_python_is_refused_in_words() -> None:
    code = "import sys; sys.version_info = (3, 9, 18); import plaatswijzer"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "plaatswijzer needs Python 3.10 or later, and this is 3.9" in ran.stderr


def test_a_table_without_its_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, plan: plaatswijzer.Plan) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'plaatswijzer\[pandas\]'"):
        plan.to_pandas()
    with pytest.raises(ImportError, match=r"plaatswijzer\[pandas\]"):
        plaatswijzer.batch({})
