"""A subject acts and an object is acted on: the commonest role of each relation and preposition."""

import csv
import io
from collections import Counter, defaultdict


def keyed(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    case = {
        (row["sentence"], row["head"]): row["lemma"] for row in rows if row["relation"] == "case"
    }
    return [(row, (row["relation"], case.get((row["sentence"], row["token"])))) for row in rows]


def predict(files):
    counts = defaultdict(Counter)
    for row, key in keyed(files["train.csv"]):
        counts[key][row["role"]] += 1
    lines = [
        f"{row['id']},{counts[key].most_common(1)[0][0] if counts[key] else 'none'}"
        for row, key in keyed(files["test.csv"])
    ]
    return "\n".join(["id,role", *lines])
