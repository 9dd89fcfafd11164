"""LaTeX, plain text or Unicode -> tokens, in one pass; every character is read once.

Kinds: "num" a number literal, "run" adjacent letters (variables, or a word), "word" letters that were set as text,
"fn" a function, "cmd" a command with arguments, "mat" and "end" around a matrix, "op" everything else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from scorers.lexicon import word_set
from scorers.verdict import UnreadError

MAX_TOKENS = 1_000


class Token(NamedTuple):
    """Kind and text."""

    kind: str
    text: str


FUNCTIONS = word_set(
    "sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh asin acos atan log ln lg exp "
    "max min gcd lcm sqrt cbrt abs floor ceil"
)
_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega "
    "Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega varepsilon vartheta varphi varrho ell"
)
_GREEK = dict(zip(_GREEK_NAMES.split(), "αβγδεζηθικλμνξρστυφχψωΓΔΘΛΞΣΦΨΩεθφρℓ", strict=True))
# the names that are no product of letters to anybody: mu, nu and xi may be
_SPELLED_GREEK = word_set("alpha beta gamma delta epsilon theta lambda sigma omega")
_OPERATORS = {
    "times": "*", "cdot": "*", "ast": "*", "div": "/", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "leqslant": "≤",
    "ge": "≥", "geq": "≥", "geqslant": "≥", "lt": "<", "gt": ">", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "≈",
    "simeq": "≈", "thickapprox": "≈", "equiv": "≡", "in": "∈", "cup": "∪", "cap": "∩", "bigcup": "∪", "bigcap": "∩",
    "setminus": "∖", "backslash": "∖", "infty": "∞", "emptyset": "∅", "varnothing": "∅", "pi": "π", "circ": "°",
    "degree": "°", "textdegree": "°", "ldots": "…", "dots": "…", "cdots": "…", "dotsc": "…", "lfloor": "⌊",
    "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|", "vert": "|",
    "mid": "|", "lbrace": "⦃", "rbrace": "⦄", "{": "⦃", "}": "⦄", "lbrack": "[", "rbrack": "]", "lparen": "(",
    "rparen": ")", "angle": "∠", "measuredangle": "∠", "triangle": "∠", "Rightarrow": "⇒", "implies": "⇒",
    "rightarrow": "⇒", "to": "⇒", "Longrightarrow": "⇒", "Leftrightarrow": "⇒", "iff": "⇒", "colon": ":", "prime": "'",
    "$": "$", "%": "%", "percent": "%", "euro": "€", "pounds": "£", "textdollar": "$", "land": "∧", "lor": "∨",
    "wedge": "∧", "vee": "∨", "surd": "√", "\\": "⏎", "newline": "⏎", "cr": "⏎", "&": "and", "top": "⊤",
    "choose": "choose", "over": "over", "_": "_", "#": "#",
}  # fmt: skip
_ARGUMENTS = {
    "frac": "frac", "dfrac": "frac", "tfrac": "frac", "cfrac": "frac", "sfrac": "frac", "nicefrac": "frac",
    "binom": "binom", "dbinom": "binom", "tbinom": "binom", "sqrt": "sqrt", "overline": "overline",
    "bar": "overline", "vec": "vec", "overrightarrow": "vec", "hat": "hat", "pmod": "mod", "bmod": "mod",
    "mod": "mod", "widehat": "hat", "overarc": "arc", "mathbb": "mathbb", "dot": "dot",
}  # fmt: skip
_TEXT = word_set(
    "text mbox textbf textit textrm textsf texttt textup textnormal textmd textsl textsc emph mathrm operatorname hbox "
    "mathsf mathtt mathnormal"
)
_DROPPED = word_set(
    "mathbf mathit boldsymbol bm pmb boxed fbox underline left right big Big bigg Bigg bigl bigr Bigl Bigr "
    "biggl biggr displaystyle textstyle scriptstyle limits rm bf it tt quad qquad thinspace enspace mathcal bold "
    "phantom hspace vspace noindent centering large Large left. right. nolimits mathop mathrel mathbin middle"
)
_MATRICES = word_set("matrix pmatrix bmatrix Bmatrix smallmatrix array psmallmatrix bsmallmatrix")
SYSTEMS = word_set("cases dcases rcases aligned align align* gathered gather gather* split eqnarray eqnarray*")
"""Environments of relations, one a row."""
_LETTER_SETS = {"R": "ℝ", "Z": "ℤ", "Q": "ℚ", "N": "ℕ", "C": "ℂ"}
_SEVERAL = {
    "**": "^", "<=": "≤", ">=": "≥", "=<": "≤", "!=": "≠", "<>": "≠", "/=": "≠", "==": "=", "->": "⇒", "=>": "⇒",
    "+/-": "±", "...": "…", "~=": "≈",
}  # fmt: skip
_SINGLE = {
    "×": "*", "∗": "*", "÷": "/", "⟹": "⇒", "→": "⇒", "⟶": "⇒", "⇔": "⇒", "≅": "≈", "∼": "≈", "≃": "≈", "⩽": "≤",
    "⩾": "≥", "≦": "≤", "≧": "≥", "∣": "|", "〈": "⟨", "〉": "⟩", "—": "-", "\\": "∖", "⋃": "∪", "⋂": "∩", "∘": "°",
    "∶": ":", "φ": "φ", "ϕ": "φ", "ϵ": "ε", "Δ": "Δ",
}  # fmt: skip
_SKIPPED = frozenset('."#?`“”')

_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<degree>\^\s*(?:\{\s*(?:\\circ|°|\\degree)\s*\}|\\circ(?![A-Za-z])|°))
    |(?P<based>(?:\d[0-9A-Za-z]{0,60}(?:\.[0-9A-Z]{1,60})?|[A-F][0-9A-F]{0,60}(?=_\s*\{?\s*1[1-6]))\s?_\s*
        (?:\{\s*(?:\\(?:text|mathrm|mbox|textrm)\s*\{)?\s*\(?(?:base[\s}]*)?(?P<base>\d{1,2}|[A-Za-z]+)\)?\s*\}{1,2}
          |(?P<bare_base>\d{1,2})))
    |(?P<num>
        (?:(?P<whole>[1-9]\d{0,2}(?:\{,\}\d{3})+(?!\d)|[1-9]\d{0,2}(?:[ ]\d{3})+(?![\d/]|[ ]\d|[ ]?/)|\d+)
          (?:(?P<point>\.)(?!\.)(?P<part>\d*))?|(?P<bare>\.)(?P<bare_part>\d+))
        (?:(?<=\d)[eE](?P<exponent>[+-]?\d+)(?![\w.]))?)
    |\\(?P<command>q?quad|[A-Za-z]+|.|$)
    |(?P<run>[A-Za-z]+)
    |(?P<several>\*\*|<=|>=|=<|!=(?!=)|<>|/=|==|->|=>|\+/-|\.\.\.|~=)
    |(?P<single>.)""",
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_AGAIN = re.compile(
    r"\\(?:overline|bar|dot)\s*(?:\{\s*(\d+)\s*\}|(\d))|\((\d+)\)(?![\^(])|(?P<dots>\.\.\.|\\[lc]?dots\b)|(?P<marked>)"
)
_MARKED = re.compile(r"(?:\d\u0305)+")
_NAME = re.compile(r"\s*\{\s*([A-Za-z*]+)\s*\}(?:\s*\{[lcr|\s]*\}|\[[lcr]\])?")
_ONE_LETTER = re.compile(r"\s*\{\s*[iexyzabn]\s*\}")
_IMAGINARY = re.compile(r"\s*\{\s*i\s*\}")
_ARGUMENT = re.compile(r"\s*\{[^{}]{0,40}\}")
_THOUSANDS = re.compile(r"(?:,\d{3})+(?!\d)")


