"""Length-prefixed frames on a stream socket: kind, JSON header, array bytes.

Layout: kind (1 byte), header length and body length (4 bytes each, big-endian), the header as
UTF-8 JSON `{"data": ..., "blobs": [length, ...]}`, the arrays' bytes one after another.
"""

from __future__ import annotations

import json
import struct
from enum import IntEnum
from typing import Any, NamedTuple

PREFIX = struct.Struct("!BII")
MAX_HEADER = 8 * 2**20
MAX_BODY = 512 * 2**20


class Kind(IntEnum):
    """What a frame says; the first group goes to the learner's process, and so on."""

    LOAD = 1
    CALL = 2
    READY = 3
    RESULT = 4
    ERROR = 5
    BEGIN = 6
    PLAN = 7
    CASE_STARTED = 8
    CASE_ENDED = 9
    DONE = 10
    BROKEN = 11
    CALL_ENDED = 12
    LIVE_CALL = 13
    PROGRESS = 14
    FRESH = 15
    FRESH_STARTED = 16
    SERVE = 17
    SERVING = 18
    CONNECT = 19
    CONNECTED = 20
    SIGNAL = 21
    SIGNALLED = 22
    AWAIT_EXIT = 23
    EXITED = 24
    UNMEASURABLE = 25
    FILES = 26
    LEND = 27
    LENT_CALL = 28


class BadFrame(ValueError):
    """Bytes that are no frame, or one over the size limits."""


class Frame(NamedTuple):
    """A frame whose payload was not looked at: what a relay needs."""

    kind: int
    header: bytes
    body: bytes

    @property
    def packed(self) -> bytes:
        return PREFIX.pack(self.kind, len(self.header), len(self.body)) + self.header + self.body


def pack(kind: Kind, data: Any, blobs: list[bytes] | None = None) -> bytes:
    """The bytes of one frame."""
    blobs = blobs or []
    header = json.dumps({"data": data, "blobs": [len(blob) for blob in blobs]}).encode()
    return b"".join([PREFIX.pack(kind, len(header), sum(map(len, blobs))), header, *blobs])


def unpack(frame: Frame) -> tuple[Any, list[memoryview]]:
    """The header's data and a view of every array's bytes. Raises BadFrame."""
    try:
        header = json.loads(frame.header)
        data, lengths = header["data"], header["blobs"]
        if any(type(n) is not int or n < 0 for n in lengths) or sum(lengths) != len(frame.body):
            raise BadFrame("array lengths do not add up")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadFrame("an unreadable header") from error
    view, start, blobs = memoryview(frame.body), 0, []
    for length in lengths:
        blobs.append(view[start : start + length])
        start += length
    return data, blobs


class FrameBuffer:
    """Collects bytes as they arrive and gives whole frames."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, chunk: bytes) -> None:
        self._bytes += chunk

    def __len__(self) -> int:
        return len(self._bytes)

    def take(self) -> Frame | None:
        """The next whole frame, or None. Raises BadFrame as soon as a prefix is out of bounds."""
        if len(self._bytes) < PREFIX.size:
            return None
        kind, header_length, body_length = PREFIX.unpack_from(self._bytes)
        if header_length > MAX_HEADER or body_length > MAX_BODY:
            raise BadFrame("a frame over the size limit")
        end = PREFIX.size + header_length + body_length
        if len(self._bytes) < end:
            return None
        header = bytes(self._bytes[PREFIX.size : PREFIX.size + header_length])
        body = bytes(self._bytes[PREFIX.size + header_length : end])
        del self._bytes[:end]
        return Frame(kind, header, body)
