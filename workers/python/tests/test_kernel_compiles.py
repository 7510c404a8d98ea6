"""The accepted kernels as machine code for real GPUs: compiled here, where no device is needed.

Whether they run and how quickly, only a device can tell.
"""

import importlib.util
from pathlib import Path

import pytest
import torch
import triton
from triton.backends.compiler import GPUTarget
from triton.runtime.jit import JITFunction

CHALLENGES = Path(__file__).resolve().parents[3] / "content" / "challenges"
SOLUTIONS = sorted(CHALLENGES.glob("triton-*/submissions/accepted/*.py"))
CAPABILITIES = (pytest.param(80, marks=pytest.mark.full), 90)


class NoDevice:
    """As much of a driver as a compiler asks for: which GPU the code is for."""

    def __init__(self, capability):
        self._target = GPUTarget("cuda", capability, 32)

    def get_current_target(self):
        return self._target

    def get_current_device(self):
        return 0

    def get_current_stream(self, device=None):
        return 0

    def get_active_torch_device(self):
        return torch.device("cpu")


def load(path):
    spec = importlib.util.spec_from_file_location(f"compiled_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def call(path):
    module = load(path)
    if hasattr(module, "softmax"):
        for dtype in (torch.float16, torch.bfloat16):
            module.softmax(torch.empty(4, 5003, dtype=dtype))
    else:
        for d, causal in ((64, True), (64, False), (128, False)):
            qkv = [torch.empty(1, 2, 200, d, dtype=torch.float16) for _ in range(3)]
            module.attention(*qkv, causal)


@pytest.mark.parametrize("capability", CAPABILITIES)
@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_an_accepted_kernel_compiles_for_a_gpu(path, capability, monkeypatch, tmp_path):
    monkeypatch.setenv("TRITON_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("TRITON_DEFAULT_FP_FUSION", "1")
    compiled = []
    run = JITFunction.run

    def compile_only(self, *args, grid, warmup, **named):
        compiled.append(run(self, *args, grid=grid, warmup=True, **named))

    monkeypatch.setattr(JITFunction, "run", compile_only)
    monkeypatch.setattr(triton.runtime.driver, "_active", NoDevice(capability))
    call(path)
    assert compiled
    assert all(len(one.asm["cubin"]) > 0 for one in compiled)
