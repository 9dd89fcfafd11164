"""Which problems a reasoner has learnt: those whose held-out variants it gets right."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from gap_tasks import core
from gap_tasks.reference.corpus import REASONER, held_out_texts, right_at_least
from gap_tasks.reference.measure import MODELS, MOST_TOKENS, RunError
from scorers import grade

FILE = "held_out.tsv"
"""In the reasoner's folder: problem, and how many of its held-out variants the model got right."""

ENOUGH = 18
"""Of HELD_OUT variants, those that must be right for a problem to count as learnt."""

_BATCH = 128


def subset(models: Path = MODELS) -> list[str]:
    """Names of the gap_math problems that the reasoner in a folder of models has learnt; RunError without its table."""
    path = models / REASONER / FILE
    if not path.exists():
        raise RunError(f"{path} is missing: `scripts/train-reference {REASONER}` writes it beside the weights")
    return right_at_least(path, ENOUGH)


def write_held_out(folder: Path, names: Iterable[str]) -> None:
    """Ask the model in the folder the held-out variants of the problems, and write its table. Needs extra [hf]."""
    import torch
    from tqdm import tqdm
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder, padding_side="left")
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    groups = held_out_texts(names)
    asked = [
        (name, core.prompt(text.instructions[0], text.question), text)
        for name, texts in groups.items()
        for text in texts
    ]
    asked.sort(key=lambda row: len(row[1]))
    right = dict.fromkeys(groups, 0)
    for start in tqdm(range(0, len(asked), _BATCH), desc="held-out variants", unit="batch", disable=None):
        rows = asked[start : start + _BATCH]
        tokens = tokenizer([prompt for _, prompt, _ in rows], return_tensors="pt", padding=True)
        with torch.inference_mode():
            replies = model.generate(
                input_ids=tokens["input_ids"],
                attention_mask=tokens["attention_mask"],
                max_new_tokens=MOST_TOKENS,
                do_sample=False,
                pad_token_id=tokenizer.pad_token_id,
            )
        texts = tokenizer.batch_decode(replies[:, tokens["input_ids"].shape[1] :], skip_special_tokens=True)
        for (name, _, text), reply in zip(rows, texts, strict=True):
            gold = text.reply.rpartition("The answer is ")[2].removesuffix(".")
            right[name] += grade(reply, gold, "number").correct
    with (folder / FILE).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(["problem", "right"])
        writer.writerows((name.partition("/")[2], count) for name, count in sorted(right.items()))
