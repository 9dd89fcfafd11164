"""Precalculus, level 4: vectors, planes and matrices."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from math import acos, degrees, gcd, hypot, isclose, pi, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, column, linear_combination, matrix
from gap_tasks.math500.precalculus.level_1 import rows, vectors
from gap_tasks.math500.precalculus.vectors import Vector
from gap_tasks.math500.precalculus.vectors import cross as _cross
from gap_tasks.math500.precalculus.vectors import dot as _dot
from gap_tasks.math500.precalculus.vectors import nonzero as _nonzero
from gap_tasks.sampling import ints, one_of, require

_SIGNS = tuple(product((1, -1), repeat=3))
_ORDERS = tuple(permutations(range(3)))


# Normals at right angles to each other.
_NORMALS = (
    ((1, 0, -1), (1, -2, 1), (1, 1, 1)),
    ((1, 2, 2), (2, 1, -2), (2, -2, 1)),
    ((2, 1, 0), (1, -2, 1), (1, -2, -5)),
    ((2, 1, 0), (1, -2, 2), (2, -4, -5)),
    ((1, -1, 0), (2, 2, -1), (1, 1, 4)),
    ((3, 1, 0), (1, -3, 2), (1, -3, -5)),
)


# Other radii of one digit make the volume a fraction.
@functionalize(
    "test/precalculus/1056.json",
    normals=one_of(*_NORMALS),
    planes=one_of(*_ORDERS),
    axes=one_of(*_ORDERS),
    signs=one_of(*_SIGNS),
    radius=one_of(3, 6, 9),
)
def volume_from_plane_distances(
    normals: tuple[Vector, ...] = _NORMALS[0],
    planes: Vector = (0, 1, 2),
    axes: Vector = (0, 1, 2),
    signs: Vector = (1, 1, 1),
    radius: int = 6,
) -> Variant:
    """Volume inside the points whose squared distances to three perpendicular planes have a given sum."""
    texts = []
    for plane in planes:
        normal = [signs[axis] * normals[plane][axis] for axis in axes]
        lead = next(entry for entry in normal if entry)
        texts.append(
            linear_combination((entry if lead > 0 else -entry, x) for entry, x in zip(normal, "xyz", strict=True))
        )
    edits = dict(zip(("x - z", "x - 2y + z", "x + y + z"), texts, strict=True))
    return Variant({**edits, "36": radius**2}, rf"{4 * radius**3 // 3} \pi")


@volume_from_plane_distances.check
def _(question: str) -> float:
    planes = re.findall(r"\$([^$]*) = 0", question)
    total = int(question.rsplit(r"d_3^2 = ", maxsplit=1)[1].split(".", maxsplit=1)[0])
    normals = [[_coefficient_of(plane, x) for x in "xyz"] for plane in planes]
    # An ellipsoid's volume from the determinant of its quadratic form, which here is a product of matrices.
    determinant = Fraction(_dot(normals[0], _cross(*normals[1:])) ** 2, prod(_dot(n, n) for n in normals))
    return 4 / 3 * pi * sqrt(total**3 / determinant)


def _coefficient_of(text: str, letter: str) -> int:
    found = re.findall(rf"(-?)(\d*){letter}", text.replace(" ", ""))
    return sum((-1 if sign else 1) * int(size or 1) for sign, size in found)


@functionalize(
    "test/precalculus/145.json", a=_nonzero(5), b=_nonzero(5), c=_nonzero(5), first=_nonzero(16), second=_nonzero(16)
)
def shortest_factor(a: int = 1, b: int = 2, c: int = -5, first: int = -7, second: int = 16) -> Variant:
    """Shortest vector whose cross product with a known one is given."""
    third, rest = divmod(-(a * first + b * second), c)
    require(rest == 0 and third != 0 and abs(third) < 20 and max(abs(first), abs(second), abs(third)) > 9)
    across = _cross((a, b, c), (first, second, third))
    require(all(10 <= abs(entry) <= 99 for entry in across))
    return Variant({rows(1, 2, -5): rows(a, b, c), rows(90, 30, 30): rows(*across)}, column(first, second, third))


@shortest_factor.check
def _(question: str) -> str:
    known, across = vectors(question)
    # All solutions lie on a line along the known vector; this is its point next to the origin.
    gold = column(*(Fraction(entry, _dot(known, known)) for entry in _cross(across, known)))
    return gold if _dot(known, across) == 0 else "0"


_COORDINATE = ints(-6, 6)


@functionalize(
    "test/precalculus/659.json",
    a=_COORDINATE,
    b=_COORDINATE,
    c=_COORDINATE,
    d=_COORDINATE,
    e=_COORDINATE,
    f=_COORDINATE,
    g=_COORDINATE,
    h=_COORDINATE,
    i=_COORDINATE,
)
def plane_through_points(
    a: int = 0, b: int = -1, c: int = -1, d: int = -4, e: int = 4, f: int = 4, g: int = 4, h: int = 5, i: int = 1
) -> Variant:
    """Equation with integer coefficients of the plane through three points."""
    normal = _cross((d - a, e - b, f - c), (g - a, h - b, i - c))
    require(all(normal))
    constant = -_dot(normal, (a, b, c))
    shared = gcd(gcd(*normal[:2]), gcd(normal[2], constant)) * (1 if normal[0] > 0 else -1)
    terms = [value // shared for value in (*normal, constant)]
    # A common factor is left to divide out, and the plane misses the origin.
    require(abs(shared) > 1 and terms[3] != 0 and all(abs(term) < 20 for term in terms) and max(map(abs, terms)) > 3)
    edits = {"(0,-1,-1)": f"({a},{b},{c})", "(-4,4,4)": f"({d},{e},{f})", "(4,5,1)": f"({g},{h},{i})"}
    return Variant(edits, f"{linear_combination(zip(terms, ('x', 'y', 'z', ''), strict=True))} = 0")


@plane_through_points.check
def _(question: str, gold: str) -> bool:
    points = [tuple(map(int, point)) for point in re.findall(r"\((-?\d),(-?\d),(-?\d)\)", question)]
    left = gold.replace(" ", "").removesuffix("=0")
    terms = [_coefficient_of(left, letter) for letter in "xyz"]
    terms.append(int(left.partition("z")[2]))
    on = all(_dot(terms, (*point, 1)) == 0 for point in points)
    apart = any(_cross(*([y - x for x, y in zip(points[0], point, strict=True)] for point in points[1:])))
    return on and apart and terms[0] > 0 and gcd(gcd(*terms[:2]), gcd(*terms[2:])) == 1


@functionalize(
    "test/precalculus/881.json",
    a=_nonzero(9),
    b=_nonzero(9),
    c=_nonzero(9),
    d=_nonzero(9),
    e=_nonzero(9),
    f=_nonzero(9),
    g=_nonzero(9),
    h=_nonzero(9),
    i=_nonzero(19),
    factors=one_of(*((p, s, q, t) for p in range(2, 6) for q in range(2, 6) for s in (1, -1) for t in (1, -1))),
)
def product_of_combinations(
    a: int = 6,
    b: int = -7,
    c: int = 3,
    d: int = 4,
    e: int = 7,
    f: int = 2,
    g: int = 1,
    h: int = -7,
    i: int = 18,
    factors: Vector = (2, -1, 3, 1),
) -> Variant:
    """Cross product of combinations of three vectors from their cross products."""
    p, s, q, t = factors
    ab, ac, bc = (a, b, c), (d, e, f), (g, h, i)
    # Three vectors have these products: those of two such products span a box whose volume is a square.
    require(_dot(bc, _cross(ab, ac)) > 0)
    gold = [p * q * z - p * t * x + s * q * y for x, y, z in zip(ab, ac, bc, strict=True)]
    require(all(0 < abs(entry) < 100 for entry in gold))
    left, right = (
        linear_combination(((size, rf" \mathbf{{{letter}}}"), (sign, r"\mathbf{a}")))
        for size, letter, sign in ((p, "b", s), (q, "c", t))
    )
    edits = {
        rows(6, -7, 3): rows(*ab),
        rows(4, 7, 2): rows(*ac),
        rows(1, -7, 18): rows(*bc),
        r"(2 \mathbf{b} - \mathbf{a}) \times (3 \mathbf{c} + \mathbf{a})": rf"({left}) \times ({right})",
    }
    return Variant(edits, column(*gold))


@product_of_combinations.check
def _(question: str, gold: str) -> bool:
    ab, ac, bc = vectors(question)
    ((p, s, q, t),) = re.findall(r"\((\d) \\mathbf\{b\} ([+-]) .*\((\d) \\mathbf\{c\} ([+-])", question)
    # Three vectors with these products, found from the products of the products.
    volume = sqrt(_dot(_cross(ab, ac), bc))
    one, two, three = ([entry / volume for entry in _cross(*pair)] for pair in ((ab, ac), (ab, bc), (ac, bc)))
    left = [int(p) * y + int(s + "1") * x for x, y in zip(one, two, strict=True)]
    right = [int(q) * z + int(t + "1") * x for x, z in zip(one, three, strict=True)]
    pairs = ((one, two, ab), (one, three, ac), (two, three, bc), (left, right, vectors(gold)[0]))
    return all(
        isclose(u[i - 2] * v[i - 1] - u[i - 1] * v[i - 2], w[i], abs_tol=1e-7) for u, v, w in pairs for i in range(3)
    )


# Matrices of determinant 1 and a trace at which the cube or the square is the unit matrix or its negative.
_PERIODIC = tuple(
    (a, b, (a * (trace - a) - 1) // b, trace - a)
    for trace in (1, 0, -1)
    for a in range(-4, 5)
    for b in (*range(-9, -1), *range(2, 10))
    if a * (trace - a) and (a * (trace - a) - 1) % b == 0 and abs(a * (trace - a) - 1) < 10 * abs(b)
)
# By the trace, the powers from the zeroth on as sums of these multiples of the unit matrix and the matrix itself.
_POWERS = {
    1: ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)),
    0: ((1, 0), (0, 1), (-1, 0), (0, -1)),
    -1: ((1, 0), (0, 1), (-1, -1)),
}


@functionalize(
    "test/precalculus/920.json",
    entries=one_of(*_PERIODIC),
    first=ints(21, 29),
    second=ints(30, 38),
    third=ints(39, 47),
)
def sum_of_matrix_powers(
    entries: Vector = (3, 7, -1, -2), first: int = 27, second: int = 31, third: int = 40
) -> Variant:
    """Sum of three high powers of a matrix some small power of which is the unit matrix or its negative."""
    a, b, c, d = entries
    powers = _POWERS[a + d]
    parts = [powers[power % len(powers)] for power in (first, second, third)]
    unit, times = (sum(part[kind] for part in parts) for kind in (0, 1))
    require((unit, times) != (0, 0) and len(set(parts)) > 1)
    gold = [[unit + times * a, times * b], [times * c, unit + times * d]]
    edits = {
        r"3 & 7 \\ -1 & -2": rf"{a} & {b} \\ {c} & {d}",
        "{27}": f"{{{first}}}",
        "{31}": f"{{{second}}}",
        "{40}": f"{{{third}}}",
    }
    return Variant(edits, matrix(gold))


@sum_of_matrix_powers.check
def _(question: str) -> str:
    ((a, b, c, d),) = (map(int, found) for found in re.findall(r"(-?\d) & (-?\d) \\\\ (-?\d) & (-?\d)", question))
    powers = [int(power) for power in re.findall(r"\^\{(\d+)\}", question)]
    total, (p, q, r, s) = [0] * 4, (1, 0, 0, 1)
    for power in range(1, max(powers) + 1):
        p, q, r, s = p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d
        if power in powers:
            total = [x + y for x, y in zip(total, (p, q, r, s), strict=True)]
    return matrix([total[:2], total[2:]])


# Coefficients of two lines through the origin, and the angle between them.
_LINES = (
    ((2, 3, -1), (6, -1, -4), 90),
    ((1, 2, 2), (2, 1, -2), 60),
    ((1, 2, 2), (2, -2, 1), 60),
    ((1, 4, 4), (4, 1, 4), 60),
    ((1, 4, 4), (4, 4, 1), 60),
    ((1, 4, 4), (8, 8, -7), 60),
    ((2, 3, 6), (3, -6, 2), 60),
    ((2, 3, 6), (6, 2, -3), 60),
    ((1, 1, 2), (4, 1, -4), 45),
    ((1, 2, 8), (1, -4, -4), 45),
    ((1, 2, 8), (8, 7, -8), 45),
    ((1, 4, 4), (1, -8, -2), 45),
    ((1, 4, 4), (7, 7, 4), 45),
    ((2, 2, 5), (4, 1, 4), 30),
    ((1, 4, 4), (2, 2, 5), 30),
)


@functionalize("test/precalculus/927.json", lines=one_of(*_LINES), axes=one_of(*_ORDERS), signs=one_of(*_SIGNS))
def angle_between_lines(
    lines: tuple[Vector, Vector, int] = _LINES[0], axes: Vector = (0, 1, 2), signs: Vector = (1, 1, 1)
) -> Variant:
    """Angle between two lines, each given by equal multiples of the coordinates [degrees]."""
    texts = []
    for line in lines[:2]:
        factors = [signs[axis] * line[axis] for axis in axes]
        lead = 1 if factors[0] > 0 else -1
        texts.append(" = ".join(f"{coefficient(lead * factor)}{x}" for factor, x in zip(factors, "xyz", strict=True)))
    return Variant({"2x = 3y = -z": texts[0], "6x = -y = -4z": texts[1]}, rf"{lines[2]}^\circ")


@angle_between_lines.check
def _(question: str, gold: str) -> bool:
    one, other = (
        [1 / _coefficient_of(part, letter) for part, letter in zip(line, "xyz", strict=True)]
        for line in re.findall(r"(\S*x) = (\S*y) = (\S*z)", question)
    )
    cosine = abs(sum(x * y for x, y in zip(one, other, strict=True))) / (hypot(*one) * hypot(*other))
    return isclose(degrees(acos(cosine)), int(gold.removesuffix(r"^\circ")), rel_tol=1e-9)
