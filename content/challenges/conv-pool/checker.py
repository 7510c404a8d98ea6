import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from touchstone.checker import as_array, case, close, require


def conv2d(x, w, b, stride, pad):
    padded = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w.astype(np.float64), axes=((1, 4, 5), (1, 2, 3)))
    return (y.transpose(0, 3, 1, 2) + b[:, None, None]).astype(x.dtype)


def maxpool2d(x, k, stride):
    return sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::stride, ::stride].max((4, 5))


def keeps_type(got, x):
    require(
        as_array(got).dtype == x.dtype,
        en=f"The result has dtype {got.dtype}; keep the input's {x.dtype}.",
        zh=f"结果类型为 {got.dtype}，应保持输入的 {x.dtype}。",
    )


def judge_conv(candidate, x, w, b, stride, pad):
    got = candidate.conv2d(x, w, b, stride, pad)
    close(got, conv2d(x, w, b, stride, pad), rtol=1e-5, atol=1e-5)
    keeps_type(got, x)


def judge_pool(candidate, x, k, stride):
    got = candidate.maxpool2d(x, k, stride)
    close(got, maxpool2d(x, k, stride))
    keeps_type(got, x)


def filters(rng, f, c, kh, kw):
    return rng.normal(size=(f, c, kh, kw)), rng.normal(size=f)


@case(visible=True, en="A filter of ones", zh="全一滤波器")
def ones(candidate, rng):
    x = np.arange(9.0).reshape(1, 1, 3, 3)
    judge_conv(candidate, x, np.ones((1, 1, 2, 2)), np.zeros(1), 1, 0)


@case(visible=True, en="The filter is not flipped", zh="滤波器不翻转")
def not_flipped(candidate, rng):
    w = np.array([[[[1.0, 0.0], [0.0, -1.0]]]])
    judge_conv(candidate, np.arange(9.0).reshape(1, 1, 3, 3), w, np.array([0.5]), 1, 1)


@case(visible=True, en="Pooling a small image", zh="小图像的池化")
def pool_small(candidate, rng):
    judge_pool(candidate, np.arange(9.0).reshape(1, 1, 3, 3), 2, 1)


@case(points=2, en="Channels and filters", zh="多通道与多滤波器")
def channels(candidate, rng):
    judge_conv(candidate, rng.normal(size=(2, 3, 7, 7)), *filters(rng, 4, 3, 3, 3), 1, 0)


@case(points=2, en="Stride and padding", zh="步幅与补边")
def strides(candidate, rng):
    for stride, pad in ((2, 0), (2, 1), (3, 2)):
        judge_conv(candidate, rng.normal(size=(2, 2, 9, 8)), *filters(rng, 3, 2, 3, 3), stride, pad)


@case(points=2, en="Filters that are not square", zh="非方形滤波器")
def rectangular(candidate, rng):
    judge_conv(candidate, rng.normal(size=(2, 2, 6, 10)), *filters(rng, 2, 2, 2, 5), 1, 1)


@case(en="One by one", zh="一乘一")
def pointwise(candidate, rng):
    judge_conv(candidate, rng.normal(size=(3, 5, 4, 4)), *filters(rng, 6, 5, 1, 1), 1, 0)


@case(points=2, en="Pooling with every stride", zh="各种步幅的池化")
def pools(candidate, rng):
    for k, stride in ((2, 2), (3, 2), (3, 1), (2, 3)):
        judge_pool(candidate, rng.normal(size=(2, 3, 9, 11)), k, stride)


@case(points=2, en="Pooling negative values", zh="负值的池化")
def negative(candidate, rng):
    judge_pool(candidate, -1 - rng.random(size=(2, 2, 6, 6)), 3, 3)


@case(en="float32 stays float32", zh="float32 保持不变")
def single(candidate, rng):
    x = rng.normal(size=(1, 2, 5, 5)).astype(np.float32)
    w, b = (part.astype(np.float32) for part in filters(rng, 2, 2, 3, 3))
    got = candidate.conv2d(x, w, b, 1, 1)
    close(got, conv2d(x, w, b, 1, 1), rtol=1e-4, atol=1e-5)
    keeps_type(got, x)


@case(points=3, en="A batch in well under a second", zh="整批计算远少于一秒")
def fast(candidate, rng):
    for _ in range(3):
        judge_conv(candidate, rng.normal(size=(8, 16, 28, 28)), *filters(rng, 16, 16, 3, 3), 1, 1)
