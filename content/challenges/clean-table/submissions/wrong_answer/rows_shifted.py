"""Sorts the customers by tenure to fit, and forgets that the ids were not sorted along."""

import csv
import io


def months(cell):
    number, unit = cell.split()
    return float(number) * (12 if unit == "years" else 1)


def predict(files):
    test = list(csv.DictReader(io.StringIO(files["test.csv"])))
    scores = sorted(-months(row["tenure"]) for row in test)
    lines = [f"{row['id']},{score}" for row, score in zip(test, scores, strict=True)]
    return "\n".join(["id,prediction", *lines])
