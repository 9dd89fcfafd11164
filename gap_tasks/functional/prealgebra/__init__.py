"""Prealgebra: arithmetic, fractions and repeating decimals, percentages, means, rates, ratios, clocks, counting."""
