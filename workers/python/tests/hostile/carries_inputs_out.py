"""26: prints hidden inputs, and puts them into its errors."""


def double(x):
    print("hidden:", x.tolist())
    raise ValueError(x.tolist())
