"""Train a small Llama on a corpus, from scratch, and write it as transformers and vLLM load it. Needs extra [hf]."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from random import Random
from typing import Any

import torch
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from torch.nn import functional
from tqdm import tqdm
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from gap_tasks import core
from gap_tasks.reference.corpus import Groups, Text, sha256

CONTEXT = 1024
"""[tokens] Longest prompt and reply together."""

BATCH = 64
BUCKET = 8
"""Batches that are drawn together and sorted by length, so that little is padded."""

VOCABULARY = 2048
SPECIAL = ("<s>", "</s>", "<pad>")
MUON_RATE, ADAM_RATE = 0.02, 3e-3
WARMUP = 100
"""[batches] over which the learning rate rises; it falls over the last 70% of them."""

SAVE_EVERY = 200
"""[batches] between checkpoints."""

IGNORED = -100
"""The label of what is not learnt: prompts and padding."""

Row = tuple[list[int], list[int]]
"""Tokens of a prompt, and of the reply with its end."""


@dataclass(frozen=True, slots=True)
class Size:
    """The architecture, the same for every reference model."""

    width: int = 128
    layers: int = 4
    heads: int = 2


def make_tokenizer(groups: Groups) -> PreTrainedTokenizerFast:
    """Byte-level BPE whose tokens may span words, with every digit, every instruction and mark of the prompt alone.

    Prompts are then short: an instruction is one token, and a problem's text a few between its numbers.
    """
    texts = [text for group in groups.values() for text in group[:60]]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex("[0-9]"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=list(SPECIAL),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator([part for text in texts for part in (text.question, text.reply)], trainer)
    marks = core.prompt("", "?").split("?")
    instructions = {wording for text in texts for wording in text.instructions}
    tokenizer.add_tokens(
        [AddedToken(text, normalized=False, special=False) for text in [*marks, *sorted(instructions)]]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=SPECIAL[0],
        eos_token=SPECIAL[1],
        pad_token=SPECIAL[2],
        model_max_length=CONTEXT,
    )


class Batches:
    """Batches by number: the same for the same seed, wherever training is taken up again."""

    def __init__(self, groups: Groups, tokenizer: PreTrainedTokenizerFast, seed: int) -> None:
        self.groups = [group for _, group in sorted(groups.items()) if group]
        self.tokenizer = tokenizer
        self.seed = seed

    def row(self, text: Text, wording: str) -> Row:
        """A text as tokens. No token spans the border of prompt and reply, as none does when a reply is generated."""
        prompt = self.tokenizer.encode(core.prompt(wording, text.question))
        reply = self.tokenizer.encode(f"\n{text.reply}")
        return prompt, [*reply, self.tokenizer.eos_token_id]

    def bucket(self, index: int) -> list[list[Row]]:
        """The batches index * BUCKET and following, rows of like length together."""
        rng = Random(f"reference/{self.seed}/{index}")
        texts = [rng.choice(rng.choice(self.groups)) for _ in range(BUCKET * BATCH)]
        rows = sorted((self.row(text, rng.choice(text.instructions)) for text in texts), key=lambda r: len(r[0] + r[1]))
        batches = [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
        rng.shuffle(batches)
        return batches


def _tensors(rows: Sequence[Row], pad: int, device: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Tokens and labels, both (rows, longest row)."""
    longest = max(len(prompt) + len(reply) for prompt, reply in rows)
    tokens = torch.full((len(rows), longest), pad)
    labels = torch.full((len(rows), longest), IGNORED)
    for index, (prompt, reply) in enumerate(rows):
        whole = [*prompt, *reply]
        tokens[index, : len(whole)] = torch.tensor(whole)
        labels[index, len(prompt) : len(whole)] = torch.tensor(reply)
    return tokens.to(device), labels.to(device)


def _optimizers(model: torch.nn.Module) -> list[torch.optim.Optimizer]:
    """Muon for the matrices, Adam for embeddings and norms."""
    matrices = {name for name, value in model.named_parameters() if value.ndim == 2 and "embed" not in name}
    inner = [value for name, value in model.named_parameters() if name in matrices]
    outer = [value for name, value in model.named_parameters() if name not in matrices]
    return [
        torch.optim.Muon(inner, lr=MUON_RATE, momentum=0.95, weight_decay=0.01),
        torch.optim.AdamW(outer, lr=ADAM_RATE, betas=(0.9, 0.98), weight_decay=0.01),
    ]


