"""The checker's process: loads the author's cases and runs those that it is told to, in order."""

from __future__ import annotations

import hashlib
import socket
import sys
import traceback
from types import ModuleType
from typing import Any

import numpy as np

from touchstone.checker import registry
from touchstone.checker.compare import Mismatch, OutOfTime
from touchstone.checker.given import keep_given
from touchstone.checker.preview import preview
from touchstone.checker.proxy import CallEnded, Candidate, Unmeasurable, recorded_calls
from touchstone.checker.season import build_season, declares_season
from touchstone.checker.tables import declare_table
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Kind, pack, unpack

MAX_TRACEBACK = 4000


def serve(end: socket.socket) -> None:
    channel = Channel(end)
    order, blobs = unpack(channel.receive())
    try:
        keep_given(dict(zip(order["given"], map(bytes, blobs), strict=True)))
        cases = _declared(order)
        if declares_season():
            made = build_season(lambda use: generator(order["seed"], use), order["by_program"])
            if order["files_only"]:
                channel.send(_packed(made.texts()))
                return
        channel.send(pack(Kind.PLAN, [case.plan() for case in cases]))
        for index, case in enumerate(cases):
            channel.send(pack(Kind.CASE_STARTED, index))
            channel.send(pack(Kind.CASE_ENDED, _run(channel, index, case, order["seed"])))
        channel.send(pack(Kind.DONE, None))
    except EOFError:
        raise
    except Unmeasurable:
        channel.send(pack(Kind.UNMEASURABLE, None))
    except BaseException:
        channel.send(pack(Kind.BROKEN, traceback.format_exc()[-MAX_TRACEBACK:]))


def _declared(order: dict[str, Any]) -> list[registry.Case]:
    if "python" in order:
        # Dataclasses look their module up by its name.
        module = sys.modules["checker"] = ModuleType("checker")
        exec(compile(order["python"], "checker.py", "exec"), module.__dict__)
    else:
        declare_table(order["cases"])
    if not registry.declared:
        raise ValueError("the checker declares no case")
    if order["visible_only"]:
        return [case for case in registry.declared if case.visible]
    # What is sealed stands last: without it the others keep their places.
    return sorted(registry.declared, key=lambda case: case.split == "private")


def _packed(texts: dict[str, str]) -> bytes:
    return pack(Kind.FILES, list(texts), [text.encode() for text in texts.values()])


def generator(seed: str, case: str) -> np.random.Generator:
    """A case's random numbers follow from the submission's seed and the case's name alone."""
    digest = hashlib.sha256(f"{seed}\n{case}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def _run(channel: Channel, index: int, case: registry.Case, seed: str) -> dict[str, Any]:
    candidate = Candidate(channel, case.visible, case.allow_mutation)
    ended: dict[str, Any] = {"index": index, "ended_by": "checker", "message": None}
    try:
        measured = case.body(candidate, generator(seed, case.name))
        ended["passed"] = True
        if measured is not None:
            message = {"code": measured.code, "params": measured.params}
            ended |= {"passed": measured.passed, "share": measured.share, "message": message}
    except CallEnded:
        ended |= {"passed": False, "ended_by": "call"}
    except (ConnectionError, TimeoutError):
        # The only connections that a checker has lead to the learner's service.
        ended |= {"passed": False, "message": {"code": "service.broken_off", "params": {}}}
    except Mismatch as mismatch:
        ended |= {"passed": False, "message": {"code": mismatch.code, "params": mismatch.params}}
        ended["out_of_time"] = isinstance(mismatch, OutOfTime)
        if case.visible and mismatch.expected is not None:
            ended["expected"] = preview(mismatch.expected)
            ended["got"] = preview(mismatch.got, mismatch.marks)
    if case.visible:
        ended["calls"] = recorded_calls(candidate)
    return ended
