"""Worked mathematics problems for few-shot prompts, none of them evaluated, and how mathematics is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from gap_tasks.core import Exemplar

INSTRUCTIONS = {
    ("phrase", 1): (
        'Solve the problem step by step. End with one line of the form "The answer is X.", where X is the final '
        "answer. If X is not an integer, write it as a fraction a/b in lowest terms.",
        "Work through this problem one step after another. Close your reply with a single line that reads "
        '"The answer is X.", with your result in place of X. '
        "Give a result that is not an integer as a fraction a/b in lowest terms.",
    ),
    ("phrase", 0): (
        'Solve the problem without showing any work. Reply with one line of the form "The answer is X.", where X is '
        "the final answer. If X is not an integer, write it as a fraction a/b in lowest terms.",
        "Give only the result of this problem, with no working. Write a single line that reads "
        '"The answer is X.", with your result in place of X. '
        "Give a result that is not an integer as a fraction a/b in lowest terms.",
    ),
    ("boxed", 1): (
        r"Solve the problem step by step. Put the final answer in \boxed{}; give it exactly, unless the problem asks "
        "for a rounding.",
        r"Work through this problem one step after another. Close with the result in \boxed{}, exact unless a rounding "
        "is asked for.",
    ),
    ("boxed", 0): (
        r"Solve the problem without showing any work. Reply with the final answer in \boxed{}; give it exactly, unless "
        "the problem asks for a rounding.",
        r"Give only the result of this problem, with no working, in \boxed{}, exact unless a rounding is asked for.",
    ),
}
"""(form of the answer, chain of thought or not) -> the instruction, and the second wording for the null control."""


class Worked(NamedTuple):
    """A problem with the steps of its solution and its answer."""

    name: str
    question: str
    steps: str
    answer: Fraction


def _worked(name: str, question: str, steps: str, answer: int | Fraction) -> Worked:
    return Worked(name, question, steps, Fraction(answer))


WORKED = (
    _worked(
        "line",
        "A line passes through $(2, 5)$ and $(6, 17)$. At which $y$ does it cross the $y$-axis?",
        "The slope is $(17 - 5)/(6 - 2) = 12/4 = 3$. From $(2, 5)$ to the $y$-axis is 2 to the left, so $y$ falls by "
        "$2 \\cdot 3 = 6$, to $5 - 6 = -1$.",
        -1,
    ),
    _worked(
        "symmetric",
        "Two numbers have sum 13 and product 22. What is the sum of their squares?",
        "With $s$ and $t$ for the numbers, $s^2 + t^2 = (s + t)^2 - 2st$. That is $13^2 - 2 \\cdot 22 = 169 "
        "- 44 = 125$.",
        125,
    ),
    _worked(
        "badge",
        "A badge shows one of 6 colors, then two different letters chosen from A, B, C, D in order. How many badges "
        "are possible?",
        "There are 6 colors, 4 choices of the first letter and 3 of the second. Together $6 \\cdot 4 \\cdot 3 = 72$.",
        72,
    ),
    _worked(
        "urn",
        "An urn holds 5 white and 4 black balls. Two are drawn without putting the first back. What is the "
        "probability that both are black?",
        "The first is black with probability $4/9$. Then 3 of 8 balls are black, so the second is with $3/8$. "
        "The product is $4/9 \\cdot 3/8 = 12/72 = 1/6$.",
        Fraction(1, 6),
    ),
    _worked(
        "ladder",
        "A ladder of 25 meters leans against a wall with its foot 7 meters away. How many meters high does it reach?",
        "Ladder, wall and ground form a right triangle with hypotenuse 25 and leg 7. The other leg has the square "
        "$25^2 - 7^2 = 625 - 49 = 576$, so it is $\\sqrt{576} = 24$.",
        24,
    ),
    _worked(
        "similar",
        "Two similar triangles have shortest sides 6 and 10. The smaller one has area 27. What is the area of the "
        "larger one?",
        "Lengths grow by the factor $10/6 = 5/3$, areas by $(5/3)^2 = 25/9$. The area is $27 \\cdot 25/9 = 75$.",
        75,
    ),
    _worked(
        "product_form",
        "The polynomial $P(t) = t^2 + pt + q$ has the roots $-2$ and $9$. What is $P(4)$?",
        "With these roots it is the product of $t + 2$ and $t - 9$. For $t = 4$ that is "
        "$(4 + 2)(4 - 9) = 6 \\cdot (-5) = -30$.",
        -30,
    ),
    _worked(
        "geometric",
        "A geometric series with first term 8 has the infinite sum 20. What is its common ratio?",
        "From $8/(1 - r) = 20$ follows $1 - r = 8/20$. As $8/20 = 2/5$, the ratio is $1 - 2/5 = 3/5$.",
        Fraction(3, 5),
    ),
    _worked(
        "shared_screws",
        "A box of screws can be shared equally among 8, 12 or 30 workers. How many screws does it hold at least?",
        "Their number is a common multiple, and the smallest one takes each prime to its highest power: "
        "$2^3 \\cdot 3 \\cdot 5 = 120$.",
        120,
    ),
    _worked(
        "primes",
        "Add up all prime numbers from 40 to 60. What do you get?",
        "They are 41, 43, 47, 53 and 59, and $41 + 43 + 47 + 53 + 59 = 243$.",
        243,
    ),
    _worked(
        "recipe",
        "A recipe for 8 people needs 6 eggs. How many eggs are needed for 20 people?",
        "Each person needs $6/8 = 3/4$ of an egg. For 20 people that makes $20 \\cdot 3/4 = 15$.",
        15,
    ),
    _worked(
        "mean",
        "The mean of five numbers is 14. Four of them are 9, 12, 16 and 20. What is the fifth?",
        "The five add up to $5 \\cdot 14 = 70$, the four to $9 + 12 + 16 + 20 = 57$. The fifth is $70 - 57 = 13$.",
        13,
    ),
    _worked(
        "dot",
        "The vectors $(k, 6)$ and $(4, -10)$ are perpendicular. What is $k$?",
        "Their dot product $4k - 60$ must be 0, so $k = 60/4$, and $60/4 = 15$.",
        15,
    ),
    _worked(
        "cosine",
        "An acute angle has sine $5/13$. What is its cosine?",
        "The squares of sine and cosine add up to 1, so the cosine has the square $1 - 25/169 = 144/169$. "
        "It is positive: $\\sqrt{144/169} = 12/13$.",
        Fraction(12, 13),
    ),
)


def exemplars(probe: str, style: str, cot: int) -> Iterator[Exemplar]:
    """Every worked problem with its reply in the form that the probe's instruction asks for."""
    for worked in WORKED:
        value = worked.answer
        if style == "boxed":
            shown = str(value) if value.denominator == 1 else rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
            close = rf"The final answer is $\boxed{{{shown}}}$."
        else:
            close = f"The answer is {value}."
        reply = f"{worked.steps}\n{close}" if cot else close
        yield Exemplar(f"{probe}/worked-{worked.name}", worked.question, str(value), reply)
