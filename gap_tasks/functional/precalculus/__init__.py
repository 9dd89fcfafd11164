"""Precalculus: perpendicular vectors, determinants, angle sums, reflections, extreme values of trigonometric forms."""
