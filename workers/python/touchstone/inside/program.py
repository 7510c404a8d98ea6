"""The learner's program as a process of its own: a service that listens on a Unix socket.

Like everything in the learner's sandbox this is not trusted; who connects to the socket and what
comes back is the runner's and the checker's business.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any

from touchstone.inside.isolate import WORK
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Frame, Kind, pack, unpack

SOCKET = "service.sock"
MODELS = "models"


class Program:
    """`python ENTRY --socket S --models DIR`, started and ended as the checker asks."""

    def __init__(self, entry: str) -> None:
        self._entry = entry
        self._process: subprocess.Popen[bytes] | None = None

    def obey(self, channel: Channel, frame: Frame) -> None:
        order, blobs = unpack(frame)
        if frame.kind == Kind.SERVE:
            self._start(order["models"], blobs)
            channel.send(pack(Kind.SERVING, {}))
        elif frame.kind == Kind.SIGNAL:
            self._signal(order["name"])
            channel.send(pack(Kind.SIGNALLED, {}))
        elif frame.kind == Kind.AWAIT_EXIT:
            channel.send(pack(Kind.EXITED, {"status": self._exit_status(order["seconds"])}))

    def _start(self, names: list[str], blobs: list[memoryview]) -> None:
        folder = os.path.join(WORK, MODELS)
        os.makedirs(folder, exist_ok=True)
        for name, blob in zip(names, blobs, strict=True):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(blob)
        arguments = ["--socket", os.path.join(WORK, SOCKET), "--models", folder]
        self._process = subprocess.Popen(
            [sys.executable, "-S", self._entry, *arguments], cwd=WORK, stdin=subprocess.DEVNULL
        )

    def _signal(self, name: str) -> None:
        if self._process:
            self._process.send_signal(signal.Signals[name])

    def _exit_status(self, seconds: float) -> Any:
        """None while it still runs after that time."""
        if self._process is None:
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._process.returncode
