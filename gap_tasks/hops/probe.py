"""The probe gap_hops: both hops asked apart, then composed into one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TypeVar

from gap_tasks.core import AGAIN, COT, SEED, STATIC, Exemplar, Family, Item, Option, Options, Probe, register, stream
from gap_tasks.hops.chains import Link, links
from gap_tasks.hops.tables import FILES

NAME = "gap_hops"
COMPOSED = "composed"
NULL_BRIDGE = "null_bridge"
HELD_OUT = 6
"""Entities of each kind that are kept for exemplars."""

DIRECT = (
    'Answer the question without explaining. Reply with one line of the form "The answer is X.".',
    'Give only the answer to the question, with no explanation. Write a single line that reads "The answer is X.".',
)
STEP_BY_STEP = (
    'Answer the question. Think step by step, then end with one line of the form "The answer is X.".',
    'Work out the answer to the question step by step. Close with a single line that reads "The answer is X.".',
)


T = TypeVar("T")


@cache
def held_out(kind: str) -> frozenset[str]:
    """Keys of the entities that only exemplars are about, whatever the seed: they stand in every chain of the kind."""
    own = [link for link in links() if link.bridge.kind == kind]
    members = Counter(link.bridge.key for link in own)
    full = len({link.chain for link in own})
    keys = sorted(key for key, count in members.items() if count == full)
    return frozenset(stream(NAME, "held out", kind).sample(keys, HELD_OUT))


@cache
def pool() -> dict[str, tuple[Link, ...]]:
    """Chain -> the links that may be evaluated."""
    found: dict[str, list[Link]] = {}
    for link in links():
        if link.bridge.key not in held_out(link.bridge.kind):
            found.setdefault(link.chain, []).append(link)
    return {chain: tuple(members) for chain, members in found.items()}


def drawn(seed: int, families: int) -> list[Link]:
    """As many links from every chain as it lasts for; drawing more families keeps those there were."""
    order = sorted(pool())
    stream(NAME, "chains", seed).shuffle(order)
    queues = [stream(NAME, chain, seed).sample(pool()[chain], len(pool()[chain])) for chain in order]
    return list(islice(_in_turn(queues), families))


def _in_turn(queues: Sequence[Sequence[T]]) -> Iterator[T]:
    for turn in range(max(map(len, queues))):
        for queue in queues:
            if turn < len(queue):
                yield queue[turn]


def family(link: Link, wordings: tuple[str, str]) -> Family:
    """Both sub-questions, the composed question, the null bridge, and the sub-questions in the second wording."""
    wording, other = wordings
    bridge, answer = link.bridge, link.last.gives

    def hop_1(condition: str, instruction: str) -> Item:
        return Item(
            condition=condition,
            part="hop_1",
            question=link.hop_1(),
            gold=bridge.cells["name"],
            aliases=bridge.aliases("name"),
            scorer=link.first.scorer,
            instruction=instruction,
        )

    def last(condition: str, question: str, instruction: str, part: str = "") -> Item:
        return Item(
            condition=condition,
            part=part,
            question=question,
            gold=link.answer,
            aliases=bridge.aliases(answer),
            scorer=link.last.scorer,
            instruction=instruction,
        )

    return Family(
        id=f"{NAME}/{link.name}",
        strata={"chain": link.chain, "bridge": bridge.kind, "hops": "2"},
        items=(
            hop_1(STATIC, wording),
            last(STATIC, link.hop_2(), wording, "hop_2"),
            last(COMPOSED, link.composed(), wording),
            last(NULL_BRIDGE, link.null_bridge(), wording),
            hop_1(AGAIN, other),
            last(AGAIN, link.hop_2(), other, "hop_2"),
        ),
    )


def build(options: Options) -> list[Family]:
    """The families of one seed, evenly over the chains."""
    wordings = STEP_BY_STEP if options["cot"] else DIRECT
    return [family(link, wordings) for link in drawn(options["seed"], options["families"])]


def exemplars(_options: Options) -> list[Exemplar]:
    """Sub-questions and composed questions on the held-out entities, kinds of bridge and of question in turn."""
    queues: list[list[Exemplar]] = []
    asked: set[str] = set()
    for ask in (Link.composed, Link.hop_1, Link.hop_2):
        for kind in FILES:
            queue = []
            for link in links():
                question = ask(link)
                if link.bridge.kind == kind and link.bridge.key in held_out(kind) and question not in asked:
                    asked.add(question)
                    gold = link.bridge.cells["name"] if ask is Link.hop_1 else link.answer
                    queue.append(Exemplar(f"{NAME}/{link.name}", question, gold))
            stream(NAME, "exemplars", ask.__name__, kind).shuffle(queue)
            queues.append(queue)
    return list(_in_turn(queues))


AVAILABLE = sum(map(len, pool().values()))

PROBE = register(
    Probe(
        name=NAME,
        summary="Two facts asked apart and composed into one question",
        variants=(COMPOSED,),
        controls=(NULL_BRIDGE,),
        build=build,
        exemplars=exemplars,
        options={
            "seed": SEED,
            "families": Option(300, 1, AVAILABLE, "how many two-hop questions are drawn, evenly over the chains"),
            "cot": replace(COT, default=0),
        },
    )
)
