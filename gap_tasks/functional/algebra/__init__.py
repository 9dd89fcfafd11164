"""Algebra: equations and inequalities, lines and parabolas, functions, sequences, and stories that lead to them."""
