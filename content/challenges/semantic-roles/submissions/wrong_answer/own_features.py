"""A model of the token by itself: its head and the voice are not looked at."""

import csv
import io

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression


def predict(files):
    train, test = (list(csv.DictReader(io.StringIO(files[f"{n}.csv"]))) for n in ("train", "test"))

    def described(rows):
        return [
            {
                "lemma": row["lemma"],
                "pos": row["pos"],
                "relation": row["relation"],
                "both": f"{row['lemma']} {row['relation']}",
            }
            for row in rows
        ]

    vectorizer = DictVectorizer()
    model = LogisticRegression(C=10, max_iter=150)
    model.fit(vectorizer.fit_transform(described(train)), [row["role"] for row in train])
    roles = model.predict(vectorizer.transform(described(test)))
    lines = [f"{row['id']},{role}" for row, role in zip(test, roles, strict=True)]
    return "\n".join(["id,role", *lines])
