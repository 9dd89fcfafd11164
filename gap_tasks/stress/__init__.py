"""Perturbations of other probes' static items, and the probe gap_stress_math."""
