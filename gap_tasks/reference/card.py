"""The model card of a reference model: what it is, what it has read, and how to make it again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tabulate import tabulate

_CARD = """---
license: apache-2.0
library_name: transformers
tags: [lm-eval-gap, reference]
---
# {name}

{summary}.

It exists to show that the probes of lm-eval-gap measure a gap that is known in advance, and is of no other use.

{table}

`scripts/train-reference {name}` makes it again: floating point aside, the same corpus and seed give the same model.
"""


def write_card(out: Path, name: str, summary: str, provenance: Mapping[str, Any], minutes: float) -> None:
    """Write README.md into the model's folder."""
    rows = [
        [key.replace("_", " "), value]
        for key, value in {**provenance, **provenance["versions"]}.items()
        if key != "versions"
    ]
    rows.append(["last run [minutes]", f"{minutes:.0f}"])
    table = tabulate(rows, headers=["", ""], tablefmt="github", disable_numparse=True)
    text = _CARD.format(name=name, summary=f"A Llama that {summary}", table=table)
    (out / "README.md").write_text(text, encoding="utf-8")
