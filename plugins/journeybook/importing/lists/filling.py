"""Put the values of a list into a draft, each in the way of its field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from journeybook.importing.brought_in import KeyPath
from journeybook.importing.journeys.cells import entries_of, names_of_cell, without_quotes
from journeybook.importing.lists.records import ListedThing, ListedValue
from journeybook.importing.lists.scoring import ListScores
from journeybook.importing.markdown_text import as_markdown
from journeybook.importing.sketch import Sketch
from journeybook.importing.words.labels import is_among, plain_words, without_numbering
from journeybook.load.sheets.notation import read_day
from journeybook.messages import N_
from journeybook.model.fields import Rejected, parse_link
from journeybook.model.words.synonyms import synonym

_YEARS = re.compile(
    r"(?:(?:ca\.?|circa|etwa|about|around|approx\.?|~|rund)\s*)?(?P<age>\d{1,3})\s*(?P<unit>\D{0,16})"
)
_UNIT = re.compile(
    r"(?:jahre?n?|j\.?|years?(?: old)?|yrs?\.?|y/?o|jahre alt|jährige?r?|-jährig)?\.?", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_STAGE = re.compile(r"(?:phase|stage|etappe)\b", re.IGNORECASE)
_OLDEST = 120
_WORDS = frozenset({"status", "lifecycle", "type"})
"""Fields of which “open” says something."""

_SECOND = N_("“%(text)s” is left out, for “%(before)s” stands there already.")
_NO_VALUE = N_("“%(text)s” is no value of '%(field)s' and is left out.")


@dataclass(kw_only=True)
class ThingFilling:
    """A draft that is filled from a thing of a list."""

    sketch: Sketch
    scores: Mapping[str, ListScores] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    """Paragraphs of the narrative, in Markdown."""
    under: KeyPath = ()
    """Where in the header the fields lie."""
    unplaced: list[ListedValue] = field(default_factory=list)
    """Values whose fields have no way into it."""

    def fill(self, record: ListedThing, ways: "Mapping[str, FieldWay]") -> None:
        """Put all values of a thing in their places; dashes and the like say nothing."""
        for value in record.values:
            way = ways.get(value.field)
            if way is None:
                self.unplaced.append(value)
            elif value.field in _WORDS or not _says_nothing(value):
                way(self, value)

    def path(self, value: ListedValue) -> KeyPath:
        """Name the place of a value by its field."""
        return (*self.under, value.field)

    def put(self, value: ListedValue, found: Any) -> None:
        """Put the one value that a field has; another one besides is left over."""
        before = self.sketch.get(self.path(value))
        if before is None:
            self.sketch.put(self.path(value), found, value.address)
        elif before != found:
            self.sketch.left(value.address, _SECOND, text=value.cell.text, before=str(before))

    def tell(self, value: ListedValue, paragraph: str) -> None:
        """Add a paragraph of the narrative."""
        self.body.append(paragraph)
        self.sketch.taken_as(value.address, N_("Taken into the narrative."))

    def refuse(self, value: ListedValue) -> None:
        """Leave a value over."""
        self.sketch.left(value.address, _NO_VALUE, text=value.cell.text, field=value.label or value.field)


FieldWay = Callable[[ThingFilling, ListedValue], None]
"""How a value gets into a draft."""


def lines_joined(said: str) -> str:
    """Join the lines of a text."""
    return " ".join(said.split())


def _says_nothing(value: ListedValue) -> bool:
    return is_among(value.cell.text, "nothing")


def put_text(filling: ThingFilling, value: ListedValue) -> None:
    """Put a text in one line; a second one of the same field goes on it."""
    before = filling.sketch.get(filling.path(value))
    said = lines_joined(value.cell.text)
    if before != said:
        filling.sketch.put(filling.path(value), f"{before}, {said}" if before else said, value.address)


def put_name(filling: ThingFilling, value: ListedValue) -> None:
    """Put the name of one thing."""
    filling.put(value, lines_joined(value.cell.text))


def put_texts(filling: ThingFilling, value: ListedValue) -> None:
    """Add an entry for each line."""
    for entry in entries_of(value.cell.text):
        filling.sketch.add(filling.path(value), entry, value.address)


def put_names(filling: ThingFilling, value: ListedValue) -> None:
    """Add each name of a row of names."""
    for name in names_of_cell(value.cell.text):
        filling.sketch.add(filling.path(value), name, value.address)


def put_score(filling: ThingFilling, value: ListedValue) -> None:
    """Put a score from 1 to 5, and say so where it was read on another scale."""
    scores = filling.scores.get(value.field)
    found = scores.score(value) if scores else None
    if scores is None or found is None:
        filling.refuse(value)
        return
    filling.put(value, found)
    if scores.is_other(value):
        message = N_("“%(text)s” was read on a scale of %(scale)s and is %(score)s of 5.")
        values = {"text": value.cell.text, "scale": str(scores.scale), "score": str(found)}
        filling.sketch.guessed(value.address, message, **values)


def put_quote(filling: ThingFilling, value: ListedValue) -> None:
    """Put the first sentence as the quote, and others beside it."""
    for entry in map(without_quotes, entries_of(value.cell.text)):
        if filling.sketch.get((*filling.under, "quote")) is None:
            filling.sketch.put((*filling.under, "quote"), entry, value.address)
        else:
            filling.sketch.add((*filling.under, "quotes"), entry, value.address)


def put_age(filling: ThingFilling, value: ListedValue) -> None:
    """Put an age in years; one that is no number becomes a fact."""
    said = lines_joined(value.cell.text)
    found = _YEARS.fullmatch(said)
    if found and _UNIT.fullmatch(found["unit"].strip()) and int(found["age"]) <= _OLDEST:
        filling.put(value, int(found["age"]))
        if not said[0].isdigit():
            message = N_("“%(text)s” became the age %(age)s.")
            filling.sketch.guessed(value.address, message, text=said, age=found["age"])
    else:
        put_fact(filling, value)


def put_interview(filling: ThingFilling, value: ListedValue) -> None:
    """Add answers to one of the six questions."""
    for entry in entries_of(value.cell.text):
        filling.sketch.add((*filling.under, "interview", value.field), entry, value.address)


def put_fact(filling: ThingFilling, value: ListedValue) -> None:
    """Keep a value under its own label among the facts."""
    label = value.label or value.field
    before = filling.sketch.get((*filling.under, "facts", label))
    said = ", ".join(entries_of(value.cell.text))
    filling.sketch.put(
        (*filling.under, "facts", label), f"{before}, {said}" if before else said, value.address
    )


def put_paragraphs(filling: ThingFilling, value: ListedValue) -> None:
    """Put a text into the narrative."""
    filling.tell(value, as_markdown(value.cell.text))


def put_labelled(filling: ThingFilling, value: ListedValue) -> None:
    """Put a text into the narrative, under the name of its column."""
    lines = entries_of(value.cell.text)
    if len(lines) > 1:
        listed = "\n".join(f"- {as_markdown(line)}" for line in lines)
        filling.tell(value, f"**{as_markdown(value.label)}**\n\n{listed}")
    else:
        filling.tell(value, f"**{as_markdown(value.label)}:** {as_markdown(lines_joined(value.cell.text))}")


def put_marked(filling: ThingFilling, value: ListedValue) -> None:
    """Put a mark in a stage's column into the stages; other texts go into the narrative."""
    if _STAGE.match(value.label) and is_among(value.cell.text, "yes"):
        filling.sketch.add((*filling.under, "stages"), without_numbering(value.label), value.address)
    else:
        put_labelled(filling, value)


