"""Reply -> the answer it commits to, as it stands there, or the reason why there is none.

In this order: what follows the reasoning, before an invented next problem; the last box; the last
`<answer>` pair; a closing `####` line; the last answer phrase; a short reply as a whole. There is no
"last number of the text": a number that was only mentioned is not an answer.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from scorers.boxes import are_joined, joined
from scorers.score import Status
from scorers.sentence import first_sentence, has_content

MAX_REPLY = 1_000_000
MAX_ANSWER = 4_000
MAX_SHORT_CHARACTERS = 200
MAX_SHORT_WORDS = 25
MAX_TRIES = 500
MAX_BOX_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it stands in the reply, and where it was found."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a reply has no answer to judge."""

    status: Status
    why: str


_NOTHING = Missing("no_answer", "The reply names no answer in a box, a tag, an answer phrase or a short reply.")
_CUT = Missing("truncated", "The reply ends inside its box or answer tag.")
_TOO_LONG = Missing("limit", f"The answer is longer than {MAX_ANSWER} characters.")

_TAG_OF_REASONING = r"<(?P<close>/?)think(?:ing)?>"
_NEXT_PROBLEM = (
    r"(?P<end>^[ \t]*\[Problem\]|<\|(?:endoftext|end_of_text|im_end|eot_id|end)\|>|<\|im_start\|>user|<end_of_turn>)"
)
_THINK = re.compile(_TAG_OF_REASONING)
_END = re.compile(_NEXT_PROBLEM, re.MULTILINE)
_MARK = re.compile(f"{_TAG_OF_REASONING}|{_NEXT_PROBLEM}", re.MULTILINE)
_BOX = re.compile(r"\\(?:boxed|fbox)[ \t]{0,10}\{")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_TAG = re.compile(r"<(/?)answer>", re.IGNORECASE)
_HASHES = re.compile(r"^[ \t]*####[ \t]*([^#\s].*)$", re.MULTILINE)
_ONE_TOKEN = re.compile(r"[^\s:]*\d[^\s:]*(?<![.)])")
_WORD = re.compile(r"answer", re.IGNORECASE)
_PHRASE = re.compile(
    r"""answers?\b
    (?:[ \t]*\([^()\n]{0,120}\))?                                   # (the name of the country)
    (?:,[^.,:\n]{0,60},)?                                           # , in lowest terms,
    (?:[ \t]+(?:to|for|of|in|here|we)\b[^.:=\n]{0,100}?)?           # to the question
    [ \t*_`"']{0,6}
    (?:(?P<mark>[:：]|=(?!=))
      |\b(?P<verb>is|are|was|would[ ]be|must[ ]be|should[ ]be|will[ ]be|equals|becomes)\b(?!['’])
      |(?P<heading>(?=\r?\n|\Z|[ \t]*(?:\$\$|\\\[))))""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD = re.compile(
    r"""(?:[\s*_:：]+|as[ ]follows\b|that\b(?=[ ](?:there|the|it|we|he|she|they|x)\b)
    |(?:therefore|thus|then|hence|simply|just|clearly|indeed|again|also|now)\b,?
    |(?:found|calculated|computed|determined)[ ](?:to[ ]be|as)\b|given[ ]by\b)*""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_ASSERTED = re.compile(
    r"""(?:\b(?:intermediate|partial|previous|earlier|initial|wrong|incorrect|possible|another|this|that|an|a|each|any
      |every|which|what|your)\s+
    |(?:\b(?:if|whether|unless|suppose|supposing|assume|assuming|doubt)
       |n['’]t\ (?:think|believe|know|say)|\bnot\ (?:think|believe|sure|certain)
       |\b(?:might|may|could|would)\ (?:\w+\ )?(?:think|guess|say|assume|expect))
      \s+(?:that\s+|if\s+|whether\s+)?(?:the|my|our)?\s*(?:\w+\s+)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_HEADING_LEAD = re.compile(r"[#*_>\s]*(?:(?:the|my|final|correct)\s+)*", re.IGNORECASE)
_COMMENTARY = re.compile(
    r"""(?:correct|right|wrong|incorrect|reasonable|consistent|verified|confirmed|valid|unique)\b
     [*_]*(?:[.,;!?]|\s*$|\ (?:and|because|since|as)\b)
    |(?:derived|obtained|found|computed|calculated|determined|based|expressed|rounded)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def extract(reply: str) -> Answer | Missing:
    """The answer a reply commits to; never raises."""
    if len(reply) > MAX_REPLY:
        return Missing("limit", f"The reply is longer than {MAX_REPLY} characters.")
    text = _closing_part(reply)
    if text is None:
        return Missing("truncated", "The reply ends inside its reasoning: <think> is not closed.")
    for find in (_box, _tag, _hashes, _phrase, _whole):
        found = find(text)
        if found is not None:
            return _TOO_LONG if isinstance(found, Answer) and len(found.text) > MAX_ANSWER else found
    return _CUT if _breaks_off(text) else _NOTHING


def _closing_part(reply: str) -> str | None:
    """What follows the last </think> and precedes a next problem; None where the reasoning never ends.

    A problem line counts only outside the reasoning, which may quote the prompt. A reply whose first tag is
    </think> began inside its reasoning: chat templates can open it in the prompt.
    """
    first = _THINK.search(reply)
    inside = first is not None and bool(first[1])
    if _END.search(reply) is None:
        last = deque(_THINK.finditer(reply), maxlen=1)
        return reply if not last else reply[last[0].end() :] if last[0][1] else None
    start = 0
    for mark in _MARK.finditer(reply):
        if mark["end"] is None:
            inside = not mark["close"]
            start = start if inside else mark.end()
        elif not inside:
            return reply[start : mark.start()]
    return None if inside else reply[start:]


def _box(text: str) -> Answer | Missing | None:
    """The last box that closes and holds something; boxes joined by and, or, comma are read as one list."""
    budget = MAX_BOX_CHARACTERS
    last: list[tuple[int, int, int]] = []
    for opening in _boxes_from_the_end(text):
        end = _closing_brace(text, opening.end())
        budget -= (end or min(len(text), opening.end() + MAX_ANSWER)) - opening.end()
        if end is None and len(text) - opening.end() > MAX_ANSWER and not last:
            return _TOO_LONG
        if budget < 0:
            break
        if end is None or not has_content(text[opening.end() : end]):
            continue
        if last and not are_joined(text[end + 1 : last[0][0]]):
            break
        last.insert(0, (opening.start(), opening.end(), end))
    return Answer(joined(text, last), "box") if last else None


def _boxes_from_the_end(text: str) -> Iterator[re.Match[str]]:
    """The last openings of boxes, last first; at most MAX_TRIES."""
    at = len(text)
    for _ in range(MAX_TRIES):
        at = text.rfind("box", 0, at)
        if at < 0:
            return
        opening = _BOX.match(text, at - 1 if text[at - 1 : at] == "\\" else max(0, at - 2))
        if opening:
            yield opening


def _closing_brace(text: str, start: int) -> int | None:
    depth = 1
    for match in _BRACE.finditer(text, start, start + MAX_ANSWER + 1):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return match.start()
    return None


def _breaks_off(text: str) -> bool:
    """Whether the last box or answer tag is never closed."""
    tags = deque(_TAG.finditer(text), maxlen=1)
    if tags and not tags[-1][1]:
        return True
    box = next(_boxes_from_the_end(text), None)
    return box is not None and _closing_brace(text, box.end()) is None


def _tag(text: str) -> Answer | None:
    end = None
    for tag in reversed(deque(_TAG.finditer(text), maxlen=MAX_TRIES)):
        if tag[1]:
            end = tag.start()
        elif end is not None and has_content(text[tag.end() : end]):
            return Answer(text[tag.end() : end].strip(), "answer tag")
    return None


def _hashes(text: str) -> Answer | None:
    """GSM8K's `#### 42`; a Markdown heading of level four is told apart by the text that follows it."""
    lines = deque(_HASHES.finditer(text), maxlen=1)
    if not lines:
        return None
    rest = lines[-1][1].strip()
    closes = not has_content(text[lines[-1].end() :])
    if _WORD.search(rest) or not (closes or _ONE_TOKEN.fullmatch(rest)):
        return None
    return Answer(rest, "#### line") if has_content(rest) else None


def _phrase(text: str) -> Answer | Missing | None:
    """What the last answer phrase names, up to the end of its sentence or line."""
    words = deque(_WORD.finditer(text), maxlen=MAX_TRIES)
    for word in reversed(words):
        start = word.start()
        phrase = _PHRASE.match(text, start)
        if phrase is None or not _asserts(text, start, phrase):
            continue
        lead = _LEAD.match(text, phrase.end())
        at = lead.end() if lead else phrase.end()
        if phrase["verb"] and _COMMENTARY.match(text, at):
            continue
        return _named(text[at : at + 2 * MAX_ANSWER])
    return Missing("limit", f"The last {MAX_TRIES} answer phrases name nothing.") if len(words) == MAX_TRIES else None


def _asserts(text: str, start: int, phrase: re.Match[str]) -> bool:
    """Whether the phrase states the answer: not a condition, a doubt or an intermediate step."""
    line = max(text.rfind("\n", max(0, start - 80), start) + 1, start - 80, 0)
    before = text[line:start]
    if start and text[start - 1].isalnum():
        return False
    if phrase["heading"] is not None and not (phrase["mark"] or phrase["verb"]):
        return _HEADING_LEAD.fullmatch(before) is not None
    return _NOT_ASSERTED.search(before) is None


def _named(rest: str) -> Answer | Missing:
    for line in rest.splitlines():
        if has_content(line):
            sentence = first_sentence(line.strip())
            if not has_content(sentence.replace("\\boxed", "").replace("\\fbox", "")):
                break
            if len(sentence) <= MAX_ANSWER and _BOX.search(sentence):
                return _CUT
            return Answer(sentence, "answer phrase")
    return Missing("no_answer", "Nothing follows the last answer phrase.")


def _whole(text: str) -> Answer | None:
    """A reply of one short sentence, as a base model gives it; not one that still holds an open box or tag."""
    if _BOX.search(text) or _TAG.search(text) or len(text) > 4 * MAX_SHORT_CHARACTERS:
        return None
    lines = [line.strip() for line in text.splitlines() if has_content(line)]
    if len(lines) != 1 or len(lines[0]) > MAX_SHORT_CHARACTERS or len(lines[0].split()) > MAX_SHORT_WORDS:
        return None
    sentence = first_sentence(lines[0])
    return None if has_content(lines[0][len(sentence) :]) else Answer(sentence, "whole reply")
