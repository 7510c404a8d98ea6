"""Uploaded ONNX files: what is refused before it runs, and how a checker uses the rest."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

CHECKER = """
import numpy as np
from touchstone.checker import case, close, require

@case(visible=True, en="Doubles", zh="加倍")
def doubles(candidate, rng):
    x = rng.normal(size=(4, 3)).astype(np.float32)
    close(candidate.run(x), 2 * x)

@case(en="Small and quick", zh="又小又快")
def small(candidate, rng):
    info = candidate.info()
    require(info["parameters"] == 1 and info["bytes"] < 1000, en="large", zh="大")
    x = np.ones((8, 3), np.float32)
    took = candidate.race(x, np.frombuffer(REFERENCE, np.uint8), 5)
    require(len(took["own"]) == 5 and (took["reference"] > 0).all(), en="time", zh="时间")
"""


def model(nodes=None, stored=None, opset=17, domain="", inputs=None, outputs=None, **graph):
    stored = [numpy_helper.from_array(np.float32(2.0), "two")] if stored is None else stored
    shape = ["batch", 3]
    built = helper.make_graph(
        nodes or [helper.make_node("Mul", ["x", "two"], ["y"])],
        "g",
        inputs or [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        outputs or [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
        stored,
        **graph,
    )
    opsets = [helper.make_opsetid("", opset)]
    if domain:
        opsets.append(helper.make_opsetid(domain, 1))
    return helper.make_model(built, opset_imports=opsets, ir_version=8)


def loop(name):
    """An If whose branches hold a node of that name."""
    branch = helper.make_graph(
        [helper.make_node(name, ["x"], ["z"])],
        "branch",
        [],
        [helper.make_tensor_value_info("z", TensorProto.FLOAT, ["batch", 3])],
    )
    flag = numpy_helper.from_array(np.array(True), "flag")
    node = helper.make_node("If", ["flag"], ["y"], then_branch=branch, else_branch=branch)
    return model([node], [flag])


def external():
    tensor = numpy_helper.from_array(np.float32(2.0), "two")
    onnx.external_data_helper.set_external_data(tensor, "/etc/passwd")
    return model(stored=[tensor])


def huge():
    shape = numpy_helper.from_array(np.array([1, 2**20, 64], np.int64), "shape")
    nodes = [
        helper.make_node("ConstantOfShape", ["shape"], ["zeros"]),
        helper.make_node("ReduceSum", ["zeros"], ["total"], keepdims=0),
        helper.make_node("Add", ["x", "total"], ["y"]),
    ]
    return model(nodes, [shape])


def with_function():
    node = helper.make_node("Relu", ["a"], ["b"])
    made = helper.make_function("own", "F", ["a"], ["b"], [node], [helper.make_opsetid("", 17)])
    whole = model([helper.make_node("Relu", ["x"], ["y"])], [])
    whole.functions.append(made)
    return whole


def interface(**changes):
    value = helper.make_tensor_value_info
    kinds = {
        "name": value("input", TensorProto.FLOAT, ["batch", 3]),
        "type": value("x", TensorProto.DOUBLE, ["batch", 3]),
        "batch": value("x", TensorProto.FLOAT, [4, 3]),
    }
    return [kinds[changes["wrong"]]]


REFUSED = {
    "model.unreadable": b"not a model",
    "model.operator": loop("Relu"),
    "model.domain": model(domain="com.example"),
    "model.opset": model(opset=9),
    "model.external_data": external(),
    "model.tensor_size": huge(),
    "model.functions": with_function(),
    "model.interface": model(inputs=interface(wrong="name")),
    "model.input_type": model(inputs=interface(wrong="type")),
    "model.batch_axis": model(inputs=interface(wrong="batch")),
    "model.invalid": model([helper.make_node("Mul", ["x", "missing"], ["y"])], []),
}


def grade(runner, folder, uploaded, **changes):
    file = folder / "model.onnx"
    data = uploaded if isinstance(uploaded, bytes) else uploaded.SerializeToString()
    file.write_bytes(data)
    reference = f"REFERENCE = {model().SerializeToString()!r}\n"
    job = {"kind": "model", "upload": str(file), "files": {}, "checker": reference + CHECKER}
    job["checker"] = {"python": job["checker"]}
    limits = {"memory_mb": 512, "wall_s": 20, "cpu_s": 10, **changes.pop("limits", {})}
    return runner.grade("", **job, limits=limits, **changes)


def test_a_model_is_run_and_raced(runner, tmp_path):
    graded = grade(runner, tmp_path, model())
    assert graded.passed, graded.events


def test_a_wrong_model_fails(runner, tmp_path):
    wrong = model(stored=[numpy_helper.from_array(np.float32(3.0), "two")])
    assert grade(runner, tmp_path, wrong).case("doubles")["outcome"] == "failed"


@pytest.mark.parametrize("code", REFUSED)
def test_a_file_that_breaks_a_rule_is_refused_with_the_rule(runner, tmp_path, code):
    graded = grade(runner, tmp_path, REFUSED[code])
    assert graded.outcomes == {"candidate_error"}
    refused = graded.case("doubles")
    assert refused["message"]["code"] == code
    assert refused["detail"] == {"stdout": ""}


def test_a_model_that_fails_at_run_time_is_the_learners_error(runner, tmp_path):
    shape = numpy_helper.from_array(np.array([5, 5], np.int64), "shape")
    broken = model([helper.make_node("Reshape", ["x", "shape"], ["y"])], [shape])
    graded = grade(runner, tmp_path, broken)
    assert graded.case("doubles")["outcome"] == "candidate_error"


def test_a_model_that_grows_while_it_runs_meets_the_memory_limit(runner, tmp_path):
    many = numpy_helper.from_array(np.array([2**20, 2**4], np.int64), "many")
    nodes = [
        helper.make_node("Tile", ["x", "many"], ["wide"]),
        helper.make_node("ReduceSum", ["wide"], ["total"], keepdims=0),
        helper.make_node("Add", ["x", "total"], ["y"]),
    ]
    graded = grade(runner, tmp_path, model(nodes, [many]))
    assert graded.case("doubles")["outcome"] in ("limit_exceeded", "candidate_error")
    assert grade(runner, tmp_path, model()).passed
