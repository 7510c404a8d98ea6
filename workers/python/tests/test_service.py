"""Services: a learner's program on a Unix socket, asked and loaded from outside."""

import pytest

CHECKER = """
import numpy as np
from touchstone.checker import case, require
from touchstone.checker.http import Request, json_request
from touchstone.checker.service import serving

@case(visible=True, en="Doubles", zh="加倍")
def doubles(candidate, rng):
    with serving(candidate, {"factor.txt": b"2"}) as service:
        reply = service.post("/double", {"x": 21})
        require(reply.status == 200 and reply.json() == {"y": 42}, en="wrong", zh="错误")

@case(en="Under load", zh="负载")
def under_load(candidate, rng):
    with serving(candidate, {"factor.txt": b"2"}) as service:
        requests = [json_request("POST", "/double", {"x": n}) for n in range(60)]
        load = service.load(requests, [n / 100 for n in range(60)], within=1.0)
        require(load.lost == 0, en="lost", zh="丢失")
        answers = [one.reply.json()["y"] for one in load.answered]
        require(answers == [2 * n for n in range(60)], en="mixed up", zh="混淆")

@case(en="Ends when told", zh="按要求退出")
def ends(candidate, rng):
    with serving(candidate, {"factor.txt": b"2"}) as service:
        service.signal("SIGTERM")
        require(service.exit_status(2.0) == 0, en="does not end", zh="没有退出")
        require(service.connect() is None, en="still listens", zh="仍在监听")
"""
SERVER = """
import argparse, json, os, signal, socketserver, sys, threading
from http.server import BaseHTTPRequestHandler

parser = argparse.ArgumentParser()
parser.add_argument("--socket")
parser.add_argument("--models")
options = parser.parse_args()
FACTOR = int(open(os.path.join(options.models, "factor.txt")).read())

class Handler(BaseHTTPRequestHandler):
    protocol_version = "{version}"
    def address_string(self):
        return "socket"
    def answer(self, data):
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        self.answer({{"ok": True}})
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        {work}
        self.answer({{"y": FACTOR * asked["x"]}})
    def log_message(self, *args):
        pass

class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    request_queue_size = 64

server = Server(options.socket, Handler)
signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
server.serve_forever()
server.server_close()
os.unlink(options.socket)
"""


def grade(runner, code, **changes):
    limits = {"wall_s": 20, "cpu_s": 8, "processes": 32, **changes.pop("limits", {})}
    job = {"kind": "service", "checker": {"python": CHECKER}, "limits": limits, **changes}
    return runner.grade(code, **job)


def server(version="HTTP/1.1", work="pass"):
    return SERVER.format(version=version, work=work)


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
