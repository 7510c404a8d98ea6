import torch
from torch import nn

from touchstone.progress import report


def fit(train, seed):
    """A model for train["x"], (n, 28, 28), and train["y"], (n,)."""
    torch.manual_seed(seed)
    x, y = torch.tensor(train["x"]), torch.tensor(train["y"])
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for step in range(20):
        loss = nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        report(step, loss=loss.item())
    return model


def predict(model, x):
    """The digit in each picture of x, (n, 28, 28): (n,)."""
    return model(torch.tensor(x)).argmax(1)
