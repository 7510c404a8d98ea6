"""What of a GPU a sandbox gets: its device nodes, the driver's libraries, and nothing of others."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Of the driver itself, needed beside the device's own node.
COMMON = ("nvidiactl", "nvidia-uvm")
LIBRARIES = "/device/lib"
TRITON_READY = "/device/triton"
DRIVER_FILES = ("libcuda.so*", "libnvidia-ptxjitcompiler.so*", "libnvidia-nvvm*.so*")
DRIVER_FOLDERS = (
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib64",
    "/usr/lib",
    "/usr/local/nvidia/lib64",
    "/usr/lib/wsl/lib",
)
WRITABLE_CACHE = "/tmp/work/.cache"


@dataclass(frozen=True)
class Device:
    """One device of a job. kind: `cuda`, or `cpu` for a rehearsal without any device.

    minor: of its node, /dev/nvidia<minor>. memory_mb: what the learner may use of it.
    """

    kind: str
    uuid: str
    minor: int
    memory_mb: int


def parse_device(data: dict[str, Any] | None) -> Device | None:
    """Raises KeyError or ValueError for anything that is no device."""
    if data is None:
        return None
    if data["kind"] not in ("cuda", "cpu"):
        raise ValueError("unknown kind of device")
    return Device(data["kind"], data["uuid"], int(data["minor"]), int(data["memory_mb"]))


@dataclass(frozen=True)
class Seat:
    """Which device a zygote sees. Unlike a Device it knows no limits: those are a job's."""

    kind: str
    uuid: str
    minor: int


def seat_of(device: Device | None) -> Seat | None:
    return device and Seat(device.kind, device.uuid, device.minor)


def nodes(seat: Seat | None, folder: str = "/dev") -> list[tuple[str, str]]:
    """Nodes to bind, and their paths inside. Raises FileNotFoundError where one is missing."""
    if seat is None or seat.kind == "cpu":
        return []
    binds = [(f"{folder}/{name}", f"/dev/{name}") for name in (f"nvidia{seat.minor}", *COMMON)]
    for path, _ in binds:
        if not os.path.exists(path):
            raise FileNotFoundError(f"{path} is missing: is the NVIDIA driver loaded?")
    return binds


def driver_libraries(folders: tuple[str, ...] = DRIVER_FOLDERS) -> list[tuple[str, str]]:
    """Files of the driver and where a sandbox finds them; of the first folder that has them."""
    for folder in folders:
        found = [path for pattern in DRIVER_FILES for path in sorted(Path(folder).glob(pattern))]
        if found:
            return [(str(path), f"{LIBRARIES}/{path.name}") for path in found]
    return []


def environment(seat: Seat | None) -> dict[str, str]:
    """What a sandbox with that device is told; a rehearsal interprets Triton's kernels."""
    if seat is None:
        return {}
    if seat.kind == "cpu":
        return {"TOUCHSTONE_DEVICE": "cpu", "CUDA_VISIBLE_DEVICES": "", "TRITON_INTERPRET": "1"}
    return {
        "TOUCHSTONE_DEVICE": "cuda",
        "CUDA_VISIBLE_DEVICES": seat.uuid,
        "CUDA_CACHE_PATH": f"{WRITABLE_CACHE}/cuda",
        "TRITON_CACHE_DIR": f"{WRITABLE_CACHE}/triton",
        "TRITON_LIBCUDA_PATH": LIBRARIES,
        "TRITON_DEFAULT_FP_FUSION": "1",
        "TOUCHSTONE_TRITON": TRITON_READY,
    }
