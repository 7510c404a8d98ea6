"""Takes the best of all losses, also of those after the stop, and NaN by chance."""

import math


def lr_at(step, total, base, warmup, kind, final):
    if step < warmup:
        return base * (step + 1) / warmup
    t = (step - warmup) / (total - warmup)
    if kind == "constant":
        return base
    if kind == "step":
        return max(final, base / (1 if t < 0.5 else 10 if t < 0.75 else 100))
    if kind == "exponential":
        return base * (final / base) ** t
    if kind == "cosine":
        return final + (base - final) * (1 + math.cos(math.pi * t)) / 2
    raise ValueError(kind)


def early_stop(losses, patience, min_delta):
    best = losses.index(min(losses)) if losses else -1
    return len(losses) - 1 - best >= patience, best
