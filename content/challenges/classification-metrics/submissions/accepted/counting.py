"""Plain counting in one pass."""


def share(a, b):
    return a / b if b else 0.0


def report(y, pred, k):
    pairs = list(zip(y.tolist(), pred.tolist(), strict=True))
    precision, recall, f1 = [], [], []
    for c in range(k):
        hit = sum(a == b == c for a, b in pairs)
        p = share(hit, sum(b == c for _, b in pairs))
        r = share(hit, sum(a == c for a, _ in pairs))
        precision.append(p)
        recall.append(r)
        f1.append(share(2 * p * r, p + r))
    right = sum(a == b for a, b in pairs)
    return {
        "accuracy": right / len(pairs),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "macro_f1": sum(f1) / k,
    }


def pr_curve(y, score):
    rows = sorted(zip(score.tolist(), y.tolist(), strict=True), reverse=True)
    positives = sum(label for _, label in rows)
    precision, recall, thresholds, ap, hits = [], [], [], 0.0, 0
    for i, (value, label) in enumerate(rows):
        hits += label
        if i + 1 < len(rows) and rows[i + 1][0] == value:
            continue
        before = recall[-1] if recall else 0.0
        precision.append(hits / (i + 1))
        recall.append(hits / positives)
        thresholds.append(value)
        ap += (recall[-1] - before) * precision[-1]
    return precision, recall, thresholds, ap
