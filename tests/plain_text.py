"""Comparison of names whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """Text for comparison: lower case, without accents."""
    marks = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).casefold()


def occurs(part: str, text: str) -> bool:
    """Whether a text holds a part as whole words."""
    return re.search(rf"(?<!\w){re.escape(plain(part))}(?!\w)", plain(text)) is not None
