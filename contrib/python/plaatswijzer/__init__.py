"""plaatswijzer for Python: places student teachers, and explains every placement.

Every function calls the command `plaatswijzer`, which is in the same wheel, and hands over JSON. Nothing else is needed;
pandas or polars only for tables.

    import plaatswijzer

    plan = plaatswijzer.solve("instances/dorp.json")
    print(plan.summary)
    for problem in plaatswijzer.validate({"format": "plaatswijzer/instance/1"}):
        print(problem.location, problem.help)
"""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 (pip refuses an older one; a path may still lead here)
    raise ImportError(
        "plaatswijzer needs Python 3.10 or later, and this is {}.{}: install a newer Python".format(*sys.version_info[:2])
    )

from ._batch import batch, batch_plan
from ._binary import __version__
from ._call import Progress
from ._plan import Plan
from ._questions import validate, verify, why
from ._solve import solve
from .errors import (
    BinaryNotFound,
    CheckDisagrees,
    CommandFailed,
    InvalidInput,
    NoPlan,
    OutOfTime,
    PlaatswijzerError,
    Problem,
    WrongUse,
)

__all__ = [
    "BinaryNotFound",
    "CheckDisagrees",
    "CommandFailed",
    "InvalidInput",
    "NoPlan",
    "OutOfTime",
    "PlaatswijzerError",
    "Plan",
    "Problem",
    "Progress",
    "WrongUse",
    "__version__",
    "batch",
    "batch_plan",
    "solve",
    "validate",
    "verify",
    "why",
]
