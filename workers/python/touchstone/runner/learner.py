"""The learner's side of one job: his processes one after another, under one budget."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from touchstone.inside.isolate import MB, Confines
from touchstone.runner.bubblewrap import SandboxSpec
from touchstone.runner.curves import Curves
from touchstone.runner.device_memory import meter_of
from touchstone.runner.job import Job
from touchstone.runner.process import Gone, Process
from touchstone.runner.zygotes import Nursery
from touchstone.wire.frames import BadFrame, Frame, Kind, pack, unpack

CPU_CHECK_SECONDS = 0.02
MAX_ERROR_BYTES = 65536
MAX_PROBLEMS = 50


@dataclass
class Ended(Exception):
    """A call or a start that gave no result: the case's outcome and why.

    of_file: the learner's file itself is to blame, before any case. problems: of such a file, each
    with a code and what fills its sentence.
    """

    outcome: str
    code: str
    params: dict[str, Any]
    error: dict[str, Any] | None = None
    problems: list[dict[str, Any]] | None = None
    of_file: bool = False


class Learner:
    """Starts processes when needed, relays calls, and turns every kind of end into an Ended."""

    def __init__(
        self,
        job: Job,
        nursery: Nursery,
        spec: SandboxSpec,
        confines: Confines,
        on_progress: Callable[[list[dict[str, Any]]], None],
    ) -> None:
        self._job, self._nursery = job, nursery
        self._curves = Curves(on_progress)
        self._spec, self._confines = spec, confines
        self._process: Process | None = None
        self._import_failure: Ended | None = None
        self._spent_cpu_s = 0.0
        self._spent_wall_s = 0.0
        self._peak_bytes = 0
        self._entered: float | None = None
        self._serving = False
        self._cpu_checked = 0.0
        self._meter = meter_of(job.device)
        self.printed = ""
        self.printed_too_much = False

    def start_case(self) -> None:
        """A process with the learner's files loaded. Raises Ended."""
        if self._import_failure:
            raise self._import_failure
        if self._job.process_per_case:
            self.stop()
        if self._process is None:
            self._require_budget()
            self._process = self._nursery.child(self._spec, self._confines)
            self._load()

    def _load(self) -> None:
        order = {
            "files": self._job.files,
            "entry": self._job.entry,
            "program": self._job.is_program,
        }
        try:
            with _opened(self._job.upload) as upload:
                frame = self._exchange(pack(Kind.LOAD, order), descriptors=upload)
        except Ended as end:
            self._import_failure = end
            raise
        if frame.kind == Kind.READY:
            return
        end = self._ended_by_error(frame, "error.import")
        self.stop()
        self._import_failure = end
        raise end

    def call(self, frame: Frame, descriptors: Sequence[int] = ()) -> Frame:
        """The learner's RESULT frame for the checker's frame. Raises Ended.

        descriptors: of the checker's, to go with it.
        """
        self._require_quiet()
        live = frame.kind == Kind.LIVE_CALL
        answer = self._exchange(frame.packed, live=live, descriptors=descriptors)
        if answer.kind == Kind.RESULT:
            return answer
        raise self._ended_by_error(answer, "error.raised")

    def _require_quiet(self) -> None:
        """Raises Ended where nothing runs, or where it spoke although nobody asked."""
        process = self._process
        if process is None or process.has_stray_bytes():
            limit = self._limit_behind(process) if process else None
            self.stop()
            raise limit or Ended("candidate_error", "error.bad_result", {"reason": "unasked"})

    def begin_serving(self) -> int:
        """From now on his time counts also while nobody asks him. Returns his process id."""
        process = self._process
        assert process is not None and process.pid is not None
        self._enter()
        self._serving = True
        return process.pid

    def ask(self, packed: bytes) -> Frame:
        """His side's answer about the program that it runs. Raises Ended."""
        if self._process is None:
            raise Ended("candidate_error", "error.exited", {})
        self._require_quiet()
        return self._exchange(packed)

    def watch_serving(self) -> None:
        """Called while the checker is busy with his service. Raises Ended at a limit passed."""
        if self._serving:
            self._ending_at_a_limit(self._watch)

    def end_serving(self) -> None:
        """Ends a service with its case. Raises Ended at a limit passed until then."""
        if self._serving:
            self._ending_at_a_limit(self._watch_now)
            self.stop()

    def _ending_at_a_limit(self, watch: Callable[[], None]) -> None:
        try:
            watch()
        except Ended:
            self.stop()
            raise

    def _exchange(
        self, packed: bytes, live: bool = False, descriptors: Sequence[int] = ()
    ) -> Frame:
        process = self._process
        assert process is not None
        self._enter()
        try:
            process.send(packed, self._watch, descriptors)
            answer = process.receive(self._watch)
            while live and answer.kind == Kind.PROGRESS:
                self._curves.add(answer)
                answer = process.receive(self._watch)
            self._watch_now()
            return answer
        except Ended:
            self.stop()
            raise
        except BadFrame as error:
            self.stop()
            raise Ended("candidate_error", "error.bad_result", {"reason": str(error)}) from error
        except Gone as error:
            raise self._ended_by_death() from error
        finally:
            self._curves.end_call()
            self._leave()

    def restart(self) -> None:
        """A new process that knows nothing of the last one. Raises Ended."""
        self.stop()
        self.start_case()

    def _enter(self) -> None:
        if self._entered is None:
            self._entered = time.monotonic()

    def _leave(self) -> None:
        if self._entered is not None and not self._serving:
            self._spent_wall_s += time.monotonic() - self._entered
            self._entered = None

    @property
    def wall_s(self) -> float:
        running = 0.0 if self._entered is None else time.monotonic() - self._entered
        return self._spent_wall_s + running

    @property
    def cpu_s(self) -> float:
        return self._spent_cpu_s + (self._process.cpu_s() if self._process else 0.0)

    @property
    def peak_mb(self) -> float:
        now = self._process.usage().peak_bytes if self._process else 0
        return max(self._peak_bytes, now) / MB

    def _require_budget(self) -> None:
        limits = self._job.limits
        if self.cpu_s > limits.cpu_s:
            raise _over("timed_out", "limit.cpu", limit_s=limits.cpu_s, used_s=round(self.cpu_s, 2))
        if self.wall_s > limits.wall_s:
            raise _over(
                "timed_out", "limit.wall", limit_s=limits.wall_s, used_s=round(self.wall_s, 2)
            )

    def _watch(self) -> None:
        """Called while the learner's code runs. Raises Ended at the first limit passed."""
        now = time.monotonic()
        if now - self._cpu_checked >= CPU_CHECK_SECONDS:
            self._cpu_checked = now
            self._watch_now()

    def _watch_now(self) -> None:
        process, limits = self._process, self._job.limits
        if process is None:
            return
        self._require_budget()
        # Of a program that serves the kernel may end a part while its first process lives on.
        behind = self._limit_behind(process) if self._serving else None
        if behind:
            raise behind
        if self._serving:
            process.drain()
        if process.printed_too_much:
            self.printed_too_much = True
            raise _over("limit_exceeded", "limit.output", limit_kb=limits.output_kb)
        if self._meter and process.pid is not None:
            used, most = self._meter.used_mb(process.pid), self._job.device_mb
            if used > most:
                raise _over("limit_exceeded", "limit.device_memory", limit_mb=most, used_mb=used)
        if not process.has_group:
            usage = process.usage()
            if usage.out_of_memory:
                raise self._over_memory(usage.peak_bytes)

    def _over_memory(self, peak_bytes: int) -> Ended:
        limit = self._job.limits.memory_mb
        used = max(limit, round(peak_bytes / MB))
        return _over("limit_exceeded", "limit.memory", limit_mb=limit, used_mb=used)

    def _limit_behind(self, process: Process) -> Ended | None:
        """The kernel's refusal that explains an end or an error, if there was one."""
        usage = process.usage()
        if usage.out_of_memory:
            return self._over_memory(usage.peak_bytes)
        if usage.out_of_processes:
            return _over("limit_exceeded", "limit.processes", limit=self._job.limits.processes)
        return None

    def _ended_by_death(self) -> Ended:
        process = self._process
        assert process is not None
        try:
            self._watch_now()
        except Ended as end:
            self.stop()
            return end
        limit = self._limit_behind(process)
        self.stop()
        if limit is None:
            self._nursery.require_alive(self._spec)
        return limit or Ended("candidate_error", "error.exited", {})

    def _ended_by_error(self, frame: Frame, code: str) -> Ended:
        process = self._process
        assert process is not None
        limit = self._limit_behind(process)
        if limit:
            self.stop()
            return limit
        error = _read_error(frame)
        if "rejected" in error:
            return _rejected(error["rejected"])
        if "missing" in error:
            name = str(error["missing"])[:100]
            return Ended("candidate_error", "error.missing_function", {"function": name})
        if "bad_result" in error:
            reason = str(error["bad_result"])[:200]
            return Ended("candidate_error", "error.bad_result", {"reason": reason})
        if error.get("limit") == "memory":
            return self._over_memory(0)
        if error.get("limit") == "processes":
            return _over("limit_exceeded", "limit.processes", limit=self._job.limits.processes)
        if error.get("limit") == "disk":
            return _over("limit_exceeded", "limit.disk", limit_mb=self._job.limits.disk_mb)
        kind = str(error.get("type", "Exception"))[:100]
        shown = {key: error.get(key) for key in ("type", "message", "frames")}
        if error.get("exited") is True:
            return Ended("candidate_error", "error.exited", {}, shown)
        return Ended("candidate_error", code, {"type": kind}, shown)

    def take_printed(self) -> str:
        return self._process.take_printed() if self._process else self._last_printed()

    def _last_printed(self) -> str:
        text, self.printed = self.printed, ""
        return text

    def stop(self) -> None:
        """Ends the process under way, if any, and books what it used."""
        process, self._process = self._process, None
        if process is None:
            return
        self._serving = False
        self._leave()
        process.kill()
        self.printed = process.take_printed()
        self._spent_cpu_s += process.cpu_s()
        self._peak_bytes = max(self._peak_bytes, process.usage().peak_bytes)


