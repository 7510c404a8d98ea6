"""Comparisons decide as documented, whatever the learner returns."""

import numpy as np
import pytest

from touchstone.checker import as_array, close, equal, numeric_gradient, require
from touchstone.checker.compare import Mismatch


def code_of(act):
    with pytest.raises(Mismatch) as raised:
        act()
    return raised.value.code


def test_close_accepts_what_is_within_tolerance():
    close(np.array([1.0 + 1e-6]), np.array([1.0]))
    close(np.float32([1.00005]), np.float32([1.0]))
    close([np.array([1.0]), 2.0], [np.array([1.0]), 2.0])
    close(np.array([np.nan, np.inf]), np.array([np.nan, np.inf]))
    close(np.ones((2, 2)), 1.0)


@pytest.mark.parametrize(
    ("got", "expected", "code"),
    [
        (np.ones(3), np.ones(2), "mismatch.shape"),
        (np.array([1.1]), np.array([1.0]), "mismatch.values"),
        (np.array([np.nan]), np.array([1.0]), "mismatch.nan"),
        (np.array([np.inf]), np.array([1.0]), "mismatch.values"),
        (None, np.ones(2), "mismatch.type"),
        ("text", np.ones(2), "mismatch.type"),
        ([[1], [1, 2]], np.ones(2), "mismatch.type"),
        ({"a": 1}, np.ones(2), "mismatch.type"),
        (1.0, {"a": 1.0}, "mismatch.type"),
        ({"b": 1.0}, {"a": 1.0}, "mismatch.keys"),
        ([1.0], [1.0, 2.0], "mismatch.length"),
    ],
)
def test_close_names_what_is_wrong(got, expected, code):
    assert code_of(lambda: close(got, expected)) == code


def test_close_marks_the_entries_that_differ():
    with pytest.raises(Mismatch) as raised:
        close(np.array([1.0, 5.0, 1.0]), np.ones(3))
    assert raised.value.marks == [1]
    assert raised.value.params["index"] == "1"


def test_equal_keeps_types_apart():
    equal([1, "a", None, [True]], [1, "a", None, [True]])
    equal(np.array([1, 2]), [1, 2])
    for got, expected in ((True, 1), (1, True), ("1", 1), ([1, 2], [1]), (None, 0)):
        assert code_of(lambda g=got, e=expected: equal(g, e)) == "mismatch.exact"


def test_a_custom_message_stands_in_for_the_general_one():
    with pytest.raises(Mismatch) as raised:
        require(False, en="Sum to 1.", zh="和应为 1。")
    assert raised.value.params == {"en": "Sum to 1.", "zh": "和应为 1。"}


def test_as_array_takes_lists_of_numbers_only():
    assert as_array([[1, 2]]).shape == (1, 2)
    assert code_of(lambda: as_array(["a"])) == "mismatch.type"


def test_numeric_gradient_is_that_of_a_square():
    x = np.array([[1.0, -2.0]])
    np.testing.assert_allclose(numeric_gradient(lambda v: (v**2).sum(), x), 2 * x, rtol=1e-6)


def test_what_numpy_cannot_hold_is_no_array():
    nested = []
    for _ in range(100):
        nested = [nested]
    for value in (["x" * 10**6, *range(10**8 // 100)], [10**400, 1.0], [[1], [1, 2]], nested):
        assert code_of(lambda value=value: as_array(value)) == "mismatch.type"
