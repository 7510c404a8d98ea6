"""Hands the step to a library that is not there."""

import torch


def adam(p, g, state, lr, b1, b2, eps):
    return torch.optim.Adam([p], lr, (b1, b2), eps).step(), state
