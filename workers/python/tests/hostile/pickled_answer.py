"""10: an answer whose reading would run code, and keys that stand twice."""

import os


class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/owned",)


class Keys(dict):
    def items(self):
        return [("a", 1), ("a", 2)]


def double(x):
    return [Bomb(), Keys()]
