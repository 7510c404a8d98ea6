"""A learner's program while it serves: what a checker asks of it, and the watch over it."""

from __future__ import annotations

import socket
from typing import Any

from touchstone.runner.doorway import Doorway
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
            self.close()
            self._told_to_end = False
            self._doorway = Doorway(self._learner.begin_serving())
        elif frame.kind == Kind.SIGNAL:
            self._told_to_end = True
        return self._ask(frame.packed, ANSWERS[Kind(frame.kind)]).packed, None

    def _ask(self, packed: bytes, expected: Kind) -> Frame:
        answer = self._learner.ask(packed)
        if answer.kind != expected:
            raise Ended("candidate_error", "error.bad_result", {"reason": "malformed answer"})
        return answer

    def _connect(self) -> tuple[bytes, socket.socket | None]:
        connection = self._doorway.connect() if self._doorway else None
        if connection is None and not self._told_to_end and self._has_ended():
            raise Ended("candidate_error", "error.exited", {})
        return pack(Kind.CONNECTED, connection is not None), connection

    def _has_ended(self) -> bool:
        answer = self._ask(pack(Kind.AWAIT_EXIT, {"seconds": 0}), Kind.EXITED)
        return _exit_status(answer) is not None

    def close(self) -> None:
        if self._doorway:
            self._doorway.close()
        self._doorway = None


def _exit_status(frame: Frame) -> Any:
    try:
        data, _ = unpack(frame)
        return data["status"]
    except (BadFrame, KeyError, TypeError):
        return None
