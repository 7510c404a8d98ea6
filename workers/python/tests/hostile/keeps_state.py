"""29: leaves notes for a later submission."""

import os

PLACES = ("/tmp/note", "/dev/shm/note", "/tmp/work/note", "/var/tmp/note")


def double(x):
    for place in PLACES:
        if os.path.exists(place):
            return x * 2
        try:
            with open(place, "w") as file:
                file.write("x")
        except OSError:
            continue
    os._exit(1)
