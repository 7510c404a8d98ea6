"""Files of predictions: what is read, and every fault by row and column."""

import io
import random

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from touchstone.inside.prediction_table import read_predictions
from touchstone.inside.rejected import Rejected

NUMBERS = {"ids": ["a", "b", "c"], "column": "p", "labels": None, "low": 0.0, "high": 1.0}
LABELS = {"ids": ["1", "2"], "column": "role", "labels": ["agent", "none"], "low": 0, "high": 0}
GOOD = "id,p\na,0.5\nb,1\nc,0\n"


def problems(text, expected=NUMBERS):
    with pytest.raises(Rejected) as caught:
        read_predictions(text.encode(), expected)
    return caught.value.problems


def refusal(data, expected=NUMBERS):
    with pytest.raises(Rejected) as caught:
        read_predictions(data, expected)
    return caught.value.code


def as_parquet(**columns):
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "p,id\n0.5,a\n1,b\n0,c\n",
        "\ufeffid,p\r\na,5e-1\r\nb,1.0\r\nc,0\r\n",
        'id,p\n"c",0\n\na, .5\nb,+1\n',
    ],
)
def test_order_of_rows_and_columns_line_ends_and_marks_do_not_matter(text):
    assert read_predictions(text.encode(), NUMBERS).tolist() == [0.5, 1.0, 0.0]


def test_labels_come_as_places():
    assert read_predictions(b"id,role\n2,agent\n1,none\n", LABELS).tolist() == [1, 0]


def test_parquet_reads_like_csv():
    data = as_parquet(p=[0.5, 1.0, 0.0], id=["a", "b", "c"])
    assert read_predictions(data, NUMBERS).tolist() == [0.5, 1.0, 0.0]
    data = as_parquet(id=[2.0, 1.0], role=["agent", "none"])
    assert read_predictions(data, LABELS).tolist() == [1, 0]


@pytest.mark.parametrize(
    "cell, code",
    [
        ("", "table.empty_cell"),
        ("nan", "table.not_a_number"),
        ("inf", "table.not_a_number"),
        ("1_0", "table.not_a_number"),
        ("٠٫٥", "table.not_a_number"),
        ("=1/2", "table.not_a_number"),
        ("0x1", "table.not_a_number"),
        ("1.5", "table.out_of_range"),
        ("-0.1", "table.out_of_range"),
        ("1e999", "table.out_of_range"),
    ],
)
def test_a_cell_that_is_no_number_in_range_is_named(cell, code):
    (problem,) = problems(f"id,p\na,0.5\nb,{cell}\nc,0\n")
    assert (problem["code"], problem["row"], problem["column"]) == (code, 3, "p")


def test_every_fault_is_listed_in_the_order_of_rows():
    found = problems("id,p\na,x\nz,0\na,0\nb\nc,2\n")
    assert [(one["code"], one["row"]) for one in found] == [
        ("table.not_a_number", 2),
        ("table.id_unknown", 3),
        ("table.id_repeated", 4),
        ("table.width", 5),
        ("table.out_of_range", 6),
    ]
    assert found[2]["first"] == 2


def test_no_more_faults_are_listed_than_a_person_reads():
    expected = {**NUMBERS, "ids": [str(n) for n in range(100)]}
    rows = "".join(f"{n},x\n" for n in range(100))
    assert len(problems("id,p\n" + rows, expected)) == 20


def test_a_label_that_is_none_is_named_with_those_that_are():
    (problem,) = problems("id,role\n1,Agent\n2,none\n", LABELS)
    assert problem["code"] == "table.not_a_label" and problem["wanted"] == "agent, none"


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "table.header"),
        (b"id;p\na;1\n", "table.header"),
        (b"id,p,p\n", "table.header"),
        (b"id,p\na,\xff\n", "table.encoding"),
        (b'id,p\na,"0.5\n', "table.csv"),
        (b"id,p\na,0.5\n", "table.ids_missing"),
        (b"id,p\n" + b"a,0.5\n" * 2000, "table.rows"),
        (b"PAR1" + bytes(100), "table.parquet"),
        (as_parquet(id=["a"], q=[1.0]), "table.header"),
        (as_parquet(id=["a"] * 5000, p=[0.5] * 5000), "table.too_many_rows"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_is_wrong(data, code):
    assert refusal(data) == code


def corrupted(data, rng):
    """The bytes with one of the things that happen to files."""
    bytes_of = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        place = rng.randrange(len(bytes_of)) if bytes_of else 0
        match rng.randrange(4):
            case 0 if bytes_of:
                bytes_of[place] = rng.randrange(256)
            case 1:
                bytes_of[place:place] = rng.randbytes(rng.randint(1, 20))
            case 2:
                del bytes_of[place : place + rng.randint(1, 20)]
            case _:
                del bytes_of[place:]
    return bytes(bytes_of)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_thousand_corrupted_files_are_read_or_refused(form):
    rng = random.Random(7)
    whole = GOOD.encode() if form == "csv" else as_parquet(id=["a", "b", "c"], p=[0.5, 1.0, 0.0])
    refused = 0
    for _ in range(1000):
        try:
            read = read_predictions(corrupted(whole, rng), NUMBERS)
        except Rejected:
            refused += 1
        else:
            assert read.shape == (3,) and np.isfinite(read).all()
            assert ((read >= 0) & (read <= 1)).all()
    assert refused > 500
