"""Kernels on the stand-in without a device: lent memory, fresh inputs, and who is believed.

The protocol, the ownership of memory and the rules of the clock are those of a GPU; the driver is
`cpu`. What only a device can show is run by bench/gpu.py on a machine that has one.
"""

from pathlib import Path

import pytest

CHECKER = (Path(__file__).parent / "checkers" / "kernel.py").read_text()
DEVICE = {"kind": "cpu", "uuid": "rehearsal", "minor": 0, "memory_mb": 1024}
RIGHT = "def double(x):\n    return x * 2\n"
TRITON = """
import torch
import triton
import triton.language as tl


@triton.jit
def _double(x, y, count, BLOCK: tl.constexpr):
    at = tl.program_id(0) * BLOCK + tl.arange(0, BLOCK)
    tl.store(y + at, tl.load(x + at, mask=at < count) * 2, mask=at < count)


def double(x):
    y = torch.empty_like(x)
    _double[(triton.cdiv(x.numel(), 64),)](x, y, x.numel(), BLOCK=64)
    return y
"""


def grade(runner, code, **changes):
    job = {
        "kind": "kernel",
        "runtime": "gpu",
        "device": DEVICE,
        "checker": {"python": CHECKER},
        "imports": ["numpy", "torch", "triton"],
        **changes,
    }
    limits = {"wall_s": 20, "cpu_s": 20, "memory_mb": 1024, **changes.get("limits", {})}
    return runner.grade(code, **{**job, "limits": limits})


@pytest.mark.parametrize("code", [RIGHT, TRITON], ids=["torch", "triton"])
def test_a_right_kernel_passes_and_its_speed_is_said_not_to_be_judged(runner, code):
    graded = grade(runner, code)
    assert graded.passed, graded.events
    assert graded.case("fast")["message"] == {"code": "measured.not_here", "params": {}}


ATTACKS = Path(__file__).parent / "kernel_attacks"
WRONG = sorted((ATTACKS / "wrong").glob("*.py"))
TIMING = sorted((ATTACKS / "timing").glob("*.py"))
# Each of these does 50 ms of work, or tries to have the result count without it.
CLOCK = """
import torch
from touchstone.checker import case, require
from touchstone.checker.kernel import Kernel

WORK_S = 0.05

@case(visible=True, en="Counted or wrong", zh="计时或出错")
def counted_or_wrong(candidate, rng):
    double = Kernel(candidate, "double", own=False)
    for _ in range(6):
        x = double.normal(rng, (3, 4), torch.float32)
        got, seconds = double.timed(x, like=x)
        quick = seconds < WORK_S
        require(not (quick and torch.equal(got, x * 2)), en="cheated", zh="作弊")
"""


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_what_is_not_computed_where_it_belongs_does_not_pass(runner, path):
    graded = grade(runner, path.read_text(), limits={"wall_s": 8})
    assert not graded.passed
    assert graded.finished["status"] == "graded", "reported as somebody else's fault"
    assert grade(runner, RIGHT).passed, "the control did not pass after it"


@pytest.mark.parametrize("path", TIMING, ids=lambda path: path.stem)
def test_work_is_counted_or_its_result_is_wrong(runner, path):
    graded = grade(runner, path.read_text(), checker={"python": CLOCK}, limits={"wall_s": 8})
    assert graded.finished["status"] == "graded"
    message = graded.case("counted_or_wrong")["message"] or {}
    assert message.get("params", {}).get("en") != "cheated"
    assert grade(runner, RIGHT).passed, "the control did not pass after it"
