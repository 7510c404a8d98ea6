import numpy as np

from touchstone.checker import as_array, case, fresh, live, measure, require

SIZE = 16
NUMBERS = 4000
ARRAYS = 40
ALONE = 32

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
    """Noisy pictures, what they show, and how it lies."""
    y = rng.integers(0, 10, count)
    pose = poses(rng, count, SIZE, shift=2.0, lean=0.45)
    return soiled(rng, pictures(y, pose, SIZE), faint=0.5, strokes=2, noise=0.12), y, pose


def opinions(rng, x, pose):
    """Scores of a teacher that knows how a glyph lies: what each digit, lying so, leaves of x.

    Doubt grows with likeness, as it does for a large network. Some noise makes it fallible.
    """
    scores = np.empty((len(x), 10))
    for digit in range(10):
        drawn = pictures(np.full(len(x), digit), pose, SIZE)
        bright = (x * drawn).sum((1, 2)) / np.maximum((drawn**2).sum((1, 2)), 1e-9)
        left = x - np.clip(bright, 0.5, 1)[:, None, None] * drawn
        scores[:, digit] = -2.6 * (left**2).sum((1, 2))
    scores -= scores.mean(1, keepdims=True)
    return (scores + rng.normal(size=scores.shape)).astype(np.float32)


def handed_over(answer):
    """The student as it crosses: checked against the contract, rounded to float16."""
    require(
        isinstance(answer, dict) and 0 < len(answer) <= ARRAYS,
        en=f"fit has to return a dictionary of 1 to {ARRAYS} arrays.",
        zh=f"fit 须返回含 1 到 {ARRAYS} 个数组的字典。",
    )
    require(
        all(len(name) <= 40 for name in answer),
        en="A name in the dictionary is longer than 40 characters.",
        zh="字典里有名称超过 40 个字符。",
    )
    arrays = {name: as_array(value) for name, value in answer.items()}
    require(
        all(array.dtype.kind != "c" and array.ndim <= 4 for array in arrays.values()),
        en="Arrays have to be real and have at most four axes.",
        zh="数组须为实数，且最多四个轴。",
    )
    total = sum(array.size for array in arrays.values())
    require(
        total <= NUMBERS,
        en=f"The dictionary has {total} numbers; {NUMBERS} are allowed.",
        zh=f"字典共有 {total} 个数，最多允许 {NUMBERS} 个。",
    )
    with np.errstate(over="ignore"):
        short = {name: array.astype(np.float16) for name, array in arrays.items()}
    require(
        all(np.isfinite(array).all() for array in short.values()),
        en="A number is not finite, or beyond 65,504.",
        zh="有的数不是有限值，或超出 65,504。",
    )
    return {name: array.astype(np.float32) for name, array in short.items()}


def named(candidate, model, x):
    answer = as_array(candidate.predict(model, x))
    require(
        answer.shape == (len(x),),
        en=f"predict got {len(x)} pictures and returned the shape {answer.shape}.",
        zh=f"predict 收到 {len(x)} 张图片，返回值的形状却是 {answer.shape}。",
    )
    return answer


def accuracy(candidate, rng, count, labels, fresh_count):
    x, y, pose = digits(rng, count)
    train = {"x": x, "teacher": opinions(rng, x, pose), "y": y[:labels]}
    model = handed_over(live(candidate).fit(train, int(rng.integers(2**31))))
    fresh(candidate)
    x, y, _ = digits(rng, fresh_count)
    together = named(candidate, model, x)
    alone = np.array([named(candidate, model, x[i : i + 1])[0] for i in range(ALONE)])
    # Scores that are nearly tied may fall either way by rounding alone.
    require(
        (together[:ALONE] == alone).sum() >= ALONE - 1,
        en="Pictures alone are named otherwise than among others: is the model in eval mode?",
        zh="图片单独预测与成批预测的结果不同：模型切换到评估模式了吗？",
    )
    return float((together == y).mean())


@case(visible=True, en="It crosses into a fresh process", zh="跨入全新的进程")
def crosses(candidate, rng):
    return measure(accuracy(candidate, rng, 1500, 200, 1000), floor=0.2, mark=0.6, full=0.6)


@case(points=6, en="8,000 opinions, 200 labels", zh="8,000 条看法，200 个标签")
def distilled(candidate, rng):
    return measure(accuracy(candidate, rng, 8000, 200, 4000), floor=0.8, mark=0.87, full=0.91)
