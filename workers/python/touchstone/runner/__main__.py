"""`python -m touchstone.runner`: jobs as JSON lines in, events as JSON lines out.

See docs/security.md for what runs where, and docs/authoring.md for what an author sees of it.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import shutil
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from touchstone.runner.bubblewrap import CHECKER, Host, learner_spec
from touchstone.runner.cgroups import Cgroups
from touchstone.runner.grade import Grading
from touchstone.runner.job import Job, parse_job
from touchstone.runner.probe import probe
from touchstone.runner.storable import storable
from touchstone.runner.user_scope import restart_in_scope
from touchstone.runner.zygotes import Fault, Nursery

RUNTIME_IMPORTS = {"python-numpy": ["numpy"], "python-torch": ["numpy", "torch"]}
VERSION = "bubblewrap/1"
SWEEP_SECONDS = 0.005


def main() -> None:
    options = _options()
    bwrap = shutil.which(options.bwrap) or options.bwrap
    host = Host(bwrap, options.venv, options.uid_base if os.getuid() == 0 else None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    cgroups = Cgroups(wanted=options.cgroups)
    if options.cgroups and cgroups.mode == "none" and not options.in_scope:
        restart_in_scope("--in-scope")
    if options.probe:
        _say(probe(host, cgroups))
        return
    nursery = Nursery(host, cgroups)
    try:
        for runtime in filter(None, options.warm.split(",")):
            nursery.warm(learner_spec(RUNTIME_IMPORTS[runtime]))
        nursery.warm(CHECKER)
        _say({"event": "ready", "version": VERSION, "cgroup": cgroups.mode, "seccomp": True})
        _serve(nursery, cgroups)
    except Fault as fault:
        _say({"event": "unusable", "reason": str(fault)})
        sys.exit(1)
    finally:
        nursery.close()
        cgroups.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="touchstone.runner")
    parser.add_argument("--venv", type=Path, required=True)
    parser.add_argument("--bwrap", default="bwrap")
    parser.add_argument("--warm", default="")
    parser.add_argument("--uid-base", type=int, default=61000)
    parser.add_argument("--probe", action="store_true", help="say what the machine offers, and end")
    parser.add_argument("--no-cgroups", dest="cgroups", action="store_false")
    parser.add_argument("--in-scope", action="store_true", help="started by the user's manager")
    return parser.parse_args()


def _serve(nursery: Nursery, cgroups: Cgroups) -> None:
    while line := _next_line(cgroups):
        order = json.loads(line)
        if order.get("shutdown"):
            return
        _grade(parse_job(order), nursery, limit_data=cgroups.mode == "none")


def _next_line(cgroups: Cgroups) -> str:
    """The next order, `''` at the end; meanwhile clears away what the last one left."""
    while not select.select([sys.stdin], [], [], 0)[0] and not cgroups.sweep():
        select.select([sys.stdin], [], [], SWEEP_SECONDS)
    return sys.stdin.readline()


def _grade(job: Job, nursery: Nursery, limit_data: bool) -> None:
    def emit(event: dict[str, Any]) -> None:
        _say({"job": job.id, **event})

    try:
        grading = Grading(job, nursery, limit_data, emit)
        grading.run()
        grading.prepare_spares()
    except (Fault, LookupError, OSError) as error:
        print(traceback.format_exc(), file=sys.stderr, flush=True)
        emit({"event": "finished", "status": "fault", "reason": str(error)})


def _say(event: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(storable(event)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
