# 30: sends the frame of the answer itself, before the work.
import os
import socket
import sys
import time

from touchstone.wire.frames import Kind, pack


def double(x):
    identity = sys._getframe(1).f_locals["order"]["id"]
    end = socket.socket(fileno=os.dup(3))
    end.send(pack(Kind.RESULT, {"id": identity, "value": None, "mutated": False}))
    time.sleep(0.05)
    return x * 2
