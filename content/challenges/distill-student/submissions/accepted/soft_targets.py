"""The cross-entropy against the teacher's softened opinion, on every picture."""

import torch
from torch import nn

from touchstone.progress import report


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
    x, teacher = torch.tensor(train["x"]), torch.tensor(train["teacher"])
    net, steps = student(), len(x) // 5
    optimizer = torch.optim.Adam(net.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=steps)
    for step in range(steps):
        rows = torch.randint(0, len(x), (96,))
        target = (teacher[rows] / 1.5).softmax(1)
        loss = nn.functional.cross_entropy(net(x[rows]) / 1.5, target)
        report(step, loss=loss.item())
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
