"""Nearest neighbours on standardized columns: four columns of noise drown the two that matter."""

from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def fit(train, seed):
    return make_pipeline(StandardScaler(), KNeighborsClassifier()).fit(train["x"], train["y"])


def predict(model, x):
    return model.predict(x)
