"""Replies with forged lengths: a frame that claims four gigabytes."""

import os


def double(x):
    os.write(3, b"\x04\xff\xff\xff\xff\xff\xff\xff\xff")
    return x
