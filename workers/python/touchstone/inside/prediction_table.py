"""A file of predictions, read strictly: every fault by row and column, nothing guessed.

Two columns, `id` and one more, in any order; a row for every id that was asked for. CSV in UTF-8
(RFC 4180) or Parquet. A row's number is its line in a CSV file, the header being line 1, and its
place from 1 in a Parquet file.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypedDict

import numpy as np

from touchstone.inside.rejected import Rejected

ID = "id"
PARQUET_MAGIC = b"PAR1"
# Python reads much that other programs do not: 1_000, nan, digits of other scripts.
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
MOST_PROBLEMS = 20
MOST_TEXT = 40
# What a file may have beyond one row for each id: enough to name what is too much.
SPARE_ROWS = 1000


class Expected(TypedDict):
    """What a file has to hold. labels: what a cell may be; null where numbers are wanted, which
    lie in [low, high]."""

    ids: list[str]
    column: str
    labels: list[str] | None
    low: float
    high: float


class Row(NamedTuple):
    """cells: the id and the prediction; empty where `problem` says why they cannot be told."""

    number: int
    cells: list[str]
    problem: dict[str, Any] | None = None


def read_predictions(data: bytes, expected: Expected) -> np.ndarray:
    """The predictions in the order of `expected["ids"]`: float64, or int64 places in `labels`.

    Raises Rejected with the first problems, rows in order.
    """
    rows = _parquet(data, expected) if data[:4] == PARQUET_MAGIC else _csv(data, expected)
    return _collected(rows, expected)


def _csv(data: bytes, expected: Expected) -> Iterator[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise Rejected("table.encoding", row=row) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        order = _order(header, expected)
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                width = {"code": "table.width", "got": len(cells), "wanted": len(header)}
                yield Row(reader.line_num, [], width)
            else:
                yield Row(reader.line_num, [cells[place].strip() for place in order])
    except csv.Error as error:
        raise Rejected("table.csv", row=reader.line_num, reason=str(error)) from error


def _parquet(data: bytes, expected: Expected) -> Iterator[Row]:
    # Loaded here alone: a CSV file needs none of it.
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(data))
        _order(file.schema_arrow.names, expected)
        if file.metadata.num_rows > len(expected["ids"]) + SPARE_ROWS:
            wanted = len(expected["ids"])
            raise Rejected("table.too_many_rows", got=file.metadata.num_rows, wanted=wanted)
        table = file.read(columns=[ID, expected["column"]], use_threads=False)
        columns = [table[name].to_pylist() for name in (ID, expected["column"])]
    except (pyarrow.ArrowException, OSError, ValueError, TypeError) as error:
        raise Rejected("table.parquet", reason=str(error)[:200]) from error
    for place, cells in enumerate(zip(*columns, strict=True), start=1):
        yield Row(place, [_as_text(cell) for cell in cells])


def _as_text(cell: Any) -> str:
    """As a CSV file would hold it; whole floats are ids too, since a gap makes a column float."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return repr(cell) if isinstance(cell, float) else str(cell)


def _order(header: list[str], expected: Expected) -> list[int]:
    """Where the id and the prediction stand in a row."""
    names = [ID, expected["column"]]
    if sorted(header) != sorted(names):
        got = ", ".join(name[:MOST_TEXT] for name in header[:10])
        raise Rejected("table.header", got=got, wanted=", ".join(names))
    return [header.index(name) for name in names]


def _collected(rows: Iterator[Row], expected: Expected) -> np.ndarray:
    places = {identity: place for place, identity in enumerate(expected["ids"])}
    labels = expected["labels"]
    found = np.full(len(places), math.nan) if labels is None else np.full(len(places), -1)
    first_row: dict[str, int] = {}
    problems: list[dict[str, str | int]] = []
    for count, row in enumerate(rows, start=1):
        if count > len(places) + SPARE_ROWS:
            raise Rejected("table.too_many_rows", got=count, wanted=len(places))
        problem = row.problem or _problem(row.cells, places, first_row, expected)
        if problem:
            problems.append({"row": row.number, "column": "", **problem})
            if len(problems) == MOST_PROBLEMS:
                break
        else:
            identity, cell = row.cells
            found[places[identity]] = float(cell) if labels is None else labels.index(cell)
        if row.cells:
            first_row.setdefault(row.cells[0], row.number)
    if problems:
        raise Rejected("table.rows", problems, count=len(problems))
    missing = [identity for identity in expected["ids"] if identity not in first_row]
    if missing:
        raise Rejected("table.ids_missing", count=len(missing), first=", ".join(missing[:5]))
    return found


def _problem(
    cells: list[str], places: dict[str, int], first_row: dict[str, int], expected: Expected
) -> dict[str, Any] | None:
    identity, cell = cells
    of_id = _id_problem(identity, places, first_row)
    if of_id:
        return {"column": ID, **of_id}
    of_cell = _cell_problem(cell, expected)
    return {"column": expected["column"], **of_cell} if of_cell else None


def _id_problem(
    identity: str, places: dict[str, int], first_row: dict[str, int]
) -> dict[str, Any] | None:
    if identity not in places:
        return {"code": "table.id_unknown", "value": identity[:MOST_TEXT]}
    if identity in first_row:
        first = first_row[identity]
        return {"code": "table.id_repeated", "value": identity[:MOST_TEXT], "first": first}
    return None


def _cell_problem(cell: str, expected: Expected) -> dict[str, Any] | None:
    if cell == "":
        return {"code": "table.empty_cell"}
    shown = cell[:MOST_TEXT]
    if expected["labels"] is not None:
        if cell in expected["labels"]:
            return None
        wanted = ", ".join(expected["labels"])
        return {"code": "table.not_a_label", "value": shown, "wanted": wanted[:300]}
    if not NUMBER.fullmatch(cell):
        return {"code": "table.not_a_number", "value": shown}
    if not expected["low"] <= float(cell) <= expected["high"]:
        span = {"low": f"{expected['low']:g}", "high": f"{expected['high']:g}"}
        return {"code": "table.out_of_range", "value": shown, **span}
    return None
