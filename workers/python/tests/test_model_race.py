"""What a checker can ask of a model's speed, and the files that a challenge gives."""

import base64
import itertools

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

CHECKER = """
import numpy as np
from touchstone.checker import case, given_file, require
from touchstone.checker.model import race

@case(en="Beside the reference", zh="与参考相比")
def beside(candidate, rng):
    timed = race(candidate, rng.random((32, 64), np.float32), given_file("reference.onnx"), 40)
    require({wanted}, en="slow", zh="慢")
"""
NO_SUCH = 'given_file("other.onnx")'


def products(count):
    """x times a table, so many times over."""
    table = numpy_helper.from_array(np.full((64, 64), 0.01, np.float32), "w")
    names = ["x", *(f"h{index}" for index in range(count - 1)), "y"]
    nodes = [
        helper.make_node("MatMul", [before, "w"], [after])
        for before, after in itertools.pairwise(names)
    ]
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", 64]) for name in ("x", "y")
    ]
    graph = helper.make_graph(nodes, "g", ends[:1], ends[1:], [table])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return made.SerializeToString()


def graded(runner, folder, own, wanted):
    file = folder / "model.onnx"
    file.write_bytes(products(own))
    given = {"reference.onnx": base64.b64encode(products(8)).decode()}
    checker = {"python": CHECKER.format(wanted=wanted), "given": given}
    limits = {"memory_mb": 512, "wall_s": 20, "cpu_s": 10}
    return runner.grade(
        "", kind="model", upload=str(file), files={}, checker=checker, limits=limits
    )


@pytest.mark.parametrize(
    ("own", "wanted"),
    [(1, "timed.median < 0.7"), (8, "0.5 < timed.median < 2"), (60, "timed.median > 2")],
)
def test_a_model_is_measured_by_what_it_does_beside_the_reference(runner, tmp_path, own, wanted):
    result = graded(runner, tmp_path, own, wanted)
    assert result.passed, result.events


def test_a_file_that_the_package_does_not_give_is_the_authors_error(runner, tmp_path):
    result = graded(runner, tmp_path, 1, NO_SUCH)
    assert result.finished["status"] == "checker_error"
    assert "other.onnx" in result.finished["message"]["params"]["traceback"]


def test_why_a_file_is_refused_is_told_beside_hidden_cases_too(runner, tmp_path):
    broken = onnx.load_from_string(products(1))
    broken.graph.node[0].input[1] = "gone"
    file = tmp_path / "model.onnx"
    file.write_bytes(broken.SerializeToString())
    given = {"reference.onnx": ""}
    checker = {"python": CHECKER.format(wanted="True"), "given": given}
    result = runner.grade("", kind="model", upload=str(file), files={}, checker=checker)
    message = result.case("beside")["message"]
    assert message["code"] == "model.invalid"
    assert "gone" in message["params"]["reason"]
