"""Edits of a text, and numbers and expressions written as a person would write them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from gap_tasks.math500 import english, latex
from gap_tasks.math500.edit import EditError, edited, fragment_of, grows, number_lengths
from gap_tasks.math500.functionalizer import form, gold_digits, reduced
from gap_tasks.sampling import IllPosedError
from scorers import grade

SMALL = st.integers(-20, 20)
RATIONAL = st.fractions(-30, 30, max_denominator=30)


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("5, 15, 5.2, 1,005 and 2.5 of 5.", {"5": 7}, "7, 15, 5.2, 1,005 and 2.5 of 7."),
        ("(3,4) and (3,400)", {"4": 9}, "(3,9) and (3,400)"),
        ("x, max, \\xi and 2x", {"x": "y"}, "y, max, \\xi and 2y"),
        ("5 + 5 + 5", {"5@2": 6}, "5 + 6 + 5"),
        ("5 + 5 + 5", {"5@1,3": 6}, "6 + 5 + 6"),
        ("3 of 4", {"3": 4, "4": 3}, "4 of 3"),
        ("\\frac34 of three", {"\\frac34": "\\frac25", "three": "two"}, "\\frac25 of two"),
        ("a@b", {"a@b": "c"}, "c"),
    ],
)
def test_edits_change_whole_fragments_all_at_once(text: str, edits: dict[str, object], expected: str) -> None:
    assert edited(text, edits) == expected


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ({"7": 8}, "'7' occurs 0 times"),
        ({"5@3": 8}, "'5' occurs 2 times"),
        ({"+ 5": 8, "5@2": 6}, "overlap at '5'"),
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: dict[str, object], message: str) -> None:
    with pytest.raises(EditError, match=message.replace("+", r"\+")):
        edited("5 + 5", edits)


def test_a_key_names_its_fragment() -> None:
    assert fragment_of("5@2,3") == "5"
    assert fragment_of("x^2 + 3") == "x^2 + 3"


@pytest.mark.parametrize(
    ("old", "new", "longer"),
    [
        ("7", "12", True),
        ("12", "7", False),
        ("seven", "12", True),
        ("seven", "nine", False),
        ("seven", "twelve", True),
        ("x + 5", "9x + 5", False),
        ("x + 5", "10x + 5", True),
        ("2.5", "3.25", True),
        ("x", "4x", False),
    ],
)
def test_numbers_that_grow_are_seen(old: str, new: str, longer: bool) -> None:
    assert grows(old, new) == longer


def test_number_words_count_as_numbers() -> None:
    assert number_lengths("Seven of twelve, the third of 120") == (1, 2, 1, 3)


def test_numbers_in_english() -> None:
    assert [english.cardinal(n) for n in (0, 12, 20, 21, 99)] == [
        "zero",
        "twelve",
        "twenty",
        "twenty-one",
        "ninety-nine",
    ]
    assert [english.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 113)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th", "113th"]
    )
    assert english.ordinal_word(12) == "twelfth"
    assert [english.article(n) for n in (1, 8, 11, 18, 80, 81, 110, 800, 1100, 11000, 18000)] == (
        ["a", "an", "an", "an", "an", "an", "a", "an", "a", "an", "an"]
    )
    assert english.plural(1, "box", "boxes") == "box"
    assert english.plural(2, "box", "boxes") == "boxes"
    assert english.plural(2, "bag") == "bags"


@given(st.lists(RATIONAL, min_size=1, max_size=5))
def test_a_polynomial_reads_as_sympys(coefficients: list[Fraction]) -> None:
    x = sympy.Symbol("x")
    values = [sympy.Rational(value.numerator, value.denominator) for value in coefficients]
    expected = sympy.latex(sympy.Poly(values, x).as_expr()) if any(values) else "0"
    text = latex.polynomial(coefficients)
    assert grade(rf"\boxed{{{text}}}", expected, "math").correct
    assert not re.search(r"\+ ?-|(?<!\d)[01]x|\^1|\^\{1\}", text)


@given(RATIONAL, st.integers(0, 400), st.integers(1, 30))
def test_a_surd_is_simplified_and_equal(factor: Fraction, over: int, under: int) -> None:
    text = latex.surd(factor, Fraction(over, under))
    expected = sympy.Rational(factor.numerator, factor.denominator) * sympy.sqrt(sympy.Rational(over, under))
    assert grade(rf"\boxed{{{text}}}", sympy.latex(expected), "math").correct
    assert (r"\sqrt" in text) == (not expected.is_Rational)
    assert reduced(text)


@given(RATIONAL)
def test_multiples_of_pi_and_fractions(value: Fraction) -> None:
    exact = sympy.Rational(value.numerator, value.denominator)
    assert grade(rf"\boxed{{{latex.pi_multiple(value)}}}", sympy.latex(exact * sympy.pi), "math").correct
    assert grade(rf"\boxed{{{latex.rational(value)}}}", str(value), "math").correct
    assert grade(rf"\boxed{{{latex.short_fraction(value)}}}", str(value), "math").correct


@given(SMALL, SMALL)
def test_complex_numbers(real: int, imaginary: int) -> None:
    expected = sympy.latex(real + imaginary * sympy.I)
    assert grade(rf"\boxed{{{latex.complex_number(real, imaginary)}}}", expected, "math").correct


@given(st.integers(0, 10**6), st.integers(0, 4))
def test_decimals_are_exact(scaled: int, places: int) -> None:
    value = Fraction(scaled, 10**places)
    assert Fraction(latex.decimal(value)) == value
    assert Fraction(latex.decimal(-value, places)) == -value
    assert len(latex.decimal(value, places).partition(".")[2]) == places


def test_decimals_that_do_not_end_are_drawn_again() -> None:
    for call in (lambda: latex.decimal(Fraction(1, 3)), lambda: latex.decimal(Fraction(1, 8), 2)):
        with pytest.raises(IllPosedError):
            call()


@given(st.integers(0, 10**6), st.integers(2, 16))
def test_digits_in_a_base(value: int, base: int) -> None:
    assert int(latex.in_base(value, base), base) == value


def test_expressions_by_example() -> None:
    assert latex.linear_combination([(3, "x"), (-1, "y"), (5, "")]) == "3x - y + 5"
    assert latex.linear_combination([(0, "x"), (-1, "y")], space="") == "-y"
    assert latex.linear_combination([]) == "0"
    assert latex.polynomial([1] + [0] * 10 + [-2]) == "x^{11} - 2"
    assert latex.signed(Fraction(-1, 2), letters="x") == r"- \frac{1}{2}x"
    assert latex.matrix([[1, "x"], [Fraction(1, 2), 0]]) == r"\begin{pmatrix} 1 & x \\ \frac{1}{2} & 0 \end{pmatrix}"
    assert latex.column(1, 2) == r"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"
    assert latex.point(1, Fraction(1, 2)) == r"(1,\frac{1}{2})"
    assert latex.listed(1, "x", separator=", ") == "1, x"
    assert latex.thousands(1234567) == "1,234,567"
    assert latex.over(Fraction(-3, 4), "x") == r"-\frac{3x}{4}"
    assert latex.short_fraction(Fraction(3, 4), "dfrac") == r"\dfrac34"
    assert latex.is_square(Fraction(9, 16))
    assert not latex.is_square(-9)


def test_forms_tell_types_of_golds_apart() -> None:
    same = [("3", "-12"), (r"\frac{1}{2}", r"\dfrac{30}{7}"), (r"2\sqrt{3}", r"\sqrt{7}"), ("(1,2)", "(-3, 4)")]
    other = [("3", r"\frac{1}{2}"), ("3", "3.5"), (r"\pi", r"\frac{\pi}{2}"), ("(1,2)", "[1,2]"), ("1,2", "1,2,3")]
    other += [("x+1", "y+1"), (r"\frac{1}{2}", "1/2"), ("3", r"3\%"), ("2 < x", "2 > x")]
    assert all(form(one) == form(two) for one, two in same)
    assert all(form(one) != form(two) for one, two in other)
    assert gold_digits(r"\frac{12}{345}") == 3
    assert gold_digits("x") == 0
    assert not reduced(r"\frac{2}{4}")
    assert not reduced(r"\frac{2}{1}")
    assert reduced(r"\frac{3}{4}")
