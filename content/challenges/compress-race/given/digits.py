"""The digits of this challenge, as many as you want.

    python digits.py 20000 digits.npz

writes arrays x, float32 (20000, 28, 28) in [0, 1], and y, int64 (20000,). Needs NumPy alone.
"""

import sys

import numpy as np

SIZE = 28

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
    """Noisy pictures and what they show; rng is a numpy.random.Generator."""
    y = rng.integers(0, 10, count)
    clean = pictures(y, poses(rng, count, SIZE, shift=3.5, lean=0.45), SIZE)
    return soiled(rng, clean, faint=0.5, strokes=3, noise=0.2), y


if __name__ == "__main__":
    count, file = int(sys.argv[1]), sys.argv[2]
    rng = np.random.default_rng()
    # In parts, so that the memory does not grow with the number.
    parts = [digits(rng, min(2000, count - start)) for start in range(0, count, 2000)]
    x, y = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    np.savez_compressed(file, x=x, y=y)
