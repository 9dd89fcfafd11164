"""Intermediate algebra, level 4: parabolas, circles and hyperbolas."""

from __future__ import annotations

import re
from math import cos, hypot, isqrt, pi, sin, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import linear_combination, point, polynomial
from gap_tasks.sampling import Domain, ints, one_of, require

_NONZERO = one_of(*(n for n in range(-9, 10) if n))


def _points(text: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"\((-?\d+),(-?\d+)\)", text)]


_TRIPLES = [
    (a, isqrt(c * c - a * a), c)
    for c in range(5, 42)
    for a in range(3, c)
    if isqrt(c * c - a * a) ** 2 == c * c - a * a
]


@functionalize("test/intermediate_algebra/1126.json", triple=one_of(*_TRIPLES), h=_NONZERO, k=_NONZERO)
def parameters_of_hyperbola_from_foci(triple: tuple[int, int, int] = (12, 5, 13), h: int = -3, k: int = 2) -> Variant:
    """Sum of centre's coordinates and half-axes of a hyperbola given by its foci and the difference of distances."""
    a, b, c = triple
    edits = {"(10,2)": point(h + c, k), "(-16,2)": point(h - c, k), "24": 2 * a}
    require(h not in {c, -c})
    return Variant(edits, h + k + a + b)


@parameters_of_hyperbola_from_foci.check
def _(question: str) -> float:
    (right, height), (left, other) = _points(question)
    found = re.search(r"= (\d+)\\\]", question)
    if found is None or height != other:
        return float("nan")
    gap = int(found[1])
    near, far = (x for x in range(left, right + 1) if abs(abs(x - right) - abs(x - left)) == gap)
    centre, half = (near + far) / 2, (far - near) / 2
    # The point above the right focus whose distances to the foci differ as stated.
    low, high = 0.0, 1e4
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if hypot(middle, right - left) - middle > gap else (low, middle)
    other_half = low / sqrt(((right - centre) / half) ** 2 - 1)
    return centre + height + half + other_half


@functionalize("test/intermediate_algebra/1405.json", k=ints(2, 9), sign=one_of(1, -1), axis=one_of("y", "x"))
def equilateral_triangle_in_parabola(k: int = 8, sign: int = 1, axis: str = "y") -> Variant:
    """Side of the equilateral triangle that has a corner at the vertex of a parabola and the others on it."""
    across = "x" if axis == "y" else "y"
    parabola = f"{across}^2 = {sign * k}{axis}"
    return Variant({"x^2 = 8y": parabola}, rf"{2 * k} \sqrt{{3}}")


@equilateral_triangle_in_parabola.check
def _(question: str) -> float:
    found = re.search(r"\^2 = (-?\d+)[xy]", question)
    k = int(found[1]) if found else 0
    low, high = 1e-3, 1e3
    for _ in range(100):
        half = (low + high) / 2
        low, high = (half, high) if hypot(half, half * half / k) < 2 * half else (low, half)
    return 2 * low


_TURNS = {
    ("x", 1): ("", (1, 0, 0, 1)),
    ("x", -1): ("reflect(S,N)*", (-1, 0, 0, 1)),
    ("y", 1): ("reflect(SW,NE)*", (0, 1, 1, 0)),
    ("y", -1): ("reflect(NW,SE)*", (0, -1, -1, 0)),
}
"""Axis and side of the parabola -> the reflection in the figure and its matrix."""


# With one digit each, a rational area comes from these two pairs only: the slopes are 1 and 1/2.
@functionalize(
    "test/intermediate_algebra/1779.json",
    pair=one_of((2, 8), (5, 5)),
    axis=one_of("x", "y"),
    side=one_of(1, -1),
)
def area_between_tangency_points(pair: tuple[int, int] = (2, 8), axis: str = "x", side: int = 1) -> Variant:
    """Area of the quadrilateral of the points where the common tangents touch a circle and a parabola."""
    square, k = pair
    # Contact points above the axis: on the circle and on the parabola.
    (u, v), (p, q) = ((-1, 1), (2, 4)) if square == 2 else ((-1, 2), (5, 5))
    turn, (a, b, c, d) = _TURNS[axis, side]

    def turned(x: int, y: int) -> str:
        return point(a * x + b * y, c * x + d * y)

    across = "y" if axis == "x" else "x"
    reach = 3 if square == 2 else 6
    edits = {
        "y^2 = 2": f"y^2 = {square}",
        "y^2 = 8x": f"{across}^2 = {side * k}{axis}",
        "8*x": f"{k}*x",
        "(-1,1)": turned(u, v),
        "(2,4)": turned(p, q),
        "(-1,-1)": turned(u, -v),
        "(2,-4)": turned(p, -q),
        "graph(upperparab,0,3)": f"{turn}graph(upperparab,0,{reach})",
        "graph(lowerparab,0,3)": f"{turn}graph(lowerparab,0,{reach})",
        "sqrt(2)": f"sqrt({square})",
    }
    return Variant(edits, (v + q) * (p - u))


