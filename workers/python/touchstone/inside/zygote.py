"""The zygote: imports what its children need once, then forks an isolated child on request.

Runs as process 1 of a bubblewrap sandbox. Requests arrive on descriptor 3 (SOCK_SEQPACKET), one
JSON object each with the child's socket, the pipe for its output and the ways into its groups.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import sys
from collections.abc import Callable

from touchstone.inside import linux
from touchstone.inside.isolate import Confines, isolate

CONTROL = 3
CHILD_SOCKET = 3
MAX_REQUEST = 4096
ARE_YOU_THERE = b"?"
MAX_DESCRIPTORS = 8
YOUNG_OBJECTS = 20_000


# Packages load these on first use; every child would do so again.
LOADED_LATE = {
    "numpy": ("numpy.random", "numpy.linalg", "numpy.fft", "numpy.polynomial"),
    "pyarrow": ("pyarrow.parquet",),
    "triton": (
        "triton.runtime.interpreter",
        "touchstone.inside.triton_helper",
        "touchstone.inside.kernel",
    ),
}


def main(modules: list[str], role: str) -> None:
    for name in modules:
        importlib.import_module(name)
        for late in LOADED_LATE.get(name, ()):
            importlib.import_module(late)
    if "torch" in modules:
        sys.modules["torch"].set_num_threads(1)
    serve_child: Callable[[socket.socket], None] = importlib.import_module(role).serve
    control = socket.socket(fileno=CONTROL)
    linux.prctl(linux.PR_SET_DUMPABLE, 0)
    signal.signal(signal.SIGCHLD, _reap)
    home = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    # Children share these pages until they write; the collector must not touch them.
    gc.collect()
    gc.freeze()
    # A grading is short: looking for cycles costs it more than the few that it leaves.
    gc.set_threshold(YOUNG_OBJECTS)
    control.send(b"ready")
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, MAX_REQUEST, MAX_DESCRIPTORS)
        if not request:
            return
        if request == ARE_YOU_THERE:
            control.send(request)
        else:
            _fork(json.loads(request), descriptors, home, serve_child)


def _reap(*_: object) -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _fork(
    confines: Confines,
    descriptors: list[int],
    home: int,
    serve_child: Callable[[socket.socket], None],
) -> None:
    linux.unshare(linux.CLONE_NEWPID)
    child = os.fork()
    if child == 0:
        _become_child(confines, descriptors, serve_child)
    # The next child gets a process namespace of its own again.
    linux.setns(home, linux.CLONE_NEWPID)
    for descriptor in descriptors:
        os.close(descriptor)


def _become_child(
    confines: Confines, descriptors: list[int], serve_child: Callable[[socket.socket], None]
) -> None:
    """Never returns: whatever happens, this process ends here and not in the zygote's loop."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        end, output, *entrances = descriptors
        os.dup2(output, 1)
        os.dup2(output, 2)
        for entrance in entrances:
            os.write(entrance, b"0")
        os.dup2(end, CHILD_SOCKET)
        _close_from(CHILD_SOCKET + 1)
        isolate(confines)
        end_of_mine = socket.socket(fileno=CHILD_SOCKET)
        # The kernel stamps this byte with our process id as the runner sees it.
        end_of_mine.send(b"!")
        serve_child(end_of_mine)
    except EOFError:
        pass
    except BaseException as error:
        os.write(2, f"sandbox: {type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(0)


def _close_from(first: int) -> None:
    if linux.libc.close_range(first, 0xFFFFFFFF, 0) != 0:
        os.closerange(first, os.sysconf("SC_OPEN_MAX"))


if __name__ == "__main__":
    main([name for name in sys.argv[2].split(",") if name], sys.argv[1])
