"""Write text of others into Markdown so that it is read as it is: none of it is markup or a link."""

import re

_SIGNS = re.compile(r"[\\`*_\[\]<>&{}|~$]")
_OPENING = re.compile(r"^(?P<before>\s*)(?:(?P<digits>\d{1,9})(?=[.)])|(?=[#+=:-]))")


def as_markdown(text: str) -> str:
    """Return the text with a backslash before each sign that Markdown would obey; lines stay lines."""
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    escaped = _SIGNS.sub(_written, line.strip())
    opening = _OPENING.match(escaped)
    return f"{escaped[: opening.end()]}\\{escaped[opening.end() :]}" if opening else escaped


def _written(sign: re.Match[str]) -> str:
    return {"&": "&amp;", "<": "&lt;"}.get(sign[0], f"\\{sign[0]}")
