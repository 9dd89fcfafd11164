"""Where a sentence ends: not within 3.14, Washington, D.C., St. John's or J. K. Rowling."""

from __future__ import annotations

import re

_END = re.compile(r"""[.!?](?=["'”’)*_$\]`}\\]{0,6}(?:\s|$))""")
_WORD_BEFORE = re.compile(r"(?:\w+\.)*\w+$")
_WORD_AFTER = re.compile(r"""["'”’)*_$\]`}\\]{0,6}\s+["'“(*_$]{0,3}(\w*)""")
_STATES = re.compile(r"\S*\s+(?:\S+\s+){1,3}(?:is|are|was|were|has|means|stands)\b")
_MARKUP = frozenset("$*_`~#>|:;.,!?-[](){}\\\"'“”‘’")

_ABBREVIATIONS = frozenset(
    "rs st ste mt ft dr mr mrs ms jr sr vs prof gen approx ca jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_REVISIONS = frozenset("wait no actually sorry correction oops hmm scratch".split())
_STARTERS = frozenset(
    "the it this that these i he she they we so in therefore thus hence and because since note you there its for an as if "
    "however but also explanation let my our here then".split()
)


def has_content(text: str) -> bool:
    """Whether anything but markup, punctuation and space is there."""
    return any(not (char.isspace() or char in _MARKUP) for char in text)


def first_sentence(line: str) -> str:
    """A line up to the mark that ends its first sentence; the mark itself is left out."""
    for end in _END.finditer(line):
        if _ends(line, end.start()):
            return line[: end.start()]
    return line


def _ends(line: str, dot: int) -> bool:
    """Whether a mark ends its sentence; after an abbreviation only if a sentence plainly begins there.

    A sentence that is taken back ("5. Wait, 6", "Paris? No, Lyon") goes on, so that it cannot pass as a commitment.
    """
    if line[dot - 1 : dot] == "." or dot == 0:
        return False
    if line[dot] == "?":
        return not has_content(line[dot:])
    before = _WORD_BEFORE.search(line, max(0, dot - 40), dot)
    after = _WORD_AFTER.match(line, dot + 1)
    if before is None or after is None or not after[1]:
        return after is None or bool(after[1]) or before is None
    word, following = before.group(), after[1]
    if following.lower() in _REVISIONS:
        return False
    if line[dot] == "!":
        return True
    if word.lower() == "no" and following[0].isdigit():
        return False
    dotted = "." in word and not word[0].isdigit()
    initial = len(word) == 1 and word.isalpha()
    if not (dotted or initial or word.lower() in _ABBREVIATIONS):
        return True
    if following.lower() in _STARTERS:
        return True
    alone = initial and not line[: before.start()].strip(" *_$\"'([\\{`")
    return alone and _STATES.match(line, dot) is not None
