"""Where in the version-2 hierarchy a runner may make groups that memory and processes count in.

A group with members of its own cannot hand controllers down (only the machine's root can), and a
runner's own group has some: the shell, npm, the supervisor. So the groups go beside it, below the
nearest ancestor that is ours to write and not beyond what systemd delegated. Where nothing of ours
lies further up (a container, a delegated service or scope), the members move to a leaf first.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from touchstone.runner.groups import write

CONTROLLERS = {"memory", "pids"}
HAND_DOWN = "+memory +pids"
MEMBERS = "touchstone-members"
# How systemd marks a group whose inside it leaves to others; the second one only root can read.
DELEGATED = ("user.delegate", "trusted.delegate")
# Members may fork while they are being moved.
MOVING_TRIES = 20


def own_group(root: Path, membership: str) -> Path | None:
    """This process's group, by the text of /proc/self/cgroup; None outside version 2."""
    if not (root / "cgroup.controllers").exists():
        return None
    for line in membership.splitlines():
        name = line.removeprefix("0::/")
        # A name that begins with `..` lies outside of what this cgroup namespace shows.
        if name != line and not name.startswith(".."):
            return root / name
    return None


def parents(root: Path, own: Path) -> Iterator[Path]:
    """Groups below which groups with limits can be made, the nearest first."""
    ours = _ours(root, own)
    yield from filter(_hands_down, ours)
    if ours and own in (ours[-1], ours[-1] / MEMBERS) and _hands_down_when_empty(ours[-1]):
        yield ours[-1]


def _ours(root: Path, own: Path) -> list[Path]:
    """The group and its ancestors as far up as they are this process's to write, `own` first."""
    found = []
    for folder in (own, *own.parents):
        if not os.access(folder, os.W_OK) or not os.access(folder / "cgroup.procs", os.W_OK):
            break
        found.append(folder)
        if folder == root or _is_delegated(folder):
            break
    return found


def _is_delegated(folder: Path) -> bool:
    for mark in DELEGATED:
        with contextlib.suppress(OSError):
            return os.getxattr(folder, mark) == b"1"
    return False


def _hands_down(folder: Path) -> bool:
    control = folder / "cgroup.subtree_control"
    try:
        if CONTROLLERS.issubset(control.read_text().split()):
            return True
        if not CONTROLLERS.issubset((folder / "cgroup.controllers").read_text().split()):
            return False
        write(control, HAND_DOWN)
    except OSError:
        return False
    return True


def _hands_down_when_empty(folder: Path) -> bool:
    leaf = folder / MEMBERS
    with contextlib.suppress(OSError):
        leaf.mkdir(exist_ok=True)
        for _ in range(MOVING_TRIES):
            pids = (folder / "cgroup.procs").read_text().split()
            # Shown for a member outside of this process namespace, which cannot be moved from here.
            if "0" in pids:
                break
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    write(leaf / "cgroup.procs", pid)
            if _hands_down(folder):
                return True
    with contextlib.suppress(OSError):
        leaf.rmdir()
    return False
