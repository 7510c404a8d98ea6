"""Triton's own helper for the CUDA driver, compiled once outside: a sandbox has no compiler.

Triton compiles kernels by itself (with the ptxas that comes with it), but loads and launches them
through a small C module that it builds on first use with the machine's C compiler.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = "import triton; triton.runtime.driver.active.utils"
SECONDS = 120


def folder(venv: Path) -> Path:
    """Where it is kept: in the form of Triton's cache, beside the packages that it belongs to."""
    return venv / "triton-support"


def prepare(venv: Path) -> str | None:
    """Compiles it unless it is there. Returns why not, or None."""
    target = folder(venv)
    if target.is_dir():
        return None
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    environment = {**os.environ, "TRITON_CACHE_DIR": str(draft)}
    try:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode != 0 or not draft.is_dir():
        return done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "nothing was built"
    draft.rename(target)
    return None
