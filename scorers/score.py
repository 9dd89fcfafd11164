"""What a scorer returns: a verdict with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Status = Literal["correct", "incorrect", "no_answer", "truncated", "unparseable", "limit", "timeout", "gold_error"]
"""correct, incorrect: judged. no_answer: the reply holds no answer. truncated: it was cut before one.
unparseable, limit, timeout: an answer that could not be judged. gold_error: the gold could not be read."""

STATUSES: tuple[Status, ...] = get_args(Status)
JUDGED: frozenset[Status] = frozenset({"correct", "incorrect"})


@dataclass(frozen=True, slots=True)
class Score:
    """Verdict on one reply.

    extracted: the answer as it stands in the reply, None where none was found.
    source: where it was found ("box", "answer phrase", "last line", ...), "" where none was.
    why: one sentence on how the verdict came about.
    """

    status: Status
    extracted: str | None = None
    source: str = ""
    why: str = ""

    @property
    def correct(self) -> bool:
        """Whether the answer is right; whatever could not be judged is not."""
        return self.status == "correct"

    @property
    def judged(self) -> bool:
        """Whether there is an answer that could be told right from wrong."""
        return self.status in JUDGED
