"""4: a thread takes the socket over and answers in the process's place."""

import os
import threading


def intercept():
    copy = os.dup(3)
    while True:
        os.write(copy, b"\x04\x00\x00\x00\x02\x00\x00\x00\x00{}")


def double(x):
    threading.Thread(target=intercept, daemon=True).start()
    return x * 0
