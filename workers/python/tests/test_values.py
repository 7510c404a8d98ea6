"""What crosses the wall, and what does not."""

import math

import numpy as np
import pytest

from touchstone.wire.frames import PREFIX, BadFrame, FrameBuffer, Kind, pack, unpack
from touchstone.wire.values import BadValue, decode, encode


def across(value):
    data, blobs = encode(value)
    buffer = FrameBuffer()
    buffer.feed(pack(Kind.RESULT, data, blobs))
    frame = buffer.take()
    return decode(*unpack(frame))


@pytest.mark.parametrize(
    "value",
    [None, True, 3, -1.5, "文字", [1, [2, "x"]], {"a": {"b": [None]}}, 2**80, {"$": "tag"}],
)
def test_plain_values_come_back_the_same(value):
    assert across(value) == value


def test_floats_without_a_json_form_come_back():
    back = across([math.nan, math.inf, -math.inf])
    assert math.isnan(back[0])
    assert back[1:] == [math.inf, -math.inf]


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint64", "float16", "float32", ">f8", "c16"])
def test_arrays_keep_shape_type_and_values(dtype):
    array = np.arange(12).reshape(3, 4).astype(dtype)[:, ::2]
    back = across({"a": [array]})["a"][0]
    assert back.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(back, array)


@pytest.mark.parametrize(
    "value",
    [object(), {1: 2}, {1, 2}, np.array([object()]), np.zeros(2, "i4,f8"), np.array(["text"])],
)
def test_anything_else_is_refused(value):
    with pytest.raises(BadValue):
        encode(value)


def test_a_subclass_runs_no_code_of_its_own():
    class Loud(np.ndarray):
        def tobytes(self, *_):
            raise AssertionError("ran")

    np.testing.assert_array_equal(across(np.ones(2).view(Loud)), np.ones(2))


@pytest.mark.parametrize(
    "data",
    [
        {"$": "array", "dtype": "O", "shape": [1], "blob": 0},
        {"$": "array", "dtype": "<f8", "shape": [2], "blob": 0},
        {"$": "array", "dtype": "<f8", "shape": [-1], "blob": 0},
        {"$": "array", "dtype": "<f8", "shape": [1], "blob": 7},
        {"$": "array", "dtype": "nonsense", "shape": [1], "blob": 0},
        {"$": "pickle"},
        {"$": "float", "text": "1"},
    ],
)
def test_forged_values_are_refused(data):
    with pytest.raises(BadValue):
        decode(data, [memoryview(b"\0" * 8)])


def test_a_forged_length_is_refused_before_anything_is_read():
    buffer = FrameBuffer()
    buffer.feed(PREFIX.pack(Kind.RESULT, 10, 2**32 - 1))
    with pytest.raises(BadFrame):
        buffer.take()


def test_array_lengths_have_to_add_up():
    buffer = FrameBuffer()
    packed = pack(Kind.RESULT, None, [b"1234"])
    buffer.feed(packed.replace(b"[4]", b"[3]"))
    with pytest.raises(BadFrame):
        unpack(buffer.take())
