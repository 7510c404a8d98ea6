"""HTTP/1.1 over a connection that is open already: what a checker says to a learner's service."""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import dataclass, field
from typing import Any

import h11

from touchstone.checker.compare import Mismatch

CHUNK = 1 << 16
MAX_BODY = 2**20
# What reading, an event of h11 or a header costs beside its bytes, counted as bytes.
STEP = 512
MAX_INFORMATIONAL = 16


class NoAnswer(Exception):
    """The service closed the connection, or what it sent is not HTTP."""


class Allowance:
    """What all answers of one grading may cost the checker.

    A learner's program writes bytes far more cheaply than they are read here, so that without an
    end to it a flood would spend the checker's time and memory, which is no fault of the author.
    """

    def __init__(self, size: int) -> None:
        self._left = size

    def spend(self, size: int = 0, steps: int = 1) -> None:
        """Raises Mismatch once all is spent."""
        self._left -= size + STEP * steps
        if self._left < 0:
            raise Mismatch("service.too_much", {})


RECEIVED = Allowance(256 * 2**20)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def event(self) -> h11.Request:
        sent = {"host": "service", "content-length": str(len(self.body)), **self.headers}
        return h11.Request(method=self.method, target=self.path, headers=list(sent.items()))


def json_request(method: str, path: str, data: Any, **headers: str) -> Request:
    body = json.dumps(data).encode()
    return Request(method, path, body, {"content-type": "application/json", **headers})


@dataclass(frozen=True)
class Reply:
    """headers by their lower-case names."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body's value. Fails the case where it is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise Mismatch("service.not_json", {"status": self.status}) from None


class Connection:
    """Requests one after another; `reusable` until either side says that it ends."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._state = h11.Connection(h11.CLIENT)

    @classmethod
    async def over(cls, end: socket.socket) -> Connection:
        return cls(*await asyncio.open_unix_connection(sock=end))

    async def exchange(self, request: Request) -> Reply:
        """Raises NoAnswer, or Mismatch for more than a checker reads."""
        try:
            self._write(request.event())
            if request.body:
                self._write(h11.Data(data=request.body))
            self._write(h11.EndOfMessage())
            return await self._reply()
        except (OSError, h11.RemoteProtocolError) as error:
            raise NoAnswer from error

    def _write(self, event: h11.Request | h11.Data | h11.EndOfMessage) -> None:
        data = self._state.send(event)
        if data:
            self._writer.write(data)

    async def _reply(self) -> Reply:
        head: h11.Response | None = None
        body = bytearray()
        informational = 0
        while True:
            event = self._state.next_event()
            RECEIVED.spend(steps=1 + len(getattr(event, "headers", ())))
            if event is h11.NEED_DATA:
                chunk = await self._reader.read(CHUNK)
                RECEIVED.spend(len(chunk))
                self._state.receive_data(chunk)
            elif isinstance(event, h11.InformationalResponse):
                informational += 1
                if informational > MAX_INFORMATIONAL:
                    raise NoAnswer
            elif isinstance(event, h11.Response):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > MAX_BODY:
                    raise Mismatch("service.too_much", {})
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                break
            elif isinstance(event, h11.ConnectionClosed):
                raise NoAnswer
        headers = {name.decode(): value.decode("latin-1") for name, value in head.headers}
        return Reply(head.status_code, headers, bytes(body))

    @property
    def reusable(self) -> bool:
        """Not where it sent more than the answer: that would be taken for the next one."""
        done = self._state.our_state is h11.DONE and self._state.their_state is h11.DONE
        return done and not self._state.trailing_data[0]

    @property
    def ended(self) -> bool:
        """Whether the service has closed it meanwhile, as it may with one that is idle."""
        return self._reader.at_eof()

    def again(self) -> None:
        self._state.start_next_cycle()

    def close(self) -> None:
        # At once: to wait until all is sent would keep it open as long as nobody reads.
        self._writer.transport.abort()
