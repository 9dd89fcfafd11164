"""Intermediate algebra: complex numbers, polynomials and their roots, logarithms, conics, inequalities, recursions."""