@area_between_tangency_points.check
def _(question: str, gold: str) -> bool:
    circle = re.search(r"x\^2 \+ y\^2 = (\d+)\$", question)
    parabola = re.search(r"\$([xy])\^2 = (-?\d+)([xy])\$", question)
    if circle is None or parabola is None or parabola[1] == parabola[3]:
        return False
    square, k = int(circle[1]), int(parabola[2])
    # Along the axis and across it, on the upper side: the tangent at (t^2, s t), s^2 = |k|, has slope s / (2 t).
    s, low, high = sqrt(abs(k)), 1e-6, 1e3
    for _ in range(100):
        t = (low + high) / 2
        slope = s / (2 * t)
        rise = s * t - slope * t * t
        low, high = (t, high) if rise / sqrt(1 + slope * slope) < sqrt(square) else (low, t)
    foot = (-slope * rise / (1 + slope * slope), rise / (1 + slope * slope))
    corners = [foot, (t * t, s * t), (t * t, -s * t), (foot[0], -foot[1])]
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    area = abs(sum(x * w - y * v for (x, y), (v, w) in pairs)) / 2
    named = dict(re.findall(r"([A-D]) = (\(-?\d,-?\d\))", question))
    for name, (along, across) in zip("ABDC", corners, strict=True):
        ((x, y),) = _points(named[name])
        seen = (x, y) if parabola[3] == "x" else (y, x)
        side = 1 if k > 0 else -1
        # A reflection in a diagonal may exchange the two halves.
        if abs(seen[0] * side - along) > 1e-6 or abs(abs(seen[1]) - abs(across)) > 1e-6:
            return False
    return abs(area - int(gold)) < 1e-9 * area


@functionalize(
    "test/intermediate_algebra/1797.json",
    slope=ints(2, 4),
    h=ints(-9, 9),
    k=ints(-9, 9),
    shift=one_of(*(n for n in range(-4, 5) if n)),
    upright=one_of(False, True),
)
def focal_distance_from_asymptotes(
    slope: int = 2, h: int = 5, k: int = 7, shift: int = -1, upright: bool = False
) -> Variant:
    """Distance between the foci of a hyperbola through a point, given its asymptotes."""
    down, up = k - slope * h, k + slope * h
    require(h != 0 and down != 0 and 0 < up < 100)
    x, y = (h, k + slope * shift) if upright else (h + shift, k)
    require(abs(x) < 10 and abs(y) < 10 and (x, y) != (0, 0))
    edits = {
        "2x - 3": polynomial([slope, down]),
        "17 - 2x": f"{up} - {slope}x",
        "(4,7)": point(x, y),
    }
    # 1 + slope^2 is 5, 10 or 17, without square factors.
    return Variant(edits, rf"{2 * abs(shift)} \sqrt{{{1 + slope * slope}}}")


@focal_distance_from_asymptotes.check
def _(question: str) -> float:
    found = re.search(r"y = (\d+)x ([+-]) (\d+)\$ and \$y = (\d+) - (\d+)x", question)
    if found is None or found[1] != found[5]:
        return float("nan")
    slope, start, other = int(found[1]), int(f"{found[2]}{found[3]}"), int(found[4])
    ((x, y),) = _points(question)
    # The product of the distances of a point to the asymptotes is a^2 b^2 / (a^2 + b^2).
    above = (y - slope * x - start) * (y + slope * x - other)
    product = abs(above) / (1 + slope * slope)
    ratio = slope if above < 0 else 1 / slope
    along = sqrt(product * (1 + ratio**2)) / ratio
    return 2 * along * sqrt(1 + ratio**2)


