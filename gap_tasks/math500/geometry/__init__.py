"""Functionalizers of MATH-500's Geometry items, a file per level."""
