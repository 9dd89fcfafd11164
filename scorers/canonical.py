"""One answer's markup -> plain text: Unicode look-alikes, HTML, Markdown, LaTeX, spaces, end punctuation.

Gold and answer go through the same function, so that no form of writing is right on one side only.
The plain text keeps its meaning readable for every type: fractions are `a/b`, powers `^2`, indices `_8`,
operators are single characters, and a command that is not known stays as `\\name(argument)`.
"""

from __future__ import annotations

import re
import unicodedata

from scorers.lexicon import word_set
from scorers.verdict import UnreadError

MAX_DEPTH = 40
MAX_LENGTH = 8_000

_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys("\u00b7\u2219\u22c5\u2715\u2716\u2a2f", "×"),
        **dict.fromkeys("\u2018\u2019\u201b\u02bb\u02bc\u2032\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00ba\u02da", "°"),
        "\u2015": "\u2014",
    }
)
_HTML = re.compile(
    r"</?(?:b|i|u|s|p|em|strong|sub|sup|code|span|div|br|font|mark|tt|answer)(?:\s[^<>]{0,100})?/?>", re.IGNORECASE
)
_EMPHASIS = re.compile(
    r"(?<![\w)\]}*])[*]{1,3}(?=[^\s*])|(?<=[^\s*])[*]{1,3}(?![\w(*])|(?<!\w)_{1,2}(?=\w)|(?<=[^\s_])_{1,2}(?!\w|[{\\(])"
)
_LETTER_SETS = str.maketrans({letter: f"\\mathbb{{{plain}}}" for letter, plain in zip("ℝℤℚℕℂ", "RZQNC", strict=True)})
_SCRIPT = re.compile(r"<(/?)su([bp])>", re.IGNORECASE)
_OPENING_STARS = re.compile(r"(?<![\w)\]}*\s])[*]{1,3}(?=[^\s*])|(?<!\S)[*]{1,3}(?=[^\s*])")
_INNER_STARS = re.compile(r"(?<=[^\s*])[*]{1,3}(?![\w(*\\])")
_CLOSING_STARS = re.compile(r"(?<=[^*])[*]{1,3}(?=[\s.,;:!$]*\Z)")
_HEADING = re.compile(r"^[ \t]*(?:#{1,6}|>)[ \t]+", re.MULTILINE)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_INDEX = re.compile(r"[+-]?\d+|\S", re.DOTALL)

_STYLE = word_set(
    "text textbf textit textrm textsf texttt textup textnormal emph mathrm mathbf mathit mathsf mathtt mathnormal "
    "boldsymbol bm pmb mbox hbox boxed fbox operatorname underline left right big Big bigg Bigg displaystyle "
    "textstyle limits rm bf it tt"
)
_FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac"))
_SPACES = frozenset(
    (",", ";", ":", " ", "\n", "\t", "quad", "qquad", "thinspace", "enspace", "(", ")", "[", "]", "\\", "")
)
_SYMBOLS = {
    "times": "×", "cdot": "×", "ast": "*", "div": "÷", "pm": "±", "mp": "∓", "circ": "°", "degree": "°",
    "approx": "≈", "simeq": "≈", "ne": "≠", "neq": "≠", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "lt": "<", "gt": ">", "pi": "π", "infty": "∞", "emptyset": "∅", "varnothing": "∅",
    "ldots": "...", "dots": "...", "cdots": "...",
    "to": "→", "rightarrow": "→", "Rightarrow": "→", "implies": "→", "euro": "€", "pounds": "£",
    "textdegree": "°", "$": "$", "%": "%", "#": "#", "&": "&", "_": "_", "{": "{", "}": "}", "!": "",
    "colon": ":", "textdollar": "$", "percent": "%", "minus": "-",
}  # fmt: skip


def canonical(text: str) -> str:
    """Plain text of one answer; raises UnreadError("limit") beyond MAX_DEPTH or MAX_LENGTH."""
    text = _unicode(text)
    if "<" in text:
        text = _HTML.sub("", text)
    text = _HEADING.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text or "{" in text or "^" in text or "}" in text:
        text = _Latex(text).plain()
    text = " ".join(text.replace("~", " ").split())
    return _without_end(text)


def plain_source(text: str) -> str:
    """An answer with its LaTeX, but without HTML, Markdown and Unicode look-alikes: `*` and `_` stay operators."""
    text = _unicode(text.translate(_LETTER_SETS) if not text.isascii() else text)
    if "<" in text:
        text = _HTML.sub("", _SCRIPT.sub(lambda tag: "}" if tag[1] else "^{" if tag[2] == "p" else "_{", text))
    if "#" in text or ">" in text:
        text = _HEADING.sub("", text)
    if "*" in text:
        text = _CLOSING_STARS.sub("", text)
        opened = _OPENING_STARS.sub("", text)
        text = text if opened == text else _INNER_STARS.sub("", opened)
    return text


