"""Exact values and expressions as LaTeX, the way a person would write them: no 1x, no + -3, nothing unreduced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import isqrt

from gap_tasks.sampling import require

Rational = int | Fraction


def rational(value: Rational, command: str = "frac") -> str:
    r"""An integer, or a fraction in lowest terms: "-\frac{3}{4}"; command: "frac", "dfrac" or "tfrac"."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    sign = "-" if exact < 0 else ""
    return rf"{sign}\{command}{{{abs(exact.numerator)}}}{{{exact.denominator}}}"


def short_fraction(value: Fraction, command: str = "frac") -> str:
    r"""A fraction as MATH often writes it: "\frac34" where both parts have one digit, else as `rational` does."""
    exact = Fraction(value)
    if 1 < exact.denominator < 10 and abs(exact.numerator) < 10:
        return f"{'-' if exact < 0 else ''}\\{command}{abs(exact.numerator)}{exact.denominator}"
    return rational(exact, command)


def decimal(value: Rational, places: int | None = None) -> str:
    """A terminating decimal, exact; with `places`, padded to them. Another value is drawn again (IllPosedError)."""
    exact = Fraction(value)
    digits = 0
    while (exact * 10**digits).denominator != 1:
        require(digits < 12)
        digits += 1
    require(places is None or digits <= places)
    width = digits if places is None else places
    scaled = abs(int(exact * 10**width))
    text = f"{scaled:0{width + 1}d}"
    whole = text if width == 0 else f"{text[:-width]}.{text[-width:]}"
    return f"-{whole}" if exact < 0 else whole


def thousands(value: int, separator: str = ",") -> str:
    """An integer with its digits grouped by three."""
    return f"{value:,}".replace(",", separator)


def coefficient(value: Rational) -> str:
    """What stands before a letter: "" for 1, "-" for -1."""
    if value == 1:
        return ""
    return "-" if value == -1 else rational(value)


def signed(value: Rational, space: str = " ", letters: str = "") -> str:
    """A further term of a sum: "+ 3", "- x"; nothing for 0. space: what stands between the sign and the term."""
    if value == 0:
        return ""
    size = abs(Fraction(value))
    return f"{'-' if value < 0 else '+'}{space}{coefficient(size) if letters else rational(size)}{letters}"


def polynomial(coefficients: Sequence[Rational], variable: str = "x", space: str = " ") -> str:
    """A polynomial from its coefficients, highest power first; terms that are 0 are left out.

    space: what stands on either side of a plus or minus between terms.
    """
    degree = len(coefficients) - 1
    return linear_combination(
        ((value, _power(variable, degree - place)) for place, value in enumerate(coefficients)), space
    )


def _power(variable: str, exponent: int) -> str:
    if exponent < 2:
        return variable * exponent
    return f"{variable}^{exponent}" if exponent < 10 else f"{variable}^{{{exponent}}}"


def linear_combination(terms: Iterable[tuple[Rational, str]], space: str = " ") -> str:
    """A sum of (coefficient, letters) in the given order: 3 "x", -1 "y", 5 "" is "3x - y + 5"; "0" if empty."""
    text = ""
    for value, letters in terms:
        if value == 0:
            continue
        if text:
            text += f"{space}{signed(value, space, letters)}"
        else:
            text = f"{coefficient(value)}{letters}" if letters else rational(value)
    return text or "0"


def square_part(n: int) -> tuple[int, int]:
    """(a, b) with n = a * a * b and b square-free; n positive."""
    outside, inside, factor = 1, n, 2
    while factor * factor <= inside:
        while inside % (factor * factor) == 0:
            inside //= factor * factor
            outside *= factor
        factor += 1
    return outside, inside


def surd(factor: Rational, radicand: Rational) -> str:
    r"""factor * sqrt(radicand), simplified: "2\sqrt{5}", "\frac{3\sqrt{2}}{4}", or a rational number if it is one."""
    inside = Fraction(radicand)
    if inside == 0 or factor == 0:
        return "0"
    # sqrt(p/q) = sqrt(pq)/q
    outside, free = square_part(inside.numerator * inside.denominator)
    return over(Fraction(factor) * outside / inside.denominator, rf"\sqrt{{{free}}}" if free > 1 else "")


def pi_multiple(factor: Rational) -> str:
    r"""factor * pi: "\frac{3\pi}{4}", "\pi", "0"."""
    return over(Fraction(factor), r"\pi")


def over(factor: Rational, letters: str) -> str:
    r"""A rational multiple of letters with these in the numerator: (3/4, "x") is "\frac{3x}{4}"."""
    exact = Fraction(factor)
    if not letters or exact == 0:
        return rational(exact)
    if exact.denominator == 1:
        return f"{coefficient(exact)}{letters}"
    sign = "-" if exact < 0 else ""
    return rf"{sign}\frac{{{coefficient(Fraction(abs(exact.numerator)))}{letters}}}{{{exact.denominator}}}"


def is_square(value: Rational) -> bool:
    """Whether a rational number is the square of one."""
    exact = Fraction(value)
    return exact >= 0 and all(isqrt(part) ** 2 == part for part in (exact.numerator, exact.denominator))


def complex_number(real: Rational, imaginary: Rational, space: str = " ") -> str:
    """A complex number: "3 - 2i", "-i", "0"."""
    return linear_combination(((real, ""), (imaginary, "i")), space)


def point(*coordinates: Rational | str, separator: str = ",") -> str:
    """An ordered pair or tuple: "(3,-4)"; texts stand as they are."""
    return f"({listed(*coordinates, separator=separator)})"


def listed(*values: Rational | str, separator: str = ",") -> str:
    """Values with commas between them; texts stand as they are."""
    return separator.join(value if isinstance(value, str) else rational(value) for value in values)


def matrix(rows: Sequence[Sequence[Rational | str]]) -> str:
    r"""Rows as a pmatrix, as MATH writes it: "\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"."""
    body = r" \\ ".join(
        " & ".join(value if isinstance(value, str) else rational(value) for value in row) for row in rows
    )
    return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"


def column(*values: Rational | str) -> str:
    """A column vector."""
    return matrix([[value] for value in values])


def in_base(value: int, base: int) -> str:
    """Digits of a positive integer in a base up to 16, without the base."""
    digits = ""
    while value:
        value, digit = divmod(value, base)
        digits = f"{digit:X}{digits}"
    return digits or "0"
