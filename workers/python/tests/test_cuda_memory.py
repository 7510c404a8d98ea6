"""The driver's structures as they lie in memory, against NVIDIA's own bindings; without a GPU."""

import ctypes

import pytest

from touchstone.wire import cuda_memory
from touchstone.wire.shared import CpuMemory, tensor_at

driver = pytest.importorskip("cuda.bindings.driver")


def as_bytes(address, size):
    return ctypes.string_at(int(address), size)


def test_the_properties_of_an_allocation_are_laid_out_as_the_driver_reads_them():
    theirs = driver.CUmemAllocationProp()
    theirs.type = driver.CUmemAllocationType.CU_MEM_ALLOCATION_TYPE_PINNED
    kind = driver.CUmemAllocationHandleType.CU_MEM_HANDLE_TYPE_POSIX_FILE_DESCRIPTOR
    theirs.requestedHandleTypes = kind
    theirs.location.type = driver.CUmemLocationType.CU_MEM_LOCATION_TYPE_DEVICE
    theirs.location.id = 3
    ours = cuda_memory._AllocationProperties(
        type=cuda_memory.PINNED,
        handle_types=cuda_memory.POSIX_DESCRIPTOR,
        location=cuda_memory._Location(cuda_memory.ON_DEVICE, 3),
    )
    assert bytes(ours) == as_bytes(theirs.getPtr(), ctypes.sizeof(ours))


def test_the_access_to_a_mapping_is_laid_out_as_the_driver_reads_it():
    theirs = driver.CUmemAccessDesc()
    theirs.location.type = driver.CUmemLocationType.CU_MEM_LOCATION_TYPE_DEVICE
    theirs.location.id = 3
    theirs.flags = driver.CUmemAccess_flags.CU_MEM_ACCESS_FLAGS_PROT_READWRITE
    location = cuda_memory._Location(cuda_memory.ON_DEVICE, 3)
    ours = cuda_memory._Access(location, cuda_memory.READ_WRITE)
    assert bytes(ours) == as_bytes(theirs.getPtr(), ctypes.sizeof(ours))


def test_without_a_driver_the_error_says_so():
    try:
        ctypes.CDLL("libcuda.so.1")
    except OSError:
        with pytest.raises(OSError, match="no CUDA driver"):
            cuda_memory.CudaMemory()


def test_both_sides_of_a_region_see_the_same_memory_and_no_tensor_leaves_it():
    memory = CpuMemory()
    mine = memory.create(4096)
    theirs = memory.open(mine.descriptor, mine.size)
    tensor_at(mine, 512, [4], "float32").fill_(7)
    assert tensor_at(theirs, 512, [4], "float32").tolist() == [7, 7, 7, 7]
    for offset, shape in ((4096 - 15, [4]), (-16, [4]), (0, [1025])):
        with pytest.raises(ValueError, match="outside"):
            tensor_at(mine, offset, shape, "float32")
