"""The candidate as a checker sees it: attributes are the learner's functions, called elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from touchstone.checker.compare import Mismatch
from touchstone.checker.preview import preview
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Kind, pack, unpack
from touchstone.wire.values import BadValue, decode, encode


class CallEnded(Exception):
    """The call had no result: the runner already knows why, so the case just ends."""


class Candidate:
    """`candidate.name(*args, **kwargs)` calls the learner's function `name`."""

    def __init__(self, channel: Channel, record: bool, allow_mutation: bool) -> None:
        self._channel = channel
        self._identities = itertools.count(1)
        self._record = record
        self._allow_mutation = allow_mutation
        self._calls: list[dict[str, Any]] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._call(name, args, kwargs)

    def _call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if self._record:
            shown = {key: preview(value) for key, value in kwargs.items()}
            call = {"function": name, "args": [preview(value) for value in args], "kwargs": shown}
            self._calls.append(call)
        data, blobs = encode([list(args), kwargs])
        identity = next(self._identities)
        order = {"id": identity, "function": name, "args": data[0], "kwargs": data[1]}
        self._channel.send(pack(Kind.CALL, order, blobs))
        result = self._await(identity, name)
        if self._record:
            self._calls[-1]["result"] = preview(result)
        return result

    def _await(self, identity: int, name: str) -> Any:
        frame = self._channel.receive()
        if frame.kind != Kind.RESULT:
            raise CallEnded
        try:
            answer, parts = unpack(frame)
            if type(answer) is not dict or answer.get("id") != identity:
                raise BadValue("an answer to another call")
            value = decode(answer.get("value"), parts)
        except ValueError as error:
            # Covers BadFrame and BadValue: the learner's side sent something malformed.
            raise Mismatch("error.bad_result", {"reason": str(error)}) from None
        if answer.get("mutated") and not self._allow_mutation:
            raise Mismatch("mutated", {"function": name})
        return value


def recorded_calls(candidate: Candidate) -> list[dict[str, Any]]:
    return candidate._calls