def tokenize(text: str, *, thousands: bool = True) -> list[Token]:
    """Tokens of a source; raises UnreadError("limit") beyond MAX_TOKENS, ("unparseable") on an unknown command.

    thousands: whether 1,234 outside brackets is one number.
    """
    scanner = _Scanner(text, thousands=thousands)
    scanner.scan()
    return scanner.out


class _Scanner:
    def __init__(self, text: str, *, thousands: bool) -> None:
        self.text = text
        self.thousands = thousands
        self.out: list[Token] = []
        self.at = 0
        self.brackets = 0
        self.braces: list[bool] = []
        """For every open brace, whether text stands within."""
        self.text_next = False

    def scan(self) -> None:
        text, size = self.text, len(self.text)
        while self.at < size:
            if self.braces and self.braces[-1]:
                word = _WORD.match(text, self.at)
                if word:
                    self.at = word.end()
                    self.out.append(Token("word", word.group()))
                    continue
            match = _TOKEN.match(text, self.at)
            if match is None:
                raise UnreadError("unparseable", "The answer holds an unreadable character.")
            self.at = match.end()
            kind = match.lastgroup or ""
            if kind == "space":
                continue
            if len(self.out) >= MAX_TOKENS:
                raise UnreadError("limit", f"The answer has more than {MAX_TOKENS} tokens.")
            self._add(match)

    def _add(self, match: re.Match[str]) -> None:
        group = match.group
        if match["single"]:
            self._single(match["single"])
        elif match["num"]:
            self._number(match)
        elif match["run"]:
            kind = "fn" if match["run"] in FUNCTIONS else "run"
            if match["run"] in _SPELLED_GREEK:
                self.out.append(Token(kind, _GREEK[match["run"]]))
                return
            self.out.append(Token("op", "π") if match["run"] == "pi" else Token(kind, match["run"]))
        elif match["command"] is not None:
            self._command(match["command"])
        elif match["several"]:
            self.out.append(Token("op", _SEVERAL[match["several"]]))
        elif match["based"]:
            base = group("base") or group("bare_base")
            self.out.append(Token("based", f"{match['based'].partition('_')[0].strip()}_{base}"))
            self.at -= self._surplus(match)
        else:
            self.out.append(Token("op", "°"))

    @staticmethod
    def _surplus(match: re.Match[str]) -> int:
        """Closing braces taken beyond those that the index opened."""
        return max(0, match["based"].count("}") - match["based"].count("{"))

    def _single(self, char: str) -> None:
        if char in "{}":
            silent = self.text_next or (bool(self.braces) and self.braces[-1])
            if char == "{":
                self.braces.append(silent)
            elif self.braces:
                self.braces.pop()
            self.text_next = False
            if silent:
                return
        elif char in _SKIPPED:
            return
        elif char in "([⟨":
            self.brackets += 1
        elif char in ")]⟩":
            self.brackets -= 1
        if char.isalpha() and char not in "πℝℤℚℕℂ":
            self.out.append(Token("run", _SINGLE.get(char, char)))
            return
        self.out.append(Token("op", _SINGLE.get(char, char)))

    def _number(self, match: re.Match[str]) -> None:
        whole = match["whole"] or "0"
        if " " in whole and self.out and self.out[-1].text in {"_", "^"}:
            whole = whole.partition(" ")[0]
            self.at = match.start() + len(whole)
            self.out.append(Token("num", whole))
            return
        digits = whole.replace("{,}", "").replace(" ", "")
        if self.thousands and self.brackets == 0 and match["whole"] and match["part"] is None and len(digits) <= 3:
            groups = _THOUSANDS.match(self.text, match.end())
            if groups and digits[0] != "0":
                self.at = groups.end()
                self.out.append(Token("num", digits + groups.group().replace(",", "") + self._decimals()))
                return
        part = match["part"] if match["whole"] else match["bare_part"]
        text = digits if part is None else f"{digits}.{part}"
        if match["exponent"]:
            text += f"e{match['exponent']}"
        elif part is not None:
            text += self._again(part)
        self.out.append(Token("num", text))

    def _decimals(self) -> str:
        match = re.compile(r"\.\d+").match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _again(self, part: str) -> str:
        """The repeating digits after a decimal, as (6) or as ... where the digits break off."""
        match = _AGAIN.match(self.text, self.at)
        if match is None or match["marked"] is not None:
            marked = _MARKED.match(self.text, self.at - 1) if part else None
            if marked and self.text[self.at : self.at + 1] == "\u0305":
                self.at = marked.end()
                return f"~({marked.group().replace(chr(0x305), '')})"
            return ""
        self.at = match.end()
        return "..." if match["dots"] else f"({match[1] or match[2] or match[3]})"

    def _command(self, name: str) -> None:
        if name in _OPERATORS:
            self.out.append(Token("op", _OPERATORS[name]))
            self.brackets += {"⦃": 1, "⦄": -1, "⟨": 1, "⟩": -1}.get(_OPERATORS[name], 0)
        elif name in _TEXT:
            letter = (_ONE_LETTER if name != "text" else _IMAGINARY).match(self.text, self.at)
            self.text_next = letter is None
        elif name in _ARGUMENTS:
            self.out.append(Token("cmd", _ARGUMENTS[name]))
        elif name in FUNCTIONS:
            self.out.append(Token("fn", name))
        elif name in _GREEK:
            self.out.append(Token("run", _GREEK[name]))
        elif name in {"begin", "end"}:
            self._environment(name)
        elif name in {"color", "textcolor"}:
            skipped = _ARGUMENT.match(self.text, self.at)
            self.at = skipped.end() if skipped else self.at
        elif name in _DROPPED or not name.isalpha():
            if name in {"left", "right"} and self.text[self.at : self.at + 1] == ".":
                self.at += 1
        else:
            raise UnreadError("unparseable", f"The answer holds the command \\{name[:40]}.")

    def _environment(self, name: str) -> None:
        match = _NAME.match(self.text, self.at)
        if match is None or match[1] not in _MATRICES | SYSTEMS:
            raise UnreadError("unparseable", "The answer holds an environment that is no matrix.")
        self.at = match.end()
        self.out.append(Token("mat" if name == "begin" else "end", match[1]))
        self.brackets += 1 if name == "begin" else -1
