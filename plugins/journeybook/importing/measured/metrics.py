"""Say of a column which metric it is: its title, unit and direction, and its values as percentages."""

from collections.abc import Collection
from decimal import Decimal

from journeybook.importing.brought_in import ListEntry
from journeybook.importing.measured.presets import words_that_say
from journeybook.importing.words.labels import plain_name, plain_words
from journeybook.kinds import ThingKind
from journeybook.workbooks import SheetCell

_LONGEST_TITLE = 80


def metric_entry(title: str, address: str, *, unit: str, source: str = "") -> ListEntry:
    """The entry of handbook.yml for a metric, in case it has none."""
    direction = "down" if _says(title, "down") else "up"
    fields = {"title": title, "unit": unit, "direction": direction} | ({"source": source} if source else {})
    return ListEntry(kind=ThingKind.METRIC, fields=fields, address=address)


def short_title(text: str) -> str:
    """A title of a question or a column: in one line, and cut behind a word if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def holds_percentages(title: str, cells: Collection[SheetCell]) -> bool:
    """Whether the values of a column are percentages or shares, by their sign or by its name."""
    return any(cell.is_percent for cell in cells) or _says(title, "percent")


def are_shares(title: str, cells: Collection[SheetCell]) -> bool:
    """Whether percentages are written as parts of one: 0.031 for 3.1 %."""
    numbers = [cell.number for cell in cells if cell.number is not None]
    are_parts = all(0 <= number <= 1 for number in numbers) and any(number % 1 for number in numbers)
    return are_parts and holds_percentages(title, cells) and not any(cell.is_percent for cell in cells)


def plainly(number: Decimal) -> str:
    """Write a number as files of values have it."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def says_sum(text: str) -> bool:
    """Whether the name of a row says that it sums up others."""
    return plain_name(text) in {plain_name(word) for word in words_that_say("sum")}


def says_formula(text: str, formula: str) -> bool:
    """Whether a question is asked for a formula: how likely people recommend, how content they are."""
    return _says(text, formula)


def _says(title: str, sort: str) -> bool:
    words = plain_words(title)
    return any(
        word in title if not plain_name(word) else any(plain_name(word) in other for other in words)
        for word in words_that_say(sort)
    )
