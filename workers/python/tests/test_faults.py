"""What the machine does to a grading is the machine's fault, whoever's process it hit."""

import os
import signal
import threading
from pathlib import Path

import pytest
from conftest import RIGHT, Runner

SLEEPS = "import time\n\n\ndef double(x):\n    time.sleep(2)\n    return x * 2\n"
SLOW_CHECKER = """
import time
from touchstone.checker import case

@case(visible=True, en="a", zh="a")
def a(candidate, rng):
    candidate.double(1)
    time.sleep(2)
"""


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def sandboxed(runner: Runner, role: str) -> dict[int, int]:
    """Processes of this runner's sandboxes for the role, by how far below the runner they are.

    1 is bubblewrap, 2 the zygote, 3 a child that serves one grading.
    """
    depths = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
            line = [int(folder.name)]
            while line[-1] not in (0, 1, runner.process.pid):
                line.append(parent_of(line[-1]))
        except OSError:
            continue
        if line[-1] == runner.process.pid and role.encode() in command:
            depths[line[0]] = len(line) - 1
    return depths


def graded_meanwhile(runner: Runner, hit, **job):
    """The grading's end, `hit` having been done while the learner's code was called."""
    box = {}
    work = threading.Thread(target=lambda: box.update(graded=runner.grade(**job)))
    began = threading.Event()
    runner.on_event = lambda event: event["event"] == "case_started" and began.set()
    work.start()
    assert began.wait(20)
    hit()
    work.join(30)
    runner.on_event = None
    return box["graded"]


@pytest.fixture
def own():
    runner = Runner()
    assert runner.grade(RIGHT).passed
    yield runner
    runner.close()


def kill(runner: Runner, role: str, depth: int) -> None:
    hit = [pid for pid, found in sandboxed(runner, role).items() if found == depth]
    assert hit
    for pid in hit:
        os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("depth", [1, 2])
def test_a_zygote_that_is_killed_is_no_learners_error(own, depth):
    def hit():
        kill(own, "touchstone.inside.candidate", depth)

    graded = graded_meanwhile(own, hit, code=SLEEPS)
    assert graded.finished["status"] == "fault"
    assert own.grade(RIGHT).passed


@pytest.mark.parametrize(("is_last", "status"), [(False, "fault"), (True, "checker_error")])
def test_a_checker_that_vanishes_is_tried_again_before_its_author_is_blamed(own, is_last, status):
    def hit():
        kill(own, "touchstone.checker.serve", 3)

    job = {"code": RIGHT, "checker": {"python": SLOW_CHECKER}, "is_last": is_last}
    graded = graded_meanwhile(own, hit, **job)
    assert graded.finished["status"] == status
    assert own.grade(RIGHT).passed


def test_a_learner_who_ends_his_process_is_to_blame(own):
    graded = own.grade("import os\n\n\ndef double(x):\n    os._exit(0)\n")
    assert graded.outcomes == {"candidate_error"}
