import numpy as np

from touchstone.checker import as_array, case, fresh, live, measure, require

SIZE = 16
PIXELS = SIZE * SIZE
NUMBERS = 500_000
AXES = 64

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
    """Pictures of zeros and ones, (n, 256)."""
    pose = poses(rng, count, SIZE, shift=1.5, lean=0.35)
    clean = pictures(rng.integers(0, 10, count), pose, SIZE)
    return (clean > 0.35).astype(np.float32).reshape(count, PIXELS)


def real(value, shape, en, zh):
    array = as_array(value)
    good = array.dtype.kind != "c" and array.shape == shape and np.isfinite(array).all()
    require(good, en=f"{en}, finite, of shape {shape}.", zh=f"{zh}，取有限值，形状为 {shape}。")
    return array.astype(np.float64)


def handed_over(answer):
    """The model as it crosses, in float32."""
    require(
        isinstance(answer, dict) and 0 < len(answer) <= 100 and all(len(k) <= 99 for k in answer),
        en="fit has to return a dictionary of 1 to 100 arrays with short names.",
        zh="fit 须返回含 1 到 100 个数组的字典，名称要短。",
    )
    arrays = {name: as_array(value) for name, value in answer.items()}
    total = sum(array.size for array in arrays.values())
    require(
        total <= NUMBERS and all(array.dtype.kind != "c" for array in arrays.values()),
        en=f"The model has {total} numbers; {NUMBERS} real ones are allowed.",
        zh=f"模型共有 {total} 个数，最多允许 {NUMBERS} 个实数。",
    )
    with np.errstate(over="ignore"):
        return {name: array.astype(np.float32) for name, array in arrays.items()}


def encoded(candidate, model, x):
    pair = candidate.encode(model, x)
    require(
        isinstance(pair, list) and len(pair) == 2,
        en="encode has to return a pair: mu and logvar.",
        zh="encode 须返回一对数组：mu 与 logvar。",
    )
    mu = as_array(pair[0])
    require(
        mu.ndim == 2 and 1 <= mu.shape[1] <= AXES,
        en=f"mu has to be of shape (n, d) with d from 1 to {AXES}; it is {mu.shape}.",
        zh=f"mu 的形状须为 (n, d)，d 从 1 到 {AXES}；现在是 {mu.shape}。",
    )
    shape = len(x), mu.shape[1]
    return [
        real(one, shape, f"{k} has to be real", f"{k} 须为实数")
        for one, k in zip(pair, ("mu", "logvar"), strict=True)
    ]


def negative_bound(candidate, rng, count, fresh_count):
    """In nats, averaged. Each half of the model is asked where the other has never been."""
    train = {"x": digits(rng, count)}
    model = handed_over(live(candidate).fit(train, int(rng.integers(2**31))))
    x = digits(rng, fresh_count)
    fresh(candidate)
    mu, logvar = encoded(candidate, model, x)
    with np.errstate(over="ignore", invalid="ignore"):
        z = (mu + np.exp(logvar / 2) * rng.normal(size=mu.shape)).astype(np.float32)
        # A code beyond float32 is no code; its divergence alone is beyond all marks.
        z = np.nan_to_num(z)
        divergence = 0.5 * (mu**2 + np.exp(logvar) - 1 - logvar).sum(1)
    fresh(candidate)
    p = real(candidate.decode(model, z), x.shape, "Probabilities have to be real", "概率须为实数")
    require(
        (p >= 0).all() and (p <= 1).all(),
        en="Probabilities have to lie in [0, 1]: did you return scores?",
        zh="概率须在 [0, 1] 内：返回的是不是未经 sigmoid 的分数？",
    )
    p = p.clip(1e-6, 1 - 1e-6)
    rest = -(x * np.log(p) + (1 - x) * np.log1p(-p)).sum(1)
    return float((rest + divergence).mean())


@case(visible=True, en="1,500 pictures", zh="1,500 张图片")
def fewer(candidate, rng):
    return measure(negative_bound(candidate, rng, 1500, 300), floor=90, mark=75, full=75)


@case(points=6, en="5,000 pictures", zh="5,000 张图片")
def all_of_them(candidate, rng):
    return measure(negative_bound(candidate, rng, 5000, 1000), floor=90, mark=50, full=46)
