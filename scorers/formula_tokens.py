"""LaTeX, plain text or Unicode of one formula -> tokens, for `scorers.formula`: one spelling for each thing."""

from __future__ import annotations

import re
from collections.abc import Collection

MAX_TOKENS = 1_000

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<command>\\(?:[A-Za-z]+|[,;:! {}|%]))|(?P<word>[A-Za-z]+)"
    r"|(?P<sign>[-+*/^_(){}\[\]|!=]))"
)
_UNICODE = {
    "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "⁄": "/", "√": "\\sqrt ", "π": "\\pi ", "Γ": "\\Gamma ",
    "α": "\\alpha ", "β": "\\beta ", "θ": "\\theta ", "λ": "\\lambda ", "φ": "\\phi ", "⌊": "\\lfloor ",
    "⌋": "\\rfloor ", "⌈": "\\lceil ", "⌉": "\\rceil ", "∞": "\\infty ", "²": "^2 ", "³": "^3 ",
    "$": " ", "\u00a0": " ",
}  # fmt: skip
_STYLE = re.compile(r"\\(?:left|right|[bB]ig[lr]?|displaystyle|textstyle|quad|limits|[,;:! ])")
_SAME = {
    "\\cdot": "*", "\\times": "*", "\\div": "/", "\\dfrac": "\\frac", "\\tfrac": "\\frac", "\\cfrac": "\\frac",
    "\\dbinom": "\\binom", "\\tbinom": "\\binom", "\\lvert": "|", "\\rvert": "|", "\\vert": "|", "\\rightarrow": "\\to",
}  # fmt: skip


class UnreadError(ValueError):
    """A text that the grammar does not know, could read in two ways, or finds too long."""


def tokens_of(text: str, functions: Collection[str]) -> list[str]:
    """Tokens of one formula, functions being the words that are not letters side by side; raises UnreadError."""
    for char, plain in _UNICODE.items():
        text = text.replace(char, plain)
    text = text.strip().rstrip(".,;")
    found: list[str] = []
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnreadError(f"the character {text[at : at + 1]!a} at {at}")
        at = match.end()
        found += _spelled(match, functions)
        if len(found) > MAX_TOKENS:
            raise UnreadError(f"more than {MAX_TOKENS} tokens")
    return found


def _spelled(match: re.Match[str], functions: Collection[str]) -> list[str]:
    """A mark as the parser knows it: styling is dropped, a word is a function's name or letters side by side."""
    word = match["word"]
    if word:
        if word in functions or word in {"pi", "sqrt"}:
            return [word]
        if len(word) > 3:
            raise UnreadError(f"the word {word}")
        return list(word)
    mark = match.group().lstrip()
    if mark == "" or _STYLE.fullmatch(mark):
        return []
    return [_SAME.get(mark, mark)]
