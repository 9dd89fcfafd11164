"""`--model gap-sim`: models whose gap is known in advance, to check the whole road from prompt to report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lm_eval.api.instance import Instance
from lm_eval.api.model import LM
from tqdm import tqdm

from gap_tasks.core import AGAIN, STATIC, probe, stream

CANNOT_TELL = "I cannot tell."
WRONG = "no such thing"

Document = dict[str, Any]
Profile = Callable[[Document, Document], str]
"""(family, item) -> the whole reply."""


def _say(answer: str) -> str:
    return f"Let me work it out.\n\nThe answer is {answer}."


def _oracle(family: Document, item: Document) -> str:
    """Everything right; a control without enough information to answer stays unanswered."""
    if item["condition"] in probe(family["family"].split("/")[0]).controls:
        return CANNOT_TELL
    return _say(str(item["gold"]))


def _memorizer(family: Document, item: Document) -> str:
    """The static questions by heart, under any instruction; to everything else the first static answer."""
    return _say(str((item if item["condition"] in (STATIC, AGAIN) else family["items"][0])["gold"]))


def _single_hop(family: Document, item: Document) -> str:
    """Every fact, and no composition of two."""
    return _say(WRONG) if item["condition"] == "composed" else _oracle(family, item)


def _mute(family: Document, item: Document) -> str:  # noqa: ARG001
    """No answer, ever."""
    return ""


PROFILES: dict[str, Profile] = {"oracle": _oracle, "memorizer": _memorizer, "single_hop": _single_hop, "mute": _mute}


class GapSim(LM):  # type: ignore[misc]
    """A model that reads the gold answers and gives them according to its profile.

    profile: oracle, memorizer, single_hop, noisy or mute. noisy answers each item right with probability p,
    independently, from streams named by seed and item. model: a name for the results' folder.
    """

    tokenizer_name = "gap-sim"
    max_length = 2**31 - 1

    def __init__(  # noqa: PLR0913, PLR0917 - lm-eval passes model arguments by keyword, and three of its own
        self,
        profile: str = "oracle",
        model: str = "",  # noqa: ARG002 - lm-eval files the results under this name
        p: float = 0.5,
        seed: int = 0,
        batch_size: object = None,  # noqa: ARG002
        max_batch_size: object = None,  # noqa: ARG002
        device: object = None,  # noqa: ARG002
    ) -> None:
        super().__init__()
        if profile != "noisy" and profile not in PROFILES:
            raise ValueError(f"gap-sim: profile={profile!r}; expected one of {', '.join([*PROFILES, 'noisy'])}")
        if not 0 <= float(p) <= 1:
            raise ValueError(f"gap-sim: p={p!r}; expected a probability from 0 to 1")
        self.p, self.seed = float(p), int(seed)
        self.reply: Profile = self._noisy if profile == "noisy" else PROFILES[profile]

    def _noisy(self, family: Document, item: Document) -> str:
        name = (family["family"], item["condition"], item["part"], item["snapshot"])
        return _say(str(item["gold"]) if stream("gap-sim", self.seed, *name).random() < self.p else WRONG)

    def generate_until(self, requests: Sequence[Instance], disable_tqdm: bool = False) -> list[str]:
        """One reply per request, each a request of a gap task; raises ValueError on any other task's."""
        replies = []
        for request in tqdm(requests, desc="gap-sim", disable=disable_tqdm, delay=2):
            if "items" not in request.doc:
                raise ValueError(f"gap-sim answers gap_* tasks only, not {request.task_name}")
            replies.append(self.reply(request.doc, request.doc["items"][request.idx]))
        return replies

    def tok_encode(self, string: str) -> list[int]:
        """One token per byte."""
        return list(string.encode())

    def apply_chat_template(self, chat_history: list[dict[str, str]], add_generation_prompt: bool = True) -> str:
        """A plain rendering of the turns."""
        turns = [f"<{turn['role']}>\n{turn['content']}\n" for turn in chat_history]
        return "".join(turns) + ("<assistant>\n" if add_generation_prompt else "")

    def chat_template(self, chat_template: bool | str = False) -> str:  # noqa: ARG002
        """Name of the one template there is."""
        return "gap-sim"

    def loglikelihood(self, requests: Sequence[Instance]) -> list[tuple[float, bool]]:
        """Not offered: gap tasks generate."""
        raise NotImplementedError("gap-sim generates answers only")

    def loglikelihood_rolling(self, requests: Sequence[Instance]) -> list[float]:
        """Not offered: gap tasks generate."""
        raise NotImplementedError("gap-sim generates answers only")
