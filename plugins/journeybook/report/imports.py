"""Write what became of files that were brought in: taken, guessed, left over, with the address of each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeybook.characters import shown, unheard
from journeybook.importing.brought_in import Note, Telling
from journeybook.importing.joining import SourceReport
from journeybook.language import SOURCE, Language
from journeybook.messages import N_
from journeybook.pages.wording.labels import FIELDS
from journeybook.report.cell_ranges import cell_ranges
from journeybook.report.safe_markdown import code, plain

HEADINGS = {Telling.TAKEN: N_("taken"), Telling.GUESSED: N_("guessed"), Telling.LEFT: N_("left over")}
"""The headings of the report, as people look for them."""
_UNCHANGED = N_("Nothing is to be written since the last import.")
_NAMES = FIELDS | {
    "action": N_("Action"),
    "journey": N_("Journey"),
    "lane": N_("Lane"),
    "step": N_("Step"),
    "touchpoint": N_("Touchpoint"),
    "value": N_("Value"),
}
"""The words of the site for fields, and for the other things that a name in a table may mean."""
_OF_FIELDS = frozenset({"field", "level", "others", "things"})
"""The places of messages that name fields."""
_MOST = 20
"""Lines of a heading on the screen; the file has all of them."""


def as_document(told: Iterable[SourceReport], language: Language) -> str:
    """Write the whole report as Markdown."""
    title = language.text(N_("What became of the files that were brought in"))
    return unheard(
        "\n".join((f"# {title}", "", *(line for each in told for line in _source(each, language))))
    )


def _source(told: SourceReport, language: Language) -> Iterator[str]:
    yield from (f"## {code(told.source)}", "")
    for telling, heading in HEADINGS.items():
        yield from (f"### {language.text(heading)}", "")
        lines = [f"- {_in_markdown(note, language)}" for note in _gathered(told.of(telling))]
        yield from lines or [language.text(N_("Nothing."))]
        yield ""


def on_screen(told: Iterable[SourceReport], language: Language) -> str:
    """Write the counts of all headings, and what was guessed and left over, for a terminal."""
    return unheard("".join(f"{line}\n" for each in told for line in _summary(each, language)))


def _summary(told: SourceReport, language: Language) -> Iterator[str]:
    counts = ", ".join(
        f"{sum(1 for _ in told.of(telling))} {language.text(heading)}"
        for telling, heading in HEADINGS.items()
    )
    yield f"{shown(told.source)}: {counts}"
    if told.is_unchanged:
        yield f"  {language.text(_UNCHANGED)}"
    for telling in (Telling.GUESSED, Telling.LEFT):
        notes = list(_gathered(told.of(telling)))
        heading = language.text(HEADINGS[telling])
        yield from (f"  {heading}: {_in_a_line(note, language)}" for note in notes[:_MOST])
        if len(notes) > _MOST:
            yield f"  {heading}: … {len(notes) - _MOST}"


def _gathered(notes: Iterable[Note]) -> Iterator[Note]:
    """Make one note of those that say the same of several places."""
    same: dict[tuple[str, tuple[tuple[str, str], ...]], list[Note]] = {}
    for note in notes:
        same.setdefault((note.message, tuple(note.values.items())), []).append(note)
    for each in same.values():
        addresses = list(filter(None, (note.address for note in each)))
        yield replace(each[0], address=cell_ranges(addresses)) if len(addresses) > 1 else each[0]


def _in_markdown(note: Note, language: Language) -> str:
    said = plain(_said(note, language))
    return f"{code(note.address)}: {said}" if note.address else said


def _in_a_line(note: Note, language: Language) -> str:
    said = " ".join(_said(note, language).split())
    return shown(f"{note.address}: {said}" if note.address else said)


def _said(note: Note, language: Language) -> str:
    """Say a note; it calls fields as the site does, and in English as they stand in files."""
    values = {
        place: _named(value, language) if place in _OF_FIELDS and language.code != SOURCE else value
        for place, value in note.values.items()
    }
    return language.text(note.message, **values)


def _named(names: str, language: Language) -> str:
    """Call fields by the words of the site, each that has one."""
    return ", ".join(language.text(_NAMES[name]) if name in _NAMES else name for name in names.split(", "))
