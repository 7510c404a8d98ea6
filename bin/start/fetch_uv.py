"""Fetches uv from PyPI with nothing but the standard library, where pip is missing."""

import hashlib
import io
import json
import os
import platform
import sys
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path
from typing import Any


def choose(files: list[dict[str, Any]], version: str) -> dict[str, Any]:
    """The wheel of this version for this machine."""
    machine = platform.machine()
    libc = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    for file in files:
        name = str(file["filename"])
        if name.startswith(f"uv-{version}-") and libc in name and name.endswith(f"_{machine}.whl"):
            return file
    raise SystemExit(f"uv {version} has no wheel for {libc} on {machine}")


def main(version: str, folder: str) -> None:
    """Downloads, checks and unpacks `uv` to folder/bin/uv."""
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL")
    page = (index or "https://pypi.org/simple").rstrip("/") + "/uv/"
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    with urllib.request.urlopen(urllib.request.Request(page, headers=accept), timeout=60) as reply:
        chosen = choose(json.load(reply)["files"], version)
    address = urllib.parse.urljoin(page, str(chosen["url"]))
    with urllib.request.urlopen(address, timeout=300) as reply:
        wheel = reply.read()
    if hashlib.sha256(wheel).hexdigest() != chosen["hashes"]["sha256"]:
        raise SystemExit(f"{address} is not what the index announced")
    target = Path(folder, "bin", "uv")
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        target.write_bytes(archive.read(f"uv-{version}.data/scripts/uv"))
    target.chmod(0o755)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
