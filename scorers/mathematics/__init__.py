"""Scorer "math": mathematical answers of any type that data sets publish, the type taken from the gold."""

from scorers.mathematics.judge import judge, kind, read_gold

__all__ = ["judge", "kind", "read_gold"]