@contextlib.contextmanager
def _opened(path: str | None) -> Iterator[list[int]]:
    """The file's descriptor, for a process that may read it and nothing else."""
    if path is None:
        yield []
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield [descriptor]
    finally:
        os.close(descriptor)


def _rejected(said: Any) -> Ended:
    """An uploaded file that breaks a rule; which, as the sandbox that read it says."""
    try:
        params, problems = _shortened(said["params"]), said.get("problems")
        if problems is not None:
            problems = [_shortened(problem) for problem in problems[:MAX_PROBLEMS]]
        code = str(said["code"])[:60]
        return Ended("candidate_error", code, params, problems=problems, of_file=True)
    except (KeyError, TypeError, AttributeError):
        return Ended("candidate_error", "error.bad_result", {"reason": "malformed answer"})


def _shortened(params: dict[str, Any]) -> dict[str, str | int | float]:
    return {
        str(key)[:40]: value if type(value) in (int, float) else str(value)[:300]
        for key, value in params.items()
    }


def _over(outcome: str, code: str, **params: Any) -> Ended:
    return Ended(outcome, code, params)


def _read_error(frame: Frame) -> dict[str, Any]:
    """What the learner's side says of its failure; anything malformed counts as nothing said."""
    if frame.kind != Kind.ERROR or len(frame.header) > MAX_ERROR_BYTES:
        return {"bad_result": "malformed answer"}
    try:
        data, _ = unpack(frame)
    except BadFrame:
        return {"bad_result": "malformed answer"}
    return data if isinstance(data, dict) else {"bad_result": "malformed answer"}
