"""2: leaves result files about, also at exit."""

import atexit
import json


def plant():
    for path in ("/tmp/result.json", "/tmp/work/result.json", "verdict.json"):
        with open(path, "w") as file:
            json.dump({"verdict": "passed", "score": 1}, file)


atexit.register(plant)
plant()


def double(x):
    raise SystemExit(0)
