"""Frames over a blocking socket, for the two processes inside sandboxes."""

from __future__ import annotations

import socket

from touchstone.wire.frames import Frame, FrameBuffer

CHUNK = 1 << 16


class Channel:
    """One end of the only socket that a sandboxed process holds."""

    def __init__(self, end: socket.socket) -> None:
        self._socket = end
        self._buffer = FrameBuffer()

    def send(self, packed: bytes) -> None:
        self._socket.sendall(packed)

    def receive(self) -> Frame:
        """The next frame. Raises EOFError when the runner is gone."""
        while (frame := self._buffer.take()) is None:
            chunk = self._socket.recv(CHUNK)
            if not chunk:
                raise EOFError
            self._buffer.feed(chunk)
        return frame
