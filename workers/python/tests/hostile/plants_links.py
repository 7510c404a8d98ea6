"""56: links that lead out of its folder."""

import os

for target in ("/", "/proc/1/root", "../../../../etc/passwd"):
    os.symlink(target, f"link{abs(hash(target))}")


def double(x):
    return [open(name).read() for name in os.listdir(".") if name.startswith("link")]
