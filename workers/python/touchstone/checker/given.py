"""The files that a challenge gives to its learners, for its checker too."""

from __future__ import annotations

from collections.abc import Mapping

_given: dict[str, bytes] = {}


def keep_given(files: Mapping[str, bytes]) -> None:
    _given.update(files)


def given_file(name: str) -> bytes:
    """A file of the package's folder `given/`. Raises KeyError."""
    return _given[name]
