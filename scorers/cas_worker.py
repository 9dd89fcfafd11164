"""The CAS worker: one answer and one gold -> whether sympy finds them equal; started by `scorers.cas` in a process of
its own, which the limits set here end even when nobody is left to kill it.
"""

from __future__ import annotations

import json
import os
import resource
import socket
import sys
from typing import NoReturn

import sympy
from sympy import Expr, Integer, Rational, Symbol

from scorers.formula import read
from scorers.formula_tokens import UnreadError

DIGITS = 50
CLOSE = sympy.Float("1e-40", DIGITS)
GENERIC = tuple(Rational(n, d) for n, d in ((17, 13), (31, 11), (7, 19), (-23, 17), (43, 29), (-11, 23), (53, 31)))
WHOLE = tuple(Integer(n) for n in (5, 3, 7, 4, 9, 6, 8))
"""Points to compare at; the k-th symbol takes them from the k-th on. Many identities in n hold for integers only."""


def compare(answer: str, gold: str) -> tuple[str, str]:
    """(verdict, reason); verdicts are equal, different, undecided and unread."""
    try:
        left = read(answer)
    except UnreadError as error:
        return "unread", f"the CAS cannot read the answer: {error}"
    try:
        right = read(gold)
    except UnreadError as error:
        return "unread", f"the CAS cannot read the gold: {error}"
    left, right = left.doit(), right.doit()
    if left.free_symbols or right.free_symbols:
        return _compared_functions(left, right)
    same = _same_at(left, right, {})
    if same is None or (_may_be_rounded(gold) and not same):
        return _proved(left, right)
    return ("equal", f"the CAS agrees to {DIGITS - 10} digits") if same else ("different", "the values differ")


def _compared_functions(left: Expr, right: Expr) -> tuple[str, str]:
    """Verdict on expressions in symbols; different only if nowhere alike, in case a domain was understood."""
    generic, whole = (_same_at_points(left, right, points) for points in (GENERIC, WHOLE))
    if left.has(sympy.Sum, sympy.Product) or right.has(sympy.Sum, sympy.Product):
        generic = whole  # a sum that has no closed form runs over whole numbers
    if len(generic) >= 3 and all(generic):
        return "equal", f"the CAS agrees at {len(generic)} points"
    alike = left.free_symbols == right.free_symbols
    if alike and min(len(generic), len(whole)) >= 3 and not any(generic + whole):
        return "different", f"the values differ at all of {len(generic + whole)} points"
    return _proved(left, right)


def _may_be_rounded(gold: str) -> bool:
    """Whether the gold may be a rounding, from which an exact answer would rightly differ."""
    return "." in gold.strip().rstrip(".")


def _proved(left: Expr, right: Expr) -> tuple[str, str]:
    if sympy.simplify(left - right) == 0:
        return "equal", "the CAS simplifies the difference to zero"
    return "undecided", "the CAS can neither prove nor refute that it equals the gold"


def _same_at_points(left: Expr, right: Expr, points: tuple[Expr, ...]) -> list[bool]:
    symbols = sorted(left.free_symbols | right.free_symbols, key=lambda symbol: symbol.name)
    found = []
    for shift in range(len(points)):
        values = {symbol: points[(shift + 2 * place) % len(points)] for place, symbol in enumerate(symbols)}
        same = _same_at(left, right, values)
        if same is not None:
            found.append(same)
    return found


def _same_at(left: Expr, right: Expr, values: dict[Symbol, Expr]) -> bool | None:
    """Whether two values agree; None where one is undefined or its digits cannot be trusted."""
    try:
        one, two = (side.subs(values).evalf(DIGITS, strict=True) for side in (left, right))
    except (ArithmeticError, ValueError, TypeError, NotImplementedError):
        return None
    parts = [part for side in (one, two) for part in side.as_real_imag()]
    if not all(part.is_Number and part.is_finite for part in parts):
        return None
    return bool(abs(one - two).evalf(DIGITS) <= CLOSE * max(abs(one).evalf(DIGITS), abs(two).evalf(DIGITS)))


def _answered(request: dict[str, str]) -> dict[str, str]:
    try:
        verdict, why = compare(request["answer"], request["gold"])
    except (MemoryError, RecursionError, OverflowError) as error:
        verdict, why = "limit", f"the CAS ran into its limit ({type(error).__name__})"
    except Exception as error:  # noqa: BLE001 - sympy raises many kinds on valid input; the answer stays unjudged
        verdict, why = "undecided", f"the CAS failed with {type(error).__name__}"
    return {"verdict": verdict, "why": why}


def _cap_cpu(seconds: float) -> None:
    """End the process by SIGXCPU if one request uses far more than its budget: nobody may be left to kill it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + 2 * seconds + 2)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def main(descriptor: int, seconds: float, memory: int) -> NoReturn:
    """Answer one line of JSON with another until the socket's other end closes. Limits: seconds, memory [bytes]."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with socket.socket(fileno=descriptor) as connection, connection.makefile("rwb") as stream:
        stream.write(b"{}\n")
        stream.flush()
        for line in stream:
            _cap_cpu(seconds)
            try:
                stream.write(json.dumps(_answered(json.loads(line))).encode() + b"\n")
                stream.flush()
            except BrokenPipeError:
                break
    sys.stderr.flush()
    os._exit(0)
