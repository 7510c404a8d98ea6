import torch
from torch import nn

from touchstone.progress import report


def student():
    return nn.Sequential(nn.Flatten(), nn.Linear(256, 10))


def fit(train, seed):
    """At most 4,000 numbers: {name: array}. train: "x", "teacher", and "y" of the first few."""
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"])
    net = student()
    optimizer = torch.optim.Adam(net.parameters(), 1e-2)
    for step in range(100):
        loss = nn.functional.cross_entropy(net(x[: len(y)]), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        report(step, loss=loss.item())
    return {name: value.numpy() for name, value in net.state_dict().items()}


def predict(model, x):
    """The digit in each picture of x, (n, 16, 16), in a process that knows only `model`."""
    net = student()
    net.load_state_dict({name: torch.tensor(value) for name, value in model.items()})
    return net(torch.tensor(x)).argmax(1)
