import torch


def softmax(x):
    y = torch.empty_like(x)
    while True:
        y.copy_(x)
