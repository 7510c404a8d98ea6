"""Grades one job: the checker's process asks, the learner's answers, every case gives an event."""

from __future__ import annotations

import base64
import builtins
import os
import socket
import time
from collections.abc import Callable
from typing import Any

from touchstone.runner.bubblewrap import CHECKER, HOSTS, kernel_checker, learner_spec
from touchstone.runner.devices import seat_of
from touchstone.runner.job import CHECKER_LIMITS, KERNEL_CHECKER_LIMITS, Job
from touchstone.runner.learner import Ended, Learner
from touchstone.runner.process import Gone, Process
from touchstone.runner.service import ASKED as ASKED_OF_SERVICE
from touchstone.runner.service import Service
from touchstone.runner.zygotes import Fault, Nursery
from touchstone.wire.frames import BadFrame, Frame, Kind, pack, unpack

Emit = Callable[[dict[str, Any]], None]
LENDING = frozenset({Kind.LEND, Kind.LENT_CALL})
ASKED_OF_LEARNER = frozenset({Kind.CALL, Kind.LIVE_CALL, Kind.FRESH}) | LENDING | ASKED_OF_SERVICE
MAX_CASES = 200
MAX_PRINTED_A_CASE = 16384
# What a season gives to learners, in all.
MAX_FILES_BYTES = 16 * 2**20
# A checker that computed for this long, and for most of the time that a service ran, is what took
# the time. Nothing that a service sends can keep it busy for so long.
BUSY_CHECKER_CPU_S = 10.0
BUSY_CHECKER_SHARE = 0.5


class CheckerFailed(Exception):
    """The author's fault: code and params for the author."""

    def __init__(self, code: str, traceback: str = "") -> None:
        super().__init__(code)
        self.message = {"code": code, "params": {"traceback": traceback} if traceback else {}}


