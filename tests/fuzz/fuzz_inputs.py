"""Random replies and golds for fuzzing the graders; everything is a function of the random stream it is drawn from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

CASES = Path(__file__).parents[1] / "cases"

_WRITTEN = r"""
\frac \dfrac \cfrac \sqrt \sqrt[3] \boxed \fbox \text \mathrm \mathbf \operatorname \left \right \left( \right) \left[
\right. \begin{pmatrix} \end{pmatrix} \begin{cases} \end{array} \\ & \pm \mp \cup \cap \in \notin \setminus \infty \pi
\cdot \times \div \le \ge \leq \geq \neq \approx \equiv \pmod \circ ^\circ \degree \overline \underline \binom \choose
\sum \int \lim \prod \sin \cos^{-1} \log_2 \ln \exp \lfloor \rceil \{ \} \| \% \$ \, \; \! \quad \cdots \ldots \to \not
\mathbb{R} \mathbb Z \overrightarrow \vec \hat \color{red} \phantom \hline \tag \over \sfrac \mbox \textbf \( \) \[ \]
{ } ( ) [ ] < > | _ ^ _{ ^{ $ $$ = == != + - * / ** ! !! ' '' : :: ; , . ... … % & # #### ~ ` ``` @
0 1 2 3 7 9 10 12 42 100 007 1,000 12,34 1.5 .5 5. 0.333 3.14 1e5 1E-9 2/3 1/2 3x 2x^2 x y z n a b e i ab pi oo nan inf
x= y= f(x)= n! 5! 52_8 1011_2 0x1f 3:45 12:00 p.m. A B C (A) (D) (E) E. True yes no none DNE undefined
and or not to is about approximately dollars $5 50% 5% cm cm^2 degrees feet per hour of the a an square twelve
twenty-one half thirds million dozen minus negative Paris Tokyo St. EUR March 1998-03-12 12th
<think> </think> <answer> </answer> [Problem] <|im_end|> **Answer:** Answer: answer is: ## ** * _ __ > - 1. Final
≤ ≥ ≠ ≈ √ π ∞ ∪ ∈ × ÷ − – — ½ ¾ ² ³ ⁻¹ ₂ ° ′ ″ ′ ∅ ℝ → ⇒ ± … « » “ ” ① Ⅷ ⅰ ٣ ९ ４ Ａ α β Σ İ ß ﬁ ﷽
"""
TOKENS = _WRITTEN.split()
ODD = [
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\u200f",
    "\u0305",
    "\u0301",
    "\x00",
    "\x1b",
    "\ud800",
]
ODD += [
    "\udfff",
    "\ufeff",
    "\u2028",
    "\u3000",
    "\U0001d7d9",
    "\U0001f600",
    "\ufffd",
    "\x85",
    "\x7f",
    "\u20e3",
    "\u180e",
]
WRAPS = [
    r"\boxed{@}",
    r"\frac{@}{2}",
    r"\frac{1}{@}",
    r"\sqrt{@}",
    r"\text{@}",
    "(@)",
    "[@]",
    r"\{@\}",
    r"\left(@\right)",
]
WRAPS += [
    "$@$",
    r"\(@\)",
    "**@**",
    "@^2",
    "@_8",
    "-@",
    "@%",
    r"@^\circ",
    "x=@",
    r"@\text{ cm}",
    "@ and @",
    "@, @",
    "|@|",
]
WRAPS += [
    "(-\\infty,@]",
    r"\begin{pmatrix}@\\@\end{pmatrix}",
    "@:@",
    r"\pm @",
    "@!",
    "{@}",
    "<answer>@</answer>",
    "`@`",
]
REPLIES = [
    "The answer is @.",
    "@",
    r"So \boxed{@}.",
    "#### @",
    "**Answer:** @",
    "<think>1</think>@",
    "<answer>@</answer>",
]
REPLIES += [
    r"Then $x=2$.\n\nTherefore, the answer is $\boxed{@}$.",
    "Answer:\n\n@\n\n",
    "@\n\nThe answer is @",
    "Thus @ = @",
]
WORDS = ["east", "June 20", "Paris", "even", "no solution", "isosceles triangle", "Yes", "all of them", "12 p.m."]
FUNCTIONS = ["\\sin", "\\cos", "\\tan", "\\ln", "\\log", "\\log_2", "\\arctan", "\\exp", "\\sqrt", "\\Gamma"]


@dataclass(frozen=True)
class Corpus:
    """Texts to mutate, and for each scorer the golds that are known to be readable."""

    texts: tuple[str, ...]
    golds: Mapping[str, tuple[str, ...]]


def corpus() -> Corpus:
    """All rows of tests/cases."""
    texts: set[str] = set()
    golds: dict[str, set[str]] = {}
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts.update(str(row[key])[:6_000] for key in ("gold", "reply", "answer") if row.get(key))
            if row.get("scorer") and row.get("gold") and row.get("status") != "gold_error":
                golds.setdefault(row["scorer"], set()).add(row["gold"])
    return Corpus(tuple(sorted(texts)), {scorer: tuple(sorted(texts)) for scorer, texts in golds.items()})


def soup(rng: Random, _: Corpus) -> str:
    """LaTeX, plain and Unicode tokens in any order."""
    gap = rng.choice(["", "", " "])
    return gap.join(rng.choice(ODD if rng.random() < 0.08 else TOKENS) for _ in range(rng.randint(1, 24)))


def unicode_text(rng: Random, _: Corpus) -> str:
    """Characters of all planes, surrogates included, or bytes read as Latin letters."""
    top = rng.choice([0x80, 0x250, 0x3000, 0x10FFFF])
    return "".join(chr(rng.randint(0, top)) for _ in range(rng.randint(1, 40)))


def formula(rng: Random, depth: int = 4) -> str:
    """A well-formed formula."""
    kind = rng.randrange(14) if depth else rng.randrange(4)
    if kind < 2:
        return str(rng.choice([rng.randint(0, 12), rng.randint(0, 10_000), rng.randint(0, 10**25), rng.random()]))
    if kind < 4:
        return rng.choice(["x", "y", "n", "a", "\\pi", "e", "i", "k_1", "\\theta", "\\alpha", "0.5", "1.25"])
    one, two = formula(rng, depth - 1), formula(rng, depth - 1)
    shapes = ["{0}+{1}", "{0}-{1}", "{0}{1}", "{0}\\cdot {1}", "\\frac{{{0}}}{{{1}}}", "({0})^{{{1}}}", "\\sqrt{{{0}}}"]
    shapes += ["\\sqrt[{1}]{{{0}}}", "-{0}", "({0})({1})", "{2}({0})", "({0})/({1})", "|{0}|", "({0})!", "{0}^2"]
    return rng.choice(shapes).format(one, two, rng.choice(FUNCTIONS))


def value(rng: Random) -> str:
    """A well-formed answer: a formula, or a tuple, set, interval, matrix, equation or inequality of formulas."""
    parts = [formula(rng, rng.choice([0, 1, 1, 2, 3])) for _ in range(rng.randint(1, 4))]
    listed, rows = (
        ", ".join(parts),
        "\\\\".join("&".join(rng.sample(parts, len(parts))) for _ in range(rng.randint(1, 3))),
    )
    shapes = ["{0}"] * 6 + [
        "({1})",
        "\\{{{1}\\}}",
        "{1}",
        "({0},\\infty)",
        "[{0},{3}]",
        "(-\\infty,{0}]\\cup[{3},\\infty)",
    ]
    shapes += ["x={0}", "y={0}x+{3}", "x\\le {0}", "{0}<x<{3}", "{0}\\pm {3}", "\\begin{{pmatrix}}{2}\\end{{pmatrix}}"]
    shapes += [
        "{0}:{3}",
        "{0}\\%",
        "{0}^\\circ",
        "\\${0}",
        "{0}\\text{{ cm}}^2",
        "{0}_8",
        "\\text{{({4})}}",
        "\\text{{{5}}}",
    ]
    return rng.choice(shapes).format(parts[0], listed, rows, parts[-1], rng.choice("ABCDE"), rng.choice(WORDS))


def well_formed(rng: Random, _: Corpus) -> str:
    """`value`, as a generator of its own."""
    return value(rng)


def mutant(rng: Random, known: Corpus) -> str:
    """A text of the corpora, changed in one to four places."""
    text = rng.choice(known.texts)
    if len(text) > 400 and rng.random() < 0.9:
        at = rng.randrange(len(text))
        text = text[at : at + 300]
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(MUTATIONS)(text, rng, known)
    return text


def _cut(text: str, rng: Random) -> tuple[str, str, str]:
    one, two = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    return text[:one], text[one:two], text[two:]


def _delete(text: str, rng: Random, _: Corpus) -> str:
    before, _middle, after = _cut(text, rng)
    return before + after


def _repeat(text: str, rng: Random, _: Corpus) -> str:
    before, middle, after = _cut(text, rng)
    return before + middle * rng.choice([2, 2, 3, 8]) + after


def _insert(text: str, rng: Random, _: Corpus) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(ODD if rng.random() < 0.2 else TOKENS) + text[at:]


def _wrap(text: str, rng: Random, _: Corpus) -> str:
    before, middle, after = _cut(text, rng)
    return before + rng.choice(WRAPS).replace("@", middle) + after


def _splice(text: str, rng: Random, known: Corpus) -> str:
    before, _middle, after = _cut(text, rng)
    other = rng.choice(known.texts)
    return before + _cut(other[:300], rng)[1] + after


def _replace(text: str, rng: Random, _: Corpus) -> str:
    if not text:
        return text
    at = rng.randrange(len(text))
    return text[:at] + chr(rng.choice([rng.randint(32, 126), rng.randint(0, 0x3000)])) + text[at + 1 :]


def _digits(text: str, rng: Random, _: Corpus) -> str:
    return "".join(str(rng.randint(0, 9)) if char.isdigit() and rng.random() < 0.5 else char for char in text)


MUTATIONS: list[Callable[[str, Random, Corpus], str]] = [_delete, _repeat, _insert, _wrap, _splice, _replace, _digits]
GENERATORS: dict[str, Callable[[Random, Corpus], str]] = {
    "mutants of the corpora": mutant,
    "token soup": soup,
    "well-formed values": well_formed,
    "Unicode": unicode_text,
}
WEIGHTS = (45, 25, 20, 10)


def draw_text(rng: Random, known: Corpus) -> tuple[str, str]:
    """(generator, text); one in 200 is blown up to some thousand characters."""
    (name,) = rng.choices(list(GENERATORS), WEIGHTS)
    text = GENERATORS[name](rng, known)
    if rng.random() < 0.5:
        text = rng.choice(REPLIES).replace("@", text)
    if text and rng.random() < 0.005:
        text = (text * 4_000)[: rng.choice([500, 3_900, 3_999])]
        text = rng.choice([text, f"\\boxed{{{text}}}"])
    return name, text


def draw(rng: Random, known: Corpus, scorer: str) -> tuple[str, str, str]:
    """(generator, reply, gold) for one scorer; one reply in six is the gold, whole or with one change."""
    golds = known.golds.get(scorer, ("5",))
    gold = draw_text(rng, known)[1] if rng.random() < 0.1 else rng.choice(golds)
    if rng.random() < 1 / 6:
        text = rng.choice(MUTATIONS)(gold, rng, known) if rng.random() < 0.6 else gold
        return "golds", rng.choice(REPLIES).replace("@", text), gold
    return (*draw_text(rng, known), gold)


def draw_gold(rng: Random, known: Corpus, scorer: str) -> str:
    """A well-formed gold: one of the corpora's or a fresh value."""
    golds = known.golds.get(scorer, ("5",))
    return rng.choice(golds) if rng.random() < 0.2 or scorer not in {"number", "math"} else value(rng)
