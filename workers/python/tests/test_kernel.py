"""Kernels on the stand-in without a device: lent memory, fresh inputs, and who is believed.

The protocol, the ownership of memory and the rules of the clock are those of a GPU; the driver is
`cpu`. What only a device can show is run by bench/gpu.py on a machine that has one.
"""

import pytest
from probes import CHECKER, CLOCK, LIMITS, RIGHT, TIMING, TRITON, WRONG

DEVICE = {"kind": "cpu", "uuid": "rehearsal", "minor": 0, "memory_mb": 1024}


def grade(runner, code, **changes):
    job = {
        "kind": "kernel",
        "runtime": "gpu",
        "device": DEVICE,
        "checker": {"python": CHECKER},
        "imports": ["numpy", "torch", "triton"],
        **changes,
    }
    limits = {**LIMITS, "memory_mb": 1024, **changes.get("limits", {})}
    return runner.grade(code, **{**job, "limits": limits})


@pytest.mark.parametrize("code", [RIGHT, TRITON], ids=["torch", "triton"])
def test_a_right_kernel_passes_and_its_speed_is_said_not_to_be_judged(runner, code):
    graded = grade(runner, code)
    assert graded.passed, graded.events
    assert graded.case("fast")["message"] == {"code": "measured.not_here", "params": {}}


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_what_is_not_computed_where_it_belongs_does_not_pass(runner, path):
    graded = grade(runner, path.read_text(), limits={"wall_s": 8})
    assert not graded.passed
    assert graded.finished["status"] == "graded", "reported as somebody else's fault"
    assert grade(runner, RIGHT).passed, "the control did not pass after it"


@pytest.mark.parametrize("path", TIMING, ids=lambda path: path.stem)
def test_work_is_counted_or_its_result_is_wrong(runner, path):
    graded = grade(runner, path.read_text(), checker={"python": CLOCK}, limits={"wall_s": 8})
    assert graded.finished["status"] == "graded", graded.finished
    assert grade(runner, RIGHT).passed, "the control did not pass after it"


def test_the_trap_for_work_that_is_not_counted_shuts(runner):
    finished = grade(runner, RIGHT, checker={"python": CLOCK}).finished
    assert "was not counted" in finished["message"]["params"]["traceback"]


OWN = CHECKER.replace(", own=False", "")


def test_a_library_that_does_the_work_is_told_from_a_kernel(runner):
    graded = grade(runner, RIGHT, checker={"python": OWN})
    assert graded.case("small")["message"]["code"] == "error.bad_result"
    assert "torch's mul" in graded.case("small")["message"]["params"]["reason"]
    assert grade(runner, TRITON, checker={"python": OWN}).passed


@pytest.mark.parametrize(
    "code, reason",
    [
        ("def double(x):\n    return 2\n", "expected a tensor, got int"),
        ("def double(x):\n    return (x * 2)[:1]\n", "expected shape (3, 4), got (1, 4)"),
        ("def double(x):\n    return (x * 2).half()\n", "expected torch.float32"),
    ],
)
def test_an_answer_of_another_kind_is_told_apart(runner, code, reason):
    graded = grade(runner, code)
    assert reason in graded.case("small")["message"]["params"]["reason"]


def test_a_tensor_far_larger_than_the_result_can_be_forbidden(runner):
    spacious = CHECKER.replace("own=False", "spacious=4")
    large = TRITON.replace("    y = torch.empty_like(x)\n", "    y = torch.empty(2**22)\n")
    graded = grade(runner, large, checker={"python": spacious})
    assert "are allowed" in graded.case("small")["message"]["params"]["reason"]


@pytest.mark.parametrize(
    "code, outcome",
    [
        ("def double(x):\n    while True:\n        pass\n", "timed_out"),
        ("import time\n\n\ndef double(x):\n    time.sleep(60)\n", "timed_out"),
        ("import os\n\n\ndef double(x):\n    os._exit(0)\n", "candidate_error"),
        ("def triple(x):\n    return x * 3\n", "candidate_error"),
        ("def double(x):\n    raise ValueError('no')\n", "candidate_error"),
    ],
    ids=["cpu", "wall", "exit", "missing", "raised"],
)
def test_an_end_while_the_clock_runs_is_the_learners(runner, code, outcome):
    graded = grade(runner, code, limits={"wall_s": 3, "cpu_s": 2})
    assert graded.case("small")["outcome"] == outcome
    assert grade(runner, RIGHT).passed


def test_a_kernel_without_a_device_is_no_job(runner):
    from touchstone.runner.job import parse_job

    with pytest.raises(ValueError, match="needs a device"):
        parse_job({"kind": "kernel", "mode": "submit", "process": "submission"})


RIVALS = """
import time
import torch
from touchstone.checker import case, require
from touchstone.checker.kernel import Kernel, agree
from touchstone.checker.race import race

def slow(x, factor):
    time.sleep(0.02)
    return x * factor

@case(visible=True, en="Beside a slow rival", zh="对手很慢")
def beside(candidate, rng):
    multiply = Kernel(candidate, "multiply", own=False)
    draw = lambda: (multiply.normal(rng, (3, 4), torch.float32),)
    check = lambda got, x: agree(got, x * 3, atol=1e-6)
    found = race(multiply, draw, slow, check, options=(3,))
    require(found.rival_s > 0.015, en="rival", zh="对手")
    require(found.own_s < found.rival_s, en="own", zh="自己")
    require(found.least_s > 0, en="least", zh="下限")
"""
MULTIPLY = "def multiply(x, factor):\n    return x * factor\n"


def test_a_rival_is_timed_in_a_process_of_its_own(runner):
    graded = grade(runner, MULTIPLY, checker={"python": RIVALS})
    assert graded.passed, graded.events


def test_a_rival_that_is_no_function_of_the_module_is_the_authors_error(runner):
    lost = RIVALS.replace("draw, slow, check", "draw, lambda x, factor: x * factor, check")
    finished = grade(runner, MULTIPLY, checker={"python": lost}).finished
    assert finished["status"] == "checker_error"
    assert "a rival has to be a function" in finished["message"]["params"]["traceback"]
