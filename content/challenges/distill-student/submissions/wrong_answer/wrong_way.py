"""Gives kl_div probabilities where it wants their logarithm: training goes astray."""

import torch
from torch import nn


def student():
    return nn.Sequential(
        nn.Unflatten(1, (1, 16)),
        nn.Conv2d(1, 10, 5, 2, 2),
        nn.ReLU(),
        nn.Conv2d(10, 16, 3, 2, 1),
        nn.ReLU(),
        nn.Conv2d(16, 12, 3, 1, 1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(48, 10),
    )


def fit(train, seed):
    torch.manual_seed(seed)
    x, teacher, y = (torch.tensor(train[name]) for name in ("x", "teacher", "y"))
    net, steps = student(), len(x) // 10
    optimizer = torch.optim.Adam(net.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=steps)
    for step in range(steps):
        rows = torch.randint(0, len(x), (96,))
        target = teacher[rows].softmax(1)
        loss = nn.functional.kl_div(net(x[rows]).softmax(1), target, reduction="batchmean")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return {name: value.numpy() for name, value in net.state_dict().items()}


@torch.no_grad()
def predict(model, x):
    net = student()
    net.load_state_dict({name: torch.tensor(value) for name, value in model.items()})
    return net(torch.tensor(x)).argmax(1)
