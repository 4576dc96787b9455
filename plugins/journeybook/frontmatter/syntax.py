"""Explain what a YAML parser complains about, with the place where to look."""

import re

import yaml

from journeybook.frontmatter.refused import Refused

_NO_BREAK_SPACE = re.compile("(?:^[ -]*|:)(?P<space>\u00a0)", re.MULTILINE)
_CONTEXT_FIRST = ("end of stream", "',' or ']'", "',' or '}'", "expected ':'")
"""Complaints that the parser places far behind the cause, which its context names."""

_BEGINS_WITH_LINK = re.compile(r"(?:^ *|[:-] +)\[\[[a-zA-Z-]+:[^\[\]]*\]\] *[^\s\],}]")
_MISFIT = "The indentation does not fit the lines above, or text is left over after a closing quote."
_SENTENCES = {
    "end of stream": "The quotation mark or bracket that opens here is never closed.",
    "',' or ']'": "The list that opens here with '[' is never closed, or a comma is missing in it.",
    "',' or '}'": "The group that opens here with '{' is never closed, or a comma is missing in it.",
    "expected ':'": "A key must be followed by a colon and a space, as in 'title: Schuhe kaufen'.",
    "mapping values are not allowed": "Text with ': ' must stand in quotes, or the indentation is wrong.",
    "block end": _MISFIT,
    "expected key": _MISFIT,
    "'-' indicator": "The keys of one entry must stand exactly below each other, or a '- ' is missing.",
    "block entry": "The indentation of this list does not fit the lines above.",
    "block sequence entries": "A list begins in a new line; text that begins with '- ' must stand in quotes.",
    "escape": "In double quotes a backslash has a meaning of its own. Use single quotes, or write it twice.",
    "alias": "Text that begins with '*' or '&' must stand in quotes.",
    "anchor": "Text that begins with '*' or '&' must stand in quotes.",
    "tag": "Text that begins with '!' must stand in quotes.",
    "directive": "Text that begins with '%' must stand in quotes.",
    "document start": "Text is left over here; the lines above already end the header.",
}


def explain_error(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Refused:
    """Say in our words what PyYAML stumbled over."""
    problem = f"{error.problem or ''} {error.context or ''}"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(part in problem for part in _CONTEXT_FIRST):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    message = _start_of_token(text, line, column) if "start any token" in problem else _sentence(problem)
    # of what is still open at the end, PyYAML names the line below it
    if _BEGINS_WITH_LINK.search("".join(text.split("\n")[line : line + 1])):
        message = "Text that begins with '[[' must stand in quotes."
    hidden = _NO_BREAK_SPACE.search(text)
    if hidden:
        before = text[: hidden.start("space")]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        message = "A no-break space stands here. Put a plain space in its place."
    return Refused("yaml-syntax", message, line + first_line, column + 1)


def _sentence(problem: str) -> str:
    known = (sentence for part, sentence in _SENTENCES.items() if part in problem)
    return next(known, "This line is not valid YAML. Put the text in quotes, or check the indentation.")


def _start_of_token(text: str, line: int, column: int) -> str:
    character = "".join(text.split("\n")[line : line + 1])[column : column + 1]
    return f"Text that begins with '{character}' must stand in quotes."
