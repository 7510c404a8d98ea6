def lr_at(step, total, base, warmup, kind, final):
    """The learning rate at a step from 0 to total."""
    return base


def early_stop(losses, patience, min_delta):
    """(stop, best): whether to have stopped by now, and the index of the best epoch."""
    best = losses.index(min(losses))
    return len(losses) - best > patience, best
