"""Functionalizers of MATH-500's Intermediate algebra items, a file per level."""
