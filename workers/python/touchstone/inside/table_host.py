"""Reads a learner's file of predictions: our code on his data, in a sandbox without the labels.

It serves the checker's call `table(expected)` as a learner's module would.
"""

from __future__ import annotations

import os
import socket

from touchstone.inside.prediction_table import read_predictions
from touchstone.inside.rejected import Rejected
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Kind, pack, unpack
from touchstone.wire.values import decode, encode


def serve(end: socket.socket) -> None:
    channel = Channel(end)
    channel.receive()
    with os.fdopen(channel.take_descriptor(), "rb") as file:
        data = file.read()
    channel.send(pack(Kind.READY, {}))
    while True:
        order, blobs = unpack(channel.receive())
        (expected,) = decode(order["args"], blobs)
        try:
            value, parts = encode(read_predictions(data, expected))
        except Rejected as rejection:
            channel.send(pack(Kind.ERROR, {"id": order["id"], "rejected": rejection.said()}))
            continue
        answer = {"id": order["id"], "value": value, "mutated": False}
        channel.send(pack(Kind.RESULT, answer, parts))
