"""Intermediate algebra: complex numbers, polynomial division, roots, telescoping sums, interpolation."""
