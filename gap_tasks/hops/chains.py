"""Two relations in a row: head -> bridge -> answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gap_tasks.hops.relations import RELATIONS, SHORTCUTS, Relation
from gap_tasks.hops.tables import FILES, Entity, table


@dataclass(frozen=True, slots=True)
class Link:
    """One two-hop question: from the head by `first` to the bridge and by `last` to the answer."""

    first: Relation
    last: Relation
    bridge: Entity

    @property
    def chain(self) -> str:
        """The type of the chain, "capital>country>currency_code"."""
        return f"{self.first.takes}>{self.first.gives}>{self.last.gives}"

    @property
    def name(self) -> str:
        """The chain and the bridge, "capital>country>currency_code/AUT"."""
        return f"{self.chain}/{self.bridge.key}"

    @property
    def head(self) -> str:
        """What the question starts from, "Vienna"."""
        return self.bridge.cells[self.first.takes]

    @property
    def answer(self) -> str:
        """What the question ends at, "EUR"."""
        return self.bridge.cells[self.last.gives]

    def hop_1(self) -> str:
        """Asks for the bridge."""
        return f"What is the name of {self.first.phrase(self.head)}?"

    def hop_2(self) -> str:
        """Asks for the answer, the bridge being given."""
        return f"What is {self.last.phrase(self.bridge.mention)}?"

    def composed(self) -> str:
        """Asks for the answer, the head being given."""
        return f"What is {self.last.phrase(self.first.phrase(self.head))}?"

    def null_bridge(self) -> str:
        """Asks for the answer, nothing being given: who is right here guesses."""
        return f"What is {self.last.phrase(f'a certain {self.bridge.kind}')}?"


def links() -> Iterator[Link]:
    """Every two-hop question of every chain: a head with one bridge only, the cells of the answer filled."""
    for first in RELATIONS:
        if first.gives not in FILES:
            continue
        entities = table(first.gives).entities
        heads = Counter(entity.cells[first.takes] for entity in entities)
        for last in RELATIONS:
            if last.takes != first.gives or last.gives == first.takes or (first.takes, last.gives) in SHORTCUTS:
                continue
            for bridge in entities:
                link = Link(first, last, bridge)
                if link.head and link.answer and heads[link.head] == 1:
                    yield link
