"""Decodes the mean in training: the decoder has never seen a drawn code."""

import torch
from torch import nn
from torch.nn import functional as F

AXES = 16


def halves():
    encoder = nn.Sequential(
        nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 2 * AXES)
    )
    decoder = nn.Sequential(
        nn.Linear(AXES, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 256)
    )
    return nn.ModuleDict({"encoder": encoder, "decoder": decoder})


def negative_bound(net, x):
    mu, logvar = net["encoder"](x).chunk(2, 1)
    z = mu
    rest = F.binary_cross_entropy_with_logits(net["decoder"](z), x, reduction="none").sum(1)
    divergence = 0.5 * (mu**2 + logvar.exp() - 1 - logvar).sum(1)
    return (rest + divergence).mean()


def fit(train, seed):
    torch.manual_seed(seed)
    x, net = torch.tensor(train["x"]), halves()
    passes, size = 12, 100
    optimizer = torch.optim.Adam(net.parameters())
    steps = passes * -(-len(x) // size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps)
    for epoch in range(passes):
        for rows in torch.randperm(len(x)).split(size):
            loss = negative_bound(net, x[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return {name: value.numpy() for name, value in net.state_dict().items()}


def loaded(model):
    net = halves()
    net.load_state_dict({name: torch.tensor(value) for name, value in model.items()})
    return net


@torch.no_grad()
def encode(model, x):
    return loaded(model)["encoder"](torch.tensor(x)).chunk(2, 1)


@torch.no_grad()
def decode(model, z):
    return torch.sigmoid(loaded(model)["decoder"](torch.tensor(z)))
