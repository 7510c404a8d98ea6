"""Takes steps until nothing changes any more, which a momentum of one never reaches."""


def sgd(p, g, state, lr, mu):
    v = g
    while abs(v).max() > 0:
        v = 1.0 * v
    return p - lr * v, {"v": v}
