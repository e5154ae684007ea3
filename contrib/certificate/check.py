#!/usr/bin/env python3
"""Checks a certificate of plaatswijzer again, apart from plaatswijzer: python3 check.py PROGRAM.mps CERTIFICATE.json

The certificate is what `plaatswijzer solve INSTANCE --certificate CERTIFICATE.json` writes; the program is what
`plaatswijzer export INSTANCE --mps PROGRAM.mps` writes. This script does not build the program from the instance: that the
program says what the rules say is what it takes on trust, and nothing else. (`plaatswijzer verify INSTANCE PLAN --certificate`
builds the program anew.) Whoever trusts neither may write the program by hand and compare.

All numbers are whole, of any size. For any multipliers the bound holds, so that a wrong certificate proves less, or nothing.

Prints a line per goal and ends with 0; or says what is wrong and ends with 3.
"""

import hashlib
import json
import sys

FORMAT = "plaatswijzer/certificate/1"


class Refused(Exception):
    """Why a certificate proves nothing."""


class Program:
    """An integer program: rows, objectives and variables by their names."""

    def __init__(self):
        # Of each row: the coefficient of each variable, and the sides it lies between; None where there is none.
        self.rows = {}
        # Of each objective the coefficients and the constant.
        self.objectives = {}
        # Of each variable: the bounds (the upper one None where there is none), and whether only whole values count.
        self.variables = {}

    def cut(self, number, cut):
        """Derives a row from others by rounding, and adds it."""
        terms, side = self.sum(cut["rows"])
        for name, by in (cut.get("upper") or {}).items():
            whole(by, 1)
            upper = self.variable(name)[1]
            if upper is None:
                raise Refused(f"variable {name} has no upper bound")
            terms[name] = terms.get(name, 0) - by
            side -= by * upper
        divisor = whole(cut["divisor"], 1)
        rounded = {}
        for name, term in terms.items():
            lower, _, is_whole = self.variable(name)
            coefficient = rounded_up(term, divisor)
            # What rounding a coefficient up adds at the variable's lower bound, it adds at least everywhere.
            side += (coefficient * divisor - term) * lower
            if coefficient == 0:
                continue
            if not is_whole:
                raise Refused(f"variable {name} need not be whole, and has a coefficient after rounding")
            rounded[name] = coefficient
        self.rows[f"cut[{number}]"] = (rounded, rounded_up(side, divisor), None)

    def bound(self, level):
        """The least that an objective can be, by the multipliers of a level: in every case, if there are cases."""
        return self.of_case(level, level["rows"], level.get("branch"))

    def of_case(self, level, rows, branch):
        """The bound that some multipliers prove within the bounds of the variables."""
        if branch is None:
            return self.of_rows(level, rows)
        (kind, name), = branch["of"].items()
        at = whole(branch["at"])
        lower, upper = self.sides(kind, name)
        bounds = []
        sides = [
            (lower, at if upper is None else min(at, upper)),
            (at + 1 if lower is None else max(lower, at + 1), upper),
        ]
        for case, (least, most) in zip((branch["below"], branch["above"]), sides):
            # No plan is in a case without values.
            if least is None or most is None or least <= most:
                self.set_sides(kind, name, least, most)
                bounds.append(self.of_case(level, {**rows, **case["rows"]}, case.get("branch")))
        self.set_sides(kind, name, lower, upper)
        return min(bounds)

    def sides(self, kind, name):
        """What a variable or a row that is a whole number in every plan lies between."""
        if kind == "variable":
            lower, upper, _ = self.variable(name)
            parts = [name]
        elif kind == "row" and name in self.rows:
            parts, lower, upper = self.rows[name]
        else:
            raise Refused(f"there is no {kind} {name}")
        for part in parts:
            if not self.variable(part)[2]:
                raise Refused(f"variable {part} need not be whole, so that there are values between the cases")
        return lower, upper

    def set_sides(self, kind, name, lower, upper):
        if kind == "variable":
            self.variables[name] = (lower, upper, True)
        else:
            self.rows[name] = (self.rows[name][0], lower, upper)

    def of_rows(self, level, rows):
        terms, least = self.sum(rows)
        objective, constant = self.objectives[level["goal"]]
        scale = whole(level["scale"], 1)
        least += scale * constant
        for name, by in objective.items():
            terms[name] = terms.get(name, 0) - scale * by
        for name, excess in terms.items():
            lower, upper, _ = self.variable(name)
            if excess > 0 and upper is None:
                raise Refused(f"variable {name} has no upper bound, and the multipliers leave it a cost below 0")
            least -= excess * (upper if excess > 0 else lower)
        return rounded_up(least, scale)

    def hold(self, level):
        """Adds the row that keeps a level at what the plan has reached."""
        objective, constant = self.objectives[level["goal"]]
        self.rows[f"hold[{level['goal']}]"] = (objective, None, whole(level["value"]) - constant)

    def sum(self, multipliers):
        """A sum of rows, each at the side of its multiplier: its coefficients, and what it is at least."""
        terms, side = {}, 0
        for row, by in multipliers.items():
            if row not in self.rows:
                raise Refused(f"there is no row {row} before this place")
            coefficients, lower, upper = self.rows[row]
            at = lower if whole(by) > 0 else upper
            if by == 0:
                continue
            if at is None:
                raise Refused(f"row {row} has no bound on the side of its multiplier")
            side += by * at
            for name, coefficient in coefficients.items():
                terms[name] = terms.get(name, 0) + by * coefficient
        return terms, side

    def variable(self, name):
        if name not in self.variables:
            raise Refused(f"there is no variable {name}")
        return self.variables[name]


