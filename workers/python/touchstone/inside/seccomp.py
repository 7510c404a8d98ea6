"""A seccomp filter in classic BPF: what a learner's or a checker's process may not ask the kernel.

The filter allows by default and denies what widens the kernel's surface or reaches outside the
sandbox; namespaces and dropped capabilities carry the rest. Numbers: Linux 6.x system call tables.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from typing import NamedTuple

from touchstone.inside.linux import PR_SET_SECCOMP, SECCOMP_MODE_FILTER, prctl

LD_WORD, JUMP_EQ, JUMP_GE, JUMP_SET, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER_AT, ARCH_AT, FIRST_ARGUMENT_AT = 0, 4, 16
X32_BIT = 0x40000000
NAMESPACE_FLAGS = 0x7E020080  # every CLONE_NEW*, CLONE_NEWTIME among them
AF_INET_FAMILIES_ALLOWED = (1, 2, 10)  # unix, and inet in an empty network namespace


class Abi(NamedTuple):
    """One machine's audit number and the system calls that the filter names."""

    audit: int
    clone: int
    clone3: int
    socket: int
    denied: tuple[int, ...]


# unshare setns mount umount2 pivot_root chroot ptrace process_vm_readv process_vm_writev
# pidfd_getfd bpf keyctl add_key request_key perf_event_open io_uring_setup/enter/register
# userfaultfd kexec_load kexec_file_load init_module finit_module delete_module
# move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr kcmp quotactl acct swapon
# swapoff reboot syslog open_by_handle_at name_to_handle_at seccomp personality
# fanotify_init settimeofday clock_settime clock_adjtime adjtimex lookup_dcookie
X86_64 = Abi(
    audit=0xC000003E,
    clone=56,
    clone3=435,
    socket=41,
    denied=(
        272, 308, 165, 166, 155, 161, 101, 310, 311, 438, 321, 250, 248, 249, 298, 425, 426, 427,
        323, 246, 320, 175, 313, 176, 429, 428, 430, 431, 432, 433, 442, 312, 179, 163, 167, 168,
        169, 103, 304, 303, 317, 135, 300, 164, 227, 305, 159, 212,
    ),
)  # fmt: skip
AARCH64 = Abi(
    audit=0xC00000B7,
    clone=220,
    clone3=435,
    socket=198,
    denied=(
        97, 268, 40, 39, 41, 51, 117, 270, 271, 438, 280, 219, 217, 218, 241, 425, 426, 427, 282,
        104, 294, 105, 273, 106, 429, 428, 430, 431, 432, 433, 442, 272, 60, 89, 224, 225, 142,
        116, 265, 264, 277, 92, 262, 170, 112, 266, 171, 18,
    ),
)  # fmt: skip
ABIS = {"x86_64": X86_64, "aarch64": AARCH64}


def _statement(code: int, value: int) -> bytes:
    return struct.pack("HBBI", code, 0, 0, value)


def _jump(code: int, value: int, if_true: int, if_false: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


def _deny(error: int) -> bytes:
    return _statement(RETURN, ERRNO | error)


def build_filter(abi: Abi) -> bytes:
    """The program's instructions, eight bytes each."""
    program = [
        _statement(LD_WORD, ARCH_AT),
        _jump(JUMP_EQ, abi.audit, 1, 0),
        _statement(RETURN, KILL),
        _statement(LD_WORD, NUMBER_AT),
    ]
    if abi is X86_64:
        program += [_jump(JUMP_GE, X32_BIT, 0, 1), _statement(RETURN, KILL)]
    # libc falls back to clone, whose flags a filter can read, when clone3 is not there.
    program += [_jump(JUMP_EQ, abi.clone3, 0, 1), _deny(errno.ENOSYS)]
    for number in abi.denied:
        program += [_jump(JUMP_EQ, number, 0, 1), _deny(errno.EPERM)]
    program += [
        _jump(JUMP_EQ, abi.clone, 0, 4),
        _statement(LD_WORD, FIRST_ARGUMENT_AT),
        _jump(JUMP_SET, NAMESPACE_FLAGS, 0, 1),
        _deny(errno.EPERM),
        _statement(RETURN, ALLOW),
        _jump(JUMP_EQ, abi.socket, 0, 2 + len(AF_INET_FAMILIES_ALLOWED)),
        _statement(LD_WORD, FIRST_ARGUMENT_AT),
    ]
    for index, family in enumerate(AF_INET_FAMILIES_ALLOWED):
        program.append(_jump(JUMP_EQ, family, len(AF_INET_FAMILIES_ALLOWED) - index, 0))
    program += [_deny(errno.EAFNOSUPPORT), _statement(RETURN, ALLOW)]
    return b"".join(program)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def supported() -> bool:
    return platform.machine() in ABIS


def _prepared() -> _Program | None:
    if not supported():
        return None
    code = ctypes.create_string_buffer(build_filter(ABIS[platform.machine()]))
    return _Program((len(code) - 1) // 8, ctypes.cast(code, ctypes.c_void_p))


# Made once in the zygote: every child installs the same program.
_PROGRAM = _prepared()


def install() -> None:
    """Binds this process and all that it starts. Raises OSError where the kernel refuses."""
    if _PROGRAM is None:
        raise OSError(errno.ENOSYS, f"no system call filter for {platform.machine()}")
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.c_void_p(ctypes.addressof(_PROGRAM)))
