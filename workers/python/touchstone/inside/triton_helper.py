"""Has Triton take the helper that was compiled outside, instead of looking for a compiler."""

from __future__ import annotations

import os

import triton

FOLDER = "TOUCHSTONE_TRITON"


def _ready(name: str, source: str, *_: object) -> str:
    """The path of a module that Triton wants built. Raises RuntimeError for any other."""
    path = os.path.join(os.environ[FOLDER], f"{name}.so")
    if not os.path.isfile(path):
        raise RuntimeError(f"there is no compiler here to build {name}")
    return path


if FOLDER in os.environ:
    triton.knobs.build.impl = _ready
