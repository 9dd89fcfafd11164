"""A sentence that has nothing to do with the question."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from perturbations.numerals import NUMBER_WORDS
from perturbations.perturbation import perturbation
from perturbations.prose import ABBREVIATION, protected, tokens

# each of them counts nothing, names nobody, tells nobody to do anything and holds no thing that problems are about
SENTENCES = (
    "A gentle breeze was stirring the curtains.",
    "An old melody was drifting in from somewhere nearby.",
    "Birdsong was filling the forest.",
    "Dust was floating lazily in the evening light.",
    "Fog was hanging low over the meadow.",
    "Frost was glittering on the lawn.",
    "It had been an unusually peaceful season.",
    "Ivy was creeping over the chimney.",
    "Laughter could be heard from the courtyard.",
    "Moonlight was shimmering on the lake.",
    "Snow was melting quietly on the rooftop.",
    "Sunlight was slowly warming the pavement.",
    "The air smelled faintly of rain.",
    "The aroma of cinnamon was pleasant.",
    "The atmosphere in the village was cheerful.",
    "The carpet in the lobby was a dull shade of grey.",
    "The conversation had drifted towards poetry.",
    "The gossip was mostly about gardening.",
    "The hallway smelled of fresh varnish.",
    "The moss felt pleasantly soft.",
    "The scent of lavender lingered on the terrace.",
    "The silence in the chapel felt comforting.",
    "The sky was turning a deep shade of purple.",
    "The wallpaper had faded to a pale green.",
    "The weather was rather mild.",
    "Thunder was rumbling beyond the hills.",
    "Twilight gave the valley a bluish tint.",
)

# such a word points back to the sentence before it, which must stay there
BACK_REFERENCE = re.compile(
    r"(?i)\b(?:it|its|they|them|their|this|that|these|those|he|him|his|she|her|hers|such|both|each|either|neither|"
    r"same|former|latter|other|others|another|then)\b"
)

_SENTENCE_END = re.compile(r"[.?!]['’)\]$]*\Z")


def deleting_restores(question: str, perturbed: str) -> bool:
    """Whether deleting one of the sentences and the space after it gives back the question byte for byte."""
    return any(
        perturbed[: found.start()] + perturbed[found.end() :] == question and _counts_nothing(sentence)
        for sentence in SENTENCES
        for found in re.finditer(re.escape(f"{sentence} "), perturbed)
    )


@perturbation(keeps="answer", check=deleting_restores)
def irrelevant_sentence(question: str, rng: Random) -> str | None:
    """Put a sentence with no bearing on the question before its last sentence, or in front of it all."""
    own = _content_words(question)
    candidates = [sentence for sentence in SENTENCES if own.isdisjoint(_content_words(sentence))]
    place = _place(question)
    if place is None or not candidates:
        return None
    return f"{question[:place]}{rng.choice(candidates)} {question[place:]}"


def _place(question: str) -> int | None:
    """Where the sentence that asks starts; 0 where it points back or is the only one, None where that is undecided."""
    found, spans = tokens(question), protected(question)
    if not found or spans is None:
        return None
    starts, depth = [found[0].start], 0
    for token, following in pairwise(found):
        depth = max(0, depth + sum(map(token.text.count, "([{")) - sum(map(token.text.count, ")]}")))
        ends = _SENTENCE_END.search(token.text) and not (token.prose and ABBREVIATION.fullmatch(token.text))
        inside = any(start <= token.end < end for start, end in spans)
        if ends and depth == 0 and not inside and re.match(r"[A-Z0-9$\\]", following.text):
            starts.append(following.start)
    sentences = {start: question[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)}
    asking = [start for start, sentence in sentences.items() if sentence.rstrip().endswith("?")] or starts
    return 0 if BACK_REFERENCE.search(sentences[asking[-1]]) else asking[-1]


def _content_words(text: str) -> set[str]:
    """Its words of at least four letters, in lower case and without a plural s."""
    return {word.removesuffix("s") for word in re.findall(r"[a-z]{4,}", text.lower())} - {"from", "been", "could"}


def _counts_nothing(sentence: str) -> bool:
    words = set(re.findall(r"[a-z]+", sentence.lower()))
    return not re.search(r"\d", sentence) and NUMBER_WORDS.isdisjoint(words)
