"""Put whole lines into a YAML file behind others, at the depth at which those stand."""

from journeybook.edits import Edit
from journeybook.findings import Place


def last_line(lines: list[str], first: int, indentation: int) -> int:
    """The last line of an entry that begins in line `first`: what follows it and is indented deeper."""
    last = first
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip() and len(line) - len(line.lstrip()) <= indentation:
            break
        if line.strip():
            last = number
    return last


def insertion(path: str, lines: list[str], behind: int, text: str) -> Edit:
    """The edit that puts lines behind line `behind`, or behind the last one up to it that is not blank."""
    while behind and not lines[behind - 1].strip():
        behind -= 1
    column = len(lines[behind - 1]) + 1 if behind else 1
    place = Place(path=path, line=max(behind, 1), column=column)
    return Edit(place=place, old="", new=f"\n{text}".rstrip("\n") if behind else text.lstrip("\n"))
