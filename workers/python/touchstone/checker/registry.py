"""The cases that a checker declares, in order of definition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from touchstone.checker.measure import Measured

Body = Callable[[Any, Any], Measured | None]


@dataclass(frozen=True)
class Case:
    """split: of a season's two cases, which; the private one is sealed until the season's end."""

    name: str
    title: dict[str, str]
    visible: bool
    points: float
    allow_mutation: bool
    body: Body
    split: str | None = None

    def plan(self) -> dict[str, Any]:
        plan = {
            "name": self.name,
            "title": self.title,
            "visible": self.visible,
            "points": self.points,
        }
        return plan if self.split is None else {**plan, "split": self.split}


declared: list[Case] = []


def case(
    *, en: str, zh: str, points: float = 1, visible: bool = False, allow_mutation: bool = False
) -> Callable[[Body], Body]:
    """Declares the function below as a case: `body(candidate, rng)`.

    points: what it is worth, > 0. visible: shown with input, expected and got, and part of a run.
    allow_mutation: the learner may change arrays that he was given.
    """

    def register(body: Body) -> Body:
        if points <= 0:
            raise ValueError(f"case {body.__name__}: points must be above 0")
        if any(known.name == body.__name__ for known in declared):
            raise ValueError(f"two cases are named {body.__name__}")
        title = {"en": en, "zh": zh}
        declared.append(Case(body.__name__, title, visible, points, allow_mutation, body))
        return body

    return register
