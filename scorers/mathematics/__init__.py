"""Scorer "math": mathematical answers of any type that data sets publish, the type taken from the gold.

source -> tokens -> syntax tree -> comparison; the same source is the same answer without more ado. No text is ever
evaluated as code, and there is no CAS: rational values are compared exactly, other numbers to 40 digits or more with
a bound on their error, expressions in variables at fixed points, equations by the ratio of their differences of
sides, sets of reals in a normal form. Steps are counted, not seconds: beyond the budget the status is "limit".

Decisions, each for every condition alike:
- Undone arithmetic (2^8, 6·120, √144) is evaluated, unlike by "number": published golds are often expressions
  themselves, and an answer's form was not asked for. x = 5, f(3) = 5 and 2 + 3 = 5 give 5; so does a comment "≈ ...".
- Exact golds are exact: 0.333 is not 1/3, 10.82 not 3√13, ≈ 11 not √120. A decimal gold of three digits or more is
  also met by an exact value that rounds to it (√120 for 10.95), or by a longer decimal that says ≈; a shorter decimal
  never. A gold with twelve decimals or more is float noise: nine significant digits decide.
- Units: one that is missing in the answer or the gold is passed, words that are no units are too; two units of one
  kind are converted (0.5 m is 50 cm), of different kinds are wrong. p% as in "number": 1/2 is 50%, 20 is 20%. Degrees
  are a unit: 30° is not π/6, though sin 30° is 1/2.
- [2,5) is 2 <= x < 5 and x in [2,5); x != 3 is R without 3. Another variable's inequality is wrong. Round and square
  brackets around two values differ; around more they do not.
- Lists and sets: same members in any order, each as often (in sets, once); {1,2} is 1,2 but (1,2) is not. ± is both
  values. (p,q)=(3,2), p=3 and q=2 are compared by name; for an unnamed gold x, y, z and a, b, c are in that order.
- A column vector is not a row, but (1,2) and <1,2> are either. 3:2 is 6:4 and 3/2. 16:30 is 4:30 p.m.; 4:30 is both.
- Bases: 52 is 52_8, where the question names the base; 42 is not, nor is 52_9.
- y = 2x+3 is met by an equivalent equation, by 2x+3, and by f(x) = 2x+3. Variables are told apart by case.
- Where the gold is real only for some values of its variables, these count: √(x²) is |x|, not x; √x·√x is x.
- log is to base 10; e, i and π are constants; a/bc is (a/b)c; a mixed number is 1 1/2 or 1\\frac{1}{2}.
- Multiple choice: the letter counts, not the text of its option. Words: case, accents and \\text aside, as in "name".
- A gold that is no mathematics is words; an answer that cannot be read against a gold in mathematics is
  "unparseable", unless it denies or offers a choice, which is "incorrect".
"""

from scorers.mathematics.judge import judge, kind, read_gold

__all__ = ["judge", "kind", "read_gold"]
