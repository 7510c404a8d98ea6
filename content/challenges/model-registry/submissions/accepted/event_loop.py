"""One event loop: nothing awaits between looking and changing, so that no lock is needed."""

import argparse
import asyncio
import json
import zlib

import numpy as np

REASONS = {
    200: "OK",
    201: "Created",
    400: "Bad Request",
    404: "Not Found",
    409: "Conflict",
}
models = {}
history = {}
canaries = {}


class Bad(Exception):
    pass


class Unknown(Exception):
    pass


class Taken(Exception):
    pass


STATUS = {Bad: 400, Unknown: 404, Taken: 409}


def numbers(value, dimensions):
    """The nested list as an array. JSON's true and text are no numbers, though NumPy reads them."""
    flat = value
    for _ in range(dimensions - 1):
        if not isinstance(flat, list) or not all(isinstance(part, list) for part in flat):
            raise Bad("A list of lists is expected.")
        flat = [inner for part in flat for inner in part]
    flat = flat if dimensions else [flat]
    if not isinstance(flat, list) or any(type(item) not in (int, float) for item in flat):
        raise Bad("Numbers are expected.")
    try:
        array = np.array(value, dtype=np.float64)
    except (ValueError, OverflowError):
        raise Bad("The rows differ in length, or a number is too large.") from None
    if array.size == 0 or max(array.shape, default=1) > 64 or not np.isfinite(array).all():
        raise Bad("From 1 to 64 finite numbers are expected.")
    return array


def text(body, name):
    if not isinstance(body.get(name), str):
        raise Bad(f"{name} has to be a string.")
    return body[name]


def known(table, name):
    if name not in table:
        raise Unknown(f"{name} is unknown.")
    return table[name]


def predict(body):
    x = numbers(body.get("instances"), 2)
    if ("version" in body) == ("alias" in body):
        raise Bad("Either version or alias.")
    if "version" in body:
        version = text(body, "version")
    else:
        alias = text(body, "alias")
        version = known(history, alias)[-1]
        if body.get("key") is not None and alias in canaries:
            bucket = zlib.crc32(text(body, "key").encode()) % 1000
            canary = canaries[alias]
            version = canary["version"] if bucket < canary["share"] * 1000 else version
        elif "key" in body:
            text(body, "key")
    weights, bias = known(models, version)
    if x.shape[1] != len(weights):
        raise Bad(f"Every row needs {len(weights)} numbers.")
    return 200, {"predictions": (x @ weights + bias).tolist(), "version": version}


def on_version(method, version, body):
    if method != "PUT":
        raise Unknown("PUT a version.")
    model = numbers(body.get("weights"), 1), float(numbers(body.get("bias"), 0))
    if version in models:
        raise Taken("A version never changes.")
    models[version] = model
    return 201, {"version": version}


def on_alias(method, alias, body):
    if method == "PUT":
        version = text(body, "version")
        known(models, version)
        steps = history.setdefault(alias, [])
        if steps[-1:] != [version]:
            steps.append(version)
            canaries.pop(alias, None)
        return 200, {"alias": alias, "version": version}
    version = known(history, alias)[-1]
    return 200, {"alias": alias, "version": version, "canary": canaries.get(alias)}


def on_rollback(alias):
    steps = known(history, alias)
    if len(steps) == 1:
        raise Taken("Nothing before.")
    steps.pop()
    canaries.pop(alias, None)
    return 200, {"alias": alias, "version": steps[-1]}


def on_canary(method, alias, body):
    known(history, alias)
    if method == "DELETE":
        canaries.pop(alias, None)
        return 200, {}
    share = float(numbers(body.get("share"), 0))
    if not 0 <= share <= 1:
        raise Bad("share lies from 0 to 1.")
    known(models, text(body, "version"))
    canaries[alias] = {"version": body["version"], "share": share}
    return 200, canaries[alias]


def decide(method, path, data):
    body = {}
    if data:
        try:
            body = json.loads(data)
        except ValueError:
            raise Bad("Not JSON.") from None
        if not isinstance(body, dict):
            raise Bad("Not an object.")
    match method, path.split("/")[1:]:
        case "GET", ["healthz"]:
            return 200, {}
        case "POST", ["v1", "predict"]:
            return predict(body)
        case "GET", ["v1", "versions"]:
            return 200, {"versions": list(models)}
        case _, ["v1", "versions", version]:
            return on_version(method, version, body)
        case "GET" | "PUT", ["v1", "aliases", alias]:
            return on_alias(method, alias, body)
        case "POST", ["v1", "aliases", alias, "rollback"]:
            return on_rollback(alias)
        case "PUT" | "DELETE", ["v1", "aliases", alias, "canary"]:
            return on_canary(method, alias, body)
    raise Unknown("Unknown path.")


def reply(method, path, data):
    try:
        status, answer = decide(method, path, data)
    except tuple(STATUS) as error:
        status, answer = STATUS[type(error)], {"error": str(error)}
    body = json.dumps(answer).encode()
    head = f"HTTP/1.1 {status} {REASONS[status]}\r\nContent-Type: application/json\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


async def converse(reader, writer):
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.split("\r\n")
            method, path, _ = first.split(" ")
            fields = dict(line.lower().split(":", 1) for line in lines if ":" in line)
            data = await reader.readexactly(int(fields.get("content-length", 0)))
            writer.write(reply(method, path, data))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket")
    parser.add_argument("--models")
    options = parser.parse_args()
    server = await asyncio.start_unix_server(converse, options.socket, backlog=256)
    await server.serve_forever()


asyncio.run(main())
