"""The scaler and the machine's own settings, kept as a pair."""

from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def fit(train, seed):
    scaler = StandardScaler().fit(train["x"])
    return scaler, SVC().fit(scaler.transform(train["x"]), train["y"])


def predict(model, x):
    scaler, machine = model
    return machine.predict(scaler.transform(x))
