"""Triton's helper: built outside with the machine's compiler, and taken inside without one."""

import importlib
import shutil
import subprocess

import pytest
import triton

from touchstone.runner import triton_support

needs_compiler = pytest.mark.skipif(not shutil.which("gcc"), reason="needs a C compiler")


@pytest.fixture
def driver(tmp_path, monkeypatch):
    """A driver's library with nothing in it: enough to link against."""
    folder = tmp_path / "driver"
    folder.mkdir()
    command = ["gcc", "-shared", "-o", str(folder / "libcuda.so.1"), "-x", "c", "/dev/null"]
    subprocess.run(command, check=True)
    monkeypatch.setenv("TRITON_LIBCUDA_PATH", str(folder))
    return folder


@needs_compiler
def test_it_is_built_once_and_taken_without_a_compiler(tmp_path, driver, monkeypatch):
    venv = tmp_path / "venv"
    venv.mkdir()
    assert triton_support.prepare(venv) is None
    ready = triton_support.folder(venv)
    assert [path.name for path in ready.iterdir() if path.is_file()] == ["cuda_utils.so"]
    built = (ready / "cuda_utils.so").stat().st_mtime_ns
    assert triton_support.prepare(venv) is None
    assert (ready / "cuda_utils.so").stat().st_mtime_ns == built

    monkeypatch.setenv("TOUCHSTONE_TRITON", str(ready))
    monkeypatch.setenv("TRITON_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("CC", "/nonexistent")
    monkeypatch.setattr(triton.knobs.build, "impl", None)
    importlib.reload(importlib.import_module("touchstone.inside.triton_helper"))
    path = triton.runtime.build.compile_so_from_file(
        triton_source(), "cuda_utils", library_dirs=["/elsewhere"], libraries=["libcuda.so.1"]
    )
    with open(path, "rb") as taken, open(ready / "cuda_utils.so", "rb") as own:
        assert taken.read() == own.read()
    with pytest.raises(RuntimeError, match="no compiler here to build another"):
        triton.runtime.build.compile_so_from_file(triton_source(), "another")


def triton_source():
    from triton.backends.nvidia import driver

    return f"{driver.dirname}/driver.c"


def test_where_it_cannot_be_built_the_reason_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("TRITON_LIBCUDA_PATH", str(tmp_path / "none"))
    monkeypatch.setenv("CC", "/nonexistent")
    reason = triton_support.prepare(tmp_path)
    assert reason and "compiler" in reason
    assert not triton_support.folder(tmp_path).exists()
