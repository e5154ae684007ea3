"""`python -m plaatswijzer`: the command itself."""

import subprocess
import sys

from ._binary import binary
from .errors import BinaryNotFound

try:
    COMMAND = binary()
except BinaryNotFound as error:
    sys.exit(str(error))

if sys.platform == "win32":
    sys.exit(subprocess.run([COMMAND, *sys.argv[1:]], check=False).returncode)
else:
    import os

    os.execv(COMMAND, [COMMAND, *sys.argv[1:]])
