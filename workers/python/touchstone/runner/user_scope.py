"""The way from a login session to a delegated group: a scope of the user's systemd manager.

A session's own group belongs to root. The user's manager may move a process of the same user into
its subtree, where groups can be made; see hierarchy.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SCOPE = ("--user", "--scope", "--quiet", "-p", "Delegate=yes")
TRIAL_SECONDS = 5


def restart_in_scope(option: str) -> None:
    """Becomes the same program in a scope, with `option` added; returns where that cannot be."""
    program = shutil.which("systemd-run")
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    if os.getuid() == 0 or not program or not (runtime / "systemd/private").exists():
        return
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
    command = [program, *SCOPE, "--"]
    try:
        trial = subprocess.run(
            [*command, "true"],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TRIAL_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return
    if trial.returncode == 0:
        again = [sys.executable, "-m", "touchstone.runner", *sys.argv[1:], option]
        os.execve(program, [*command, *again], environment)
