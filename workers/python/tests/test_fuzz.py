"""Malformed frames from either side: clean errors only, whatever the bytes are."""

import json
import random

import numpy as np
import pytest

from touchstone.runner.curves import read_point
from touchstone.runner.learner import _read_error
from touchstone.wire.frames import PREFIX, BadFrame, Frame, FrameBuffer, Kind, pack, unpack
from touchstone.wire.values import BadValue, decode, encode

FRAMES = 10_000
VALUE = {
    "id": 1,
    "value": [1, 2.5, "text", None, {"a": np.arange(6).reshape(2, 3)}, float("nan"), 2**80],
    "mutated": False,
}
WORDS = [
    *(None, True, -1, 0, 2**63, 1e308, "", "$", "array", "<f8", "|O", "<M8[ns]", "<i4,<f8"),
    *({}, [], [[]], {"$": "array"}, {"$": "kept", "call": 1}, {"$": "int", "hex": "zz"}),
    *({"$": "float", "text": "x"}, {"$": "dict"}, {"$": None}),
]


def healthy() -> bytes:
    data, blobs = encode(VALUE)
    return pack(Kind.RESULT, data, blobs)


def replaced(value, rng):
    """The value with one part of it replaced by a random word."""
    if not isinstance(value, list | dict) or not value or rng.random() < 0.3:
        return rng.choice(WORDS)
    keys = list(value) if isinstance(value, dict) else range(len(value))
    key = rng.choice(list(keys))
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[key] = replaced(value[key], rng)
    return changed


def mangled(rng: random.Random) -> bytes:
    """A healthy frame after one kind of harm."""
    whole = healthy()
    match rng.randrange(5):
        case 0:
            return rng.randbytes(rng.randrange(200))
        case 1:
            spoiled = bytearray(whole)
            for _ in range(rng.randrange(1, 20)):
                spoiled[rng.randrange(len(spoiled))] = rng.randrange(256)
            return bytes(spoiled)
        case 2:
            return whole[: rng.randrange(len(whole))]
        case 3:
            lengths = (rng.getrandbits(32) for _ in range(2))
            return PREFIX.pack(rng.randrange(256), *lengths) + whole[PREFIX.size :]
        case _:
            _, header_length, _ = PREFIX.unpack_from(whole)
            header = json.loads(whole[PREFIX.size : PREFIX.size + header_length])
            body = whole[PREFIX.size + header_length :]
            text = json.dumps(replaced(header, rng)).encode()
            return PREFIX.pack(rng.randrange(30), len(text), len(body)) + text + body


def read(frame: Frame) -> None:
    """Everything that a side of ours does with a frame that it does not trust."""
    _read_error(frame)
    read_point(frame)
    try:
        data, blobs = unpack(frame)
        decode(data, blobs)
    except (BadFrame, BadValue):
        pass


def test_ten_thousand_malformed_frames_give_clean_errors_only():
    rng = random.Random(1)
    whole = 0
    for _ in range(FRAMES):
        buffer = FrameBuffer()
        buffer.feed(mangled(rng))
        try:
            while frame := buffer.take():
                whole += 1
                read(frame)
        except BadFrame:
            continue
    assert whole > FRAMES / 4, "most of what is tested has to reach the readers"


SPEAKS = """
import os
def double(x):
    for chunk in {chunks}:
        os.write(3, chunk)
    return x * 2
"""
CHECKER_SPEAKS = """
import os
from touchstone.checker import case

@case(visible=True, en="a", zh="a")
def a(candidate, rng):
    for chunk in {chunks}:
        os.write(3, chunk)
"""


def chunks(seed: int) -> str:
    rng = random.Random(seed)
    return repr([mangled(rng) for _ in range(rng.randrange(1, 6))])


def seeds(count: int) -> list[int]:
    return list(range(count))


def learner_speaks_out_of_turn(runner, seed: int, right: str) -> None:
    graded = runner.grade(SPEAKS.format(chunks=chunks(seed)), limits={"wall_s": 1, "cpu_s": 1})
    assert graded.finished["status"] == "graded"
    assert not graded.passed
    assert runner.grade(right).passed


def checker_speaks_out_of_turn(runner, seed: int, right: str) -> None:
    checker = {"python": CHECKER_SPEAKS.format(chunks=chunks(seed))}
    finished = runner.grade(right, checker=checker).finished
    assert finished["status"] == "checker_error"
    assert runner.grade(right).passed


@pytest.mark.parametrize("seed", seeds(8))
def test_a_learner_who_speaks_out_of_turn_fails_alone(runner, right, seed):
    learner_speaks_out_of_turn(runner, seed, right)


@pytest.mark.parametrize("seed", seeds(6))
def test_a_checker_that_speaks_out_of_turn_is_its_authors_fault(runner, right, seed):
    checker_speaks_out_of_turn(runner, seed, right)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(100, 300))
def test_learners_and_checkers_speak_out_of_turn_at_length(runner, right, seed):
    learner_speaks_out_of_turn(runner, seed, right)
    checker_speaks_out_of_turn(runner, seed, right)
