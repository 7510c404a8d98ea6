"""What a challenge's checker.py imports: cases, comparisons, and what the learner is told.

from touchstone.checker import case, close

@case(points=2, en="Rows sum to one", zh="各行之和为一")
def rows_sum_to_one(candidate, rng):
    y = candidate.softmax(rng.normal(size=(64, 10)) * 50)
    close(y.sum(-1), 1.0, rtol=1e-6)
"""

from touchstone.checker.compare import as_array, close, equal, numeric_gradient, require
from touchstone.checker.given import given_file
from touchstone.checker.measure import mean_with_interval, measure
from touchstone.checker.registry import case
from touchstone.checker.season import Season, score, season
from touchstone.checker.training import fresh, keep, live

__all__ = [
    "Season",
    "as_array",
    "case",
    "close",
    "equal",
    "fresh",
    "given_file",
    "keep",
    "live",
    "mean_with_interval",
    "measure",
    "numeric_gradient",
    "require",
    "score",
    "season",
]