def _unicode(text: str) -> str:
    """NFKC, but raised digits stay powers, lowered ones indices and ¾ a fraction; no invisible characters."""
    if text.isascii() and text.isprintable():
        return text.replace("`", "'")
    out: list[str] = []
    raised = ""
    for char in text.translate(_LOOKALIKES):
        kind = unicodedata.decomposition(char).partition(" ")[0]
        plain = unicodedata.normalize("NFKC", char)
        mark = {"<super>": "^", "<sub>": "_"}.get(kind, "") if plain in "0123456789+-\u2212" else ""
        if mark:
            out.append((mark if mark != raised else "") + plain.replace("\u2212", "-"))
        elif kind == "<fraction>":
            out.append(f" {plain.replace(chr(0x2044), '/')} ")
        else:
            out.append(_visible(char))
        raised = mark
    plain = unicodedata.normalize("NFKC", "".join(out))
    if len(plain) > MAX_LENGTH:
        raise UnreadError("limit", f"The answer stands for more than {MAX_LENGTH} characters.")
    return plain


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in {"Cc", "Zl", "Zp"}:
        return " " if char in "\t\n\r\v\f\x85\u2028\u2029" else ""
    if char != "°" and (category in {"Cf", "Cs", "Cn", "Co", "So"} or char == "\ufe0f"):
        return ""
    return char


def _without_end(text: str) -> str:
    """Without quotes around it and the full stop after it; an ellipsis stays, it may mean repeating digits."""
    while True:
        before = text
        text = text.strip(" \"'")
        if text.endswith((",", ";", ":")) or (text.endswith(".") and not text.endswith("..")):
            text = text[:-1]
        if text.startswith("$") and text.endswith("$") and len(text) > 1:
            text = text.strip("$")
        if text == before:
            return text


def _quotient(top: str, bottom: str) -> str:
    """A fraction on one line, apart from its neighbours, so that 1\\frac12 is 1 1/2 and not 11/2."""
    parts = (part.strip() for part in (top, bottom))
    return " {}/{} ".format(*(part if _PLAIN_NUMBER.fullmatch(part) else f"({part})" for part in parts))


class _Latex:
    """One pass over LaTeX source; every character is read once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def plain(self) -> str:
        """The whole source; a closing brace without an opening one is dropped."""
        parts = []
        while self.at < len(self.text):
            parts.append(self._group(1))
        return "".join(parts)

    def _group(self, depth: int) -> str:
        """Up to the brace that closes the group, or the end."""
        if depth > MAX_DEPTH:
            raise UnreadError("limit", f"Braces nest deeper than {MAX_DEPTH} in the answer.")
        out: list[str] = []
        kept = False
        while self.at < len(self.text):
            char = self.text[self.at]
            self.at += 1
            if char == "}":
                break
            if char == "{":
                inner = self._group(depth + 1)
                out.append(f"({inner})" if kept else inner)
                continue
            if char == "\\":
                piece, kept = self._command(depth)
                if piece == "\\over":
                    out = [_quotient("".join(out), self._group(depth + 1))]
                    break
                out.append(piece)
                continue
            kept = kept and char == " "
            out.append(self._script(char, depth) if char in "^_" else char)
        return "".join(out)

    def _command(self, depth: int) -> tuple[str, bool]:
        """What a command stands for, and whether it is an unknown one, whose arguments go in parentheses."""
        match = _COMMAND.match(self.text, self.at - 1)
        name = match.group()[1:] if match else ""
        self.at += len(name)
        if name in _STYLE:
            if name in {"left", "right"} and self.text[self.at : self.at + 1] == ".":
                self.at += 1
            return "", False
        if name in {"color", "textcolor"}:
            self._argument(depth)
            return "", False
        if name in _FRACTIONS:
            return self._fraction(depth), False
        if name == "!":
            self._skip_spaces()
        if name in _SYMBOLS:
            return _SYMBOLS[name], False
        if name in _SPACES:
            return " ", False
        return f"\\{name}", True

    def _fraction(self, depth: int) -> str:
        return _quotient(self._argument(depth), self._argument(depth))

    def _script(self, mark: str, depth: int) -> str:
        """A power or an index; `^\\circ` is the degree sign, and 10^12 without braces means ten to the twelfth."""
        self._skip_spaces()
        plain = _INDEX.match(self.text, self.at)
        if plain and plain.group() not in "{\\}":
            self.at = plain.end()
            return mark + plain.group()
        inner = self._argument(depth).strip()
        if inner == "°":
            return inner
        return mark + (inner if _INDEX.fullmatch(inner) else f"({inner})" if inner else "")

    def _argument(self, depth: int) -> str:
        """The next group, command or character."""
        self._skip_spaces()
        char = self.text[self.at : self.at + 1]
        self.at += 1
        if char == "{":
            return self._group(depth + 1)
        if char == "\\":
            return self._nested(depth)
        return "" if char == "}" else char

    def _nested(self, depth: int) -> str:
        if depth > MAX_DEPTH:
            raise UnreadError("limit", f"Commands nest deeper than {MAX_DEPTH} in the answer.")
        piece, kept = self._command(depth + 1)
        if self.text[self.at : self.at + 1] == "{" and (kept or not piece):
            inner = self._argument(depth + 1)
            return f"{piece}({inner})" if kept else inner
        return piece

    def _skip_spaces(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
