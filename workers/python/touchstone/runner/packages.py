"""Which files of a Python environment a sandbox gets to see: the allowed packages, no more."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

REQUIREMENT_NAME = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)")


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def site_packages(venv: Path) -> Path:
    """The environment's folder of installed packages. Raises FileNotFoundError."""
    found = sorted(venv.glob("lib/python3.*/site-packages"))
    if not found:
        raise FileNotFoundError(f"no site-packages below {venv}")
    return found[-1]


@cache
def _installed(site: Path) -> dict[str, Distribution]:
    return {_canonical(found.metadata["Name"]): found for found in distributions(path=[str(site)])}


def _required(distribution: Distribution) -> set[str]:
    """Names in Requires-Dist that hold without an extra; markers are left to what is installed."""
    names = set()
    for line in distribution.requires or []:
        match = REQUIREMENT_NAME.match(line)
        if match and "extra ==" not in line:
            names.add(_canonical(match.group(1)))
    return names


def closure(site: Path, imports: list[str]) -> list[str]:
    """The packages named and all they require, sorted. Raises LookupError for a missing one."""
    installed = _installed(site)
    wanted, seen = [_canonical(name) for name in imports], set()
    for name in wanted:
        if name not in installed:
            raise LookupError(f"package {name} is not installed in the runtime")
    while wanted:
        name = wanted.pop()
        if name in seen or name not in installed:
            continue
        seen.add(name)
        wanted.extend(_required(installed[name]))
    return sorted(seen)


def entries(site: Path, imports: list[str]) -> list[Path]:
    """Top-level files and folders in site-packages that belong to the closure."""
    tops: set[str] = set()
    for name in closure(site, imports):
        for file in _installed(site)[name].files or []:
            if file.parts[0] not in ("..", "__pycache__") and not file.parts[0].endswith(".pth"):
                tops.add(file.parts[0])
    return sorted(site / top for top in tops if (site / top).exists())


def modules(site: Path, imports: list[str]) -> list[str]:
    """What to import for each package named: scikit-learn is installed as `sklearn`."""
    found: list[str] = []
    for name in imports:
        own = _canonical(name).replace("-", "_")
        files = _installed(site)[_canonical(name)].files or []
        tops = {file.parts[0] for file in files if file.parts[1:] == ("__init__.py",)}
        found += [own] if own in tops else sorted(tops)
    return found
