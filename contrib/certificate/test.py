#!/usr/bin/env python3
"""Makes certificates with plaatswijzer, and holds check.py against `plaatswijzer verify`: both prove the same, and both refuse
what was changed.

The program is $PLAATSWIJZER, or target/release/plaatswijzer. The test itself needs nothing but Python.
"""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("PLAATSWIJZER", str(ROOT / "target/release/plaatswijzer"))

IN_LEVELS = ["unplaced", "total"]


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)


def done(*arguments):
    ran = run(*arguments)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def checked(program, certificate):
    command = [sys.executable, HERE / "check.py", program, certificate]
    return subprocess.run(command, capture_output=True, text=True)


def changes(certificate):
    """Certificates that are wrong: what was changed, and the text."""

    def change(title, edit):
        changed = copy.deepcopy(certificate)
        edit(changed)
        return title, json.dumps(changed)

    row = max(certificate["levels"][-1]["rows"].items(), key=lambda one: abs(one[1]))[0]
    yield change("a bound that is raised", lambda one: one["levels"][-1].update(bound=one["levels"][-1]["bound"] + 1))
    yield change("a multiplier of the other sign", lambda one: flip(one["levels"][-1], row))
    yield change("an unknown row", lambda one: one["levels"][-1]["rows"].update(nothing=1))
    yield change("another program", lambda one: one.update(program_sha256="0" * 64))
    yield change("another version", lambda one: one.update(format="plaatswijzer/certificate/2"))
    yield change("another goal", lambda one: one["levels"][0].update(goal="lot"))
    if certificate["levels"][-1].get("branch"):
        yield change("another case", lambda one: one["levels"][-1]["branch"].update(at=1))
    if certificate["cuts"]:
        yield change("a cut that rests on itself", lambda one: one["cuts"][0].update(rows={"cut[0]": 1}))
        yield change("a divisor of 0", lambda one: one["cuts"][0].update(divisor=0))
    text = json.dumps(certificate)
    yield "one that is cut short", text[: len(text) // 2]


def flip(case, row):
    """Changes the sign of a multiplier wherever it stands."""
    if row in case["rows"]:
        case["rows"][row] *= -1
    for side in ("below", "above"):
        if case.get("branch"):
            flip(case["branch"][side], row)


def compare(instance, folder):
    """How many certificates were compared for an instance, the changed ones included."""
    plan, file, program = folder / "plan.json", folder / "certificate.json", folder / "program.mps"
    done("solve", instance, "-o", plan, "--certificate", file)
    done("export", instance, "--mps", program)
    verdict = json.loads(done("verify", instance, plan, "--certificate", file, "--json"))
    ran = checked(program, file)
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    assert len(lines) == len(verdict["certified"]) > 0, ran.stdout
    for line, level in zip(lines, verdict["certified"]):
        assert line.startswith(f"{level['goal']}: no plan goes below {level['certified']}"), (line, level)
    number = 1
    for title, text in changes(json.loads(file.read_text())):
        changed = folder / "changed.json"
        changed.write_text(text)
        ours, theirs = run("verify", instance, plan, "--certificate", changed), checked(program, changed)
        assert ours.returncode == 3, (title, ours.stdout, ours.stderr)
        assert theirs.returncode == 3, (title, theirs.stdout, theirs.stderr)
        number += 1
    return number


def main():
    counts = {"passed": 0, "failed": 0}
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        in_levels = work / "in-levels.json"
        village = json.loads((ROOT / "instances/dorp.json").read_text())
        in_levels.write_text(json.dumps({**village, "goals": IN_LEVELS}))
        region = work / "region.json"
        done("generate", "--preset", "given-clusters", "--students", 60, "--seed", 3, "-o", region)
        for title, instance in [
            ("the village", ROOT / "instances/dorp.json"),
            ("the village with goals in levels", in_levels),
            ("a small region", region),
            ("the bundled region", ROOT / "instances/groningen.json"),
        ]:
            try:
                print(f"ok    {title}: {compare(instance, work)} certificates")
                counts["passed"] += 1
            except AssertionError as wrong:
                print(f"WRONG {title}: {wrong}")
                counts["failed"] += 1
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(counts["failed"] > 0)


if __name__ == "__main__":
    main()
