"""The candidate as a checker sees it: attributes are the learner's functions, called elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from touchstone.checker.compare import Mismatch
from touchstone.checker.preview import preview
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Kind, pack, unpack
from touchstone.wire.values import BadValue, Kept, decode, encode


class CallEnded(Exception):
    """The call had no result: the runner already knows why, so the case just ends."""


class Unmeasurable(Exception):
    """The machine is too busy for a fair judgement: nobody's fault, to be repeated."""


class Candidate:
    """`candidate.name(*args, **kwargs)` calls the learner's function `name`."""

    def __init__(self, channel: Channel, record: bool, allow_mutation: bool) -> None:
        self._channel = channel
        self._identities = itertools.count(1)
        self._record = record
        self._allow_mutation = allow_mutation
        self._calls: list[dict[str, Any]] = []
        self._oldest_kept = 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: call(self, name, args, kwargs)

    def _call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], live: bool, keep: bool
    ) -> Any:
        if self._record:
            shown = {key: preview(value) for key, value in kwargs.items()}
            arguments = [preview(value) for value in args]
            self._calls.append({"function": name, "args": arguments, "kwargs": shown})
        given = [*args, *kwargs.values()]
        if any(type(value) is Kept and value.call < self._oldest_kept for value in given):
            raise ValueError("a kept value went with the process that fresh() ended")
        data, blobs = encode([list(args), kwargs])
        identity = next(self._identities)
        order = {"id": identity, "function": name, "args": data[0], "kwargs": data[1], "keep": keep}
        self._channel.send(pack(Kind.LIVE_CALL if live else Kind.CALL, order, blobs))
        result = self._await(identity, name)
        if keep:
            return Kept(identity)
        if self._record:
            self._calls[-1]["result"] = preview(result)
        return result

    def _restart(self) -> None:
        self._channel.send(pack(Kind.FRESH, None))
        if self._channel.receive().kind != Kind.FRESH_STARTED:
            raise CallEnded
        self._oldest_kept = next(self._identities)

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


def call(
    candidate: Candidate,
    name: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    live: bool = False,
    keep: bool = False,
) -> Any:
    """Calls the learner's function. live: his progress is shown. keep: the result stays there.

    Functions beside the class, not methods: every name of it may be one of the learner's.
    """
    return candidate._call(name, args, kwargs, live, keep)


def restart(candidate: Candidate) -> None:
    """Gives the learner a new process. Raises CallEnded where it does not start."""
    candidate._restart()


def recorded_calls(candidate: Candidate) -> list[dict[str, Any]]:
    return candidate._calls


def is_recorded(candidate: Candidate) -> bool:
    """Whether calls are shown: those of a visible case."""
    return candidate._record


def channel_of(candidate: Candidate) -> Channel:
    return candidate._channel


def record_call(
    candidate: Candidate, name: str, args: list[Any], result: dict[str, Any] | None
) -> None:
    """Adds to what is shown of a visible case: previews of what was sent and of the answer."""
    if candidate._record:
        shown = {} if result is None else {"result": result}
        candidate._calls.append({"function": name, "args": args, "kwargs": {}, **shown})
