"""The command line of a zygote's sandbox, and the way to it when the worker is root."""

from __future__ import annotations

import os
import platform
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from touchstone.inside import linux
from touchstone.runner import devices, triton_support
from touchstone.runner.devices import Seat
from touchstone.runner.packages import entries, modules, site_packages

PACKAGE = Path(__file__).resolve().parent.parent
STAGE = "/tmp"
LEARNER_PARTS = ("wire", "inside", "progress.py")
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class SandboxSpec:
    """One kind of zygote. role: the module that serves its children. seat: the device it sees."""

    role: str
    parts: tuple[str, ...]
    imports: tuple[str, ...]
    seat: Seat | None = None


def learner_spec(imports: list[str], seat: Seat | None = None) -> SandboxSpec:
    return SandboxSpec("touchstone.inside.candidate", LEARNER_PARTS, tuple(sorted(imports)), seat)


MODEL_HOST = SandboxSpec(
    "touchstone.inside.model_host", ("wire", "inside"), ("numpy", "onnx", "onnxruntime")
)
TABLE_HOST = SandboxSpec("touchstone.inside.table_host", ("wire", "inside"), ("numpy", "pyarrow"))
# What reads an uploaded file, by kind of challenge.
HOSTS = {"model": MODEL_HOST, "predictions": TABLE_HOST}
CHECKER = SandboxSpec("touchstone.checker.serve", ("wire", "inside", "checker"), ("h11", "numpy"))


def kernel_checker(seat: Seat) -> SandboxSpec:
    """Owns the device's buffers, and computes the reference there."""
    return SandboxSpec(CHECKER.role, CHECKER.parts, ("numpy", "torch"), seat)


@dataclass(frozen=True)
class Host:
    """What a sandbox is built from. uid: the sandboxes' own when the runner is root, else None."""

    bwrap: str
    venv: Path
    uid: int | None


def _python_binds() -> list[tuple[str, str]]:
    """The interpreter and its standard library, under /python."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    paths = sysconfig.get_paths(vars={"base": sys.base_prefix, "platbase": sys.base_exec_prefix})
    binary = os.path.realpath(sys.executable)
    binds = [(binary, "/python/bin/python3"), (paths["stdlib"], f"/python/lib/{version}")]
    shared = sysconfig.get_config_var("LDLIBRARY") or ""
    library = Path(sysconfig.get_config_var("LIBDIR") or "", shared)
    if ".so" in shared and library.exists():
        soname = sysconfig.get_config_var("INSTSONAME") or shared
        binds.append((str(library.with_name(soname)), f"/python/lib/{soname}"))
    return binds


def system_binds() -> list[tuple[str, str]]:
    """The C library and its neighbours, where this distribution keeps them."""
    triplet = f"{platform.machine()}-linux-gnu"
    multiarch = Path("/usr/lib", triplet)
    folders = [str(multiarch)] if multiarch.is_dir() else ["/usr/lib", "/usr/lib64"]
    folders += ["/usr/lib64"] if multiarch.is_dir() else []
    return [(folder, folder) for folder in folders if os.path.isdir(folder)]


def _binds(host: Host, spec: SandboxSpec) -> list[tuple[str, str]]:
    site = site_packages(host.venv)
    binds = _python_binds() + system_binds()
    for part in spec.parts:
        binds.append((str(PACKAGE / part), f"/touchstone/touchstone/{part}"))
    binds.append((str(PACKAGE / "__init__.py"), "/touchstone/touchstone/__init__.py"))
    for entry in entries(site, list(spec.imports)):
        binds.append((str(entry), f"/packages/{entry.name}"))
    if spec.seat and spec.seat.kind == "cuda":
        binds += devices.driver_libraries()
        ready = triton_support.folder(host.venv)
        binds += [(str(ready), devices.TRITON_READY)] if ready.is_dir() else []
    return binds


def _masks() -> list[str]:
    """Packages of the base installation are not the learner's."""
    paths = sysconfig.get_paths(vars={"base": sys.base_prefix, "platbase": sys.base_exec_prefix})
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return [
        f"/python/lib/{version}/{name}"
        for name in ("site-packages", "dist-packages", "test")
        if Path(paths["stdlib"], name).is_dir()
    ]


