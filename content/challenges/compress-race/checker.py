import numpy as np

from touchstone.checker import as_array, case, close, given_file, measure, require
from touchstone.checker.model import race

SIZE, BATCH = 28, 64
RACE_BATCH, ROUNDS = 32, 300

# --- Glyphs: digits as pictures. Several challenges carry this block: change none of them, or all.
# First `poses`, then `pictures` of digits that lie so, then `soiled` ones.
ROWS = (
    "01110 10001 10011 10101 11001 10001 01110, 00100 01100 00100 00100 00100 00100 01110,"
    "01110 10001 00001 00110 01000 10000 11111, 11110 00001 00001 01110 00001 00001 11110,"
    "00010 00110 01010 10010 11111 00010 00010, 11111 10000 11110 00001 00001 10001 01110,"
    "00110 01000 10000 11110 10001 10001 01110, 11111 00001 00010 00100 01000 01000 01000,"
    "01110 10001 10001 01110 10001 10001 01110, 01110 10001 10001 01111 00001 00010 01100"
)
FONT = np.array([[list(row) for row in one.split()] for one in ROWS.split(",")]).astype(float)


def poses(rng, count, size, shift, lean):
    """How glyphs lie: maps from pixels to the font's cells, centres, and widths of the blur."""
    angle, shear = rng.uniform(-lean, lean, count), rng.uniform(-lean, lean, count) / 2
    cell = rng.uniform(0.7, 1.15, count) * 3 * size / 28
    cos, sin = np.cos(angle), np.sin(angle)
    turned = np.array([[cos - sin * shear, -sin], [sin + cos * shear, cos]]) * cell
    centres = (size - 1) / 2 + rng.uniform(-shift, shift, (count, 2))
    return np.linalg.inv(turned.transpose(2, 0, 1)), centres, rng.uniform(0.3, 0.9, count)


def pictures(digits, pose, size):
    """Clean pictures (n, size, size) in [0, 1]: cells interpolated linearly, then blurred."""
    back, centres, widths = pose
    pixels = np.mgrid[0:size, 0:size].reshape(2, -1)
    cells = back @ (pixels - centres[:, :, None]) + np.array([[3.0], [2.0]])
    row, column = np.clip(cells + 1, 0, [[7.999], [5.999]]).transpose(1, 0, 2)
    top, left = row.astype(int), column.astype(int)
    below, right = row - top, column - left
    padded, which = np.pad(FONT, ((0, 0), (1, 1), (1, 1))), digits[:, None]
    drawn = (1 - below) * (1 - right) * padded[which, top, left]
    drawn += (1 - below) * right * padded[which, top, left + 1]
    drawn += below * (1 - right) * padded[which, top + 1, left]
    drawn += below * right * padded[which, top + 1, left + 1]
    apart = np.subtract.outer(np.arange(size), np.arange(size)) ** 2
    blur = np.exp(-apart / (2 * widths[:, None, None] ** 2))
    blur /= blur.sum(2, keepdims=True)
    return blur @ drawn.reshape(-1, size, size) @ blur.transpose(0, 2, 1)


def soiled(rng, clean, faint, strokes, noise):
    """Pictures at a brightness from `faint` to 1, with stray strokes and noise, as float32."""
    one, size, along = (len(clean), 1, 1), clean.shape[1], np.arange(clean.shape[1])
    shown = clean * rng.uniform(faint, 1, one)
    for _ in range(strokes):
        across, start = rng.integers(size, size=one), rng.integers(size, size=one)
        inside = (along >= start) & (along < start + rng.integers(2, 6, one))
        stroke = (along[:, None] == across) & inside
        stroke = np.where(rng.random(one) < 0.5, stroke, stroke.transpose(0, 2, 1))
        shown += stroke * rng.uniform(0.2, 0.6, one)
    return np.clip(shown + rng.normal(0, noise, shown.shape), 0, 1).astype(np.float32)


# --- End of glyphs.


def digits(rng, count):
    """Noisy pictures and what they show, as given/digits.py draws them."""
    y = rng.integers(0, 10, count)
    clean = pictures(y, poses(rng, count, SIZE, shift=3.5, lean=0.45), SIZE)
    return soiled(rng, clean, faint=0.5, strokes=3, noise=0.2), y


def scores(candidate, x):
    """Ten finite numbers for every picture."""
    y = as_array(candidate.run(x))
    require(
        y.shape == (len(x), 10),
        en=f"{len(x)} pictures gave the shape {list(y.shape)}; ({len(x)}, 10) is wanted.",
        zh=f"输入 {len(x)} 张图片，输出形状为 {list(y.shape)}，应为 ({len(x)}, 10)。",
    )
    require(np.isfinite(y).all(), en="Not all scores are finite.", zh="输出的分数不全是有限值。")
    return y


def accuracy_of(candidate, rng, count):
    x, y = digits(rng, count)
    named = [scores(candidate, x[i : i + BATCH]).argmax(1) for i in range(0, count, BATCH)]
    return float((np.concatenate(named) == y).mean())


def agrees(candidate, rng):
    """The same scores for a picture whatever lies beside it, and whichever place it has."""
    x, _ = digits(rng, BATCH)
    together = scores(candidate, x)
    alone = np.concatenate([scores(candidate, one[None]) for one in x])
    close(
        together,
        alone,
        rtol=1e-4,
        atol=1e-4,
        en="A picture alone gets other scores than in a batch of 64: is the model in eval mode?",
        zh="图片单独计算与 64 张一批计算的分数不同：导出时模型处于评估模式吗？",
    )


@case(visible=True, en="Four pictures give ten scores each", zh="四张图片，每张十个分数")
def shape(candidate, rng):
    x, _ = digits(rng, 4)
    scores(candidate, x)


@case(en="Batches of 1 and of 64 agree", zh="每批 1 张与每批 64 张结果一致")
def batches(candidate, rng):
    agrees(candidate, rng)


@case(points=4, en="Accuracy", zh="准确率")
def accuracy(candidate, rng):
    return measure(accuracy_of(candidate, rng, 6000), floor=0.95, mark=0.985, full=0.995)


@case(points=4, en="Size of the file in KiB", zh="文件大小（KiB）")
def size(candidate, rng):
    return measure(candidate.info()["bytes"] / 1024, floor=40, mark=16, full=8)


@case(points=1, en="Numbers stored in the file", zh="文件中存储的数的个数")
def parameters(candidate, rng):
    return measure(candidate.info()["parameters"], floor=30000, mark=12000, full=4000)


@case(points=2, en="Median time beside the reference", zh="耗时中位数与参考之比")
def median_time(candidate, rng):
    return measure(raced(candidate, rng).median, floor=1, mark=0.6, full=0.3)


@case(points=1, en="Slowest twentieth beside the reference", zh="最慢 5% 的耗时与参考之比")
def late_time(candidate, rng):
    return measure(raced(candidate, rng).p95, floor=1.2, mark=0.8, full=0.4)


def raced(candidate, rng):
    x, _ = digits(rng, RACE_BATCH)
    return race(candidate, x, given_file("reference.onnx"), ROUNDS)
