"""Text of models and files made safe to show: no control characters, no overlong lines."""

from __future__ import annotations

import sys
import unicodedata

_KEPT = "\n\t"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = dict.fromkeys(
    [
        *(code for code in range(0x100) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in _KEPT),
        *map(ord, _BIDI),
        *range(0xD800, 0xE000),
        *(code for code in range(0xFFFE, sys.maxunicode + 1, 0x10000)),
        *(code for code in range(0xFFFF, sys.maxunicode + 1, 0x10000)),
    ],
    "\ufffd",
)
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_CLEAN = {**_CONTROLS, **_LINE_ENDS}


def plain(text: str, limit: int) -> str:
    """Text of at most `limit` characters (and a remark on what was cut), control characters replaced.

    Controls that reorder or end text are replaced too: a reply must not disguise what it says.
    """
    kept = text[:limit].replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)
    cut = len(text) - limit
    return f"{kept}… ({cut:,} more characters)" if cut > 0 else kept


def label(text: str) -> str:
    """A name on one line, control characters replaced."""
    return " ".join(text.translate(_CLEAN).split())


def shorten(name: str, limit: int) -> str:
    """A name of at most `limit` characters: of a path its last folders, of other names start and end."""
    if len(name) <= limit:
        return name
    end = name[-(limit - 1) :]
    if "/" in end[:-1]:
        return "…" + end[end.index("/") :]
    return name[: (limit - 1) // 2] + "…" + name[-(limit // 2) :]
