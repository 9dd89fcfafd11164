"""Reply -> Score, and outcomes -> gaps with their uncertainty. Imports nothing else of the project."""
