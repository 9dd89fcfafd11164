"""Functionalizers of MATH-500 items and the probe gap_math500: what changes in an item, never its sentences."""
