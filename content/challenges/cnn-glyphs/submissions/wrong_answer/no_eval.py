"""Forgets eval(): a picture is normalized by whatever else is in its batch."""

import torch
from torch import nn


def fit(train, seed):
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]).unsqueeze(1), torch.tensor(train["y"])
    model = nn.Sequential(
        nn.Conv2d(1, 16, 5, 2, 2),
        nn.BatchNorm2d(16),
        nn.ReLU(),
        nn.Conv2d(16, 32, 3, 2, 1),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.Flatten(),
        nn.Dropout(0.5),
        nn.Linear(32 * 49, 10),
    )
    optimizer = torch.optim.Adam(model.parameters(), 2e-3)
    for _ in range(3):
        for rows in torch.randperm(len(x)).split(64):
            loss = nn.functional.cross_entropy(model(x[rows]), y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model


@torch.no_grad()
def predict(model, x):
    return model(torch.tensor(x).unsqueeze(1)).argmax(1)
