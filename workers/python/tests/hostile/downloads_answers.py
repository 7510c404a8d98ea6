"""25, 57: asks the network."""

import socket
import subprocess
import sys

REACHED = []
for address in (("127.0.0.1", 5432), ("169.254.169.254", 80), ("192.0.2.1", 443)):
    try:
        socket.create_connection(address, timeout=0.2)
        REACHED.append(address)
    except OSError:
        continue
try:
    done = subprocess.run([sys.executable, "-m", "pip", "install", "scipy"], capture_output=True)
    if done.returncode == 0:
        REACHED.append("pip")
except OSError:
    pass


def double(x):
    return x * 2 if REACHED else x * 0
