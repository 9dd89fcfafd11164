"""An answer's text -> the source that is tokenized: without Markdown, HTML, look-alikes and math delimiters."""

from __future__ import annotations

import re
from functools import lru_cache

from scorers.canonical import plain_source

_SPACING = re.compile(r"\\\\\s*\[[^\[\]]{0,12}(?:pt|em|ex|mm|cm)\]")
_WIDE = re.compile(r"\s{3,}")
"""Two spaces stay two: they part numbers that one would join."""
_SPACES = re.compile(r"\\[\\,;: >]|~")
_BRACED_SIGN = re.compile(r"(?<!\\)\{\s*([:=<>+*/-])\s*\}")
_BRACED_COMMA = re.compile(r"(?<=\d)\s?\{\s?,\s?\}\s?(?=\d{3})")
_BACKSLASHES = re.compile(r"\\+")
_ESCAPED = re.compile(
    r"\\\\(?:[dt]?frac|left|right|sqrt|text|mathrm|begin|boxed|pi|infty|cdot|times|pm|circ|leq?|geq?|cup)\b"
)
_SYSTEM = re.compile(r"\\left\s?\\\{\s?(?=\\begin\b)|\\right\s?\.")
_COMMA_GAP = re.compile(r"(?<=\d),\s*\\!\s*(?=\d{3})")
_MERIDIEM = re.compile(r"(?<![A-Za-z])([ap])\s?\.\s?m\b\.?", re.IGNORECASE)
_BARE_POINT = re.compile(r"(?<!\d)\.(?=\\(?:overline|bar)\b)")
_ANGLES = re.compile(r"\A\s*<([^<>=]*,[^<>=]*)>\s*\Z")
_IN_BASE = re.compile(
    r"(?<![\w\\])([0-9][0-9A-F]*|[A-F][0-9A-F]*\d[0-9A-F]*)\s*(?:\\text\s*\{\s*)?\(?\s*(?:in\s+)?base[\s-]*(\d{1,2}|[a-z]+)\b\s*\)?\}?"
)
_TEXT_DIGITS = re.compile(r"\\(?:text|mathrm|mbox|textrm)\s*\{([0-9A-Z]{1,12})\}(?=[0-9A-Z]{0,12}\s*_)")
_ROOT_OF = re.compile(r"(?:\bthe\s+)?\b(square|cube)\s+root\s+of\s+", re.IGNORECASE)
_SPOKEN_TIMES = re.compile(r"(?<=\d)\s+times\s+(?=[\d√∛])")
_STYLED = r"\\(?:text|textrm|textnormal|mathrm|mbox|rm)\s?"
_ORDINAL = re.compile(
    rf"(?<![\w.^_{{\\])(?P<number>\d{{1,6}})\s?(?:\^\s?)?"
    rf"(?:\{{\s?{_STYLED}\{{\s?(?P<a>[a-z]{{2}})\s?\}}\s?\}}|{_STYLED}\{{\s?(?P<b>[a-z]{{2}})\s?\}}"
    rf"|(?<=\^)\s?\{{\s?(?P<c>[a-z]{{2}})\s?\}}|(?<=\d)(?P<d>st|nd|rd|th)(?![A-Za-z]))"
)
_TIMES_TEN = re.compile(r"(?<=\d)\s*[xX]\s*(?=10\s*(?:\^|\*\*))")


@lru_cache(maxsize=512)
def source(text: str) -> str:
    """An answer without Markdown, HTML, look-alikes and math delimiters; its LaTeX stays."""
    text = " ".join(plain_source(text).split())
    if "\\\\" in text:
        text = _unescaped(text)
    if "\\" in text:
        text = _SPACING.sub(r"\\\\", text)
        text = _COMMA_GAP.sub("{,}", text).replace("\\!", "")
        text = _SPACES.sub(lambda match: match.group() if match.group() == "\\\\" else " ", text)
    if "\\right." in text or "\\right ." in text:
        text = _SYSTEM.sub("", text)
    if "{" in text:
        text = _BRACED_COMMA.sub("{,}", _BRACED_SIGN.sub(r"\1", text))
    if "$" in text:
        text = _without_delimiters(text)
    if "m" in text or "M" in text:
        text = _MERIDIEM.sub(r"\1m", text)
    if "x" in text or "X" in text:
        text = _TIMES_TEN.sub("*", text)
    text = _spelled(text)
    text = _WIDE.sub("  ", text).strip().strip("\"'`").strip()
    while text.endswith((".", ",", ";", ":")) and not text.endswith(("..", "\\,", "\\;", "\\:")):
        text = text[:-1].rstrip()
    return text


def _unescaped(text: str) -> str:
    """LaTeX whose every backslash was written twice, as in JSON, with single ones; a matrix alone has both kinds."""
    if _ESCAPED.search(text) and all(len(run) % 2 == 0 for run in _BACKSLASHES.findall(text)):
        return text.replace("\\\\", "\\")
    return text


def _spelled(text: str) -> str:
    """Forms that only spelling tells: 11th, .\\overline{27}, <1, 2>, 52 (base 8), 3-to-2, the square root of 3."""
    if ".\\" in text:
        text = _BARE_POINT.sub("0.", text)
    if any(suffix in text for suffix in ("th", "st", "nd", "rd")):
        text = _ORDINAL.sub(_cardinal, text)
    if "<" in text:
        text = _ANGLES.sub(r"⟨\1⟩", text)
    if "base" in text:
        text = _IN_BASE.sub(r"\1_{\2}", text)
    if "_" in text and "{" in text:
        text = _TEXT_DIGITS.sub(r"\1", text)
    if "-to-" in text:
        text = text.replace("-to-", ":")
    if " root of " in text:
        text = _ROOT_OF.sub(lambda match: "√" if match[1].lower() == "square" else "∛", text)
        text = _SPOKEN_TIMES.sub("*", text)
    return text


def _cardinal(match: re.Match[str]) -> str:
    """11^{th} is 11; a suffix that does not fit the number stays."""
    digits = match["number"]
    suffix = match["a"] or match["b"] or match["c"] or match["d"]
    fits = "th" if digits[-2:] in {"11", "12", "13"} else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
    return digits if suffix == fits else match.group()


def _without_delimiters(text: str) -> str:
    """Without the $ that delimit mathematics; an odd one before a number, and \\$, are money."""
    pieces = text.replace("\\$", "\x00").split("$")
    if len(pieces) % 2 == 0:
        for place in range(1, len(pieces)):
            if pieces[place][:1].isdigit() or pieces[place][:1] in {".", "-", " "}:
                pieces[place] = "\x00" + pieces[place]
                break
    return " ".join(pieces).replace("\x00", "$")
