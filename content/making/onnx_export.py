"""Makes the known submissions of onnx-export; needs torch, onnx and onnxscript, and ten minutes.

What is trained differs in its last digits from machine to machine: the files on record are what
counts, and the gate judges those.
"""

import math

import numpy as np
import onnx
import torch
from digit_models import (
    SLICE,
    by_place,
    constant,
    exported,
    graph,
    never_done,
    scores,
    strided,
    trained,
    write,
)
from onnx import TensorProto, helper, numpy_helper
from torch import nn


def halved(model):
    """Weights as float16, made float32 again by the graph."""
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and math.prod(tensor.dims) > 100:
            name, values = tensor.name, numpy_helper.to_array(tensor).astype(np.float16)
            tensor.CopyFrom(numpy_helper.from_array(values, f"{name}.half"))
            casts.append(helper.make_node("Cast", [tensor.name], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    del model.graph.value_info[:]
    return model


def in_training_mode(model):
    """As exported by somebody who forgot `eval()`: every batch is normalized by its own mean."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = model

        def forward(self, x):
            shown = self.inner[:2](x)
            spread, mean = torch.var_mean(shown, (0, 2, 3), keepdim=True)
            return self.inner[3:]((shown - mean) / (spread + 1e-5).sqrt())

    return Net().eval()


def outside():
    """Its weights lie in a file of the machine that reads it."""
    tensor = numpy_helper.from_array(np.zeros((784, 10), np.float32), "w")
    onnx.external_data_helper.set_external_data(tensor, "/etc/passwd", length=31360)
    tensor.ClearField("raw_data")
    nodes = [
        helper.make_node("Flatten", ["x"], ["flat"]),
        helper.make_node("MatMul", ["flat", "w"], ["y"]),
    ]
    return graph(nodes, [tensor])


def own_operator():
    nodes = [helper.make_node("ReadFile", ["x"], ["z"], domain="com.example"), *scores("z")]
    return graph(nodes, SLICE, (("", 17), ("com.example", 1)))


def hidden_loop():
    """An operator that is not taken, inside of a branch."""
    branch = helper.make_graph(
        [helper.make_node("NonZero", ["x"], ["found"]), helper.make_node("Abs", ["x"], ["b"])],
        "branch",
        [],
        [helper.make_tensor_value_info("b", TensorProto.FLOAT, ["batch", 28, 28])],
    )
    flag = numpy_helper.from_array(np.array(True), "flag")
    node = helper.make_node("If", ["flag"], ["z"], then_branch=branch, else_branch=branch)
    return graph([node, *scores("z")], [flag, *SLICE])


def grows():
    """Asks for 16 GB, by a number that is known only when it runs."""
    nodes = [
        helper.make_node("Shape", ["x"], ["size"], start=1),
        helper.make_node("Concat", ["one", "many", "many"], ["repeats"], axis=0),
        helper.make_node("Mul", ["repeats", "one"], ["counts"]),
        helper.make_node("Tile", ["x", "counts"], ["wide"]),
        helper.make_node("ReduceMax", ["wide"], ["most"], axes=[1, 2], keepdims=1),
        helper.make_node("Add", ["x", "most"], ["z"]),
    ]
    stored = [constant("one", [1]), constant("many", [2400]), *SLICE]
    return graph([*nodes[1:], *scores("z")], stored)


class RowsForColumns(nn.Module):
    """As trained on pictures whose axes were swapped."""

    def __init__(self, model):
        super().__init__()
        self.inner = model

    def forward(self, x):
        return self.inner(x.transpose(1, 2))


class WithChannel(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.inner = model

    def forward(self, x):
        return self.inner(x.flatten(1, 2))


def main():
    good = trained(strided(6, 16, 32), 3000)
    linear = trained(nn.Sequential(nn.Flatten(), nn.Linear(784, 10)), 400, peak=2e-3)
    sure = nn.Sequential(trained(strided(8, 16, 16), 3000), nn.Softmax(1)).eval()
    whole = exported(good)
    made = {
        "accepted/strided": whole,
        "accepted/half": halved(exported(sure, opset=20)),
        "wrong_answer/linear": exported(linear),
        "wrong_answer/training_mode": exported(in_training_mode(good)),
        "wrong_answer/fixed_batch": exported(good, free=False),
        "wrong_answer/other_names": exported(good, names=("input", "output")),
        "wrong_answer/rows_for_columns": exported(RowsForColumns(good)),
        "wrong_answer/with_channel": exported(WithChannel(good), shape=(2, 1, 28, 28)),
        "hostile/outside": outside(),
        "hostile/own_operator": own_operator(),
        "hostile/hidden_loop": hidden_loop(),
        "hostile/grows": grows(),
        "hostile/never_done": never_done(),
        "hostile/torn": whole.SerializeToString()[:-3000],
        "hostile/no_model": b"import os\nos.system('id')\n",
        "hostile/by_place": by_place(exported(good)),
    }
    write("onnx-export", made)


if __name__ == "__main__":
    main()
