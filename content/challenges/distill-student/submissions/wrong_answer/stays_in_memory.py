"""Keeps the student in a global and hands over an empty promise: the next process has no such global."""

import torch
from torch import nn

net = nn.Sequential(nn.Flatten(), nn.Linear(256, 10))


def fit(train, seed):
    x, teacher = torch.tensor(train["x"]), torch.tensor(train["teacher"])
    optimizer = torch.optim.Adam(net.parameters(), 1e-2)
    for _ in range(100):
        loss = nn.functional.cross_entropy(net(x), teacher.softmax(1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return {"trained": torch.ones(1)}


@torch.no_grad()
def predict(model, x):
    return net(torch.tensor(x)).argmax(1)
