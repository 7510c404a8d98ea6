"""An uploaded file that is not taken: why, in a form that every language can say."""

from __future__ import annotations

from typing import Any


class Rejected(Exception):
    """The file breaks a rule: a code and what fills its sentence.

    problems: where a file can have several, each with a code and params of its own.
    """

    def __init__(
        self, code: str, problems: list[dict[str, str | int]] | None = None, **params: Any
    ) -> None:
        super().__init__(code)
        self.code, self.params, self.problems = code, params, problems

    def said(self) -> dict[str, Any]:
        """As it crosses to the runner."""
        return {"code": self.code, "params": self.params, "problems": self.problems}
