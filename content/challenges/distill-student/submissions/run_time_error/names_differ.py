"""Hands the arrays over under names that its own network does not know."""

import torch
from torch import nn


def fit(train, seed):
    net = nn.Linear(256, 10)
    return {"W": net.weight.detach(), "b": net.bias.detach()}


def predict(model, x):
    net = nn.Linear(256, 10)
    net.load_state_dict({name: torch.tensor(value) for name, value in model.items()})
    return net(torch.tensor(x).flatten(1)).argmax(1)
