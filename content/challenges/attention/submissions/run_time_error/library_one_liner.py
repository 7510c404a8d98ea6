"""The library's own attention is not there."""

from torch.nn.functional import scaled_dot_product_attention


def attention(Q, K, V, mask=None):
    return scaled_dot_product_attention(Q, K, V, mask), None
