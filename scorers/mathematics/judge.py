"""Scorer "math": an extracted answer and golds -> a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scorers import name, number
from scorers.mathematics.compare import same
from scorers.mathematics.exact import Budget
from scorers.mathematics.parse import parse
from scorers.mathematics.readings import respelled, stated, unassured
from scorers.mathematics.source import source
from scorers.mathematics.syntax import (
    Based,
    Call,
    Chain,
    Expr,
    Group,
    Matrix,
    Num,
    Quantity,
    Ratio,
    Sym,
    Words,
    holds,
    variables,
    walk,
)
from scorers.mathematics.text import judge_choice, judge_words, one_of, phrase, spoken, words
from scorers.statement import CHOICE, CONDITION, NEGATION, says
from scorers.verdict import UnreadError, Verdict

_SIGNS = frozenset("∅∞√π")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold: its text and source, its tree and the tree's variables; number: where it is one; words: where it is."""

    text: str
    source: str
    tree: Expr
    names: frozenset[str]
    number: number.Number | None
    words: name.Name


@lru_cache(maxsize=8192)
def read_gold(text: str) -> Gold:
    """The gold's tree, words where it does not parse; raises UnreadError where it is empty or beyond a limit."""
    plain = source(text)
    if not _has_content(plain):
        raise UnreadError("gold_error", "The gold is empty.")
    try:
        tree = phrase(parse(plain))
    except UnreadError as error:
        if error.status == "limit":
            raise
        tree = phrase(spoken(text))
    named = words(text) if isinstance(tree, Words) else ()
    if isinstance(tree, Words) and not named:
        raise UnreadError("gold_error", "The gold is neither mathematics nor words.")
    return Gold(text, plain, tree, variables(tree), _number(text, tree), named)


def _has_content(plain: str) -> bool:
    return "\\" in plain or any(char.isalnum() or char in _SIGNS for char in plain)


def _number(text: str, tree: Expr) -> number.Number | None:
    if variables(tree) or not isinstance(tree, (Num, Call, Quantity)):
        return None
    try:
        return number.read_gold(text)
    except UnreadError:
        return None


_KINDS = {
    Words: "text",
    Num: "number",
    Sym: "symbol",
    Chain: "relation",
    Quantity: "quantity",
    Based: "numeral",
    Ratio: "ratio",
    Matrix: "matrix",
}


def kind(gold: Gold) -> str:
    """The gold's type in a word; "text" for words."""
    tree = gold.tree
    if _letter(gold):
        return "choice"
    if isinstance(tree, Group):
        return {",": "list", "or": "list", "and": "list", "{}": "set", "where": "set"}.get(tree.kind, "tuple")
    if isinstance(tree, Call):
        return "set" if tree.op in {"∪", "∩", "∖"} else "expression" if variables(tree) else "constant"
    return _KINDS[type(tree)]


def _letter(gold: Gold) -> str:
    """The letter of a multiple-choice gold, "" for any other."""
    tree = gold.tree
    single = isinstance(tree, Sym) and len(tree.name) == 1 and tree.name.isascii() and tree.name.isupper()
    return tree.name if single and isinstance(tree, Sym) else ""


def judge(answer: str, golds: Sequence[Gold]) -> Verdict:
    """Verdict on one extracted answer against golds of which any is right."""
    return one_of([_judge(answer, gold) for gold in golds])


def _judge(answer: str, gold: Gold) -> Verdict:
    plain = source(answer)
    if plain == gold.source:
        return Verdict("correct", "The answer is written as the gold is.")
    if not _has_content(plain):
        return Verdict("no_answer", "The answer holds nothing to read.")
    try:
        if isinstance(gold.tree, Words):
            return judge_words(answer, gold.text, gold.tree, gold.words)
        chosen = judge_choice(answer, _letter(gold)) if _letter(gold) else None
        return chosen or _judge_mathematics(answer, gold)
    except UnreadError as error:
        if error.status == "unparseable" and says(plain, NEGATION, CONDITION, CHOICE):
            return Verdict("incorrect", "The answer does not commit to a value.")
        return Verdict(error.status, error.why)


def _judge_mathematics(answer: str, gold: Gold) -> Verdict:
    """Verdict on the first reading of the answer that parses, and on its other spellings."""
    budget = Budget()
    unread: UnreadError | None = None
    plain = unassured(source(answer))
    for text in (plain, *stated(answer, plain)) if " " in plain or "(" in plain else (plain,):
        try:
            tree = phrase(parse(text, gold.names, constant=not gold.names))
        except UnreadError as error:
            if error.status == "limit":
                raise
            unread = unread or error
            continue
        if same(gold.tree, tree, budget):
            return Verdict("correct", f"The answer equals the gold, as a {kind(gold)}.")
        if not any(isinstance(each, Words) for each in walk(tree)):
            unread = UnreadError("incorrect", f"The answer is read as mathematics and is not the gold, a {kind(gold)}.")
            break
        unread = unread or UnreadError("incorrect", "The answer is words, and the gold is mathematics.")
    for text, thousands in respelled(plain, gold.names, listed=isinstance(gold.tree, Group) or holds(gold.tree, "±")):
        try:
            tree = parse(text, gold.names, constant=not gold.names, thousands=thousands)
        except UnreadError:
            continue
        if same(gold.tree, tree, budget):
            return Verdict("correct", f"The answer equals the gold, as a {kind(gold)}.")
    if gold.number is not None and (unread is None or "read as mathematics" not in unread.why):
        return number.judge(answer, [gold.number])
    raise unread or UnreadError("incorrect", "The answer is not the gold.")
