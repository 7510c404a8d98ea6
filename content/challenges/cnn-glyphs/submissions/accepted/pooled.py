"""Three plain convolutions with average pooling, momentum, and a step that falls twice."""

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(1, 12, 5, padding=2, stride=2)
        self.second = nn.Conv2d(12, 32, 3, padding=1)
        self.third = nn.Conv2d(32, 48, 3, padding=1)
        self.norms = nn.ModuleList([nn.BatchNorm2d(12), nn.BatchNorm2d(32), nn.BatchNorm2d(48)])
        self.out = nn.Linear(48 * 9, 10)

    def forward(self, x):
        h = F.relu(self.norms[0](self.first(x[:, None])))
        h = F.avg_pool2d(F.relu(self.norms[1](self.second(h))), 2)
        h = F.max_pool2d(F.relu(self.norms[2](self.third(h))), 2)
        return self.out(h.flatten(1))


def fit(train, seed):
    torch.manual_seed(seed)
    x, y = torch.from_numpy(train["x"]), torch.from_numpy(train["y"])
    net = Net()
    optimizer = torch.optim.SGD(net.parameters(), 0.05, 0.9, weight_decay=5e-4, nesterov=True)
    passes = 5 if len(x) > 3000 else 8
    for epoch in range(passes):
        for group in optimizer.param_groups:
            group["lr"] = 0.05 if epoch < passes - 2 else 0.01 if epoch < passes - 1 else 0.001
        order = torch.randperm(len(x))
        for start in range(0, len(x), 50):
            rows = order[start : start + 50]
            optimizer.zero_grad()
            F.cross_entropy(net(x[rows]), y[rows]).backward()
            optimizer.step()
    net.eval()
    return net


def predict(net, x):
    with torch.inference_mode():
        return net(torch.from_numpy(x)).argmax(1).numpy()
