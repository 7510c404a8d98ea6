"""What a service may send, do to its sandbox, or leave undone: never the fault of anybody else."""

from types import SimpleNamespace

import pytest
from services import grade, server

from touchstone.runner.learner import Ended
from touchstone.runner.service import Service
from touchstone.wire.frames import FrameBuffer, Kind, pack, unpack

HEAD = """
from touchstone.checker import case, require
from touchstone.checker.http import Request, json_request
from touchstone.checker.service import serving

@case(visible=True, en="One", zh="一")
def one(candidate, rng):
"""
DOUBLE = 'json_request("POST", "/double", {"x": 1})'
STATUS = "HTTP/1.1 200 OK\\r\\n"
CHUNKED = f"b'{STATUS}Transfer-Encoding: chunked\\r\\n\\r\\n'"


def asked(runner, body, code=None, **changes):
    """What becomes of a case with that body, its service running."""
    lines = ['with serving(candidate, {"factor.txt": b"2"}) as service:', f"    {body}"]
    checker = HEAD + "".join(f"    {line}\n" for line in lines)
    graded = grade(runner, code or server(), checker={"python": checker}, **changes)
    return graded.finished["status"], graded.cases[0] if graded.cases else None


def outcome(runner, body, code=None, **changes):
    status, case = asked(runner, body, code, **changes)
    assert status == "graded"
    return case["outcome"], (case["message"] or {}).get("code")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("b'HTTP/1.1 103 Early\\r\\n\\r\\n' * 100_000", "not_http"),
        ("b'HTTP/1.1 101 Switching\\r\\nUpgrade: x\\r\\n\\r\\n'", "not_http"),
        (f"{CHUNKED} + b'1\\r\\nx\\r\\n' * 2**20 + b'0\\r\\n\\r\\n'", "too_much"),
        (f"{CHUNKED} + b'0\\r\\n' + b'a: b\\r\\n' * 100_000", "not_http"),
        (f"{CHUNKED} + b'fffffffffffffffffff\\r\\nx'", "not_http"),
        (f"b'{STATUS}Content-Length: 1099511627776\\r\\n\\r\\n' + bytes(2**23)", "too_much"),
        (f"b'{STATUS}Content-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\nab'", "not_http"),
    ],
    ids=["1xx", "101", "small chunks", "trailers", "chunk length", "endless", "two lengths"],
)
def test_a_flood_ends_the_case(runner, sent, code):
    work = f"self.wfile.write({sent}); self.close_connection = True; return"
    got = outcome(runner, 'service.post("/double", {"x": 1}).json()', server(work=work))
    # On a busy machine the time of the answer may pass first.
    assert got in (("failed", f"service.{code}"), ("timed_out", "service.no_answer"))


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("b'[' * 100_000", "service.not_json"),
        ("__import__('gzip').compress(bytes(2**28))", "service.not_json"),
        ("b'9' * 100_000", "service.not_json"),
        ("b'\\xff\\x00'", "service.not_json"),
    ],
    ids=["nested", "compressed", "long number", "bytes"],
)
def test_a_body_that_is_a_trap_is_no_json(runner, sent, code):
    work = f"body = {sent}; self.wfile.write(b'{STATUS}Content-Length: %d\\r\\n\\r\\n' % len(body))"
    got = outcome(
        runner,
        'service.post("/double", {"x": 1}).json()',
        server(work=f"{work}; self.wfile.write(body); return"),
    )
    assert got == ("failed", code)


def test_many_large_answers_are_too_much(runner):
    work = (
        f"self.wfile.write(b'{STATUS}Content-Length: 1000000\\r\\n\\r\\n' + bytes(10**6)); return"
    )
    body = f"service.load([{DOUBLE}] * 600, [0.0] * 600)"
    got = outcome(runner, body, server(work=work), limits={"processes": 128})
    assert got == ("failed", "service.too_much")


def test_text_that_a_database_refuses_is_replaced(runner):
    work = "print('a\\0b', flush=True); self.answer({'y': '\\0\\ud800'}); return"
    status, case = asked(runner, 'service.post("/double", {"x": 1})', server(work=work))
    assert (status, case["outcome"]) == ("graded", "passed")
    assert "a\ufffdb" in case["detail"]["stdout"]
    assert not {"\0", "\ud800"} & set(case["detail"]["calls"][-1]["result"]["text"])


@pytest.mark.parametrize(
    "act",
    ["c.recv(9)", "c.settimeout(0.1); c.recv(9)", "[c.sendall(bytes(2**16)) for _ in range(99)]"],
)
def test_a_connection_that_breaks_off_is_the_learners(runner, act):
    code = server().replace("class Server", f"{REFUSES}\nclass Server")
    got = outcome(runner, f"c = service.connect(); {act}", code)
    assert got == ("failed", "service.broken_off")


