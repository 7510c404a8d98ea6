"""Expects a state that nobody has made: the first call gets an empty one."""


def sgd(p, g, state, lr, mu):
    v = mu * state["v"] + g
    return p - lr * v, {"v": v}
