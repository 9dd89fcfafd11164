"""What the typed scorers say to `grade`: a verdict on one answer, or why a text has no value of the type."""

from __future__ import annotations

from typing import NamedTuple

from scorers.score import Status


class Verdict(NamedTuple):
    """Status of one answer against its golds, and one sentence on how it came about."""

    status: Status
    why: str


class UnreadError(ValueError):
    """A text has no value of the scorer's type; carries the status that an answer of this kind earns."""

    def __init__(self, status: Status, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
