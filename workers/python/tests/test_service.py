"""Services: a learner's program on a Unix socket, asked and loaded from outside."""

import pytest
from services import grade, server


@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/1.0"])
def test_a_service_is_asked_loaded_and_ended(runner, version):
    graded = grade(runner, server(version))
    assert graded.passed, graded.cases
    shown = graded.case("doubles")["detail"]["calls"][-1]
    assert shown["function"] == "POST /double"
    assert "42" in shown["result"]["text"]


def test_a_wrong_answer_fails(runner):
    graded = grade(runner, server().replace("FACTOR * asked", "3 * asked"))
    assert graded.case("doubles")["outcome"] == "failed"


def test_a_program_that_ends_is_the_learners_error(runner):
    graded = grade(runner, "raise RuntimeError('no')\n")
    assert graded.outcomes == {"candidate_error"}
    assert "RuntimeError: no" in graded.case("doubles")["detail"]["stdout"]


def test_a_program_that_never_listens_is_not_healthy(runner):
    graded = grade(runner, "import time\ntime.sleep(60)\n", mode="run")
    assert graded.case("doubles")["message"]["code"] == "service.not_healthy"
    assert graded.case("doubles")["outcome"] == "timed_out"


def test_time_counts_while_it_serves(runner):
    graded = grade(runner, server(work="while True: pass"), limits={"cpu_s": 1})
    assert graded.case("doubles")["outcome"] == "timed_out"


def test_what_it_prints_counts_while_it_serves(runner):
    graded = grade(runner, server(work="print('x' * 100_000, flush=True)"), mode="run")
    assert graded.case("doubles")["message"]["code"] == "limit.output"


def test_memory_counts_while_it_serves(runner):
    graded = grade(runner, server(work="global keep; keep = b'x' * 2**29"), mode="run")
    assert graded.case("doubles")["message"]["code"] == "limit.memory"


@pytest.mark.parametrize(
    "trick",
    [
        "os.symlink('/dev/zero', options.socket)",
        "os.symlink('/proc/self/root/tmp/work/other', options.socket)",
        "open(options.socket, 'w').close()",
        "os.rename('/tmp/work', '/tmp/elsewhere')",
    ],
)
def test_a_socket_that_is_none_leads_nowhere(runner, right, trick):
    code = server().split("class Handler")[0] + f"{trick}\nimport time\ntime.sleep(60)\n"
    graded = grade(runner, code, mode="run")
    assert graded.case("doubles")["outcome"] == "timed_out"
    assert runner.grade(right).passed


@pytest.mark.parametrize(
    "answer",
    [
        "self.wfile.write(b'hello')",
        "self.wfile.write(b'HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nab')",
        "self.wfile.write(b'HTTP/1.1 999999 ?\\r\\n\\r\\n')",
        "self.wfile.write(b'HTTP/1.1 200 OK\\r\\nContent-Length: -4\\r\\n\\r\\n')",
        "self.wfile.write(b'HTTP/1.1 200 OK\\r\\n' + b'a: b\\r\\n' * 100_000)",
    ],
)
def test_an_answer_that_is_not_http_is_none(runner, answer):
    code = server(work=f"{answer}; self.close_connection = True; return")
    graded = grade(runner, code, mode="run")
    assert graded.case("doubles")["outcome"] == "failed"
    assert graded.case("doubles")["message"]["code"] == "service.not_http"


def test_nothing_of_a_service_is_left(runner, right):
    code = server() + "\nimport time\ntime.sleep(60)\n"
    code = code.replace("server = Server(", "os.fork()\nos.setsid()\nserver = Server(", 1)
    grade(runner, code, mode="run")
    assert runner.grade(right).passed


FAST = """
from touchstone.checker import case
from touchstone.checker.http import json_request
from touchstone.checker.speed import paced, require_fast

@case(en="Fast", zh="快")
def fast(candidate, rng):
    requests = [json_request("POST", "/double", {"x": n}) for n in range(20)]
    drive = paced(requests, [n / 40 for n in range(20)], 2.0)
    require_fast(candidate, {"factor.txt": b"2"}, drive, LIMIT)
"""


def judged(runner, limit_s, work="pass"):
    checker = {"python": FAST.replace("LIMIT", str(limit_s))}
    return grade(runner, server(work=work), checker=checker)


def test_a_slow_service_fails_beside_a_quick_reference(runner):
    assert judged(runner, 1.0).passed
    slow = judged(runner, 0.2, work="import time; time.sleep(0.4)").case("fast")
    assert (slow["outcome"], slow["message"]["code"]) == ("failed", "service.hidden")


def test_where_the_reference_is_slow_as_well_nobody_is_judged(runner):
    # No service answers within a nanosecond: that is not the learner's fault.
    finished = judged(runner, 1e-9).finished
    assert (finished["status"], "too busy" in finished["reason"]) == ("fault", True)


def test_requests_without_an_answer_are_lost_not_slow(runner):
    lost = judged(runner, 1.0, work="self.close_connection = True; return").case("fast")
    assert lost["outcome"] == "failed"
