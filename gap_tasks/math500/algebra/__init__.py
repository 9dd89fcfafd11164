"""Functionalizers of MATH-500's Algebra items, a file per level."""
