"""Geometry, level 5."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import acos, asin, cos, degrees, hypot, isclose, isqrt, pi, radians, sin, sqrt, tan

from gap_tasks.math500.english import plural
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import ints, one_of, require

Point = tuple[float, float]

# Legs and hypotenuse of right triangles with the digits of the published one: two-digit sides but one.
_LEGS = tuple((b, a, c) for a in range(10, 100) for b in range(3, 10) for c in range(a, 100) if a * a + b * b == c * c)


@functionalize("test/geometry/1140.json", sides=one_of(*_LEGS))
def triangle_cut_by_altitude(sides: tuple[int, int, int] = (8, 15, 17)) -> Variant:
    """Area of the smaller part into which the altitude cuts a right triangle."""
    short, long, hypotenuse = sides
    require(short < long)
    gold = Fraction(short**3 * long, 2 * hypotenuse**2)
    return Variant({"17": hypotenuse, "8": short, "15": long}, gold)


@triangle_cut_by_altitude.check
def _(sides: tuple[int, int, int]) -> float:
    short, long, hypotenuse = sides
    height = short * long / hypotenuse
    return height * sqrt(short**2 - height**2) / 2


@functionalize("test/geometry/172.json", ninth=ints(2, 9), triangle=one_of("ENG", "FMG"))
def area_beside_centroid(ninth: int = 8, triangle: str = "ENG") -> Variant:
    """Area of a small triangle that a median and a parallel through the centroid cut off."""
    return Variant({"144": 18 * ninth, "ENG": triangle}, ninth)


@area_beside_centroid.check
def _(triangle: str, question: str) -> float:
    area = int(question.split("$ABC$ is ")[1].split(",", maxsplit=1)[0])
    height = 2 * area / 4
    points = {"A": (1.0, height), "B": (0.0, 0.0), "C": (4.0, 0.0)}
    points["E"] = _between(points["C"], points["A"], 0.5)
    points["F"] = _between(points["A"], points["B"], 0.5)
    points["G"] = _between(points["B"], points["E"], 2 / 3)
    points["N"] = _between(points["C"], points["A"], points["G"][1] / height)
    points["M"] = _between(points["B"], points["A"], points["G"][1] / height)
    return _area([points[name] for name in triangle])


def _between(start: Point, end: Point, share: float) -> Point:
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def _area(corners: list[Point]) -> float:
    turned = corners[1:] + corners[:1]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(corners, turned, strict=True))) / 2


# The figure is true to scale, so its points move with the angles.
@functionalize("test/geometry/183.json", at_f=ints(100, 124), at_b=ints(100, 124))
def angle_of_hexagon(at_f: int = 105, at_b: int = 110) -> Variant:
    """Third of every second angle of a hexagon in a circle [degrees]."""
    edits = {"105": at_f, "110": at_b, "dir(130)": f"dir({350 - 2 * at_b})", "dir(-160)": f"dir({2 * at_f - 370})"}
    return Variant(edits, rf"{360 - at_f - at_b}^\circ")


@angle_of_hexagon.check
def _(question: str, gold: str) -> bool:
    spots = [int(part.split(")")[0]) for part in question.split("dir(")[1:]]
    a, b, c, d, e, f = ((cos(radians(spot)), sin(radians(spot))) for spot in spots)
    labels = [int(part.split("^")[0]) for part in question.split('label("$')[1:3]]
    expected = (labels[0], labels[1], int(gold.partition("^")[0]))
    angles = (_angle(e, f, a), _angle(a, b, c), _angle(c, d, e))
    return all(isclose(one, other, abs_tol=1e-6) for one, other in zip(expected, angles, strict=True))


def _angle(start: Point, corner: Point, end: Point) -> float:
    one, other = ((point[0] - corner[0], point[1] - corner[1]) for point in (start, end))
    return degrees(acos((one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))))


# Areas s * p^2 and s * r^2 with s free of squares: the smallest difference of the slopes is s.
_AREAS = tuple(
    (s, p, r)
    for s in (2, 3, 5, 6, 7, 10, 11, 13, 14, 15)
    for p in range(1, 8)
    for r in range(p + 1, 8)
    if s * p * p >= 10 and s * r * r <= 99 and s * (p + r) % 2 == 0
)


@functionalize("test/geometry/229.json", areas=one_of(*_AREAS))
def smallest_parameters(areas: tuple[int, int, int] = (2, 3, 6)) -> Variant:
    """Smallest sum of the positive parameters of lines that bound two parallelograms of given areas."""
    s, p, r = areas
    return Variant({"18": s * p * p, "72": s * r * r}, s + 2 + s * r)


@smallest_parameters.check
def _(question: str) -> int:
    first, second = (int(part.split(".")[0].split()[0]) for part in question.split("has area ")[1:])
    sums = []
    for c in range(2, 110):
        for d in range(1, c):
            slope, rest = divmod((c - d) ** 2, first)
            if rest == 0 and (c + d) ** 2 == second * slope:
                # Slopes 1 and 1 + slope; the corners off the axis lie where lines of different slopes meet.
                x = (c - d) / slope
                corners = [(0.0, float(c)), (x, c + x), (0.0, float(d)), (-x, d - x)]
                if isclose(_area(corners), first):
                    sums.append(2 + slope + c + d)
    return min(sums)


_POLYGONS = {5: "pentagon", 6: "hexagon", 7: "heptagon", 8: "octagon", 9: "nonagon", 10: "decagon", 12: "dodecagon"}


@functionalize("test/geometry/686.json", sides=one_of(*_POLYGONS), side=ints(2, 8), margin=ints(1, 4))
def rounded_polygon(sides: int = 9, side: int = 2, margin: int = 1) -> Variant:
    """Perimeter of a regular polygon with a margin around it [units]."""
    require(sides * side >= 10)
    edits = {
        "nonagon": _POLYGONS[sides],
        "$2$": f"${side}$",
        "$1$ unit": f"${margin}$ {plural(margin, 'unit')}",
    }
    return Variant(edits, rf"{sides * side}+{2 * margin}\pi")


@rounded_polygon.check
def _(sides: int, side: int, margin: int) -> float:
    # Cauchy: the perimeter is the integral of the support function over all directions; Simpson on each smooth piece.
    radius, half, steps = side / (2 * sin(pi / sides)), pi / sides, 200
    weights = [1, *[4, 2] * (steps // 2 - 1), 4, 1]
    step = 2 * half / steps
    heights = (radius * cos(-half + place * step) + margin for place in range(steps + 1))
    return sides * step / 3 * sum(weight * height for weight, height in zip(weights, heights, strict=True))


def _ropes() -> list[tuple[int, int, int]]:
    """Height and both parts of the base of triangles with whole sides and an acute angle at the top, in tens."""
    found = []
    for height in (12, 15, 20, 24, 30, 36, 40, 48):
        feet = [foot for foot in range(5, 60) if isqrt(height**2 + foot**2) ** 2 == height**2 + foot**2]
        found += [(height, one, other) for one in feet for other in feet if one != other and one * other < height**2]
    return found


@functionalize("test/geometry/702.json", ropes=one_of(*_ropes()))
def saved_rope(ropes: tuple[int, int, int] = (12, 9, 5)) -> Variant:
    """Length saved when two ropes are replaced by the shortest single one [meters]."""
    height, near, far = ropes
    first, second = 10 * isqrt(height**2 + near**2), 10 * isqrt(height**2 + far**2)
    require(first <= 999 and second <= 999 and near + far >= 10)
    edits = {"140": 10 * (near + far), "150": first, "130": second}
    return Variant(edits, first + second - 10 * height)


@saved_rope.check
def _(question: str) -> float:
    base = float(question.split("$C$ and $D$ is ")[1].split(maxsplit=1)[0])
    first, second = (float(question.split(f"$H{end}$ has length ")[1].split(maxsplit=1)[0]) for end in "CD")
    half = (base + first + second) / 2
    area = sqrt(half * (half - base) * (half - first) * (half - second))
    above = (first**2 + second**2 - base**2) / 2  # the square of the balloon's height: it must be one
    return first + second - 2 * area / base if above > 0 else -1.0


# An odd edge makes the answer a fraction, a larger one longer.
@functionalize("test/geometry/711.json", edge=one_of(2, 4, 6, 8))
def halved_tetrahedron(edge: int = 2) -> Variant:
    """Surface area of half a regular tetrahedron cut parallel to two opposite edges."""
    return Variant({"2": edge}, rf"{edge**2 // 4}+{edge**2 // 2}\sqrt{{3}}")


@halved_tetrahedron.check
def _(edge: int) -> float:
    # Corners of a cube of side edge / sqrt(2); the plane lies halfway between two of its faces.
    s = edge / sqrt(2)
    a, b, c, d = (0.0, 0.0, 0.0), (s, s, 0.0), (s, 0.0, s), (0.0, s, s)
    cuts = [tuple((x + y) / 2 for x, y in zip(p, q, strict=True)) for p, q in ((a, c), (c, b), (b, d), (d, a))]
    faces = [_space_area([a, b, cuts[1], cuts[0]]), _space_area([a, b, cuts[2], cuts[3]])]
    ends = [_space_area([a, cuts[0], cuts[3]]), _space_area([b, cuts[1], cuts[2]])]
    return sum(faces) + sum(ends) + _space_area(cuts)


def _space_area(corners: list[tuple[float, ...]]) -> float:
    first = corners[0]
    total = [0.0, 0.0, 0.0]
    for p, q in pairwise(corners[1:]):
        u, v = ([x - y for x, y in zip(point, first, strict=True)] for point in (p, q))
        total = [t + u[i - 2] * v[i - 1] - u[i - 1] * v[i - 2] for i, t in enumerate(total)]
    return hypot(*total) / 2


@functionalize("test/geometry/817.json", radius=ints(10, 98))
def smaller_semicircle(radius: int = 14) -> Variant:
    """Radius of the smaller of two tangent semicircles on the sides of a quarter circle [inches]."""
    require(radius % 3 != 0)
    return Variant({"14": radius}, Fraction(radius, 3))


@smaller_semicircle.check
def _(radius: int) -> float:
    low, high = 0.0, radius / 2
    for _ in range(60):
        r = (low + high) / 2
        apart = hypot(radius / 2, radius - r) > radius / 2 + r
        low, high = (r, high) if apart else (low, r)
    return low


# The point B stays left of the square, as in the figure.
@functionalize("test/geometry/826.json", side=ints(2, 5), length=ints(3, 9))
def rectangle_width(side: int = 3, length: int = 5) -> Variant:
    """Width of a rectangle whose long side passes a square's corner, as a mixed number [units]."""
    require(length**2 > 2 * side**2)
    whole, rest = divmod(Fraction(side**2, length), 1)
    require(whole > 0 and rest > 0)
    return Variant({"3$, and": f"{side}$, and", "$BE = 5": f"$BE = {length}"}, rf"{whole}{rational(rest)}")


