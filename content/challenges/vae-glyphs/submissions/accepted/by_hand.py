"""The gradients of the bound and Adam written out in NumPy, with twelve axes."""

import numpy as np

AXES, HIDDEN = 12, 224
SIZES = {"e": (256, HIDDEN, HIDDEN, 2 * AXES), "d": (AXES, HIDDEN, HIDDEN, 256)}


def forward(w, half, x):
    """What goes into each layer, and what comes out of the last."""
    into = [x]
    for k in range(3):
        out = into[-1] @ w[f"{half}W{k}"] + w[f"{half}b{k}"]
        into.append(np.maximum(out, 0) if k < 2 else out)
    return into


def backward(w, half, into, delta, g):
    """Adds the half's gradients to g; returns that of its input."""
    for k in reversed(range(3)):
        g[f"{half}W{k}"], g[f"{half}b{k}"] = into[k].T @ delta, delta.sum(0)
        delta = delta @ w[f"{half}W{k}"].T
        if k:
            delta *= into[k] > 0
    return delta


def sigmoid(s):
    return 0.5 * (1 + np.tanh(s / 2))


def gradients(w, x, rng):
    codes = forward(w, "e", x)
    mu, logvar = codes[-1][:, :AXES], codes[-1][:, AXES:]
    noise = rng.standard_normal(mu.shape, dtype=np.float32)
    spread = np.exp(logvar / 2)
    drawn = forward(w, "d", mu + spread * noise)
    g = {}
    dz = backward(w, "d", drawn, (sigmoid(drawn[-1]) - x) / len(x), g)
    dmu = dz + mu / len(x)
    dlogvar = dz * noise * spread / 2 + (spread**2 - 1) / (2 * len(x))
    backward(w, "e", codes, np.concatenate([dmu, dlogvar], axis=1), g)
    return g


def fit(train, seed):
    rng = np.random.default_rng(seed)
    w = {}
    for half, sizes in SIZES.items():
        for k in range(3):
            drawn = rng.normal(size=(sizes[k], sizes[k + 1])) * np.sqrt(1.5 / sizes[k])
            w[f"{half}W{k}"] = drawn.astype(np.float32)
            w[f"{half}b{k}"] = np.zeros(sizes[k + 1], np.float32)
    first = {name: np.zeros_like(value) for name, value in w.items()}
    second = {name: np.zeros_like(value) for name, value in w.items()}
    step, passes = 0, 30
    for epoch in range(passes):
        lr = 2.5e-3 * (1 - epoch / passes)
        for rows in np.array_split(rng.permutation(len(train["x"])), len(train["x"]) // 100):
            step += 1
            for name, g in gradients(w, train["x"][rows], rng).items():
                first[name] += 0.1 * (g - first[name])
                second[name] += 0.001 * (g * g - second[name])
                rate = lr * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
                w[name] -= rate * first[name] / (np.sqrt(second[name]) + 1e-8)
    return w


def encode(model, x):
    out = forward(model, "e", x)[-1]
    return out[:, :AXES], out[:, AXES:]


def decode(model, z):
    return sigmoid(forward(model, "d", z)[-1])
