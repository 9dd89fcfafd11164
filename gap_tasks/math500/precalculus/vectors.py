"""Vectors of integers, for functionalizers and checks."""

from __future__ import annotations

from typing import TypeAlias

from gap_tasks.sampling import Domain, one_of

Vector: TypeAlias = tuple[int, ...]


def nonzero(most: int) -> Domain:
    """Integers but 0 of at most this size."""
    return one_of(*range(-most, 0), *range(1, most + 1))


def dot(one: Vector | list[int], other: Vector | list[int]) -> int:
    """Dot product."""
    return sum(x * y for x, y in zip(one, other, strict=True))


def cross(one: Vector | list[int], other: Vector | list[int]) -> Vector:
    """Cross product in space."""
    return tuple(one[i - 2] * other[i - 1] - one[i - 1] * other[i - 2] for i in range(3))
