"""Functionalizers of MATH-500's Counting and probability items, a file per level."""
