"""Find where the things of a handbook are named: headers, [[links]], paths, headings and rows."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from journeybook.bodies import fenced
from journeybook.catalogue import Catalogue, Journey
from journeybook.findings import Place, quoted
from journeybook.frontmatter import Refused
from journeybook.kinds import IN_JOURNEYS, LINKED, ThingKind
from journeybook.links import Link, find_links
from journeybook.load import Document
from journeybook.load.beside import TextFile
from journeybook.load.sheets.columns import as_known
from journeybook.load.sheets.table import head_of, placed_cells, text_of_values, written_rows
from journeybook.model import VALUE_REFERENCES, Use

_BY_PAGES = {kind.row.pages.rstrip("/"): kind for kind in LINKED}
_HEADING = re.compile(r"##(?!#)\s*(?P<text>.*)")
_HEADING_ID = re.compile(r"\{[^{}]*#(?P<id>[a-z0-9-]+)[^{}]*\}$")
_PATH = re.compile(r"\]\(<?(?P<path>[^()<>\s#]+)")
_PAGE = re.compile(
    rf"(?P<before>(?:.*/)?(?P<folder>{'|'.join(_BY_PAGES)})/)(?P<id>[a-z0-9-]+)(?P<after>(?:/.*|\.md)?)"
)
_NAMES = ("title", "stage", "text", "id")


KindAndId = tuple[ThingKind, str]
"""The kind of a thing and its id; of steps and pain points `journey-id/own-id`."""

RawOf = Callable[[Document], bytes]
"""Reads the bytes of a file again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place that names a thing."""

    kind: ThingKind
    id: str
    """The thing's id; of steps and pain points `journey-id/own-id`."""
    place: Place
    where: str
    """In words."""
    before: str = ""
    """What stands before the id in the same value, such as the journey of a pain point."""
    after: str = ""
    """What stands behind it in the same value."""
    in_header: bool = False
    """Whether the value may be in quotes, as YAML has them."""

    @property
    def own_id(self) -> str:
        """The id as it is written here."""
        return self.id.rpartition("/")[2]


def mentions(
    catalogue: Catalogue,
    pages: Iterable[TextFile],
    wanted: Collection[KindAndId],
    raw: Callable[[Document], bytes],
) -> Iterator[Mention]:
    """Yield every mention of some things in a handbook and on the handwritten pages.

    `raw` reads the bytes of a file with rows of values.
    """
    found = _mentions(catalogue, pages, wanted, raw)
    return (mention for mention in found if (mention.kind, mention.id) in wanted)


def _mentions(
    catalogue: Catalogue,
    pages: Iterable[TextFile],
    wanted: Collection[KindAndId],
    raw: Callable[[Document], bytes],
) -> Iterator[Mention]:
    """Yield the mentions of some things, and others."""
    files = {document.inside: document for document in catalogue.folder.documents}
    for document in catalogue.folder.documents:
        if document.kind is ThingKind.VALUES:
            yield from _of_rows(catalogue, document, raw)
            continue
        where = _name(document)
        lines = document.body.split("\n")
        first = document.body_line
        for use in document.uses:
            # Places are dear, since they are found in the file anew.
            if use.kind in IN_JOURNEYS or (use.kind, use.id) in wanted:
                yield from _of_use(catalogue, document, use)
        header = document.header
        for links, text, top in (
            (document.links_below, lines, first),
            (document.links_in_header, header.text.split("\n"), header.first_line),
        ):
            yield from _of_links(catalogue, document.path, where, links, text, top)
        yield from _of_file_paths(files, document, lines)
        if document.kind is ThingKind.JOURNEY and document.id in catalogue.journeys:
            yield from _of_headings(catalogue.journeys[document.id], document, lines)
    for page in pages:
        lines = page.text.split("\n")
        yield from _of_links(catalogue, page.path, "page", find_links(page.text), lines, 1)
        yield from _of_page_paths(catalogue, page, lines)


