"""Triton's own helper for the CUDA driver, compiled once outside: a sandbox has no compiler.

Triton compiles kernels by itself (with the ptxas that comes with it), but loads and launches them
through a small C module that it builds on first use with the machine's C compiler.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

# The arguments are those with which Triton's driver asks for its own module.
SCRIPT = """
import os, shutil, sys
from triton.backends.nvidia import driver
from triton.runtime.build import compile_so_from_file
built = compile_so_from_file(
    src_path=os.path.join(driver.dirname, "driver.c"),
    name="cuda_utils",
    library_dirs=driver.library_dirs(),
    include_dirs=driver.include_dirs,
    libraries=driver.libraries,
)
shutil.copy(built, sys.argv[1])
"""
HELPER = "cuda_utils.so"
SECONDS = 120


def folder(venv: Path) -> Path:
    """Where it is kept: beside the packages that it belongs to."""
    return venv / "triton-support"


def prepare(venv: Path) -> str | None:
    """Compiles it unless it is there. Returns why not, or None."""
    target = folder(venv)
    if (target / HELPER).is_file():
        return None
    with tempfile.TemporaryDirectory(dir=venv) as work:
        draft = Path(work, "ready")
        draft.mkdir()
        try:
            done = subprocess.run(
                [sys.executable, "-c", SCRIPT, str(draft / HELPER)],
                env={**os.environ, "TRITON_CACHE_DIR": f"{work}/cache"},
                capture_output=True,
                text=True,
                timeout=SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        if done.returncode != 0:
            said = done.stderr.strip().splitlines() or ["no reason was given"]
            return f"{said[-1]} (a C compiler and Python's headers are needed)"
        with contextlib.suppress(OSError):
            # Somebody else was quicker.
            draft.rename(target)
    return None
