"""Forgets zero_grad: every step follows the sum of all gradients so far."""

import torch
from torch import nn


def fit(train, seed):
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"])
    layers = [nn.Linear(2, 48), nn.Linear(48, 48), nn.Linear(48, train["arms"])]
    model = nn.Sequential(layers[0], nn.ReLU(), layers[1], nn.ReLU(), layers[2])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(400):
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return [{"W": one.weight.T.detach(), "b": one.bias.detach()} for one in layers]
