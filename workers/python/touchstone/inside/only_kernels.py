"""Tells a kernel from a call of the library that answers for it.

Teaches, and does not protect: it runs in the learner's own process, like all that his code could
undo. It watches calls that are not timed, since watching costs time.
"""

from __future__ import annotations

from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from touchstone.wire.values import BadValue

# What allocates, fills, copies or looks at memory in another shape; everything else computes.
ALLOWED = frozenset(
    {
        "_local_scalar_dense",
        "_reshape_alias",
        "_to_copy",
        "_unsafe_view",
        "alias",
        "as_strided",
        "clone",
        "contiguous",
        "copy_",
        "detach",
        "diagonal",
        "empty",
        "empty_like",
        "empty_strided",
        "expand",
        "fill",
        "fill_",
        "full",
        "full_like",
        "is_pinned",
        "lift_fresh",
        "narrow",
        "new_empty",
        "new_empty_strided",
        "new_full",
        "new_ones",
        "new_zeros",
        "ones",
        "ones_like",
        "permute",
        "reshape",
        "resize_",
        "select",
        "set_",
        "slice",
        "split",
        "split_with_sizes",
        "squeeze",
        "t",
        "transpose",
        "unbind",
        "unsqueeze",
        "view",
        "zero_",
        "zeros",
        "zeros_like",
    }
)


class OnlyKernels(TorchDispatchMode):
    """Raises BadValue at the first of PyTorch's own operations that computes something.

    most_bytes: of one tensor that is made meanwhile; None for any size.
    """

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        # Nothing is compiled under this mode, and to see to that would load half of PyTorch.
        return False

    def __init__(self, most_bytes: int | None = None) -> None:
        super().__init__()
        self._most_bytes = most_bytes

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        name = func._schema.name.split("::")[-1]
        if name not in ALLOWED:
            raise BadValue(f"torch's {name} did the work; write a kernel that does")
        made = func(*args, **(kwargs or {}))
        if self._most_bytes is not None and isinstance(made, torch.Tensor):
            size = made.untyped_storage().nbytes()
            if size > self._most_bytes:
                raise BadValue(f"a tensor of {size} bytes; {self._most_bytes} are allowed")
        return made
