"""Write what became of files that were brought in: taken, guessed, left over, with the address of each."""

from collections.abc import Iterable, Iterator

from journeybook.characters import shown, unheard
from journeybook.importing.brought_in import Note, Telling
from journeybook.importing.joining import SourceReport
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.report.safe_markdown import code, plain

HEADINGS = {Telling.TAKEN: N_("taken"), Telling.GUESSED: N_("guessed"), Telling.LEFT: N_("left over")}
"""The headings of the report, as people look for them."""
_UNCHANGED = N_("Nothing is to be written since the last import.")
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
        lines = [f"- {_in_markdown(note, language)}" for note in told.of(telling)]
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
        notes = list(told.of(telling))
        heading = language.text(HEADINGS[telling])
        yield from (f"  {heading}: {_in_a_line(note, language)}" for note in notes[:_MOST])
        if len(notes) > _MOST:
            yield f"  {heading}: … {len(notes) - _MOST}"


def _in_markdown(note: Note, language: Language) -> str:
    said = plain(language.text(note.message, **note.values))
    return f"{code(note.address)}: {said}" if note.address else said


def _in_a_line(note: Note, language: Language) -> str:
    said = " ".join(language.text(note.message, **note.values).split())
    return shown(f"{note.address}: {said}" if note.address else said)
