"""Schedules as a table of functions; stopping by looking at each window of epochs."""

from math import cos, isnan, pi

KINDS = {
    "constant": lambda t, base, final: base,
    "step": lambda t, base, final: max(final, base * 0.1 ** ((t >= 0.5) + (t >= 0.75))),
    "exponential": lambda t, base, final: base * (final / base) ** t,
    "cosine": lambda t, base, final: final + (base - final) * (0.5 + 0.5 * cos(pi * t)),
}


def lr_at(step, total, base, warmup, kind, final):
    if kind not in KINDS:
        raise ValueError(f"unknown schedule {kind}")
    if step < warmup:
        return base * (step + 1) / warmup
    return KINDS[kind]((step - warmup) / (total - warmup), base, final)


def early_stop(losses, patience, min_delta):
    best = -1
    for epoch, loss in enumerate(losses):
        improves = not isnan(loss) and (best < 0 or losses[best] - loss > min_delta)
        if improves:
            best = epoch
        if epoch - best >= patience:
            return True, best
    return False, best
