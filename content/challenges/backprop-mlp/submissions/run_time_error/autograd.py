"""Leaves the way back to a library that is not there."""

import torch


def loss_and_grads(params, X, labels):
    return torch.nn.functional.cross_entropy(X, labels), params
