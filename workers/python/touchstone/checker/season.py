"""Predictions: data that everybody gets for a season, and labels that nobody does.

@season(public=0.3)
def churn(rng):
    ...
    return Season(files={"train.csv": train, "test.csv": test}, ids=ids, labels=y, column="churn")

@score(en="Area under the ROC curve", zh="ROC 曲线下面积", floor=0.8, mark=0.85, full=0.86)
def auc(labels, predicted):
    ...
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from touchstone.checker import registry
from touchstone.checker.compare import Mismatch
from touchstone.checker.measure import Measured, measure
from touchstone.inside.prediction_table import Expected, read_predictions
from touchstone.inside.rejected import Rejected

Metric = Callable[[np.ndarray, np.ndarray], float]
UNLIMITED = 1e300
SPLITS = {"public": ("Public part", "公开部分"), "private": ("Private part", "保密部分")}


@dataclass(frozen=True)
class Season:
    """files: what learners download, columns of equal length by file name and column name.

    ids: of the rows to predict, and labels: the truth, in the same order. column: the name of
    what is predicted. values: the labels that a file may hold (`labels` are places in it); None
    where numbers in [low, high] are wanted. groups: one key a row; rows of a key stay on one
    side of the split.
    """

    files: Mapping[str, Mapping[str, Sequence[Any] | np.ndarray]]
    ids: Sequence[Any] | np.ndarray
    labels: np.ndarray
    column: str
    values: Sequence[str] | None = None
    groups: Sequence[Any] | np.ndarray | None = None
    low: float = -UNLIMITED
    high: float = UNLIMITED

    def expected(self) -> Expected:
        return {
            "ids": [str(identity) for identity in self.ids],
            "column": self.column,
            "labels": None if self.values is None else list(self.values),
            "low": self.low,
            "high": self.high,
        }

    def texts(self) -> dict[str, str]:
        """The files as CSV text."""
        return {name: _csv(columns) for name, columns in self.files.items()}


@dataclass
class _Process:
    """What this checker's process knows of its season.

    by_program: an author's known submission, which writes the file that a learner would upload.
    predicted: a file is read once, not once a part.
    """

    build: Callable[[np.random.Generator], Season] | None = None
    public_share: float = 0.0
    season: Season | None = None
    is_public: np.ndarray | None = None
    by_program: bool = False
    predicted: np.ndarray | None = None


_process = _Process()


def season(
    *, public: float
) -> Callable[[Callable[[np.random.Generator], Season]], Callable[[np.random.Generator], Season]]:
    """Declares the function below as the season's data: `build(rng)`.

    public: the share of rows (or groups) whose score is shown while the season is open.
    """

    def register(
        build: Callable[[np.random.Generator], Season],
    ) -> Callable[[np.random.Generator], Season]:
        if not 0 < public < 1:
            raise ValueError("public has to lie between 0 and 1")
        _process.build, _process.public_share = build, public
        return build

    return register


def score(
    *, en: str, zh: str, floor: float, mark: float, full: float, digits: int = 3
) -> Callable[[Metric], Metric]:
    """Declares the function below as the measure: `metric(labels, predicted) -> float`.

    It makes two cases, of the public and of the private part. digits: decimals of what is shown
    and scored; the fewer, the less a leaderboard gives away of the labels.
    """

    def register(metric: Metric) -> Metric:
        for split, (in_english, in_chinese) in SPLITS.items():
            title = {"en": f"{en}: {in_english}", "zh": f"{zh}：{in_chinese}"}

            def body(candidate: Any, _rng: Any, split: str = split) -> Measured:
                value = metric(*_part(candidate, split))
                return measure(round(float(value), digits), floor=floor, mark=mark, full=full)

            registry.declared.append(registry.Case(split, title, False, 1, False, body, split))
        return metric

    return register


def declares_season() -> bool:
    return _process.build is not None


def build_season(
    generator: Callable[[str], np.random.Generator], by_program: bool = False
) -> Season:
    """The season's data and split; the same for the same seed.

    generator: random numbers by purpose. by_program: the file comes from the candidate's
    `predict(files)`. Raises ValueError where no season is declared.
    """
    _process.by_program = by_program
    if _process.build is None:
        raise ValueError("the checker declares no season")
    made = _process.season = _process.build(generator("season"))
    keys = np.arange(len(made.labels)) if made.groups is None else np.asarray(made.groups)
    distinct, of_row = np.unique(keys, return_inverse=True)
    public = np.zeros(len(distinct), bool)
    chosen = generator("split").permutation(len(distinct))
    public[chosen[: round(len(distinct) * _process.public_share)]] = True
    _process.is_public = public[of_row]
    return made


def _part(candidate: Any, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Labels and predictions of the public or of the private rows."""
    made, is_public = _process.season, _process.is_public
    if made is None or is_public is None:
        raise ValueError("the season was not built")
    if _process.predicted is None:
        _process.predicted = _predicted(candidate, made)
    rows = is_public if split == "public" else ~is_public
    return made.labels[rows], _process.predicted[rows]


def _predicted(candidate: Any, made: Season) -> np.ndarray:
    if not _process.by_program:
        return candidate.table(made.expected())
    text = candidate.predict(made.texts())
    try:
        return read_predictions(str(text).encode(), made.expected())
    except Rejected as rejection:
        raise Mismatch(rejection.code, rejection.params) from rejection


def _csv(columns: Mapping[str, Sequence[Any] | np.ndarray]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(
        zip(*(np.asarray(column).tolist() for column in columns.values()), strict=True)
    )
    return out.getvalue()