def _environment(spec: SandboxSpec) -> dict[str, str]:
    return {
        "HOME": "/tmp/work",
        "LANG": "C.UTF-8",
        "LD_LIBRARY_PATH": f"/python/lib:{devices.LIBRARIES}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHOME": "/python",
        "PYTHONPATH": "/touchstone:/packages",
        **dict.fromkeys(THREADS, "1"),
        **devices.environment(spec.seat),
    }


def command(host: Host, spec: SandboxSpec) -> tuple[list[str], Callable[[], None] | None]:
    """Arguments that start the zygote, and what to do in the child before them (root only)."""
    binds, nodes = _binds(host, spec), devices.nodes(spec.seat)
    prepare, staged = None, [*binds, *nodes]
    program = host.bwrap
    if host.uid is not None:
        program = f"{STAGE}/bwrap"
        prepare = stager(host, [source for source, _ in staged])
        staged = [(f"{STAGE}/{index}", target) for index, (_, target) in enumerate(staged)]
    arguments = [
        program,
        *("--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-net", "--unshare-uts"),
        *("--unshare-cgroup-try", "--die-with-parent", "--as-pid-1", "--new-session"),
        *("--uid", "0", "--gid", "0", "--hostname", "sandbox", "--cap-add", "ALL"),
        *("--clearenv", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"),
    ]
    for name, value in _environment(spec).items():
        arguments += ["--setenv", name, value]
    for index, (source, target) in enumerate(staged):
        arguments += ["--ro-bind" if index < len(binds) else "--dev-bind", source, target]
    for link in ("lib", "lib64"):
        if os.path.islink(f"/{link}"):
            arguments += ["--symlink", f"usr/{link}", f"/{link}"]
        elif os.path.isdir(f"/{link}"):
            arguments += ["--ro-bind", f"/{link}", f"/{link}"]
    for path in _masks():
        arguments += ["--tmpfs", path]
    arguments += ["--remount-ro", "/", "--chdir", "/"]
    loaded = ",".join(modules(site_packages(host.venv), list(spec.imports)))
    arguments += ["/python/bin/python3", "-S", "-m", "touchstone.inside.zygote", spec.role, loaded]
    return arguments, prepare


def stager(host: Host, sources: list[str]) -> Callable[[], None]:
    """Runs in the forked child: copies of the mounts where an unprivileged bwrap can reach them.

    The Python installation may lie below a folder that only root can enter. In a mount namespace
    of its own, root binds each source to a numbered path, then becomes the sandboxes' user.
    """

    def prepare() -> None:
        linux.unshare(linux.CLONE_NEWNS)
        linux.mount("none", "/", "", MS_REC | MS_PRIVATE)
        opened = [os.open(path, os.O_PATH) for path in [*sources, host.bwrap]]
        linux.mount("stage", STAGE, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "mode=755")
        targets = [f"{STAGE}/{index}" for index in range(len(sources))] + [f"{STAGE}/bwrap"]
        for descriptor, target in zip(opened, targets, strict=True):
            if os.path.isdir(f"/proc/self/fd/{descriptor}"):
                os.mkdir(target)
            else:
                os.close(os.open(target, os.O_CREAT | os.O_WRONLY))
            linux.mount(f"/proc/self/fd/{descriptor}", target, "", MS_BIND | MS_REC)
            os.close(descriptor)
        os.chdir("/")
        os.setgroups([])
        os.setresgid(host.uid, host.uid, host.uid)
        os.setresuid(host.uid, host.uid, host.uid)

    return prepare
