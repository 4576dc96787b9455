"""Offer in cells what may stand there: the things of the handbook, fixed words, and scores."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.looks import Looks
from journeybook.model.fields import HIGHEST, LOWEST
from journeybook.model.references import records_within
from journeybook.notation.cells import shown_reference
from journeybook.notation.places import table_place
from journeybook.notation.shapes import FieldShape, Holds, shapes_of
from journeybook.notation.tables import FIELD_WORDS, RECORDS, WORDS_SHEET
from journeybook.notation.words import TRUTH

_SCORES = {"satisfaction", "severity", "impact", "effort", "rating", "importance", "digital_skill"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The lists that drop-downs are made of: where each stands in the hidden sheet of words."""

    ranges: Mapping[str, str]
    """By the name of a set of words, or by a kind of thing."""

    def offer(self, sheet: Worksheet, room: str, name: str, area: tuple[int, int, int, int]) -> None:
        """Offer what may stand in an area; whatever else is typed is taken as well."""
        place = table_place(RECORDS[room], name)
        source = self._source(place.shape, place.group)
        if source:
            sheet.data_validation(
                *area, {"validate": "list", "source": source, "show_error": False, "ignore_blank": True}
            )

    def _source(self, shape: FieldShape, group: str) -> str | list[int] | None:
        if shape.holds is Holds.WHOLE and group.rpartition(".")[2] in _SCORES:
            return list(range(LOWEST, HIGHEST + 1))
        if shape.reference is not None:
            return self.ranges.get(shape.reference.kind)
        named = {Holds.WORD: group, Holds.FLAG: TRUTH, Holds.FLAG_OR_TEXT: TRUTH}
        return self.ranges.get(named.get(shape.holds, ""))


def write_words(sheet: Worksheet, looks: Looks, content: Content) -> Choices:
    """Write the hidden sheet of words, for each set a column of values and one of what cells say for them."""
    ranges = {}
    for number, (name, words) in enumerate(_sets(content).items()):
        column = 2 * number
        looks.write(sheet, 0, column, name)
        for row, (value, word) in enumerate(words.items(), 1):
            looks.write(sheet, row, column, value)
            looks.write(sheet, row, column + 1, word)
        letters = xl_col_to_name(column + 1, col_abs=True)
        if words:
            ranges[name] = f"={WORDS_SHEET}!{letters}$2:{letters}${len(words) + 1}"
    sheet.hide()
    return Choices(ranges=ranges)


def _sets(content: Content) -> dict[str, dict[str, str]]:
    """The words for fields, the sets of fixed words, and the things that cells name."""
    words = content.words
    records = [inner for record in RECORDS.values() for inner in records_within(record)]
    fixed = {
        f"{record.__name__}.{name}": shape.words
        for record in dict.fromkeys(records)
        for name, shape in shapes_of(record).items()
        if shape.holds is Holds.WORD
    }
    fixed[TRUTH] = ("true", "false")
    return {
        FIELD_WORDS: dict(words.fields),
        **{name: {value: words.of(name, value) for value in values} for name, values in fixed.items()},
        **{
            kind: {name: shown_reference(title, name) for name, title in titles.items()}
            for kind, titles in content.titles.items()
        },
    }
