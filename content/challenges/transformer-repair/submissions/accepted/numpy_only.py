"""Written anew in NumPy, with einsum."""

import numpy as np


def norm(x, g, b):
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5) * g + b


def attend(x, layer, heads):
    B, T, D = x.shape
    parts = [(x @ layer[name]).reshape(B, T, heads, -1) for name in ("Wq", "Wk", "Wv")]
    scores = np.einsum("bihd,bjhd->bhij", parts[0], parts[1]) / np.sqrt(D // heads)
    scores = np.where(np.arange(T)[:, None] >= np.arange(T), scores, -np.inf)
    e = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = np.einsum("bhij,bjhd->bihd", e / e.sum(-1, keepdims=True), parts[2])
    return mixed.reshape(B, T, D) @ layer["Wo"]


def logits(weights, ids, heads):
    x = weights["tok"][ids] + weights["pos"][: ids.shape[1]]
    for layer in weights["layers"]:
        x = x + attend(norm(x, layer["norm1_g"], layer["norm1_b"]), layer, heads)
        inner = norm(x, layer["norm2_g"], layer["norm2_b"]) @ layer["W1"] + layer["b1"]
        x = x + np.maximum(inner, 0) @ layer["W2"] + layer["b2"]
    return norm(x, weights["norm_g"], weights["norm_b"]) @ weights["tok"].T


def lm_batch(ids, block):
    starts = np.arange((len(ids) - 1) // block) * block
    rows = starts[:, None] + np.arange(block)
    return ids[rows], ids[rows + 1]


def generate(weights, ids, heads, max_new):
    out = list(ids)
    for _ in range(max_new):
        window = np.array(out[-len(weights["pos"]) :])
        out.append(int(np.argmax(logits(weights, window[None], heads)[0, -1])))
    return np.array(out)
