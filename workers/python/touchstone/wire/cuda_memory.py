"""Device memory through CUDA's virtual-memory management, exported as POSIX file descriptors.

Calls and structures: CUDA Driver API, "Virtual Memory Management" (cuMemCreate and its neighbours).
"""

from __future__ import annotations

import ctypes
import errno
import os

import torch

PINNED = 1  # CU_MEM_ALLOCATION_TYPE_PINNED
POSIX_DESCRIPTOR = 1  # CU_MEM_HANDLE_TYPE_POSIX_FILE_DESCRIPTOR
ON_DEVICE = 1  # CU_MEM_LOCATION_TYPE_DEVICE
READ_WRITE = 3  # CU_MEM_ACCESS_FLAGS_PROT_READWRITE


class _Location(ctypes.Structure):
    _fields_ = (("type", ctypes.c_int), ("id", ctypes.c_int))


class _AllocationFlags(ctypes.Structure):
    _fields_ = (
        ("compression", ctypes.c_ubyte),
        ("gpu_direct", ctypes.c_ubyte),
        ("usage", ctypes.c_ushort),
        ("reserved", ctypes.c_ubyte * 4),
    )


class _AllocationProperties(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("handle_types", ctypes.c_int),
        ("location", _Location),
        ("metadata", ctypes.c_void_p),
        ("flags", _AllocationFlags),
    )


class _Access(ctypes.Structure):
    _fields_ = (("location", _Location), ("flags", ctypes.c_int))


class _Bytes:
    """What torch needs to take a device address for a tensor."""

    def __init__(self, address: int, size: int) -> None:
        self.__cuda_array_interface__ = {
            "data": (address, False),
            "shape": (size,),
            "typestr": "|u1",
            "version": 3,
        }


class CudaRegion:
    """Mapped in the current context, readable and writable by this device alone."""

    def __init__(self, cuda: CudaMemory, handle: int, size: int, descriptor: int) -> None:
        self._cuda, self._handle = cuda, handle
        self.size, self.descriptor = size, descriptor
        address = ctypes.c_uint64()
        cuda.ask(
            "cuMemAddressReserve", ctypes.byref(address), _size(size), _size(0), _size(0), _size(0)
        )
        self._address = address.value
        cuda.ask("cuMemMap", address, _size(size), _size(0), ctypes.c_uint64(handle), _size(0))
        access = _Access(cuda.location, READ_WRITE)
        cuda.ask("cuMemSetAccess", address, _size(size), ctypes.byref(access), _size(1))

    def bytes(self) -> torch.Tensor:
        return torch.as_tensor(_Bytes(self._address, self.size), device=self._cuda.device)

    def close(self) -> None:
        self._cuda.synchronize()
        address, size = ctypes.c_uint64(self._address), _size(self.size)
        self._cuda.ask("cuMemUnmap", address, size)
        self._cuda.ask("cuMemAddressFree", address, size)
        self._cuda.ask("cuMemRelease", ctypes.c_uint64(self._handle))
        os.close(self.descriptor)


class CudaMemory:
    """Of the one device that this process can see."""

    def __init__(self) -> None:
        try:
            self._library = ctypes.CDLL("libcuda.so.1")
        except OSError as error:
            raise OSError(errno.ENODEV, "no CUDA driver") from error
        # Makes torch's primary context current in this thread; all calls below are made in it.
        torch.zeros(1, device="cuda")
        self.device = torch.device("cuda", torch.cuda.current_device())
        self.location = _Location(ON_DEVICE, self.device.index)
        self._properties = _AllocationProperties(
            type=PINNED, handle_types=POSIX_DESCRIPTOR, location=self.location
        )

    def ask(self, function: str, *arguments: object) -> None:
        """Calls the driver. Raises OSError with its error number."""
        status = getattr(self._library, function)(*arguments)
        if status != 0:
            raise OSError(errno.EIO, f"{function} failed with CUDA error {status}")

    def create(self, size: int) -> CudaRegion:
        unit = ctypes.c_size_t()
        properties = ctypes.byref(self._properties)
        self.ask("cuMemGetAllocationGranularity", ctypes.byref(unit), properties, 0)
        whole = -(-size // unit.value) * unit.value
        handle, descriptor = ctypes.c_uint64(), ctypes.c_int()
        self.ask("cuMemCreate", ctypes.byref(handle), _size(whole), properties, _size(0))
        self.ask(
            "cuMemExportToShareableHandle",
            *(ctypes.byref(descriptor), handle, POSIX_DESCRIPTOR, _size(0)),
        )
        return CudaRegion(self, handle.value, whole, descriptor.value)

    def open(self, descriptor: int, size: int) -> CudaRegion:
        handle = ctypes.c_uint64()
        self.ask(
            "cuMemImportFromShareableHandle",
            *(ctypes.byref(handle), ctypes.c_void_p(descriptor), POSIX_DESCRIPTOR),
        )
        return CudaRegion(self, handle.value, size, descriptor)

    def synchronize(self) -> None:
        torch.cuda.synchronize()


def _size(value: int) -> ctypes.c_size_t:
    return ctypes.c_size_t(value)
