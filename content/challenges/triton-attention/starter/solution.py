import torch
import triton
import triton.language as tl


def attention(q, k, v, causal):
    """softmax(q kᵀ / √d) v for tensors of shape (batch, heads, T, d); the shape and type of q."""
    return torch.zeros_like(q)