def put_address(filling: ThingFilling, value: ListedValue) -> None:
    """Put an address of the web; a text that is none is left over."""
    said = value.cell.text.strip()
    full = said if "://" in said else f"https://{said}"
    try:
        found = parse_link(full) if _ADDRESS.fullmatch(said) else ""
    except Rejected:
        found = ""
    if found:
        filling.put(value, found)
    else:
        filling.refuse(value)


def put_flag(filling: ThingFilling, value: ListedValue) -> None:
    """Put yes or no."""
    if is_among(value.cell.text, "yes") or is_among(value.cell.text, "no"):
        filling.put(value, is_among(value.cell.text, "yes"))
    else:
        filling.refuse(value)


def put_day(filling: ThingFilling, value: ListedValue) -> None:
    """Put a day."""
    found = value.cell.day or _day(value.cell.text)
    if found:
        filling.put(value, found.isoformat())
    else:
        filling.refuse(value)


def _day(said: str) -> date | None:
    """Read a day of which nothing is missing."""
    try:
        found, is_month = read_day(said.strip())
    except Rejected:
        return None
    return None if is_month else found


def tell_picture(filling: ThingFilling, value: ListedValue) -> None:
    """Tell of a picture, which is never fetched."""
    message = N_("The picture “%(text)s” is not fetched. Put it into assets and name it under 'image'.")
    filling.sketch.left(value.address, message, text=value.cell.text)


def pass_over(_: ThingFilling, __: ListedValue) -> None:
    """Pass over a running number, which tells nothing of the thing."""


def put_one_of(choices: object, **others: str) -> FieldWay:
    """Put one of some words, by whatever people call it; other words may stand for some of them."""
    own = get_args(choices)
    known = (*own, *others)

    def choose(filling: ThingFilling, value: ListedValue) -> None:
        words = (value.cell.text, *plain_words(value.cell.text))
        chosen = next((found for word in words if (found := synonym(word, known))), "")
        if chosen:
            filling.put(value, others.get(chosen, chosen))
        else:
            filling.refuse(value)

    return choose
