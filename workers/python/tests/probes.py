"""What a device's sandbox has to stand: the runtime, the limits, and attacks on the clock.

Shared by the tests, which run it on the stand-in, and by bench/gpu.py on a machine with a GPU.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CHECKER = (HERE / "checkers" / "kernel.py").read_text()
LIMITS = {
    "wall_s": 30,
    "cpu_s": 20,
    "memory_mb": 8192,
    "processes": 128,
    "output_kb": 16,
    "disk_mb": 64,
}
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
# CUDA C++ by NVRTC, which comes with PyTorch: no compiler is needed in the sandbox.
CUDA_CPP = '''
import torch

SOURCE = """
extern "C" __global__ void twice(const %s* x, %s* y, int count) {
    int at = blockIdx.x * blockDim.x + threadIdx.x;
    if (at < count) y[at] = x[at] + x[at];
}
"""
made = {}


def double(x):
    kind = {torch.float32: "float"}.get(x.dtype)
    if kind is None:
        return x + x
    if kind not in made:
        made[kind] = torch.cuda._compile_kernel(SOURCE % (kind, kind), "twice")
    y = torch.empty_like(x)
    made[kind](((x.numel() + 255) // 256, 1, 1), (256, 1, 1), (x, y, x.numel()))
    return y
'''
# What a sandbox with a device must and must not hold.
LOOK = """
import os
import torch

nodes = sorted(name for name in os.listdir("/dev") if name.startswith("nvidia"))
assert torch.cuda.device_count() == 1, torch.cuda.device_count()
assert len([name for name in nodes if name[6:].isdigit()]) == 1, nodes


def double(x):
    return x * 2
"""
TOO_MUCH = """
import torch


def double(x):
    kept = [torch.empty(2**30, dtype=torch.uint8, device=x.device).fill_(1) for _ in range(64)]
    torch.cuda.synchronize()
    while kept:
        pass
"""
NEVER_ENDS = """
import triton
import triton.language as tl


@triton.jit
def spin(x):
    while tl.load(x, volatile=True) < 1e30:
        pass


def double(x):
    spin[(1,)](x)
    return x
"""
OUT_OF_BOUNDS = """
import torch
import triton
import triton.language as tl


@triton.jit
def stray(x):
    tl.store(x + 10**12, 1.0)


def double(x):
    stray[(1,)](x)
    return x * 2
"""
# Each of these does 50 ms of work, or tries to have the result count without it.
CLOCK = """
import torch
from touchstone.checker import case
from touchstone.checker.kernel import Kernel

WORK_S = 0.05

@case(visible=True, en="Counted or wrong", zh="计时或出错")
def counted_or_wrong(candidate, rng):
    double = Kernel(candidate, "double", own=False)
    for _ in range(6):
        x = double.normal(rng, (3, 4), torch.float32)
        got, seconds = double.timed(x, like=x)
        quick = seconds < WORK_S
        if quick and torch.equal(got, x * 2):
            raise AssertionError("a right result of work that was not counted")
"""
WRONG = sorted((HERE / "kernel_attacks" / "wrong").glob("*.py"))
TIMING = sorted((HERE / "kernel_attacks" / "timing").glob("*.py"))
# They use what only memory of the CPU has: addresses that a program can write, a file's length.
ON_CPU_ONLY = frozenset({"writes_outside", "cuts_memory_short"})
NOT_PASSED = {"failed", "candidate_error", "timed_out", "limit_exceeded"}

Probe = tuple[str, str, dict[str, Any], set[str]]


def all_probes(on_device: bool) -> Iterator[Probe]:
    """Name, code, what the job adds, and the verdicts that hold; a control after each attack."""
    job = {"checker": {"python": CHECKER}, "limits": LIMITS}
    yield "runtime/torch.py", RIGHT, job, {"passed"}
    yield "runtime/triton.py", TRITON, job, {"passed"}
    if on_device:
        yield "runtime/cuda_cpp.py", CUDA_CPP, job, {"passed"}
        yield "runtime/one_device_and_no_other.py", LOOK, job, {"passed"}
        yield "limits/device_memory.py", TOO_MUCH, job, {"limit_exceeded", "candidate_error"}
        yield "limits/kernel_that_never_ends.py", NEVER_ENDS, job, {"timed_out"}
        yield "limits/out_of_bounds.py", OUT_OF_BOUNDS, job, {"candidate_error"}
        yield "limits/control.py", RIGHT, job, {"passed"}
    short = {**LIMITS, "wall_s": 8}
    for path in WRONG:
        if on_device and path.stem in ON_CPU_ONLY:
            continue
        yield f"wrong/{path.name}", path.read_text(), {**job, "limits": short}, NOT_PASSED
        yield f"wrong/{path.name}, control", RIGHT, job, {"passed"}
    clock = {"checker": {"python": CLOCK}, "limits": short}
    for path in TIMING:
        # Who succeeds makes the checker fail; everything else holds.
        yield f"timing/{path.name}", path.read_text(), clock, {"passed", *NOT_PASSED}
        yield f"timing/{path.name}, control", RIGHT, job, {"passed"}
