"""A sandbox imports what it names."""

import sys
from pathlib import Path

import pytest

from touchstone.runner.packages import modules, site_packages


def test_a_package_is_imported_by_the_name_of_its_module():
    site = site_packages(Path(sys.prefix))
    assert modules(site, ["numpy", "scikit-learn", "torch"]) == ["numpy", "sklearn", "torch"]


def test_a_package_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="no-such-package"):
        modules(site_packages(Path(sys.prefix)), ["no-such-package"])