def _name(document: Document) -> str:
    return f"{document.kind} {quoted(document.id)}" if document.id else document.kind


def _of_use(catalogue: Catalogue, document: Document, use: Use) -> Iterator[Mention]:
    here = Mention(
        kind=use.kind,
        id=use.id,
        place=document.place(use.path, at_key=use.at_key),
        where=f"{_name(document)}{_in_words(document, use)}: {_field(catalogue, use)}",
        in_header=True,
    )
    if use.kind not in IN_JOURNEYS:
        yield here
        return
    journey, slash, own = use.id.rpartition("/")
    yield replace(here, id=f"{journey or document.id}/{own}", before=f"{journey}{slash}")
    if journey:
        yield replace(here, kind=ThingKind.JOURNEY, id=journey, after=f"/{own}")


def _in_words(document: Document, use: Use) -> str:
    """The groups that lead to a value, by their titles."""
    value, words, key = document.header.data, "", ""
    for part in use.path[:-1] if use.at_key else use.path:
        # A plain text may stand for a group of keys; it ends the way through the values.
        value = None if isinstance(value, str | None) else value[part]
        key = part if isinstance(part, str) else key
        title = next((value[name] for name in _NAMES if name in value), "") if isinstance(value, dict) else ""
        words += f", {_singular(key)} {quoted(title, limit=40)}" if title else ""
    return words


def _field(catalogue: Catalogue, use: Use) -> str:
    """The field that holds a value; a lane of the handbook's own by its title and id."""
    if use.kind is ThingKind.LANE:
        title = next((lane.title for lane in catalogue.handbook.lanes if lane.id == use.id), use.id)
        return f"lane {quoted(title)} ({use.id})"
    path = use.path[:-1] if use.at_key else use.path
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _singular(key: str) -> str:
    words = key.replace("_", " ")
    return f"{words.removesuffix('ies')}y" if words.endswith("ies") else words.removesuffix("s")


def _of_links(  # noqa: PLR0913, PLR0917 - a text, its links and where it stands
    catalogue: Catalogue, path: str, where: str, links: Iterable[Link], lines: list[str], first: int
) -> Iterator[Mention]:
    for link in links:
        if link.kind not in LINKED:
            continue
        kind = ThingKind(link.kind)
        inside = lines[link.line - first].find(":", link.column) + 1
        column = lines[link.line - first].find(link.id, inside) + 1
        place = Place(path=path, line=link.line, column=column)
        name, slash, stage = link.id.partition("/") if kind is ThingKind.JOURNEY else (link.id, "", "")
        yield Mention(kind=kind, id=name, place=place, where=f"{where}: link", after=f"{slash}{stage}")
        canonical = _canonical(catalogue.journeys.get(name), stage)
        if canonical:
            yield Mention(
                kind=ThingKind.STAGE,
                id=canonical,
                place=place,
                where=f"{where}: link",
                before=f"{name}{slash}",
                after=stage.removeprefix(canonical),
            )


def _canonical(journey: Journey | None, own: str) -> str:
    """The stage of the handbook from whose id a stage of a journey has its own."""
    stages = journey.stages if journey and own else ()
    record = next((stage.record for stage in stages if stage.id == own), None)
    return record.stage if record and not record.id and own.startswith(record.stage) else ""


def _of_headings(journey: Journey, document: Document, lines: list[str]) -> Iterator[Mention]:
    """Headings that begin the section of a stage by the stage's id."""
    titles = {
        name.casefold()
        for stage in journey.stages
        for name in (stage.title, *(stage.stage.aliases if stage.stage else ()))
    }
    for number, line in _plain(lines, document.body_line):
        heading = _HEADING.fullmatch(line.rstrip())
        if not heading:
            continue
        marked = _HEADING_ID.search(line.rstrip())
        own = marked["id"] if marked else heading["text"].rstrip(" #")
        canonical = _canonical(journey, own.casefold())
        if canonical and (marked or own.casefold() not in titles):
            column = (marked.start("id") if marked else heading.start("text")) + 1
            place = Place(path=document.path, line=number, column=column)
            where = f"{_name(document)}: heading"
            after = own.removeprefix(canonical)
            if own.startswith(canonical):
                yield Mention(kind=ThingKind.STAGE, id=canonical, place=place, where=where, after=after)


