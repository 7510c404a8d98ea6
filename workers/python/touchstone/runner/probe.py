"""What this machine offers a sandbox, in one object: for doctor and for the admin's page."""

from __future__ import annotations

import subprocess
from typing import Any

from touchstone.inside import seccomp
from touchstone.runner.bubblewrap import CHECKER, Host
from touchstone.runner.cgroups import Cgroups
from touchstone.runner.job import CHECKER_LIMITS
from touchstone.runner.zygotes import Fault, Nursery


def probe(host: Host, cgroups: Cgroups) -> dict[str, Any]:
    """Starts one real sandbox. `works` says whether it did, `error` why not."""
    nursery = Nursery(host, cgroups)
    found: dict[str, Any] = {
        "bwrap": _version(host.bwrap),
        "cgroup": cgroups.mode,
        "namespaces": ["user", "pid", "mount", "ipc", "net", "uts", "cgroup"],
        "seccomp": seccomp.supported(),
        "own_uid": host.uid is not None,
        "works": True,
    }
    try:
        nursery.child(CHECKER, CHECKER_LIMITS.confines(limit_data=True)).kill()
    except (Fault, LookupError, OSError) as error:
        found |= {"works": False, "error": str(error)}
    finally:
        nursery.close()
        cgroups.close()
    return found


def _version(bwrap: str) -> str:
    try:
        shown = subprocess.run([bwrap, "--version"], capture_output=True, text=True, timeout=10)
    except OSError as error:
        return f"missing: {error.strerror}"
    return shown.stdout.strip()
