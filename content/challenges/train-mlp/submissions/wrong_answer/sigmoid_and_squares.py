"""One layer of sigmoids against one-hot targets with the squared error."""

import torch
from torch import nn


def fit(train, seed):
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"])
    target = nn.functional.one_hot(y, train["arms"]).float()
    layer = nn.Linear(2, train["arms"])
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.01)
    for _ in range(600):
        loss = ((torch.sigmoid(layer(x)) - target) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return [{"W": layer.weight.T.detach(), "b": layer.bias.detach()}]
