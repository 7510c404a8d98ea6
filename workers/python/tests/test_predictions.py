"""The kind `predictions`: a season's files, its split, and files scored against its labels."""

import csv
import io

import pytest

CHECKER = """
import numpy as np
from touchstone.checker import Season, score, season

@season(public=0.25)
def halves(rng):
    x = rng.normal(size=400)
    noise = rng.normal(size=400)
    ids = np.arange(1000, 1400)
    return Season(
        files={"test.csv": {"id": ids, "x": x}},
        ids=ids, labels=(x + 0.1 * noise > 0).astype(int), column="p", low=0, high=1,
    )

@score(en="Accuracy", zh="准确率", floor=0.5, mark=0.9, full=0.95, digits=2)
def accuracy(labels, predicted):
    return ((predicted > 0.5) == labels).mean()
"""
PROGRAM = """
def predict(files):
    rows = [line.split(",") for line in files["test.csv"].split()[1:]]
    return "id,p\\n" + "".join(f"{i},{int(float(x) > 0)}\\n" for i, x in rows)
"""


def job(**changes):
    return {"kind": "predictions", "files": {}, "checker": {"python": CHECKER}, **changes}


def season_files(runner, seed="5eed"):
    events = runner.grade("", **job(mode="files", seed=seed)).events
    return {one["name"]: one["text"] for one in events if one["event"] == "file"}


def upload(runner, folder, text, **changes):
    file = folder / "predictions.csv"
    file.write_text(text)
    return runner.grade("", **job(upload=str(file), **changes))


def signs(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    return "id,p\n" + "".join(f"{row['id']},{int(float(row['x']) > 0)}\n" for row in rows)


def test_a_season_gives_its_files_and_nothing_of_the_labels(runner):
    files = season_files(runner)
    assert files["test.csv"].startswith("id,x\n1000,") and len(files["test.csv"].split()) == 401
    assert season_files(runner) == files
    assert season_files(runner, "other") != files


def test_a_file_is_scored_on_each_part(runner, tmp_path):
    graded = upload(runner, tmp_path, signs(season_files(runner)["test.csv"]))
    assert graded.passed, graded.events
    public, private = graded.cases
    assert (public["split"], private["split"]) == ("public", "private")
    assert public["message"]["params"]["value"] == round(public["message"]["params"]["value"], 2)
    assert public["message"]["params"] != private["message"]["params"]


def test_the_split_is_the_seasons_own(runner, tmp_path):
    text = signs(season_files(runner)["test.csv"])
    first, again = (upload(runner, tmp_path, text).cases for _ in range(2))
    assert [one["earned"] for one in first] == [one["earned"] for one in again]


def test_faults_are_told_by_row_and_column(runner, tmp_path):
    graded = upload(runner, tmp_path, "id,p\n1000,yes\n")
    message = graded.case("public")["message"]
    assert graded.outcomes == {"candidate_error"} and message["code"] == "table.rows"
    assert message["problems"][0]["code"] == "table.not_a_number"
    assert (message["problems"][0]["row"], message["problems"][0]["column"]) == (2, "p")


def test_an_authors_program_stands_in_for_a_file(runner):
    graded = runner.grade(PROGRAM, **{**job(), "files": {"solution.py": PROGRAM}})
    assert graded.passed, graded.events


@pytest.mark.parametrize("text", ["id,p\n1000,1\n" * 300000, "x" * 3_000_000])
def test_a_large_file_without_sense_is_refused_and_harms_nobody(runner, tmp_path, text):
    assert upload(runner, tmp_path, text).outcomes <= {"candidate_error", "limit_exceeded"}
    assert upload(runner, tmp_path, signs(season_files(runner)["test.csv"])).passed
