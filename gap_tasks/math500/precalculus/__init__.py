"""Functionalizers of MATH-500's Precalculus items, a file per level."""
