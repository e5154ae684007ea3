"""Where the command is."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from .errors import BinaryNotFound

VARIABLE = "PLAATSWIJZER_BINARY"
"""The variable of the environment that names another binary."""
NAME = "plaatswijzer" + (sysconfig.get_config_var("EXE") or "")

try:
    __version__ = metadata.version("plaatswijzer")
except metadata.PackageNotFoundError:
    __version__ = ""


def binary() -> str:
    """The path of the command: the one that `PLAATSWIJZER_BINARY` names, or that of this wheel, or one on the path.

    Raises BinaryNotFound if there is none, or if it is of another version than this module.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise BinaryNotFound(f"{VARIABLE} names {named}, which is no file")
        return _of_this_version(named)
    looked = []
    for folder in _folders():
        candidate = folder / NAME
        if candidate.is_file():
            return _of_this_version(str(candidate))
        looked.append(str(folder))
    found = shutil.which("plaatswijzer")
    if found:
        return _of_this_version(found)
    raise BinaryNotFound(
        f"the command {NAME} is not there (looked in {', '.join(looked)} and on the path).\n"
        f"This is {platform.system()} on {platform.machine()}, Python {platform.python_version()}. Wheels with the command "
        "are for Linux with glibc 2.28 or later (x86_64, aarch64), macOS and Windows: pip install --force-reinstall "
        "plaatswijzer. Elsewhere, with Rust and a C++ compiler: cargo install plaatswijzer, or name a binary with "
        f"{VARIABLE}."
    )


def _folders() -> Iterator[Path]:
    """Where installers put the scripts of a wheel."""
    yield Path(sysconfig.get_path("scripts"))
    yield Path(sysconfig.get_path("scripts", scheme=sysconfig.get_preferred_scheme("user")))
    package = Path(__file__).resolve().parent
    # `pip install --target FOLDER` and `--prefix FOLDER`.
    yield package.parent / "bin"
    if len(package.parents) > 3:
        yield package.parents[3] / ("Scripts" if sys.platform == "win32" else "bin")


@functools.cache
def _of_this_version(path: str) -> str:
    try:
        ran = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except OSError as error:
        raise BinaryNotFound(f"{path} cannot be run: {error.strerror}; was it made for another kind of machine?") from error
    version = ran.stdout.strip().removeprefix("plaatswijzer ")
    if __version__ and version != __version__:
        raise BinaryNotFound(
            f"{path} is version {version or 'unknown'}, and this module is version {__version__}: "
            "pip install --force-reinstall plaatswijzer brings both"
        )
    return path
