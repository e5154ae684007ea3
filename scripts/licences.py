"""Checks the licence and the source of every crate that we compile in against .cargo/deny.toml.

`cargo deny` does this better, and looks up advisories too, but compiling it takes longer than all that `make lint` does; so
it is run before a release (docs/release.md), and this on every change.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"


def allowed_licences() -> set[str]:
    """The list `allow` of the settings."""
    settings = (ROOT / ".cargo" / "deny.toml").read_text(encoding="utf-8")
    listed = re.search(r"^allow = \[(.*?)\]", settings, re.MULTILINE | re.DOTALL)
    if listed is None:
        sys.exit("error: .cargo/deny.toml has no list `allow` of licences")
    return set(re.findall(r'"([^"]+)"', listed[1]))


def is_allowed(expression: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression can be met; `/` is the OR of older manifests."""
    words = re.findall(r"[()]|[^\s()/]+|/", expression)
    terms = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in ("OR", "/"):
            terms.append("or")
        elif word == "AND":
            terms.append("and")
        elif word in "()":
            terms.append(word)
        elif word == "WITH":
            # An exception only adds permissions.
            at += 1
        else:
            terms.append(str(word in allowed))
        at += 1
    # Nothing but brackets, `and`, `or`, True and False is left.
    return bool(eval(" ".join(terms), {"__builtins__": {}}))


def main() -> int:
    """Prints what is wrong; returns the exit code."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    # What only tests need is not handed out.
    reached, waiting = set(), [metadata["resolve"]["root"]]
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            kinds = ((dep["pkg"], {kind["kind"] for kind in dep["dep_kinds"]}) for dep in nodes[at]["deps"])
            waiting.extend(package for package, kind in kinds if kind != {"dev"})
    allowed, used, wrong = allowed_licences(), set(), []
    for package in sorted((packages[id] for id in reached), key=lambda one: one["name"]):
        name, licence = f"{package['name']} {package['version']}", package["license"] or ""
        if not licence or not is_allowed(licence, allowed):
            wrong.append(f"{name}: licence {licence or 'not stated'}: is there another crate? If not, see .cargo/deny.toml")
        if package["source"] not in (CRATES_IO, None):
            wrong.append(f"{name}: comes from {package['source']}; take it from crates.io")
        used |= {one for one in allowed if one in re.split(r"[\s()/]+", licence)}
    wrong += [f"licence {one} is allowed and nothing has it: drop it from .cargo/deny.toml" for one in sorted(allowed - used)]
    for line in wrong:
        print(f"error: {line}", file=sys.stderr)
    if not wrong:
        print(f"licences and sources of {len(reached)} crates are as .cargo/deny.toml allows")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
