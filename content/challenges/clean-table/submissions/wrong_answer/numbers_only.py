"""Keeps the digits of a cell and drops its unit; words and clocks are left out."""

import csv
import io
import re

import numpy as np
from sklearn.ensemble import RandomForestClassifier

COLUMNS = ("age", "tenure", "data_used", "monthly_fee", "complaints")


def digits(cell):
    found = re.search(r"-?[\d.]+", cell)
    return float(found.group()) if found else -1.0


def predict(files):
    train, test = (list(csv.DictReader(io.StringIO(files[f"{n}.csv"]))) for n in ("train", "test"))
    x, asked = (np.array([[digits(row[c]) for c in COLUMNS] for row in r]) for r in (train, test))
    left = [int(row["churn"]) for row in train]
    model = RandomForestClassifier(200, min_samples_leaf=5, random_state=0).fit(x, left)
    scores = model.predict_proba(asked)[:, 1]
    lines = [f"{row['id']},{score}" for row, score in zip(test, scores, strict=True)]
    return "\n".join(["id,prediction", *lines])
