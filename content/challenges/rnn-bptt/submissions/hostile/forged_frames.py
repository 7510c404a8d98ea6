"""Writes an answer before it is asked, twice, and with a forged length."""

import os


def answer(*args):
    frame = b"\x04\x00\x00\x00\x10\xff\xff\xff\xff" + b"x" * 16
    for _ in range(2):
        os.write(3, frame)
    return 0.0


rnn_forward = classify = bptt = answer
