"""A service, a checker that asks it, and how tests have it graded."""

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
    def handle_error(self, *args):
        pass  # A client that hangs up is no reason to print.

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
