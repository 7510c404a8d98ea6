"""Every attack that applies to functions, through the real runner; a control passes after each.

The numbers in the submissions' first lines are those of docs/security.md.
"""

from pathlib import Path

import pytest
from conftest import RIGHT

ATTACKS = sorted((Path(__file__).parent / "hostile").glob("*.py"))
LIMITS = {"wall_s": 1.5, "cpu_s": 1}
NAMES = [path.stem for path in ATTACKS]


def attack(runner, path: Path, **changes) -> None:
    graded = runner.grade(path.read_text(), limits=LIMITS, **changes)
    assert not graded.passed, "an attack passed"
    assert graded.finished["status"] == "graded", "reported as somebody else's fault"
    assert "only-the-checker-knows-this" not in str(graded.events)
    for case in graded.cases:
        if not case["visible"]:
            assert set(case.get("detail", {})) <= {"error"}
            assert set(case.get("detail", {}).get("error", {})) <= {"type"}
    assert runner.grade(RIGHT).passed, "the control did not pass after it"


@pytest.mark.parametrize("path", ATTACKS, ids=NAMES)
def test_an_attack_gains_nothing(runner, path):
    attack(runner, path)


@pytest.mark.full
@pytest.mark.parametrize("path", ATTACKS, ids=NAMES)
def test_an_attack_gains_nothing_case_by_case(runner, path):
    attack(runner, path, process="case")


@pytest.mark.full
@pytest.mark.parametrize("path", ATTACKS, ids=NAMES)
def test_an_attack_gains_nothing_beside_torch(runner, path):
    attack(runner, path, imports=["numpy", "torch"])
