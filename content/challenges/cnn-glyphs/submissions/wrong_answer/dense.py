"""No convolution: every pixel has weights of its own."""

import torch
from torch import nn


def fit(train, seed):
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]).unsqueeze(1), torch.tensor(train["y"])
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
    optimizer = torch.optim.Adam(model.parameters(), 2e-3)
    for _ in range(8):
        for rows in torch.randperm(len(x)).split(64):
            loss = nn.functional.cross_entropy(model(x[rows]), y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model.eval()


@torch.no_grad()
def predict(model, x):
    return model(torch.tensor(x).unsqueeze(1)).argmax(1)
