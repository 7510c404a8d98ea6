import io
import json
import socket

import numpy as np

from touchstone.checker import as_array, case, close, require
from touchstone.checker.http import Request, json_request
from touchstone.checker.service import serving
from touchstone.checker.speed import paced, require_fast

LIMIT = 1_048_576
PATH = "/v1/predict"
RATE, SECONDS = 50, 5
P95_S = 0.025
STOP_WITHIN = 3.0


def model(rng):
    """A model's files, its number of inputs, its version, and what it predicts."""
    d, h, k = (int(n) for n in rng.integers([3, 8, 2], [9, 33, 6]))
    parts = {
        "W1": rng.normal(size=(d, h)),
        "b1": rng.normal(size=h),
        "W2": rng.normal(size=(h, k)),
        "b2": rng.normal(size=k),
    }
    file = io.BytesIO()
    np.savez(file, **parts)
    version = f"{rng.integers(1, 9)}.{rng.integers(10, 99)}"

    def predict(x):
        return np.maximum(x @ parts["W1"] + parts["b1"], 0) @ parts["W2"] + parts["b2"]

    return {f"mlp-{version}.npz": file.getvalue()}, d, version, predict


def right(reply, expected, version):
    require(
        reply.status == 200,
        en=f"A right request is answered with {reply.status}.",
        zh=f"正确的请求得到的应答是 {reply.status}。",
    )
    answer = reply.json()
    require(
        isinstance(answer, dict) and answer.get("model_version") == version,
        en="model_version is not the one in the file's name.",
        zh="model_version 与文件名中的版本不符。",
    )
    close(as_array(answer.get("predictions")), expected, rtol=1e-5, atol=1e-5)


def refused(service, request, status, what_en, what_zh):
    reply = service.request(request)
    require(
        reply.status == status,
        en=f"{what_en}: {status} is expected, not {reply.status}.",
        zh=f"{what_zh}：应返回 {status}，实际为 {reply.status}。",
    )
    answer = reply.json()
    require(
        isinstance(answer, dict) and isinstance(answer.get("error"), str) and answer["error"],
        en=f'{what_en}: the body has to be {{"error": "…"}}.',
        zh=f'{what_zh}：正文应为 {{"error": "…"}}。',
    )
    return reply


@case(points=2, visible=True, en="It answers", zh="能应答")
def answers(candidate, rng):
    files, d, version, predict = model(rng)
    x = rng.normal(size=(2, d)).round(2)
    with serving(candidate, files) as service:
        right(service.post(PATH, {"instances": x.tolist()}), predict(x), version)


@case(points=2, en="Batches of every size, numbers of every scale", zh="各种批量与数值尺度")
def batches(candidate, rng):
    files, d, version, predict = model(rng)
    with serving(candidate, files) as service:
        for rows, scale in ((1, 1.0), (7, 1e-6), (64, 1e4), (256, 1.0)):
            x = rng.normal(size=(rows, d)) * scale
            right(service.post(PATH, {"instances": x.tolist()}), predict(x), version)
        whole = rng.integers(-3, 4, size=(3, d))
        right(service.post(PATH, {"instances": whole.tolist()}), predict(whole), version)


@case(points=2, visible=True, en="Bad bodies are refused", zh="拒绝错误的正文")
def bad_bodies(candidate, rng):
    files, d, version, predict = model(rng)
    row = rng.normal(size=d).round(2).tolist()
    bad = [
        (b"{", "Not JSON", "不是 JSON"),
        (b"[1, 2]", "Not an object", "不是对象"),
        (b"{}", "No instances", "没有 instances"),
        ({"instances": []}, "No rows", "没有任何行"),
        ({"instances": row}, "A row instead of rows", "只有一行而不是多行"),
        ({"instances": [row, row[1:]]}, "A short row", "某一行过短"),
        ({"instances": [[*row, 1.0]]}, "A long row", "某一行过长"),
        ({"instances": [["1"] * d]}, "Text for numbers", "用文本代替数值"),
        ({"instances": [[None] * d]}, "null for numbers", "用 null 代替数值"),
        ({"instances": [[True] * d]}, "Booleans for numbers", "用布尔值代替数值"),
        ({"instances": [[float("nan")] * d]}, "NaN", "NaN"),
        ({"instances": "many"}, "Text for rows", "用文本代替行"),
    ]
    with serving(candidate, files) as service:
        for body, en, zh in bad:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            request = Request("POST", PATH, data, {"content-type": "application/json"})
            refused(service, request, 400, en, zh)
        x = np.array([row])
        right(service.post(PATH, {"instances": [row]}), predict(x), version)


