"""Headings of a narrative: those that nearly name a stage, and a second title of the page."""

import re
from collections.abc import Iterator, Mapping

from journeybook.bodies import Body, Heading
from journeybook.catalogue import Journey
from journeybook.catalogue.narrative import headings, stage_of
from journeybook.checks.inspection import Inspection, found_below
from journeybook.findings import Finding
from journeybook.load import Document

_SECTION = 2
"""The level of the headings that name stages."""
_WORDS = "stages?|phasen?|steps?|schritte?|etappen?|station(?:en)?|kapitel|abschnitt"
_NUMBER = re.compile(
    rf"(?:(?:{_WORDS})\b\s*)?(?:(?:\d+(?:\.\d+)*|[ivx]+)(?=[\s.:)\-–—])\s*)?[.:)\-–—]*\s*", re.IGNORECASE
)
_MARKS = str.maketrans("", "", "*_`~")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")


def misread_headings(inspection: Inspection) -> Iterator[Finding]:
    """Headings that do not become what they look like."""
    by_document = {id(journey.document): journey for journey in inspection.catalogue.journeys.values()}
    for document, body in inspection.bodies:
        journey = by_document.get(id(document))
        names = _names(journey) if journey else {}
        yield from _of_body(document, body, names)
        yield from _titles_in_html(document, body)


def _names(journey: Journey) -> dict[str, str]:
    return headings((stage.id, stage.record, stage.stage) for stage in journey.stages)


def _of_body(document: Document, body: Body, names: Mapping[str, str]) -> Iterator[Finding]:
    written = list(body.headings())
    names = dict(names)
    begun = {stage_of(heading.text, names) for heading in written if _names_stages(heading)}
    for heading in written:
        place = heading.line, heading.column
        meant = "" if _names_stages(heading) and stage_of(heading.text, names) else _meant(heading, names)
        is_below = heading.level > _SECTION and stage_of(meant, names) in begun
        if meant and not is_below:
            title = heading.text if heading.is_underlined else f"{'#' * heading.level} {heading.text}"
            yield found_below(document, place, "heading-almost-a-stage", title=title, stage=f"## {meant}")
        elif heading.level == 1:
            yield found_below(document, place, "title-in-body", title=heading.text)


def _titles_in_html(document: Document, body: Body) -> Iterator[Finding]:
    for tag in body.tags():
        if tag.name == "h1":
            yield found_below(document, body.place(tag.start), "title-in-body", title="<h1>")


def _names_stages(heading: Heading) -> bool:
    """Whether a heading stands where and how one that names a stage does."""
    return heading.level == _SECTION and heading.column == 1 and not heading.is_underlined


def _meant(heading: Heading, names: dict[str, str]) -> str:
    """The name of a stage that is left of a heading without its number and marks, as it is written."""
    attributes = _ATTRIBUTES.search(heading.text)
    text = _ATTRIBUTES.sub("", heading.text).translate(_MARKS).strip(" #")
    shorter = text[end:] if (found := _NUMBER.match(text)) and (end := found.end()) else text
    for candidate in (text, shorter):
        name = candidate.rstrip(" :.")
        if name and stage_of(name, names):
            return f"{name} {attributes[0]}" if attributes else name
    return ""
