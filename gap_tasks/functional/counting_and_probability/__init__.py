"""Counting and probability: arrangements and selections, symmetry, recursion, expectation, conditional probability."""
