"""Show long code without colors: the grammars of some languages go back to the beginning again and again."""

from collections.abc import Sequence

from markdown.preprocessors import Preprocessor

from journeybook.bodies import fenced

MOST_COLORED = 200_000_000
"""The sum of the squares of the lengths of a text's code: one of 14,000 characters, or 200 of 1,000."""
BEFORE_FENCES = 26
"""The priority right before that of the extensions that read fences."""
_MARKS = "`~"
_DRAWN = "mermaid"


class PlainLongCode(Preprocessor):
    """Makes plain text of the blocks of code by which coloring becomes too much work."""

    def run(self, lines: list[str]) -> list[str]:
        """Put the language `text` in the place of what such a fence names."""
        written, work = list(lines), 0
        for start, end in _blocks(lines):
            marks = len(lines[start]) - len(lines[start].lstrip().lstrip(_MARKS))
            length = sum(map(len, lines[start:end])) + end - start
            is_drawn = lines[start][marks:].strip(" {.").startswith(_DRAWN)
            if not is_drawn and work + length**2 > MOST_COLORED:
                written[start] = f"{lines[start][:marks]}text"
            elif not is_drawn:
                work += length**2
        return written


def _blocks(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines in which each fence begins and ends."""
    found: list[tuple[int, int]] = []
    start, mark = 0, ""
    for number, (line, is_code) in enumerate(zip(lines, fenced(list(lines)), strict=True)):
        text = line.strip()
        if is_code and not mark:
            start, mark = number, text[: len(text) - len(text.lstrip(text[0]))]
        elif is_code and text == mark:
            found.append((start, number))
            mark = ""
    return found
