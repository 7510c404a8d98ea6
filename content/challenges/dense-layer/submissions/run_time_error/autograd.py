"""Leaves the gradients to a library that is not there."""

import torch


def grads(x, y, W, b, act):
    return torch.autograd.grad(x, W)
