"""`python -m touchstone.runner.survey`: for every line in, one line out about this machine's GPUs.

Stays open, since faults of a device are told only to those who watch.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from touchstone.runner import triton_support
from touchstone.runner.nvml import Gpus, open_gpus


def main() -> None:
    gpus, error = None, None
    try:
        gpus = open_gpus()
        error = triton_support.prepare(Path(sys.prefix))
    except (OSError, ImportError) as failure:
        error = str(failure)
    for _ in sys.stdin:
        sys.stdout.write(json.dumps(report(gpus, error)) + "\n")
        sys.stdout.flush()


def report(gpus: Gpus | None, error: str | None) -> dict[str, Any]:
    found = [device.report() for device in gpus.found()] if gpus else []
    return {"devices": found, "error": error}


if __name__ == "__main__":
    main()
