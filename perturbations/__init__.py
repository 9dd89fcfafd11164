"""Label-preserving rewrites of a question; each states the check that proves it."""
