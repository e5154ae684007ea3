"""Plans, questions about them, and tables."""

from __future__ import annotations

import copy
import subprocess
from pathlib import Path
from typing import Any, Literal

import numpy
import plaatswijzer
import pytest
from conftest import GRONINGEN, REPOSITORY, VILLAGE
from plaatswijzer._binary import binary


def test_a_plan_has_the_bytes_that_the_command_writes(plan: plaatswijzer.Plan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    subprocess.run([binary(), "solve", VILLAGE, "-o", file], check=True, capture_output=True)
    assert plan.json == file.read_bytes()
    plan.save(tmp_path / "saved.json")
    assert (tmp_path / "saved.json").read_bytes() == plan.json


def test_a_plan_says_what_it_is(plan: plaatswijzer.Plan) -> None:
    assert (plan.score, plan.is_optimal, plan.interrupted, len(plan.placements)) == (305_500, True, False, 8)
    assert plan.summary.startswith("Plan for Dorp, 2027-2028\n")
    assert "Plan for Dorp: 8 placements, 305500 points" in repr(plan)


def test_a_dict_is_planned_like_a_file(village: dict[str, Any], plan: plaatswijzer.Plan) -> None:
    assert plaatswijzer.solve(village).json == plan.json
    # As numbers come out of a table.
    for school in village["schools"]:
        school["places"] = numpy.int64(school["places"])
    assert plaatswijzer.solve(village).json == plan.json


def test_the_summary_is_in_dutch_where_asked() -> None:
    assert "8 van 9 studenten hebben een plek" in plaatswijzer.solve(VILLAGE, language="nl").summary


def test_an_earlier_plan_is_kept_where_changes_are_limited(village: dict[str, Any], plan: plaatswijzer.Plan) -> None:
    village.setdefault("rules", {})["continuity"] = {}
    again = plaatswijzer.solve(village, previous=plan, max_changes=0)
    assert [one["school"] for one in again.placements] == [one["school"] for one in plan.placements]


def test_the_check_agrees_with_a_plan_and_not_with_a_changed_one(plan: plaatswijzer.Plan) -> None:
    verdict = plaatswijzer.verify(VILLAGE, plan)
    assert verdict["agrees"] and verdict["score"]["total"] == plan.score and not verdict["findings"]
    changed = copy.deepcopy(plan.document)
    changed["placements"][0]["m"] = 1
    findings = plaatswijzer.verify(VILLAGE, changed)["findings"]
    assert findings and findings[0]["rule"] == "claims", findings


def test_why_answers_about_one_student_and_all_left_out(plan: plaatswijzer.Plan) -> None:
    answer = plaatswijzer.why(VILLAGE, plan, "chris", at="zonnehoek")["answers"][0]
    assert answer["student"] == "chris"
    assert answer["placing"] is not None and answer["placing"]["outcome"] == "possible"
    assert [one["student"] for one in plaatswijzer.why(VILLAGE, plan)["answers"]] == ["ivo"]


def test_reports_are_written(plan: plaatswijzer.Plan, tmp_path: Path) -> None:
    for name, start in {
        "plan.html": b"<!DOCTYPE html>",
        "plan.xlsx": b"PK",
        "plan.csv": b"student,students,programme",
    }.items():
        plan.report(tmp_path / name, audience="planner")
        assert (tmp_path / name).read_bytes().startswith(start), name


def test_a_notebook_shows_headline_and_map_without_students() -> None:
    plan = plaatswijzer.solve(GRONINGEN)
    shown = plan._repr_html_()
    assert "students have a place" in shown.split("<iframe")[0]
    assert "&lt;svg class=&quot;drawing&quot;" in shown and "&lt;style&gt;" in shown and 'sandbox=""' in shown
    for placement in plan.placements:
        assert placement["student"] not in shown


def test_a_notebook_shows_no_map_of_a_village_without_coordinates(plan: plaatswijzer.Plan) -> None:
    assert plan._repr_html_().startswith("<pre>Plan for Dorp") and "<iframe" not in plan._repr_html_()


def test_placements_are_a_table(plan: plaatswijzer.Plan) -> None:
    for table in (plan.to_pandas(), plan.to_polars()):
        assert len(table) == 8 and list(table["school"]) == [one["school"] for one in plan.placements]


BATCH = {
    "format": "plaatswijzer/batch/1",
    "base": "instances/dorp.json",
    "scenarios": [{"id": "today"}, {"id": "02", "changes": [{"drop_out": {"percent": 20}}]}],
}


def test_a_batch_is_a_table_of_pandas_or_polars(
    village: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REPOSITORY)
    seen: list[plaatswijzer.Progress] = []
    table = plaatswijzer.batch(BATCH, tmp_path / "kept", on_progress=seen.append)
    assert list(table["scenario"]) == ["today", "02"] and list(table["outcome"]) == ["plan", "plan"]
    assert (seen[-1].done, seen[-1].of) == (2, 2)
    assert (tmp_path / "kept" / "report.html").exists()
    other = plaatswijzer.batch({**BATCH, "base": "nothing"}, base=village, frame="polars")
    assert list(other["scenario"]) == ["today", "02"]
    assert list(other["score_points"]) == list(table["score_points"])
    with pytest.raises(ValueError, match="'pandas', 'polars'"):
        plaatswijzer.batch(BATCH, frame="csv")  # type: ignore[call-overload]


@pytest.mark.parametrize("plans", ["all", "packed"])
def test_a_plan_of_a_batch_can_be_read_and_asked(
    village: dict[str, Any], tmp_path: Path, plans: Literal["all", "packed"]
) -> None:
    table = plaatswijzer.batch(BATCH, tmp_path, base=village, plans=plans)
    assert (tmp_path / "plans").exists() == (plans == "all")
    for run, score in zip(table["run"], table["score_points"], strict=True):
        plan = plaatswijzer.batch_plan(BATCH, tmp_path, run, base=village)
        assert plan.score == score and plaatswijzer.verify(plan.instance, plan)["agrees"]
        if plans == "all":
            assert plan.json == (tmp_path / "plans" / f"{run}.json").read_bytes()
    # A fifth of the students of `02` have left, so it is another instance.
    assert isinstance(plan.instance, dict) and len(plan.instance["students"]) < len(village["students"])


def test_a_run_without_a_plan_is_said_to_have_none(village: dict[str, Any], tmp_path: Path) -> None:
    plaatswijzer.batch(BATCH, tmp_path, base=village, plans="none")
    with pytest.raises(plaatswijzer.WrongUse, match="--instance-of"):
        plaatswijzer.batch_plan(BATCH, tmp_path, "today", base=village)
    with pytest.raises(plaatswijzer.InvalidInput) as raised:
        plaatswijzer.batch_plan(BATCH, tmp_path, "tody", base=village)
    (problem,) = raised.value.problems
    assert (problem.code, problem.help) == ("unknown-reference", "did you mean `today`?")
    with pytest.raises(plaatswijzer.WrongUse, match="--plans"):
        plaatswijzer.batch(BATCH, tmp_path, base=village, plans="all")
