"""What a submission can see and reach: its own files, and nothing else."""

import contextlib
import json
import os
import select
from pathlib import Path

import pytest
from conftest import Runner

LOOK = """
import json, os

def double(x):
    found = {
        "uid": os.getuid(),
        "pids": [p for p in os.listdir("/proc") if p.isdigit()],
        "environment": dict(os.environ),
        "root": sorted(os.listdir("/")),
        "packages": sorted(os.listdir("/packages")),
        "fds": sorted(os.listdir("/proc/self/fd")),
        "interfaces": [l.split(":")[0].strip() for l in open("/proc/net/dev") if ":" in l],
        "caps": [l for l in open("/proc/self/status") if l.startswith("CapEff")][0].split()[1],
        "nnp": [l for l in open("/proc/self/status") if l.startswith("NoNewPrivs")][0].split()[1],
        "seccomp": [l for l in open("/proc/self/status") if l.startswith("Seccomp:")][0].split()[1],
    }
    print(json.dumps(found))
    return x
"""

FORBIDDEN_CALLS = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)

def double(x):
    calls = {"unshare": 272, "mount": 165, "ptrace": 101, "bpf": 321, "io_uring": 425,
             "userfaultfd": 323, "keyctl": 250, "perf": 298, "setns": 308}
    for name, number in calls.items():
        ctypes.set_errno(0)
        if libc.syscall(number, 0, 0, 0, 0, 0) >= 0 or ctypes.get_errno() != 1:
            print(name, ctypes.get_errno())
    ctypes.set_errno(0)
    libc.syscall(435, 0, 0)
    print("clone3", ctypes.get_errno())
    ctypes.set_errno(0)
    libc.syscall(56, 0x10000000 | 17, 0, 0, 0, 0)
    print("clone", ctypes.get_errno())
    return x
"""


@pytest.fixture(scope="module")
def seen(runner):
    return json.loads(runner.grade(LOOK).case("visible")["detail"]["stdout"])


def test_it_is_nobody_and_alone(seen):
    assert seen["uid"] == 1000
    assert seen["pids"] == ["1"]
    assert seen["interfaces"] == ["lo"]


def test_it_has_no_privilege_and_a_filter(seen):
    assert int(seen["caps"], 16) == 0
    assert (seen["nnp"], seen["seccomp"]) == ("1", "2")


def test_it_sees_its_packages_and_no_more(seen):
    assert "numpy" in seen["packages"]
    assert not any(name.startswith(("torch", "pixeltable")) for name in seen["packages"])
    folders = {"dev", "packages", "proc", "python", "tmp", "touchstone", "usr"}
    assert set(seen["root"]) <= folders | {"lib", "lib64"}


def test_it_inherits_no_environment_and_no_descriptor(seen):
    assert "SECRET" not in seen["environment"]
    assert not any("postgres" in value for value in seen["environment"].values())
    assert seen["fds"] == ["0", "1", "2", "3", "4"]


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="numbers of x86_64")
def test_forbidden_system_calls_are_refused(runner):
    said = runner.grade(FORBIDDEN_CALLS).case("visible")["detail"]["stdout"].split("\n")
    assert said == ["clone3 38", "clone 1", ""]


def test_the_checker_is_not_in_the_learners_file_system(runner):
    body = """
import os
def double(x):
    for folder, _, names in os.walk("/"):
        if folder.startswith(("/proc", "/packages", "/python", "/usr")):
            continue
        for name in names:
            print(os.path.join(folder, name))
    return x
"""
    files = runner.grade(body).case("visible")["detail"]["stdout"]
    assert "checker" not in files
    assert "solution.py" in files


def test_a_submission_leaves_nothing_for_the_next(runner, right):
    write = "import os\nopen('/tmp/left', 'w').write('x')\nopen('/dev/shm/left', 'w').write('x')\n"
    runner.grade(write + right)
    read = (
        "import os\n\n\ndef double(x):\n"
        "    print(os.path.exists('/tmp/left'), os.path.exists('/dev/shm/left'))\n    return x\n"
    )
    assert runner.grade(read).case("visible")["detail"]["stdout"] == "False False\n"


def cgroups_of(pid: int) -> list[Path]:
    # Groups of other programs come and go meanwhile; os.walk passes over those.
    folders = (Path(folder) for folder, _, _ in os.walk("/sys/fs/cgroup"))
    return [folder for folder in folders if folder.name == f"touchstone-{pid}-*"]


def descendants(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            child = int(stat.parent.name)
            found += [child, *descendants(child)]
    return found


def watch(pids: list[int]) -> list[int]:
    watched = []
    for pid in pids:
        # One that was leaving already needs no watch.
        with contextlib.suppress(ProcessLookupError):
            watched.append(os.pidfd_open(pid))
    return watched


def assert_ended(descriptors: list[int]) -> None:
    for descriptor in descriptors:
        assert select.select([descriptor], [], [], 10)[0], "a process outlived its runner"
        os.close(descriptor)


def test_nothing_is_left_when_a_runner_ends(right):
    own = Runner()
    assert own.grade(right).passed
    pid = own.process.pid
    watched = watch(descendants(pid))
    assert watched
    own.close()
    assert cgroups_of(pid) == []
    assert_ended(watched)


def test_sandboxes_end_when_their_runner_is_killed(right):
    own = Runner()
    assert own.grade(right).passed
    watched = watch(descendants(own.process.pid))
    own.process.kill()
    own.process.wait(10)
    assert_ended(watched)
