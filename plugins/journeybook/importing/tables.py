"""Read a file of tables sheet by sheet, each as what it holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from journeybook.importing.boards import read_notes
from journeybook.importing.brought_in import BroughtIn, Draft
from journeybook.importing.journeys import read_journeys
from journeybook.importing.lists import (
    OPPORTUNITY_LIST,
    PAIN_POINT_LIST,
    PERSONA_LIST,
    TOUCHPOINT_LIST,
    ListKind,
    read_list,
)
from journeybook.importing.measured import measured_in
from journeybook.importing.seen import seen_sheets, unseen
from journeybook.importing.sheet_blocks import SheetBlock, blocks_of, with_personas
from journeybook.importing.sheet_kinds import SheetKind
from journeybook.importing.words.mapping import NameMapping
from journeybook.kinds import ThingKind
from journeybook.workbooks import Book, Sheet

_T = TypeVar("_T")
_LISTS: dict[SheetKind, ListKind] = {
    SheetKind.PERSONA: PERSONA_LIST,
    SheetKind.TOUCHPOINTS: TOUCHPOINT_LIST,
    SheetKind.OPPORTUNITIES: OPPORTUNITY_LIST,
    SheetKind.PAIN_POINTS: PAIN_POINT_LIST,
}


def read_tables(book: Book, mapping: NameMapping, wanted: str = "") -> BroughtIn:
    """Read what each sheet holds, or what people say that all hold; sheets of journeys are read together."""
    seen = {sheet.name: sheet for sheet in seen_sheets(book)}
    blocks = [block for sheet in book.sheets for block in _blocks(sheet, seen.get(sheet.name), book, wanted)]
    apart = {
        number: _apart(book, block.sheet, block.kind, mapping)
        for number, block in enumerate(blocks)
        if block.kind in {*_LISTS, SheetKind.INBOX} and _is_meant(block.sheet, mapping)
    }
    cards = [(blocks[number].sheet, found) for number, found in apart.items() if blocks[number].is_card]
    measured = tuple(block.sheet for block in blocks if block.kind is SheetKind.METRICS)
    others = tuple(_with_cards(block.sheet, cards) for block in blocks if block.kind is SheetKind.JOURNEY)
    parts = [measured_in(replace(book, sheets=measured), mapping)] if measured else []
    parts += [read_journeys(replace(book, sheets=others), mapping)] if others else []
    return _together(book.path, [*parts, *apart.values()])


def _blocks(sheet: Sheet, seen: Sheet | None, book: Book, wanted: str) -> Sequence[SheetBlock]:
    """Part a sheet that people see into its blocks; the reader of journeys tells of a hidden one."""
    if seen is None or wanted:
        return [SheetBlock(sheet=sheet, kind=SheetKind(wanted) if seen and wanted else SheetKind.JOURNEY)]
    return blocks_of(sheet, seen, book.path)


def _is_meant(sheet: Sheet, mapping: NameMapping) -> bool:
    return not mapping.sheets or sheet.name in mapping.sheets


def _with_cards(sheet: Sheet, cards: Iterable[tuple[Sheet, BroughtIn]]) -> Sheet:
    """Tell the reader of journeys whose cards stand on a sheet."""
    named = {
        key: (card.cells[key], str(draft.header["title"]))
        for card, found in cards
        if card.name == sheet.name
        for draft in found.drafts
        for key in card.cells
        if card.address(*key) == draft.origins.get(("title",))
    }
    return with_personas(sheet, named)


def _apart(book: Book, sheet: Sheet, kind: SheetKind, mapping: NameMapping) -> BroughtIn:
    """Read a sheet that is no journey, with what people do not see of it."""
    alone = replace(book, sheets=(sheet,), told=book.told if len(book.sheets) == 1 else ())
    (seen,) = seen_sheets(alone)
    if kind is SheetKind.INBOX:
        found = read_notes(book.path, seen, sheet.name or PurePath(book.path).stem)
    else:
        found = read_list(book.path, seen, _LISTS[kind], mapping)
    return replace(found, notes=(*unseen(alone), *found.notes))


def _together(source: str, parts: Iterable[BroughtIn]) -> BroughtIn:
    several = list(parts)
    return BroughtIn(
        source=source,
        drafts=tuple(_without_bare(_all(several, lambda part: part.drafts))),
        entries=_all(several, lambda part: part.entries),
        values=_all(several, lambda part: part.values),
        opportunities=_all(several, lambda part: part.opportunities),
        inbox="\n".join(part.inbox for part in several if part.inbox),
        notes=_all(several, lambda part: part.notes),
    )


def _without_bare(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Leave out what a journey only names, where a list says more of it."""
    fullest: dict[tuple[ThingKind, str], Draft] = {}
    for draft in drafts:
        before = fullest.setdefault(_name_of(draft), draft)
        if len(before.header) < len(draft.header):
            fullest[_name_of(draft)] = draft
    for draft in drafts:
        is_bare = draft.kind is not ThingKind.JOURNEY and draft.header.keys() <= {"title", "channel"}
        if not is_bare or fullest[_name_of(draft)] is draft:
            yield draft


def _name_of(draft: Draft) -> tuple[ThingKind, str]:
    return draft.kind, " ".join(str(draft.header.get("title", "")).split()).casefold()


def _all(parts: Iterable[BroughtIn], take: Callable[[BroughtIn], tuple[_T, ...]]) -> tuple[_T, ...]:
    return tuple(item for part in parts for item in take(part))
