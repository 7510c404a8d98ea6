"""This machine's GPUs as NVIDIA's management library reports them."""

from __future__ import annotations

import contextlib
import os
from dataclasses import asdict, dataclass
from typing import Any

MB = 2**20
# Faults of a program, such as an address out of bounds: the device is none the worse for them.
# NVIDIA, "Xid Errors": 13, 31, 43, 45, 68, 69.
FAULTS_OF_PROGRAMS = frozenset({13, 31, 43, 45, 68, 69})


@dataclass
class Found:
    """One device. processes: how many compute on it. errors: of the device itself, since start."""

    uuid: str
    minor: int
    name: str
    memory_mb: int
    used_mb: int
    processes: int
    errors: int

    def report(self) -> dict[str, Any]:
        return asdict(self)


class Gpus:
    """Open for as long as devices are watched. `library` is the module pynvml or one like it."""

    def __init__(self, library: Any) -> None:
        self._nvml = library
        library.nvmlInit()
        count = library.nvmlDeviceGetCount()
        self._handles = [library.nvmlDeviceGetHandleByIndex(index) for index in range(count)]
        self._faults: dict[str, int] = {}
        self._events = self._watch_events()

    def _watch_events(self) -> Any:
        events = self._nvml.nvmlEventSetCreate()
        for handle in self._handles:
            with contextlib.suppress(self._nvml.NVMLError):
                self._nvml.nvmlDeviceRegisterEvents(
                    handle, self._nvml.nvmlEventTypeXidCriticalError, events
                )
        return events

    def found(self) -> list[Found]:
        self._take_events()
        return [self._look(handle) for handle in self._handles]

    def _take_events(self) -> None:
        while True:
            try:
                event = self._nvml.nvmlEventSetWait_v2(self._events, 0)
            except self._nvml.NVMLError:
                return
            if event.eventData not in FAULTS_OF_PROGRAMS:
                uuid = _text(self._nvml.nvmlDeviceGetUUID(event.device))
                self._faults[uuid] = self._faults.get(uuid, 0) + 1

    def _look(self, handle: Any) -> Found:
        nvml = self._nvml
        memory = nvml.nvmlDeviceGetMemoryInfo(handle)
        uuid = _text(nvml.nvmlDeviceGetUUID(handle))
        return Found(
            uuid=uuid,
            minor=nvml.nvmlDeviceGetMinorNumber(handle),
            name=_text(nvml.nvmlDeviceGetName(handle)),
            memory_mb=memory.total // MB,
            used_mb=memory.used // MB,
            processes=len(nvml.nvmlDeviceGetComputeRunningProcesses(handle)),
            errors=self._faults.get(uuid, 0) + self._memory_errors(handle),
        )

    def _memory_errors(self, handle: Any) -> int:
        """Uncorrected ones, and rows that wait to be replaced or cannot be."""
        nvml, count = self._nvml, 0
        with contextlib.suppress(nvml.NVMLError):
            count += nvml.nvmlDeviceGetTotalEccErrors(
                handle, nvml.NVML_MEMORY_ERROR_TYPE_UNCORRECTED, nvml.NVML_VOLATILE_ECC
            )
        with contextlib.suppress(nvml.NVMLError):
            _, _, waiting, failed = nvml.nvmlDeviceGetRemappedRows(handle)
            count += int(bool(waiting)) + int(bool(failed))
        return count

    def used_mb(self, uuid: str, pids: set[int]) -> int | None:
        """Memory of those processes on that device; None where the driver does not tell."""
        for handle in self._handles:
            if _text(self._nvml.nvmlDeviceGetUUID(handle)) != uuid:
                continue
            running = self._nvml.nvmlDeviceGetComputeRunningProcesses(handle)
            # In a container the driver may tell numbers of the host's, which mean nothing here.
            if any(not os.path.exists(f"/proc/{process.pid}") for process in running):
                return None
            shares = [process.usedGpuMemory for process in running if process.pid in pids]
            return None if None in shares else sum(shares) // MB
        return None


def open_gpus() -> Gpus:
    """Raises OSError where there is no driver or no device."""
    import pynvml

    try:
        return Gpus(pynvml)
    except pynvml.NVMLError as error:
        raise OSError(f"no NVIDIA device: {error}") from error


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
