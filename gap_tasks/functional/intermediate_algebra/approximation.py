"""Numerical answers that checks compare with exact ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gap_tasks.functional.problem import Number


def nearest_integer(value: float) -> int:
    """The integer that a float stands for; raises ValueError where there is none within a millionth."""
    if abs(value - round(value)) > 1e-6:
        raise ValueError(f"{value} is no integer")
    return round(value)


def complex_roots(coefficients: Sequence[Number]) -> list[complex]:
    """Every complex root of a polynomial with the leading coefficient first, by Weierstrass's simultaneous method."""
    monic = [complex(coefficient / coefficients[0]) for coefficient in coefficients]
    roots = [complex(0.4, 0.9) ** i for i in range(len(monic) - 1)]
    for _ in range(100):
        for i, root in enumerate(roots):
            value, others = 0j, 1 + 0j
            for coefficient in monic:
                value = value * root + coefficient
            for other in roots[:i] + roots[i + 1 :]:
                others *= root - other
            roots[i] = root - value / others
    return roots


def lowest_value_near(function: Callable[..., float], *start: float) -> float:
    """Local minimum of a smooth function, by steps along each axis that are halved once none of them leads down."""
    point, lowest, step = list(start), function(*start), 0.5
    while step > 1e-6:
        moves = [(i, sign * step) for i in range(len(point)) for sign in (-1, 1)]
        for i, move in moves:
            moved = [*point[:i], point[i] + move, *point[i + 1 :]]
            value = function(*moved)
            if value < lowest:
                point, lowest = moved, value
                break
        else:
            step /= 2
    return lowest
