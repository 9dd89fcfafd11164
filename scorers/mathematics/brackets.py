"""Intervals with outward brackets, ]a, b[, as ISO 80000-2 and French schools write them -> round brackets."""

from __future__ import annotations

from collections.abc import Sequence

from scorers.mathematics.tokens import Token

_OPENERS = {"(": ")", "[": "]", "{": "}", "⦃": "⦄", "⟨": "⟩"}
_CLOSERS = frozenset(_OPENERS.values())
_AFTER = frozenset(("∪", "∩", "∖", ",", ";", ")", "}", "⦄", "∧", "∨"))


def inward(tokens: list[Token]) -> list[Token]:
    """The tokens with ]a, b[ as (a, b), where their brackets only fit together when they are read so."""
    if _fit(tokens):
        return tokens
    out = list(tokens)
    opened: list[list[int]] = []
    """For every open bracket, its place and how many separators stand within."""
    for place, token in enumerate(tokens):
        text = token.text if token.kind == "op" else ""
        inside = opened[-1] if opened else None
        square = inside is not None and tokens[inside[0]].text in {"[", "]"}
        if text in {",", ";"} and inside is not None:
            inside[1] += 1
        elif text == "]" and not (inside is not None and square):
            out[place] = Token("op", "(")
            opened.append([place, 0])
        elif text == "[" and inside is not None and square and inside[1] == 1 and _ends(tokens, place):
            out[place] = Token("op", ")")
            opened.pop()
        elif text in _OPENERS:
            opened.append([place, 0])
        elif text in _CLOSERS:
            if inside is None:
                return tokens
            opened.pop()
    return out if not opened and _fit(out) else tokens


def _fit(tokens: Sequence[Token]) -> bool:
    """Whether round and square brackets close in turn; [0, 1) may close as it likes."""
    depth = 0
    for token in tokens:
        if token.kind == "op":
            depth += (token.text in {"(", "["}) - (token.text in {")", "]"})
            if depth < 0:
                return False
    return depth == 0


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing that an opening bracket would begin stands after a bracket."""
    if place + 1 == len(tokens):
        return True
    following = tokens[place + (2 if tokens[place + 1] == Token("op", "(") and place + 2 < len(tokens) else 1)]
    return following.text in _AFTER or following.kind in {"word", "run"}
