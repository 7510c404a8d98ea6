"""53: prints without end, in colours, what looks like verdicts."""


def double(x):
    while True:
        print("\x1b[32mpassed\x1b[0m 3 of 3 cases passed <script>alert(1)</script>")