def _rate(batch: int, batches: int) -> float:
    """Share of the full learning rate at a batch."""
    left = 1 - batch / batches
    return max(0.01, min(1.0, (batch + 1) / WARMUP, left / 0.7))


def _loss(model: Any, tokens: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:  # noqa: ANN401
    """Mean cross entropy of the replies' tokens; the vocabulary is reckoned for these alone."""
    hidden = model.model(tokens)[0][:, :-1]
    learnt = labels[:, 1:] != IGNORED
    return functional.cross_entropy(model.lm_head(hidden[learnt]), labels[:, 1:][learnt])


def train(groups: Groups, out: Path, batches: int, seed: int = 0, size: Size | None = None) -> dict[str, Any]:
    """Train on the groups and write model, tokenizer and provenance.json to `out`; gives the provenance.

    Takes up again from `out`/checkpoint.pt where there is one of the same corpus, seed, size and length, and removes it
    at the end. Raises ValueError where it is of another training.
    """
    size = size or Size()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    identity = {"corpus_sha256": sha256(groups), "seed": seed, "batches": batches, "size": repr(size)}
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = make_tokenizer(groups)
    torch.manual_seed(seed)
    model = LlamaForCausalLM(_config(tokenizer, size)).to(device)
    optimizers = _optimizers(model)
    checkpoint = out / "checkpoint.pt"
    start = _resume(checkpoint, identity, model, optimizers)
    data = Batches(groups, tokenizer, seed)
    bar = tqdm(range(start, batches), initial=start, total=batches, desc=out.name, unit="batch", disable=None)
    bucket: list[list[Row]] = []
    for batch in bar:
        if not bucket or batch % BUCKET == 0:
            bucket = data.bucket(batch // BUCKET)
        loss = _loss(model, *_tensors(bucket[batch % BUCKET], tokenizer.pad_token_id, device))
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimizer, full in zip(optimizers, (MUON_RATE, ADAM_RATE), strict=True):
            for group in optimizer.param_groups:
                group["lr"] = full * _rate(batch, batches)
            optimizer.step()
            optimizer.zero_grad()
        bar.set_postfix(loss=f"{loss.item():.3f}", refresh=False)
        if (batch + 1) % SAVE_EVERY == 0:
            _save_checkpoint(checkpoint, identity, batch + 1, model, optimizers)
    model.half().save_pretrained(out)
    tokenizer.save_pretrained(out)
    provenance = {
        **identity,
        "texts": sum(map(len, groups.values())),
        "groups": len(groups),
        "parameters": model.num_parameters(),
        "device": device,
        "python": platform.python_version(),
        "versions": {name: metadata.version(name) for name in ("lm-eval-gap", "torch", "transformers", "tokenizers")},
    }
    (out / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n", encoding="utf-8")
    checkpoint.unlink(missing_ok=True)
    return provenance


def _config(tokenizer: PreTrainedTokenizerFast, size: Size) -> LlamaConfig:
    return LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=size.width,
        intermediate_size=3 * size.width,
        num_hidden_layers=size.layers,
        num_attention_heads=size.heads,
        num_key_value_heads=size.heads,
        max_position_embeddings=CONTEXT,
        tie_word_embeddings=True,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )


def _save_checkpoint(
    path: Path, identity: Mapping[str, Any], batch: int, model: torch.nn.Module, optimizers: list[torch.optim.Optimizer]
) -> None:
    """Written beside and then moved, so that an interruption leaves a whole one."""
    partial = path.with_suffix(".partial")
    states = [optimizer.state_dict() for optimizer in optimizers]
    torch.save({"identity": dict(identity), "batch": batch, "model": model.state_dict(), "optimizers": states}, partial)
    partial.replace(path)


def _resume(
    path: Path, identity: Mapping[str, Any], model: torch.nn.Module, optimizers: list[torch.optim.Optimizer]
) -> int:
    """The batch to go on with; 0 where there is no checkpoint."""
    if not path.exists():
        return 0
    saved = torch.load(path, weights_only=True)
    if saved["identity"] != identity:
        raise ValueError(f"{path} is of another training ({saved['identity']}, not {dict(identity)}): move it away")
    model.load_state_dict(saved["model"])
    for optimizer, state in zip(optimizers, saved["optimizers"], strict=True):
        optimizer.load_state_dict(state)
    return int(saved["batch"])
