"""Generates until a token that is never drawn."""

import torch


def generate(weights, ids, heads, max_new):
    x = torch.ones(256, 256)
    while True:
        x = x @ x / 256


def lm_batch(ids, block):
    return generate(None, ids, 1, 1)


def logits(weights, ids, heads):
    return generate(weights, ids, heads, 1)