@rectangle_width.check
def _(side: int, length: int, gold: str) -> bool:
    whole, over, under = (int(part) for part in gold.replace(r"\frac{", " ").replace("}{", " ").rstrip("}").split())
    # B is the origin and BE points to E; the rectangle's far side passes through G.
    base = sqrt(length**2 - side**2)
    corner = (base - side, float(side))
    across = abs(base * corner[1] - side * corner[0]) / length
    return isclose(whole + over / under, across, rel_tol=1e-12)


@functionalize(
    "test/geometry/947.json", sine=one_of((7, 25, 24), (3, 5, 4), (4, 5, 3), (5, 13, 12), (8, 17, 15), (9, 41, 40))
)
def cosine_of_supplement(sine: tuple[int, int, int] = (7, 25, 24)) -> Variant:
    """Cosine of the supplement of an acute angle with a given sine."""
    opposite, hypotenuse, adjacent = sine
    edits = {r"\frac{7}{25}": rational(Fraction(opposite, hypotenuse)), "7/25": f"{opposite}/{hypotenuse}"}
    return Variant(edits, Fraction(-adjacent, hypotenuse))


@cosine_of_supplement.check
def _(question: str) -> float:
    over, under = question.split("aSin(")[1].split(")", maxsplit=1)[0].split("/")
    return cos(pi - asin(int(over) / int(under)))


@functionalize("test/geometry/965.json", third=ints(5, 33))
def triangle_in_trapezoid(third: int = 14) -> Variant:
    """Area of the triangle that a diagonal cuts off a trapezoid, where it bisects an angle and meets a leg squarely."""
    return Variant({"42": 3 * third}, 2 * third)


@triangle_in_trapezoid.check
def _(question: str) -> float:
    whole = int(question.split("[ABCD]=")[1].split("$", maxsplit=1)[0])
    angle = 0.6
    c = (cos(angle) ** 2, cos(angle) * sin(angle))
    b = (c[1] / tan(2 * angle), c[1])
    parts = _area([(0.0, 0.0), c, (1.0, 0.0)]), _area([(0.0, 0.0), b, c])
    return whole * parts[0] / sum(parts)
