#!/usr/bin/env python3
"""Runs every recipe that this machine has an interpreter for, and holds its figures against summary.json, or for the
EMA workbench against summary.csv.

The program is $PLAATSWIJZER, or target/release/plaatswijzer; Python for the recipes is $PYTHON, or the
one that runs this test. The test itself needs nothing but Python.
"""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import test_ema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("PLAATSWIJZER", str(ROOT / "target/release/plaatswijzer"))
PYTHON = os.environ.get("PYTHON", sys.executable)

# 40 draws make means that end in a half. Scenario `four` has no plan in some draws, `nonsense` in none.
SCENARIOS = [
    {"id": "today", "title": 'Today, "as is"'},
    {"id": "places", "changes": [{"add_places": {"schools": ["wegwijzer"], "number": 2}}]},
    {
        "id": "four",
        "changes": [{"rule": {"id": "cluster_size", "settings": {"min": 4, "target": 4, "max": 5}}}],
    },
    {"id": "nonsense", "changes": [{"close_schools": {"schools": ["nowhere"]}}]},
    {
        "id": "growth-{growth}",
        "over": {"growth": [100, 0, 25, 50]},
        "changes": [{"grow": {"percent": "{growth}"}}],
    },
]
DRAWS = {"count": 40, "seed": 7, "changes": [{"drop_out": {"percent": 20}}]}

DUCKDB_MODULE = """
import csv, sys, duckdb
connection, out = duckdb.connect(), csv.writer(sys.stdout)
for statement in duckdb.extract_statements(open(sys.argv[1]).read()):
    answer = connection.execute(statement)
    if statement.type == duckdb.StatementType.SELECT:
        out.writerow([column[0] for column in answer.description])
        out.writerows(answer.fetchall())
"""


def python_with(module):
    """Python, where it has a module."""
    try:
        known = subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True)
    except OSError:
        return None
    return PYTHON if known.returncode == 0 else None


def recipes():
    """Every recipe: what it needs, the command where that is there, and its standard input."""
    python = {name: python_with(name) for name in ["pandas", "polars", "duckdb"]}
    script, command_line = shutil.which("Rscript"), shutil.which("duckdb")
    sql = HERE / "summary.sql"
    return [
        ("pandas", python["pandas"] and [PYTHON, HERE / "summary_pandas.py"], None),
        ("polars", python["polars"] and [PYTHON, HERE / "summary_polars.py"], None),
        ("R", script and [script, HERE / "summary.R"], None),
        ("the command duckdb", command_line and [command_line, "-csv"], sql),
        ("the Python package duckdb", python["duckdb"] and [PYTHON, "-c", DUCKDB_MODULE, sql], None),
    ]


def make(folder, batch):
    """The summary of a batch that is run in a folder."""
    shutil.copy(ROOT / "instances/dorp.json", folder)
    file = folder / "batch.json"
    file.write_text(json.dumps({"format": "plaatswijzer/batch/1", "base": "dorp.json", **batch}))
    done = subprocess.run([PROGRAM, "batch", file, "-o", folder], capture_output=True, text=True)
    # 3: `nonsense` was refused, everything else is done.
    assert done.returncode == 3, done.stderr
    summary = json.loads((folder / "summary.json").read_text())
    four = next(scenario for scenario in summary["scenarios"] if scenario["id"] == "four")
    assert "draws" not in batch or 0 < four["planned"] < four["runs"], "`four` should have some plans"
    return summary


