"""Number theory: divisors and primes, remainders and congruences, digits and bases, powers in factorials."""
