"""Functionalizers of MATH-500's Number theory items, a file per level."""
