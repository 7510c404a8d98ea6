"""Zygotes by what they may import, and a spare child of each, forked before it is needed."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import socket
import subprocess
import time

from touchstone.inside.isolate import Confines
from touchstone.inside.zygote import ARE_YOU_THERE
from touchstone.runner.bubblewrap import Host, SandboxSpec, command
from touchstone.runner.cgroups import Cgroups
from touchstone.runner.process import Gone, Process

START_SECONDS = 60.0
CHILD_SECONDS = 10.0
ANSWER_SECONDS = 5.0
PIPE_BYTES = 1 << 20


class Fault(Exception):
    """The platform's own failure; the text is for operators."""


class Zygote:
    """One bubblewrap sandbox that forks isolated children."""

    def __init__(self, host: Host, spec: SandboxSpec) -> None:
        self._spec = spec
        arguments, prepare = command(host, spec)
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        descriptor = theirs.fileno()

        def before_exec() -> None:
            os.dup2(descriptor, 3)
            if prepare:
                prepare()

        self._process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=2,
            env={},
            preexec_fn=before_exec,
            pass_fds=(3,),
        )
        theirs.close()
        self._wait_ready()

    def _wait_ready(self) -> None:
        ready = select.select([self._control], [], [], START_SECONDS)[0]
        if not ready or self._control.recv(16) != b"ready":
            self.close()
            raise Fault(f"the sandbox for {', '.join(self._spec.imports)} did not start")

    def fork(self, confines: Confines, cgroups: Cgroups) -> Process:
        """Asks for a child. It isolates itself while the caller goes on.

        A child whose data segment is limited needs no group: that is the checker's case, whose
        code is trusted to be honest, and every child's where there are no groups.
        """
        mine, theirs = socket.socketpair()
        mine.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        reader, writer = os.pipe()
        os.set_blocking(reader, False)
        with contextlib.suppress(OSError):
            fcntl.fcntl(reader, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        group = None
        if not confines["limit_data"]:
            group = cgroups.create(confines["memory_mb"], confines["processes"])
        entrances = group.entrances() if group else []
        try:
            descriptors = [theirs.fileno(), writer, *entrances]
            socket.send_fds(self._control, [json.dumps(confines).encode()], descriptors)
        except OSError as error:
            raise Fault("a sandbox's zygote is gone") from error
        finally:
            theirs.close()
            for descriptor in (writer, *entrances):
                os.close(descriptor)
        return Process(mine, reader, confines, cgroups, group)

    def is_alive(self) -> bool:
        """Asks; its children end a moment before their zygote's own end can be seen."""
        try:
            self._control.send(ARE_YOU_THERE)
            ready = select.select([self._control], [], [], ANSWER_SECONDS)[0]
            return bool(ready) and self._control.recv(16) == ARE_YOU_THERE
        except OSError:
            return False

    def close(self) -> None:
        self._control.close()
        self._process.kill()
        self._process.wait()


class Nursery:
    """Hands out started children; keeps one spare of the kind that was asked for last."""

    def __init__(self, host: Host, cgroups: Cgroups) -> None:
        self._host, self._cgroups = host, cgroups
        self._zygotes: dict[SandboxSpec, Zygote] = {}
        self._spares: dict[SandboxSpec, Process] = {}

    def warm(self, spec: SandboxSpec) -> None:
        if spec not in self._zygotes:
            self._zygotes[spec] = Zygote(self._host, spec)

    def child(self, spec: SandboxSpec, confines: Confines) -> Process:
        """A started child with exactly these confines. Raises Fault."""
        spare = self._spares.pop(spec, None)
        if spare is not None and spare.confines != confines:
            spare.kill()
            spare = None
        process = spare or self._fork(spec, confines)
        try:
            process.started(time.monotonic() + CHILD_SECONDS)
        except (Gone, OSError) as error:
            said = process.take_printed()
            process.kill()
            self._drop(spec)
            raise Fault(f"a sandboxed process did not start: {said[:500]}") from error
        return process

    def require_alive(self, spec: SandboxSpec) -> None:
        """Raises Fault where a child ended because its zygote did: nobody's code is to blame."""
        zygote = self._zygotes.get(spec)
        if zygote is None or not zygote.is_alive():
            self._drop(spec)
            raise Fault("a sandbox's zygote ended under its child")

    def prepare_spare(self, spec: SandboxSpec, confines: Confines) -> None:
        if spec not in self._spares:
            self._spares[spec] = self._fork(spec, confines)

    def _fork(self, spec: SandboxSpec, confines: Confines) -> Process:
        self.warm(spec)
        try:
            return self._zygotes[spec].fork(confines, self._cgroups)
        except Fault:
            self._drop(spec)
            self.warm(spec)
            return self._zygotes[spec].fork(confines, self._cgroups)

    def _drop(self, spec: SandboxSpec) -> None:
        zygote = self._zygotes.pop(spec, None)
        if zygote:
            zygote.close()

    def close(self) -> None:
        for spare in self._spares.values():
            spare.kill()
        for zygote in self._zygotes.values():
            zygote.close()
