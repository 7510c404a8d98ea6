"""What an ONNX file may hold before anything runs it: plain tensors and known operators."""

from __future__ import annotations

import math
from collections.abc import Iterator

import onnx

from touchstone.inside.rejected import Rejected

OLDEST_OPSET, NEWEST_OPSET = 13, 25
STANDARD = ("", "ai.onnx")
INPUT, OUTPUT = "x", "y"
# Of one tensor; a batch counts as one row.
MOST_ELEMENTS = 16 * 2**20
OPERATORS = """
Abs Add And ArgMax ArgMin AveragePool BatchNormalization Cast Ceil Clip Concat Constant
ConstantOfShape Conv ConvInteger ConvTranspose Cos CumSum DepthToSpace DequantizeLinear Div
DynamicQuantizeLinear Einsum Elu Equal Erf Exp Expand Flatten Floor GRU Gather GatherElements
GatherND Gelu Gemm GlobalAveragePool GlobalMaxPool Greater GreaterOrEqual GroupNormalization
HardSigmoid HardSwish Identity InstanceNormalization LSTM LayerNormalization LeakyRelu Less
LessOrEqual Log LogSoftmax MatMul MatMulInteger Max MaxPool Mean Min Mish Mul Neg Not OneHot Or
PRelu Pad Pow QLinearConv QLinearMatMul QuantizeLinear RNN Range Reciprocal ReduceL1 ReduceL2
ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape
Resize Round Selu Shape Sigmoid Sign Sin Size Slice Softmax Softplus Softsign SpaceToDepth Split
Sqrt Squeeze Sub Sum Tanh Tile TopK Transpose Trilu Unsqueeze Where Xor
"""
TENSOR_ONLY = frozenset(OPERATORS.split())


def read_model(data: bytes) -> onnx.ModelProto:
    """The model, checked against every rule of this file. Raises Rejected."""
    model = onnx.ModelProto()
    try:
        model.ParseFromString(data)
    except Exception as error:
        raise Rejected("model.unreadable") from error
    if not model.graph.node:
        raise Rejected("model.unreadable")
    _check_opsets(model)
    for node in _nodes(model):
        if node.op_type not in TENSOR_ONLY or node.domain not in STANDARD:
            name = f"{node.domain}.{node.op_type}" if node.domain else node.op_type
            raise Rejected("model.operator", operator=name[:60])
    if model.functions:
        raise Rejected("model.functions")
    for tensor in _tensors(model):
        if tensor.data_location == onnx.TensorProto.EXTERNAL or tensor.external_data:
            raise Rejected("model.external_data", tensor=tensor.name[:60])
    _check_interface(model.graph)
    try:
        onnx.checker.check_model(model, full_check=True)
        inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    except Exception as error:
        raise Rejected("model.invalid", reason=str(error)[:200]) from error
    _check_sizes(inferred.graph)
    return model


def parameters_of(model: onnx.ModelProto) -> int:
    """How many numbers the file brings along."""
    return sum(math.prod(tensor.dims) for tensor in _tensors(model))


def _check_opsets(model: onnx.ModelProto) -> None:
    for opset in model.opset_import:
        if opset.domain not in STANDARD:
            raise Rejected("model.domain", domain=opset.domain[:60])
        if not OLDEST_OPSET <= opset.version <= NEWEST_OPSET:
            span = {"oldest": OLDEST_OPSET, "newest": NEWEST_OPSET}
            raise Rejected("model.opset", version=opset.version, **span)


def _check_interface(graph: onnx.GraphProto) -> None:
    stored = {tensor.name for tensor in graph.initializer}
    inputs = [one for one in graph.input if one.name not in stored]
    if [one.name for one in inputs] != [INPUT] or [one.name for one in graph.output] != [OUTPUT]:
        raise Rejected("model.interface", input=INPUT, output=OUTPUT)
    kind = inputs[0].type.tensor_type
    if kind.elem_type != onnx.TensorProto.FLOAT:
        raise Rejected("model.input_type")
    if not kind.shape.dim or kind.shape.dim[0].HasField("dim_value"):
        raise Rejected("model.batch_axis")


def _check_sizes(graph: onnx.GraphProto) -> None:
    for value in (*graph.value_info, *graph.output):
        dims = [one.dim_value or 1 for one in value.type.tensor_type.shape.dim]
        if math.prod(dims) > MOST_ELEMENTS:
            raise Rejected("model.tensor_size", tensor=value.name[:60], most=MOST_ELEMENTS)


def _nodes(model: onnx.ModelProto) -> Iterator[onnx.NodeProto]:
    """Every node: of the graph, of graphs within attributes, of local functions."""
    waiting = [*model.graph.node]
    for function in model.functions:
        waiting += function.node
    while waiting:
        node = waiting.pop()
        yield node
        for graph in _graphs_in(node):
            waiting += graph.node


def _graphs_in(node: onnx.NodeProto) -> Iterator[onnx.GraphProto]:
    for attribute in node.attribute:
        if attribute.HasField("g"):
            yield attribute.g
        yield from attribute.graphs


def _tensors(model: onnx.ModelProto) -> Iterator[onnx.TensorProto]:
    """Every stored tensor, wherever it stands."""
    graphs = [model.graph]
    for node in _nodes(model):
        graphs += _graphs_in(node)
        for attribute in node.attribute:
            if attribute.HasField("t"):
                yield attribute.t
            yield from attribute.tensors
            for sparse in (attribute.sparse_tensor, *attribute.sparse_tensors):
                yield sparse.values
                yield sparse.indices
    for graph in graphs:
        yield from graph.initializer
        for sparse in graph.sparse_initializer:
            yield sparse.values
            yield sparse.indices
