"""Functionalizers of MATH-500's Prealgebra items, a file per level."""