def count_off(folder):
    """The summary of a table without a batch, whose differences are 1, 2, 3, …: percentiles can be counted
    off.
    """
    rows, scenarios = [], []
    for number in [100, 1, 7, 19, 20, 21, 30, 40, 59, 60]:
        name = "today" if number == 100 else f"{number}-draws"
        values = [0] * number if name == "today" else list(range(1, number + 1))
        growth = number if name == "20-draws" else None
        rows += [[name, draw + 1, growth, "plan", value, 0, 1] for draw, value in enumerate(values)]

        def figure(mean, least, greatest):
            return {"runs": number, "mean": mean, "least": least, "greatest": greatest, "difference": None}

        core = figure(sum(values) / number, values[0], values[-1])
        if name != "today":
            rank = {percent: (percent * number + 99) // 100 for percent in [5, 95]}
            core["difference"] = {"mean": core["mean"], "p05": rank[5], "p95": rank[95]}
        figures = {"core_percent": core, "net_eur": figure(0, 0, 0), "left_out_students": figure(1, 1, 1)}
        over = {"growth": growth} if growth else {}
        scenarios.append({"id": name, "over": over, "figures": figures})
    header = ["scenario", "draw", "over_growth", "outcome", "core_percent", "net_eur", "left_out_students"]
    with open(folder / "summary.csv", "w", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return {"scenarios": scenarios}


def expected(summary):
    """The three tables, from summary.json: a header, and a row per scenario."""
    share, trade, grid = {}, {}, {}
    for scenario in summary["scenarios"]:
        name, figures = scenario["id"], scenario["figures"]
        if not figures:
            continue
        core, net, left_out = (figures[key] for key in ["core_percent", "net_eur", "left_out_students"])
        difference = core["difference"] or {"mean": None, "p05": None, "p95": None}
        share[name] = [core["runs"], core["mean"], *(difference[key] for key in ["mean", "p05", "p95"])]
        trade[name] = [net["mean"], core["mean"]]
        if "growth" in scenario["over"]:
            value = scenario["over"]["growth"]
            grid[name] = [value, *(left_out[key] for key in ["mean", "least", "greatest"])]

    def beats(other, one):
        return other != one and other[0] <= one[0] and other[1] >= one[1]

    on_front = {name: not any(beats(other, one) for other in trade.values()) for name, one in trade.items()}
    trade = {name: [*one, on_front[name]] for name, one in trade.items()}
    in_order = sorted(grid.items(), key=lambda row: row[1][0])
    difference = [f"core_percent_difference_{key}" for key in ["mean", "p05", "p95"]]
    left_out = [f"left_out_students_{key}" for key in ["mean", "least", "greatest"]]
    return [
        (["scenario", "draws", "core_percent_mean", *difference], list(share.items())),
        (
            ["scenario", "net_eur_mean", "core_percent_mean", "on_front"],
            sorted(trade.items(), key=lambda row: (row[1][0], row[0])),
        ),
        (["over_growth", "scenario", *left_out], [(name, row) for name, row in in_order]),
    ]


def value(text):
    if text in ("", "NULL"):
        return None
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    return float(text)


def told(text):
    """The tables that a recipe prints: each begins with its header."""
    tables = []
    for row in csv.reader(text.splitlines()):
        if not row:
            continue
        if row[0] in ("scenario", "over_growth"):
            tables.append((row, []))
            continue
        header, rows = tables[-1]
        at = header.index("scenario")
        rows.append((row[at], [value(cell) for place, cell in enumerate(row) if place != at]))
    return tables


def differences(found, wanted):
    """What a recipe says that summary.json does not."""
    if [header for header, _ in found] != [header for header, _ in wanted]:
        return [f"headers {[header for header, _ in found]}"]
    return [
        f"{header[-1]}: {row}, not {right}"
        for (header, rows), (_, rights) in zip(found, wanted)
        for row, right in zip(rows + [None] * len(rights), rights + [None] * len(rows))
        if row != right
    ]


def main():
    counts = {"passed": 0, "failed": 0}

    def count(title, wrong):
        counts["failed" if wrong else "passed"] += 1
        print(f"{'WRONG' if wrong else 'ok   '} {title}")
        for line in wrong:
            print(f"      {line}")

    available = []
    for needs, command, standard_input in recipes():
        if command:
            available.append((needs, command, standard_input))
        else:
            print(f"not run: {needs} is not here")
    if not available:
        sys.exit("error: there is no interpreter for any recipe, so nothing was tested")
    with tempfile.TemporaryDirectory() as work:
        for title, summary_of in [
            ("a batch with draws", lambda folder: make(folder, {"scenarios": SCENARIOS, "draws": DRAWS})),
            ("a batch without draws", lambda folder: make(folder, {"scenarios": SCENARIOS})),
            ("a table that is counted off", count_off),
        ]:
            folder = pathlib.Path(work) / title.replace(" ", "-")
            folder.mkdir()
            wanted = expected(summary_of(folder))
            for needs, command, standard_input in available:
                ran = subprocess.run(
                    command,
                    cwd=folder,
                    input=standard_input.read_text() if standard_input else "",
                    capture_output=True,
                    text=True,
                )
                wrong = differences(told(ran.stdout), wanted) if ran.returncode == 0 else [ran.stderr]
                count(f"{needs}: {title}", wrong)
        if python_with("ema_workbench"):
            folder = pathlib.Path(work) / "ema"
            folder.mkdir()
            for title, wrong in test_ema.checks(PYTHON, PROGRAM, folder):
                count(title, wrong)
        else:
            print("not run: the EMA workbench is not here")
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(counts["failed"] > 0)


if __name__ == "__main__":
    main()
