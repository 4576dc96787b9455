"""Write foreign text as Markdown that shows it and does nothing else: no markup, no mention, no link."""

import html
import re

from journeybook.characters import shown

_GAP = "\u200b"
"""Has no width; GitHub and GitLab take no name, number or address that it parts."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()#|~$^!])")
_AT_START = re.compile(r"^([-+=]|[0-9]+(?=[.)](?:\s|$)))")
_REFERENCE = re.compile(r"([@#!$%~&^])(?=[\w({\"'-])")
_SCHEME = re.compile(r"(?<=[A-Za-z0-9]):(?=//)|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_SITE = re.compile(r"\b(www)(?=\.)", re.IGNORECASE)
_TICKET = re.compile(r"\b(GH|[A-Z][A-Z0-9]+)-(?=[0-9])")
_COMMIT = re.compile(r"\b([0-9a-fA-F]{3})(?=[0-9a-fA-F]{4,})")
_TICKS = re.compile("`+")


def plain(text: str) -> str:
    """Write a text so that it reads as it was written, on one line."""
    line = shown(" ".join(text.split()))
    for pattern in (_REFERENCE, _SITE, _COMMIT):
        line = pattern.sub(rf"\1{_GAP}", line)
    line = _SCHEME.sub(f":{_GAP}", line)
    line = _TICKET.sub(rf"\1{_GAP}-", line)
    line = _AT_START.sub(_first, _MARKUP.sub(r"\\\1", line))
    return html.escape(line, quote=False)


def _first(found: re.Match[str]) -> str:
    """Escape what would begin a list, a line or a heading."""
    return f"{found[1]}{_GAP}" if found[1][0].isdigit() else f"\\{found[1]}"


def code(text: str) -> str:
    """Write a text as code, which nothing reads as a name or an address."""
    line = shown(" ".join(text.split()))
    fence = "`" * (max((len(found) for found in _TICKS.findall(line)), default=0) + 1)
    gap = " " if not line or line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{gap}{line}{gap}{fence}"
