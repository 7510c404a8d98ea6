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
MAX_BODY = 32 * 2**20


class NoAnswer(Exception):
    """The service closed the connection, or what it sent is not HTTP."""


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
        """Raises NoAnswer."""
        try:
            self._write(request.event())
            if request.body:
                self._write(h11.Data(data=request.body))
            self._write(h11.EndOfMessage())
            return await self._reply()
        except (OSError, h11.ProtocolError) as error:
            raise NoAnswer from error

    def _write(self, event: h11.Request | h11.Data | h11.EndOfMessage) -> None:
        data = self._state.send(event)
        if data:
            self._writer.write(data)

    async def _reply(self) -> Reply:
        head: h11.Response | None = None
        body = bytearray()
        while True:
            event = self._state.next_event()
            if event is h11.NEED_DATA:
                self._state.receive_data(await self._reader.read(CHUNK))
            elif isinstance(event, h11.Response):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > MAX_BODY:
                    raise NoAnswer
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                break
            elif isinstance(event, h11.ConnectionClosed):
                raise NoAnswer
        headers = {name.decode(): value.decode("latin-1") for name, value in head.headers}
        return Reply(head.status_code, headers, bytes(body))

    @property
    def reusable(self) -> bool:
        return self._state.our_state is h11.DONE and self._state.their_state is h11.DONE

    def again(self) -> None:
        self._state.start_next_cycle()

    def close(self) -> None:
        self._writer.close()
