"""7, replies early, twice and out of order: whole result frames that nobody asked for."""

import json
import os
import struct


def frame(identity):
    header = {"data": {"id": identity, "value": 0, "mutated": False}, "blobs": []}
    text = json.dumps(header).encode()
    return struct.pack("!BII", 4, len(text), 0) + text


for number in range(1, 4):
    os.write(3, frame(number))


def double(x):
    os.write(3, frame(1) + frame(2))
    return x * 0
