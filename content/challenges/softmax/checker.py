import numpy as np

from touchstone.checker import as_array, case, close, require


def reference(x):
    shifted = x.astype(np.float64) - x.max(-1, keepdims=True)
    e = np.exp(shifted)
    return (e / e.sum(-1, keepdims=True)).astype(x.dtype)


def judge(candidate, x):
    got = as_array(candidate.softmax(x))
    close(got, reference(x))
    require(
        got.dtype == x.dtype,
        en=f"The result has dtype {got.dtype}; keep the input's {x.dtype}.",
        zh=f"结果类型为 {got.dtype}，应与输入的 {x.dtype} 相同。",
    )


@case(visible=True, en="One small row", zh="一行小数")
def one_row(candidate, rng):
    judge(candidate, np.array([[1.0, 2.0, 3.0]]))


@case(visible=True, en="Two rows, each on its own", zh="两行各自计算")
def two_rows(candidate, rng):
    judge(candidate, np.array([[0.0, 1.0, 0.0], [5.0, 5.0, 5.0]]))


@case(visible=True, en="Large scores do not overflow", zh="大分数不溢出")
def large_visible(candidate, rng):
    judge(candidate, np.array([[1000.0, 1001.0], [-1000.0, -1002.0]]))


@case(en="A vector", zh="一维向量")
def vector(candidate, rng):
    judge(candidate, rng.normal(size=rng.integers(3, 20)))


@case(points=2, en="Rows sum to one", zh="各行之和为一")
def rows_sum(candidate, rng):
    y = as_array(candidate.softmax(rng.normal(size=(64, 10)) * 50))
    close(y.sum(-1), np.ones(64), rtol=1e-6, atol=0)


@case(points=2, en="Three and four axes", zh="三维与四维")
def many_axes(candidate, rng):
    judge(candidate, rng.normal(size=(3, 4, 5)) * 3)
    judge(candidate, rng.normal(size=(2, 3, 2, 6)))


@case(points=2, en="Scores up to ten thousand", zh="分数高达一万")
def huge(candidate, rng):
    judge(candidate, rng.uniform(-1e4, 1e4, size=(16, 9)))
    judge(candidate, rng.uniform(9990, 1e4, size=(4, 7)))


@case(points=2, en="Minus infinity has probability zero", zh="负无穷的概率为零")
def masked(candidate, rng):
    x = rng.normal(size=(12, 8)) * 5
    x[:, 1:][rng.random((12, 7)) < 0.4] = -np.inf
    judge(candidate, x)


@case(points=2, en="float32 stays float32", zh="float32 保持不变")
def single(candidate, rng):
    judge(candidate, (rng.normal(size=(10, 6)) * 30).astype(np.float32))


@case(en="One column", zh="只有一列")
def one_column(candidate, rng):
    judge(candidate, rng.normal(size=(5, 1)) * 1e3)


@case(en="Adding a constant changes nothing", zh="加上常数，结果不变")
def shifted(candidate, rng):
    x = rng.normal(size=(6, 5))
    close(candidate.softmax(x + 500.0), reference(x), rtol=1e-6)
