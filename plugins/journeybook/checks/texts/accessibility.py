"""Find pictures, headings and links of the narrative that not everybody can use."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from journeybook import model
from journeybook.bodies import prose_lines
from journeybook.checks.inspection import Inspection, found, found_at
from journeybook.checks.positions import steps_of
from journeybook.findings import Finding, Place
from journeybook.frontmatter import Path
from journeybook.load import Document

_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\(\s*<?(?P<src>[^)\s>]+)")
_TAG = re.compile(r"<img\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|\S+)", re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=\s*[\"']?(?P<src>[^\"'\s>]+)", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]]+)\]\((?!\s*\))")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>\S.*)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
_KINDS = "bild|foto|photo|grafik|abbildung|image|picture|graphic|figure|screenshot|icon|illustration"
_EMPTY_ALT = re.compile(rf"(?:(?:ein|eine|das|the|an?) )?(?:{_KINDS})(?: (?:von|of|\d+))?")
_SECTION = 2
"""The level of the narrative's own sections; none can skip one that has no deeper."""
_LEADING_NOWHERE = frozenset(
    {
        *("hier", "hier klicken", "klick hier", "klicke hier", "klicken sie hier", "link", "mehr", "weiter"),
        *(
            "mehr erfahren",
            "mehr dazu",
            "weiterlesen",
            "weitere infos",
            "dieser link",
            "diese seite",
            "siehe hier",
        ),
        *("here", "click here", "click", "more", "read more", "learn more", "this", "this link", "this page"),
        *("see here", "more info", "details"),
    }
)


def hard_to_perceive(inspection: Inspection) -> Iterator[Finding]:
    """Pictures without words, headings that skip a level, and links that do not say where they lead."""
    for document, _ in inspection.bodies:
        yield from _of_body(document)
    yield from _of_headers(inspection)


def _of_body(document: Document) -> Iterator[Finding]:
    body = document.body
    may_link = any(_leads_nowhere(link["text"]) for link in _LINK.finditer(body)) if "](" in body else False
    if may_link or "![" in body or "<img" in body or _may_skip(body):
        lines = list(prose_lines(body, document.body_line))
        for number, line in lines:
            yield from _of_pictures(document, number, line)
            yield from _of_links(document, number, line)
        yield from _of_headings(document, lines)
    for name in document.links:
        if name.text and _leads_nowhere(name.text):
            place = Place(path=document.path, line=name.line, column=name.column)
            yield found_at(place, "vague-link-text", text=name.text)


def _of_pictures(document: Document, number: int, line: str) -> Iterator[Finding]:
    for picture in _PICTURE.finditer(line) if "![" in line else ():
        place = Place(path=document.path, line=number, column=picture.start() + 1)
        if not picture["alt"].strip():
            yield found_at(place, "picture-without-alt", src=picture["src"])
        elif _says_nothing(picture["alt"], picture["src"]):
            yield found_at(place, "alt-says-nothing", alt=picture["alt"])
    for tag in _TAG.finditer(line) if "<" in line else ():
        place = Place(path=document.path, line=number, column=tag.start() + 1)
        src, alt = _SRC.search(tag["rest"]), _ALT.search(tag["rest"])
        name = src["src"] if src else ""
        text = (alt["double"] or alt["single"] or "") if alt else ""
        if alt is None:
            yield found_at(place, "picture-without-alt", src=name)
        elif text and _says_nothing(text, name):
            yield found_at(place, "alt-says-nothing", alt=text)


def _says_nothing(alt: str, src: str) -> bool:
    """Whether a text names the picture's file or its kind and nothing else."""
    text, file = alt.strip().lower().rstrip("."), src.rpartition("/")[2].lower()
    return text in {file, file.rpartition(".")[0]} or _EMPTY_ALT.fullmatch(text) is not None


def _of_links(document: Document, number: int, line: str) -> Iterator[Finding]:
    for link in _LINK.finditer(line) if "](" in line else ():
        if _leads_nowhere(link["text"]):
            place = Place(path=document.path, line=number, column=link.start() + 1)
            yield found_at(place, "vague-link-text", text=link["text"])


def _leads_nowhere(text: str) -> bool:
    return text.strip(" .…!:*_»>→").lower() in _LEADING_NOWHERE


def _of_headings(document: Document, lines: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    marked = [(number, heading) for number, line in lines if (heading := _HEADING.match(line))]
    levels = [1, *(len(heading["marks"]) for _, heading in marked)]
    for (number, heading), (above, level) in zip(marked, pairwise(levels), strict=True):
        if level > above + 1:
            place = Place(path=document.path, line=number, column=heading.start("marks") + 1)
            title = _ATTRIBUTES.sub("", heading["title"].rstrip()).rstrip(" \t#")
            yield found_at(place, "skipped-heading-level", title=title, level=level, above=above)


def _may_skip(body: str) -> bool:
    """Whether a heading may skip a level, as far as can be seen without knowing what is code."""
    levels = [1, *(len(heading["marks"]) for heading in _HEADING.finditer(body))]
    has_code = "```" in body or "~~~" in body
    return (has_code and max(levels) > _SECTION) or any(low > high + 1 for high, low in pairwise(levels))


def _of_headers(inspection: Inspection) -> Iterator[Finding]:
    for document, path, picture in _pictures(inspection):
        if _says_nothing(picture.alt, picture.src):
            yield found(document, (*path, "alt"), "alt-says-nothing", alt=picture.alt)


def _pictures(inspection: Inspection) -> Iterator[tuple[Document, Path, model.Picture]]:
    for persona in inspection.catalogue.personas.values():
        if persona.record.image is not None:
            yield persona.document, ("image",), persona.record.image
    for journey in inspection.catalogue.journeys.values():
        for path, step in steps_of(journey):
            if step.record.image is not None:
                yield journey.document, (*path, "image"), step.record.image
