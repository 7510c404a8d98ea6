"""Keeps every training picture and answers with the label of the most alike one."""

import numpy as np


def fit(train, seed):
    known = train["x"].reshape(len(train["x"]), -1)
    return known, (known**2).sum(1), train["y"]


def predict(model, x):
    known, lengths, y = model
    rows = x.reshape(len(x), -1)
    return y[(lengths - 2 * rows @ known.T).argmin(1)]
