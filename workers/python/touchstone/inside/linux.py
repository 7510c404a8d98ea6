"""The few system calls that Python's standard library lacks, by ctypes."""

from __future__ import annotations

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
LAST_CAPABILITY_FALLBACK = 40


def _checked(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags: int) -> None:
    _checked(libc.unshare(flags), "unshare")


def setns(descriptor: int, kind: int) -> None:
    _checked(libc.setns(descriptor, kind), "setns")


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    result = libc.mount(
        source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), data.encode()
    )
    _checked(result, f"mount {target}")


def prctl(option: int, *values: int | ctypes.c_void_p) -> None:
    padded = [v if isinstance(v, ctypes.c_void_p) else ctypes.c_ulong(v) for v in values]
    padded += [ctypes.c_ulong(0)] * (4 - len(padded))
    _checked(libc.prctl(option, *padded), f"prctl {option}")


def _last_capability() -> int:
    try:
        with open("/proc/sys/kernel/cap_last_cap") as file:
            return int(file.read())
    except OSError:
        return LAST_CAPABILITY_FALLBACK


# Made once in the zygote: every child drops the same sets.
_LAST_CAPABILITY = _last_capability()
_CAPABILITY_HEADER = (ctypes.c_uint32 * 2)(0x20080522, 0)
_NO_CAPABILITIES = (ctypes.c_uint32 * 6)()


def drop_all_capabilities() -> None:
    """Empties the bounding set and then all other sets of this process."""
    for capability in range(_LAST_CAPABILITY + 1):
        _checked(libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0), "prctl")
    _checked(libc.capset(_CAPABILITY_HEADER, _NO_CAPABILITIES), "capset")
