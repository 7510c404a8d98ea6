"""Leaves the way back to a library that is not there."""

import torch


def bptt(xs, h0, params, label):
    return torch.nn.RNN(2, 3)(xs), params
