"""Targets as floats: cross-entropy over classes refuses them."""

import torch
from torch import nn


def fit(train, seed):
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"]).float()
    layer = nn.Linear(2, train["arms"])
    nn.functional.cross_entropy(layer(x), y).backward()
    return [{"W": layer.weight.T.detach(), "b": layer.bias.detach()}]
