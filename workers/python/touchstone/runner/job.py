"""A job as the worker sends it, checked: what to grade, with what, under which limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from touchstone.inside.isolate import Confines
from touchstone.runner.devices import Device, parse_device

MODES = ("run", "submit", "files")


@dataclass(frozen=True)
class Limits:
    wall_s: float
    cpu_s: float
    memory_mb: int
    processes: int
    output_kb: int
    disk_mb: int

    def confines(self, limit_data: bool) -> Confines:
        return Confines(
            disk_mb=self.disk_mb,
            processes=self.processes,
            cpu_s=int(self.cpu_s) + 1,
            memory_mb=self.memory_mb,
            output_kb=self.output_kb,
            limit_data=limit_data,
        )


# The checker is the author's: enough for honest work, an end for a loop.
CHECKER_LIMITS = Limits(60, 60, 2048, 64, 256, 64)
# It computes references on the device as well, and a driver's own host memory is not small.
KERNEL_CHECKER_LIMITS = Limits(120, 120, 8192, 128, 256, 64)


@dataclass(frozen=True)
class Job:
    """visible_only: a run. files_only: nothing is graded, a season's files are made.
    process_per_case: every case gets a learner process of its own.

    is_program: the entry is a program that the checker starts, not a module whose functions it
    calls. is_last: no further attempt follows a fault. upload: the path of an uploaded file, for
    kinds whose submission is one; without it an author's program stands in. device: what the job
    was leased, None without any.
    """

    id: str
    imports: list[str]
    entry: str
    files: dict[str, str]
    checker: dict[str, Any]
    visible_only: bool
    files_only: bool
    process_per_case: bool
    is_program: bool
    is_last: bool
    kind: str
    upload: str | None
    device: Device | None
    limits: Limits
    seed: str

    @property
    def device_mb(self) -> int:
        return self.device.memory_mb if self.device else 0


def parse_job(data: dict[str, Any]) -> Job:
    """Raises KeyError, TypeError or ValueError for anything that is no job."""
    if data["mode"] not in MODES or data["process"] not in ("submission", "case"):
        raise ValueError("unknown mode or process")
    if data.get("kind") == "kernel" and data.get("device") is None:
        raise ValueError("a kernel needs a device")
    files = data["files"]
    upload = data.get("upload")
    without_entry = upload is not None or data["mode"] == "files"
    if not without_entry and data["entry"] not in files:
        raise ValueError("the entry is missing")
    if any("/" in name or name.startswith(".") for name in files):
        raise ValueError("a file name is not plain")
    return Job(
        id=data["job"],
        imports=list(data["imports"]),
        entry=data["entry"],
        files=files,
        checker=data["checker"],
        visible_only=data["mode"] == "run",
        files_only=data["mode"] == "files",
        process_per_case=data["process"] == "case" or data.get("kind") == "service",
        is_program=data.get("kind") == "service",
        is_last=data.get("is_last", True),
        kind=data.get("kind", "function"),
        upload=upload,
        device=parse_device(data.get("device")),
        limits=Limits(**data["limits"]),
        seed=data["seed"],
    )
