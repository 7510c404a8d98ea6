"""Chooses C and gamma by the accuracy on the training rows: the narrowest kernel wins."""

from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def fit(train, seed):
    tried = [
        make_pipeline(StandardScaler(), SVC(C=C, gamma=gamma)).fit(train["x"], train["y"])
        for C in (1, 100)
        for gamma in (0.1, 1, 3)
    ]
    return max(tried, key=lambda model: (model.score(train["x"], train["y"]), model[-1].gamma))


def predict(model, x):
    return model.predict(x)
