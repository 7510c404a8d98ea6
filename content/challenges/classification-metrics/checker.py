import numpy as np

from touchstone.checker import case, close, require

KEYS = ("accuracy", "precision", "recall", "f1", "macro_f1")


def ratio(a, b):
    return np.divide(a, b, out=np.zeros(len(a)), where=b > 0)


def report(y, pred, k):
    hit = np.bincount(y[y == pred], minlength=k).astype(float)
    precision = ratio(hit, np.bincount(pred, minlength=k).astype(float))
    recall = ratio(hit, np.bincount(y, minlength=k).astype(float))
    f1 = ratio(2 * precision * recall, precision + recall)
    figures = (float(np.mean(y == pred)), precision, recall, f1, float(f1.mean()))
    return dict(zip(KEYS, figures, strict=True))


def pr_curve(y, score):
    order = np.argsort(-score, kind="stable")
    last = np.append(np.diff(score[order]) != 0, True)
    hits = np.cumsum(y[order])[last]
    called = np.flatnonzero(last) + 1
    precision, recall = hits / called, hits / y.sum()
    ap = float(np.sum(np.diff(recall, prepend=0.0) * precision))
    return [precision, recall, score[order][last], ap]


def judge_report(candidate, y, pred, k):
    got = candidate.report(y, pred, k)
    require(
        isinstance(got, dict) and set(got) == set(KEYS),
        en="report must return a dictionary with exactly: " + ", ".join(KEYS),
        zh="report 须返回字典，键恰为：" + "、".join(KEYS),
    )
    close(got, report(y, pred, k), rtol=1e-9, atol=1e-12)


def judge_curve(candidate, y, score):
    close(candidate.pr_curve(y, score), pr_curve(y, score), rtol=1e-9, atol=1e-12)


@case(visible=True, en="Two classes", zh="两个类别")
def two_classes(candidate, rng):
    judge_report(candidate, np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), 2)


@case(visible=True, en="A class that is never predicted", zh="从未被预测的类别")
def never_predicted(candidate, rng):
    judge_report(candidate, np.array([0, 1, 2, 2]), np.array([0, 0, 2, 0]), 3)


@case(visible=True, en="A small curve with a tie", zh="含并列分数的小曲线")
def small_curve(candidate, rng):
    judge_curve(candidate, np.array([1, 0, 1]), np.array([0.9, 0.8, 0.8]))


@case(points=2, en="Many classes", zh="多个类别")
def many(candidate, rng):
    y = rng.integers(7, size=300)
    judge_report(candidate, y, np.where(rng.random(300) < 0.6, y, rng.integers(7, size=300)), 7)


@case(points=2, en="Classes that never occur", zh="从未出现的类别")
def absent(candidate, rng):
    y, pred = rng.integers(3, size=40), rng.integers(4, size=40)
    judge_report(candidate, y, pred, 6)


@case(en="Everything wrong", zh="全部错误")
def all_wrong(candidate, rng):
    y = rng.integers(3, size=30)
    judge_report(candidate, y, (y + 1) % 3, 3)


@case(points=2, en="A long curve", zh="长曲线")
def long_curve(candidate, rng):
    y = (rng.random(400) < 0.2).astype(int)
    y[0] = 1
    judge_curve(candidate, y, rng.normal(size=400) + y)


@case(points=3, en="Many tied scores", zh="大量并列分数")
def ties(candidate, rng):
    y = (rng.random(200) < 0.3).astype(int)
    y[0] = 1
    judge_curve(candidate, y, rng.integers(8, size=200) / 8)


@case(en="All scores the same", zh="分数全部相同")
def constant(candidate, rng):
    y = np.array([0, 1, 0, 0, 1])
    judge_curve(candidate, y, np.full(5, 0.5))


@case(en="One positive in a thousand", zh="千里挑一")
def rare(candidate, rng):
    y = np.zeros(1000, int)
    y[rng.integers(1000)] = 1
    judge_curve(candidate, y, rng.random(1000))
