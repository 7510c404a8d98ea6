"""Forgets the axis of the batch."""

import torch


def logits(weights, ids, heads):
    return torch.as_tensor(weights["tok"]) @ torch.as_tensor(weights["pos"])


def lm_batch(ids, block):
    return ids.reshape(-1, block, 7), ids


def generate(weights, ids, heads, max_new):
    return ids + [max_new]
