"""Algebra: linear equations, systems, quadratics, arithmetic sequences, a rational equation."""
