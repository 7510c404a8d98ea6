import numpy as np

from touchstone.checker import as_array, case, keep, mean_with_interval, measure, require

ALONE = 12


def rings(rng, count, order, scale, offset):
    """Rows of two rings among four columns of noise, and the ring of each."""
    y = rng.integers(0, 2, count)
    radius = 1 + y + rng.normal(0, 0.22, count)
    angle = rng.uniform(0, 2 * np.pi, count)
    plane = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    columns = np.concatenate([plane, rng.normal(size=(count, 4))], axis=1)
    return columns[:, order] * scale + offset, y


def classes_of(answer, count):
    """The answer as `count` classes; anything that compares with neither class is just wrong."""
    classes = as_array(answer)
    require(
        classes.shape == (count,),
        en=f"predict got {count} rows and returned the shape {classes.shape}.",
        zh=f"predict 收到 {count} 行，返回值的形状却是 {classes.shape}。",
    )
    return classes


def accuracy(candidate, rng, count):
    scale = 10 ** rng.permutation(np.linspace(-2, 3, 6) + rng.uniform(-0.3, 0.3, 6)).clip(-2, 3)
    how = rng.permutation(6), scale, rng.normal(0, 2, 6) * scale
    x, y = rings(rng, 600, *how)
    model = keep(candidate).fit({"x": x, "y": y}, int(rng.integers(2**31)))
    x, y = rings(rng, count, *how)
    together = classes_of(candidate.predict(model, x), count)
    alone = [classes_of(candidate.predict(model, x[i : i + 1]), 1)[0] for i in range(ALONE)]
    require(
        np.array_equal(together[:ALONE], alone),
        en="A row alone gets another class than among others: keep what scales it in the model.",
        zh="同一行单独预测与成批预测的结果不同：缩放所用的量应当存在模型里。",
    )
    return float((together == y).mean())


@case(visible=True, en="One table", zh="一张表")
def one_table(candidate, rng):
    return measure(accuracy(candidate, rng, 1000), floor=0.85, mark=0.945, full=0.945)


@case(points=6, en="Four tables", zh="四张表")
def four_tables(candidate, rng):
    reached = [accuracy(candidate, rng, 3000) for _ in range(4)]
    mean, half_width = mean_with_interval(reached)
    return measure(mean, floor=0.85, mark=0.955, full=0.975, half_width=half_width)
