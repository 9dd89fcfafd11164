"""Where a sentence ends: not within 3.14, Washington, D.C., St. John's or J. K. Rowling."""

from __future__ import annotations

import re

from scorers.lexicon import MONTHS, word_set

_END = re.compile(r"""(?:[.?]|(?<!\\)!)(?=["'”’)*_$\]`}\\]{0,6}(?:\s|$))""")
_WORD_BEFORE = re.compile(r"(?:\w+\.)*\w+$")
_WORD_AFTER = re.compile(r"""["'”’)*_$\]`}\\]{0,6}\s+["'“(*_$]{0,3}(\w*)""")
_STATES = re.compile(r"\S*\s+(?:\S+\s+){1,3}(?:is|are|was|were|has|means|stands)\b")
_MARKUP = frozenset("$*_`~#>|:;.,!?-[](){}\\\"'“”‘’")

_ABBREVIATIONS = word_set(
    "rs st ste mt ft dr mr mrs ms jr sr vs prof gen approx ca jan feb mar apr jun jul aug sep sept oct nov dec"
)
_REVISIONS = word_set("wait no actually sorry correction oops hmm scratch")
_STARTERS = word_set(
    "the it this that these i he she they we so in therefore thus hence and because since note you there its for "
    "an as if however but also explanation let my our here then"
)


def has_content(text: str) -> bool:
    """Whether anything but markup, punctuation and space is there."""
    return "\\{\\}" in text or any(not (char.isspace() or char in _MARKUP) for char in text)


def first_sentence(line: str) -> str:
    """A line up to the mark that ends its first sentence; the mark itself is left out, also of $3.$ the full stop."""
    for end in _END.finditer(line):
        if _ends(line, end.start()):
            sentence = line[: end.start()]
            opened = (sentence.count("$") - sentence.count("\\$")) % 2 and line[end.end() : end.end() + 1] == "$"
            return f"{sentence}$" if opened else sentence
    return line


def _ends(line: str, mark: int) -> bool:
    """Whether a mark ends its sentence.

    A sentence that is taken back ("5. Wait, 6", "Paris? No, Lyon") goes on, so that it cannot pass as a commitment.
    """
    if mark == 0 or line[mark - 1] == ".":
        return False
    if line[mark] == "?":
        return not has_content(line[mark:])
    before = _WORD_BEFORE.search(line, max(0, mark - 40), mark)
    after = _WORD_AFTER.match(line, mark + 1)
    following = after[1].lower() if after else ""
    if following in _REVISIONS:
        return False
    if before is None or not following or line[mark] == "!":
        return True
    return _ends_after(before.group(), following, alone=not has_content(line[: before.start()]), rest=line[mark:])


def _ends_after(word: str, following: str, *, alone: bool, rest: str) -> bool:
    """Whether the full stop after a word ends the sentence; after an abbreviation only if another plainly begins.

    A letter that is alone so far may be an initial (J. Robert) or the whole answer ("K. Potassium is a metal").
    """
    if word.lower() == "no" and following[0].isdigit():
        return False
    if word.isdigit():
        return following not in MONTHS
    initial = len(word) == 1 and word.isalpha()
    dotted = "." in word and not word[0].isdigit()
    if not (initial or dotted or word.lower() in _ABBREVIATIONS) or following in _STARTERS:
        return True
    return initial and alone and _STATES.match(rest) is not None