@case(points=1, en="Unknown paths and methods", zh="未知的路径与方法")
def paths_and_methods(candidate, rng):
    files, *_ = model(rng)
    with serving(candidate, files) as service:
        for path in ("/", "/v1", "/v1/predict/", "/v2/predict", "/healthz/x"):
            refused(service, Request("GET", path), 404, f"GET {path}", f"GET {path}")
        refused(service, json_request("POST", "/v2/predict", {}), 404, "POST", "POST")
        for method, path, allowed in (
            ("GET", PATH, "POST"),
            ("PUT", PATH, "POST"),
            ("DELETE", PATH, "POST"),
            ("POST", "/healthz", "GET"),
        ):
            reply = refused(service, Request(method, path), 405, method, method)
            require(
                allowed in reply.headers.get("allow", ""),
                en=f"{method} {path}: the header Allow does not name {allowed}.",
                zh=f"{method} {path}：Allow 头没有列出 {allowed}。",
            )


@case(points=1, en="A body that is too long", zh="正文过长")
def too_long(candidate, rng):
    files, d, version, predict = model(rng)
    with serving(candidate, files) as service:
        # Just within the limit, and refused for what it says.
        almost = b'{"instances": []' + b" " * (LIMIT - 17) + b"}"
        refused(service, Request("POST", PATH, almost), 400, "At the limit", "恰好达到上限")
        connection = service.connect()
        require(connection is not None, en="It does not listen.", zh="没有在监听。")
        connection.settimeout(STOP_WITHIN)
        head = f"POST {PATH} HTTP/1.1\r\nHost: s\r\nContent-Length: {50 * LIMIT}\r\n\r\n"
        status = ""
        try:
            connection.sendall(head.encode())
            # The body never comes: who waits for it first never answers.
            status = connection.recv(64).decode("latin-1")
        except OSError:
            status = ""
        connection.close()
        require(
            status.startswith(("HTTP/1.1 413", "HTTP/1.0 413")),
            en="A Content-Length over the limit is not answered with 413 at once.",
            zh="Content-Length 超限时没有立即返回 413。",
        )
        x = rng.normal(size=(1, d))
        right(service.post(PATH, {"instances": x.tolist()}), predict(x), version)


def half_sent(service, body):
    """A connection on which half a request has arrived."""
    connection = service.connect()
    require(connection is not None, en="It does not listen.", zh="没有在监听。")
    connection.settimeout(STOP_WITHIN)
    head = f"POST {PATH} HTTP/1.1\r\nHost: s\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body[: len(body) // 2])
    return connection


@case(points=1, en="A slow client holds up nobody", zh="慢客户端不拖累别人")
def slow_client(candidate, rng):
    files, d, version, predict = model(rng)
    x = rng.normal(size=(3, d))
    body = json.dumps({"instances": x.tolist()}).encode()
    with serving(candidate, files) as service:
        slow = [half_sent(service, body) for _ in range(4)]
        request = Request("POST", PATH, body)
        right(service.request(request, within=2.0), predict(x), version)
        for connection in slow:
            connection.close()


@case(points=2, visible=True, en="50 requests a second", zh="每秒 50 个请求")
def under_load(candidate, rng):
    files, d, version, predict = model(rng)
    batches = [rng.normal(size=(rng.integers(1, 9), d)) for _ in range(RATE * SECONDS)]
    requests = [json_request("POST", PATH, {"instances": x.tolist()}) for x in batches]
    times = [n / RATE for n in range(len(requests))]
    load = require_fast(candidate, files, paced(requests, times, 2.0), P95_S)
    for x, one in zip(batches, load.answered, strict=True):
        right(one.reply, predict(x), version)


@case(points=2, en="Stopped without a loss", zh="停机不丢请求")
def drains(candidate, rng):
    files, d, _, predict = model(rng)
    x = rng.normal(size=(3, d))
    body = json.dumps({"instances": x.tolist()}).encode()
    with serving(candidate, files) as service:
        connection = half_sent(service, body)
        # Answered after the half request was accepted.
        service.get("/healthz")
        service.signal("SIGTERM")
        answer = finished(connection, body[len(body) // 2 :])
        require(
            answer is not None,
            en="A request that had begun to arrive got no answer after SIGTERM.",
            zh="SIGTERM 之前已经开始到达的请求没有得到应答。",
        )
        close(as_array(answer["predictions"]), predict(x), rtol=1e-5, atol=1e-5)
        status = service.exit_status(STOP_WITHIN)
        require(
            status == 0,
            en=f"After SIGTERM: status {status} instead of 0 within {STOP_WITHIN:.0f} s.",
            zh=f"SIGTERM 之后：{STOP_WITHIN:.0f} 秒内状态为 {status}，而不是 0。",
        )
        require(service.connect() is None, en="It still listens.", zh="仍在监听。")


def finished(connection, rest):
    """The answer to a half-sent request once the rest was sent; None where there is none."""
    received = b""
    try:
        connection.sendall(rest)
        while b"\r\n\r\n" not in received or b"}" not in received:
            chunk = connection.recv(65536)
            if not chunk:
                return None
            received += chunk
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return None
    finally:
        connection.close()
    head, _, body = received.partition(b"\r\n\r\n")
    try:
        answer = json.loads(body)
    except ValueError:
        return None
    good = b" 200 " in head.split(b"\r\n")[0] and isinstance(answer, dict)
    return answer if good and "predictions" in answer else None
