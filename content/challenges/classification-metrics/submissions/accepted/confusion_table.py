"""Through the table of confusions, and one threshold at a time."""

import numpy as np


def report(y, pred, k):
    table = np.zeros((k, k))
    np.add.at(table, (y, pred), 1)
    hit = np.diag(table)
    predicted, actual = table.sum(axis=0), table.sum(axis=1)
    precision = hit / np.maximum(predicted, 1)
    recall = hit / np.maximum(actual, 1)
    total = precision + recall
    f1 = 2 * precision * recall / np.where(total > 0, total, 1)
    return {
        "accuracy": hit.sum() / len(y),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "macro_f1": f1.mean(),
    }


def pr_curve(y, score):
    thresholds = np.unique(score)[::-1]
    called = np.array([(score >= t).sum() for t in thresholds])
    hits = np.array([y[score >= t].sum() for t in thresholds])
    precision, recall = hits / called, hits / y.sum()
    ap = (np.diff(recall, prepend=0) * precision).sum()
    return precision, recall, thresholds, ap
