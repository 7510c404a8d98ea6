"""Puts links to other places where its socket should be, and renames the folder around it."""

import os
import sys
import time

path = sys.argv[sys.argv.index("--socket") + 1]
os.rename(os.path.dirname(path), "/tmp/moved")
os.makedirs(os.path.dirname(path))
for target in ("/proc/1/fd/3", "/dev/log", "/run/docker.sock", "/tmp/moved/service.sock"):
    if os.path.lexists(path):
        os.unlink(path)
    os.symlink(target, path)
    time.sleep(0.2)
time.sleep(60)
