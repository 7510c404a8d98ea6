"""Makes the reference and the known submissions of compress-race, as onnx_export.py its own."""

import math
from copy import deepcopy

import numpy as np
from digit_models import CHALLENGES, by_place, exported, never_done, strided, trained, write
from onnx import TensorProto, helper, numpy_helper

# Tables with fewer numbers than this stay as they are.
WORTH_IT = 60


def rounded(model, levels):
    """Weights as int8, each output channel with a scale of its own; the graph multiplies back.

    levels: steps between zero and the largest weight, at most 127.
    """
    small = deepcopy(model)
    before = []
    for tensor in [*small.graph.initializer]:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or values.size < WORTH_IT:
            continue
        name = tensor.name
        scale = np.abs(values).max(axis=tuple(range(1, values.ndim)), keepdims=True) / levels
        whole = np.round(values / scale).astype(np.int8)
        tensor.CopyFrom(numpy_helper.from_array(whole, f"{name}.int8"))
        by = numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale")
        small.graph.initializer.append(by)
        before += [
            helper.make_node("Cast", [tensor.name], [f"{name}.float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}.float", by.name], [name]),
        ]
    return with_nodes_before(small, before)


def with_nodes_before(model, nodes):
    nodes = [*nodes, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def averaged(model):
    """Better answers for three times the work: pictures a little darker and brighter count too."""
    whole = deepcopy(model)
    nodes = [*whole.graph.node]
    del whole.graph.node[:]
    made = {name for node in nodes for name in node.output}
    for index, factor in enumerate((0.95, 1.0, 1.05)):
        by = numpy_helper.from_array(np.array(factor, np.float32), f"factor{index}")
        whole.graph.initializer.append(by)
        whole.graph.node.append(helper.make_node("Mul", ["x", by.name], [f"x.{index}"]))
        for node in deepcopy(nodes):
            node.name = ""
            node.output[:] = [f"{name}.{index}" for name in node.output]
            node.input[:] = [
                f"{name}.{index}" if name in made or name == "x" else name for name in node.input
            ]
            whole.graph.node.append(node)
    whole.graph.node.append(helper.make_node("Mean", ["y.0", "y.1", "y.2"], ["y"]))
    return whole


def main():
    reference = exported(trained(strided(16, 32, 64), 1500))
    (CHALLENGES / "compress-race" / "given" / "reference.onnx").write_bytes(
        reference.SerializeToString()
    )
    middle = exported(trained(strided(6, 16, 32), 3000))
    small = exported(trained(strided(4, 8, 16), 2000))
    tiny = exported(trained(strided(2, 4, 8), 1500))
    made = {
        "accepted/small_float": small,
        "accepted/small_int8": rounded(small, 127),
        "accepted/middle_int8": rounded(middle, 127),
        "wrong_answer/reference_unchanged": reference,
        "wrong_answer/reference_int8": rounded(reference, 127),
        "wrong_answer/middle_float": middle,
        "wrong_answer/three_values": rounded(small, 1),
        "wrong_answer/too_small": rounded(tiny, 127),
        "wrong_answer/averaged": averaged(rounded(middle, 127)),
        "hostile/by_place": by_place(rounded(small, 127)),
        "hostile/never_done": never_done(),
    }
    write("compress-race", made)
    for name, model in made.items():
        numbers = sum(math.prod(one.dims) for one in model.graph.initializer)
        print(f"{name}: {model.ByteSize()} bytes, {numbers} numbers")


if __name__ == "__main__":
    main()
