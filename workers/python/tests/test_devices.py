"""GPUs as the runner sees them and as a sandbox does, with stand-ins for driver and nodes."""

import json
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import CHECKER, LIMITS

from touchstone.runner import bubblewrap, device_memory, devices
from touchstone.runner.bubblewrap import Host, command, learner_spec
from touchstone.runner.cgroups import Cgroups
from touchstone.runner.device_memory import DeviceMeter
from touchstone.runner.devices import Device, Seat
from touchstone.runner.grade import Grading
from touchstone.runner.job import parse_job
from touchstone.runner.nvml import Gpus
from touchstone.runner.survey import report
from touchstone.runner.zygotes import Nursery

MB = 2**20
SEAT = Seat("cuda", "GPU-1", 1)


class NvmlError(Exception):
    pass


class Nvml:
    """pynvml over two devices made of plain numbers."""

    NVMLError = NvmlError
    nvmlEventTypeXidCriticalError = 8
    NVML_MEMORY_ERROR_TYPE_UNCORRECTED = 1
    NVML_VOLATILE_ECC = 0

    def __init__(self):
        self.used, self.running, self.events = [10, 20], [[], []], []
        self.ecc, self.remapped = [0, None], [(0, 0, False, False), None]

    def nvmlInit(self):
        pass

    def nvmlDeviceGetCount(self):
        return 2

    def nvmlDeviceGetHandleByIndex(self, index):
        return index

    def nvmlEventSetCreate(self):
        return "events"

    def nvmlDeviceRegisterEvents(self, handle, kind, events):
        if handle == 1:
            raise NvmlError("not supported")

    def nvmlEventSetWait_v2(self, events, milliseconds):
        if not self.events:
            raise NvmlError("timeout")
        device, xid = self.events.pop(0)
        return SimpleNamespace(device=device, eventData=xid)

    def nvmlDeviceGetUUID(self, handle):
        return f"GPU-{handle}".encode()

    def nvmlDeviceGetMinorNumber(self, handle):
        return handle + 4

    def nvmlDeviceGetName(self, handle):
        return "Some GPU"

    def nvmlDeviceGetMemoryInfo(self, handle):
        return SimpleNamespace(total=8000 * MB, used=self.used[handle] * MB)

    def nvmlDeviceGetComputeRunningProcesses(self, handle):
        return self.running[handle]

    def nvmlDeviceGetTotalEccErrors(self, handle, kind, counter):
        return self._told(self.ecc[handle])

    def nvmlDeviceGetRemappedRows(self, handle):
        return self._told(self.remapped[handle])

    def _told(self, value):
        if value is None:
            raise NvmlError("not supported")
        return value


@pytest.fixture
def nvml():
    return Nvml()


def test_devices_are_told_with_name_memory_and_node(nvml):
    first, second = report(Gpus(nvml), None)["devices"]
    assert first == {
        "uuid": "GPU-0",
        "minor": 4,
        "name": "Some GPU",
        "memory_mb": 8000,
        "used_mb": 10,
        "processes": 0,
        "errors": 0,
    }
    assert second["uuid"] == "GPU-1"


def test_faults_of_a_device_count_and_those_of_a_program_do_not(nvml):
    gpus = Gpus(nvml)
    nvml.events = [(0, 31), (0, 79), (1, 13)]
    assert [one.errors for one in gpus.found()] == [1, 0]
    nvml.ecc[0], nvml.remapped[0] = 2, (0, 0, True, False)
    assert [one.errors for one in gpus.found()] == [4, 0]


def test_memory_is_counted_by_process_with_what_it_started(nvml):
    meter = DeviceMeter(Device("cuda", "GPU-1", 0, 100), Gpus(nvml))
    own = SimpleNamespace(pid=os.getpid(), usedGpuMemory=300 * MB)
    other = SimpleNamespace(pid=1, usedGpuMemory=999 * MB)
    nvml.running[1] = [own, other]
    assert meter.used_mb(os.getpid()) == 300


@pytest.mark.parametrize("pid, share", [(os.getpid(), None), (2**22 + 1, 5 * MB)])
def test_where_the_driver_tells_no_process_all_that_was_added_counts(nvml, pid, share):
    meter = DeviceMeter(Device("cuda", "GPU-1", 0, 100), Gpus(nvml))
    nvml.running[1] = [SimpleNamespace(pid=pid, usedGpuMemory=share)]
    nvml.used[1] = 420
    assert meter.used_mb(os.getpid()) == 400


def test_a_sandbox_gets_one_devices_nodes_and_no_others(tmp_path, monkeypatch):
    for name in ("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm"):
        (tmp_path / name).touch()
    assert devices.nodes(SEAT, str(tmp_path)) == [
        (f"{tmp_path}/nvidia1", "/dev/nvidia1"),
        (f"{tmp_path}/nvidiactl", "/dev/nvidiactl"),
        (f"{tmp_path}/nvidia-uvm", "/dev/nvidia-uvm"),
    ]
    assert devices.nodes(None) == devices.nodes(Seat("cpu", "rehearsal", 0)) == []


