"""A sandboxed child as the runner holds it: its socket, its output, its group, its end."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
import time
from collections.abc import Callable, Sequence

from touchstone.inside.isolate import MB, Confines
from touchstone.runner.cgroups import Cgroups
from touchstone.runner.groups import Group, Usage
from touchstone.runner.proc_usage import ProcUsage
from touchstone.wire.frames import Frame, FrameBuffer

CREDENTIALS = struct.Struct("3i")
CHUNK = 1 << 16
TICK_MS = 20
# Room for the credentials, too, with which the kernel stamps what comes by this socket.
MAX_DESCRIPTORS = 8 + 16
NOTHING = Usage(0.0, 0, False, False)


class Gone(Exception):
    """The process has ended or closed its socket."""


class Process:
    """Its first bytes carry its process id as this machine sees it (SCM_CREDENTIALS)."""

    def __init__(
        self,
        end: socket.socket,
        output: int,
        confines: Confines,
        cgroups: Cgroups,
        group: Group | None,
    ) -> None:
        self._socket, self._output = end, output
        self._cgroups, self._group = cgroups, group
        self.confines = confines
        self.pid: int | None = None
        self._watched: ProcUsage | None = None
        self._buffer = FrameBuffer()
        self._printed = bytearray()
        self.printed_total = 0
        self._final: Usage | None = None
        self.may_pass_descriptors = False
        self._passed: list[int] = []

    def started(self, deadline: float) -> None:
        """Waits for the isolated child's first byte. Raises Gone."""
        if not select.select([self._socket], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise Gone
        data, ancillary, _, _ = self._socket.recvmsg(1, socket.CMSG_SPACE(CREDENTIALS.size))
        if not data:
            raise Gone
        for level, kind, payload in ancillary:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS):
                self.pid = CREDENTIALS.unpack(payload)[0]
        if self.pid is None:
            raise Gone
        if not self._group:
            self._watched = ProcUsage(self.pid, self.confines["memory_mb"] * MB)
        self._socket.setblocking(False)

    def send(
        self, packed: bytes, watch: Callable[[], None], descriptors: Sequence[int] = ()
    ) -> None:
        """Writes it all; `watch` is called while the other side is slow and raises to give up.

        descriptors: go with the first byte.
        """
        view = memoryview(packed)
        passed = list(descriptors)
        while view:
            try:
                view = view[socket.send_fds(self._socket, [view], passed) :]
                passed = []
            except BlockingIOError:
                watch()
                self.drain()
                select.select([], [self._socket], [], TICK_MS / 1000)
            except OSError as error:
                raise Gone from error

    def receive(self, watch: Callable[[], None]) -> Frame:
        """The next frame. Raises Gone, BadFrame, or what `watch` raises."""
        poller = select.poll()
        poller.register(self._socket, select.POLLIN)
        poller.register(self._output, select.POLLIN)
        while (frame := self._buffer.take()) is None:
            ready = dict(poller.poll(TICK_MS))
            if self._output in ready and not self.drain():
                poller.unregister(self._output)
            watch()
            if self._socket.fileno() in ready:
                self._read_socket()
        self.drain()
        return frame

    def _read_socket(self) -> None:
        try:
            if self.may_pass_descriptors:
                chunk, passed, _, _ = socket.recv_fds(self._socket, CHUNK, MAX_DESCRIPTORS)
                self._passed += passed
            else:
                # Descriptors that come along are dropped by the kernel: nobody asks for them.
                chunk = self._socket.recv(CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            raise Gone from error
        if not chunk:
            raise Gone
        self._buffer.feed(chunk)

    def take_descriptors(self) -> list[int]:
        """What it passed along with its last frame; the caller closes them."""
        taken, self._passed = self._passed, []
        return taken

    def has_stray_bytes(self) -> bool:
        """Whether it wrote although nobody asked: an answer before its call, or a second one."""
        with contextlib.suppress(BlockingIOError):
            try:
                chunk = self._socket.recv(CHUNK)
                self._buffer.feed(chunk)
            except OSError:
                pass
        return len(self._buffer) > 0

    def drain(self) -> bool:
        """Takes what was printed; False at the end of the output."""
        limit = self.confines["output_kb"] * 1024
        while True:
            try:
                chunk = os.read(self._output, CHUNK)
            except BlockingIOError:
                return True
            if not chunk:
                return False
            self.printed_total += len(chunk)
            room = limit - len(self._printed)
            self._printed += chunk[: max(0, room)]
            if self.printed_total > limit:
                return True

    def take_printed(self) -> str:
        """What was printed since the last time, malformed bytes replaced."""
        if not self._final:
            self.drain()
        text = self._printed.decode("utf-8", "replace")
        self._printed.clear()
        return text

    @property
    def has_group(self) -> bool:
        return self._group is not None

    @property
    def printed_too_much(self) -> bool:
        return self.printed_total > self.confines["output_kb"] * 1024

    def cpu_s(self) -> float:
        if self._final:
            return self._final.cpu_s
        meter = self._group or self._watched
        return meter.cpu_s() if meter else 0.0

    def usage(self) -> Usage:
        if self._final:
            return self._final
        meter = self._group or self._watched
        return meter.usage() if meter else NOTHING

    def kill(self) -> None:
        """Ends it with everything it started: it is process 1 of its namespace."""
        if self._final:
            return
        self._final = self.usage()
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            self.drain()
        self._socket.close()
        os.close(self._output)
        for descriptor in self.take_descriptors():
            os.close(descriptor)
        if self._group:
            self._cgroups.release(self._group)
