"""Turns a freshly forked child into a sandboxed process: the last trusted lines before its code."""

from __future__ import annotations

import os
import resource
from typing import TypedDict

from touchstone.inside import linux, seccomp

WORK = "/tmp/work"
INODES_PER_MB = 64
OPEN_FILES = 256
SANDBOX_ID = 1000
# The cgroup refuses first where there is one, and counts its refusals.
PROCESS_SLACK = 4
MB = 2**20


class Confines(TypedDict):
    """What a child may use; fixed when it is forked."""

    disk_mb: int
    processes: int
    cpu_s: int
    memory_mb: int
    output_kb: int
    limit_data: bool


def fresh_namespaces(confines: Confines) -> None:
    """Own mounts, IPC, network, host name and cgroup view; a private /tmp, /dev/shm and /proc."""
    linux.unshare(
        linux.CLONE_NEWNS
        | linux.CLONE_NEWIPC
        | linux.CLONE_NEWNET
        | linux.CLONE_NEWUTS
        | linux.CLONE_NEWCGROUP
    )
    size, inodes = confines["disk_mb"], confines["disk_mb"] * INODES_PER_MB
    flags = linux.MS_NOSUID | linux.MS_NODEV
    linux.mount("proc", "/proc", "proc", flags | linux.MS_NOEXEC)
    linux.mount("tmp", "/tmp", "tmpfs", flags, f"size={size}m,nr_inodes={inodes},mode=1777")
    linux.mount("shm", "/dev/shm", "tmpfs", flags, f"size={size}m,nr_inodes={inodes},mode=1777")
    os.mkdir(WORK)
    os.chdir(WORK)


def own_user() -> None:
    """A user namespace of its own: process counts are its own, and no mount can be undone."""
    outer_user, outer_group = os.getuid(), os.getgid()
    linux.unshare(linux.CLONE_NEWUSER)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{SANDBOX_ID} {outer_user} 1")
    _write("/proc/self/gid_map", f"{SANDBOX_ID} {outer_group} 1")


def limit_resources(confines: Confines) -> None:
    """Backstops behind the cgroup: the runner's own watch gives the verdicts."""
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: confines["disk_mb"] * MB,
        resource.RLIMIT_NPROC: confines["processes"] + PROCESS_SLACK,
        # Counted by ticks, which run up to a fifth ahead of the group's count on a busy machine.
        resource.RLIMIT_CPU: confines["cpu_s"] * 3 // 2 + 2,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if confines["limit_data"]:
        limits[resource.RLIMIT_DATA] = confines["memory_mb"] * MB
    for kind, value in limits.items():
        resource.setrlimit(kind, (value, value))


def give_up_privileges() -> None:
    """No capability, no way to gain one, no forbidden system call: for good."""
    linux.drop_all_capabilities()
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.install()


def isolate(confines: Confines) -> None:
    # The zygote hides its memory; its child has to reach its own /proc entries.
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    fresh_namespaces(confines)
    own_user()
    limit_resources(confines)
    give_up_privileges()


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
