"""Jobs through a real runner: outcomes, messages, and what is told of hidden cases."""

import json

import pytest

CASES = ["visible", "hidden", "again"]


def code(body: str) -> str:
    return "import numpy as np\n\n\ndef double(x):\n" + "".join(
        f"    {line}\n" for line in body.splitlines()
    )


def test_a_right_solution_passes_every_case(runner, right):
    graded = runner.grade(right)
    assert graded.passed
    assert [case["name"] for case in graded.cases] == CASES
    assert sum(case["earned"] for case in graded.cases) == 5


def test_a_run_executes_the_visible_cases_only(runner, right):
    assert [case["name"] for case in runner.grade(right, mode="run").cases] == ["visible"]


def test_a_visible_case_shows_input_expected_and_got(runner):
    detail = runner.grade(code("print('seen')\nreturn x * 3")).case("visible")["detail"]
    assert detail["calls"][0]["args"][0]["values"] == [1.0, 2.0]
    assert detail["expected"]["values"] == [2.0, 4.0]
    assert detail["got"]["values"] == [3.0, 6.0]
    assert detail["got"]["marks"] == [0, 1]
    assert detail["stdout"] == "seen\n"


def test_a_hidden_case_shows_its_outcome_alone(runner):
    graded = runner.grade(code("print(x)\nreturn x * 3"))
    hidden = graded.case("hidden")
    assert hidden["message"] == {"code": "mismatch.hidden", "params": {}}
    assert "detail" not in hidden


def test_a_traceback_has_the_learners_lines_alone(runner):
    error = runner.grade(code("return x / missing")).case("visible")["detail"]["error"]
    assert error["type"] == "NameError"
    assert [(frame["file"], frame["line"]) for frame in error["frames"]] == [("solution.py", 5)]


def test_an_exception_of_a_hidden_case_carries_no_data(runner):
    leak = "if x.size == 2:\n    return x * 2\nraise type(f'V{x[0]}', (ValueError,), {})(str(x))"
    hidden = runner.grade(code(leak)).case("again")
    assert hidden["detail"] == {"error": {"type": "Exception"}}
    assert hidden["message"]["params"] == {"type": "Exception"}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import scipy\n", "error.import"),
        ("def double(x:\n", "error.import"),
        ("x = 1\n", "error.missing_function"),
        (code("return object()"), "error.bad_result"),
        (code("return {1: x}"), "error.bad_result"),
        (code("raise SystemExit(0)"), "error.exited"),
        (code("import os\nos._exit(0)"), "error.exited"),
        (code("return 1 / 0"), "error.raised"),
    ],
)
def test_errors_of_the_code_are_told_apart(runner, source, message):
    graded = runner.grade(source)
    assert graded.outcomes == {"candidate_error"}
    assert graded.case("visible")["message"]["code"] == message


def test_changing_an_argument_in_place_fails(runner):
    graded = runner.grade(code("x *= 2\nreturn x"))
    assert graded.outcomes == {"failed"}
    assert graded.case("visible")["message"]["code"] == "mutated"


@pytest.mark.parametrize(
    ("body", "outcome", "message"),
    [
        ("while True: pass", "timed_out", "limit.cpu"),
        ("import time\ntime.sleep(60)", "timed_out", "limit.wall"),
        ("return np.ones(2**27)", "limit_exceeded", "limit.memory"),
        ("print('x' * 2**16)\nreturn x", "limit_exceeded", "limit.output"),
        ("open('big', 'wb').write(b'x' * 2**24)", "limit_exceeded", "limit.disk"),
        (
            "import os\nfor _ in range(99):\n    if os.fork() == 0: os.pause()",
            "limit_exceeded",
            "limit.processes",
        ),
    ],
)
def test_each_limit_has_its_own_verdict(runner, body, outcome, message):
    body = body.replace("os.pause()", "__import__('signal').pause()")
    # Only the limit in question is near, also on a machine that is busy with other things.
    near = {"limit.cpu": {"cpu_s": 0.3}, "limit.wall": {"wall_s": 0.5}}.get(message, {})
    graded = runner.grade(code(body), limits={"wall_s": 20, "cpu_s": 10, **near})
    assert graded.case("visible")["outcome"] == outcome
    assert graded.case("visible")["message"]["code"] == message
    assert graded.finished["status"] == "graded"


def test_after_a_crash_the_other_cases_run_in_a_fresh_process(runner):
    body = "import os\nif x.size == 12: os._exit(1)\nreturn x * 2"
    graded = runner.grade(code(body))
    assert [case["outcome"] for case in graded.cases] == ["passed", "candidate_error", "passed"]


def test_process_case_forgets_between_cases(runner):
    body = (
        "double.known = getattr(double, 'known', x.shape)\n"
        "return x * (2 if x.shape == double.known else 0)"
    )
    assert not runner.grade(code(body)).passed
    assert runner.grade(code(body), process="case").passed


def test_the_same_seed_gives_the_same_data(runner):
    body = "print(x.sum())\nraise ValueError(float(x.sum()))"
    checker = (
        "from touchstone.checker import case\n\n"
        "@case(visible=True, en='a', zh='a')\n"
        "def a(candidate, rng):\n    candidate.double(rng.normal(size=3))\n"
    )
    shown = [
        runner.grade(code(body), checker={"python": checker}, seed=seed).case("a")["detail"]
        for seed in ("1", "1", "2")
    ]
    assert shown[0]["stdout"] == shown[1]["stdout"] != shown[2]["stdout"]


@pytest.mark.parametrize(
    ("checker", "message"),
    [
        ("raise ValueError('mine')", "checker.crashed"),
        ("x = 1", "checker.crashed"),
        ("import os\nos._exit(0)", "checker.exited"),
        (
            "from touchstone.checker import case\n@case(en='a', zh='a')\ndef a(c, r):\n    [][1]",
            "checker.crashed",
        ),
    ],
)
def test_a_broken_checker_is_the_authors_fault(runner, right, checker, message):
    finished = runner.grade(right, checker={"python": checker}).finished
    assert finished["status"] == "checker_error"
    assert finished["message"]["code"] == message


def test_a_table_of_cases_needs_no_python(runner, right):
    row = {
        "name": "a",
        "title": {"en": "a", "zh": "a"},
        "visible": True,
        "call": "double",
        "args": [{"array": [1, {"float": "inf"}]}],
        "expected": {"array": [2, {"float": "inf"}]},
    }
    assert runner.grade(right, checker={"cases": {"cases": [row]}}).passed
    wrong = {**row, "expected": {"array": [3, 4]}}
    assert not runner.grade(right, checker={"cases": {"cases": [wrong]}}).passed


def test_terminal_escapes_and_broken_text_arrive_as_text(runner):
    body = "import os\nos.write(1, b'\\x1b[2J\\xff')\nreturn x"
    detail = runner.grade(code(body)).case("visible")["detail"]
    assert detail["stdout"] == "\x1b[2J\ufffd"
    json.dumps(detail)
