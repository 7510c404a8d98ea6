"""Memory that two processes of one grading share, handed over as a file descriptor.

One interface, two makers: `cpu` (sealed memory files) and `cuda` (virtual-memory allocations of the
driver, see cuda_memory.py). The side that makes a region owns it; the other maps the same pages.
Legacy IPC handles are not used: they do not cross process namespaces and expose the whole block.
"""

from __future__ import annotations

import fcntl
import mmap
import os
from typing import Protocol

import torch

SEALS = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
DTYPES = {
    "float16": torch.float16,
    "bfloat16": torch.bfloat16,
    "float32": torch.float32,
    "int32": torch.int32,
    "int64": torch.int64,
    "uint8": torch.uint8,
}


class Region(Protocol):
    """size: in bytes, at least what was asked for."""

    size: int
    descriptor: int

    def bytes(self) -> torch.Tensor:
        """All of it as uint8, without a copy."""

    def close(self) -> None:
        """Unmaps it here. Tensors made of it must not be used any more."""


class Memory(Protocol):
    """How regions come into being on one kind of device."""

    device: torch.device

    def create(self, size: int) -> Region: ...

    def open(self, descriptor: int, size: int) -> Region: ...

    def synchronize(self) -> None:
        """Waits until everything that this process asked of the device is done."""


class CpuRegion:
    def __init__(self, descriptor: int, size: int) -> None:
        self.descriptor, self.size = descriptor, size
        self._map: mmap.mmap | None = mmap.mmap(descriptor, size)

    def bytes(self) -> torch.Tensor:
        return torch.frombuffer(self._map, dtype=torch.uint8)

    def close(self) -> None:
        # Tensors may still point into the map: it goes with the last of them.
        self._map = None
        os.close(self.descriptor)


class CpuMemory:
    """Memory files whose size is sealed: nobody can cut them short under the other's feet."""

    device = torch.device("cpu")

    def create(self, size: int) -> Region:
        whole = -(-size // mmap.PAGESIZE) * mmap.PAGESIZE
        descriptor = os.memfd_create("region", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(descriptor, whole)
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, SEALS)
        return CpuRegion(descriptor, whole)

    def open(self, descriptor: int, size: int) -> Region:
        return CpuRegion(descriptor, size)

    def synchronize(self) -> None:
        """Nothing is asynchronous on this device."""


def memory(kind: str) -> Memory:
    """The maker for `cpu` or `cuda`. Raises OSError where the driver cannot be used."""
    if kind == "cuda":
        from touchstone.wire.cuda_memory import CudaMemory

        return CudaMemory()
    return CpuMemory()


def tensor_at(region: Region, offset: int, shape: list[int], dtype: str) -> torch.Tensor:
    """A tensor over part of a region, without a copy. Raises ValueError where it does not fit."""
    kind = DTYPES[dtype]
    size = kind.itemsize
    for extent in shape:
        size *= extent
    if offset < 0 or offset + size > region.size:
        raise ValueError("a tensor outside of its region")
    return region.bytes()[offset : offset + size].view(kind).view(shape)
