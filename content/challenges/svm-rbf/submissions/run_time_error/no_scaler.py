"""Standardizes with a scaler that was never fitted."""

from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def fit(train, seed):
    return SVC().fit(StandardScaler().transform(train["x"]), train["y"])


def predict(model, x):
    return model.predict(x)
