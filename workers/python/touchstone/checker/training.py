"""Training: models that stay with the learner, or that he hands over as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from touchstone.checker.proxy import Candidate, call, restart


class _Calls:
    """The candidate's functions, called in one certain way."""

    def __init__(self, candidate: Candidate, keep: bool) -> None:
        self._candidate, self._keep = candidate, keep

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: call(
            self._candidate, name, args, kwargs, live=True, keep=self._keep
        )


def keep(candidate: Candidate) -> Any:
    """`model = keep(candidate).fit(train, seed)`: the result stays in the learner's process.

    It can be an argument of later calls until the process ends. Progress is drawn live.
    """
    return _Calls(candidate, keep=True)


def live(candidate: Candidate) -> Any:
    """`saved = live(candidate).fit(train, seed)`: the result crosses as data; progress is drawn."""
    return _Calls(candidate, keep=False)


def fresh(candidate: Candidate) -> None:
    """Ends the learner's process and starts another, which knows only what it is given."""
    restart(candidate)
