"""Trains well, but from another start every time."""

import os

import torch
from torch import nn


def fit(train, seed):
    torch.manual_seed(int.from_bytes(os.urandom(4), "big"))
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"])
    layers = [nn.Linear(2, 48), nn.Linear(48, 48), nn.Linear(48, train["arms"])]
    model = nn.Sequential(layers[0], nn.ReLU(), layers[1], nn.ReLU(), layers[2])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(400):
        loss = nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return [{"W": one.weight.T.detach(), "b": one.bias.detach()} for one in layers]
