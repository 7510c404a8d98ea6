"""A real runner for the tests, driven over its own protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PACKAGE_ROOT = Path(__file__).resolve().parent.parent
CHECKER = (Path(__file__).parent / "checkers" / "double.py").read_text()
RIGHT = "import numpy as np\n\n\ndef double(x):\n    return x * 2\n"
LIMITS = {
    "wall_s": 4,
    "cpu_s": 2,
    "memory_mb": 256,
    "processes": 16,
    "output_kb": 16,
    "disk_mb": 8,
}


class Runner:
    """One runner process; `grade` sends a job and collects its events."""

    def __init__(self, *options: str, warm: str = "python-numpy") -> None:
        bwrap = os.environ.get("BWRAP_PATH") or shutil.which("bwrap")
        assert bwrap, "bubblewrap is missing"
        command = [sys.executable, "-m", "touchstone.runner", "--venv", sys.prefix]
        self.process = subprocess.Popen(
            [*command, "--bwrap", bwrap, "--warm", warm, *options],
            env={"PYTHONPATH": str(PACKAGE_ROOT), "PATH": os.environ["PATH"], "SECRET": "outside"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.ready = self._read()
        assert self.ready["event"] == "ready", self.ready
        self._jobs = 0
        self.on_event: Callable[[dict[str, Any]], object] | None = None

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the runner ended"
        return json.loads(line)

    def grade(self, code: str, **changes: Any) -> Graded:
        self._jobs += 1
        job = {
            "job": str(self._jobs),
            "runtime": "python-numpy",
            "imports": ["numpy"],
            "entry": "solution.py",
            "files": {"solution.py": code},
            "checker": {"python": CHECKER},
            "mode": "submit",
            "process": "submission",
            "seed": "5eed",
            **changes,
            "limits": {**LIMITS, **changes.get("limits", {})},
        }
        assert self.process.stdin
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        events = []
        while not events or events[-1]["event"] != "finished":
            events.append(self._read())
            if self.on_event:
                self.on_event(events[-1])
        return Graded(events)

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(20)


class Graded:
    """The events of one job, and what tests ask of them."""

    def __init__(self, events: list[dict[str, Any]]) -> None:
        self.events = events
        self.finished = events[-1]
        self.cases = [event for event in events if event["event"] == "case"]

    @property
    def outcomes(self) -> set[str]:
        return {case["outcome"] for case in self.cases}

    @property
    def passed(self) -> bool:
        return self.finished["status"] == "graded" and self.outcomes == {"passed"}

    def case(self, name: str) -> dict[str, Any]:
        return next(case for case in self.cases if case["name"] == name)


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    running = Runner()
    yield running
    running.close()


@pytest.fixture
def right() -> str:
    return RIGHT