def _plain(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines outside of blocks of code, with their numbers."""
    for number, (line, is_code) in enumerate(zip(lines, fenced(lines), strict=True), first):
        if not is_code:
            yield number, line


def _of_file_paths(files: dict[str, Document], document: Document, lines: list[str]) -> Iterator[Mention]:
    """Markdown links to the files of other things, as they are made in an editor."""
    folder = document.inside.rpartition("/")[0]
    for number, line in _plain(lines, document.body_line):
        for found in _PATH.finditer(line):
            above, slash, name = found["path"].rpartition("/")
            stem, dot, ending = name.rpartition(".")
            target = files.get(posixpath.normpath(posixpath.join(folder, found["path"])))
            if target is not None and target.id == stem and stem:
                yield Mention(
                    kind=target.kind,
                    id=stem,
                    place=Place(path=document.path, line=number, column=found.start("path") + 1),
                    where=f"{_name(document)}: path",
                    before=f"{above}{slash}",
                    after=f"{dot}{ending}",
                )


def _of_page_paths(catalogue: Catalogue, page: TextFile, lines: list[str]) -> Iterator[Mention]:
    """Markdown links from handwritten pages to the pages of things."""
    folder = page.inside.rpartition("/")[0]
    for number, line in _plain(lines, 1):
        for found in _PATH.finditer(line):
            target = _PAGE.fullmatch(found["path"])
            top = posixpath.normpath(posixpath.join(folder, target["before"])) if target else ""
            if target and top == target["folder"]:
                here = Mention(
                    kind=_BY_PAGES[target["folder"]],
                    id=target["id"],
                    place=Place(path=page.path, line=number, column=found.start("path") + 1),
                    where="page: path",
                    before=target["before"],
                    after=target["after"],
                )
                yield here
                yield from _of_stage_page(catalogue, here)


def _of_stage_page(catalogue: Catalogue, path: Mention) -> Iterator[Mention]:
    """The stage in the path of a page of a journey."""
    stage = path.after.strip("/").partition("/")[0]
    canonical = _canonical(catalogue.journeys.get(path.id), stage) if path.kind is ThingKind.JOURNEY else ""
    if canonical:
        after = path.after.partition(canonical)[2]
        yield replace(
            path, kind=ThingKind.STAGE, id=canonical, before=f"{path.before}{path.id}/", after=after
        )


def _of_head(
    catalogue: Catalogue, document: Document, line: str, number: int, mark: str
) -> Iterator[Mention]:
    """The columns of an export that are called by the id of a metric."""
    for text, column, _ in placed_cells(line, mark):
        if text.strip() in catalogue.metrics:
            start = column + len(text) - len(text.lstrip())
            place = Place(path=document.path, line=number, column=start)
            yield Mention(kind=ThingKind.METRIC, id=text.strip(), place=place, where="values: column")


def _of_rows(catalogue: Catalogue, document: Document, raw: RawOf) -> Iterator[Mention]:
    try:
        lines = text_of_values(raw(document)).split("\n")
    except (OSError, Refused):
        return
    top, mark = head_of(lines)
    columns = as_known([cell.text.strip() for cell in placed_cells(lines[top], mark)])
    if document.export:
        yield from _of_head(catalogue, document, lines[top], top + 1, mark)
    for number, row in written_rows(lines, top + 1, mark):
        for name, (text, column, below) in zip(columns, placed_cells(row, mark), strict=False):
            if name in VALUE_REFERENCES and text.strip():
                start = column + len(text) - len(text.lstrip())
                yield Mention(
                    kind=ThingKind(name),
                    id=text.strip(),
                    place=Place(path=document.path, line=number + below, column=start),
                    where=f"values: {name}",
                )
