"""What test.py checks of ema.py: its tables against summary.csv, counted off without the workbench."""

import csv
import json
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
RANGES = {"growth": {"from": 0, "to": 150}, "grant": {"from": 1000, "to": 4000}}
SAMPLE = {"latin_hypercube": {"runs": 60, "seed": 7, "ranges": RANGES}}
STATE = [{"grow": {"percent": "{growth}"}}, {"finance": {"grant_per_student_eur": "{grant}"}}]
MORE = {"add_places": {"schools": ["wegwijzer", "regenboog", "klimop", "zonnehoek"], "number": 2}}
# `today` has no parameters, so it is no experiment. `places-2` is one of the ids of `places-{sample}` as well as a start
# of others.
BATCH = {
    "format": "plaatswijzer/batch/1",
    "base": "dorp.json",
    "scenarios": [
        {"id": "today"},
        {"id": "as-is-{sample}", "over": SAMPLE, "changes": STATE},
        {"id": "places-{sample}", "over": SAMPLE, "changes": [MORE, *STATE]},
    ],
}
FIGURES = ["left_out_students", "core_percent", "net_eur"]

ROUND_TRIP = """
import sys
sys.path.insert(0, sys.argv[1])
import ema, ema_workbench
experiments, outcomes = ema.load("batch.json")
ema_workbench.save_results((experiments, outcomes), "saved.tar.gz")
again, values = ema_workbench.load_results("saved.tar.gz")
assert again.shape == experiments.shape and sorted(values) == sorted(outcomes)
assert all((values[name] == outcomes[name]).all() for name in outcomes)
as_lever, _ = ema.load("batch.json", levers=["grant"])
assert as_lever["policy"].nunique() > 2 and as_lever["scenario"].nunique() <= 60
for wrong in [dict(parameters=["share"]), dict(levers=["share"])]:
    try:
        ema.load("batch.json", **wrong)
    except ValueError as error:
        assert "share" in str(error) and "growth" in str(error), error
    else:
        raise AssertionError(wrong)
print(len(experiments), experiments["scenario"].nunique(), *sorted(experiments["policy"].unique()))
"""


def runs_of(folder):
    """The experiments, from summary.csv: policy, sample, parameters and figures."""
    with open(folder / "summary.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["over_sample"]]
    runs = []
    for row in rows:
        policy, sample = row["scenario"].rsplit("-", 1)
        numbers = {name: float(row[name]) for name in FIGURES}
        parameters = {name: float(row[f"over_{name}"]) for name in RANGES}
        runs.append({"policy": policy, "sample": sample, **numbers, **parameters})
    return runs


def wrong_scores(table, _):
    """What is wrong with the feature scores: shares that explain money by the grant, and places by growth."""
    scores = {row["parameter"]: {name: float(row[name]) for name in FIGURES} for row in table}
    if set(scores) != {"growth", "grant", "policy"}:
        return [f"parameters {sorted(scores)}"]
    wrong = []
    for name, first in [("left_out_students", "growth"), ("core_percent", "growth"), ("net_eur", "grant")]:
        shares = {parameter: scores[parameter][name] for parameter in scores}
        if abs(sum(shares.values()) - 1) > 0.01 or max(shares, key=shares.get) != first:
            wrong.append(f"{name}: {shares}")
    return wrong


def wrong_box(table, runs):
    """What is wrong with the box: its coverage and density, counted off, and which parameter it limits."""
    limits = {row["parameter"]: row for row in table}

    def is_within(run):
        numbers = [name for name in RANGES if name in limits]
        policies = limits["policy"]["from"].split("|")
        inside = all(float(limits[name]["from"]) <= run[name] <= float(limits[name]["to"]) for name in numbers)
        return inside and run["policy"] in policies

    interesting = [run["left_out_students"] > 2 for run in runs]
    both = sum(is_within(run) and of_interest for run, of_interest in zip(runs, interesting))
    found = both / sum(interesting), both / sum(map(is_within, runs))
    said = float(table[0]["coverage"]), float(table[0]["density"])
    wrong = [] if all(abs(one - other) < 0.0006 for one, other in zip(found, said)) else [f"{said}, not {found}"]
    if said[1] < 0.8 or said[0] < 0.5:
        wrong.append(f"the box says nothing: {said}")
    if float(limits["growth"]["from"]) <= min(run["growth"] for run in runs):
        wrong.append("the box does not limit growth")
    return wrong


def wrong_regret(table, runs):
    """What is wrong with the regrets: each is the greatest distance to the other policy in the same sample."""
    wrong = []
    for name, sign in [("left_out_students", 1), ("core_percent", -1), ("net_eur", 1)]:
        costs = {(run["policy"], run["sample"]): sign * run[name] for run in runs}
        for row in table:
            own = row["policy"]
            other = {"as-is": "places", "places": "as-is"}[own]
            samples = [sample for policy, sample in costs if policy == own and (other, sample) in costs]
            greatest = max(max(0, costs[own, sample] - costs[other, sample]) for sample in samples)
            if abs(greatest - float(row[f"{name}_greatest_regret"])) > 1e-4:
                wrong.append(f"{own}, {name}: {row}, not {greatest}")
    return wrong


def checks(python, program, folder):
    """Titles of what was checked, each with what is wrong."""
    shutil.copy(HERE.parent.parent / "instances/dorp.json", folder)
    (folder / "batch.json").write_text(json.dumps(BATCH))
    subprocess.run([program, "batch", "batch.json", "-o", "."], cwd=folder, check=True, capture_output=True)
    ran = subprocess.run([python, HERE / "ema.py", "batch.json"], cwd=folder, capture_output=True, text=True)
    if ran.returncode != 0:
        return [("the EMA workbench", [ran.stderr])]
    runs = runs_of(folder)
    tables = [list(csv.DictReader(part.splitlines())) for part in ran.stdout.strip().split("\n\n")]
    titles = [("feature scoring", wrong_scores), ("PRIM", wrong_box), ("regret", wrong_regret)]
    results = [(f"the EMA workbench: {title}", wrong(table, runs)) for (title, wrong), table in zip(titles, tables)]
    ran = subprocess.run([python, "-c", ROUND_TRIP, HERE], cwd=folder, capture_output=True, text=True)
    wrong = [] if ran.stdout == "120 60 as-is places\n" else [ran.stdout + ran.stderr]
    return [*results, ("the EMA workbench: experiments and outcomes, saved and loaded", wrong)]
