"""The learner's side: loads the entry file and serves calls of its functions, one at a time.

Everything here runs in the learner's own process and may be tampered with by his code. Nothing it
says is trusted: a lie can only make his own answer worse.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
import traceback
from types import ModuleType
from typing import Any

import numpy as np

from touchstone import progress
from touchstone.inside.isolate import WORK
from touchstone.inside.program import Program
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Frame, Kind, pack, unpack
from touchstone.wire.values import BadValue, decode, encode

MAX_FRAMES_OF_TRACEBACK = 12
MAX_TEXT = 2000


def serve(end: socket.socket) -> None:
    channel = Channel(end)
    order, _ = unpack(channel.receive())
    if order["program"]:
        _serve_program(channel, order)
        return
    try:
        module = _load(order["files"], order["entry"])
    except BaseException as error:
        _send(channel, Kind.ERROR, {"id": 0, **_describe(error)})
        return
    _send(channel, Kind.READY, {})
    kept: dict[int, Any] = {}
    lent: Any = None
    while True:
        frame = channel.receive()
        if frame.kind in (Kind.LEND, Kind.LENT_CALL):
            lent = lent or _lent()
            _answer_lent(channel, module, frame, lent)
        else:
            _answer(channel, module, frame, kept)


def _lent() -> Any:
    # Needs PyTorch, which only kernel challenges are sure to have.
    from touchstone.inside.kernel import Lent

    return Lent()


def _answer_lent(channel: Channel, module: ModuleType, frame: Frame, lent: Any) -> None:
    """Takes what it is lent, or calls with it; the result stays in the lent memory."""
    order, _ = unpack(frame)
    identity = order["id"]
    try:
        if frame.kind == Kind.LEND:
            lent.take(order, channel.take_descriptors())
        elif not callable(getattr(module, order["function"], None)):
            _send(channel, Kind.ERROR, {"id": identity, "missing": order["function"]})
            return
        else:
            lent.call(getattr(module, order["function"]), order)
    except BadValue as error:
        _send(channel, Kind.ERROR, {"id": identity, "bad_result": str(error)[:MAX_TEXT]})
        return
    except BaseException as error:
        _send(channel, Kind.ERROR, {"id": identity, **_describe(error)})
        return
    _send(channel, Kind.RESULT, {"id": identity, "value": None, "mutated": False})


def _serve_program(channel: Channel, order: dict[str, Any]) -> None:
    _write(order["files"])
    program = Program(order["entry"])
    _send(channel, Kind.READY, {})
    while True:
        program.obey(channel, channel.receive())


def _write(files: dict[str, str]) -> None:
    for name, text in files.items():
        with open(os.path.join(WORK, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)


def _load(files: dict[str, str], entry: str) -> ModuleType:
    _write(files)
    sys.path.insert(0, WORK)
    sys.argv = [entry]
    name = entry.removesuffix(".py")
    module = ModuleType(name)
    module.__file__ = os.path.join(WORK, entry)
    sys.modules[name] = module
    exec(compile(files[entry], module.__file__, "exec"), module.__dict__)
    return module


def _answer(channel: Channel, module: ModuleType, frame: Frame, kept: dict[int, Any]) -> None:
    call, blobs = unpack(frame)
    identity, name = call["id"], call["function"]
    arguments = decode(call["args"], blobs, kept)
    named = decode(call["kwargs"], blobs, kept)
    before = [array.copy() for array in _arrays([arguments, named])]
    function = getattr(module, name, None)
    if not callable(function):
        _send(channel, Kind.ERROR, {"id": identity, "missing": name})
        return
    try:
        with progress.sent_over(channel if frame.kind == Kind.LIVE_CALL else None):
            result = function(*arguments, **named)
        if call.get("keep"):
            kept[identity] = result
            result = None
        value, parts = encode(_plain(result))
    except BadValue as error:
        _send(channel, Kind.ERROR, {"id": identity, "bad_result": str(error)[:MAX_TEXT]})
        return
    except BaseException as error:
        _send(channel, Kind.ERROR, {"id": identity, **_describe(error)})
        return
    after = _arrays([arguments, named])
    mutated = any(not _same(old, new) for old, new in zip(before, after, strict=False))
    _send(channel, Kind.RESULT, {"id": identity, "value": value, "mutated": mutated}, parts)


def _send(channel: Channel, kind: Kind, data: Any, parts: list[bytes] | None = None) -> None:
    # What was printed belongs to this call, so it has to be in the pipe before the answer.
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    channel.send(pack(kind, data, parts))


def _plain(value: Any) -> Any:
    """Torch tensors as arrays, wherever they stand; the rest unchanged."""
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return value.detach().cpu().numpy()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _arrays(value: Any) -> list[np.ndarray]:
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, list):
        return [array for item in value for array in _arrays(item)]
    if isinstance(value, dict):
        return [array for item in value.values() for array in _arrays(item)]
    return []


def _same(old: np.ndarray, new: np.ndarray) -> bool:
    return old.shape == new.shape and old.dtype == new.dtype and old.tobytes() == new.tobytes()


def _describe(error: BaseException) -> dict[str, Any]:
    """Type, text and the learner's own lines of a failure; what he can be told of it."""
    limit = None
    if isinstance(error, MemoryError):
        limit = "memory"
    elif isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        limit = "disk"
    elif isinstance(error, BlockingIOError) and error.errno == errno.EAGAIN:
        limit = "processes"
    try:
        text = str(error)
    except Exception:
        text = ""
    return {
        "type": type(error).__name__[:100],
        "message": text[:MAX_TEXT],
        "frames": _own_frames(error),
        "limit": limit,
        "exited": isinstance(error, SystemExit),
    }


def _own_frames(error: BaseException) -> list[dict[str, Any]]:
    """Only lines of the learner's files: the machinery around them teaches nothing."""
    frames = [
        {
            "file": os.path.relpath(frame.filename, WORK),
            "line": frame.lineno,
            "function": frame.name,
            "text": (frame.line or "")[:200],
        }
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith(WORK)
    ]
    if isinstance(error, SyntaxError) and error.filename and error.filename.startswith(WORK):
        frames.append(
            {
                "file": os.path.relpath(error.filename, WORK),
                "line": error.lineno or 1,
                "function": "<module>",
                "text": (error.text or "").strip()[:200],
            }
        )
    return frames[-MAX_FRAMES_OF_TRACEBACK:]
