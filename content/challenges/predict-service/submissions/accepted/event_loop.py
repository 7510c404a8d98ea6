"""One event loop, and HTTP read by hand."""

import argparse
import asyncio
import json
import os
import signal

import numpy as np

LIMIT = 1 << 20
REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Content Too Large",
}
under_way = set()
stopping = asyncio.Event()


def load(folder):
    name = next(iter(os.listdir(folder)))
    parts = dict(np.load(os.path.join(folder, name)))
    return name[4:-4], parts


def predict(parts, x):
    hidden = x @ parts["W1"] + parts["b1"]
    return (hidden * (hidden > 0)) @ parts["W2"] + parts["b2"]


def rows_of(body, width):
    """The rows as an array, or None for anything else."""
    try:
        rows = json.loads(body)["instances"]
        flat = [value for row in rows for value in row]
        good = all(type(value) in (int, float) for value in flat)
        x = np.array(rows, dtype=np.float64) if good else np.empty(0)
    except (ValueError, TypeError, KeyError, IndexError):
        return None
    return x if x.ndim == 2 and x.shape[1] == width and len(x) and np.isfinite(x).all() else None


def decide(method, path, body, version, parts):
    if path == "/healthz":
        if method != "GET":
            return 405, {"error": "Use GET."}, "Allow: GET\r\n"
        return 200, {"status": "ok"}, ""
    if path != "/v1/predict":
        return 404, {"error": "Unknown path."}, ""
    if method != "POST":
        return 405, {"error": "Use POST."}, "Allow: POST\r\n"
    x = rows_of(body, len(parts["W1"]))
    if x is None:
        return 400, {"error": "instances has to be rows of finite numbers."}, ""
    return 200, {"predictions": predict(parts, x).tolist(), "model_version": version}, ""


def encode(status, data, extra=""):
    body = json.dumps(data).encode()
    head = f"HTTP/1.1 {status} {REASONS[status]}\r\n{extra}Content-Type: application/json\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


async def converse(reader, writer, version, parts):
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        under_way.add(writer)
        first, *lines = head.split("\r\n")
        method, path, _ = first.split(" ")
        fields = dict(line.lower().split(":", 1) for line in lines if ":" in line)
        length = int(fields.get("content-length", 0))
        if length > LIMIT:
            writer.write(encode(413, {"error": "Too long."}, "Connection: close\r\n"))
            return
        body = await reader.readexactly(length)
        writer.write(encode(*decide(method, path, body, version, parts)))
        await writer.drain()
        under_way.discard(writer)


async def connected(reader, writer, version, parts):
    # Whoever connects has begun, even if not a byte has been read yet.
    under_way.add(writer)
    try:
        await converse(reader, writer, version, parts)
    except (asyncio.IncompleteReadError, ConnectionError, ValueError):
        pass
    finally:
        under_way.discard(writer)
        writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket")
    parser.add_argument("--models")
    options = parser.parse_args()
    version, parts = load(options.models)

    async def on_connection(reader, writer):
        await connected(reader, writer, version, parts)

    server = await asyncio.start_unix_server(on_connection, options.socket, limit=LIMIT)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    await stopping.wait()
    server.close()
    os.path.exists(options.socket) and os.unlink(options.socket)
    for _ in range(250):
        if not under_way:
            break
        await asyncio.sleep(0.01)
    os._exit(0)


asyncio.run(main())
