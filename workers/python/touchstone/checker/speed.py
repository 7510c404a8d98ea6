"""Speed marks that a busy machine cannot spoil: judged beside a reference in the same grading."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence

from touchstone.checker.compare import Mismatch
from touchstone.checker.http import Request
from touchstone.checker.load import Load, finish, send_at
from touchstone.checker.proxy import Candidate, Unmeasurable, restart
from touchstone.checker.service import serving

TRIES = 3
QUANTILE = 0.95
MS = 1000
# A machine on which the reference needs this share of the time allowed is too busy to judge.
BUSY_SHARE = 0.2
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"
END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"content-length:"


Drive = Callable[[Callable[[], socket.socket | None]], Load]


def paced(requests: Sequence[Request], times: Sequence[float], within: float) -> Drive:
    """Puts load on whatever it is connected to: each request at its time, in seconds."""
    return lambda connect: finish(send_at(connect, requests, times, within))


def require_fast(
    candidate: Candidate, models: Mapping[str, bytes], drive: Drive, limit_s: float
) -> Load:
    """Fails the case where 95 % of the answers take longer, though a reference is quick enough.

    limit_s: seconds from when a request was due. The reference runs when the learner's program has
    ended, so that he cannot slow it down. Raises Unmeasurable where it is slow all the same.
    """
    for _ in range(TRIES):
        with serving(candidate, models) as service:
            load = drive(service.connect_now)
        if load.lost:
            raise Mismatch("service.lost", {"lost": load.lost, "total": len(load.answered)})
        p95 = load.quantile(QUANTILE)
        if p95 <= limit_s:
            return load
        restart(candidate)
        with reference_service() as address:
            reference = drive(lambda address=address: _connected(address)).quantile(QUANTILE)
        if reference <= limit_s * BUSY_SHARE:
            figures = {"p95_ms": p95, "limit_ms": limit_s, "reference_ms": reference}
            raise Mismatch("service.slow", {k: round(v * MS, 1) for k, v in figures.items()})
    raise Unmeasurable


@contextlib.contextmanager
def reference_service() -> Iterator[str]:
    """A process that answers every request at once with `{}`; yields its socket's path."""
    with tempfile.TemporaryDirectory() as folder:
        address = os.path.join(folder, "s")
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(address)
        listener.listen(128)
        child = os.fork()
        if child == 0:
            try:
                asyncio.run(_serve(listener))
            finally:
                os._exit(0)
        listener.close()
        try:
            yield address
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _connected(address: str) -> socket.socket:
    end = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    end.connect(address)
    return end


async def _serve(listener: socket.socket) -> None:
    server = await asyncio.start_unix_server(_answer, sock=listener)
    await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            head = await reader.readuntil(END_OF_HEAD)
            lines = [line for line in head.lower().split(b"\r\n") if line.startswith(LENGTH)]
            await reader.readexactly(int(lines[0].removeprefix(LENGTH)) if lines else 0)
            writer.write(ANSWER)
    writer.close()
