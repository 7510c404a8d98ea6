"""Digits as ONNX files: what the scripts beside it train, export and build by hand."""

import sys
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

CHALLENGES = Path(__file__).parents[1] / "challenges"
sys.path.insert(0, str(CHALLENGES / "onnx-export" / "given"))

from digits import digits  # noqa: E402

# More threads than free cores wait for each other.
torch.set_num_threads(1)
BATCH = 64
LONG = 800
FRESH_EVERY = 200
INPUT = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", 28, 28])
OUTPUT = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", 10])


def block(inside, out, kernel, stride):
    convolution = nn.Conv2d(inside, out, kernel, stride, kernel // 2, bias=False)
    return [convolution, nn.BatchNorm2d(out), nn.ReLU()]


def strided(first, second, third):
    layers = [*block(1, first, 5, 2), *block(first, second, 3, 2), *block(second, third, 3, 1)]
    head = [nn.MaxPool2d(2), nn.Flatten(), nn.Linear(9 * third, 10)]
    return nn.Sequential(nn.Unflatten(1, (1, 28)), *layers, *head)


def trained(model, steps, peak=8e-3):
    """Fits the model to fresh digits."""
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    optimizer = torch.optim.Adam(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, peak, total_steps=steps)
    for step in range(steps):
        if step % FRESH_EVERY == 0:
            x, y = digits(rng, FRESH_EVERY * BATCH)
            x, y = torch.from_numpy(x), torch.from_numpy(y)
        rows = slice(step % FRESH_EVERY * BATCH, (step % FRESH_EVERY + 1) * BATCH)
        loss = nn.functional.cross_entropy(model(x[rows]), y[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return model.eval()


def exported(model, opset=18, names=("x", "y"), free=True, shape=(2, 28, 28)):
    program = torch.onnx.export(
        model,
        (torch.zeros(shape),),
        input_names=[names[0]],
        output_names=[names[1]],
        dynamic_shapes=({0: torch.export.Dim("batch")},) if free else None,
        opset_version=opset,
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    return bare(program.model_proto)


def bare(model):
    """Without what the exporter tells of the machine, in kilobytes that no runtime reads."""
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.initializer, *graph.input, *graph.output):
        part.ClearField("doc_string")
        del part.metadata_props[:]
    del graph.value_info[:]
    return model


def graph(nodes, stored=(), opsets=(("", 17),)):
    built = helper.make_graph(nodes, "g", [INPUT], [OUTPUT], list(stored))
    made = [helper.make_opsetid(*one) for one in opsets]
    return helper.make_model(built, opset_imports=made, ir_version=8)


def constant(name, values):
    return numpy_helper.from_array(np.array(values, np.int64), name)


def scores(name="x"):
    """Ten numbers a picture, of no use."""
    return [
        helper.make_node("Flatten", [name], ["flat"]),
        helper.make_node("Slice", ["flat", "from", "to", "axis"], ["y"]),
    ]


SLICE = [constant("from", [0]), constant("to", [10]), constant("axis", [1])]


def never_done():
    """Multiplies large tables over and over."""
    size = [1000, 4000]
    nodes = [
        helper.make_node("ConstantOfShape", ["size"], ["a"]),
        helper.make_node("ReduceMean", ["x"], ["mean"], axes=[0, 1, 2], keepdims=0),
        helper.make_node("Add", ["a", "mean"], ["a0"]),
        helper.make_node("Transpose", ["a0"], ["t"], perm=[1, 0]),
    ]
    for step in range(LONG):
        nodes.append(helper.make_node("MatMul", [f"a{step}", "t"], [f"s{step}"]))
        nodes.append(helper.make_node("MatMul", [f"s{step}", f"a{step}"], [f"a{step + 1}"]))
    nodes += [
        helper.make_node("ReduceMean", [f"a{LONG}"], ["end"], axes=[0, 1], keepdims=0),
        helper.make_node("Add", ["x", "end"], ["z"]),
    ]
    return graph([*nodes, *scores("z")], [constant("size", size), *SLICE])


def by_place(model):
    """Adds to each picture's scores those of the pictures before it."""
    model.graph.node[-1].output[0] = "alone"
    model.graph.initializer.append(numpy_helper.from_array(np.array(0, np.int64), "first"))
    model.graph.node.append(helper.make_node("CumSum", ["alone", "first"], ["y"]))
    return model


def write(challenge, made):
    """Writes models, or bytes, as known submissions: {"folder/name": model}."""
    for name, model in made.items():
        data = model if isinstance(model, bytes) else model.SerializeToString()
        (CHALLENGES / challenge / "submissions" / f"{name}.onnx").write_bytes(data)
