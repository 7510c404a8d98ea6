"""Runs a learner's ONNX file: our code on his data, in a sandbox that knows no answers.

It serves the calls of a checker as a learner's module would: `info()`, `run(x)`, `race(x, ...)`.
"""

from __future__ import annotations

import os
import socket
import time
from typing import Any

import numpy as np
import onnxruntime

from touchstone.inside.onnx_rules import INPUT, parameters_of, read_model
from touchstone.inside.rejected import Rejected
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Frame, Kind, pack, unpack
from touchstone.wire.values import BadValue, decode, encode

NANOSECONDS = 1e-9
FATAL_ONLY = 4
MAX_TEXT = 300


def serve(end: socket.socket) -> None:
    channel = Channel(end)
    channel.receive()
    try:
        host = ModelHost(_whole(channel.take_descriptor()))
    except Rejected as rejection:
        channel.send(pack(Kind.ERROR, {"id": 0, "rejected": rejection.said()}))
        return
    channel.send(pack(Kind.READY, {}))
    while True:
        host.answer(channel, channel.receive())


def _whole(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _session(data: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = FATAL_ONLY
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise Rejected("model.invalid", reason=str(error)[:MAX_TEXT]) from error


class ModelHost:
    def __init__(self, data: bytes) -> None:
        model = read_model(data)
        self._session = _session(data)
        self._info = {
            "bytes": len(data),
            "parameters": parameters_of(model),
            "operators": sorted({node.op_type for node in model.graph.node}),
        }

    def answer(self, channel: Channel, frame: Frame) -> None:
        call, blobs = unpack(frame)
        served = {"info": self.info, "run": self.run, "race": self.race}
        identity = call["id"]
        try:
            result = served[call["function"]](*decode(call["args"], blobs))
            value, parts = encode(result)
        except (BadValue, Rejected, RuntimeError, ValueError, TypeError) as error:
            said = {"type": type(error).__name__, "message": str(error)[:MAX_TEXT], "frames": []}
            channel.send(pack(Kind.ERROR, {"id": identity, **said}))
            return
        except Exception as error:
            # onnxruntime's own exceptions derive from Exception alone.
            said = {"type": "RuntimeError", "message": str(error)[:MAX_TEXT], "frames": []}
            channel.send(pack(Kind.ERROR, {"id": identity, **said}))
            return
        channel.send(pack(Kind.RESULT, {"id": identity, "value": value, "mutated": False}, parts))

    def info(self) -> dict[str, Any]:
        """bytes, parameters (numbers stored), operators."""
        return self._info

    def run(self, x: np.ndarray) -> np.ndarray:
        return self._session.run(None, {INPUT: x})[0]

    def race(self, x: np.ndarray, reference: np.ndarray, rounds: int) -> dict[str, np.ndarray]:
        """CPU seconds of each of `rounds` runs, of the learner's model and of a reference in turn.

        A session has the calling thread alone, so its CPU time is what a run would take on a quiet
        machine. Each timed run follows one of the same model, so that neither finds the other's
        data in the caches. reference: the bytes of an ONNX file as uint8.
        """
        rival = _session(reference.tobytes())
        took = {"own": np.empty(rounds), "reference": np.empty(rounds)}
        for index in range(rounds):
            for name, session in (("own", self._session), ("reference", rival)):
                session.run(None, {INPUT: x})
                began = time.thread_time_ns()
                session.run(None, {INPUT: x})
                took[name][index] = (time.thread_time_ns() - began) * NANOSECONDS
        return took
