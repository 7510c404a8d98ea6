"""Standardizes the new rows by themselves: a single row becomes all zeros."""

import numpy as np
from sklearn.svm import SVC


def scaled(x):
    spread = x.std(0)
    return (x - x.mean(0)) / np.where(spread == 0, 1, spread)


def fit(train, seed):
    return SVC().fit(scaled(train["x"]), train["y"])


def predict(model, x):
    return model.predict(scaled(x))