# Healthy once, then it hangs up on, or ignores, whoever connects.
REFUSES = """
handled = Handler.handle
def once(self):
    if Handler.handle is once:
        Handler.handle = hang_up
        handled(self)
def hang_up(self):
    import socket
    import time
    self.request.shutdown(socket.SHUT_RD)
    time.sleep(30)
Handler.handle = once
"""


def test_those_who_wait_to_be_accepted_are_not_lost(runner):
    code = server(work="import time; time.sleep(0.01)").replace("size = 64", "size = 1")
    body = f"require(service.load([{DOUBLE}] * 200, [0.0] * 200).lost == 0, en='l', zh='l')"
    assert outcome(runner, body, code, limits={"processes": 128})[0] == "passed"


def test_connections_that_the_service_closes_when_idle_are_not_used(runner):
    code = server().replace("    def address_string", "    timeout = 0.2\n    def address_string")
    times = [0.0] * 20 + [0.6] * 20
    body = f"require(service.load([{DOUBLE}] * 40, {times}).lost == 0, en='l', zh='l')"
    assert outcome(runner, body, code, limits={"processes": 128})[0] == "passed"


READS_NO_MORE = """
import socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[2])
listener.listen(64)
kept = []
while len(kept) < 200:
    kept.append(listener.accept()[0])
    if kept[-1].recv(3) == b"GET":
        kept[-1].sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n")
    if len(kept) > 100:
        kept.pop(0)
"""


def test_requests_that_nobody_reads_leave_no_connections(runner):
    large = 'Request("POST", "/double", bytes(10**6))'
    body = f"load = service.load([{large}] * 400, [0.0] * 400, within=0.05)\n        "
    body += "require(load.lost < 400, en='', zh='')"
    assert outcome(runner, body, READS_NO_MORE) == ("failed", "custom")


def test_requests_sent_together_each_get_their_answer(runner):
    requests = '[json_request("POST", "/double", {"x": n}) for n in range(16)]'
    body = f"load = service.together({requests})\n        "
    body += (
        "require([o.reply.json()['y'] for o in load.answered] == [*range(0, 32, 2)], en='', zh='')"
    )
    assert outcome(runner, body)[0] == "passed"


def test_a_second_service_of_a_case_finds_a_fresh_sandbox(runner):
    code = server().replace("server = Server", "open('/tmp/seen', 'x')\nserver = Server", 1)
    body = 'pass\n    with serving(candidate, {"factor.txt": b"3"}) as service:\n'
    body += "        require(service.post('/double', {'x': 2}).json() == {'y': 6}, en='', zh='')"
    assert outcome(runner, body, code)[0] == "passed"


LEAVES = """
import os, signal
for number in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGTERM, signal.SIGKILL):
    os.kill(1, number)
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
else:
    signal.pause()
"""


def test_who_stops_process_1_and_serves_from_a_grandchild_stops_nothing(runner, right):
    code = server().replace("server = Server", f"{LEAVES}\nserver = Server", 1)
    assert outcome(runner, 'service.post("/double", {"x": 1})', code)[0] == "passed"
    assert runner.grade(right).passed


@pytest.mark.parametrize(
    "body",
    ['service.signal("SIGNOTHING")', 'service.get("/a b")', "service.load([], [1.0])"],
    ids=["signal", "path", "times"],
)
def test_an_authors_mistake_is_the_checkers(runner, body):
    assert asked(runner, body)[0] == "checker_error"


@pytest.mark.full
def test_a_checker_that_loops_while_the_service_runs_is_the_checkers(runner):
    status, _ = asked(runner, "while True: pass", limits={"wall_s": 16})
    assert status == "checker_error"


def frame(packed):
    buffer = FrameBuffer()
    buffer.feed(packed)
    return buffer.take()


@pytest.mark.parametrize(
    "answer",
    [
        pack(Kind.EXITED, {"status": "0"}),
        pack(Kind.EXITED, {"status": True}),
        pack(Kind.EXITED, {"status": 0.0}),
        pack(Kind.EXITED, {}),
        pack(Kind.EXITED, None),
        pack(Kind.EXITED, {"status": 0}).replace(b'"status"', b'"statu\\x'),
        pack(Kind.SIGNALLED, {"status": 0}),
    ],
)
def test_what_a_tampered_sandbox_says_of_its_program_never_reaches_the_checker(answer):
    service = Service(SimpleNamespace(ask=lambda _: frame(answer)))
    with pytest.raises(Ended):
        service.answer(frame(pack(Kind.AWAIT_EXIT, {"seconds": 0})))


def test_an_exit_status_is_told_without_what_came_with_it():
    said = pack(Kind.EXITED, {"status": 3, "more": "x"}, [b"bytes"])
    service = Service(SimpleNamespace(ask=lambda _: frame(said)))
    told, connection = service.answer(frame(pack(Kind.AWAIT_EXIT, {"seconds": 0})))
    assert unpack(frame(told)) == ({"status": 3}, [])
    assert connection is None