_HALF_COEFFICIENTS: Domain = ints(5, 30)


@functionalize(
    "test/intermediate_algebra/362.json",
    h=one_of(*(n for n in range(-4, 5) if n)),
    f=one_of(1, 2),
    directrix=ints(-3, 3),
    low=_HALF_COEFFICIENTS,
    constant=one_of(*(n for n in range(-99, 100) if abs(n) > 9)),
)
def distances_from_intersections_to_focus(
    h: int = -3, f: int = 1, directrix: int = 0, low: int = 8, constant: int = 72
) -> Variant:
    """Sum of the distances from the four common points of a circle and a hyperbola to a given point."""
    # Half the sum of the equations is the parabola (x - h)^2 = 4 f (y - bottom).
    bottom, focus = directrix + f, directrix + 2 * f
    high = low + 4 * f
    other = 2 * (h * h + 4 * f * bottom) - constant
    require(9 < abs(other) < 100 and 2 * high < 100 and focus != 0)
    # Half their difference: y^2 - total y + product, whose roots lie apart and inside the parabola.
    total, product = low + high, (constant - other) // 2
    require(total * total - 4 * product >= 4 and bottom * bottom - total * bottom + product >= 1 and total > 2 * bottom)
    edits = {
        "x^2 + y^2 + 6x - 24y + 72": linear_combination(
            [(1, "x^2"), (1, "y^2"), (-2 * h, "x"), (-2 * high, "y"), (constant, "")]
        ),
        "x^2 - y^2 + 6x + 16y - 46": linear_combination(
            [(1, "x^2"), (-1, "y^2"), (-2 * h, "x"), (2 * low, "y"), (other, "")]
        ),
        "(-3,2)": point(h, focus),
    }
    return Variant(edits, 2 * total - 4 * directrix)


@distances_from_intersections_to_focus.check
def _(question: str) -> float:
    equations = re.findall(r"x\^2 ([+-]) y\^2 ([+-]) (\d+)x ([+-]) (\d+)y ([+-]) (\d+) = 0", question)
    (_, *circle), (square, *hyperbola) = equations
    p, q, r = (int(circle[n] + circle[n + 1]) for n in (0, 2, 4))
    s, t, u = (int(hyperbola[n] + hyperbola[n + 1]) for n in (0, 2, 4))
    ((focus_x, focus_y),) = _points(question)
    radius = sqrt(p * p / 4 + q * q / 4 - r)

    def place(angle: float) -> tuple[float, float]:
        return -p / 2 + radius * cos(angle), -q / 2 + radius * sin(angle)

    def value(angle: float) -> float:
        x, y = place(angle)
        return x * x + s * x + t * y + u + int(f"{square}1") * y * y

    steps = 2000
    angles = [2 * pi * (n + 0.37) / steps for n in range(steps + 1)]
    values = [value(angle) for angle in angles]
    distances = []
    for n in range(steps):
        if values[n] * values[n + 1] > 0:
            continue
        low, high = angles[n], angles[n + 1]
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if value(middle) * values[n] > 0 else (low, middle)
        x, y = place(low)
        distances.append(hypot(x - focus_x, y - focus_y))
    return sum(distances) if len(distances) == 4 else float("nan")


@functionalize("test/intermediate_algebra/690.json", square=ints(10, 99), p=_NONZERO, q=_NONZERO)
def reflected_circle(square: int = 25, p: int = 4, q: int = 1) -> Variant:
    """Coefficients of the equation of a circle about the origin after reflection in a point."""
    last = 4 * p * p + 4 * q * q - square
    require(last != 0)
    return Variant({"25": square, "(4,1)": point(p, q)}, point(1, -4 * p, -4 * q, last))


@reflected_circle.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"y\^2 = (\d+)\$", question)
    ((p, q),) = _points(question)
    radius = sqrt(int(found[1])) if found else 0.0
    a, b, c, d = map(int, gold.strip("()").split(","))
    for n in range(7):
        x, y = 2 * p - radius * cos(n), 2 * q - radius * sin(n)
        if abs(x * x + a * y * y + b * x + c * y + d) > 1e-9:
            return False
    return True
