"""Which group a runner's groups are made below, with a folder in the hierarchy's place.

The kernel's part is played by the files: one that cannot be written refuses as a busy group does.
"""

import os
from pathlib import Path

import pytest

from touchstone.runner import hierarchy
from touchstone.runner.groups import hold, remove_stale
from touchstone.runner.hierarchy import MEMBERS, own_group, parents

BOTH = "cpu memory pids"


def make(folder: Path, hands_down: str = "", has: str = BOTH) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "cgroup.controllers").write_text(has)
    (folder / "cgroup.subtree_control").write_text(hands_down)
    (folder / "cgroup.procs").write_text("")
    return folder


@pytest.fixture
def root(tmp_path):
    return make(tmp_path)


@pytest.fixture
def kernel(monkeypatch):
    """`busy` groups have members, `foreign` ones are somebody else's, `delegated` are marked."""

    class Kernel:
        def __init__(self) -> None:
            self.busy: set[Path] = set()
            self.foreign: set[Path] = set()
            self.delegated: set[Path] = set()

        def write(self, path: Path, value: object) -> None:
            if path.name == "cgroup.subtree_control" and path.parent in self.busy:
                raise OSError(16, "Device or resource busy")
            if path.name == "cgroup.procs":
                self.busy = {folder for folder in self.busy if folder != path.parent.parent}
            path.write_text(str(value))

        def access(self, path: Path, _: int) -> bool:
            folder = path if path.is_dir() else path.parent
            return path.exists() and folder not in self.foreign

        def getxattr(self, path: Path, name: str) -> bytes:
            if name == "user.delegate" and path in self.delegated:
                return b"1"
            raise OSError(61, "No data available")

    one = Kernel()
    monkeypatch.setattr(hierarchy, "write", one.write)
    monkeypatch.setattr(hierarchy.os, "access", one.access)
    monkeypatch.setattr(hierarchy.os, "getxattr", one.getxattr)
    return one


def test_the_own_group_is_read_from_version_2_alone(root):
    both = "4:memory:/a\n0::/user.slice/session-1.scope\n"
    assert own_group(root, both) == root / "user.slice/session-1.scope"
    assert own_group(root, "0::/\n") == root
    assert own_group(root, "4:memory:/a\n") is None
    assert own_group(root, "0::/../other\n") is None
    (root / "cgroup.controllers").unlink()
    assert own_group(root, "0::/\n") is None


def test_as_root_it_is_the_nearest_ancestor_that_hands_down(root, kernel):
    above = make(root / "user.slice", BOTH)
    session = make(above / "session-1.scope")
    kernel.busy = {session}
    assert next(parents(root, session)) == above


def test_an_ancestor_without_members_is_told_to_hand_down(root, kernel):
    above = make(root / "user.slice")
    session = make(above / "session-1.scope")
    kernel.busy = {session}
    assert next(parents(root, session)) == above
    assert (above / "cgroup.subtree_control").read_text() == "+memory +pids"


def test_a_group_that_lacks_the_controllers_is_passed_over(root, kernel):
    above = make(root / "user.slice", has="cpu pids")
    session = make(above / "session-1.scope", has="pids")
    kernel.busy = {session}
    assert list(parents(root, session)) == [root]


def test_a_user_stays_inside_what_was_delegated(root, kernel):
    slices = make(root / "user-1000.slice", BOTH)
    manager = make(slices / "user@1000.service", BOTH)
    terminal = make(manager / "terminal.scope")
    kernel.busy, kernel.foreign = {terminal}, {root, slices}
    assert list(parents(root, terminal)) == [manager]


def test_a_delegated_service_of_root_keeps_its_groups_inside(root, kernel):
    service = make(make(root / "system.slice", BOTH) / "touchstone.service")
    make(service / MEMBERS)
    (service / "cgroup.procs").write_text("7\n")
    kernel.busy, kernel.delegated = {service}, {service}
    assert list(parents(root, service)) == [service]


def test_a_session_of_somebody_else_offers_none(root, kernel):
    session = make(make(root / "user-1000.slice", BOTH) / "session-1.scope")
    kernel.busy, kernel.foreign = {session}, {root, session.parent, session}
    assert list(parents(root, session)) == []
    assert not (session / MEMBERS).exists()


def test_in_a_container_the_members_move_to_a_leaf_first(root, kernel):
    make(root / MEMBERS)
    (root / "cgroup.procs").write_text("1\n7\n")
    kernel.busy = {root}
    assert list(parents(root, root)) == [root]
    assert (root / MEMBERS / "cgroup.procs").read_text() == "7"


def test_members_that_cannot_be_named_are_not_parted_from_the_others(root, kernel):
    (root / "cgroup.procs").write_text("0\n7\n")
    kernel.busy = {root}
    assert list(parents(root, root)) == []
    assert not (root / MEMBERS).exists()


def test_a_runner_that_was_moved_there_by_another_goes_on_with_it(root, kernel):
    leaf = make(root / MEMBERS)
    (root / "cgroup.procs").write_text("1\n")
    kernel.busy = {root, leaf}
    assert list(parents(root, leaf)) == [root]


def test_members_of_an_inner_group_are_left_where_they_are(root, kernel):
    inner = make(root / "inner", has="cpu")
    (root / "cgroup.procs").write_text("1\n")
    kernel.busy = {root, inner}
    assert list(parents(root, inner)) == []


def test_only_folders_of_runners_that_are_gone_are_removed(tmp_path):
    names = ("r-999999998-a", "r-999999999-b", "r-1-c")
    gone, elsewhere, alive = (tmp_path / name for name in names)
    for folder in (gone, elsewhere, alive):
        folder.mkdir()
    held = hold(elsewhere)
    remove_stale(tmp_path, "r-")
    assert sorted(tmp_path.iterdir()) == [alive, elsewhere]
    os.close(held)
    remove_stale(tmp_path, "r-")
    assert list(tmp_path.iterdir()) == [alive]