class Grading:
    """One job from its first frame to its `finished` event."""

    def __init__(self, job: Job, nursery: Nursery, limit_data: bool, emit: Emit) -> None:
        self._job, self._nursery, self._emit = job, nursery, emit
        seat = seat_of(job.device)
        self._spec = HOSTS[job.kind] if job.upload else learner_spec(job.imports, seat)
        self._confines = job.limits.confines(limit_data)
        self._checker_spec, self._checker_limits = CHECKER, CHECKER_LIMITS
        if job.kind == "kernel" and seat:
            self._checker_spec, self._checker_limits = kernel_checker(seat), KERNEL_CHECKER_LIMITS
        # A driver reserves far more addresses than it uses, so a limit on data would stop it.
        self._checker_confines = self._checker_limits.confines(limit_data=job.kind != "kernel")
        self._learner = Learner(job, nursery, self._spec, self._confines, self._progress)
        self._checker: Process | None = None
        self._plan: list[dict[str, Any]] = []
        self._current = 0
        self._began = time.monotonic()

    def run(self) -> None:
        """Emits the job's events. Raises Fault for the platform's own failures."""
        finished: dict[str, Any] = {"event": "finished", "status": "graded", "message": None}
        try:
            self._checker = self._nursery.child(self._checker_spec, self._checker_confines)
            self._checker.may_pass_descriptors = self._job.kind == "kernel"
            self._converse(self._checker)
        except CheckerFailed as failure:
            finished |= {"status": "checker_error", "message": failure.message}
        finally:
            self._learner.stop()
            if self._checker:
                self._checker.kill()
        self._emit(finished | {"usage": self._usage()})

    def prepare_spares(self) -> None:
        """Forks what the next job will need, once this one's verdict is out."""
        self._nursery.prepare_spare(self._checker_spec, self._checker_confines)
        self._nursery.prepare_spare(self._spec, self._confines)

    def _usage(self) -> dict[str, Any]:
        return {
            "wall_ms": round((time.monotonic() - self._began) * 1000),
            "learner_wall_ms": round(self._learner.wall_s * 1000),
            "cpu_ms": round(self._learner.cpu_s * 1000),
            "peak_memory_mb": round(self._learner.peak_mb, 1),
        }

    def _converse(self, checker: Process) -> None:
        given = self._job.checker.get("given", {})
        order = {
            **self._job.checker,
            "given": list(given),
            "seed": self._job.seed,
            "visible_only": self._job.visible_only,
            "files_only": self._job.files_only,
            "by_program": self._job.upload is None,
        }
        blobs = [base64.b64decode(text) for text in given.values()]
        self._tell(checker, pack(Kind.BEGIN, order, blobs))
        if self._job.files_only:
            self._emit_files(self._receive(checker))
            return
        self._plan = _checked_plan(self._hear(checker, Kind.PLAN))
        self._emit({"event": "plan", "cases": self._plan})
        for index in range(len(self._plan)):
            if self._hear(checker, Kind.CASE_STARTED) != index:
                raise CheckerFailed("checker.out_of_order")
            self._case(checker, index)
        self._hear(checker, Kind.DONE)

    def _emit_files(self, frame: Frame) -> None:
        names = _payload(frame, Kind.FILES)
        _, blobs = unpack(frame)
        if type(names) is not list or len(names) != len(blobs) or len(frame.body) > MAX_FILES_BYTES:
            raise CheckerFailed("checker.malformed")
        for name, blob in zip(names, blobs, strict=True):
            self._emit({"event": "file", "name": str(name), "text": str(blob, "utf-8", "replace")})

    def _tell(
        self, checker: Process, packed: bytes, connection: socket.socket | None = None
    ) -> None:
        passed = [connection.fileno()] if connection else []
        try:
            checker.send(packed, self._watch_checker, passed)
        except Gone as error:
            raise self._vanished(checker) from error
        finally:
            if connection:
                connection.close()

    def _receive(self, checker: Process) -> Any:
        try:
            return checker.receive(self._watch_both)
        except Gone as error:
            raise self._vanished(checker) from error
        except BadFrame as error:
            raise CheckerFailed("checker.malformed") from error

    def _vanished(self, checker: Process) -> CheckerFailed:
        """Raises Fault while it may be the machine's doing: an author's code says how it failed.

        Only code that ends its process without a word, or somebody outside, does it this way.
        """
        said = checker.take_printed()
        self._nursery.require_alive(self._checker_spec)
        if not self._job.is_last:
            raise Fault("the checker's process vanished")
        return CheckerFailed("checker.exited", said[-4000:])

    def _hear(self, checker: Process, expected: Kind) -> Any:
        return _payload(self._receive(checker), expected)

    def _watch_both(self) -> None:
        self._watch_checker()
        self._learner.watch_serving()

    def _watch_checker(self) -> None:
        own_wall = time.monotonic() - self._began - self._learner.wall_s
        if own_wall > self._checker_limits.wall_s:
            raise CheckerFailed("checker.timed_out")

    def _case(self, checker: Process, index: int) -> None:
        self._current = index
        self._emit({"event": "case_started", "index": index})
        before_wall, before_cpu = self._learner.wall_s, self._learner.cpu_s
        ended = self._started()
        service = Service(self._learner)
        try:
            frame, ended = self._until_ended(checker, service, ended)
            self._learner.end_serving()
        except Ended as end:
            ended = end
        finally:
            service.close()
        report = _checked_report(_payload(frame, Kind.CASE_ENDED), index)
        self._emit(
            {
                **_outcome(self._plan[index], report, ended),
                "ms": round((self._learner.wall_s - before_wall) * 1000, 1),
                "cpu_ms": round((self._learner.cpu_s - before_cpu) * 1000, 1),
                **self._detail(self._plan[index], report, ended),
            }
        )

    def _until_ended(
        self, checker: Process, service: Service, ended: Ended | None
    ) -> tuple[Frame, Ended | None]:
        """Answers what the checker asks, up to the frame that ends its case."""
        began_wall, began_cpu = self._learner.wall_s, checker.cpu_s()
        while True:
            try:
                frame = self._receive(checker)
            except Ended as end:
                own_cpu, wall = checker.cpu_s() - began_cpu, self._learner.wall_s - began_wall
                if own_cpu > max(BUSY_CHECKER_CPU_S, BUSY_CHECKER_SHARE * wall):
                    raise CheckerFailed("checker.timed_out") from end
                # A limit passed while the checker was busy with the service: it will notice.
                ended = end
                continue
            if frame.kind not in ASKED_OF_LEARNER:
                return frame, ended
            answer: tuple[bytes, socket.socket | None] = (pack(Kind.CALL_ENDED, None), None)
            lent = checker.take_descriptors()
            try:
                if ended is None:
                    answer = self._asked(frame, service, lent)
            except Ended as end:
                ended = end
            finally:
                for descriptor in lent:
                    os.close(descriptor)
            self._tell(checker, *answer)

    def _asked(
        self, frame: Frame, service: Service, lent: list[int]
    ) -> tuple[bytes, socket.socket | None]:
        """The answer to what the checker wants of the learner. Raises Ended.

        lent: descriptors that came with the frame.
        """
        if frame.kind in ASKED_OF_SERVICE:
            return service.answer(frame)
        if frame.kind == Kind.FRESH:
            service.close()
            self._learner.restart()
            return pack(Kind.FRESH_STARTED, None), None
        return self._learner.call(frame, lent).packed, None

    def _progress(self, points: list[dict[str, Any]]) -> None:
        self._emit({"event": "progress", "index": self._current, "points": points})

    def _started(self) -> Ended | None:
        try:
            self._learner.start_case()
        except Ended as end:
            return end
        return None

    def _detail(
        self, case: dict[str, Any], report: dict[str, Any], ended: Ended | None
    ) -> dict[str, Any]:
        """Everything for a visible case; of a hidden one the exception's type at most."""
        printed = self._learner.take_printed()
        error = ended.error if ended else None
        if not case["visible"]:
            return {"detail": {"error": {"type": builtin_type(error["type"])}}} if error else {}
        # What a file was to be asked explains nothing where it was refused.
        told = () if ended and ended.of_file else ("calls", "expected", "got")
        detail = {key: report[key] for key in told if key in report}
        detail["stdout"] = printed[:MAX_PRINTED_A_CASE]
        if error:
            detail["error"] = error
        return {"detail": detail}


