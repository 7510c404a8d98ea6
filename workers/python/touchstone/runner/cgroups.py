"""Control groups for one child: version 2 where delegated, else version 1, else none.

Without them the rlimits and the runner's watch of /proc remain; `mode` says which it is.

A child joins its group itself, through a descriptor that the runner opened: for a thread that moves
itself the kernel needs no machine-wide lock, which costs several milliseconds and stops every fork.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
V1_CONTROLLERS = ("memory", "pids", "cpuacct")
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


def _write(path: Path, value: object) -> None:
    path.write_text(str(value))


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
        _write(folder / "memory.max", memory_mb * MB)
        with contextlib.suppress(OSError):
            _write(folder / "memory.swap.max", 0)
        _write(folder / "pids.max", processes)

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
        with contextlib.suppress(OSError):
            _write(self._folder / "cgroup.kill", 1)
        return _removed(self._folder)


class GroupV1:
    def __init__(self, folders: dict[str, Path], memory_mb: int, processes: int) -> None:
        self._folders = folders
        for folder in folders.values():
            folder.mkdir()
        _write(folders["memory"] / "memory.limit_in_bytes", memory_mb * MB)
        _write(folders["pids"] / "pids.max", processes)
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


def _kill_members(folder: Path) -> None:
    with contextlib.suppress(OSError):
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


def remove_folder(folder: Path) -> None:
    """Removes an empty group; members that were just killed take a moment to leave it."""
    for attempt in range(REMOVAL_TRIES):
        if _removed(folder):
            return
        time.sleep(0.001 * attempt)


class Cgroups:
    """Makes groups below one folder of this runner. `mode`: v2, v1 or none."""

    def __init__(self) -> None:
        self._count = 0
        self._roots: dict[str, Path] = {}
        self._leaving: list[Group] = []
        self.mode = "none"
        name = f"touchstone-{os.getpid()}"
        if self._try_v2(name):
            self.mode = "v2"
        elif self._try_v1(name):
            self.mode = "v1"

    def _try_v2(self, name: str) -> bool:
        own = _own_v2_group()
        if own is None:
            return False
        controllers = (own / "cgroup.controllers").read_text().split()
        if not {"memory", "pids"} <= set(controllers):
            return False
        folder = own / name
        try:
            folder.mkdir()
            # A group with members cannot hand controllers down, so this process moves aside.
            leaf = folder / "runner"
            leaf.mkdir()
            _write(leaf / "cgroup.procs", os.getpid())
            _write(own / "cgroup.subtree_control", "+memory +pids")
            _write(folder / "cgroup.subtree_control", "+memory +pids")
        except OSError:
            remove_folder(folder / "runner")
            remove_folder(folder)
            return False
        self._roots = {"": folder}
        return True

    def _try_v1(self, name: str) -> bool:
        folders = {controller: ROOT / controller / name for controller in V1_CONTROLLERS}
        try:
            for folder in folders.values():
                remove_stale(folder.parent)
                folder.mkdir()
        except OSError:
            for folder in folders.values():
                remove_folder(folder)
            return False
        self._roots = folders
        return True

    def create(self, memory_mb: int, processes: int) -> Group | None:
        self._count += 1
        name = str(self._count)
        if self.mode == "v2":
            return GroupV2(self._roots[""] / name, memory_mb, processes)
        if self.mode == "v1":
            folders = {key: root / name for key, root in self._roots.items()}
            return GroupV1(folders, memory_mb, processes)
        return None

    def release(self, group: Group) -> None:
        """Ends a group; what its members' death delays is left to `sweep`."""
        group.close()
        if not group.end():
            self._leaving.append(group)

    def sweep(self) -> bool:
        """Tries once more to remove released groups; True when none is left."""
        self._leaving = [group for group in self._leaving if not group.end()]
        return not self._leaving

    def close(self) -> None:
        for root in self._roots.values():
            for child in [path for path in root.glob("*") if path.is_dir()]:
                _kill_members(child)
                remove_folder(child)
            remove_folder(root)


def _own_v2_group() -> Path | None:
    base = ROOT if (ROOT / "cgroup.controllers").exists() else None
    if base is None:
        return None
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        if line.startswith("0::"):
            folder = base / line[3:].lstrip("/")
            return folder if os.access(folder, os.W_OK) else None
    return None


def remove_stale(parent: Path) -> None:
    """Groups of runners that died without cleaning up."""
    for folder in parent.glob("touchstone-*"):
        pid = folder.name.removeprefix("touchstone-")
        if pid.isdigit() and not Path("/proc", pid).exists():
            for child in [path for path in folder.glob("*") if path.is_dir()]:
                _kill_members(child)
                remove_folder(child)
            remove_folder(folder)
