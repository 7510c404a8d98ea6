"""19: makes the question fit the answer."""


def double(x):
    x[...] = 0
    return x
