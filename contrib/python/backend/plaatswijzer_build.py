"""The build backend: maturin, which finds cmake and libclang also on a machine that has neither.

Compiling HiGHS needs both. As scripts/tools.sh does for `make`, they come from the Python Package Index where the machine
lacks them; pip puts them into the environment of the build alone.
"""

from __future__ import annotations

import os
import shutil
from importlib import util
from pathlib import Path

import maturin
from maturin import build_sdist, get_requires_for_build_sdist  # noqa: F401 (hooks of PEP 517)

# The same as in scripts/tools.sh.
CMAKE = "cmake==4.4.4"
LIBCLANG = "libclang==18.1.1"


def get_requires_for_build_wheel(config_settings=None):
    """What maturin asks for, and what the machine lacks."""
    wanted = maturin.get_requires_for_build_wheel(config_settings)
    if "CMAKE" not in os.environ and shutil.which("cmake") is None:
        wanted.append(CMAKE)
    if "LIBCLANG_PATH" not in os.environ and shutil.which("llvm-config") is None:
        wanted.append(LIBCLANG)
    return wanted


get_requires_for_build_editable = get_requires_for_build_wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Compiles the command and packs it with the module."""
    _show_libclang()
    return maturin.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """The same, with the module where it is."""
    _show_libclang()
    return maturin.build_editable(wheel_directory, config_settings, metadata_directory)


def _show_libclang():
    """Names the folder of the libclang that pip fetched; cmake is on the path by itself."""
    found = util.find_spec("clang")
    for folder in (found.submodule_search_locations or ()) if found else ():
        native = Path(folder) / "native"
        if native.is_dir():
            os.environ.setdefault("LIBCLANG_PATH", str(native))
