"""Precalculus: vectors and matrices, trigonometric equations, polar and complex forms, lines in space."""
