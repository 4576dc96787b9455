"""The pages as they were before a proposal, one click away from those that it changes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from journeybook.catalogue import Catalogue
from journeybook.edited import EditedText
from journeybook.kinds import ThingKind
from journeybook.links import linked
from journeybook.pages.frame.addresses import REVIEW
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.preview import PagePreview, Preview, TextEdit
from journeybook.pages.review.lists import merged

BEFORE = "before/"
"""Where the pages lie as they were; those that are gone lie where they lay."""

_KINDS = frozenset(ThingKind)
_TARGET = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]^][^\[\]]*\]:.*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n\s*\n")
_HEADING = re.compile(r"#+\s+(.*?)\s*#*\s*(?:\{[^{}]*\})?")
_WITHOUT: Mapping[str, Any] = {"journey_source": None, "flowchart_source": None}
"""What lies beside a page as a file, and not beside one of the past."""

Builder = Callable[[Site], Iterable[Page]]
WordsOf = Callable[[str, str], str]
"""Finds the words for what a link names by its kind and id."""


class FormerPages:
    """The pages of a handbook as it was."""

    def __init__(self, site: Site, preview: Preview, build: Builder) -> None:
        self._site = site
        then = replace(
            site,
            catalogue=preview.before,
            preview=None,
            history=(),
            versions=None,
            findings=(),
            has_quality=False,
            has_data=False,
        )
        self._pages = {page.address: page for page in build(then)}
        self._words = _titles(preview.before), _titles(site.catalogue)

    def beside(self, page: Page, told: PagePreview, address: str) -> PagePreview:
        """Tell what has changed in the text of a page, and where it lies as it was at an address."""
        old = self._pages.get(address) if address else None
        if old is None:
            return told
        then, now = (
            without_links(each.narrative, words) for each, words in zip((old, page), self._words, strict=True)
        )
        return replace(told, before=f"{BEFORE}{address}", texts=text_edits(then, now))

    def pages(self, of_changed: Mapping[str, str], here: set[str]) -> Iterator[Page]:
        """Yield the pages of what has changed, by their addresses then and now, and those that are gone."""
        for address, page in self._pages.items():
            now = of_changed.get(address)
            if now is not None:
                yield self._made(page, f"{BEFORE}{address}", now)
            elif address not in here:
                yield self._made(page, address, None)

    def _made(self, page: Page, address: str, now: str | None) -> Page:
        goes = self._site.text("This page goes with this proposal.")
        text = self._site.text("This is the page as it was.") if now else goes
        told = PagePreview(text=text, address=now or REVIEW, is_past=True, is_gone=now is None)
        return replace(
            page,
            address=address,
            context=lambda: {**page.context(), **_WITHOUT} if page.template == "journey" else page.context(),
            narrative=without_links(page.narrative, self._words[0]),
            document=None,
            tags=(),
            is_found=False,
            preview=told,
        )


def text_edits(old: str, now: str) -> tuple[TextEdit, ...]:
    """The paragraphs of a narrative that have changed, word by word, each below its heading."""
    if old == now:
        return ()
    found: list[TextEdit] = []
    heading = ""
    for text in merged(_paragraphs(old), _paragraphs(now)):
        title = _HEADING.fullmatch(text)
        if isinstance(text, EditedText):
            found.append(TextEdit(text=text, heading=heading))
            heading = ""
        elif title:
            heading = title[1]
    return tuple(found)


def _paragraphs(markdown: str) -> list[str]:
    texts = (" ".join(text.split()) for text in _PARAGRAPH.split(markdown))
    return [text for text in texts if text]


def without_links(markdown: str, words_of: WordsOf) -> str:
    """A narrative whose links are words alone: what they led to may be gone."""
    return _TARGET.sub(r"\1", str(linked(_DEFINITION.sub("", markdown), words_of)))


def _titles(catalogue: Catalogue) -> WordsOf:
    """The titles of things and of stages of journeys, as links name them."""

    def title(kind: str, name: str) -> str:
        thing, _, stage = name.partition("/")
        found = catalogue.tables.get(ThingKind(kind), {}).get(thing) if kind in _KINDS else None
        within = (each.title for each in getattr(found, "stages", ()) if each.id == stage)
        return next(within, "") or getattr(found, "title", name)

    return title