def _payload(frame: Any, expected: Kind) -> Any:
    try:
        data, _ = unpack(frame)
    except BadFrame as error:
        raise CheckerFailed("checker.malformed") from error
    if frame.kind == Kind.UNMEASURABLE:
        raise Fault("the machine is too busy to judge speed")
    if frame.kind == Kind.BROKEN:
        raise CheckerFailed("checker.crashed", str(data))
    if frame.kind != expected:
        raise CheckerFailed("checker.out_of_order")
    return data


def _checked_plan(plan: Any) -> list[dict[str, Any]]:
    try:
        good = 0 < len(plan) <= MAX_CASES and all(
            isinstance(case["name"], str)
            and set(case["title"]) == {"en", "zh"}
            and type(case["visible"]) is bool
            and 0 < case["points"] < 1e6
            for case in plan
        )
    except (TypeError, KeyError):
        good = False
    if not good:
        raise CheckerFailed("checker.bad_plan")
    return plan


def _checked_report(report: Any, index: int) -> dict[str, Any]:
    if not isinstance(report, dict) or report.get("index") != index:
        raise CheckerFailed("checker.out_of_order")
    share = report.get("share", 0.0)
    if type(report.get("passed")) is not bool or not _is_share(share):
        raise CheckerFailed("checker.malformed")
    return report


def _is_share(value: object) -> bool:
    return type(value) in (int, float) and 0.0 <= value <= 1.0  # type: ignore[operator]


def _outcome(case: dict[str, Any], report: dict[str, Any], ended: Ended | None) -> dict[str, Any]:
    """The runner's own knowledge of an end stands above what the checker says."""
    outcome, message = "passed", None
    share = float(report.get("share", report["passed"])) if not ended else 0.0
    if ended:
        params = ended.params
        if not case["visible"] and "type" in params:
            params = {"type": builtin_type(params["type"])}
        if not case["visible"] and "reason" in params and not ended.of_file:
            params = {"reason": ""}
        outcome, message = ended.outcome, {"code": ended.code, "params": params}
        if ended.problems is not None:
            message["problems"] = ended.problems
    elif "share" in report:
        outcome, message = "passed" if report["passed"] else "failed", report["message"]
    elif not report["passed"]:
        outcome = "timed_out" if report.get("out_of_time") is True else "failed"
        message = report["message"]
        if not case["visible"] and message:
            message = _unrevealing(message)
    return {
        "event": "case",
        "index": report["index"],
        **case,
        "outcome": outcome,
        "earned": round(case["points"] * share, 6),
        "message": message,
    }


def builtin_type(name: object) -> str:
    """An exception's type where Python itself has it: a learner's own names could carry data."""
    known = getattr(builtins, str(name), None)
    is_error = isinstance(known, type) and issubclass(known, BaseException)
    return str(name) if is_error else "Exception"


def _unrevealing(message: dict[str, Any]) -> dict[str, Any]:
    """Of a hidden case: that values, shape or type were wrong, never which."""
    return {"code": str(message.get("code", "custom")).split(".")[0] + ".hidden", "params": {}}
