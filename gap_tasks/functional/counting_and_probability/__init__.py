"""Counting and probability: products, pairs, lattice paths, bounded shares, conditional probability."""
