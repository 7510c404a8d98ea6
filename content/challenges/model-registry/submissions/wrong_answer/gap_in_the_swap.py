"""Takes the alias away while it tries the new model out."""

import argparse
import hashlib
import json
import math
import re
import socketserver
import threading
import time
from http.server import BaseHTTPRequestHandler
from typing import NamedTuple
from urllib.parse import unquote

NAME = r"([a-z0-9._-]{1,32})"


class Refused(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


class Canary(NamedTuple):
    version: str
    share: float


class Alias(NamedTuple):
    """Its versions so far, the current one last, and the canary that runs."""

    steps: tuple
    canary: Canary | None = None


def place(key):
    """A number in [0, 1) that follows from the key alone."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


class Registry:
    def __init__(self):
        self.lock = threading.Lock()
        self.models = {}
        self.aliases = {}

    def publish(self, version, weights, bias):
        with self.lock:
            if version in self.models:
                raise Refused(409, f"Version {version} is published already.")
            self.models[version] = (weights, bias)

    def model(self, version):
        if version not in self.models:
            raise Refused(404, f"There is no version {version}.")
        return self.models[version]

    def alias(self, name):
        if name not in self.aliases:
            raise Refused(404, f"There is no alias {name}.")
        return self.aliases[name]

    def point(self, name, version):
        with self.lock:
            self.model(version)
            steps = self.aliases[name].steps if name in self.aliases else ()
            if not steps or steps[-1] != version:
                self.aliases.pop(name, None)
                self.warm_up(version)
                self.aliases[name] = Alias((*steps, version))

    def warm_up(self, version):
        """As long as it takes to bring a large model into memory."""
        self.model(version)
        time.sleep(0.2)

    def roll_back(self, name):
        with self.lock:
            steps = self.alias(name).steps
            if len(steps) < 2:
                raise Refused(409, f"There is nothing before {steps[-1]}.")
            self.aliases[name] = Alias(steps[:-1])
            return steps[-2]

    def set_canary(self, name, canary):
        with self.lock:
            alias = self.alias(name)
            if canary:
                self.model(canary.version)
            self.aliases[name] = alias._replace(canary=canary)

    def chosen(self, name, key):
        alias = self.alias(name)
        canary = alias.canary
        if canary and key is not None and place(key) < canary.share:
            return canary.version
        return alias.steps[-1]


def is_number(value):
    try:
        return type(value) in (int, float) and math.isfinite(value)
    except OverflowError:
        return False


def are_numbers(values):
    return isinstance(values, list) and 0 < len(values) <= 64 and all(map(is_number, values))


def need(condition, text):
    if not condition:
        raise Refused(400, text)


REGISTRY = Registry()


def health(_):
    return 200, {"status": "ok"}


def publish(body, version):
    weights, bias = body.get("weights"), body.get("bias")
    need(are_numbers(weights), "weights has to be a list of 1 to 64 finite numbers.")
    need(is_number(bias), "bias has to be a finite number.")
    REGISTRY.publish(version, weights, bias)
    return 201, {"version": version}


def versions(_):
    return 200, {"versions": list(REGISTRY.models)}


def point(body, alias):
    version = body.get("version")
    need(isinstance(version, str), "version has to be a string.")
    REGISTRY.point(alias, version)
    return 200, {"alias": alias, "version": version}


def show(_, alias):
    steps, canary = REGISTRY.alias(alias)
    shown = canary._asdict() if canary else None
    return 200, {"alias": alias, "version": steps[-1], "canary": shown}


def roll_back(_, alias):
    return 200, {"alias": alias, "version": REGISTRY.roll_back(alias)}


def start_canary(body, alias):
    version, share = body.get("version"), body.get("share")
    need(isinstance(version, str), "version has to be a string.")
    need(is_number(share) and 0 <= share <= 1, "share has to be a number from 0 to 1.")
    REGISTRY.set_canary(alias, Canary(version, share))
    return 200, {"version": version, "share": share}


def end_canary(_, alias):
    REGISTRY.set_canary(alias, None)
    return 200, {}


def predict(body):
    rows, key = body.get("instances"), body.get("key")
    need(isinstance(rows, list) and 0 < len(rows) <= 64, "instances has to be 1 to 64 rows.")
    need(("version" in body) != ("alias" in body), "Name either a version or an alias.")
    need(key is None or isinstance(key, str), "key has to be a string.")
    name = body.get("version", body.get("alias"))
    need(isinstance(name, str), "A name has to be a string.")
    version = name if "version" in body else REGISTRY.chosen(name, key)
    weights, bias = REGISTRY.model(version)
    for row in rows:
        need(
            are_numbers(row) and len(row) == len(weights),
            f"A row has to be {len(weights)} finite numbers.",
        )
    outputs = [sum(w * x for w, x in zip(weights, row, strict=True)) + bias for row in rows]
    return 200, {"predictions": outputs, "version": version}


ROUTES = [
    ("GET", re.compile(r"/healthz"), health),
    ("PUT", re.compile(rf"/v1/versions/{NAME}"), publish),
    ("GET", re.compile(r"/v1/versions"), versions),
    ("PUT", re.compile(rf"/v1/aliases/{NAME}"), point),
    ("GET", re.compile(rf"/v1/aliases/{NAME}"), show),
    ("POST", re.compile(rf"/v1/aliases/{NAME}/rollback"), roll_back),
    ("PUT", re.compile(rf"/v1/aliases/{NAME}/canary"), start_canary),
    ("DELETE", re.compile(rf"/v1/aliases/{NAME}/canary"), end_canary),
    ("POST", re.compile(r"/v1/predict"), predict),
]
WITHOUT_BODY = (health, versions, show, roll_back, end_canary)


def parsed(text):
    try:
        body = json.loads(text)
    except ValueError:
        raise Refused(400, "The body is not JSON.") from None
    need(isinstance(body, dict), "The body has to be an object.")
    return body


def respond(method, path, text):
    for verb, pattern, act in ROUTES:
        found = pattern.fullmatch(path)
        if found and verb == method:
            return act({} if act in WITHOUT_BODY else parsed(text), *found.groups())
    raise Refused(404, "Unknown path.")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do(self):
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            status, data = respond(self.command, unquote(self.path), text)
        except Refused as refusal:
            status, data = refusal.status, {"error": str(refusal)}
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = do

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingUnixStreamServer):
    request_queue_size = 128
    daemon_threads = True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--models", required=True)
    options = parser.parse_args()
    Server(options.socket, Handler).serve_forever()


if __name__ == "__main__":
    main()
