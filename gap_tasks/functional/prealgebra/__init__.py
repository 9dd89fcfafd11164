"""Prealgebra: order of operations, percentages, rates, ratios, counting the cubes of a block."""