def rounded_up(number, divisor):
    return -(-number // divisor)


def whole(number, least=None):
    """A whole number: true and 1.0 are none."""
    if type(number) is not int or (least is not None and number < least):
        raise Refused(f"{number!r} is not a whole number" + (f" from {least}" if least is not None else ""))
    return number


def read_program(text):
    """A program from free MPS as `export` writes it: every bound in full, coefficients whole."""
    program = Program()
    kinds, sides, ranges, columns, bounds, wholes = {}, {}, {}, {}, {}, set()
    section, is_whole = None, False
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        if not line.startswith(" "):
            section = words[0]
            continue
        if section == "ROWS":
            kind, row = words
            kinds[row] = kind
            columns[row] = {}
        elif section == "COLUMNS" and words[1] == "'MARKER'":
            is_whole = words[2] == "'INTORG'"
        elif section == "COLUMNS":
            name, row, by = words
            columns[row][name] = columns[row].get(name, 0) + int(by)
            bounds.setdefault(name, [0, None])
            if is_whole:
                wholes.add(name)
        elif section == "RHS":
            sides[words[1]] = int(words[2])
        elif section == "RANGES":
            ranges[words[1]] = int(words[2])
        elif section == "BOUNDS":
            kind, name = words[0], words[2]
            if kind in ("LO", "FX"):
                bounds[name][0] = int(words[3])
            if kind in ("UP", "FX"):
                bounds[name][1] = int(words[3])
            if kind not in ("LO", "UP", "FX", "PL"):
                raise Refused(f"the program has a bound of kind {kind}, which `export` does not write")
    for row, kind in kinds.items():
        side, width = sides.get(row, 0), ranges.get(row)
        if kind == "N":
            # The constant of an objective is its right-hand side with the opposite sign.
            program.objectives[row] = (columns[row], -side)
        elif kind == "E":
            program.rows[row] = (columns[row], side, side)
        elif kind == "L":
            program.rows[row] = (columns[row], None if width is None else side - width, side)
        elif kind == "G":
            program.rows[row] = (columns[row], side, None)
    for name, (lower, upper) in bounds.items():
        program.variables[name] = (lower, upper, name in wholes)
    return program


def once(pairs):
    """A JSON object in which no key is twice."""
    read = dict(pairs)
    if len(read) != len(pairs):
        raise Refused("a key is twice in one object of the certificate")
    return read


def check(program_bytes, certificate_bytes):
    """What a certificate proves: a goal, its value in the plan and its bound, per level."""
    certificate = json.loads(certificate_bytes, object_pairs_hook=once)
    if certificate.get("format") != FORMAT:
        raise Refused(f"the format is {certificate.get('format')!r}, not {FORMAT!r}")
    digest = hashlib.sha256(program_bytes).hexdigest()
    if certificate["program_sha256"] != digest:
        raise Refused(f"the certificate is about another program: {certificate['program_sha256']}, not {digest}")
    program = read_program(program_bytes.decode())
    goals = list(program.objectives)
    for number, cut in enumerate(certificate["cuts"]):
        try:
            program.cut(number, cut)
        except Refused as reason:
            raise Refused(f"cuts[{number}]: {reason}") from reason
    proven = []
    for position, level in enumerate(certificate["levels"]):
        try:
            if level["goal"] != (goals + [None] * (position + 1))[position]:
                raise Refused(f"goal {level['goal']} is not goal {position} of the program")
            bound = program.bound(level)
            if bound != whole(level["bound"]):
                raise Refused(f"the bound is said to be {level['bound']}, and the multipliers prove {bound}")
            program.hold(level)
        except Refused as reason:
            raise Refused(f"levels[{position}]: {reason}") from reason
        proven.append((level["goal"], level["value"], bound))
    return proven


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        read = []
        for name in arguments:
            with open(name, "rb") as file:
                read.append(file.read())
        proven = check(*read)
    except Refused as reason:
        print(f"refused: {reason}", file=sys.stderr)
        return 3
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        print(f"refused: not readable as a program and a certificate: {fault!r}", file=sys.stderr)
        return 3
    held = ""
    for goal, value, bound in proven:
        print(f"{goal}: no plan goes below {bound}{held}; the plan has {value} by the certificate's word")
        held = " without being worse in a goal before"
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
