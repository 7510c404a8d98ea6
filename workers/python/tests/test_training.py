"""Training: models that are kept or handed over, progress, and cases that are more or less good."""

import math

import pytest

from touchstone.checker import mean_with_interval, measure
from touchstone.checker.compare import Mismatch

FIT = """
import numpy as np
from touchstone.checker import case, fresh, keep, live, measure

@case(points=4, en="Slope", zh="斜率")
def slope(candidate, rng):
    x = rng.normal(size=50)
    {body}
"""
KEPT = """model = keep(candidate).fit({"x": x, "y": 3 * x}, 7)
    error = np.abs(candidate.predict(model, np.array([1.0, 2.0])) - np.array([3.0, 6.0])).max()
    return measure(float(error), floor=1.0, mark=0.1, full=0.0)"""
FRESH = KEPT.replace("keep(", "live(").replace("    error", "    fresh(candidate)\n    error")
LEARNER = """
import numpy as np
from touchstone.progress import report

seen = []

class Line:
    def __init__(self, slope):
        self.slope = slope

def fit(train, seed):
    seen.append(seed)
    for step in range({steps}):
        report(step, loss=1 / (step + 1), other=float("nan"))
    return {result}

def predict(model, x):
    report(0, loss=1)
    return {answer}
"""


def checker(body):
    return {"python": FIT.replace("{body}", body)}


def learner(result="Line(3.0)", answer="model.slope * x", steps=3):
    code = LEARNER.replace("{result}", result).replace("{answer}", answer)
    return code.replace("{steps}", str(steps))


def test_a_kept_model_never_crosses_and_serves_later_calls(runner):
    graded = runner.grade(learner(), checker=checker(KEPT))
    assert graded.passed
    case = graded.case("slope")
    assert case["earned"] == 4
    assert case["message"] == {
        "code": "measured.value",
        "params": {"value": 0, "mark": 0.1, "full": 0.0},
    }


def test_points_are_earned_in_proportion(runner):
    graded = runner.grade(learner(result="Line(3.05)"), checker=checker(KEPT))
    assert graded.case("slope")["outcome"] == "passed"
    assert graded.case("slope")["earned"] == pytest.approx(3.6)
    poor = runner.grade(learner(result="Line(3.25)"), checker=checker(KEPT)).case("slope")
    assert (poor["outcome"], poor["earned"]) == ("failed", pytest.approx(2.0))


def test_a_value_that_is_not_finite_earns_nothing(runner):
    case = runner.grade(learner(result="Line(np.nan)"), checker=checker(KEPT)).case("slope")
    assert (case["outcome"], case["earned"]) == ("failed", 0)


def test_a_fresh_process_gets_only_what_was_handed_over(runner):
    data = learner(result="{'slope': np.array(3.0)}", answer="model['slope'] * x")
    assert runner.grade(data, checker=checker(FRESH)).passed
    cheat = learner(result="{}", answer="3.0 * x if seen else x * 0")
    assert runner.grade(cheat, checker=checker(KEPT)).passed
    assert not runner.grade(cheat, checker=checker(FRESH)).passed


def test_objects_cannot_be_handed_over(runner):
    graded = runner.grade(learner(), checker=checker(FRESH))
    assert graded.outcomes == {"candidate_error"}
    assert graded.case("slope")["message"]["code"] == "error.bad_result"


def test_a_kept_model_is_gone_with_its_process(runner):
    body = KEPT.replace("    error", "    fresh(candidate)\n    error")
    finished = runner.grade(learner(), checker=checker(body)).finished
    assert finished["status"] == "checker_error"
    assert "kept value" in finished["message"]["params"]["traceback"]


def points(graded):
    told = [event for event in graded.events if event["event"] == "progress"]
    return [(event["index"], point) for event in told for point in event["points"]]


def test_progress_is_told_while_training_only(runner):
    graded = runner.grade(learner(steps=1), checker=checker(KEPT))
    assert points(graded) == [(0, {"step": 0, "values": {"loss": 1, "other": None}})]


def test_a_flood_of_progress_is_thinned_out_but_for_its_end(runner):
    graded = runner.grade(learner(steps=20_000), checker=checker(KEPT))
    assert graded.passed
    told = points(graded)
    assert 2 <= len(told) <= 2000
    assert [told[0][1]["step"], told[-1][1]["step"]] == [0, 19_999]


@pytest.mark.parametrize(
    "frame",
    [
        "{'step': float('nan'), 'values': {'a': 1}}",
        "{'step': 0, 'values': {}}",
        "{'step': 0, 'values': {'a' * 99: 1}}",
        "{'step': 0, 'values': {'a': 'text'}}",
        "{'step': 0, 'values': dict.fromkeys('abcdefghijk', 1)}",
        "['step']",
        "None",
    ],
)
def test_malformed_progress_is_left_out(runner, frame):
    code = learner(steps=0).replace(
        "    return Line",
        "    from touchstone import progress\n"
        "    from touchstone.wire.frames import Kind, pack\n"
        f"    progress._channel.send(pack(Kind.PROGRESS, {frame}))\n"
        "    return Line",
    )
    graded = runner.grade(code, checker=checker(KEPT))
    assert graded.passed
    assert not any(event["event"] == "progress" for event in graded.events)


def test_less_can_be_better():
    assert measure(40.0, floor=52.0, mark=40.0, full=35.0).passed
    assert measure(38.5, floor=52.0, mark=40.0, full=25.0).share == pytest.approx(0.5)
    assert not measure(41.0, floor=52.0, mark=40.0, full=35.0).passed


def test_bounds_in_the_wrong_order_are_the_authors_fault():
    with pytest.raises(ValueError):
        measure(0.5, floor=0.9, mark=0.5, full=1.0)
    with pytest.raises(Mismatch):
        measure(math.inf, floor=0.0, mark=0.5, full=1.0)


def test_an_interval_is_students():
    mean, half_width = mean_with_interval([0.9, 0.92, 0.94])
    assert mean == pytest.approx(0.92)
    # Standard error 0.02 / sqrt(3), times 4.303.
    assert half_width == pytest.approx(0.04969, rel=1e-3)
