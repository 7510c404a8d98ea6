"""One child's control group, in either version: its limits, its readings, its end."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from dataclasses import dataclass
from pathlib import Path

MB = 2**20
REMOVAL_TRIES = 50
READ_BYTES = 4096


@dataclass(frozen=True)
class Usage:
    """CPU seconds, peak bytes, and whether the kernel refused memory or processes."""

    cpu_s: float
    peak_bytes: int
    out_of_memory: bool
    out_of_processes: bool


def _counter(path: Path, name: str) -> int:
    """A field of a `name value` file; 0 where it is missing."""
    with contextlib.suppress(OSError):
        for line in path.read_text().splitlines():
            key, _, value = line.partition(" ")
            if key == name:
                return int(value)
    return 0


class GroupV2:
    def __init__(self, folder: Path, memory_mb: int, processes: int) -> None:
        self._folder = folder
        folder.mkdir()
        write(folder / "memory.max", memory_mb * MB)
        with contextlib.suppress(OSError):
            write(folder / "memory.swap.max", 0)
        write(folder / "pids.max", processes)
        self._cpu = os.open(folder / "cpu.stat", os.O_RDONLY)

    def entrances(self) -> list[int]:
        """Descriptors to which a child writes `0` to join; the caller closes them."""
        return [os.open(self._folder / "cgroup.procs", os.O_WRONLY)]

    def usage(self) -> Usage:
        return Usage(
            cpu_s=self.cpu_s(),
            peak_bytes=self._peak(),
            out_of_memory=_counter(self._folder / "memory.events", "oom_kill") > 0,
            out_of_processes=_counter(self._folder / "pids.events", "max") > 0,
        )

    def _peak(self) -> int:
        for name in ("memory.peak", "memory.current"):
            with contextlib.suppress(OSError, ValueError):
                return int((self._folder / name).read_text())
        return 0

    def cpu_s(self) -> float:
        # `usage_usec N` is the first line.
        return int(os.pread(self._cpu, READ_BYTES, 0).split(maxsplit=2)[1]) / 1e6

    def close(self) -> None:
        """After this only `end` may be called."""
        os.close(self._cpu)

    def end(self) -> bool:
        """Kills the members and removes the group; False while one of them is still leaving."""
        _kill_members(self._folder)
        return _removed(self._folder)


class GroupV1:
    def __init__(self, folders: dict[str, Path], memory_mb: int, processes: int) -> None:
        self._folders = folders
        for folder in folders.values():
            folder.mkdir()
        write(folders["memory"] / "memory.limit_in_bytes", memory_mb * MB)
        write(folders["pids"] / "pids.max", processes)
        self._cpu = os.open(folders["cpuacct"] / "cpuacct.usage", os.O_RDONLY)

    def entrances(self) -> list[int]:
        """Descriptors to which a child writes `0` to join; the caller closes them."""
        return [os.open(folder / "tasks", os.O_WRONLY) for folder in self._folders.values()]

    def usage(self) -> Usage:
        memory = self._folders["memory"]
        return Usage(
            cpu_s=self.cpu_s(),
            peak_bytes=int((memory / "memory.max_usage_in_bytes").read_text()),
            out_of_memory=_counter(memory / "memory.oom_control", "oom_kill") > 0,
            out_of_processes=_counter(self._folders["pids"] / "pids.events", "max") > 0,
        )

    def cpu_s(self) -> float:
        return int(os.pread(self._cpu, READ_BYTES, 0)) / 1e9

    def close(self) -> None:
        """After this only `end` may be called."""
        os.close(self._cpu)

    def end(self) -> bool:
        """Kills the members and removes the group; False while one of them is still leaving."""
        for folder in self._folders.values():
            _kill_members(folder)
        left = [folder for folder in self._folders.values() if not _removed(folder)]
        return not left


Group = GroupV2 | GroupV1


def write(path: Path, value: object) -> None:
    path.write_text(str(value))


def _kill_members(folder: Path) -> None:
    with contextlib.suppress(OSError):
        # Version 2 since Linux 5.14: all at once, also those just being forked.
        if (folder / "cgroup.kill").exists():
            write(folder / "cgroup.kill", 1)
            return
        for pid in (folder / "cgroup.procs").read_text().split():
            with contextlib.suppress(OSError):
                os.kill(int(pid), 9)


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _remove(folder: Path) -> None:
    """Removes an empty group; members that were just killed take a moment to leave it."""
    for attempt in range(REMOVAL_TRIES):
        if _removed(folder):
            return
        time.sleep(0.001 * attempt)


def remove_tree(folder: Path) -> None:
    """Ends and removes a runner's groups, and then the group that holds them."""
    with contextlib.suppress(OSError):
        for child in [path for path in folder.iterdir() if path.is_dir()]:
            _kill_members(child)
            _remove(child)
    _remove(folder)


def hold(folder: Path) -> int:
    """Marks a runner's folder as in use until the descriptor that is returned is closed."""
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def remove_stale(parent: Path, prefix: str) -> None:
    """Removes folders of runners that died without cleaning up.

    They are named by prefix, process id and a random part. A runner of another container has a
    process id that means nothing here, but it holds its folder.
    """
    for folder in parent.glob(f"{prefix}*"):
        pid = folder.name.removeprefix(prefix).partition("-")[0]
        gone = pid.isdigit() and (int(pid) == os.getpid() or not Path("/proc", pid).exists())
        if gone and not _is_held(folder):
            remove_tree(folder)


def _is_held(folder: Path) -> bool:
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False
