"""A learner's program as a service: `python ENTRY --socket S --models DIR`.

from touchstone.checker.service import serving

@case(visible=True, en="It answers", zh="能应答")
def answers(candidate, rng):
    with serving(candidate, {"model.npz": model(rng)}) as service:
        reply = service.post("/v1/predict", {"instances": [[1.0]]})
        require(reply.status == 200, en="...", zh="...")
"""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from touchstone.checker.compare import Mismatch, OutOfTime
from touchstone.checker.http import NoAnswer, Reply, Request, json_request
from touchstone.checker.load import Client, Load, QueueFull, finish, send_at, send_together
from touchstone.checker.preview import preview
from touchstone.checker.proxy import CallEnded, Candidate, channel_of, record_call
from touchstone.wire.frames import Kind, pack, unpack

HEALTHY_WITHIN = 5.0
LOOK_AGAIN = 0.02
ANSWER_WITHIN = 5.0


class Service:
    """A program that serves. Every method may end the case as the runner sees fit."""

    def __init__(self, candidate: Candidate) -> None:
        self._candidate = candidate

    def request(self, request: Request, within: float = ANSWER_WITHIN) -> Reply:
        """The answer, on a connection of its own. Fails the case where none comes in time."""
        reply = failure = None
        try:
            reply = self._exchange(request, within)
        except TimeoutError:
            failure = OutOfTime("service.no_answer", {"path": request.path, "within": within})
        except NoAnswer:
            failure = Mismatch("service.not_http", {"path": request.path})
        record_call(
            self._candidate,
            f"{request.method} {request.path}",
            [preview(_shown(request.body))] if request.body else [],
            preview(f"{reply.status} {_shown(reply.body)}") if reply else None,
        )
        if failure:
            raise failure
        assert reply is not None
        return reply

    def get(self, path: str) -> Reply:
        return self.request(Request("GET", path))

    def post(self, path: str, data: Any) -> Reply:
        return self.request(json_request("POST", path, data))

    def _exchange(self, request: Request, within: float) -> Reply:
        async def once() -> Reply:
            client = Client(self.connect_now)
            try:
                return await client.exchange(request, within)
            finally:
                client.close()

        return finish(once())

    def load(
        self,
        requests: Sequence[Request],
        times: Sequence[float],
        within: float = ANSWER_WITHIN,
        also: Sequence[tuple[float, Callable[[], None]]] = (),
    ) -> Load:
        """Sends each request at its time, in seconds from the start."""
        return finish(send_at(self.connect_now, requests, times, within, also))

    def together(self, requests: Sequence[Request], within: float = ANSWER_WITHIN) -> Load:
        """Sends all at the same moment, each on a connection of its own: for races."""
        return finish(send_together(self.connect_now, requests, within))

    def connect(self) -> socket.socket | None:
        """A connection to its socket; None where nothing listens there.

        What goes wrong on it later, as an OSError that the case lets pass, is the learner's.
        """
        deadline = time.monotonic() + ANSWER_WITHIN
        while time.monotonic() < deadline:
            with contextlib.suppress(QueueFull):
                end = self.connect_now()
                if end:
                    end.settimeout(ANSWER_WITHIN)
                return end
            time.sleep(LOOK_AGAIN)
        return None

    def connect_now(self) -> socket.socket | None:
        """Raises QueueFull."""
        found = self._ask(Kind.CONNECT, None, Kind.CONNECTED)
        if found == "full":
            raise QueueFull
        if found != "open":
            return None
        return socket.socket(fileno=channel_of(self._candidate).take_descriptor())

    def signal(self, name: str) -> None:
        """Sends the program a signal, such as SIGTERM."""
        self._ask(Kind.SIGNAL, {"name": signal.Signals[name].name}, Kind.SIGNALLED)

    def exit_status(self, within: float) -> int | None:
        """The program's status once it has ended; None where it runs on after those seconds."""
        status = self._ask(Kind.AWAIT_EXIT, {"seconds": within}, Kind.EXITED)["status"]
        return None if status is None else int(status)

    def start(self, models: Mapping[str, bytes]) -> None:
        blobs = list(models.values())
        self._ask(Kind.SERVE, {"models": list(models)}, Kind.SERVING, blobs)

    def until_healthy(self) -> None:
        deadline = time.monotonic() + HEALTHY_WITHIN
        while time.monotonic() < deadline:
            left = max(0.1, deadline - time.monotonic())
            with contextlib.suppress(NoAnswer, TimeoutError):
                if self._exchange(Request("GET", "/healthz"), left).status == 200:
                    return
            time.sleep(LOOK_AGAIN)
        raise OutOfTime("service.not_healthy", {"within": HEALTHY_WITHIN})

    def _ask(self, kind: Kind, order: Any, expected: Kind, blobs: list[bytes] | None = None) -> Any:
        channel = channel_of(self._candidate)
        channel.send(pack(kind, order, blobs))
        frame = channel.receive()
        if frame.kind != expected:
            raise CallEnded
        return unpack(frame)[0]


@contextlib.contextmanager
def serving(candidate: Candidate, models: Mapping[str, bytes]) -> Iterator[Service]:
    """The learner's service, started with those model files and healthy."""
    service = Service(candidate)
    service.start(models)
    service.until_healthy()
    yield service


def _shown(body: bytes) -> str:
    try:
        return json.dumps(json.loads(body), ensure_ascii=False)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")
