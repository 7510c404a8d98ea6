"""What a child uses where there are no control groups: sums over its processes in /proc.

It is process 1 of its namespace, so that all it starts stay its descendants; their number is
limited. Each figure is a lower bound, so that nobody is charged for what he did not use.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from touchstone.runner.groups import Usage

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
# Shares of memory are read from page tables: for at most this part of the time.
SHARE_OF_TIME = 0.1


class ProcUsage:
    """Watches one child and its descendants; `pid` is the child's as the runner sees it."""

    def __init__(self, pid: int, memory_bytes: int) -> None:
        self._pid, self._limit = pid, memory_bytes
        self._alive: dict[tuple[int, str], int] = {}
        self._gone_ticks = 0
        self._ticks = 0
        self._peak = 0
        self._next_shares = 0.0

    def cpu_s(self) -> float:
        """CPU time of the living and of those that ended; it never falls."""
        self._look()
        return self._ticks / TICKS

    def usage(self) -> Usage:
        pids = self._look()
        self._peak = max(self._peak, _peak(self._pid), self._shared_out(pids))
        return Usage(self._ticks / TICKS, self._peak, self._peak > self._limit, False)

    def _look(self) -> list[int]:
        alive: dict[tuple[int, str], int] = {}
        waited = 0
        pids = tree(self._pid)
        for pid in pids:
            fields = _stat(pid)
            if fields:
                utime, stime, of_children, of_children_too = map(int, fields[11:15])
                alive[pid, fields[19]] = utime + stime
                waited += of_children + of_children_too
        for process, ticks in self._alive.items():
            if process not in alive:
                self._gone_ticks += ticks
        self._alive = alive
        # Who was waited for is in both: as last seen here, and as its parent was told.
        ended = max(self._gone_ticks, waited)
        self._ticks = max(self._ticks, sum(alive.values()) + ended)
        return pids

    def _shared_out(self, pids: list[int]) -> int:
        """The memory of several processes, pages that they share counted once."""
        if len(pids) < 2 or sum(map(_resident, pids)) <= self._limit:
            return 0
        begun = time.monotonic()
        if begun < self._next_shares:
            return 0
        total = sum(map(_share, pids))
        if total > self._limit:
            # A fork or an end between two readings counts pages twice; not again at once.
            total = min(total, sum(map(_share, tree(self._pid))))
        ended = time.monotonic()
        self._next_shares = ended + (ended - begun) / SHARE_OF_TIME
        return total


def tree(root: int) -> list[int]:
    """The process and its living descendants, dead ones that nobody waited for among them."""
    found, pending = [], [root]
    while pending:
        pid = pending.pop()
        found.append(pid)
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                pending.extend(map(int, (thread / "children").read_text().split()))
    return found


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name; none when the process is gone."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()
    except OSError:
        return []


def _kilobytes(pid: int, file: str, names: tuple[str, ...]) -> int | None:
    """The sum of the named fields; None when the file cannot be read."""
    total = 0
    try:
        with open(f"/proc/{pid}/{file}") as lines:
            for line in lines:
                if line.startswith(names):
                    total += int(line.split()[1])
    except OSError:
        return None
    return total


def _peak(pid: int) -> int:
    return (_kilobytes(pid, "status", ("VmHWM:",)) or 0) * 1024


def _resident(pid: int) -> int:
    with contextlib.suppress(OSError), open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * PAGE
    return 0


def _share(pid: int) -> int:
    """A process that hides its page tables is charged all that is not a file's."""
    shares = _kilobytes(pid, "smaps_rollup", ("Pss:",))
    if shares is None:
        shares = _kilobytes(pid, "status", ("RssAnon:", "RssShmem:"))
    return (shares or 0) * 1024
