"""A thread a connection, with the standard library's HTTP server."""

import argparse
import json
import math
import os
import signal
import socketserver
import threading
from http.server import BaseHTTPRequestHandler

import numpy as np

LIMIT = 1_048_576
ALLOWED = {"/healthz": "GET", "/v1/predict": "POST"}


class Refused(Exception):
    def __init__(self, status, text, **headers):
        super().__init__(text)
        self.status, self.headers = status, headers


class Model:
    def __init__(self, folder):
        (name,) = os.listdir(folder)
        self.version = name.removeprefix("mlp-").removesuffix(".npz")
        with np.load(os.path.join(folder, name)) as parts:
            self.parts = [parts[key] for key in ("W1", "b1", "W2", "b2")]

    def predict(self, rows):
        W1, b1, W2, b2 = self.parts
        return np.maximum(np.array(rows, dtype=np.float64) @ W1 + b1, 0) @ W2 + b2

    def check(self, body):
        try:
            asked = json.loads(body)
        except ValueError:
            raise Refused(400, "The body is not JSON.") from None
        rows = asked.get("instances") if isinstance(asked, dict) else None
        if not isinstance(rows, list) or not rows:
            raise Refused(400, 'Send {"instances": [[...], ...]} with at least one row.')
        width = len(self.parts[0])
        for row in rows:
            if not isinstance(row, list) or len(row) != width or not all(map(is_number, row)):
                raise Refused(400, f"Every row needs {width} finite numbers.")
        return rows


def is_number(value):
    return type(value) in (int, float) and math.isfinite(value)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 2.5
    model = None

    def do(self):
        try:
            self.answer(200, self.respond())
        except Refused as refusal:
            self.answer(refusal.status, {"error": str(refusal)}, **refusal.headers)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do

    def respond(self):
        allowed = ALLOWED.get(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        if length > LIMIT:
            self.close_connection = True
            raise Refused(413, f"Send at most {LIMIT} bytes.")
        body = self.rfile.read(length)
        if allowed is None:
            raise Refused(404, "There is /healthz and /v1/predict.")
        if self.command != allowed:
            raise Refused(405, f"Use {allowed}.", Allow=allowed)
        if self.path == "/healthz":
            return {"status": "ok"}
        rows = self.model.check(body)
        predictions = self.model.predict(rows).tolist()
        return {"predictions": predictions, "model_version": self.model.version}

    def answer(self, status, data, **headers):
        body = json.dumps(data).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        if self.server.stopping:
            self.close_connection = True

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = False
    request_queue_size = 128
    stopping = False

    def stop(self, *_):
        self.stopping = True
        threading.Thread(target=self.shutdown).start()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--models", required=True)
    options = parser.parse_args()
    Handler.model = Model(options.models)
    server = Server(options.socket, Handler)
    signal.signal(signal.SIGTERM, server.stop)
    server.serve_forever(poll_interval=0.05)
    os.unlink(options.socket)
    server.server_close()


main()
