import torch


def attention(q, k, v, causal):
    out = torch.empty_like(q)
    while True:
        out.copy_(q)
