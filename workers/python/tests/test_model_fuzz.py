"""ONNX files corrupted in many ways: each is refused or judged, and nothing else suffers."""

import random
from pathlib import Path

import onnx
import pytest

CHALLENGE = Path(__file__).parents[3] / "content" / "challenges" / "onnx-export"
HEALTHY = CHALLENGE / "submissions" / "accepted" / "strided.onnx"
FILES = 1000
CHECKER = """
import numpy as np
from touchstone.checker import as_array, case, require

@case(visible=True, en="a", zh="a")
def a(candidate, rng):
    candidate.info()
    y = as_array(candidate.run(rng.random((3, 28, 28), np.float32)))
    require(y.shape == (3, 10) and np.isfinite(y).all(), en="shape", zh="shape")
"""
OURS = {"checker_error", "infrastructure_error"}


def spoiled_bytes(whole: bytes, rng: random.Random) -> bytes:
    data = bytearray(whole)
    match rng.randrange(5):
        case 0:
            return bytes(data[: rng.randrange(len(data))])
        case 1:
            start = rng.randrange(len(data))
            del data[start : start + rng.randrange(1, 200)]
        case 2:
            start = rng.randrange(len(data))
            data[start:start] = rng.randbytes(rng.randrange(1, 200))
        case 3:
            # The structure stands at the ends, numbers in between.
            for _ in range(rng.randrange(1, 8)):
                data[rng.choice([rng.randrange(400), -rng.randrange(1, 400)])] = rng.randrange(256)
        case _:
            for _ in range(rng.randrange(1, 30)):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def spoiled_field(whole: bytes, rng: random.Random) -> bytes:
    """A well-formed message that says something else."""
    model = onnx.load_from_string(whole)
    graph = model.graph
    node, tensor = rng.choice(graph.node), rng.choice(graph.initializer)
    numbers = (-1, 0, 1, 3, 2**20, 2**31, 2**62)
    match rng.randrange(9):
        case 0:
            tensor.dims[:] = [rng.choice(numbers) for _ in range(rng.randrange(6))]
        case 1:
            tensor.data_type = rng.randrange(30)
        case 2:
            tensor.raw_data = rng.randbytes(rng.randrange(100))
        case 3:
            node.op_type = rng.choice(["Loop", "Conv", "Gather", "Reshape", "Tile", "", "Identity"])
        case 4:
            other = rng.choice(graph.node)
            if node.input and other.output:
                node.input[rng.randrange(len(node.input))] = rng.choice(other.output)
        case 5:
            node.output[0] = rng.choice(["x", "y", "", rng.choice(graph.initializer).name])
        case 6:
            for attribute in node.attribute:
                attribute.i = rng.choice(numbers)
                attribute.ints[:] = [rng.choice(numbers) for _ in attribute.ints]
        case 7:
            del graph.node[rng.randrange(len(graph.node))]
        case _:
            model.opset_import[0].version = rng.choice([1, 12, 13, 19, 25, 26, -1, 2**40])
    return model.SerializeToString()


def grade_spoiled(runner, folder, seed: int) -> None:
    rng = random.Random(seed)
    spoil = rng.choice([spoiled_bytes, spoiled_field])
    file = folder / "model.onnx"
    file.write_bytes(spoil(HEALTHY.read_bytes(), rng))
    graded = runner.grade(
        "",
        kind="model",
        upload=str(file),
        files={},
        checker={"python": CHECKER},
        limits={"memory_mb": 1024, "wall_s": 20, "cpu_s": 10},
    )
    assert graded.finished["status"] == "graded", (seed, graded.finished)
    assert not graded.outcomes & OURS, seed


@pytest.mark.parametrize("start", range(0, 120, 20))
def test_a_corrupted_model_gives_a_clean_refusal_or_a_verdict(runner, tmp_path, start):
    for seed in range(start, start + 20):
        grade_spoiled(runner, tmp_path, seed)


@pytest.mark.full
@pytest.mark.parametrize("start", range(0, FILES, 50))
def test_a_thousand_corrupted_models_give_clean_refusals_or_verdicts(runner, tmp_path, start):
    for seed in range(start, start + 50):
        grade_spoiled(runner, tmp_path, seed)
