"""Decide what a sheet holds: a journey, personas, touchpoints, opportunities, pain points, values, notes."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from journeybook.importing.lists.layout import FieldNames, layout_of
from journeybook.importing.measured import holds_answers, states_days
from journeybook.importing.words.labels import certain, plain_words
from journeybook.load.sheets.notation import is_day
from journeybook.workbooks import Sheet


class SheetKind(StrEnum):
    """The things that a sheet holds, by the word of `--as`."""

    JOURNEY = "journey"
    PERSONA = "persona"
    TOUCHPOINTS = "touchpoints"
    OPPORTUNITIES = "opportunities"
    PAIN_POINTS = "pain-points"
    METRICS = "metrics"
    INBOX = "inbox"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PARTS: Mapping[SheetKind, str] = {
    SheetKind.PERSONA: "persona",
    SheetKind.TOUCHPOINTS: "touchpoint",
    SheetKind.OPPORTUNITIES: "opportunity",
    SheetKind.PAIN_POINTS: "pain_point",
    SheetKind.JOURNEY: "map",
}
LIST_PARTS: Mapping[SheetKind, str] = {
    kind: part for kind, part in _PARTS.items() if kind is not SheetKind.JOURNEY
}
"""The parts of the synonyms with the names of lists."""
_OWN: Mapping[SheetKind, frozenset[str]] = {
    SheetKind.PERSONA: _words(
        "role age location quote image hobbies behaviours digital_skill accessibility_needs "
        "frustrations goals jobs devices"
    ),
    SheetKind.TOUCHPOINTS: _words("channel importance lifecycle self_service url group rating"),
    SheetKind.OPPORTUNITIES: _words("impact effort status due reason journey"),
    SheetKind.PAIN_POINTS: _words("severity category journey"),
    SheetKind.JOURNEY: _words(
        "thoughts feelings satisfaction frontstage backstage doubts moment_of_truth expectations actions "
        "touchpoints stage title quotes needs"
    ),
}
"""The fields that tell a kind from the others; many have a title, an owner or a stage."""
_CALLED: Mapping[SheetKind, frozenset[str]] = {
    SheetKind.PERSONA: _words("persona personas personae steckbrief profil profile"),
    SheetKind.TOUCHPOINTS: _words("touchpoint touchpoints kontaktpunkte kontaktpunkt"),
    SheetKind.OPPORTUNITIES: _words(
        "opportunity opportunities chancen ideen idee ideas massnahmen massnahme backlog potenziale"
    ),
    SheetKind.PAIN_POINTS: _words("pain pains painpoints schmerzpunkte probleme problems"),
    SheetKind.JOURNEY: _words("journey journeys map blueprint reise kundenreise"),
}
"""Words in the name of a sheet or a file that say it."""
_TITLED: Mapping[SheetKind, frozenset[str]] = {
    SheetKind.PERSONA: _words("persona"),
    SheetKind.TOUCHPOINTS: _words("touchpoint kontaktpunkt beruehrungspunkt contact"),
    SheetKind.OPPORTUNITIES: _words(
        "idee idea chance opportunity massnahme measure verbesserung improvement potenzial initiative"
    ),
    SheetKind.PAIN_POINTS: _words("pain painpoint schmerzpunkt problem frustration beschwerde complaint"),
}
"""Words in the first name of a list that say what it lists."""
_NOTES = frozenset({"text", "content", "note", "sticky", "inhalt", "notiz"})
_OF_BOARDS = _words(
    "frame area color colour farbe type author x y position bg cluster section votes tags created"
)
_SEPARATED = frozenset({".csv", ".tsv"})
_MOST_OF_BOARD = 0.75
_SHARE_OF_NUMBERS = 0.4
_SURE = 4.0
"""Points that a sheet of values does not reach by chance."""


def kind_of_sheet(sheet: Sheet, source: str = "") -> SheetKind:
    """Say what a sheet holds, by its names, those of its file, and its values; a journey if nothing tells."""
    if _is_of_board(sheet):
        return SheetKind.INBOX
    if holds_answers(sheet) or states_days(sheet):
        return SheetKind.METRICS
    points = {kind: _points(sheet, kind, source) for kind in _PARTS}
    if _holds_values(sheet) and max(points.values()) < _SURE:
        return SheetKind.METRICS
    if PurePath(source).suffix.lower() in _SEPARATED and _are_loose_notes(sheet, max(points.values())):
        return SheetKind.INBOX
    best = max(points, key=lambda kind: points[kind])
    return best if points[best] > points[SheetKind.JOURNEY] else SheetKind.JOURNEY


def _points(sheet: Sheet, kind: SheetKind, source: str) -> float:
    layout = layout_of(sheet, FieldNames(part=_PARTS[kind]))
    called = sum(not _CALLED[kind].isdisjoint(plain_words(name)) for name in (sheet.name, source))
    if layout is None:
        return 2.0 * called if kind is SheetKind.JOURNEY else 0.0
    own = len(layout.fields & _OWN[kind])
    titled = 2.5 if _first_name(sheet, kind) else 0.0
    return own + 0.25 * len(layout.fields) + titled + 1.5 * called


def _first_name(sheet: Sheet, kind: SheetKind) -> bool:
    """Whether the first name of a list says what it lists."""
    layout = layout_of(sheet, FieldNames(part=_PARTS[kind]))
    if not layout or not layout.heads or kind not in _TITLED:
        return False
    texts = (cell.text for cell in sheet.cells.values() if cell.row == layout.row)
    first = next((text for text in texts if _is_title(text, kind)), "")
    return not _TITLED[kind].isdisjoint(plain_words(first))


def _is_title(text: str, kind: SheetKind) -> bool:
    found = FieldNames(part=_PARTS[kind]).meaning(text)
    return found is not None and found.field == "title"


def _are_loose_notes(sheet: Sheet, points: float) -> bool:
    """Whether a file of text has no names at its top, as notes of a whiteboard have none."""
    first = [cell.text for cell in sheet.cells.values() if cell.row == min(row for row, _ in sheet.cells)]
    is_named = any(certain(text, part) for text in first for part in _PARTS.values())
    is_column = len({column for _, column in sheet.cells}) == 1
    return bool(first) and not is_named and (is_column or points == 0.0)


def _is_of_board(sheet: Sheet) -> bool:
    """Whether a table is the export of a whiteboard: a column of texts, and others of places and colours."""
    rows = Counter(row for row, _ in sheet.cells)
    first = min(rows, default=0)
    heads = [plain_words(cell.text) for cell in sheet.cells.values() if cell.row == first]
    known = [words for words in heads if not (_NOTES | _OF_BOARDS).isdisjoint(words)]
    has_text = any(not _NOTES.isdisjoint(words) for words in heads)
    return has_text and len(heads) > 1 and len(known) >= len(heads) * _MOST_OF_BOARD


def _holds_values(sheet: Sheet) -> bool:
    """Whether a column of a sheet holds days, and many of its cells are numbers."""
    days = Counter(cell.column for cell in sheet.cells.values() if cell.day or _is_day(cell.text))
    numbers = sum(cell.number is not None or _is_number(cell.text) for cell in sheet.cells.values())
    has_days = any(count > 1 for count in days.values())
    return has_days and numbers >= len(sheet.cells) * _SHARE_OF_NUMBERS


def _is_day(text: str) -> bool:
    return (
        len(text) <= len("2026-11-28T12:00:00+01:00")
        and any(mark.isdigit() for mark in text)
        and is_day(text)
    )


def _is_number(text: str) -> bool:
    return text.strip("+-%€$ ").replace(",", "").replace(".", "").isdigit()
