"""Make the board pack of a handbook: told, drawn and packed, the same bytes for the same input."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation as Pack

from journeybook.catalogue import Journey
from journeybook.pages.frame.context import Site
from journeybook.slides.deck import Deck, Slide, without_control_characters
from journeybook.slides.drawn.layouts import layouts_of
from journeybook.slides.drawn.look import body_font, ink
from journeybook.slides.drawn.slide import draw
from journeybook.slides.drawn.text import Pen
from journeybook.slides.told.before_after import future_slide
from journeybook.slides.told.journey import journey_slide
from journeybook.slides.told.opening import cover, deck_title, state_slide
from journeybook.slides.told.registers import register_slides

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can say, of files without a date."""
_PROPERTIES, _WORKBOOK = "docProps/core.xml", ".xlsx"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def told_deck(site: Site, journeys: Sequence[Journey] = ()) -> Deck:
    """Say what stands on the slides, of some journeys or of all that are mapped."""
    wanted = tuple(journeys) or tuple(
        item for item in site.catalogue.hierarchy.in_order if not item.is_planned
    )
    return Deck(title=deck_title(site), language=site.language.code, slides=tuple(_slides(site, wanted)))


def _slides(site: Site, journeys: Collection[Journey]) -> Iterator[Slide]:
    yield cover(site)
    yield state_slide(site)
    for journey in journeys:
        is_future = journey.record.state == "future"
        yield future_slide(site, journey) if is_future else journey_slide(site, journey)
    yield from register_slides(site, journeys)


def drawn_deck(deck: Deck, template: Pack, day: date) -> tuple[bytes, int]:
    """Lay a deck on a template: the presentation, and how many texts had characters that none can hold."""
    clean, cleaned = without_control_characters(deck)
    layouts = layouts_of(template)
    pen = Pen(
        font=body_font(layouts.content),
        ink=ink(layouts.content),
        language=deck.language,
        scale=layouts.scale,
    )
    for slide in clean.slides:
        draw(template, slide, layouts, pen)
    _set_properties(template, clean, day)
    made = BytesIO()
    template.save(made)
    return _without_times(made.getvalue(), day), cleaned


def _set_properties(template: Pack, deck: Deck, day: date) -> None:
    """Say of the file what it is; not who made the template, and when."""
    properties = template.core_properties
    properties.title, properties.author, properties.last_modified_by = (
        deck.title,
        "Journeybook",
        "Journeybook",
    )
    properties.language = deck.language
    properties.created = properties.modified = datetime.combine(day, time())
    properties.revision = 1
    properties.subject = properties.keywords = properties.comments = ""


def _without_times(data: bytes, day: date) -> bytes:
    """Return an archive without the times at which its files, and the workbooks in it, were written."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename.endswith(_WORKBOOK):
                content = _without_times(content, day)
            elif item.filename == _PROPERTIES:
                content = _WHEN.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode(), content)
            info = ZipInfo(item.filename, _FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, content)
    return made.getvalue()
