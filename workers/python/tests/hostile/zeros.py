"""42, 43, 45: constants within some tolerance."""


def double(x):
    return x * 1e-9
