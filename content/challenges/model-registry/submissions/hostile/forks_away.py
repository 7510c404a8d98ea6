"""Leaves the service to a grandchild that changes sockets and overwrites its grader's memory."""

import contextlib
import os
import signal
import socket
import sys
import time

path = sys.argv[sys.argv.index("--socket") + 1]


def detach():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            return
        os._exit(0)
    os._exit(0)


def overwrite_parent():
    with open("/proc/1/maps") as maps, open("/proc/1/mem", "r+b", buffering=0) as memory:
        for line in maps:
            place, mode, *_ = line.split()
            start, end = (int(edge, 16) for edge in place.split("-"))
            if mode.startswith("rw"):
                memory.seek(start)
                memory.write(bytes(min(end - start, 65536)))


def answer(listener, body):
    with contextlib.suppress(OSError):
        connection, _ = listener.accept()
        connection.recv(65536)
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)


detach()
for number in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGTERM, signal.SIGKILL):
    with contextlib.suppress(OSError):
        os.kill(1, number)
for turn in range(10_000):
    # Another socket and another listener for every connection.
    with contextlib.suppress(OSError):
        os.unlink(path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(1)
        answer(listener, b'{"version": "v1", "predictions": [0.0], "versions": []}')
    if turn == 5:
        with contextlib.suppress(OSError):
            overwrite_parent()
    time.sleep(0.001)
