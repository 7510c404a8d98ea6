"""Trains until the loss is exactly zero, in very small steps."""

import torch
from torch import nn


def fit(train, seed):
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"])
    layers = [nn.Linear(2, 48), nn.Linear(48, train["arms"])]
    model = nn.Sequential(layers[0], nn.ReLU(), layers[1])
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
    loss = torch.tensor(1.0)
    while loss.item() > 0:
        loss = nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return [{"W": one.weight.T.detach(), "b": one.bias.detach()} for one in layers]
