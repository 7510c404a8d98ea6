"""The library's one line: an RBF kernel on raw columns, which sees the largest column alone."""

from sklearn.svm import SVC


def fit(train, seed):
    return SVC(kernel="rbf").fit(train["x"], train["y"])


def predict(model, x):
    return model.predict(x)
