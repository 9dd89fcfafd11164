"""Number theory: remainders, common multiples, last digits, systems of congruences, powers in factorials."""
