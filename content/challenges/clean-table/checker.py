import numpy as np

from touchstone.checker import Season, score, season

TRAIN, TEST = 5000, 3000
CITIES = (
    "Beijing",
    "Shanghai",
    "Guangzhou",
    "Shenzhen",
    "Chengdu",
    "Hangzhou",
    "Wuhan",
    "Xian",
    "Suzhou",
    "Nanjing",
    "Tianjin",
    "Chongqing",
    "Changsha",
    "Zhengzhou",
    "Qingdao",
    "Dalian",
    "Ningbo",
    "Xiamen",
    "Fuzhou",
    "Jinan",
    "Hefei",
    "Kunming",
    "Harbin",
    "Shenyang",
    "Changchun",
    "Shijiazhuang",
    "Nanchang",
    "Guiyang",
    "Lanzhou",
    "Haikou",
)
PLANS = ("basic", "plus", "pro")
# Standard normal quantities enter the odds with these weights.
INTERCEPT, SPREAD = -1.6, 2.7


def strayed(rng, words):
    """The words as people typed them: case and blanks as they come."""
    forms = [str.lower, str.upper, lambda word: f" {word}", lambda word: f"{word} ", str]
    chosen = rng.choice(len(forms), len(words), p=[0.1, 0.07, 0.04, 0.04, 0.75])
    return [forms[form](word) for form, word in zip(chosen, words, strict=True)]


def with_gaps(rng, cells, share):
    return [
        "" if gone else cell
        for gone, cell in zip(rng.random(len(cells)) < share, cells, strict=True)
    ]


def volume(rng, gigabytes):
    """The same volume in MB or GB."""
    in_mb = rng.random(len(gigabytes)) < 0.3
    return [
        f"{round(size * 1024)} MB" if small else f"{size:.2f} GB"
        for size, small in zip(gigabytes, in_mb, strict=True)
    ]


def duration(rng, months):
    in_years = rng.random(len(months)) < 0.25
    return [
        f"{month / 12:.2f} years" if years else f"{month} months"
        for month, years in zip(months, in_years, strict=True)
    ]


def clock(rng, minutes):
    """Minutes of the day, on a clock of 24 hours or of 12."""
    halves = rng.random(len(minutes)) < 0.5
    shown = []
    for minute, half in zip(minutes, halves, strict=True):
        hour, rest = divmod(int(minute), 60)
        if half:
            shown.append(f"{(hour - 1) % 12 + 1}:{rest:02d} {'am' if hour < 12 else 'pm'}")
        else:
            shown.append(f"{hour:02d}:{rest:02d}")
    return shown


def customers(rng, count, of_city):
    """Columns as they were recorded, and whether each customer left."""
    age = np.clip(rng.normal(41, 13, count), 18, 85).round().astype(int)
    months = np.clip(rng.gamma(1.6, 18, count), 1, 150).round().astype(int)
    gigabytes = rng.lognormal(1.6, 0.9, count)
    fee = np.clip(rng.normal(80, 25, count), 15, 200)
    complaints = rng.poisson(0.8, count)
    minutes = np.concatenate(
        [rng.normal(20 * 60, 200, count // 2), rng.normal(11 * 60, 240, count - count // 2)]
    )
    minutes = rng.permutation(minutes).round() % 1440
    city = rng.choice(len(CITIES), count, p=np.arange(40, 10, -1) / np.arange(40, 10, -1).sum())
    plan = rng.choice(3, count, p=[0.5, 0.32, 0.18])
    late = np.cos((minutes - 60) / 1440 * 2 * np.pi)
    odds = (
        0.55 * np.where(age < 30, 1.0, -0.25)
        - 0.75 * (np.log(months) - 3)
        - 0.55 * (np.log(gigabytes) - 1.6) / 0.9
        + 0.45 * (fee - 80) / 25 * np.array([1.3, 0.8, 0.1])[plan]
        + 0.6 * np.minimum(complaints, 4)
        + 0.75 * late
        + of_city[city]
        + np.array([0.35, 0.0, -0.8])[plan]
    )
    odds = INTERCEPT + SPREAD * (odds - 0.2) / 1.75
    left = rng.random(count) < 1 / (1 + np.exp(-odds))
    unknown_age = rng.random(count) < 0.07
    unknown_complaints = rng.random(count) < 0.06
    in_cents = rng.random(count) < 0.25
    columns = {
        "age": with_gaps(rng, np.where(unknown_age, 999, age).tolist(), 0.03),
        "city": strayed(rng, [CITIES[place] for place in city]),
        "plan": with_gaps(rng, strayed(rng, [PLANS[place] for place in plan]), 0.04),
        "tenure": duration(rng, months),
        "data_used": with_gaps(rng, volume(rng, gigabytes), 0.05),
        "monthly_fee": [
            f"{round(value * 100)} fen" if cents else f"{value:.2f}"
            for value, cents in zip(fee, in_cents, strict=True)
        ],
        "complaints": np.where(unknown_complaints, -1, complaints).tolist(),
        "last_call": with_gaps(rng, clock(rng, minutes), 0.04),
    }
    return columns, left.astype(int), odds


@season(public=0.3)
def churn(rng):
    of_city = rng.normal(0, 0.7, len(CITIES))
    known, left, _ = customers(rng, TRAIN, of_city)
    asked, truth, _ = customers(rng, TEST, of_city)
    ids = np.arange(TRAIN + 1, TRAIN + TEST + 1)
    train = {"id": np.arange(1, TRAIN + 1), **known, "churn": left}
    return Season(
        files={"train.csv": train, "test.csv": {"id": ids, **asked}},
        ids=ids,
        labels=truth,
        column="prediction",
    )


@score(en="Area under the ROC curve", zh="ROC 曲线下面积", floor=0.78, mark=0.84, full=0.86)
def auc(labels, predicted):
    """The Mann–Whitney form, ties counted half."""
    order = np.unique(predicted, return_inverse=True)[1]
    counts = np.bincount(order)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[order]
    positive = labels == 1
    above = ranks[positive].sum() - positive.sum() * (positive.sum() + 1) / 2
    return above / (positive.sum() * (~positive).sum())
