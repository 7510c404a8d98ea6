"""Each limit's verdict, once for every kind of control group that this machine has and for none."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import LIMITS, Runner

HIERARCHY = Path("/sys/fs/cgroup")
AMPLE = {"wall_s": 20, "cpu_s": 10}

FORK_BOMB = "import os, signal\nfor _ in range(99):\n    if os.fork() == 0: signal.pause()"
BURNING_CHILD = """
import os, time
if os.fork() == 0:
    while True: pass
time.sleep(60)
"""
BURNING_GRANDCHILD = """
import os, time
if os.fork() == 0:
    if os.fork() == 0:
        while True: pass
    os._exit(0)
time.sleep(60)
"""
# Each burns a little and is never waited for: the kernel adds its time to nobody's.
CHAIN_OF_CHILDREN = """
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
while True:
    if os.fork() == 0:
        while time.process_time() < 0.2: pass
        os._exit(0)
    try:
        os.wait()
    except ChildProcessError:
        pass
"""
SPREAD_MEMORY = """
import os, time
for _ in range(4):
    if os.fork() == 0:
        held = np.ones(100 * 2**17)
        time.sleep(60)
time.sleep(60)
"""
SHARED_MEMORY = """
import os
held = np.ones(150 * 2**17)
children = []
gate, release = os.pipe()
for _ in range(3):
    child = os.fork()
    if child == 0:
        os.close(release)
        os.read(gate, 1)
        os._exit(0)
    children.append(child)
import time
until = time.monotonic() + 0.3
while time.monotonic() < until: pass
os.close(release)
for child in children: os.waitpid(child, 0)
return x * 2
"""

CASES = {
    "cpu": ("while True: pass", {"cpu_s": 0.3}, "limit.cpu"),
    "cpu of a child": (BURNING_CHILD, {"cpu_s": 0.3}, "limit.cpu"),
    "cpu of an orphan": (BURNING_GRANDCHILD, {"cpu_s": 0.3}, "limit.cpu"),
    "cpu of a chain": (CHAIN_OF_CHILDREN, {"cpu_s": 0.5}, "limit.cpu"),
    "wall": ("import time\ntime.sleep(60)", {"wall_s": 0.5}, "limit.wall"),
    "memory": ("return np.ones(2**27)", {}, "limit.memory"),
    "processes": (FORK_BOMB, {}, "limit.processes"),
}


def code(body: str) -> str:
    lines = "\n".join(f"    {line}" for line in body.strip().split("\n"))
    return f"import numpy as np\n\n\ndef double(x):\n{lines}\n"


@pytest.fixture(scope="module", params=["v2", "v1", "none"])
def limited(request) -> Iterator[Runner]:
    """A runner with this kind of groups, where the machine has them."""
    running = Runner(*(["--no-cgroups"] if request.param == "none" else []))
    mode = running.ready["cgroup"]
    if mode != request.param:
        running.close()
        pytest.skip(f"control groups {request.param} are not available; this machine has {mode}")
    yield running
    running.close()


def test_root_has_version_2_where_it_may_write_it(runner):
    controllers = HIERARCHY / "cgroup.controllers"
    if os.getuid() != 0 or not controllers.exists() or not os.access(HIERARCHY, os.W_OK):
        pytest.skip("not root, or the machine has no version 2 to write")
    assert {"memory", "pids"} <= set(controllers.read_text().split())
    assert runner.ready["cgroup"] == "v2"


@pytest.mark.parametrize(("body", "near", "verdict"), CASES.values(), ids=CASES.keys())
def test_what_ends_at_a_limit(limited, right, body, near, verdict):
    graded = limited.grade(code(body), limits={**AMPLE, **near})
    assert graded.case("visible")["message"]["code"] == verdict, graded.events
    assert graded.finished["status"] == "graded"
    assert limited.grade(right).passed, "the control did not pass after it"


def test_pages_that_processes_share_count_once(limited):
    assert LIMITS["memory_mb"] < 4 * 150
    # An emulated machine takes 10 s over it.
    graded = limited.grade(code(SHARED_MEMORY), limits={"wall_s": 100, "cpu_s": 100})
    assert graded.passed, graded.events


def test_without_groups_memory_is_summed_over_processes(right):
    running = Runner("--no-cgroups")
    try:
        graded = running.grade(code(SPREAD_MEMORY), limits=AMPLE)
        assert graded.case("visible")["message"]["code"] == "limit.memory", graded.events
        assert running.grade(right).passed
    finally:
        running.close()
