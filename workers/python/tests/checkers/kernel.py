import torch

from touchstone.checker import case
from touchstone.checker.kernel import Kernel, agree
from touchstone.checker.race import race


def twice(x):
    return x * 2


@case(visible=True, en="Small", zh="小")
def small(candidate, rng):
    double = Kernel(candidate, "double", own=False)
    x = double.normal(rng, (3, 4), torch.float32)
    agree(double(x, like=x), twice(x), atol=1e-6)


@case(en="Fresh", zh="新数据")
def fresh(candidate, rng):
    double = Kernel(candidate, "double", own=False)
    for _ in range(3):
        x = double.normal(rng, (16, 33), torch.float16)
        agree(double(x, like=x), twice(x), atol=1e-3)


@case(en="Fast", zh="快")
def fast(candidate, rng):
    double = Kernel(candidate, "double", own=False)
    found = race(
        double,
        lambda: (double.normal(rng, (32, 64), torch.float32),),
        twice,
        lambda got, x: agree(got, twice(x), atol=1e-6),
    )
    return found.against_rival(floor=0.1, mark=0.5, full=1.0)
