import torch
from torch import nn

from touchstone.progress import report


def fit(train, seed):
    """Layers [{"W": (in, out), "b": (out,)}, ...] of a ReLU network for train["x"], train["y"]."""
    x = torch.tensor(train["x"])
    y = torch.tensor(train["y"])
    layer = nn.Linear(2, train["arms"])
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for step in range(10):
        loss = nn.functional.cross_entropy(layer(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        report(step, loss=loss.item())
    return [{"W": layer.weight.T.detach(), "b": layer.bias.detach()}]
