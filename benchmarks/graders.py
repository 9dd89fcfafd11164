"""One grader in a process of its own, for `benchmarks/grading.py`: a line of JSON in, a line of JSON out.

    python benchmarks/graders.py NAME MEMORY_GB

Runs under this project's Python for "lm-eval-gap" and under the peers' for the others.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

Judge = Callable[[str, str], bool]
"""(reply or answer, gold) -> whether it is accepted."""


def boxed(judge: Judge) -> Judge:
    """The judge of whole replies, given only the answer in a box."""
    return lambda answer, gold: judge(f"$\\boxed{{{answer}}}$", gold)


def ours() -> tuple[Judge, Judge]:
    """`grade(..., "math")`."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from scorers import grade

    def whole(reply: str, gold: str) -> bool:
        return grade(reply, gold, "math").correct

    return whole, boxed(whole)


def math_verify() -> tuple[Judge, Judge]:
    """Math-Verify as it comes; the gold between dollar signs, or in a box if it is not read so."""
    from math_verify import parse, verify

    def whole(reply: str, gold: str) -> bool:
        target = parse(gold if "$" in gold or "\\boxed" in gold else f"${gold}$") or parse(f"\\boxed{{{gold}}}")
        return bool(verify(target, parse(reply)))

    return whole, boxed(whole)


def hendrycks_math() -> tuple[Judge, Judge]:
    """lm-eval's hendrycks_math: what stands between the first and the last dollar sign, compared as strings."""
    from lm_eval.tasks.hendrycks_math.utils import is_equiv, process_results

    def whole(reply: str, gold: str) -> bool:
        return bool(process_results({"solution": f"\\boxed{{{gold}}}"}, [reply])["exact_match"])

    return whole, lambda answer, gold: bool(is_equiv(answer, gold))


def minerva_math() -> tuple[Judge, Judge]:
    """lm-eval's minerva_math, its exact_match: it wants "Final Answer: The final answer is"."""
    from lm_eval.tasks.minerva_math.utils import get_unnormalized_answer, is_equiv, normalize_final_answer

    def bare(answer: str, gold: str) -> bool:
        return bool(is_equiv(normalize_final_answer(answer), normalize_final_answer(gold)))

    return (lambda reply, gold: bare(get_unnormalized_answer(reply), gold)), bare


def inspect_math() -> tuple[Judge, Judge]:
    """inspect-ai's math() scorer, called as inspect calls it."""
    from inspect_ai.model import ModelName, ModelOutput
    from inspect_ai.scorer import Target, math
    from inspect_ai.solver import TaskState

    loop = asyncio.new_event_loop()
    score = math()

    def whole(reply: str, gold: str) -> bool:
        output = ModelOutput.from_content("none/none", reply)
        state = TaskState(model=ModelName("none/none"), sample_id=1, epoch=1, input="", messages=[], output=output)
        found = loop.run_until_complete(score(state, Target(gold)))
        return found is not None and found.value == "C"

    return whole, boxed(whole)


GRADERS: dict[str, Callable[[], tuple[Judge, Judge]]] = {
    "lm-eval-gap": ours,
    "Math-Verify": math_verify,
    "hendrycks_math": hendrycks_math,
    "minerva_math": minerva_math,
    "inspect math()": inspect_math,
}


def main(name: str, gigabytes: float) -> None:
    """Serve requests {"text", "gold", "bare"} with {"accepted", "seconds", "error"} until the end of input."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the graders print must not come between
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    limit = int(gigabytes * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    whole, bare = GRADERS[name]()
    for warm_up in (whole, bare):
        warm_up("The answer is $\\boxed{\\frac{1}{2}}$.", "\\frac{1}{2}")
    replies.write("{}\n")
    replies.flush()
    for line in sys.stdin:
        request = json.loads(line)
        error = ""
        begin = time.perf_counter()
        try:
            accepted = (bare if request["bare"] else whole)(request["text"], request["gold"])
        except (Exception, MemoryError) as problem:  # noqa: BLE001 - a grader that raises has not accepted the answer
            accepted, error = False, type(problem).__name__
        seconds = time.perf_counter() - begin
        replies.write(json.dumps({"accepted": accepted, "seconds": seconds, "error": error}) + "\n")
        replies.flush()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
