"""Runs one program of ours on a file of a stranger's: no network, no file but what is bound, bounded.

    python -m touchstone.runner.document --bwrap PATH --uid N --bind FROM:TO ... -- PROGRAM ARGUMENT ...

The file comes by standard input, what was read goes to standard output. This process becomes the
sandbox, so that killing it ends everything.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
from pathlib import Path

from touchstone.inside import seccomp
from touchstone.runner import bubblewrap

MB = 2**20
LIMITS = {
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_CPU: 30,
    resource.RLIMIT_DATA: 1024 * MB,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 64,
}


def _filter() -> list[str]:
    """Refuses system calls as for learners, through a file in memory that bubblewrap reads."""
    if not seccomp.supported():
        return []
    descriptor = os.memfd_create("filter", 0)
    os.write(descriptor, seccomp.build_filter(seccomp.ABIS[platform.machine()]))
    os.lseek(descriptor, 0, os.SEEK_SET)
    return ["--seccomp", str(descriptor)]


def command(bwrap: str, binds: list[tuple[str, str]], program: list[str]) -> list[str]:
    arguments = [
        bwrap,
        *("--unshare-all", "--die-with-parent", "--new-session", "--hostname", "sandbox"),
        *("--uid", "1000", "--gid", "1000", "--cap-drop", "ALL"),
        *("--clearenv", "--proc", "/proc", "--dev", "/dev", "--setenv", "LANG", "C.UTF-8"),
    ]
    for source, target in binds:
        arguments += ["--ro-bind", source, target]
    for link in ("lib", "lib64"):
        if os.path.islink(f"/{link}"):
            arguments += ["--symlink", f"usr/{link}", f"/{link}"]
        elif os.path.isdir(f"/{link}"):
            arguments += ["--ro-bind", f"/{link}", f"/{link}"]
    return [*arguments, *_filter(), "--remount-ro", "/", "--chdir", "/", "--", *program]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bwrap", required=True)
    parser.add_argument("--uid", type=int, required=True)
    parser.add_argument("--bind", action="append", default=[])
    parser.add_argument("program", nargs="+")
    given = parser.parse_args()
    pairs = [bind.rsplit(":", 1) for bind in given.bind]
    binds = [(source, target) for source, target in pairs] + bubblewrap.system_binds()
    bwrap = given.bwrap
    if os.getuid() == 0:
        # As for learners: what it may read is staged, and the host's root is given up.
        host = bubblewrap.Host(bwrap, Path("/"), given.uid)
        bubblewrap.stager(host, [source for source, _ in binds])()
        bwrap = f"{bubblewrap.STAGE}/bwrap"
        binds = [
            (f"{bubblewrap.STAGE}/{index}", target) for index, (_, target) in enumerate(binds)
        ]
    arguments = command(bwrap, binds, given.program)
    for kind, value in LIMITS.items():
        resource.setrlimit(kind, (value, value))
    os.execvpe(arguments[0], arguments, {"PATH": os.environ.get("PATH", os.defpath)})


if __name__ == "__main__":
    main()
