"""Control groups for children: version 2 where it may be written, else version 1, else none.

Without them the rlimits and the runner's watch of /proc remain; `mode` says which it is.

A child joins its group itself, through a descriptor that the runner opened. The kernel checks the
opener's rights and its cgroup namespace, so a child needs none of its own. In version 1 a thread
that moves itself spares the machine-wide lock, which costs milliseconds and stops every fork.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from touchstone.runner.groups import (
    Group,
    GroupV1,
    GroupV2,
    hold,
    remove_stale,
    remove_tree,
    write,
)
from touchstone.runner.hierarchy import HAND_DOWN, own_group, parents

ROOT = Path("/sys/fs/cgroup")
V1_CONTROLLERS = ("memory", "pids", "cpuacct")
PREFIX = "touchstone-"
TRIAL_MB = 64


class Cgroups:
    """Makes groups below one folder of this runner. `mode`: v2, v1 or none."""

    def __init__(self, wanted: bool = True) -> None:
        self._count = 0
        self._roots: dict[str, Path] = {}
        self._leaving: list[Group] = []
        self.mode = "none"
        self._held: list[int] = []
        name = f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}"
        if wanted and self._try_v2(name):
            self.mode = "v2"
        elif wanted and self._try_v1(name):
            self.mode = "v1"

    def _try_v2(self, name: str) -> bool:
        own = own_group(ROOT, Path("/proc/self/cgroup").read_text())
        if own is None:
            return False
        for parent in parents(ROOT, own):
            remove_stale(parent, PREFIX)
            folder = parent / name
            try:
                self._make(folder)
                write(folder / "cgroup.subtree_control", HAND_DOWN)
                admits = _admits(folder / "trial")
            except OSError:
                admits = False
            if admits:
                self._roots = {"": folder}
                return True
            remove_tree(folder)
        return False

    def _try_v1(self, name: str) -> bool:
        folders = {controller: ROOT / controller / name for controller in V1_CONTROLLERS}
        try:
            for folder in folders.values():
                remove_stale(folder.parent, PREFIX)
                self._make(folder)
        except OSError:
            for folder in folders.values():
                remove_tree(folder)
            return False
        self._roots = folders
        return True

    def _make(self, folder: Path) -> None:
        folder.mkdir()
        self._held.append(hold(folder))

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
            remove_tree(root)
        for descriptor in self._held:
            os.close(descriptor)


def _admits(folder: Path) -> bool:
    """Whether a process of ours can join a group here: a namespace may forbid what modes allow."""
    group = GroupV2(folder, TRIAL_MB, 1)
    (entrance,) = group.entrances()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.write(entrance, b"0")
            status = 0
        finally:
            os._exit(status)
    os.close(entrance)
    joined = os.waitpid(child, 0)[1] == 0
    group.close()
    remove_tree(folder)
    return joined
