"""Perturbations: exact strings for each, and laws over the whole registry. About 5 seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perturbations import perturbation as registry
from perturbations.case import only_case_of_words
from perturbations.irrelevant_sentence import SENTENCES, deleting_restores
from perturbations.number_words import same_integers
from perturbations.numerals import NUMBER_WORDS, figures, spell
from perturbations.perturbation import PerturbationError, apply, perturbation, perturbations
from perturbations.prose import tokens
from perturbations.space import same_but_for_spaces

STORY = "Ann has 12 pens, 3 of them red. How many of Ann's pens are not red?"

EXACT = {
    "identity": [(STORY, STORY), ("", ""), (" $x$ \n", " $x$ \n")],
    "space": [
        ("What is 2 plus 3?", "What  is  2  plus  3?"),
        ("Let $a + b = 3$ and \\frac{1 }{2}.\n  Find $a$.", "Let  $a + b = 3$  and  \\frac{1 }{2}.\n  Find  $a$."),
        ('How long is "a b c" then?', 'How  long  is  "a b c"  then?'),
        ("Two  spaces here", "Two  spaces  here"),
        ("$$x + y$$", None),
        ("Tea is $5 and cake is", None),
        ("One", None),
    ],
    "case": [
        ("What is the mean of $x + abc$ and a?", "WHAT IS THE MEAN OF $x + abc$ AND a?"),
        ("Segment AB is 5 cm long; point C lies on it.", "SEGMENT AB IS 5 cm LONG; POINT C LIES ON IT."),
        ("The log of kPa or mol, see \\emph{this one} now.", "THE log OF kPa OR mol, SEE \\emph{this one} NOW."),
        ("The number abc is not $abc$ here.", "THE NUMBER abc IS NOT $abc$ HERE."),
        ("Ann's two-digit code isn't McX9.", "ANN'S TWO-DIGIT CODE ISN'T McX9."),
        ("The $x$-axis and x-axis meet.", "THE $x$-axis AND x-axis MEET."),
        ("Tea is $5 for a cup and $3 for a can.", None),
        ("How many capital letters does it hold?", None),
        ("$x$ 12", None),
    ],
    "number_words": [
        (STORY, "Ann has twelve pens, three of them red. How many of Ann's pens are not red?"),
        ("What is 7 plus 125?", "What is seven plus one hundred twenty-five?"),
        ("12 pens cost 30 cents.", "Twelve pens cost thirty cents."),
        ("He got 3, 5 and 11 pens.", "He got three, five and eleven pens."),
        ("He got 3, 5 and 1/2 of the pens.", None),
        ("He got 3, 5 and $n$ pens.", None),
        ("Let $x$ be 5 and $y$ be larger than 20.", "Let $x$ be 5 and $y$ be larger than twenty."),
        ("After 14 more, 9 are left.", "After fourteen more, nine are left."),
        ("Add 100 and 5 to it.", None),
        ("Add one hundred and 5 to it.", None),
        ("Twenty 5 cent coins", None),
        ("20 five-cent coins", None),
        ("20 fifths of it", None),
        ("He has 5 million ants.", None),
        ("It is 5 cm or 3 m wide, 40% of 2.5 kg, 3/4, -7, $8, 1,250 and x2 at 3:45.", None),
        ("It was 12 March 1998; on March 12, 1999 it was 15 percent of 3 + 4.", None),
        ("Team 1 is behind Team 2.", None),
        ("See p. 5 of approx. 7 pages.", None),
        ("The points (3, 5) and [2, 4] are near.", None),
        ("1. Take 5 pens.\n2. Take 6 pens.", "1. Take five pens.\n2. Take six pens."),
        ("What is 101 in base 2?", None),
        ("How many digits has 125?", None),
        ("The 21st of 30 pens", "The 21st of thirty pens"),
        ("What is 007 to 5 spies?", None),
        ("The year has 1200 days", None),
        ('The sign "5 pens" is up.', None),
        ("$2 + 3$", None),
    ],
}

INSERTIONS = [
    (STORY, "Ann has 12 pens, 3 of them red. | How many of Ann's pens are not red?"),
    ("Ann has 12 pens. How many of them are red?", "|Ann has 12 pens. How many of them are red?"),
    ("What is 2 plus 3?", "|What is 2 plus 3?"),
    ("Let $x = 5$. Find $2x.$ Give no units.", "Let $x = 5$. Find $2x.$ | Give no units."),
    ("Mr. Li ran. Dr. No ran. Who won?\nGive a name.", "Mr. Li ran. Dr. No ran. | Who won?\nGive a name."),
    ("Find $$1 + 2. 3 + X. Y$$", "|Find $$1 + 2. 3 + X. Y$$"),
    ("Ann (see p. Five. Six) ran. Who won?", "Ann (see p. Five. Six) ran. | Who won?"),
    ("Tea is $5 now. Why?", None),
    (" ", None),
    (" ".join(SENTENCES), None),
]

PIECES = st.sampled_from([
    "$", "$$", "\\$", '"', "`", "(", ")", "[", "]", "{", "\\frac{1}{2}", "\\begin{a}", "\\end{a}", "$x$", "x", "AB",
    "and", "or", "to", "by", "hundred", "one", "twenty", "a", "The", "Team", "is", "cm", "mol", "sin", "it", "base",
    "0", "5", "12", "20", "100", "125", "999", "1000", "3.5", "1/2", "5,", "12.", "100,", "7th", "twenty-", "-", "–",
    " ", " ", " ", " ", "  ", "\n", ". ", "? ", ", ", "é", "ß", "İ", "pens", "How many pens",
])  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map(" ".join))


EXACT_CASES = [(name, question, expected) for name, cases in EXACT.items() for question, expected in cases]


@pytest.mark.parametrize(("name", "question", "expected"), EXACT_CASES)
def test_exact_strings(name: str, question: str, expected: str | None) -> None:
    assert apply(name, question, Random(0)) == expected


@pytest.mark.parametrize(("question", "expected"), INSERTIONS)
def test_where_the_irrelevant_sentence_goes(question: str, expected: str | None) -> None:
    perturbed = apply("irrelevant_sentence", question, Random("place"))
    if expected is None:
        assert perturbed is None
        return
    places = {perturbed.replace(f"{sentence} ", "|", 1) for sentence in SENTENCES if sentence in (perturbed or "")}
    assert places == {expected.replace("| ", "|")}


def test_every_perturbation_has_exact_strings() -> None:
    assert set(perturbations()) == {*EXACT, "irrelevant_sentence"}
    assert all(found.summary.endswith(".") for found in perturbations().values())


@pytest.mark.parametrize("name", perturbations())
@settings(max_examples=400, deadline=None)
@given(question=TEXTS, seed=st.integers())
def test_any_text_passes_its_check_and_the_stream_decides(name: str, question: str, seed: int) -> None:
    perturbed = apply(name, question, Random(seed))
    assert perturbed == apply(name, question, Random(seed))
    if name != "identity":
        assert perturbed != question


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_tokens_are_the_words_between_white_space(text: str) -> None:
    found = tokens(text)
    if found is not None:
        assert [token.text for token in found] == re.findall(r"\S+", text)
        assert all(text[token.start : token.end] == token.text for token in found)


def test_every_integer_below_1000_comes_back_from_its_words() -> None:
    words = {number: spell(number) for number in range(1000)}
    assert len(set(words.values())) == 1000
    for number, spelled in words.items():
        assert figures(spelled) == figures(spelled.capitalize()) == str(number)
        assert set(re.split("[ -]", spelled)) <= NUMBER_WORDS


@pytest.mark.parametrize("number", [-1, 1000])
def test_other_integers_are_not_spelled(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        spell(number)


def test_neighbouring_number_words_stay_apart() -> None:
    assert figures("two five-cent coins, twenty-one one hundred two") == "2 5-cent coins, 21 102"


@settings(max_examples=300, deadline=None)
@given(numbers=st.lists(st.integers(0, 999), min_size=1, max_size=6))
def test_number_words_give_back_the_integers_in_order(numbers: list[int]) -> None:
    question = "Mo saw " + " cars then ".join(map(str, numbers)) + " cars."
    perturbed = apply("number_words", question, Random(0))
    assert perturbed is not None
    assert not re.search("[0-9]", perturbed)
    assert figures(perturbed) == question


@pytest.mark.parametrize(
    ("check", "question", "perturbed"),
    [
        (same_but_for_spaces, "a b", "a b"),
        (same_but_for_spaces, "a b c", "a  b d"),
        (same_but_for_spaces, "a $b + c$", "a  $b  + c$"),
        (same_but_for_spaces, "a b\nc d", "a  b c d"),
        (only_case_of_words, "now $x$", "now $x$"),
        (only_case_of_words, "now $x$", "NOW $X$"),
        (only_case_of_words, "point x is", "POINT X IS"),
        (only_case_of_words, "in kPa", "IN KPA"),
        (only_case_of_words, "now is", "NOW IT"),
        (same_integers, "has 5 pens", "has 5 pens"),
        (same_integers, "has 5 pens", "has six pens"),
        (same_integers, "has 5 pens", "Has five pens"),
        (same_integers, "has 20 5 cent pens", "has twenty-five cent pens"),
        (same_integers, "has $5$ pens", "has $five$ pens"),
        (deleting_restores, "Who won?", "Who won?"),
        (deleting_restores, "Who won?", "Ann ran. Who won?"),
        (deleting_restores, "Who won?", f"{SENTENCES[0]}  Who won?"),
        (deleting_restores, "Who won?", f"{SENTENCES[0]} Who lost?"),
    ],
)
def test_checks_refuse_what_does_not_keep_the_question(check: registry.Check, question: str, perturbed: str) -> None:
    assert not check(question, perturbed)


def test_irrelevant_sentences_count_nothing_and_ask_nothing() -> None:
    assert len(SENTENCES) == len(set(SENTENCES)) >= 20
    for sentence in SENTENCES:
        assert re.fullmatch(r"[A-Z][a-z]*( [a-z]+)+\.", sentence)
        words = set(sentence[:-1].lower().split())
        assert words.isdisjoint(NUMBER_WORDS | {"once", "twice", "half", "double", "first", "second", "please", "you"})


def test_irrelevant_sentences_are_all_drawn() -> None:
    drawn = {apply("irrelevant_sentence", "Who won?", Random(f"draw {seed}")) for seed in range(1000)}
    assert drawn == {f"{sentence} Who won?" for sentence in SENTENCES}


def test_a_sentence_shares_no_word_with_the_question() -> None:
    question = "The lake has 3 boats on it. How wide is the lake?"
    drawn = {apply("irrelevant_sentence", question, Random(f"draw {seed}")) for seed in range(1000)}
    assert len(drawn) > 20
    assert not any("shimmering" in (text or "") for text in drawn)


@pytest.fixture
def registered() -> Iterator[None]:
    """Let a test register perturbations of its own."""
    before = dict(perturbations())
    yield
    registry._perturbations.clear()
    registry._perturbations.update(before)


@pytest.mark.usefixtures("registered")
def test_apply_refuses_what_fails_the_check() -> None:
    @perturbation(keeps="answer", check=lambda question, perturbed: len(question) == len(perturbed))
    def cut(question: str, rng: Random) -> str | None:
        """Lose the last word."""
        return question.rpartition(" ")[0] or None

    assert apply("cut", "One", Random(0)) is None
    with pytest.raises(PerturbationError, match=r"cut: 'Who' does not keep the answer of 'Who won\?'"):
        apply("cut", "Who won?", Random(0))


@pytest.mark.usefixtures("registered")
def test_a_name_is_taken_once() -> None:
    def space(question: str, rng: Random) -> str | None:
        """Do nothing."""
        return None

    with pytest.raises(ValueError, match="'space'"):
        perturbation(keeps="answer", check=same_but_for_spaces)(space)


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(KeyError, match=r"spaec.*case.*space"):
        apply("spaec", "Who won?", Random(0))
