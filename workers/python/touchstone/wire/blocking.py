"""Frames over a blocking socket, for the two processes inside sandboxes."""

from __future__ import annotations

import socket
from collections.abc import Sequence

from touchstone.wire.frames import Frame, FrameBuffer

CHUNK = 1 << 16
MAX_DESCRIPTORS = 8


class Channel:
    """One end of the only socket that a sandboxed process holds."""

    def __init__(self, end: socket.socket) -> None:
        self._socket = end
        self._buffer = FrameBuffer()
        self._descriptors: list[int] = []

    @property
    def socket(self) -> socket.socket:
        return self._socket

    def send(self, packed: bytes, descriptors: Sequence[int] = ()) -> None:
        """descriptors: go with the first byte."""
        sent = socket.send_fds(self._socket, [packed], descriptors) if descriptors else 0
        self._socket.sendall(packed[sent:])

    def receive(self) -> Frame:
        """The next frame. Raises EOFError when the runner is gone."""
        while (frame := self._buffer.take()) is None:
            chunk, descriptors, _, _ = socket.recv_fds(self._socket, CHUNK, MAX_DESCRIPTORS)
            self._descriptors += descriptors
            if not chunk:
                raise EOFError
            self._buffer.feed(chunk)
        return frame

    def take_descriptor(self) -> int:
        """The descriptor that came with the last frame. Raises IndexError where none did."""
        return self._descriptors.pop(0)

    def take_descriptors(self) -> list[int]:
        """All that came with the last frame."""
        taken, self._descriptors = self._descriptors, []
        return taken