def test_a_node_that_is_missing_is_a_fault_that_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="nvidia1 is missing"):
        devices.nodes(SEAT, str(tmp_path))


def test_of_the_driver_its_libraries_are_mounted_and_nothing_else(tmp_path):
    for name in ("libcuda.so.1", "libnvidia-ptxjitcompiler.so.1", "libnvidia-ml.so.1", "libc.so.6"):
        (tmp_path / name).touch()
    mounted = devices.driver_libraries((f"{tmp_path}/none", str(tmp_path)))
    assert [target for _, target in mounted] == [
        "/device/lib/libcuda.so.1",
        "/device/lib/libnvidia-ptxjitcompiler.so.1",
    ]


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A folder of nodes in which every device is /dev/full, and a driver of one file."""
    for name in ("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm"):
        (tmp_path / name).symlink_to("/dev/full")
    (tmp_path / "libcuda.so.1").write_text("the driver")
    nodes, libraries = devices.nodes, devices.driver_libraries
    monkeypatch.setattr(bubblewrap.devices, "nodes", lambda seat: nodes(seat, str(tmp_path)))
    monkeypatch.setattr(bubblewrap.devices, "driver_libraries", lambda: libraries((str(tmp_path),)))
    return tmp_path


def host(uid):
    bwrap = shutil.which(os.environ.get("BWRAP_PATH") or "bwrap")
    assert bwrap
    return Host(bwrap, Path(sys.prefix), uid)


def test_nodes_are_bound_as_devices_and_libraries_to_read(stand_in):
    arguments, _ = command(host(None), learner_spec(["numpy"], SEAT))
    pairs = list(zip(arguments, arguments[1:], arguments[2:], strict=False))
    assert ("--dev-bind", f"{stand_in}/nvidia1", "/dev/nvidia1") in pairs
    assert ("--ro-bind", f"{stand_in}/libcuda.so.1", "/device/lib/libcuda.so.1") in pairs
    assert ("--setenv", "CUDA_VISIBLE_DEVICES", "GPU-1") in pairs
    assert not any("nvidia0" in argument for argument in arguments)
    plain, _ = command(host(None), learner_spec(["numpy"]))
    assert not any("nvidia" in one or "CUDA" in one or one == "--dev-bind" for one in plain)


LOOK = """
import errno, json, os

def double(x):
    try:
        with open("/dev/nvidia1", "wb", buffering=0) as node:
            node.write(b"0")
        wrote = None
    except OSError as error:
        wrote = error.errno
    print(json.dumps({
        "full": wrote == errno.ENOSPC,
        "nodes": sorted(n for n in os.listdir("/dev") if "nvidia" in n),
        "driver": open("/device/lib/libcuda.so.1").read(),
        "visible": os.environ["CUDA_VISIBLE_DEVICES"],
    }))
    return x * 2
"""


def grade(code, changes):
    uid = 61000 if os.getuid() == 0 else None
    cgroups = Cgroups()
    nursery = Nursery(host(uid), cgroups)
    events = []
    job = {
        "job": "1",
        "imports": ["numpy"],
        "entry": "solution.py",
        "files": {"solution.py": code},
        "checker": {"python": CHECKER},
        "mode": "submit",
        "process": "submission",
        "seed": "5eed",
        "limits": LIMITS,
        **changes,
    }
    try:
        Grading(parse_job(job), nursery, cgroups.mode == "none", events.append).run()
    finally:
        nursery.close()
        cgroups.close()
    return events


CUDA = {"device": {"kind": "cuda", "uuid": "GPU-1", "minor": 1, "memory_mb": 100}}


def test_a_leased_device_is_there_and_can_be_used_and_its_neighbour_is_not(
    stand_in, monkeypatch, nvml
):
    monkeypatch.setattr(device_memory, "_gpus", lambda: Gpus(nvml))
    events = grade(LOOK, CUDA)
    visible = next(one for one in events if one["event"] == "case" and one["visible"])
    assert json.loads(visible["detail"]["stdout"].splitlines()[0]) == {
        "full": True,
        "nodes": ["nvidia-uvm", "nvidia1", "nvidiactl"],
        "driver": "the driver",
        "visible": "GPU-1",
    }


def test_who_takes_more_of_the_device_than_was_leased_is_ended(stand_in, monkeypatch, nvml):
    monkeypatch.setattr(device_memory, "_gpus", lambda: Gpus(nvml))
    # A driver that tells no process: all that is added to the device counts.
    nvml.running[1] = [SimpleNamespace(pid=2**22 + 1, usedGpuMemory=None)]
    growing = iter([20, 50, 90, 140, *[300] * 1000])
    monkeypatch.setattr(
        nvml,
        "nvmlDeviceGetMemoryInfo",
        lambda handle: SimpleNamespace(
            total=8000 * MB, used=(next(growing) if handle == 1 else 10) * MB
        ),
    )
    events = grade("import time\n\ndef double(x):\n    time.sleep(60)\n", CUDA)
    case = next(one for one in events if one["event"] == "case")
    assert case["outcome"] == "limit_exceeded"
    assert case["message"]["code"] == "limit.device_memory"
    assert case["message"]["params"]["limit_mb"] == 100
