"""The library that has all of it is not there."""

from sklearn.metrics import precision_recall_curve


def pr_curve(y, score):
    return precision_recall_curve(y, score)
