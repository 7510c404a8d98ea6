# 45: the input as it is.
def double(x):
    return x
