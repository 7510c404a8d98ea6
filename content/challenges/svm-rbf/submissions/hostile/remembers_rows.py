"""A table of the training rows and their labels: new rows are never in it."""


def fit(train, seed):
    return {row.tobytes(): int(y) for row, y in zip(train["x"], train["y"], strict=True)}


def predict(model, x):
    return [model.get(row.tobytes(), 1) for row in x]
