from torch.nn.functional import scaled_dot_product_attention


def attention(q, k, v, causal):
    return scaled_dot_product_attention(q, k, v, is_causal=causal)
