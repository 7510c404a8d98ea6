"""The attacks on functions once more, in a training run and behind a service."""

from pathlib import Path

import pytest
import services
from conftest import RIGHT

ATTACKS = sorted((Path(__file__).parent / "hostile").glob("*.py"))
SECRET = "only-the-checker-knows-this"
FIT = f"""
import numpy as np
from touchstone.checker import case, close, fresh, live

ANSWER_MARK = "{SECRET}"

@case(visible=True, en="Two numbers", zh="两个数")
def two(candidate, rng):
    learn(candidate, rng, 2)

@case(points=2, en="Fresh numbers", zh="新的数")
def many(candidate, rng):
    learn(candidate, rng, 7)

def learn(candidate, rng, count):
    x = rng.normal(size=5)
    model = live(candidate).fit({{"x": x, "y": 2 * x}}, 7)
    fresh(candidate)
    for _ in range(2):
        asked = rng.normal(size=count)
        expected = 2 * asked
        close(candidate.predict(model, asked), expected)
"""
AS_TRAINING = """

def fit(train, seed):
    return {"first": double(train["x"])}


def predict(model, x):
    return double(x)
"""
DOUBLED = 'asked["x"] = float(double(np.array([float(asked["x"])]))[0]) / FACTOR'
AS_SERVICE = f"\nimport numpy as np\n{services.server(work=DOUBLED)}"


def gains_nothing(graded):
    assert not graded.passed, "an attack passed"
    assert graded.finished["status"] == "graded", "reported as somebody else's fault"
    assert SECRET not in str(graded.events)


ATTACKED = {"wall_s": 4, "cpu_s": 2}
# On a busy machine too, who does right is not to be hurried.
AT_LEISURE = {"wall_s": 30, "cpu_s": 10}


def as_training(runner, code, limits):
    checker = {"python": FIT}
    return runner.grade(code + AS_TRAINING, kind="training", checker=checker, limits=limits)


def as_service(runner, code, limits):
    return services.grade(runner, code + AS_SERVICE, limits=limits)


@pytest.mark.full
@pytest.mark.parametrize("grade", [as_training, as_service])
@pytest.mark.parametrize("path", ATTACKS, ids=[path.stem for path in ATTACKS])
def test_an_attack_gains_nothing_in_another_kind(runner, path, grade):
    gains_nothing(grade(runner, path.read_text(), ATTACKED))
    assert grade(runner, RIGHT, AT_LEISURE).passed, "the control did not pass after it"
