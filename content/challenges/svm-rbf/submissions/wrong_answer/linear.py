"""Scales well and then looks for a plane."""

from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def fit(train, seed):
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(train["x"], train["y"])


def predict(model, x):
    return model.predict(x)
