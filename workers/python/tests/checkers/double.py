"""A small trusted package: the learner doubles arrays."""

import numpy as np

from touchstone.checker import case, close

ANSWER_MARK = "only-the-checker-knows-this"


@case(visible=True, en="Two numbers", zh="两个数")
def visible(candidate, rng):
    close(candidate.double(np.array([1.0, 2.0])), np.array([2.0, 4.0]))


@case(points=2, en="Random numbers", zh="随机数")
def hidden(candidate, rng):
    x = rng.normal(size=(3, 4))
    close(candidate.double(x), 2 * x)


@case(points=2, en="Again, and once more", zh="再来，又一次")
def again(candidate, rng):
    for _ in range(2):
        x = rng.normal(size=5)
        expected = 2 * x
        close(candidate.double(x), expected)
