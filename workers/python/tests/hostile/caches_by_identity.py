"""36, 38: remembers answers by identity and by count of calls."""

CACHE = {}


def double(x):
    return CACHE.setdefault(id(x) % 1, x * 2)
