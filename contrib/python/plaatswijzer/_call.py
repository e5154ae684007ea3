"""Calls the command, listens to its messages, and passes on an interrupt."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from ._binary import binary
from .errors import BY_EXIT_CODE, CommandFailed, InvalidInput, Problem

INTERRUPTED = 130
"""The exit code of a command that was interrupted and kept its best result."""


@dataclass(frozen=True)
class Progress:
    """How far a command is. What does not apply is None."""

    text: str
    """That in words."""
    goal: str | None = None
    """The goal level that is being minimised."""
    seconds: float | None = None
    """Seconds since the search began."""
    best: int | None = None
    """The best value found for this level; None as long as no plan is known."""
    bound: int | None = None
    """No plan has a lower value for this level."""
    done: int | None = None
    """The number of parts that are done: runs of a batch, answers."""
    of: int | None = None
    """The number of all parts."""

    @property
    def gap(self) -> float | None:
        """(best − bound) / max(1, best), or None as long as no plan is known."""
        if self.best is None or self.bound is None:
            return None
        return (self.best - self.bound) / max(1, self.best)


OnProgress = Callable[[Progress], object]


@dataclass
class Answer:
    """What a command returned."""

    code: int
    output: bytes
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    interrupted: bool = False

    def fail(self) -> NoReturn:
        """Raises what the exit code stands for."""
        problems = [Problem.of(line) for line in self.errors if "location" in line]
        if problems:
            raise InvalidInput(problems, self.notes)
        text = "\n".join([line["text"] for line in self.errors] or self.notes)
        if self.interrupted or self.code == INTERRUPTED:
            raise KeyboardInterrupt(text)
        kind = next((line["code"] for line in self.errors), "")
        failure = BY_EXIT_CODE.get(self.code, CommandFailed)
        raise failure(text or f"the command ended with code {self.code}", self.code, kind, self.notes)


def call(
    arguments: Sequence[str],
    document: bytes | None = None,
    language: str | None = None,
    on_progress: OnProgress | None = None,
    accept: Sequence[int] = (0,),
) -> Answer:
    """Runs the command; `document` becomes its standard input.

    The first interrupt is passed on: the command stops its search and keeps its best result. A second one ends it at once.
    An exception from `on_progress` ends it too.
    """
    command = [binary(), *arguments, "--message-format", "json", "--lang", language or "en"]
    piped = subprocess.PIPE
    process = subprocess.Popen(command, stdin=piped, stdout=piped, stderr=piped, creationflags=_flags())
    answer = Answer(0, b"")
    failed: list[BaseException] = []
    assert process.stdin and process.stdout and process.stderr
    listening = threading.Thread(target=_listen, args=(process, answer, on_progress, failed), daemon=True)
    output: list[bytes] = []
    reading = threading.Thread(target=lambda stream: output.append(stream.read()), args=(process.stdout,), daemon=True)
    writing = threading.Thread(target=_write, args=(process.stdin, document or b""), daemon=True)
    threads = (listening, reading, writing)
    try:
        for thread in threads:
            thread.start()
        _wait(process, answer)
        for thread in threads:
            thread.join()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if failed:
        raise failed[0]
    answer.code = process.returncode
    answer.output = b"".join(output)
    if answer.code not in accept:
        answer.fail()
    return answer


def _flags() -> int:
    # On Windows only a group of its own can be interrupted without interrupting everything else.
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP
    return 0


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    # A terminal interrupts the command as well; two within a second count as one.
    if sys.platform == "win32":
        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        process.send_signal(signal.SIGINT)


def _wait(process: subprocess.Popen[bytes], answer: Answer) -> None:
    try:
        process.wait()
    except KeyboardInterrupt:
        answer.interrupted = True
        _interrupt(process)
        process.wait()


def _write(stream: Any, document: bytes) -> None:
    try:
        stream.write(document)
        stream.close()
    except OSError:
        # The command has ended without reading everything, and says why.
        pass


def _listen(
    process: subprocess.Popen[bytes], answer: Answer, on_progress: OnProgress | None, failed: list[BaseException]
) -> None:
    assert process.stderr
    for written in process.stderr:
        line = _parsed(written)
        kind = line.pop("kind")
        if kind == "progress":
            if on_progress and not failed:
                try:
                    on_progress(Progress(**line))
                except BaseException as error:
                    failed.append(error)
                    process.kill()
        elif kind == "error":
            answer.errors.append(line)
        elif kind == "warning":
            answer.warnings.append(f"{line['text']} --> {line['location']}")
        else:
            answer.notes.append(line["text"])


def _parsed(written: bytes) -> dict[str, Any]:
    """A message; what is none, such as the words of a crash, is a note."""
    try:
        line = json.loads(written)
    except ValueError:
        line = None
    if isinstance(line, dict) and "kind" in line:
        return line
    return {"kind": "note", "text": written.decode(errors="replace").rstrip()}
