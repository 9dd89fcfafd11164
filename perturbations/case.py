"""Prose in capitals."""

from __future__ import annotations

import re
from random import Random

from perturbations.perturbation import perturbation
from perturbations.prose import SHORT_WORDS, UNIT_SYMBOLS, protected_text, tokens

FUNCTION_NAMES = frozenset({
    "arc", "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "csc", "det", "dim", "exp", "gcd", "hcf",
    "inf", "lcm", "lim", "log", "max", "min", "mod", "sec", "sgn", "sin", "sinh", "sqrt", "sup", "tan", "tanh",
    "var",
})  # fmt: skip
ABOUT_CASE = re.compile(r"(?i)\b(?:upper|lower)[- ]?case\b|\bcapital letters?\b|\bcapitali[sz]")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TOKEN = re.compile(r"[('‘]*(?P<word>[A-Za-z]+(?:['’-][A-Za-z]+)*)[.,;:?!)'’]*")


def only_case_of_words(question: str, perturbed: str) -> bool:
    """Whether only words changed, and only their case: math, single letters and mixed case are byte-equal."""
    return (
        question != perturbed
        and question.casefold() == perturbed.casefold()
        and protected_text(question) == protected_text(perturbed)
        and all(
            before == after or (len(before) > 1 and before in {before.lower(), before.capitalize()})
            for before, after in zip(_WORD.findall(question), _WORD.findall(perturbed), strict=True)
        )
    )


@perturbation(keeps="answer", check=only_case_of_words)
def case(question: str, rng: Random) -> str | None:  # noqa: ARG001
    """Write the prose in capitals, but no variable, name of points, unit or function."""
    found = tokens(question)
    if found is None or ABOUT_CASE.search(question):
        return None
    # a word that stands in the math too may be a product or a name there: abc is not ABC
    in_math = {run.casefold() for span in protected_text(question) or () for run in re.findall("[A-Za-z]+", span)}
    pieces, done = [], 0
    for token in found:
        pieces.append(question[done : token.start])
        match = _TOKEN.fullmatch(token.text) if token.prose else None
        safe = match is not None and all(_is_word(part, in_math) for part in match["word"].split("-"))
        pieces.append(token.text.upper() if safe else token.text)
        done = token.end
    perturbed = "".join([*pieces, question[done:]])
    return perturbed if perturbed != question else None


def _is_word(part: str, in_math: set[str]) -> bool:
    """Whether case says nothing here: all of it lower case or capitalised, too long for a unit, a variable or a label.

    Two letters are most often a unit (cm) or a segment (AB), so only well-known short words count.
    """
    word = part.lower()
    if part not in {word, part.capitalize()} or word in in_math:
        return False
    return word in SHORT_WORDS or (len(word) > 2 and word not in UNIT_SYMBOLS and word not in FUNCTION_NAMES)
