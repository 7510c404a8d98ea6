# 45: the input's own memory, doubled in place.
def double(x):
    return x.mul_(2)
