"""Grading on a real GPU, through the Python parts alone: what no other test can show.

    .data/python/bin/python bench/gpu.py [--json FILE] [--challenge SLUG]... [--rehearse]

Runs the runtime inside a sandbox with one device, the limits, every known submission of the kernel
challenges, and the hostile timing suite; after each the device is looked over. Needs an NVIDIA
driver, bubblewrap and the packages of workers/python/requirements.txt. --rehearse runs the same on
the stand-in without a device, where speed is not judged. Ends with 1 where anything does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / "workers" / "python"
CHALLENGES = ROOT / "content" / "challenges"
TESTS = PYTHON / "tests"
sys.path.insert(0, str(PYTHON))
sys.path.insert(0, str(TESTS))

import probes  # noqa: E402 (beside the tests whose attacks it holds)

from touchstone.runner import triton_support  # noqa: E402
from touchstone.runner.nvml import Found, Gpus, open_gpus  # noqa: E402

SETTLES_S = 10
KEPT_MB = 64
EXPECTED = {
    "accepted": {"passed"},
    "wrong_answer": {"failed", "candidate_error", "limit_exceeded", "timed_out"},
    "run_time_error": {"candidate_error"},
    "time_limit_exceeded": {"timed_out"},
    "hostile": {"failed", "candidate_error", "limit_exceeded", "timed_out"},
}


class Runner:
    """A real runner; `grade` sends a job and returns its events."""

    def __init__(self) -> None:
        bwrap = os.environ.get("BWRAP_PATH") or shutil.which("bwrap")
        if not bwrap:
            sys.exit("bubblewrap is missing: install it, or set BWRAP_PATH")
        command = [sys.executable, "-m", "touchstone.runner", "--venv", sys.prefix]
        self._process = subprocess.Popen(
            [*command, "--bwrap", bwrap],
            env={"PYTHONPATH": str(PYTHON), "PATH": os.environ["PATH"]},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            sys.exit("the runner ended; its last words are above")
        return json.loads(line)

    def grade(self, job: dict[str, Any]) -> list[dict[str, Any]]:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        events = []
        while not events or events[-1]["event"] != "finished":
            events.append(self._read())
        return events

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(30)


class Bench:
    """One run over everything; collects rows and what does not hold."""

    def __init__(self, gpus: Gpus | None) -> None:
        self._gpus, self._runner = gpus, Runner()
        self.rows: list[dict[str, Any]] = []
        found = self._look()
        self.device = {
            "kind": "cuda" if found else "cpu",
            "uuid": found.uuid if found else "rehearsal",
            "minor": found.minor if found else 0,
            "memory_mb": 16384,
        }

    def _look(self) -> Found | None:
        return self._gpus.found()[0] if self._gpus else None

    def grade(self, name: str, code: str, job: dict[str, Any], expected: set[str]) -> list[Any]:
        """Grades, looks the device over, and notes one row."""
        before = self._look()
        events = self._runner.grade(
            {
                "job": name,
                "kind": "kernel",
                "imports": ["numpy", "torch", "triton"],
                "entry": "solution.py",
                "files": {"solution.py": code},
                "mode": "submit",
                "process": "submission",
                "seed": os.urandom(16).hex(),
                "device": self.device,
                **job,
            }
        )
        outcome = verdict(events)
        amiss = self._amiss(before)
        figures = {
            case["name"]: case["message"]["params"]["value"]
            for case in events
            if case["event"] == "case" and (case["message"] or {}).get("code") == "measured.value"
        }
        holds = outcome in expected and amiss is None
        self.rows.append(
            {
                "name": name,
                "verdict": outcome,
                "holds": holds,
                "device": amiss,
                "figures": figures,
            }
        )
        shown = " ".join(f"{key}={value}" for key, value in figures.items())
        note = f"device: {amiss}" if amiss else shown
        print(f"{'ok  ' if holds else 'FAIL'} {name:58} {outcome:18} {note}", flush=True)
        return events

    def _amiss(self, before: Found | None) -> str | None:
        """What the job left on the device, once the driver has had time to clear up."""
        if before is None:
            return None
        deadline = time.monotonic() + SETTLES_S
        while True:
            now = self._look()
            assert now
            if now.errors > before.errors:
                return "errors"
            if now.processes == 0 and now.used_mb <= before.used_mb + KEPT_MB:
                return None
            if time.monotonic() > deadline:
                return f"{now.processes} processes, {now.used_mb - before.used_mb} MB kept"
            time.sleep(0.2)

    def close(self) -> None:
        self._runner.close()


def verdict(events: list[dict[str, Any]]) -> str:
    if events[-1]["status"] != "graded":
        return events[-1]["status"]
    lost = [one["outcome"] for one in events if one["event"] == "case"]
    return next((outcome for outcome in lost if outcome != "passed"), "passed")


def limits_of(slug: str) -> dict[str, float]:
    text = (CHALLENGES / slug / "challenge.yaml").read_text()
    line = re.search(r"^limits: \{(.*)\}$", text, re.M)
    given = {key: float(value) for key, value in re.findall(r"(\w+): ([\d.]+)", line.group(1))}
    whole = {key: int(given.pop(key)) for key in list(given) if key not in ("wall_s", "cpu_s")}
    return {"output_kb": 64, "disk_mb": 64, **given, **whole}


def challenge(bench: Bench, slug: str) -> None:
    folder = CHALLENGES / slug
    job = {
        "checker": {"python": (folder / "checker.py").read_text()},
        "limits": limits_of(slug),
    }
    for path in sorted((folder / "submissions").glob("*/*.py")):
        kind = path.parent.name
        bench.grade(f"{slug}/{kind}/{path.name}", path.read_text(), job, EXPECTED[kind])


def machine(gpus: Gpus | None) -> dict[str, Any]:
    import torch
    import triton

    found = gpus.found()[0] if gpus else None
    return {
        "gpu": found.name if found else "none: a rehearsal, speed is not judged",
        "gpu_memory_mb": found.memory_mb if found else 0,
        "driver": driver() if found else None,
        "cpus": os.cpu_count(),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "triton": triton.__version__,
        "date": time.strftime("%Y-%m-%d"),
    }


def driver() -> str:
    import pynvml

    return str(pynvml.nvmlSystemGetDriverVersion())


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench/gpu.py", description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="write what was found, with the machine")
    parser.add_argument("--challenge", action="append", help="only these; the attacks run as well")
    parser.add_argument("--rehearse", action="store_true", help="on the stand-in, without a GPU")
    options = parser.parse_args()
    gpus = None
    if not options.rehearse:
        try:
            gpus = open_gpus()
        except OSError as error:
            sys.exit(f"{error}. With --rehearse the same runs without one.")
        if reason := triton_support.prepare(Path(sys.prefix)):
            sys.exit(f"Triton's helper cannot be built: {reason}")
    described = machine(gpus)
    print(json.dumps(described, indent=2))
    bench = Bench(gpus)
    try:
        for name, code, job, expected in probes.all_probes(on_device=gpus is not None):
            bench.grade(name, code, job, expected)
        for slug in options.challenge or sorted(path.name for path in CHALLENGES.glob("triton-*")):
            challenge(bench, slug)
    finally:
        bench.close()
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        report = {"machine": described, "rows": bench.rows}
        options.json.write_text(json.dumps(report, indent=2) + "\n")
    wrong = sum(not row["holds"] for row in bench.rows)
    print(f"{len(bench.rows) - wrong} hold, {wrong} do not")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
