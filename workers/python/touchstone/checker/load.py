"""Load on a service from outside: requests at set times, whether or not earlier ones are answered.

An answer's time counts from the moment at which its request was due, so that a service that stalls
is charged for those who wait (no coordinated omission).
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import socket
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import TypeVar

from touchstone.checker.http import Connection, NoAnswer, Reply, Request

MOST_CONNECTIONS = 64
QUEUE_LOOK_AGAIN = 0.002


class QueueFull(Exception):
    """It listens, and its queue of waiting connections is full: to be tried again."""


Connect = Callable[[], socket.socket | None]
T = TypeVar("T")


@dataclass(frozen=True)
class Answered:
    """reply: None where there was none in time. seconds: since the request was due."""

    request: Request
    reply: Reply | None
    seconds: float


@dataclass(frozen=True)
class Load:
    """What became of every request, in the order of their times."""

    answered: list[Answered]

    @property
    def lost(self) -> int:
        return sum(one.reply is None for one in self.answered)

    def quantile(self, q: float) -> float:
        """Seconds within which that share was answered; infinite where too many never were."""
        times = sorted(math.inf if one.reply is None else one.seconds for one in self.answered)
        return times[min(len(times) - 1, math.ceil(q * len(times)) - 1)]


class Client:
    """Keeps connections open and opens more when all are busy."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._idle: list[Connection] = []
        self._room = asyncio.Semaphore(MOST_CONNECTIONS)

    async def exchange(self, request: Request, within: float) -> Reply:
        """Raises NoAnswer, or TimeoutError after that many seconds."""
        async with self._room:
            connection = None
            try:
                async with asyncio.timeout(within):
                    connection = await self._take()
                    reply = await connection.exchange(request)
                if connection.reusable:
                    connection.again()
                    self._idle.append(connection)
                    connection = None
            finally:
                if connection:
                    connection.close()
        return reply

    async def prepare(self, within: float) -> None:
        """Opens a connection for the next request, if one can be had in that time."""
        with contextlib.suppress(NoAnswer, TimeoutError):
            async with asyncio.timeout(within):
                self._idle.append(await self._take())

    async def _take(self) -> Connection:
        while self._idle:
            connection = self._idle.pop()
            if not connection.ended:
                return connection
            connection.close()
        while True:
            try:
                end = self._connect()
            except QueueFull:
                await asyncio.sleep(QUEUE_LOOK_AGAIN)
                continue
            if end is None:
                raise NoAnswer
            return await Connection.over(end)

    def close(self) -> None:
        for connection in self._idle:
            connection.close()


def finish(work: Coroutine[None, None, T]) -> T:
    """What the coroutine returns.

    `asyncio.run` makes a text of its coroutine's result, which of a whole load takes seconds.
    """
    results: list[T] = []

    async def keep() -> None:
        results.append(await work)

    asyncio.run(keep())
    return results[0]


async def send_together(connect: Connect, requests: Sequence[Request], within: float) -> Load:
    """Opens a connection for each request first, then sends them all at once."""
    loop = asyncio.get_running_loop()
    clients = [Client(connect) for _ in requests]

    async def send(client: Client, request: Request, began: float) -> Answered:
        reply = None
        with contextlib.suppress(NoAnswer, TimeoutError):
            reply = await client.exchange(request, within)
        return Answered(request, reply, loop.time() - began)

    try:
        for client in clients:
            await client.prepare(within)
        began = loop.time()
        sent = [send(*one, began) for one in zip(clients, requests, strict=True)]
        return Load(list(await asyncio.gather(*sent)))
    finally:
        for client in clients:
            client.close()


async def send_at(
    connect: Connect,
    requests: Sequence[Request],
    times: Sequence[float],
    within: float,
    also: Sequence[tuple[float, Callable[[], None]]] = (),
) -> Load:
    """Sends each request at its time (seconds from now); `also` are acts at times of their own."""
    client = Client(connect)
    began = asyncio.get_running_loop().time()

    async def until(moment: float) -> None:
        await asyncio.sleep(began + moment - asyncio.get_running_loop().time())

    async def send(request: Request, moment: float) -> Answered:
        await until(moment)
        reply = None
        with contextlib.suppress(NoAnswer, TimeoutError):
            reply = await client.exchange(request, within)
        took = asyncio.get_running_loop().time() - began - moment
        return Answered(request, reply, took)

    async def act(moment: float, what: Callable[[], None]) -> None:
        await until(moment)
        what()

    try:
        async with asyncio.TaskGroup() as group:
            sent = [group.create_task(send(*one)) for one in zip(requests, times, strict=True)]
            for one in also:
                group.create_task(act(*one))
    except BaseExceptionGroup as several:
        # The case ends by one reason.
        raise several.exceptions[0] from None
    finally:
        client.close()
    return Load([task.result() for task in sent])
