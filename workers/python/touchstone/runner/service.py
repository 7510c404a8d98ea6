"""A learner's program while it serves: what a checker asks of it, and the watch over it."""

from __future__ import annotations

import socket

from touchstone.runner.doorway import Doorway, QueueFull
from touchstone.runner.learner import Ended, Learner
from touchstone.wire.frames import BadFrame, Frame, Kind, pack, unpack

ANSWERS = {
    Kind.SERVE: Kind.SERVING,
    Kind.SIGNAL: Kind.SIGNALLED,
    Kind.AWAIT_EXIT: Kind.EXITED,
}
ASKED = frozenset({*ANSWERS, Kind.CONNECT})


class Service:
    """The service of one case. From SERVE on its time counts, whoever is busy."""

    def __init__(self, learner: Learner) -> None:
        self._learner = learner
        self._doorway: Doorway | None = None
        self._told_to_end = False

    def answer(self, frame: Frame) -> tuple[bytes, socket.socket | None]:
        """The answer to the checker's frame, and the connection that goes with it. Raises Ended."""
        if frame.kind == Kind.CONNECT:
            return self._connect()
        if frame.kind == Kind.SERVE:
            self._prepare()
        elif frame.kind == Kind.SIGNAL:
            self._told_to_end = True
        return self._ask(frame.packed, ANSWERS[Kind(frame.kind)]), None

    def _prepare(self) -> None:
        """A sandbox in which no program has run, and its folder opened."""
        if self._doorway:
            self.close()
            self._learner.restart()
        self._told_to_end = False
        pid = self._learner.begin_serving()
        try:
            self._doorway = Doorway(pid)
        except OSError as error:
            raise Ended("candidate_error", "error.exited", {}) from error

    def _ask(self, packed: bytes, expected: Kind) -> bytes:
        """His side's answer, made anew: what it sent itself never reaches the checker."""
        answer = self._learner.ask(packed)
        if answer.kind != expected:
            raise _malformed()
        data = {"status": _exit_status(answer)} if expected == Kind.EXITED else {}
        return pack(expected, data)

    def _connect(self) -> tuple[bytes, socket.socket | None]:
        connection = None
        try:
            connection = self._doorway.connect() if self._doorway else None
        except QueueFull:
            return pack(Kind.CONNECTED, "full"), None
        if connection is None and not self._told_to_end and self._has_ended():
            raise Ended("candidate_error", "error.exited", {})
        return pack(Kind.CONNECTED, "open" if connection else "none"), connection

    def _has_ended(self) -> bool:
        answer = self._learner.ask(pack(Kind.AWAIT_EXIT, {"seconds": 0}))
        return _exit_status(answer) is not None

    def close(self) -> None:
        if self._doorway:
            self._doorway.close()
        self._doorway = None


def _exit_status(frame: Frame) -> int | None:
    """Raises Ended where it is none."""
    try:
        data, _ = unpack(frame)
        status = data["status"]
    except (BadFrame, KeyError, TypeError) as error:
        raise _malformed() from error
    if frame.kind != Kind.EXITED or not (status is None or type(status) is int):
        raise _malformed()
    return status


def _malformed() -> Ended:
    return Ended("candidate_error", "error.bad_result", {"reason": "malformed answer"})
